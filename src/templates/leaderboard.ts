import { leaderboard as ranking } from '../functions/leaderboard.ts';
import { rankBonus } from '../functions/rankBonus.ts';
import { civilOf, isoOf, serialOf, serialOfIso } from '../kernel/calendar.ts';
import { say, searchWords, type Text } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { builtin, column, columnOf, type Expression, kpi, unlessBlank } from '../plan/expression.ts';
import { dateField, linesField, numberField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Column, Row, RowAbove, StripCell, Table } from '../plan/said.ts';
import { show } from '../plan/show.ts';
import {
  checks,
  each,
  exactly,
  rowsAlike,
  sumIf,
  sumOf,
  sumOnceFilled,
  textsIn,
  totals,
  unlessText,
  unlessZero,
} from './shared/expressions.ts';
import { entered, onceFilled, samplesField } from './shared/log.ts';
import { moneyField } from './shared/money.ts';
import { placeBeside } from './shared/payPlan.ts';
import { firstOfMonth, periodsOf } from './shared/periods.ts';
import { SAMPLE_PEOPLE } from './shared/samples.ts';
import { unitField } from './shared/strip.ts';

const MONTHS = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const;
const person = show.text('person', say('Person', '姓名'));

/** The three races that run at the same time, by the prizes of their places. */
const RACE_PRIZES = [
  show.money('month', say('Month', '月度'), { minimum: 0, optional: true }),
  show.money('quarter', say('Quarter', '季度'), { minimum: 0, optional: true }),
  show.money('year', say('Year', '年度'), { minimum: 0, optional: true }),
] as const;
type Race = Pick<(typeof RACE_PRIZES)[number], 'key' | 'label'>;

export const leaderboard = defineTemplate({
  id: 'leaderboard',
  label: say('Leaderboard', '排行榜'),
  words: searchWords('ranking, league table, contest, champion, top sellers', '销售冠军，排名，龙虎榜，英雄榜，光荣榜'),
  summary: say(
    'Champions of the month, the quarter and the year, with their prizes and a chart.',
    '月度、季度、年度冠军及奖金，并附图表。',
  ),
  name: say('Leaderboard', '排行榜'),
  prefix: 'Leaderboard',
  subtitle: say(
    'Fill in the results month by month, and which month to show. Ties share the place and the prize.',
    '按月填写业绩，并填写要显示第几个月；并列者同名次，奖金均分。',
  ),
  frozenColumns: 1,
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Sales leaderboard', '销售排行榜') }),
    start: dateField({
      label: say('First month of the year', '年度首月'),
      initial: today => isoOf(serialOf(civilOf(serialOfIso(today)).year, 1, 1)),
    }),
    shown: dateField({ label: say('Month shown', '显示月份'), initial: firstOfMonth }),
    unit: unitField,
    money: moneyField,
    top: numberField({
      label: say('Places shown', '显示名次数'),
      initial: 5,
      minimum: 1,
      maximum: 50,
      whole: true,
    }),
    prizes: linesField({
      label: say('Prizes', '奖金'),
      hint: say(
        'One prize per line, the first place on top: month, quarter, year.',
        '每行一个名次，第一名在最上：月度、季度、年度。',
      ),
      columns: RACE_PRIZES,
      minimum: 1,
      initial: [
        { month: 1000, quarter: 5000, year: 20000 },
        { month: 600, quarter: 3000, year: 12000 },
        { month: 300, quarter: 1000, year: 6000 },
      ],
    }),
    people: linesField({
      label: say('Results', '业绩'),
      hint: say(
        'One person per line: name, then the months one after the other.',
        '每人一行：姓名，然后依次为各月业绩。',
      ),
      columns: [
        person,
        ...MONTHS.map((key, index) =>
          show.amount(key, say(`Month ${index + 1}`, `第${index + 1}月`), { optional: true }),
        ),
      ],
    }),
    samples: samplesField,
  },
  sheet({ start, shown, money, top, prizes, people, samples }) {
    const month = Math.min(12, Math.max(1, monthsFrom(start, shown) + 1));
    return {
      amounts: money,
      strip: [monthCell(month), quarterCell, 'unit'],
      tables: [
        boards(top),
        prizeTable(prizes),
        resultTable(
          entered<Row>(people, samples, () => sampleResults(month)),
          periodsOf('months', start).map(({ label }) => label),
        ),
      ],
    };
  },
});

const monthCell = (value: number): StripCell =>
  show.integer('Month', say('Month shown (1–12)', '显示第几月（1–12）'), {
    value,
    minimum: 1,
    maximum: 12,
    whole: true,
    note: say('Counted from the first month of the results.', '从业绩表的首月起数。'),
  });

/** Months 1 to 3 give 1, 4 to 6 give 2, and so on. */
const quarterCell = show.integer('Quarter', say('Its quarter', '所属季度'), { value: f`ROUND((Month+1)/3,0)` });

