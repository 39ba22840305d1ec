import { leaderboard as ranking } from '../functions/leaderboard.ts';
import { rankBonus } from '../functions/rankBonus.ts';
import { civilOf, isoOf, serialOf, serialOfIso } from '../kernel/calendar.ts';
import { type Language, say, type Text } from '../kernel/text.ts';
import { defineSpec } from '../plan/defineTemplate.ts';
import {
  builtin,
  column,
  columnOf,
  columns,
  type Expression,
  kpi,
  operator,
  parameter,
  unlessBlank,
  value,
} from '../plan/expression.ts';
import { dateField, linesField, numberField, textField } from '../plan/field.ts';
import type { AboveRow, ColumnSpec, Literal, TableSpec } from '../plan/sheetSpec.ts';
import {
  BLANK,
  exactly,
  joined,
  sumIf,
  sumOf,
  sumOnceFilled,
  textsIn,
  totals,
  unlessText,
  unlessZero,
} from './shared/expressions.ts';
import { entered, onceFilled, samplesField } from './shared/log.ts';
import { type MoneyFormat, moneyField } from './shared/money.ts';
import { firstOfMonth, periodsOf } from './shared/periods.ts';
import { SAMPLE_PEOPLE } from './shared/samples.ts';
import { unitCell, unitField } from './shared/strip.ts';

const MONTHS = ['m1', 'm2', 'm3', 'm4', 'm5', 'm6', 'm7', 'm8', 'm9', 'm10', 'm11', 'm12'] as const;

type Results = Readonly<Record<'person', string>> & Readonly<Record<(typeof MONTHS)[number], number | undefined>>;

/** The three races that run at the same time. */
const RACES = [
  { key: 'month', label: say('Month', '月度') },
  { key: 'quarter', label: say('Quarter', '季度') },
  { key: 'year', label: say('Year', '年度') },
] as const satisfies readonly { key: string; label: Text }[];
type Race = (typeof RACES)[number];

export const leaderboard = defineSpec({
  id: 'leaderboard',
  label: say('Leaderboard', '排行榜'),
  summary: say(
    'Champions of the month, the quarter and the year, with their prizes and a chart.',
    '月度、季度、年度冠军及奖金，并附图表。',
  ),
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
      columns: [
        { key: 'month', label: RACES[0].label, type: 'number', optional: true },
        { key: 'quarter', label: RACES[1].label, type: 'number', optional: true },
        { key: 'year', label: RACES[2].label, type: 'number', optional: true },
      ],
      minimum: 1,
      initial: () => [
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
        { key: 'person', label: say('Person', '姓名'), type: 'text' },
        ...MONTHS.map(
          (key, index) =>
            ({
              key,
              label: say(`Month ${index + 1}`, `第${index + 1}月`),
              type: 'number',
              optional: true,
            }) as const,
        ),
      ],
      initial: () => [],
    }),
    samples: samplesField,
  },
  sheet({ title, start, shown, unit, money, top, prizes, people, samples }, language) {
    const month = Math.min(12, Math.max(1, monthsFrom(start, shown) + 1));
    return {
      template: 'leaderboard',
      name: say('Leaderboard', '排行榜'),
      prefix: 'Leaderboard',
      title,
      subtitle: say(
        'Fill in the results month by month, and which month to show. Ties share the place and the prize.',
        '按月填写业绩，并填写要显示第几个月；并列者同名次，奖金均分。',
      ),
      orientation: 'landscape',
      frozenColumns: 1,
      parameters: [
        {
          key: 'Month',
          label: say('Month shown (1–12)', '显示第几月（1–12）'),
          format: 'integer',
          value: month,
          rule: { kind: 'number', minimum: 1, maximum: 12, whole: true },
          note: say('Counted from the first month of the results.', '从业绩表的首月起数。'),
        },
        {
          key: 'Quarter',
          label: say('Its quarter', '所属季度'),
          format: 'integer',
          // Months 1 to 3 give 1, 4 to 6 give 2, and so on.
          value: builtin('ROUND', operator(operator(parameter('Month'), '+', value(1)), '/', value(3)), value(0)),
        },
        unitCell(unit),
      ],
      tables: [
        boards(top, money),
        prizeTable(prizes),
        resultTable(
          entered(people, samples, () => sampleResults(month, language)),
          periodsOf('months', start).map(({ label }) => label),
          money,
        ),
      ],
    };
  },
});

function monthsFrom(start: string, day: string): number {
  const [from, to] = [civilOf(serialOfIso(start)), civilOf(serialOfIso(day))];
  return (to.year - from.year) * 12 + to.month - from.month;
}

const SWINGS = [1, 0.7, 1.1, 0.8, 1.3, 0.9, 1.2];

/** Invented months around each person's target, up to the month shown. */
function sampleResults(month: number, language: Language): Results[] {
  return SAMPLE_PEOPLE.map(({ person, target }, row) => {
    const amounts = MONTHS.map((key, index) => {
      const swing = SWINGS[(row * 2 + index * 3) % SWINGS.length] ?? 1;
      return [key, index < month ? target * swing : undefined] as const;
    });
    // The months have just been listed one by one.
    return { person: person[language], ...Object.fromEntries(amounts) } as Results;
  });
}

const results = (key: string): Expression => columnOf('Results', key);

