import { csat } from '../functions/csat.ts';
import { nps } from '../functions/nps.ts';
import { npsBreakdown } from '../functions/npsBreakdown.ts';
import { npsMargin } from '../functions/npsMargin.ts';
import { serialOfIso } from '../kernel/calendar.ts';
import { type Language, say, type Text } from '../kernel/text.ts';
import { defineSpec } from '../plan/defineTemplate.ts';
import {
  builtin,
  column,
  columnOf,
  type Expression,
  kpi,
  operator,
  parameter,
  unlessBlank,
  value,
} from '../plan/expression.ts';
import { choiceField, dateField, linesField, textField } from '../plan/field.ts';
import type { ColumnSpec, ParameterSpec, TableSpec } from '../plan/sheetSpec.ts';
import { bars, checks, exactly, sumOf, unlessZero } from './shared/expressions.ts';
import {
  computedRows,
  criterion,
  dayAfter,
  distinct,
  entered,
  inMonth,
  LOG_ROWS,
  monthAfter,
  monthColumn,
  onceFilled,
  padded,
  samplesField,
} from './shared/log.ts';
import { SAMPLE_REGIONS } from './shared/samples.ts';

interface Response {
  readonly date: string;
  readonly customer: string;
  readonly region: string;
  readonly nps: number | undefined;
  readonly csat: number | undefined;
}

export const survey = defineSpec({
  id: 'survey',
  label: say('Satisfaction survey', '满意度调查'),
  summary: say(
    'Answers of customers, and from them NPS with its margin of error, satisfaction, by region and by month.',
    '客户评分，自动得出净推荐值及误差、满意度，并按区域和月份统计。',
  ),
  fields: {
    title: textField({
      label: say('Title', '标题'),
      initial: say('Customer satisfaction', '客户满意度'),
    }),
    start: dateField({
      label: say('First month', '起始月份'),
      hint: say('Twelve months from here are shown.', '自此显示十二个月。'),
      initial: today => monthAfter(today, -11),
    }),
    scale: choiceField({
      label: say('Satisfaction scale', '满意度分制'),
      initial: '5',
      choices: [
        { value: '5', label: say('1 to 5', '1–5 分') },
        { value: '10', label: say('1 to 10', '1–10 分') },
      ],
    }),
    responses: linesField({
      label: say('Answers', '答卷'),
      hint: say(
        'One answer per line: date, customer, region, how likely to recommend (0–10), satisfaction. Or fill them in on the sheet.',
        '每行一条：日期、客户、区域、推荐意愿（0–10）、满意度；也可在表中填写。',
      ),
      columns: [
        { key: 'date', label: say('Date', '日期'), type: 'date' },
        { key: 'customer', label: say('Customer', '客户'), type: 'text' },
        { key: 'region', label: say('Region', '区域'), type: 'text' },
        { key: 'nps', label: say('Recommend (0–10)', '推荐意愿（0–10）'), type: 'number', optional: true },
        { key: 'csat', label: say('Satisfaction', '满意度'), type: 'number', optional: true },
      ],
      initial: () => [],
    }),
    samples: samplesField,
  },
  sheet({ title, start, scale, responses, samples }, language) {
    const top = Number(scale);
    const answers = entered(responses, samples, () => sampleResponses(start, top, language));
    return {
      template: 'survey',
      name: say('Survey', '满意度'),
      prefix: 'Survey',
      title,
      subtitle: say(
        'Paste the answers into the yellow table at the bottom and list your regions; everything else is computed.',
        '将答卷粘贴到底部黄色表格，并列出区域；其余自动计算。',
      ),
      orientation: 'portrait',
      frozenColumns: 0,
      parameters: strip(start, top),
      tables: [
        regionTable(answers, samples, language),
        breakdownTable(language),
        monthTable(),
        responseTable(answers, top),
      ],
    };
  },
});

function strip(start: string, top: number): ParameterSpec[] {
  return [
    {
      key: 'Start',
      label: say('First month', '起始月份'),
      format: 'month',
      value: serialOfIso(monthAfter(start, 0)),
      rule: { kind: 'date' },
    },
    {
      key: 'Top',
      label: say('Best satisfaction', '满意度满分'),
      format: 'number',
      value: top,
      rule: { kind: 'number', minimum: 2 },
    },
    {
      key: 'SatisfiedFrom',
      label: say('Satisfied from', '满意起点'),
      format: 'number',
      value: top === 5 ? 4 : 8,
      rule: { kind: 'number', minimum: 1 },
      note: say('The lowest answer that counts as satisfied.', '计为满意的最低分。'),
    },
    {
      key: 'Confidence',
      label: say('Confidence', '置信水平'),
      format: 'percent',
      value: 0.95,
      rule: { kind: 'number', minimum: 0.5, maximum: 0.9999 },
      note: say('How sure the margin of error is to be.', '误差范围的可信程度。'),
    },
  ];
}

