import { churnList } from '../functions/churnList.ts';
import { cohort } from '../functions/cohort.ts';
import { grr } from '../functions/grr.ts';
import { nrr } from '../functions/nrr.ts';
import { repurchase } from '../functions/repurchase.ts';
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
import { choiceField, dateField, linesField, textField } from '../plan/field.ts';
import type { ColumnSpec, ParameterSpec, TableSpec } from '../plan/sheetSpec.ts';
import { HEAT } from '../plan/theme.ts';
import { BLANK, checks, filledIn, sumIfs, sumOf, unlessZero } from './shared/expressions.ts';
import { figureTable } from './shared/figures.ts';
import {
  computedRows,
  criterion,
  dayAfter,
  entered,
  inMonth,
  LOG_ROWS,
  monthAfter,
  monthColumn,
  onceFilled,
  padded,
  samplesField,
} from './shared/log.ts';
import { type MoneyFormat, moneyField } from './shared/money.ts';
import { firstOfMonth, lastOfMonth } from './shared/periods.ts';
import { dateCell, endField, startField, unitCell, unitField } from './shared/strip.ts';

interface Order {
  readonly date: string;
  readonly customer: string;
  readonly amount: number | undefined;
}

const UNITS = [
  { value: 'month', label: say('month', '月') },
  { value: 'quarter', label: say('quarter', '季') },
  { value: 'year', label: say('year', '年') },
] as const;

export const retention = defineSpec({
  id: 'retention',
  label: say('Retention and repurchase', '留存与复购'),
  summary: say(
    'From a list of orders: churn, new and won-back customers, repurchase, cohorts; and revenue retention.',
    '由订单清单得出流失、新增、挽回、复购和同期群留存，并计算收入留存。',
  ),
  fields: {
    title: textField({
      label: say('Title', '标题'),
      initial: say('Retention and repurchase', '留存与复购'),
    }),
    start: startField(firstOfMonth),
    end: endField(lastOfMonth),
    before: dateField({
      label: say('Period before begins', '上期开始'),
      hint: say('Its customers are those who can be lost or kept.', '流失与留存以上期客户为基数。'),
      initial: today => monthAfter(today, -1),
    }),
    cohorts: choiceField({ label: say('Cohorts by', '同期群周期'), initial: 'month', choices: UNITS }),
    unit: unitField,
    money: moneyField,
    orders: linesField({
      label: say('Orders', '订单'),
      hint: say(
        'One order per line: date, customer, amount. Or paste them into the sheet.',
        '每行一条：日期、客户、金额；也可粘贴到表中。',
      ),
      columns: [
        { key: 'date', label: say('Date', '日期'), type: 'date' },
        { key: 'customer', label: say('Customer', '客户'), type: 'text' },
        { key: 'amount', label: say('Amount', '金额'), type: 'number', optional: true },
      ],
      initial: () => [],
    }),
    samples: samplesField,
  },
  sheet({ title, start, end, before, cohorts, unit, money, orders, samples }, language) {
    const log = entered(orders, samples, () => sampleOrders(start, language));
    return {
      template: 'retention',
      name: say('Retention', '留存复购'),
      prefix: 'Retention',
      title,
      subtitle: say(
        'Paste the orders into the yellow table at the bottom and set the periods above; everything else is computed.',
        '将订单粘贴到底部黄色表格，并设置上方期间；其余自动计算。',
      ),
      orientation: 'landscape',
      frozenColumns: 0,
      parameters: strip({ start, end, before, cohorts, unit }, language),
      tables: [
        keyFigures(money),
        revenueTable(samples && orders.length === 0 ? start : undefined, money),
        monthTable(money),
        cohortTable(language),
        orderTable(log, money),
      ],
    };
  },
});

interface Periods {
  readonly start: string;
  readonly end: string;
  readonly before: string;
  readonly cohorts: string;
  readonly unit: string;
}

