import { csat } from '../functions/csat.ts';
import { nps } from '../functions/nps.ts';
import { npsBreakdown } from '../functions/npsBreakdown.ts';
import { npsMargin } from '../functions/npsMargin.ts';
import { serialOfIso } from '../kernel/calendar.ts';
import type { Language, Text } from '../kernel/text.ts';
import {
  blankKept,
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
import { defineTemplate } from '../plan/template.ts';
import { bars, checks, sumOf, unlessZero } from './shared/expressions.ts';
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

export const survey = defineTemplate({
  id: 'survey',
  label: { en: 'Satisfaction survey', zh: '满意度调查' },
  summary: {
    en: 'Answers of customers, and from them NPS with its margin of error, satisfaction, by region and by month.',
    zh: '客户评分，自动得出净推荐值及误差、满意度，并按区域和月份统计。',
  },
  fields: {
    title: textField({
      label: { en: 'Title', zh: '标题' },
      initial: { en: 'Customer satisfaction', zh: '客户满意度' },
    }),
    start: dateField({
      label: { en: 'First month', zh: '起始月份' },
      hint: { en: 'Twelve months from here are shown.', zh: '自此显示十二个月。' },
      initial: today => monthAfter(today, -11),
    }),
    scale: choiceField({
      label: { en: 'Satisfaction scale', zh: '满意度分制' },
      initial: '5',
      choices: [
        { value: '5', label: { en: '1 to 5', zh: '1–5 分' } },
        { value: '10', label: { en: '1 to 10', zh: '1–10 分' } },
      ],
    }),
    responses: linesField({
      label: { en: 'Answers', zh: '答卷' },
      hint: {
        en: 'One answer per line: date, customer, region, how likely to recommend (0–10), satisfaction. Or fill them in on the sheet.',
        zh: '每行一条：日期、客户、区域、推荐意愿（0–10）、满意度；也可在表中填写。',
      },
      columns: [
        { key: 'date', label: { en: 'Date', zh: '日期' }, type: 'date' },
        { key: 'customer', label: { en: 'Customer', zh: '客户' }, type: 'text' },
        { key: 'region', label: { en: 'Region', zh: '区域' }, type: 'text' },
        { key: 'nps', label: { en: 'Recommend (0–10)', zh: '推荐意愿（0–10）' }, type: 'number', optional: true },
        { key: 'csat', label: { en: 'Satisfaction', zh: '满意度' }, type: 'number', optional: true },
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
      name: { en: 'Survey', zh: '满意度' },
      prefix: 'Survey',
      title,
      subtitle: {
        en: 'Paste the answers into the yellow table at the bottom and list your regions; everything else is computed.',
        zh: '将答卷粘贴到底部黄色表格，并列出区域；其余自动计算。',
      },
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
      label: { en: 'First month', zh: '起始月份' },
      format: 'month',
      value: serialOfIso(monthAfter(start, 0)),
      rule: { kind: 'date' },
    },
    {
      key: 'Top',
      label: { en: 'Best satisfaction', zh: '满意度满分' },
      format: 'number',
      value: top,
      rule: { kind: 'number', minimum: 2 },
    },
    {
      key: 'SatisfiedFrom',
      label: { en: 'Satisfied from', zh: '满意起点' },
      format: 'number',
      value: top === 5 ? 4 : 8,
      rule: { kind: 'number', minimum: 1 },
      note: { en: 'The lowest answer that counts as satisfied.', zh: '计为满意的最低分。' },
    },
    {
      key: 'Confidence',
      label: { en: 'Confidence', zh: '置信水平' },
      format: 'percent',
      value: 0.95,
      rule: { kind: 'number', minimum: 0.5, maximum: 0.9999 },
      note: { en: 'How sure the margin of error is to be.', zh: '误差范围的可信程度。' },
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
    counted('answers', ANSWERS, { en: 'Answers to the question 0–10.', zh: '回答推荐意愿的人数。' }, '>=0'),
    counted('promoters', { en: 'Promoters', zh: '推荐者' }, { en: '9 and 10.', zh: '9–10 分。' }, '>=9'),
    counted('detractors', { en: 'Detractors', zh: '贬损者' }, { en: '0 to 6.', zh: '0–6 分。' }, '<=6'),
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
      label: { en: 'Satisfied', zh: '满意度' },
      format: 'percent',
      eachRow: true,
      formula: unlessBlank(group, unlessZero(rated, operator(satisfied, '/', rated))),
      note: { en: 'Share of answers at “Satisfied from” or better.', zh: '评分不低于满意起点的占比。' },
    },
  ];
  return bars ? [...columns, barColumn] : columns;
}

const ANSWERS: Text = { en: 'Answers', zh: '答卷数' };
const NPS: Text = { en: 'NPS', zh: '净推荐值' };
const NPS_NOTE: Text = {
  en: '100 × (promoters − detractors) ÷ answers, from −100 to 100.',
  zh: '100 ×（推荐者 − 贬损者）÷ 答卷数，−100 到 100。',
};

const barColumn: ColumnSpec = {
  key: 'bar',
  label: { en: 'Satisfied, as a bar', zh: '满意度图示' },
  ...bars(column('csat'), 1),
  width: 130,
};

function regionTable(answers: readonly Response[], samples: boolean, language: Language): TableSpec {
  const names = distinct(answers.map(({ region }) => region));
  const known = names.length > 0 || !samples ? names : SAMPLE_REGIONS.map(({ name }) => name[language]);
  const all = { scores: blankKept(scores) };
  const rated = { scores: blankKept(satisfactions), top: parameter('Top'), satisfied_from: parameter('SatisfiedFrom') };
  return {
    key: 'Regions',
    title: { en: '1  All answers, and by region', zh: '一、总体与各区域' },
    spare: 0,
    above: [
      {
        key: 'total',
        label: { en: 'All', zh: '总体' },
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
        label: { en: 'Margin of error ±', zh: '误差 ±' },
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
        label: { en: 'Region', zh: '区域' },
        format: 'text',
        note: {
          en: 'Spelled as in the answers. ✗ above: answers of a region that is not listed here.',
          zh: '与答卷中的写法一致。上方出现 ✗ 表示有答卷的区域未列出。',
        },
      },
      ...groupColumns(column('group'), [columnOf('Responses', 'region'), column('group')], true),
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
    title: { en: '2  Promoters, passives, detractors', zh: '二、推荐者、中立者、贬损者' },
    headless: true,
    spare: 0,
    above: [],
    columns: [
      {
        key: 'group',
        label: { en: 'Group', zh: '组别' },
        format: 'text',
        spills: {
          columns: 3,
          formula: onceFilled(
            'Responses',
            'nps',
            kpi(npsBreakdown, { scores: blankKept(scores), language: value(language) }),
          ),
        },
      },
      { key: 'count', label: { en: 'Count', zh: '人数' }, format: 'integer', spilled: true },
      { key: 'share', label: { en: 'Share', zh: '占比' }, format: 'percent', spilled: true },
    ],
    rows: Array.from({ length: 4 }, () => ({})),
  };
}

const MONTHS = 12;

function monthTable(): TableSpec {
  return {
    key: 'Months',
    title: { en: '3  By month', zh: '三、按月' },
    spare: 0,
    charts: [
      { kind: 'column', title: { en: 'NPS by month', zh: '各月净推荐值' }, categories: 'month', series: ['nps'] },
      { kind: 'column', title: { en: 'Answers by month', zh: '各月答卷数' }, categories: 'month', series: ['answers'] },
    ],
    above: [checks({ answers: operator(builtin('COUNT', scores), '-', sumOf('Months', 'answers')) })],
    columns: [
      {
        ...monthColumn(parameter('Start')),
        note: { en: '✗ above: answers outside these months.', zh: '上方出现 ✗ 表示有答卷不在这些月份内。' },
      },
      ...groupColumns(column('month'), inMonth(columnOf('Responses', 'date'), column('month')), false),
    ],
    rows: computedRows(MONTHS),
  };
}

function responseTable(answers: readonly Response[], top: number): TableSpec {
  return {
    key: 'Responses',
    title: { en: '4  Answers', zh: '四、答卷' },
    spare: LOG_ROWS,
    above: [],
    columns: [
      { key: 'date', label: { en: 'Date', zh: '日期' }, format: 'date', rule: { kind: 'date' } },
      { key: 'customer', label: { en: 'Customer', zh: '客户' }, format: 'text' },
      { key: 'region', label: { en: 'Region', zh: '区域' }, format: 'text' },
      {
        key: 'nps',
        label: { en: 'Recommend us', zh: '推荐意愿' },
        note: { en: 'How likely they are to recommend us, from 0 to 10.', zh: '向他人推荐的可能性，0–10 分。' },
        format: 'number',
        rule: { kind: 'number', minimum: 0, maximum: 10 },
      },
      {
        key: 'csat',
        label: { en: 'Satisfaction', zh: '满意度' },
        note: { en: `From 1 to ${top}.`, zh: `1–${top} 分。` },
        format: 'number',
        rule: { kind: 'number', minimum: 1, maximum: top },
      },
      { key: 'comment', label: { en: 'Comment', zh: '意见' }, format: 'text', width: 130 },
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