/** The three boards side by side, with a chart of the shortest and of the longest race above them. */
function boards(top: number, money: MoneyFormat): TableSpec {
  return {
    key: 'Boards',
    title: say('Champions', '冠军榜'),
    spare: 0,
    above: [],
    charts: [
      {
        kind: 'bar',
        title: say('This month', '本月'),
        categories: 'monthName',
        series: ['monthValue'],
      },
      { kind: 'bar', title: say('This year', '本年'), categories: 'yearName', series: ['yearValue'] },
    ],
    columns: RACES.flatMap(race => board(race, top, money)),
    rows: Array.from({ length: top }, () => ({})),
  };
}

function board({ key, label }: Race, top: number, money: MoneyFormat): ColumnSpec[] {
  const name = column(`${key}Name`);
  return [
    {
      key: `${key}Rank`,
      label: say(`${label.en}: place`, `${label.zh}名次`),
      format: 'rank',
      spills: {
        columns: 4,
        formula: unlessZero(
          builtin('SUM', results(key)),
          kpi(ranking, { names: results('person'), values: results(key), n: value(top) }),
        ),
      },
    },
    { key: `${key}Name`, label: say('Name', '姓名'), format: 'text', spilled: true },
    { key: `${key}Value`, label: say('Result', '业绩'), format: money, spilled: true },
    { key: `${key}Share`, label: say('Share', '占比'), format: 'percent', spilled: true },
    {
      key: `${key}Prize`,
      label: say('Prize', '奖金'),
      format: 'cents',
      formula: unlessBlank(column(`${key}Rank`), sumIf(results('person'), exactly(name), results(`${key}Prize`))),
    },
  ];
}

function prizeTable(prizes: readonly Readonly<Record<string, number | undefined>>[]): TableSpec {
  return {
    key: 'Prizes',
    title: say('Prizes', '奖金'),
    spare: 2,
    above: [],
    columns: [
      { key: 'place', label: say('Place', '名次'), format: 'rank', rule: { kind: 'number', minimum: 1 } },
      ...RACES.map(
        ({ key, label }): ColumnSpec => ({
          key,
          label,
          format: 'money',
          rule: { kind: 'number', minimum: 0 },
        }),
      ),
    ],
    rows: prizes.map((line, index) => ({
      place: index + 1,
      ...Object.fromEntries(RACES.map(({ key }): [string, Literal] => [key, line[key] ?? null])),
    })),
  };
}

const ALL_MONTHS = columns('m1', 'm12');

/** This row's sum over some of its months, blank where none of them is filled in. */
function sumUnlessBlank(...months: readonly Expression[]): Expression {
  return unlessText(textsIn(ALL_MONTHS), unlessZero(builtin('COUNT', ...months), builtin('SUM', ...months)));
}

function monthAt(number: Expression): Expression {
  return builtin('INDEX', ALL_MONTHS, number);
}

function resultTable(rows: readonly Results[], labels: readonly Text[], money: MoneyFormat): TableSpec {
  const quarterEnd = operator(value(3), '*', parameter('Quarter'));
  const ofQuarter = [2, 1, 0].map(back => monthAt(operator(quarterEnd, '-', value(back))));
  const sums: Readonly<Record<Race['key'], Expression>> = {
    month: sumUnlessBlank(monthAt(parameter('Month'))),
    quarter: sumUnlessBlank(...ofQuarter),
    year: sumUnlessBlank(ALL_MONTHS),
  };
  return {
    key: 'Results',
    title: say('Results', '业绩'),
    spare: 50,
    above: monthRows(),
    columns: [
      { key: 'person', label: say('Person', '姓名'), format: 'text' },
      ...MONTHS.map(
        (key, index): ColumnSpec => ({
          key,
          label: labels[index] ?? { en: key, zh: key },
          format: money,
          rule: { kind: 'number' },
        }),
      ),
      ...RACES.map(({ key, label }): ColumnSpec => ({ key, label, format: money, eachRow: true, formula: sums[key] })),
      ...RACES.map(
        ({ key, label }): ColumnSpec => ({
          key: `${key}Prize`,
          label: say(`${label.en}’s prize`, `${label.zh}奖金`),
          format: 'cents',
          spills: {
            columns: 1,
            formula: kpi(rankBonus, {
              values: results(key),
              prizes: columnOf('Prizes', key),
            }),
          },
        }),
      ),
    ],
    rows: rows.map(line => Object.fromEntries(Object.entries(line).map(([key, cell]) => [key, cell ?? null]))),
  };
}

/** The wall of fame: the best of every month, above its figures. */
function monthRows(): AboveRow[] {
  const each = (cell: (key: string) => Expression) => Object.fromEntries(MONTHS.map(key => [key, cell(key)]));
  const champion = (key: string): Expression => {
    const best = builtin('MAX', results(key));
    const name = builtin('INDEX', results('person'), builtin('MATCH', best, results(key), value(0)));
    const others = operator(builtin('COUNTIF', results(key), best), '-', value(1));
    const tied = builtin('IF', operator(others, '>', value(0)), joined(' +', others), BLANK);
    return onceFilled('Results', key, joined(name, tied));
  };
  return [
    totals({
      ...each(key => sumOnceFilled('Results', key)),
      ...Object.fromEntries(RACES.map(({ key }) => [key, sumOf('Results', key)])),
    }),
    { key: 'champion', label: say('Champion', '冠军'), role: 'total', format: 'text', cells: each(champion) },
  ];
}
