import { churnList } from '../functions/churnList.ts';
import { cohort } from '../functions/cohort.ts';
import { repurchase } from '../functions/repurchase.ts';
import { fixedWords, type Language, say, searchWords } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { builtin, type Expression, kpi, LANGUAGE } from '../plan/expression.ts';
import { choiceField, dateField, linesField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Table } from '../plan/said.ts';
import { inStrip, show } from '../plan/show.ts';
import { HEAT } from '../plan/theme.ts';
import { checks, filledIn, sumIfs, sumOf, unlessZero } from './shared/expressions.ts';
import { figureTable } from './shared/figures.ts';
import {
  between,
  dayAfter,
  entered,
  inMonth,
  LOG_ROWS,
  monthAfter,
  monthColumn,
  onceFilled,
  samplesField,
} from './shared/log.ts';
import { moneyField } from './shared/money.ts';
import { firstOfMonth, lastOfMonth } from './shared/periods.ts';
import { recurringRevenue } from './shared/recurringRevenue.ts';
import { sampleCustomer } from './shared/samples.ts';
import { endField, startField, unitField } from './shared/strip.ts';

const MONTH = fixedWords('month', '月');
const QUARTER = fixedWords('quarter', '季');

const orderColumns = [
  show.date('date', say('Date', '日期')),
  show.text('customer', say('Customer', '客户')),
  show.amount('amount', say('Amount', '金额'), { optional: true }),
] as const;

export const retention = defineTemplate({
  id: 'retention',
  label: say('Retention and repurchase', '留存与复购'),
  words: searchWords(
    'churn, logo churn, cohort, repeat purchase, win-back, RFM',
    '客户流失率，回购率，客户复购率，客户留存，老客户，客户新增率',
  ),
  summary: say(
    'From a list of orders: churn, new and won-back customers, repurchase, cohorts; and revenue retention.',
    '由订单清单得出流失、新增、挽回、复购和同期群留存，并计算收入留存。',
  ),
  name: say('Retention', '留存复购'),
  prefix: 'Retention',
  subtitle: say(
    'Paste the orders into the yellow table at the bottom and set the periods above; everything else is computed.',
    '将订单粘贴到底部黄色表格，并设置上方期间；其余自动计算。',
  ),
  fields: {
    title: textField({
      label: say('Title', '标题'),
      initial: say('Retention and repurchase', '留存与复购'),
    }),
    start: startField(firstOfMonth),
    end: endField(lastOfMonth),
    before: inStrip(
      dateField({
        label: say('Period before begins', '上期开始'),
        hint: say('Its customers are those who can be lost or kept.', '流失与留存以上期客户为基数。'),
        initial: today => monthAfter(today, -1),
      }),
      show.date,
      'Before',
      {
        note: say(
          'It ends on the day before the period starts. Its customers can be lost or kept.',
          '到本期开始前一天为止；流失与留存以上期客户为基数。',
        ),
      },
    ),
    cohorts: inStrip(
      choiceField({
        label: say('Cohorts by', '同期群周期'),
        initial: 'month',
        choices: [
          { value: 'month', label: MONTH },
          { value: 'quarter', label: QUARTER },
          { value: 'year', label: say('year', '年') },
        ],
      }),
      show.text,
      'Cohorts',
    ),
    unit: unitField,
    money: moneyField,
    orders: linesField({
      label: say('Orders', '订单'),
      hint: say(
        'One order per line: date, customer, amount. Or paste them into the sheet.',
        '每行一条：日期、客户、金额；也可粘贴到表中。',
      ),
      columns: orderColumns,
    }),
    samples: samplesField,
  },
  sheet({ start, money, orders, samples }, language) {
    return {
      amounts: money,
      strip: ['start', 'end', 'before', 'cohorts', 'unit'],
      tables: [
        keyFigures,
        recurringRevenue(samples && orders.length === 0 ? start : undefined),
        monthTable,
        cohortTable,
        {
          key: 'Orders',
          title: say('5  Orders', '五、订单'),
          spare: LOG_ROWS,
          columns: orderColumns,
          rows: entered(orders, samples, () => sampleOrders(start, language)),
        },
      ],
    };
  },
});

const [dates, customers, amounts] = [f`Orders[date]`, f`Orders[customer]`, f`Orders[amount]`];

/** The customers of the orders up to a day, that one left out, and from another on; the others are blank. */
const customersTo = (to: Expression) => f`IF(${dates}<${to},${customers},"")`;
const customersIn = (from: Expression, to: Expression) => f`IF(${dates}>=${from},${customersTo(to)},"")`;

const inPeriod = between(dates, f`Start`, f`End+1`);
const orderCount = builtin('COUNTIFS', ...inPeriod);
const countBefore = builtin('COUNTIFS', ...between(dates, f`Before`, f`Start`));
const sales = sumIfs(amounts, ...inPeriod);

const now = customersIn(f`Start`, f`End+1`);
const before = customersIn(f`Before`, f`Start`);
const missing = (from: Expression, among: Expression) =>
  kpi(churnList, { customers_before: from, customers_after: among });
