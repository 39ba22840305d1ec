import { csat } from '../functions/csat.ts';
import { nps } from '../functions/nps.ts';
import { npsBreakdown } from '../functions/npsBreakdown.ts';
import { npsMargin } from '../functions/npsMargin.ts';
import { type Language, say, searchWords, type Text } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { builtin, type Expression, kpi, LANGUAGE, unlessBlank } from '../plan/expression.ts';
import { choiceField, dateField, linesField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Column, Row, StripCell, Table } from '../plan/said.ts';
import { show } from '../plan/show.ts';
import { bars, checks, exactly, sumOf, unlessZero } from './shared/expressions.ts';
import {
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
import { SAMPLE_REGIONS, sampleCustomer } from './shared/samples.ts';

const date = show.date('date', say('Date', '日期'));
const customer = show.text('customer', say('Customer', '客户'));
const region = show.text('region', say('Region', '区域'));
const recommend = show.number('nps', say('Recommend us', '推荐意愿'), {
  note: say('How likely they are to recommend us, from 0 to 10.', '向他人推荐的可能性，0–10 分。'),
  minimum: 0,
  maximum: 10,
  optional: true,
});
const satisfaction = show.number('csat', say('Satisfaction', '满意度'), { optional: true });

export const survey = defineTemplate({
  id: 'survey',
  label: say('Satisfaction survey', '满意度调查'),
  words: searchWords('NPS, CSAT, feedback, questionnaire, customer voice', '问卷，客户满意度，回访，客户反馈，满意率'),
  summary: say(
    'Answers of customers, and from them NPS with its margin of error, satisfaction, by region and by month.',
    '客户评分，自动得出净推荐值及误差、满意度，并按区域和月份统计。',
  ),
  name: say('Survey', '满意度'),
  prefix: 'Survey',
  subtitle: say(
    'Paste the answers into the yellow table at the bottom and list your regions; everything else is computed.',
    '将答卷粘贴到底部黄色表格，并列出区域；其余自动计算。',
  ),
  orientation: 'portrait',
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
        date,
        customer,
        region,
        { ...recommend, label: say('Recommend (0–10)', '推荐意愿（0–10）') },
        satisfaction,
      ],
    }),
    samples: samplesField,
  },
  sheet({ start, scale, responses, samples }, language) {
    const top = Number(scale);
    const answers = entered(responses, samples, () => sampleResponses(start, top, language));
    const regions = distinct(answers.map(line => line.region));
    return {
      strip: strip(monthAfter(start, 0), top),
      tables: [
        regionTable(regions.length > 0 || !samples ? regions : SAMPLE_REGIONS.map(({ name }) => name)),
        breakdownTable,
        monthTable,
        responseTable(answers, top),
      ],
    };
  },
});

const strip = (start: string, top: number): StripCell[] => [
  show.month('Start', say('First month', '起始月份'), { value: start }),
  show.number('Top', say('Best satisfaction', '满意度满分'), { value: top, minimum: 2 }),
  show.number('SatisfiedFrom', say('Satisfied from', '满意起点'), {
    value: top === 5 ? 4 : 8,
    minimum: 1,
    note: say('The lowest answer that counts as satisfied.', '计为满意的最低分。'),
  }),
  show.percent('Confidence', say('Confidence', '置信水平'), {
    value: 0.95,
    minimum: 0.5,
    maximum: 0.9999,
    note: say('How sure the margin of error is to be.', '误差范围的可信程度。'),
  }),
];

const scores = f`Responses[nps]`;
const satisfactions = f`Responses[csat]`;

/** Answers of a group by built-in functions only: a call of ours a row would be a round trip each in some hosts. */
function groupColumns(group: Expression, tests: readonly Expression[]): Column[] {
  const countOf = (cells: Expression, limit: Expression) => builtin('COUNTIFS', ...tests, cells, limit);
  const satisfied = countOf(satisfactions, criterion('>=', f`SatisfiedFrom`));
  const rated = countOf(satisfactions, f`">=1"`);
  const counted = (key: string, label: Text, note: Text, limit: Expression) =>
    show.integer(key, label, { note, eachRow: true, formula: unlessBlank(group, countOf(scores, limit)) });
  return [
    counted(
      'answers',
      say('Answers', '答卷数'),
      say('Answers to the question 0–10.', '回答推荐意愿的人数。'),
      f`">=0"`,
    ),
    counted('promoters', say('Promoters', '推荐者'), say('9 and 10.', '9–10 分。'), f`">=9"`),
    counted('detractors', say('Detractors', '贬损者'), say('0 to 6.', '0–6 分。'), f`"<=6"`),
    show.points('nps', say('NPS', '净推荐值'), {
      eachRow: true,
      formula: unlessBlank(group, unlessZero(f`[answers]`, f`100*([promoters]-[detractors])/[answers]`)),
      note: say(
        '100 × (promoters − detractors) ÷ answers, from −100 to 100.',
        '100 ×（推荐者 − 贬损者）÷ 答卷数，−100 到 100。',
      ),
    }),
    show.percent('csat', say('Satisfied', '满意度'), {
      eachRow: true,
      formula: unlessBlank(group, unlessZero(rated, f`${satisfied}/${rated}`)),
      note: say('Share of answers at “Satisfied from” or better.', '评分不低于满意起点的占比。'),
    }),
  ];
}

