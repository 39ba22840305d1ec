import { collectionRate } from '../functions/collectionRate.ts';
import { countable } from '../functions/countable.ts';
import { dso } from '../functions/dso.ts';
import { leaderboard } from '../functions/leaderboard.ts';
import { overdueRate } from '../functions/overdueRate.ts';
import { serialOfIso } from '../kernel/calendar.ts';
import { type Language, say, type Text } from '../kernel/text.ts';
import { defineSpec } from '../plan/defineTemplate.ts';
import {
  blankAsZero,
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
import { dateField, linesField, numberField, textField } from '../plan/field.ts';
import type { ColumnSpec, ParameterSpec, TableSpec } from '../plan/sheetSpec.ts';
import { LIGHT_COLORS } from '../plan/theme.ts';
import {
  BLANK,
  bars,
  checks,
  exactly,
  sumIf,
  sumIfs,
  sumOf,
  totals,
  unlessAnyBlank,
  unlessZero,
} from './shared/expressions.ts';
import { figureTable } from './shared/figures.ts';
import { criterion, dayAfter, entered, LOG_ROWS, samplesField, wordColumn } from './shared/log.ts';
import { type MoneyFormat, moneyField } from './shared/money.ts';
import { firstOfMonth } from './shared/periods.ts';
import { SAMPLE_PEOPLE } from './shared/samples.ts';
import { dateCell, unitCell, unitField } from './shared/strip.ts';

interface Contract {
  readonly contract: string;
  readonly customer: string;
  readonly person: string;
  readonly signed: string;
  readonly due: string;
  readonly amount: number;
  readonly paid: number | undefined;
}

export const collection = defineSpec({
  id: 'collection',
  label: say('Collection tracking', '回款跟踪'),
  summary: say(
    'Contracts with due dates and payments: collection rate, overdue, ageing, DSO, credited sales.',
    '合同到期与回款：回款率、逾期、账龄、应收账款周转天数、有效业绩。',
  ),
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Collection tracking', '回款跟踪') }),
    start: dateField({
      label: say('Period start', '期间开始'),
      hint: say('Sales from here on count for the days outstanding.', '应收账款周转天数按此日起的销售计算。'),
      initial: today => dayAfter(firstOfMonth(today), -90),
    }),
    asOf: dateField({
      label: say('Data as of', '数据截至'),
      hint: say(
        'A date cell that you change; nothing uses today’s date by itself.',
        '由您填写的日期，不会自动取当天。',
      ),
      initial: today => today,
    }),
    share: numberField({
      label: say('Minimum collected, %', '最低回款比例（%）'),
      hint: say('From this share on a contract counts as a sale.', '回款达到此比例，合同计入业绩。'),
      initial: 30,
      minimum: 0,
      maximum: 100,
    }),
    unit: unitField,
    money: moneyField,
    contracts: linesField({
      label: say('Contracts', '合同'),
      hint: say(
        'One contract per line: number, customer, salesperson, signed on, due date, amount, collected. Or fill them in on the sheet.',
        '每行一条：合同号、客户、销售员、签订日、到期日、合同额、已回款；也可在表中填写。',
      ),
      columns: [
        { key: 'contract', label: say('Contract', '合同号'), type: 'text' },
        { key: 'customer', label: say('Customer', '客户'), type: 'text' },
        { key: 'person', label: say('Salesperson', '销售员'), type: 'text' },
        { key: 'signed', label: say('Signed on', '签订日'), type: 'date' },
        { key: 'due', label: say('Due date', '到期日'), type: 'date' },
        { key: 'amount', label: say('Amount', '合同额'), type: 'number' },
        { key: 'paid', label: say('Collected', '已回款'), type: 'number', optional: true },
      ],
      initial: () => [],
    }),
    samples: samplesField,
  },
  sheet({ title, start, asOf, share, unit, money, contracts, samples }, language) {
    const rows = entered(contracts, samples, () => sampleContracts(asOf, language));
    return {
      template: 'collection',
      name: say('Collection', '回款跟踪'),
      prefix: 'Collection',
      title,
      subtitle: say(
        'Keep the contracts in the yellow table at the bottom, and set “Data as of”; everything else is computed.',
        '在底部黄色表格维护合同，并填写“数据截至”；其余自动计算。',
      ),
      orientation: 'landscape',
      frozenColumns: 0,
      parameters: [dateCell('Start', start), dateCell('AsOf', asOf), shareCell(share / 100), unitCell(unit)],
      tables: [
        keyFigures(money),
        ageingTable(language, money),
        peopleTable(language, money),
        contractTable(rows, language, money),
      ],
    };
  },
});