function monthsFrom(start: string, day: string): number {
  const [from, to] = [civilOf(serialOfIso(start)), civilOf(serialOfIso(day))];
  return (to.year - from.year) * 12 + to.month - from.month;
}

const SWINGS = [1, 0.7, 1.1, 0.8, 1.3, 0.9, 1.2];

/** Invented months around each person's target, up to the month shown. */
function sampleResults(month: number): Row[] {
  return SAMPLE_PEOPLE.map(({ person: name, target }, row) => ({
    ...each(MONTHS.slice(0, month), (_, index) => target * (SWINGS[(row * 2 + index * 3) % SWINGS.length] ?? 1)),
    person: name,
  }));
}

const results = (key: string): Expression => columnOf('Results', key);

/** The three boards side by side, with a chart of the shortest and of the longest race above them. */
const boards = (top: number): Table => ({
  key: 'Boards',
  title: say('Champions', '冠军榜'),
  charts: [
    { kind: 'bar', title: say('This month', '本月'), categories: 'monthName', series: ['monthValue'] },
    { kind: 'bar', title: say('This year', '本年'), categories: 'yearName', series: ['yearValue'] },
  ],
  columns: RACE_PRIZES.flatMap(race => board(race, top)),
  rows: top,
});

function board({ key, label }: Race, top: number): Column[] {
  const ranked = kpi(ranking, { names: f`Results[person]`, values: results(key), n: top });
  const prize = sumIf(f`Results[person]`, exactly(column(`${key}Name`)), results(`${key}Prize`));
  return [
    show.rank(`${key}Rank`, say(`${label.en}: place`, `${label.zh}名次`), {
      spills: { columns: 4, formula: unlessZero(f`SUM(${results(key)})`, ranked) },
    }),
    show.text(`${key}Name`, say('Name', '姓名'), { spilled: true }),
    show.amount(`${key}Value`, say('Result', '业绩'), { spilled: true }),
    show.percent(`${key}Share`, say('Share', '占比'), { spilled: true }),
    show.cents(`${key}Prize`, say('Prize', '奖金'), { formula: unlessBlank(column(`${key}Rank`), prize) }),
  ];
}

const prizeTable = (rows: readonly Row[]): Table => ({
  key: 'Prizes',
  title: say('Prizes', '奖金'),
  spare: 2,
  columns: [placeBeside(f`[month]`), ...RACE_PRIZES],
  rows,
});

/** This row's sum over some of its months, blank where none of them is filled in. */
const sumUnlessBlank = (...months: readonly Expression[]) =>
  unlessText(textsIn(f`[m1:m12]`), unlessZero(builtin('COUNT', ...months), builtin('SUM', ...months)));

const SUMS: Readonly<Record<Race['key'], Expression>> = {
  month: sumUnlessBlank(f`INDEX([m1:m12],Month)`),
  quarter: sumUnlessBlank(...[2, 1, 0].map(back => f`INDEX([m1:m12],3*Quarter-${back})`)),
  year: sumUnlessBlank(f`[m1:m12]`),
};

const resultTable = (rows: readonly Row[], labels: readonly Text[]): Table => ({
  key: 'Results',
  title: say('Results', '业绩'),
  spare: 50,
  above: monthRows,
  columns: [
    person,
    ...MONTHS.map((key, index) => show.amount(key, labels[index] ?? say(key, key))),
    ...RACE_PRIZES.map(({ key, label }) => show.amount(key, label, { eachRow: true, formula: SUMS[key] })),
    ...RACE_PRIZES.map(({ key, label }) =>
      show.cents(`${key}Prize`, say(`${label.en}’s prize`, `${label.zh}奖金`), {
        spills: {
          columns: 1,
          formula: kpi(rankBonus, { values: results(key), prizes: columnOf('Prizes', key), above: 0 }),
        },
      }),
    ),
  ],
  rows,
});

/** Who was best in a month, and how many others were. */
function champion(key: string): Expression {
  const best = f`MAX(${results(key)})`;
  const name = f`INDEX(Results[person],MATCH(${best},${results(key)},0))`;
  const others = f`COUNTIF(${results(key)},${best})-1`;
  return onceFilled('Results', key, f`${name}&IF(${others}>0," +"&${others},"")`);
}

/** The wall of fame: the best of every month, above its figures. */
const monthRows: readonly RowAbove[] = [
  totals({
    ...each(MONTHS, key => sumOnceFilled('Results', key)),
    ...each(
      RACE_PRIZES.map(({ key }) => key),
      key => sumOf('Results', key),
    ),
  }),
  {
    key: 'champion',
    label: say('Champion', '冠军'),
    role: 'total',
    format: 'text',
    cells: each(MONTHS, champion),
  },
  // The boards add up who has several rows; prizes go to rows.
  checks({}, { m1: rowsAlike(f`Results[person]`) }),
];