const lost = missing(before, now);
const never = missing(now, customersTo(f`Start`));
const absent = missing(now, before);

const keyFigures = figureTable(say('1  The period against the one before', '一、本期与上期'), [
  [say('Orders', '订单数'), 'integer', orderCount],
  [say('Sales', '销售额'), 'amount', sales],
  [say('Average order value', '客单价'), 'amount', unlessZero(orderCount, f`${sales}/${orderCount}`)],
  [say('Churn: customers before, not now', '流失率（上期有、本期无）'), 'percent', unlessZero(countBefore, lost)],
  [
    say('Retention: customers before, and now', '留存率（上期有、本期有）'),
    'percent',
    unlessZero(countBefore, f`1-${lost}`),
  ],
  [say('New: share of first-time customers', '新客户占比（本期首次购买）'), 'percent', unlessZero(orderCount, never)],
  [
    say('Won back: share of customers back again', '挽回占比（上期无、更早有）'),
    'percent',
    unlessZero(orderCount, f`${absent}-${never}`),
  ],
  [
    say('Repurchase in the period', '本期复购率'),
    'percent',
    unlessZero(orderCount, kpi(repurchase, { customers: now })),
  ],
  [
    say('Repurchase over all orders', '累计复购率'),
    'percent',
    onceFilled('Orders', 'date', kpi(repurchase, { customers })),
  ],
]);

const MONTHS = 12;
const ofMonth = inMonth(dates, f`[month]`);

const monthTable: Table = {
  key: 'Months',
  title: say('3  Orders by month', '三、各月订单'),
  charts: [
    { kind: 'column', title: say('Sales by month', '各月销售额'), categories: 'month', series: ['sales'] },
    { kind: 'column', title: say('Orders by month', '各月订单数'), categories: 'month', series: ['orders'] },
  ],
  above: [
    checks({
      orders: f`${filledIn(dates)}-${sumOf('Months', 'orders')}`,
      sales: f`${sumOf('Orders', 'amount')}-${sumOf('Months', 'sales')}`,
    }),
  ],
  columns: [
    monthColumn(
      f`Start`,
      1 - MONTHS,
      say(
        'The twelve months up to the period’s start. ✗ above: orders outside them.',
        '截至本期开始月的十二个月。上方出现 ✗ 表示有订单不在其中。',
      ),
    ),
    show.integer('orders', say('Orders', '订单数'), { eachRow: true, formula: builtin('COUNTIFS', ...ofMonth) }),
    show.amount('sales', say('Sales', '销售额'), { eachRow: true, formula: sumIfs(amounts, ...ofMonth) }),
    show.amount('average', say('Average order value', '客单价'), {
      eachRow: true,
      formula: unlessZero(f`[orders]`, f`[sales]/[orders]`),
    }),
  ],
  rows: MONTHS,
};

/** Most cohorts and periods that the table has room for. */
const MOST_PERIODS = 12;
const TOO_LONG = say(
  'More than 12 periods: choose quarter or year for “Cohorts by”.',
  '超过 12 期：请将“同期群周期”改为季或年。',
);

/** Which month, quarter or year the first or last order lies in, counted on from year to year. */
function periodNumber(day: Expression): Expression {
  const byQuarter = f`YEAR(${day})*4+ROUND((MONTH(${day})-2)/3,0)`;
  const byMonth = f`YEAR(${day})*12+MONTH(${day})`;
  return f`IF(Cohorts=${MONTH},${byMonth},IF(Cohorts=${QUARTER},${byQuarter},YEAR(${day})))`;
}

const periodCount = f`${periodNumber(f`MAX(${dates})`)}-${periodNumber(f`MIN(${dates})`)}+1`;
const cohorts = kpi(cohort, { customers, dates, unit: f`Cohorts`, language: LANGUAGE });

const cohortTable: Table = {
  key: 'Cohorts',
  title: say(
    '4  Cohorts: share of customers who buy again, by periods since their first purchase',
    '四、同期群：首购后各期仍购买的客户占比',
  ),
  headless: true,
  columns: [
    show.text('cohort', say('Cohort', '首购期'), {
      spills: {
        columns: MOST_PERIODS + 2,
        formula: onceFilled('Orders', 'date', f`IF(${periodCount}>${MOST_PERIODS},${TOO_LONG},${cohorts})`),
      },
    }),
    show.integer('customers', say('Customers', '客户数'), { spilled: true }),
    ...Array.from({ length: MOST_PERIODS }, (_, index) =>
      show.percent(`period${index}`, say(String(index), String(index)), { spilled: true, lights: HEAT }),
    ),
  ],
  rows: MOST_PERIODS + 1,
};

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

function sampleOrders(start: string, language: Language) {
  return BUYERS.flatMap((buyers, index) =>
    buyers.map((number, order) => ({
      date: dayAfter(monthAfter(start, index + 1 - BUYERS.length), order * 4),
      customer: sampleCustomer(number, language),
      amount: number * 10000,
    })),
  );
}
