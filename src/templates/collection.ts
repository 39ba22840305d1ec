import { collectionRate } from '../functions/collectionRate.ts';
import { countable } from '../functions/countable.ts';
import { dso } from '../functions/dso.ts';
import { leaderboard } from '../functions/leaderboard.ts';
import { overdueRate } from '../functions/overdueRate.ts';
import { type Language, say, searchWords } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { blankAsZero, builtin, type Expression, kpi, unlessBlank } from '../plan/expression.ts';
import { linesField, numberField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Row, Table } from '../plan/said.ts';
import { show } from '../plan/show.ts';
import { LIGHT_COLORS } from '../plan/theme.ts';
import {
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
import { moneyField } from './shared/money.ts';
import { firstOfMonth } from './shared/periods.ts';
import { SAMPLE_PEOPLE, sampleCustomer } from './shared/samples.ts';
import { asOfField, startField, unitField } from './shared/strip.ts';

const inputs = [
  show.text('contract', say('Contract', '合同号'), { named: 'Contract' }),
  show.text('customer', say('Customer', '客户'), { named: 'Customer' }),
  show.text('person', say('Salesperson', '销售员'), { named: 'Person' }),
  show.date('signed', say('Signed on', '签订日')),
  show.date('due', say('Due date', '到期日'), { named: 'Due' }),
  show.amount('amount', say('Amount', '合同额'), { named: 'Amount' }),
  show.amount('paid', say('Collected', '已回款'), {
    named: 'Paid',
    optional: true,
    note: say('All payments up to “Data as of”.', '截至“数据截至”的全部回款。'),
  }),
] as const;

export const collection = defineTemplate({
  id: 'collection',
  label: say('Collection tracking', '回款跟踪'),
  words: searchWords(
    'receivables, invoices, ageing, payments, cash, credit control',
    '应收账款，账龄，催款，收款台账，欠款，到账',
  ),
  summary: say(
    'Contracts with due dates and payments: collection rate, overdue, ageing, DSO, credited sales.',
    '合同到期与回款：回款率、逾期、账龄、应收账款周转天数、有效业绩。',
  ),
  name: say('Collection', '回款跟踪'),
  prefix: 'Collection',
  subtitle: say(
    'Keep the contracts in the yellow table at the bottom, and set “Data as of”; everything else is computed.',
    '在底部黄色表格维护合同，并填写“数据截至”；其余自动计算。',
  ),
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Collection tracking', '回款跟踪') }),
    start: startField(
      today => dayAfter(firstOfMonth(today), -90),
      say('Sales from here on count for the days outstanding.', '应收账款周转天数按此日起的销售计算。'),
    ),
    asOf: asOfField(
      today => today,
      say('A date cell that you change; nothing uses today’s date by itself.', '由您填写的日期，不会自动取当天。'),
    ),
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
      columns: inputs,
    }),
    samples: samplesField,
  },
  sheet({ asOf, share, money, contracts, samples }, language) {
    return {
      amounts: money,
      strip: ['start', 'asOf', leastShare(share / 100), 'unit'],
      tables: [
        keyFigures,
        ageingTable,
        peopleTable,
        contractTable(entered<Row>(contracts, samples, () => sampleContracts(asOf, language))),
      ],
    };
  },
});

const leastShare = (value: number) =>
  show.percent('LeastShare', say('Minimum collected', '最低回款比例'), {
    value,
    minimum: 0,
    maximum: 1,
    note: say('A contract counts as a sale once this share of it has been paid.', '回款达到此比例的合同才计入业绩。'),
  });

const [dues, amounts, paid] = [f`Contracts[due]`, f`Contracts[amount]`, f`Contracts[paid]`];
const [open, late] = [f`Contracts[open]`, f`Contracts[late]`];

const byNow = (cells: Expression) => sumIfs(cells, dues, criterion('<=', f`AsOf`));
const owed = sumIfs(open, dues, f`">0"`);
const overdue = kpi(overdueRate, {
  due_dates: dues,
  // What has no due date cannot be late.
  amounts: f`IF(${dues}="","",${amounts})`,
  paid,
  as_of: f`AsOf`,
});
const signed = f`Contracts[signed]`;
const sales = sumIfs(amounts, signed, criterion('>=', f`Start`), signed, criterion('<=', f`AsOf`));
const daysOutstanding = kpi(dso, { receivables: sumOf('Contracts', 'open'), sales, days: f`AsOf-Start+1` });

const keyFigures = figureTable(say('1  Key metrics', '一、关键指标'), [
  [say('Contract value', '合同总额'), 'amount', sumOf('Contracts', 'amount')],
  [say('Collected', '已回款'), 'amount', sumOf('Contracts', 'paid')],
  [say('Receivables', '应收账款'), 'amount', sumOf('Contracts', 'open')],
  [
    say('Collection rate of what is due', '到期回款率'),
    'percent',
    unlessZero(byNow(amounts), kpi(collectionRate, { collected: byNow(paid), due: byNow(amounts) })),
  ],
  [say('Overdue', '逾期金额'), 'amount', sumIfs(open, late, f`">0"`)],
  [say('Overdue rate of receivables', '逾期率'), 'percent', unlessZero(owed, overdue)],
  [say('Days sales outstanding (DSO)', '应收账款周转天数（DSO）'), 'points', unlessZero(sales, daysOutstanding)],
  [say('Credited sales', '有效业绩'), 'amount', sumOf('Contracts', 'countable')],
]);