function strip({ start, end, before, cohorts, unit }: Periods, language: Language): ParameterSpec[] {
  return [
    dateCell('Start', start),
    dateCell('End', end),
    {
      key: 'Before',
      label: say('Period before begins', '上期开始'),
      format: 'date',
      value: serialOfIso(before),
      rule: { kind: 'date' },
      note: say(
        'It ends on the day before the period starts. Its customers can be lost or kept.',
        '到本期开始前一天为止；流失与留存以上期客户为基数。',
      ),
    },
    {
      key: 'Cohorts',
      label: say('Cohorts by', '同期群周期'),
      format: 'text',
      value: UNITS.find(({ value }) => value === cohorts)?.label[language] ?? cohorts,
      rule: { kind: 'list', values: UNITS.map(({ label }) => label[language]) },
    },
    unitCell(unit),
  ];
}

const customers = columnOf('Orders', 'customer');
const dates = columnOf('Orders', 'date');
const amounts = columnOf('Orders', 'amount');

/** The customers of the orders from one day to another, that one left out; the others are blank. */
function customersIn(from: Expression | undefined, to: Expression): Expression {
  const until = builtin('IF', operator(dates, '<', to), blankAsZero(customers), BLANK);
  return from ? builtin('IF', operator(dates, '>=', from), until, BLANK) : until;
}

function keyFigures(money: MoneyFormat): TableSpec {
  const [start, before] = [parameter('Start'), parameter('Before')];
  const after = operator(parameter('End'), '+', value(1));
  const tests = (from: Expression, to: Expression) => [dates, criterion('>=', from), dates, criterion('<', to)];
  const inPeriod = tests(start, after);
  const orders = builtin('COUNTIFS', ...inPeriod);
  const ordersBefore = builtin('COUNTIFS', ...tests(before, start));
  const sales = sumIfs(amounts, ...inPeriod);
  const now = customersIn(start, after);
  const missing = (from: Expression, among: Expression) =>
    kpi(churnList, { customers_before: from, customers_after: among });
  const lost = missing(customersIn(before, start), now);
  const never = missing(now, customersIn(undefined, start));
  const absent = missing(now, customersIn(before, start));
  return figureTable(say('1  The period against the one before', '一、本期与上期'), [
    [say('Orders', '订单数'), 'integer', orders],
    [say('Sales', '销售额'), money, sales],
    [say('Average order value', '客单价'), money, unlessZero(orders, operator(sales, '/', orders))],
    [say('Churn: customers before, not now', '流失率（上期有、本期无）'), 'percent', unlessZero(ordersBefore, lost)],
    [
      say('Retention: customers before, and now', '留存率（上期有、本期有）'),
      'percent',
      unlessZero(ordersBefore, operator(value(1), '-', lost)),
    ],
    [say('New: share of first-time customers', '新客户占比（本期首次购买）'), 'percent', unlessZero(orders, never)],
    [
      say('Won back: share of customers back again', '挽回占比（上期无、更早有）'),
      'percent',
      unlessZero(orders, operator(absent, '-', never)),
    ],
    [say('Repurchase in the period', '本期复购率'), 'percent', unlessZero(orders, kpi(repurchase, { customers: now }))],
    [
      say('Repurchase over all orders', '累计复购率'),
      'percent',
      onceFilled('Orders', 'date', kpi(repurchase, { customers: customers })),
    ],
  ]);
}

const RECURRING_ROWS = 12;

/** Recurring revenue of two sample months: 90 % and 95 % of it kept, 100 % and 97 % with expansion. */
const RECURRING = [
  { start: 1000000, churned: 60000, contraction: 40000, expansion: 100000, added: 50000 },
  { start: 1050000, churned: 42000, contraction: 10500, expansion: 21000, added: 31500 },
];