const onceScored = (expression: Expression) => onceFilled('Responses', 'nps', expression);
const rated = { scores: satisfactions, top: f`Top`, satisfied_from: f`SatisfiedFrom` };

const regionTable = (names: readonly (string | Text)[]): Table => ({
  key: 'Regions',
  title: say('1  All answers, and by region', '一、总体与各区域'),
  above: [
    {
      key: 'total',
      label: say('All', '总体'),
      role: 'total',
      cells: {
        answers: f`COUNT(${scores})`,
        promoters: f`COUNTIF(${scores},">=9")`,
        detractors: f`COUNTIF(${scores},"<=6")`,
        nps: onceScored(kpi(nps, { scores })),
        csat: onceFilled('Responses', 'csat', kpi(csat, rated)),
      },
      named: { nps: 'NPS', csat: 'CSAT' },
    },
    {
      key: 'margin',
      label: say('Margin of error ±', '误差 ±'),
      role: 'total',
      cells: { nps: onceScored(kpi(npsMargin, { scores, confidence: f`Confidence` })) },
    },
    checks({ answers: f`COUNT(${scores})-${sumOf('Regions', 'answers')}` }),
  ],
  columns: [
    show.text('group', say('Region', '区域'), {
      note: say(
        'Spelled as in the answers. ✗ above: answers of a region that is not listed here.',
        '与答卷中的写法一致。上方出现 ✗ 表示有答卷的区域未列出。',
      ),
    }),
    ...groupColumns(f`[group]`, [f`Responses[region]`, exactly(f`[group]`)]),
    { key: 'bar', label: say('Satisfied, as a bar', '满意度图示'), ...bars(f`[csat]`, 1), width: 130 },
  ],
  rows: padded(
    names.map(group => ({ group })),
    6,
  ),
});

const breakdownTable: Table = {
  key: 'Breakdown',
  title: say('2  Promoters, passives, detractors', '二、推荐者、中立者、贬损者'),
  headless: true,
  columns: [
    show.text('group', say('Group', '组别'), {
      spills: { columns: 3, formula: onceScored(kpi(npsBreakdown, { scores, language: LANGUAGE })) },
    }),
    show.integer('count', say('Count', '人数'), { spilled: true }),
    show.percent('share', say('Share', '占比'), { spilled: true }),
  ],
  rows: 4,
};

const monthTable: Table = {
  key: 'Months',
  title: say('3  By month', '三、按月'),
  charts: [
    { kind: 'column', title: say('NPS by month', '各月净推荐值'), categories: 'month', series: ['nps'] },
    { kind: 'column', title: say('Answers by month', '各月答卷数'), categories: 'month', series: ['answers'] },
  ],
  above: [checks({ answers: f`COUNT(${scores})-${sumOf('Months', 'answers')}` })],
  columns: [
    monthColumn(f`Start`, 0, say('✗ above: answers outside these months.', '上方出现 ✗ 表示有答卷不在这些月份内。')),
    ...groupColumns(f`[month]`, inMonth(f`Responses[date]`, f`[month]`)),
  ],
  rows: 12,
};

const responseTable = (rows: readonly Row[], top: number): Table => ({
  key: 'Responses',
  title: say('4  Answers', '四、答卷'),
  spare: LOG_ROWS,
  columns: [
    date,
    customer,
    region,
    recommend,
    {
      ...satisfaction,
      note: say(`From 1 to ${top}.`, `1–${top} 分。`),
      rule: { kind: 'number', minimum: 1, maximum: top },
    },
    show.text('comment', say('Comment', '意见'), { width: 130 }),
  ],
  rows,
});

/** Of every ten, five promoters and two detractors, and seven satisfied: NPS 30, satisfied 70 %. */
const LIKELY = [10, 9, 8, 7, 6, 9, 10, 5, 8, 9];
const SATISFIED = [5, 4, 4, 3, 2, 5, 5, 2, 4, 4];

function sampleResponses(start: string, top: number, language: Language) {
  return Array.from({ length: 40 }, (_, index) => ({
    date: dayAfter(monthAfter(start, 0), index * 9),
    customer: sampleCustomer(index + 1, language),
    region: SAMPLE_REGIONS[index % SAMPLE_REGIONS.length]?.name[language] ?? '',
    nps: LIKELY[index % LIKELY.length],
    csat: ((SATISFIED[index % SATISFIED.length] ?? 0) * top) / 5,
  }));
}
