import { churnList } from '../functions/churnList.ts';
import { cohort } from '../functions/cohort.ts';
import { grr } from '../functions/grr.ts';
import { nrr } from '../functions/nrr.ts';
import { repurchase } from '../functions/repurchase.ts';
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
  { value: 'month', label: { en: 'month', zh: '月' } },
  { value: 'quarter', label: { en: 'quarter', zh: '季' } },
  { value: 'year', label: { en: 'year', zh: '年' } },
] as const;

export const retention = defineTemplate({
  id: 'retention',
  label: { en: 'Retention and repurchase', zh: '留存与复购' },
  summary: {
    en: 'From a list of orders: churn, new and won-back customers, repurchase, cohorts; and revenue retention.',
    zh: '由订单清单得出流失、新增、挽回、复购和同期群留存，并计算收入留存。',
  },
  fields: {
    title: textField({
      label: { en: 'Title', zh: '标题' },
      initial: { en: 'Retention and repurchase', zh: '留存与复购' },
    }),
    start: startField(firstOfMonth),
    end: endField(lastOfMonth),
    before: dateField({
      label: { en: 'Period before begins', zh: '上期开始' },
      hint: { en: 'Its customers are those who can be lost or kept.', zh: '流失与留存以上期客户为基数。' },
      initial: today => monthAfter(today, -1),
    }),
    cohorts: choiceField({ label: { en: 'Cohorts by', zh: '同期群周期' }, initial: 'month', choices: UNITS }),
    unit: unitField,
    money: moneyField,
    orders: linesField({
      label: { en: 'Orders', zh: '订单' },
      hint: {
        en: 'One order per line: date, customer, amount. Or paste them into the sheet.',
        zh: '每行一条：日期、客户、金额；也可粘贴到表中。',
      },
      columns: [
        { key: 'date', label: { en: 'Date', zh: '日期' }, type: 'date' },
        { key: 'customer', label: { en: 'Customer', zh: '客户' }, type: 'text' },
        { key: 'amount', label: { en: 'Amount', zh: '金额' }, type: 'number', optional: true },
      ],
      initial: () => [],
    }),
    samples: samplesField,
  },
  sheet({ title, start, end, before, cohorts, unit, money, orders, samples }, language) {
    const log = entered(orders, samples, () => sampleOrders(start, language));
    return {
      template: 'retention',
      name: { en: 'Retention', zh: '留存复购' },
      prefix: 'Retention',
      title,
      subtitle: {
        en: 'Paste the orders into the yellow table at the bottom and set the periods above; everything else is computed.',
        zh: '将订单粘贴到底部黄色表格，并设置上方期间；其余自动计算。',
      },
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
      label: { en: 'Period before begins', zh: '上期开始' },
      format: 'date',
      value: serialOfIso(before),
      rule: { kind: 'date' },
      note: {
        en: 'It ends on the day before the period starts. Its customers can be lost or kept.',
        zh: '到本期开始前一天为止；流失与留存以上期客户为基数。',
      },
    },
    {
      key: 'Cohorts',
      label: { en: 'Cohorts by', zh: '同期群周期' },
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
  const until = builtin('IF', operator(dates, '<', to), customers, BLANK);
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
  return figureTable({ en: '1  The period against the one before', zh: '一、本期与上期' }, [
    [{ en: 'Orders', zh: '订单数' }, 'integer', orders],
    [{ en: 'Sales', zh: '销售额' }, money, sales],
    [{ en: 'Average order value', zh: '客单价' }, money, unlessZero(orders, operator(sales, '/', orders))],
    [
      { en: 'Churn: customers before, not now', zh: '流失率（上期有、本期无）' },
      'percent',
      unlessZero(ordersBefore, lost),
    ],
    [
      { en: 'Retention: customers before, and now', zh: '留存率（上期有、本期有）' },
      'percent',
      unlessZero(ordersBefore, operator(value(1), '-', lost)),
    ],
    [
      { en: 'New: share of first-time customers', zh: '新客户占比（本期首次购买）' },
      'percent',
      unlessZero(orders, never),
    ],
    [
      { en: 'Won back: share of customers back again', zh: '挽回占比（上期无、更早有）' },
      'percent',
      unlessZero(orders, operator(absent, '-', never)),
    ],
    [
      { en: 'Repurchase in the period', zh: '本期复购率' },
      'percent',
      unlessZero(orders, kpi(repurchase, { customers: now })),
    ],
    [
      { en: 'Repurchase over all orders', zh: '累计复购率' },
      'percent',
      onceFilled('Orders', 'date', kpi(repurchase, { customers: blankKept(customers) })),
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
  const measured = unlessZero(start, start);
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
    title: { en: '2  Recurring revenue', zh: '二、经常性收入' },
    spare: 0,
    above: [],
    columns: [
      { key: 'month', label: { en: 'Month', zh: '月份' }, format: 'month', rule: { kind: 'date' } },
      input(
        'start',
        { en: 'At start', zh: '期初收入' },
        { en: 'Of the customers at the start.', zh: '期初客户的经常性收入。' },
      ),
      input(
        'churned',
        { en: 'Churned', zh: '流失收入' },
        { en: 'Lost with customers who left.', zh: '客户流失带走的收入。' },
      ),
      input(
        'contraction',
        { en: 'Contraction', zh: '减购收入' },
        { en: 'Lost with customers who pay less.', zh: '留存客户减少的收入。' },
      ),
      input(
        'expansion',
        { en: 'Expansion', zh: '增购收入' },
        { en: 'Gained from the same customers.', zh: '同一批客户增加的收入。' },
      ),
      input('added', { en: 'New', zh: '新增收入' }, { en: 'From new customers.', zh: '新客户带来的收入。' }),
      {
        key: 'end',
        label: { en: 'At end', zh: '期末收入' },
        format: money,
        formula: unlessBlank(start, operator(operator(kept, '+', column('expansion')), '+', column('added'))),
      },
      {
        key: 'grr',
        label: { en: 'GRR', zh: '总收入留存率（GRR）' },
        format: 'percent',
        formula: kpi(grr, { start: measured, churned, contraction }),
        note: { en: '(At start − churned − contraction) ÷ at start.', zh: '（期初 − 流失 − 减购）÷ 期初。' },
      },
      {
        key: 'nrr',
        label: { en: 'NRR', zh: '净收入留存率' },
        format: 'percent',
        formula: kpi(nrr, { start: measured, churned, contraction, expansion: column('expansion') }),
        note: {
          en: '(At start − churned − contraction + expansion) ÷ at start.',
          zh: '（期初 − 流失 − 减购 + 增购）÷ 期初。',
        },
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
    title: { en: '3  Orders by month', zh: '三、各月订单' },
    spare: 0,
    charts: [
      { kind: 'column', title: { en: 'Sales by month', zh: '各月销售额' }, categories: 'month', series: ['sales'] },
      { kind: 'column', title: { en: 'Orders by month', zh: '各月订单数' }, categories: 'month', series: ['orders'] },
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
        note: {
          en: 'The twelve months up to the period’s start. ✗ above: orders outside them.',
          zh: '截至本期开始月的十二个月。上方出现 ✗ 表示有订单不在其中。',
        },
      },
      {
        key: 'orders',
        label: { en: 'Orders', zh: '订单数' },
        format: 'integer',
        eachRow: true,
        formula: builtin('COUNTIFS', ...tests),
      },
      {
        key: 'sales',
        label: { en: 'Sales', zh: '销售额' },
        format: money,
        eachRow: true,
        formula: sumIfs(amounts, ...tests),
      },
      {
        key: 'average',
        label: { en: 'Average order value', zh: '客单价' },
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
  const args = { customers: blankKept(customers), dates: blankKept(dates), unit: parameter('Cohorts') };
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
    title: {
      en: '4  Cohorts: share of customers who buy again, by periods since their first purchase',
      zh: '四、同期群：首购后各期仍购买的客户占比',
    },
    headless: true,
    spare: 0,
    above: [],
    columns: [
      {
        key: 'cohort',
        label: { en: 'Cohort', zh: '首购期' },
        format: 'text',
        spills: { columns: MOST_PERIODS + 2, formula: onceFilled('Orders', 'date', table) },
      },
      { key: 'customers', label: { en: 'Customers', zh: '客户数' }, format: 'integer', spilled: true },
      ...shares,
    ],
    rows: Array.from({ length: MOST_PERIODS + 1 }, () => ({})),
  };
}

const TOO_LONG: Text = {
  en: 'More than 12 periods: choose quarter or year for “Cohorts by”.',
  zh: '超过 12 期：请将“同期群周期”改为季或年。',
};

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
    title: { en: '5  Orders', zh: '五、订单' },
    spare: LOG_ROWS,
    above: [],
    columns: [
      { key: 'date', label: { en: 'Date', zh: '日期' }, format: 'date', rule: { kind: 'date' } },
      { key: 'customer', label: { en: 'Customer', zh: '客户' }, format: 'text' },
      {
        key: 'amount',
        label: { en: 'Amount', zh: '金额' },
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