function revenueTable(samplesBefore: string | undefined, money: MoneyFormat): TableSpec {
  const [start, churned, contraction] = [column('start'), column('churned'), column('contraction')];
  const lost = {
    start: unlessZero(start, start),
    churned: blankAsZero(churned),
    contraction: blankAsZero(contraction),
  };
  const kept = operator(operator(start, '-', churned), '-', contraction);
  const input = (key: string, label: Text, note: Text): ColumnSpec => ({
    key,
    label,
    note,
    format: money,
    rule: { kind: 'number', minimum: 0 },
  });
  return {
    key: 'Revenue',
    title: say('2  Recurring revenue', '二、经常性收入'),
    spare: 0,
    above: [],
    columns: [
      { key: 'month', label: say('Month', '月份'), format: 'month', rule: { kind: 'date' } },
      input('start', say('At start', '期初收入'), say('Of the customers at the start.', '期初客户的经常性收入。')),
      input('churned', say('Churned', '流失收入'), say('Lost with customers who left.', '客户流失带走的收入。')),
      input(
        'contraction',
        say('Contraction', '减购收入'),
        say('Lost with customers who pay less.', '留存客户减少的收入。'),
      ),
      input(
        'expansion',
        say('Expansion', '增购收入'),
        say('Gained from the same customers.', '同一批客户增加的收入。'),
      ),
      input('added', say('New', '新增收入'), say('From new customers.', '新客户带来的收入。')),
      {
        key: 'end',
        label: say('At end', '期末收入'),
        format: money,
        formula: unlessBlank(start, operator(operator(kept, '+', column('expansion')), '+', column('added'))),
      },
      {
        key: 'grr',
        label: say('GRR', '总收入留存率（GRR）'),
        format: 'percent',
        formula: kpi(grr, lost),
        note: say('(At start − churned − contraction) ÷ at start.', '（期初 − 流失 − 减购）÷ 期初。'),
      },
      {
        key: 'nrr',
        label: say('NRR', '净收入留存率'),
        format: 'percent',
        formula: kpi(nrr, { ...lost, expansion: blankAsZero(column('expansion')) }),
        note: say(
          '(At start − churned − contraction + expansion) ÷ at start.',
          '（期初 − 流失 − 减购 + 增购）÷ 期初。',
        ),
      },
    ],
    rows: padded(
      samplesBefore === undefined
        ? []
        : RECURRING.map((row, index) => ({
            month: serialOfIso(monthAfter(samplesBefore, index - RECURRING.length)),
            ...row,
          })),
      RECURRING_ROWS,
    ),
  };
}

const MONTHS = 12;

function monthTable(money: MoneyFormat): TableSpec {
  const tests = inMonth(dates, column('month'));
  return {
    key: 'Months',
    title: say('3  Orders by month', '三、各月订单'),
    spare: 0,
    charts: [
      { kind: 'column', title: say('Sales by month', '各月销售额'), categories: 'month', series: ['sales'] },
      { kind: 'column', title: say('Orders by month', '各月订单数'), categories: 'month', series: ['orders'] },
    ],
    above: [
      checks({
        orders: operator(filledIn(dates), '-', sumOf('Months', 'orders')),
        sales: operator(sumOf('Orders', 'amount'), '-', sumOf('Months', 'sales')),
      }),
    ],
    columns: [
      {
        ...monthColumn(parameter('Start'), 1 - MONTHS),
        note: say(
          'The twelve months up to the period’s start. ✗ above: orders outside them.',
          '截至本期开始月的十二个月。上方出现 ✗ 表示有订单不在其中。',
        ),
      },
      {
        key: 'orders',
        label: say('Orders', '订单数'),
        format: 'integer',
        eachRow: true,
        formula: builtin('COUNTIFS', ...tests),
      },
      {
        key: 'sales',
        label: say('Sales', '销售额'),
        format: money,
        eachRow: true,
        formula: sumIfs(amounts, ...tests),
      },
      {
        key: 'average',
        label: say('Average order value', '客单价'),
        format: money,
        eachRow: true,
        formula: unlessZero(column('orders'), operator(column('sales'), '/', column('orders'))),
      },
    ],
    rows: computedRows(MONTHS),
  };
}

/** Most cohorts and periods that the table has room for. */
const MOST_PERIODS = 12;