function shareCell(share: number): ParameterSpec {
  return {
    key: 'LeastShare',
    label: say('Minimum collected', '最低回款比例'),
    format: 'percent',
    value: share,
    rule: { kind: 'number', minimum: 0, maximum: 1 },
    note: say('A contract counts as a sale once this share of it has been paid.', '回款达到此比例的合同才计入业绩。'),
  };
}

const of = (key: string): Expression => columnOf('Contracts', key);
const [amounts, paid, open, dues, late] = [of('amount'), of('paid'), of('open'), of('due'), of('late')];
const asOf = parameter('AsOf');

function keyFigures(money: MoneyFormat): TableSpec {
  const byNow = (cells: Expression) => sumIfs(cells, dues, criterion('<=', asOf));
  const owed = sumIfs(open, dues, value('>0'));
  // What has no due date cannot be late.
  const dated = builtin('IF', operator(dues, '=', BLANK), BLANK, amounts);
  const overdue = { due_dates: dues, amounts: dated, paid: paid, as_of: asOf };
  return figureTable(say('1  Key metrics', '一、关键指标'), [
    [say('Contract value', '合同总额'), money, sumOf('Contracts', 'amount')],
    [say('Collected', '已回款'), money, sumOf('Contracts', 'paid')],
    [say('Receivables', '应收账款'), money, sumOf('Contracts', 'open')],
    [
      say('Collection rate of what is due', '到期回款率'),
      'percent',
      unlessZero(byNow(amounts), kpi(collectionRate, { collected: byNow(paid), due: byNow(amounts) })),
    ],
    [say('Overdue', '逾期金额'), money, sumIfs(open, late, value('>0'))],
    [say('Overdue rate of receivables', '逾期率'), 'percent', unlessZero(owed, kpi(overdueRate, overdue))],
    [say('Days sales outstanding (DSO)', '应收账款周转天数（DSO）'), 'points', daysOutstanding()],
    [say('Credited sales', '有效业绩'), money, sumOf('Contracts', 'countable')],
  ]);
}

function daysOutstanding(): Expression {
  const since = parameter('Start');
  const days = operator(operator(asOf, '-', since), '+', value(1));
  const sales = sumIfs(amounts, of('signed'), criterion('>=', since), of('signed'), criterion('<=', asOf));
  return unlessZero(sales, kpi(dso, { receivables: sumOf('Contracts', 'open'), sales, days }));
}

/** Days overdue; what is not overdue yet has 0 or fewer. */
const BUCKETS: readonly { readonly label: Text; readonly from?: number; readonly to?: number }[] = [
  { label: say('Not overdue', '未逾期'), to: 0 },
  { label: say('1–30 days', '1–30 天'), from: 1, to: 30 },
  { label: say('31–60 days', '31–60 天'), from: 31, to: 60 },
  { label: say('61–90 days', '61–90 天'), from: 61, to: 90 },
  { label: say('Over 90 days', '90 天以上'), from: 91 },
];