/** Days overdue; what is not overdue yet has 0 or fewer. */
const BUCKETS = [
  { bucket: say('Not overdue', '未逾期'), days: ['<=0'] },
  { bucket: say('1–30 days', '1–30 天'), days: ['>=1', '<=30'] },
  { bucket: say('31–60 days', '31–60 天'), days: ['>=31', '<=60'] },
  { bucket: say('61–90 days', '61–90 天'), days: ['>=61', '<=90'] },
  { bucket: say('Over 90 days', '90 天以上'), days: ['>=91'] },
];

const ageingTable: Table = {
  key: 'Ageing',
  title: say('2  Ageing of receivables', '二、应收账龄'),
  charts: [{ kind: 'column', title: say('Receivables by age', '应收账龄'), categories: 'bucket', series: ['amount'] }],
  above: [
    totals({ contracts: sumOf('Ageing', 'contracts'), amount: sumOf('Ageing', 'amount') }),
    checks({ amount: f`${sumOf('Contracts', 'open')}-${sumOf('Ageing', 'amount')}` }),
  ],
  columns: [
    wordColumn('bucket', say('Age', '账龄')),
    show.integer('contracts', say('Contracts', '合同数'), { fixed: true }),
    show.amount('amount', say('Outstanding', '未回款'), {
      fixed: true,
      note: say('✗ above: something is owed without a due date.', '上方出现 ✗ 表示有未回款没有到期日。'),
    }),
    show.percent('share', say('Share', '占比'), {
      eachRow: true,
      formula: unlessZero(sumOf('Contracts', 'open'), f`[amount]/${sumOf('Contracts', 'open')}`),
    }),
    { key: 'bar', label: say('Share, as a bar', '占比图示'), ...bars(f`[share]`, 1), width: 160 },
  ],
  rows: BUCKETS.map(({ bucket, days }) => {
    const tests = days.flatMap(test => [late, f`${test}`]);
    return { bucket, contracts: builtin('COUNTIFS', open, f`">0"`, ...tests), amount: sumIfs(open, ...tests) };
  }),
};

const MOST_PEOPLE = 15;
const people = f`Contracts[person]`;
const board = kpi(leaderboard, {
  names: f`IF(${people}="",${say('(nobody)', '（未指定）')},${people})`,
  values: f`Contracts[countable]`,
  n: MOST_PEOPLE,
});
const ofPerson = (cells: Expression) => unlessBlank(f`[person]`, sumIf(people, exactly(f`[person]`), cells));

const COUNTABLE_NOTE = say(
  'The amount of contracts of which “Minimum collected” or more has been paid.',
  '回款达到最低比例的合同金额。',
);

const peopleTable: Table = {
  key: 'People',
  title: say('3  Credited sales by salesperson', '三、各销售员有效业绩'),
  columns: [
    show.rank('rank', say('Rank', '名次'), {
      spills: { columns: 4, formula: unlessZero(f`SUM(Contracts[countable])`, board) },
    }),
    show.text('person', say('Salesperson', '销售员'), { spilled: true }),
    show.amount('countable', say('Credited sales', '有效业绩'), { spilled: true, note: COUNTABLE_NOTE }),
    show.percent('share', say('Share', '占比'), { spilled: true }),
    show.amount('amount', say('Contract value', '合同总额'), { formula: ofPerson(amounts) }),
    show.amount('paid', say('Collected', '已回款'), { formula: ofPerson(paid) }),
  ],
  rows: MOST_PEOPLE,
};

/** What a contract's row says about its money. */
const PAID = say('paid', '已结清');
const OVERDUE = say('overdue', '逾期');
const NOT_DUE = say('not due', '未到期');
const UNDATED = say('no due date', '无到期日');
const owing = f`IF([due]="",${UNDATED},IF(AsOf-[due]>0,${OVERDUE},${NOT_DUE}))`;

const contractTable = (rows: readonly Row[]): Table => ({
  key: 'Contracts',
  title: say('4  Contracts', '四、合同'),
  spare: LOG_ROWS,
  columns: [
    ...inputs,
    show.amount('open', say('Outstanding', '未回款'), {
      formula: unlessBlank(f`[amount]`, f`IF([amount]-[paid]>0,[amount]-[paid],0)`),
      note: say('Amount − paid.', '合同额 − 已回款。'),
    }),
    show.number('late', say('Days overdue', '逾期天数'), {
      formula: unlessAnyBlank([f`[amount]`, f`[due]`], unlessZero(f`[open]`, f`AsOf-[due]`)),
      note: say(
        'Days from the due date to “Data as of”; negative: still to come.',
        '到期日至“数据截至”的天数；负数为未到期。',
      ),
    }),
    show.text('status', say('Status', '状态'), {
      formula: unlessBlank(f`[amount]`, f`IF([open]=0,${PAID},${owing})`),
      lights: [
        { word: OVERDUE, ...LIGHT_COLORS.red },
        { word: UNDATED, ...LIGHT_COLORS.amber },
        { word: PAID, ...LIGHT_COLORS.green },
      ],
    }),
    show.amount('countable', say('Credited sales', '有效业绩'), {
      named: 'Countable',
      formula: kpi(countable, {
        amount: f`[amount]`,
        collected: blankAsZero(f`[paid]`),
        min_share: f`LeastShare`,
      }),
      note: COUNTABLE_NOTE,
    }),
  ],
  rows,
});

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

function sampleContracts(asOf: string, language: Language) {
  return SAMPLES.map(([signed, due, thousand, share], index) => ({
    contract: `C-${101 + index}`,
    customer: sampleCustomer(index + 1, language),
    person: SAMPLE_PEOPLE[index % 4]?.person[language] ?? '',
    signed: dayAfter(asOf, signed),
    due: dayAfter(asOf, due),
    amount: thousand * 1000,
    paid: thousand * 1000 * share,
  }));
}