function cohortTable(language: Language): TableSpec {
  const args = { customers: customers, dates: dates, unit: parameter('Cohorts') };
  const periods = operator(operator(periodNumber('MAX', language), '-', periodNumber('MIN', language)), '+', value(1));
  const table = builtin(
    'IF',
    operator(periods, '>', value(MOST_PERIODS)),
    value(TOO_LONG[language]),
    kpi(cohort, { ...args, language: value(language) }),
  );
  const shares = Array.from(
    { length: MOST_PERIODS },
    (_, index): ColumnSpec => ({
      key: `period${index}`,
      label: { en: String(index), zh: String(index) },
      format: 'percent',
      spilled: true,
      lights: HEAT,
    }),
  );
  return {
    key: 'Cohorts',
    title: say(
      '4  Cohorts: share of customers who buy again, by periods since their first purchase',
      '四、同期群：首购后各期仍购买的客户占比',
    ),
    headless: true,
    spare: 0,
    above: [],
    columns: [
      {
        key: 'cohort',
        label: say('Cohort', '首购期'),
        format: 'text',
        spills: { columns: MOST_PERIODS + 2, formula: onceFilled('Orders', 'date', table) },
      },
      { key: 'customers', label: say('Customers', '客户数'), format: 'integer', spilled: true },
      ...shares,
    ],
    rows: Array.from({ length: MOST_PERIODS + 1 }, () => ({})),
  };
}

const TOO_LONG: Text = say(
  'More than 12 periods: choose quarter or year for “Cohorts by”.',
  '超过 12 期：请将“同期群周期”改为季或年。',
);

/** Which month, quarter or year the first or last order lies in, counted on from year to year. */
function periodNumber(end: 'MIN' | 'MAX', language: Language): Expression {
  const day = builtin(end, dates);
  const [year, month] = [builtin('YEAR', day), builtin('MONTH', day)];
  const isUnit = (index: 0 | 1) => operator(parameter('Cohorts'), '=', value(UNITS[index].label[language]));
  const quarter = builtin('ROUND', operator(operator(month, '-', value(2)), '/', value(3)), value(0));
  const byQuarter = operator(operator(year, '*', value(4)), '+', quarter);
  const byMonth = operator(operator(year, '*', value(12)), '+', month);
  return builtin('IF', isUnit(0), byMonth, builtin('IF', isUnit(1), byQuarter, year));
}

function orderTable(orders: readonly Order[], money: MoneyFormat): TableSpec {
  return {
    key: 'Orders',
    title: say('5  Orders', '五、订单'),
    spare: LOG_ROWS,
    above: [],
    columns: [
      { key: 'date', label: say('Date', '日期'), format: 'date', rule: { kind: 'date' } },
      { key: 'customer', label: say('Customer', '客户'), format: 'text' },
      {
        key: 'amount',
        label: say('Amount', '金额'),
        format: money,
        rule: { kind: 'number' },
      },
    ],
    rows: orders.map(({ date, customer, amount }) => ({ date: serialOfIso(date), customer, amount: amount ?? null })),
  };
}

/**
 * Who buys in each of six months up to the period. In the last one five customers: 1, 2 and 7 stayed, 10 is new,
 * 3 is back again; 5 and 9 of the month before are gone.
 */
const BUYERS = [
  [1, 2, 3, 4],
  [1, 2, 5],
  [1, 3, 5, 6],
  [1, 2, 6, 7, 8],
  [1, 2, 5, 7, 9],
  [1, 1, 2, 3, 7, 10],
];

const CUSTOMER = { en: 'Customer ', zh: '客户' } as const;

function sampleOrders(start: string, language: Language): Order[] {
  return BUYERS.flatMap((buyers, index) =>
    buyers.map((number, order) => ({
      date: dayAfter(monthAfter(start, index + 1 - BUYERS.length), order * 4),
      customer: `${CUSTOMER[language]}${String(number).padStart(2, '0')}`,
      amount: number * 10000,
    })),
  );
}