function ageingTable(language: Language, money: MoneyFormat): TableSpec {
  const total = sumOf('Contracts', 'open');
  return {
    key: 'Ageing',
    title: say('2  Ageing of receivables', '二、应收账龄'),
    spare: 0,
    charts: [
      { kind: 'column', title: say('Receivables by age', '应收账龄'), categories: 'bucket', series: ['amount'] },
    ],
    above: [
      totals({ contracts: sumOf('Ageing', 'contracts'), amount: sumOf('Ageing', 'amount') }),
      checks({ amount: operator(total, '-', sumOf('Ageing', 'amount')) }),
    ],
    columns: [
      wordColumn('bucket', say('Age', '账龄')),
      { key: 'contracts', label: say('Contracts', '合同数'), format: 'integer', fixed: true },
      {
        key: 'amount',
        label: say('Outstanding', '未回款'),
        format: money,
        fixed: true,
        note: say('✗ above: something is owed without a due date.', '上方出现 ✗ 表示有未回款没有到期日。'),
      },
      {
        key: 'share',
        label: say('Share', '占比'),
        format: 'percent',
        eachRow: true,
        formula: unlessZero(total, operator(column('amount'), '/', total)),
      },
      {
        key: 'bar',
        label: say('Share, as a bar', '占比图示'),
        ...bars(column('share'), 1),
        width: 160,
      },
    ],
    rows: BUCKETS.map(({ label, from, to }) => {
      const tests = [
        ...(from === undefined ? [] : [late, value(`>=${from}`)]),
        ...(to === undefined ? [] : [late, value(`<=${to}`)]),
      ];
      return {
        bucket: label[language],
        contracts: builtin('COUNTIFS', open, value('>0'), ...tests),
        amount: sumIfs(open, ...tests),
      };
    }),
  };
}

const MOST_PEOPLE = 15;

function peopleTable(language: Language, money: MoneyFormat): TableSpec {
  const people = of('person');
  const nobody = say('(nobody)', '（未指定）')[language];
  const named = builtin('IF', operator(people, '=', BLANK), value(nobody), people);
  const board = kpi(leaderboard, { names: named, values: of('countable'), n: value(MOST_PEOPLE) });
  const ofPerson = (cells: Expression) =>
    unlessBlank(column('person'), sumIf(people, exactly(column('person')), cells));
  return {
    key: 'People',
    title: say('3  Credited sales by salesperson', '三、各销售员有效业绩'),
    spare: 0,
    above: [],
    columns: [
      {
        key: 'rank',
        label: say('Rank', '名次'),
        format: 'rank',
        spills: { columns: 4, formula: unlessZero(builtin('SUM', of('countable')), board) },
      },
      { key: 'person', label: say('Salesperson', '销售员'), format: 'text', spilled: true },
      {
        key: 'countable',
        label: say('Credited sales', '有效业绩'),
        format: money,
        spilled: true,
        note: COUNTABLE_NOTE,
      },
      { key: 'share', label: say('Share', '占比'), format: 'percent', spilled: true },
      {
        key: 'amount',
        label: say('Contract value', '合同总额'),
        format: money,
        formula: ofPerson(amounts),
      },
      {
        key: 'paid',
        label: say('Collected', '已回款'),
        format: money,
        formula: ofPerson(paid),
      },
    ],
    rows: Array.from({ length: MOST_PEOPLE }, () => ({})),
  };
}

const COUNTABLE_NOTE: Text = say(
  'The amount of contracts of which “Minimum collected” or more has been paid.',
  '回款达到最低比例的合同金额。',
);

function contractTable(rows: readonly Contract[], language: Language, money: MoneyFormat): TableSpec {
  return {
    key: 'Contracts',
    title: say('4  Contracts', '四、合同'),
    spare: LOG_ROWS,
    above: [],
    columns: [...contractInputs(money), ...contractResults(language, money)],
    rows: rows.map(({ signed, due, paid: received, ...rest }) => ({
      ...rest,
      signed: serialOfIso(signed),
      due: serialOfIso(due),
      paid: received ?? null,
    })),
  };
}

function contractInputs(money: MoneyFormat): ColumnSpec[] {
  return [
    { key: 'contract', label: say('Contract', '合同号'), format: 'text', named: 'Contract' },
    { key: 'customer', label: say('Customer', '客户'), format: 'text', named: 'Customer' },
    { key: 'person', label: say('Salesperson', '销售员'), format: 'text', named: 'Person' },
    { key: 'signed', label: say('Signed on', '签订日'), format: 'date', rule: { kind: 'date' } },
    { key: 'due', label: say('Due date', '到期日'), format: 'date', rule: { kind: 'date' }, named: 'Due' },
    {
      key: 'amount',
      label: say('Amount', '合同额'),
      format: money,
      rule: { kind: 'number' },
      named: 'Amount',
    },
    {
      key: 'paid',
      label: say('Collected', '已回款'),
      format: money,
      rule: { kind: 'number' },
      named: 'Paid',
      note: say('All payments up to “Data as of”.', '截至“数据截至”的全部回款。'),
    },
  ];
}