const scores = columnOf('Responses', 'nps');
const satisfactions = columnOf('Responses', 'csat');

/** Answers of a group by built-in functions only: a call of ours a row would be a round trip each in some hosts. */
function groupColumns(group: Expression, tests: readonly Expression[], bars: boolean): ColumnSpec[] {
  const countOf = (cells: Expression, limit: Expression) => builtin('COUNTIFS', ...tests, cells, limit);
  const satisfied = countOf(satisfactions, criterion('>=', parameter('SatisfiedFrom')));
  const rated = countOf(satisfactions, value('>=1'));
  const points = operator(
    operator(value(100), '*', operator(column('promoters'), '-', column('detractors'))),
    '/',
    column('answers'),
  );
  const counted = (key: string, label: Text, note: Text, limit: string): ColumnSpec => ({
    key,
    label,
    note,
    format: 'integer',
    eachRow: true,
    formula: unlessBlank(group, countOf(scores, value(limit))),
  });
  const columns: ColumnSpec[] = [
    counted('answers', ANSWERS, say('Answers to the question 0–10.', '回答推荐意愿的人数。'), '>=0'),
    counted('promoters', say('Promoters', '推荐者'), say('9 and 10.', '9–10 分。'), '>=9'),
    counted('detractors', say('Detractors', '贬损者'), say('0 to 6.', '0–6 分。'), '<=6'),
    {
      key: 'nps',
      label: NPS,
      format: 'points',
      eachRow: true,
      formula: unlessBlank(group, unlessZero(column('answers'), points)),
      note: NPS_NOTE,
    },
    {
      key: 'csat',
      label: say('Satisfied', '满意度'),
      format: 'percent',
      eachRow: true,
      formula: unlessBlank(group, unlessZero(rated, operator(satisfied, '/', rated))),
      note: say('Share of answers at “Satisfied from” or better.', '评分不低于满意起点的占比。'),
    },
  ];
  return bars ? [...columns, barColumn] : columns;
}

const ANSWERS: Text = say('Answers', '答卷数');
const NPS: Text = say('NPS', '净推荐值');
const NPS_NOTE: Text = say(
  '100 × (promoters − detractors) ÷ answers, from −100 to 100.',
  '100 ×（推荐者 − 贬损者）÷ 答卷数，−100 到 100。',
);

const barColumn: ColumnSpec = {
  key: 'bar',
  label: say('Satisfied, as a bar', '满意度图示'),
  ...bars(column('csat'), 1),
  width: 130,
};

function regionTable(answers: readonly Response[], samples: boolean, language: Language): TableSpec {
  const names = distinct(answers.map(({ region }) => region));
  const known = names.length > 0 || !samples ? names : SAMPLE_REGIONS.map(({ name }) => name[language]);
  const all = { scores: scores };
  const rated = { scores: satisfactions, top: parameter('Top'), satisfied_from: parameter('SatisfiedFrom') };
  return {
    key: 'Regions',
    title: say('1  All answers, and by region', '一、总体与各区域'),
    spare: 0,
    above: [
      {
        key: 'total',
        label: say('All', '总体'),
        role: 'total',
        cells: {
          answers: builtin('COUNT', scores),
          promoters: builtin('COUNTIF', scores, value('>=9')),
          detractors: builtin('COUNTIF', scores, value('<=6')),
          nps: onceFilled('Responses', 'nps', kpi(nps, all)),
          csat: onceFilled('Responses', 'csat', kpi(csat, rated)),
        },
        named: { nps: 'NPS', csat: 'CSAT' },
      },
      {
        key: 'margin',
        label: say('Margin of error ±', '误差 ±'),
        role: 'total',
        cells: {
          nps: onceFilled('Responses', 'nps', kpi(npsMargin, { ...all, confidence: parameter('Confidence') })),
        },
      },
      checks({ answers: operator(builtin('COUNT', scores), '-', sumOf('Regions', 'answers')) }),
    ],
    columns: [
      {
        key: 'group',
        label: say('Region', '区域'),
        format: 'text',
        note: say(
          'Spelled as in the answers. ✗ above: answers of a region that is not listed here.',
          '与答卷中的写法一致。上方出现 ✗ 表示有答卷的区域未列出。',
        ),
      },
      ...groupColumns(column('group'), [columnOf('Responses', 'region'), exactly(column('group'))], true),
    ],
    rows: padded(
      known.map(group => ({ group })),
      6,
    ),
  };
}