/** What a contract's row says about its money. */
const STATES = {
  paid: say('paid', '已结清'),
  overdue: say('overdue', '逾期'),
  open: say('not due', '未到期'),
  undated: say('no due date', '无到期日'),
} as const satisfies Record<string, Text>;

function statusColumn(language: Language): ColumnSpec {
  const word = (state: keyof typeof STATES) => value(STATES[state][language]);
  const dated = builtin(
    'IF',
    operator(operator(asOf, '-', column('due')), '>', value(0)),
    word('overdue'),
    word('open'),
  );
  const owing = builtin('IF', operator(column('due'), '=', BLANK), word('undated'), dated);
  return {
    key: 'status',
    label: say('Status', '状态'),
    format: 'text',
    formula: unlessBlank(column('amount'), builtin('IF', operator(column('open'), '=', value(0)), word('paid'), owing)),
    lights: [
      { condition: { when: 'textIs', value: STATES.overdue[language] }, ...LIGHT_COLORS.red },
      { condition: { when: 'textIs', value: STATES.undated[language] }, ...LIGHT_COLORS.amber },
      { condition: { when: 'textIs', value: STATES.paid[language] }, ...LIGHT_COLORS.green },
    ],
  };
}

function contractResults(language: Language, money: MoneyFormat): ColumnSpec[] {
  const rest = operator(column('amount'), '-', column('paid'));
  return [
    {
      key: 'open',
      label: say('Outstanding', '未回款'),
      format: money,
      formula: unlessBlank(column('amount'), builtin('IF', operator(rest, '>', value(0)), rest, value(0))),
      note: say('Amount − paid.', '合同额 − 已回款。'),
    },
    {
      key: 'late',
      label: say('Days overdue', '逾期天数'),
      format: 'number',
      formula: unlessAnyBlank(
        [column('amount'), column('due')],
        unlessZero(column('open'), operator(asOf, '-', column('due'))),
      ),
      note: say(
        'Days from the due date to “Data as of”; negative: still to come.',
        '到期日至“数据截至”的天数；负数为未到期。',
      ),
    },
    statusColumn(language),
    {
      key: 'countable',
      label: say('Credited sales', '有效业绩'),
      format: money,
      named: 'Countable',
      formula: kpi(countable, {
        amount: column('amount'),
        collected: blankAsZero(column('paid')),
        min_share: parameter('LeastShare'),
      }),
      note: COUNTABLE_NOTE,
    },
  ];
}

/** Days from signing and days to the due date, seen from “as of”; amount in thousands, paid share. */
const SAMPLES: readonly (readonly [signed: number, due: number, amount: number, paid: number])[] = [
  [-150, -100, 200, 0.5],
  [-120, -75, 160, 0.75],
  [-100, -45, 120, 1],
  [-85, -40, 300, 0.2],
  [-70, -15, 250, 0.6],
  [-60, -5, 90, 1],
  [-45, 0, 180, 0.5],
  [-30, 15, 140, 0.3],
  [-20, 30, 400, 0.25],
  [-10, 45, 110, 0],
  [-5, 60, 220, 0.5],
  [-2, 75, 80, 1],
];

const CUSTOMER = { en: 'Customer ', zh: '客户' } as const;

function sampleContracts(asOf: string, language: Language): Contract[] {
  return SAMPLES.map(([signed, due, thousand, share], index) => ({
    contract: `C-${101 + index}`,
    customer: `${CUSTOMER[language]}${String(index + 1).padStart(2, '0')}`,
    person: SAMPLE_PEOPLE[index % 4]?.person[language] ?? '',
    signed: dayAfter(asOf, signed),
    due: dayAfter(asOf, due),
    amount: thousand * 1000,
    paid: thousand * 1000 * share,
  }));
}