function breakdownTable(language: Language): TableSpec {
  return {
    key: 'Breakdown',
    title: say('2  Promoters, passives, detractors', '二、推荐者、中立者、贬损者'),
    headless: true,
    spare: 0,
    above: [],
    columns: [
      {
        key: 'group',
        label: say('Group', '组别'),
        format: 'text',
        spills: {
          columns: 3,
          formula: onceFilled('Responses', 'nps', kpi(npsBreakdown, { scores: scores, language: value(language) })),
        },
      },
      { key: 'count', label: say('Count', '人数'), format: 'integer', spilled: true },
      { key: 'share', label: say('Share', '占比'), format: 'percent', spilled: true },
    ],
    rows: Array.from({ length: 4 }, () => ({})),
  };
}

const MONTHS = 12;

function monthTable(): TableSpec {
  return {
    key: 'Months',
    title: say('3  By month', '三、按月'),
    spare: 0,
    charts: [
      { kind: 'column', title: say('NPS by month', '各月净推荐值'), categories: 'month', series: ['nps'] },
      { kind: 'column', title: say('Answers by month', '各月答卷数'), categories: 'month', series: ['answers'] },
    ],
    above: [checks({ answers: operator(builtin('COUNT', scores), '-', sumOf('Months', 'answers')) })],
    columns: [
      {
        ...monthColumn(parameter('Start')),
        note: say('✗ above: answers outside these months.', '上方出现 ✗ 表示有答卷不在这些月份内。'),
      },
      ...groupColumns(column('month'), inMonth(columnOf('Responses', 'date'), column('month')), false),
    ],
    rows: computedRows(MONTHS),
  };
}

function responseTable(answers: readonly Response[], top: number): TableSpec {
  return {
    key: 'Responses',
    title: say('4  Answers', '四、答卷'),
    spare: LOG_ROWS,
    above: [],
    columns: [
      { key: 'date', label: say('Date', '日期'), format: 'date', rule: { kind: 'date' } },
      { key: 'customer', label: say('Customer', '客户'), format: 'text' },
      { key: 'region', label: say('Region', '区域'), format: 'text' },
      {
        key: 'nps',
        label: say('Recommend us', '推荐意愿'),
        note: say('How likely they are to recommend us, from 0 to 10.', '向他人推荐的可能性，0–10 分。'),
        format: 'number',
        rule: { kind: 'number', minimum: 0, maximum: 10 },
      },
      {
        key: 'csat',
        label: say('Satisfaction', '满意度'),
        note: say(`From 1 to ${top}.`, `1–${top} 分。`),
        format: 'number',
        rule: { kind: 'number', minimum: 1, maximum: top },
      },
      { key: 'comment', label: say('Comment', '意见'), format: 'text', width: 130 },
    ],
    rows: answers.map(({ date, nps: likely, csat: satisfied, ...rest }) => ({
      ...rest,
      date: serialOfIso(date),
      nps: likely ?? null,
      csat: satisfied ?? null,
    })),
  };
}

/** Of every ten, five promoters and two detractors, and seven satisfied: NPS 30, satisfied 70 %. */
const LIKELY = [10, 9, 8, 7, 6, 9, 10, 5, 8, 9];
const SATISFIED = [5, 4, 4, 3, 2, 5, 5, 2, 4, 4];

function sampleResponses(start: string, top: number, language: Language): Response[] {
  return Array.from({ length: 40 }, (_, index) => ({
    date: dayAfter(monthAfter(start, 0), index * 9),
    customer: `${CUSTOMER[language]}${String(index + 1).padStart(2, '0')}`,
    region: SAMPLE_REGIONS[index % SAMPLE_REGIONS.length]?.name[language] ?? '',
    nps: LIKELY[index % LIKELY.length],
    csat: ((SATISFIED[index % SATISFIED.length] ?? 0) * top) / 5,
  }));
}

const CUSTOMER = { en: 'Customer ', zh: '客户' } as const;
