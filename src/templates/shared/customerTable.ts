import { growth } from '../../functions/growth.ts';
import { usualInterval } from '../../functions/usualInterval.ts';
import { say } from '../../kernel/text.ts';
import { builtin, type Expression, kpi, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Row, Table } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { LIGHT_COLORS } from '../../plan/theme.ts';
import { RENEWAL } from './customerSamples.ts';
import { checks, exactly, rowsAlike, sumIfs, sumOf, totals, unlessText, unlessZero } from './expressions.ts';
import { criterion, LOG_ROWS } from './log.ts';
import { wide } from './wide.ts';

/** How it stands with a customer, and what has become of them in the period. */
export const ACTIVE = say('active', '正常');
export const AT_RISK = say('at risk', '有流失风险');
export const LOST = say('lost', '已流失');
/** Nobody has come back yet, so that no interval is known. */
export const UNKNOWN = say('not known yet', '尚无法判断');
export const NEW = say('new', '新增');
export const RETURNED = say('returned', '回归');

const optional = { optional: true } as const;

/** What is typed of a customer. */
export const customerColumns = [
  show.text('customer', say('Customer', '客户'), { named: 'Customer' }),
  show.text('industry', say('Industry', '行业'), { named: 'Industry', ...optional }),
  show.text('size', say('Size', '规模'), { named: 'Size', ...optional }),
  show.text('source', say('Source', '来源'), { named: 'Source', ...optional }),
  show.text('renewal', say('Means to renew', '续约意向'), {
    choices: [RENEWAL.yes, RENEWAL.open, RENEWAL.no],
    ...optional,
  }),
  show.integer('complaints', say('Complaints', '投诉次数'), { minimum: 0, ...optional }),
] as const;

/** An order, as it is typed or pasted. */
export const orderColumns = [
  show.date('date', say('Date', '日期')),
  show.text('customer', say('Customer', '客户')),
  show.amount('amount', say('Amount', '金额'), optional),
] as const;

const [dates, buyers, amounts] = [f`Orders[date]`, f`Orders[customer]`, f`Orders[amount]`];
const own = [buyers, exactly(f`[customer]`)] as const;
const upToNow = [dates, criterion('<', f`AsOf+1`)] as const;
const from = (day: Expression) => [dates, criterion('>=', day)] as const;
const before = (day: Expression) => [dates, criterion('<', day)] as const;

const inPeriod = [...own, ...from(f`Start`), ...before(f`End+1`), ...upToNow] as const;
const firstOf = (...days: readonly Expression[]) => builtin('MINIFS', dates, ...own, ...days);
const lastOf = (...days: readonly Expression[]) => builtin('MAXIFS', dates, ...own, ...days);

const once = (figure: Expression) => unlessBlank(f`[orders]`, unlessZero(f`[orders]`, figure));
const salesOf = (...days: readonly Expression[]) =>
  unlessBlank(f`[customer]`, once(sumIfs(amounts, ...own, ...days, ...upToNow)));

/** Twelve months further back than those that end with “as of”. */
const YEAR_BEFORE = f`DATE(YEAR(YearFrom)-1,MONTH(YearFrom),DAY(YearFrom))`;

const silence = f`IF([usual]="",${UNKNOWN},IF([silent]>ROUND(Factor*[usual],6),${AT_RISK},${ACTIVE}))`;
/** The first day on which a customer counts as lost. */
const lostOn = f`[last]+LostAfter+1`;
/** A border that is no number is an error in a difference, and would be a figure above all others in a comparison. */
const isWithin = (day: Expression) => f`(${day}-Start>=0)*(${day}-End<1)>0`;
const wasLost = f`IF(${isWithin(lostOn)},${LOST},"")`;
const cameBack = unlessBlank(f`[away]`, f`IF([away]-LostAfter>0,${RETURNED},"")`);

const sales = f`Customers[sales]`;
const total = f`Customers[total.sales]`;
/** The share of all sales that the customer and the larger ones have; equal sales are one class. */
const upToHere = f`ROUND((SUM(IF(${sales}>[sales],${sales},0))+[sales])/${total},9)`;
const classed = f`IF([sales]=MAX(${sales}),"A",IF(${upToHere}-UpToB>0,"C",IF(${upToHere}-UpToA>0,"B","A")))`;

/** By a day, a factor or a number of days that is none, orders and customers are counted as if there were none. */
export const ready = (figure: Expression) =>
  f`IF(COUNT(AsOf,Factor,LostAfter)<3,${say('✗ missing', '✗ 缺参数')},${figure})`;
const isDivided = f`IF(COUNT(UpToA,UpToB)<2,0,(UpToA>0)*(UpToA<=UpToB)*(UpToB<=1))`;
const unclassed = f`IF(${isDivided}>0,0,${say('✗ class borders', '✗ 分类界限')})`;

export const customerTable = (rows: readonly Row[]): Table => ({
  key: 'Customers',
  title: say('4  Customers', '四、客户'),
  spare: 60,
  above: [
    totals({
      orders: sumOf('Customers', 'orders'),
      sales: sumOf('Customers', 'sales'),
      before: sumOf('Customers', 'before'),
      complaints: sumOf('Customers', 'complaints'),
    }),
    checks(
      { orders: f`${builtin('COUNTIFS', ...upToNow)}-${sumOf('Customers', 'orders')}` },
      { industry: rowsAlike(f`Customers[customer]`), status: ready(unclassed) },
    ),
  ],
  columns: [
    ...customerColumns,
    show.text('status', say('Standing', '状态'), {
      named: 'Standing',
      formula: unlessBlank(f`[silent]`, f`IF([silent]-LostAfter>0,${LOST},${silence})`),
      lights: [
        { word: LOST, ...LIGHT_COLORS.red },
        { word: AT_RISK, ...LIGHT_COLORS.amber },
        { word: ACTIVE, ...LIGHT_COLORS.green },
      ],
      note: say(
        'At risk: silent for longer than “Factor” × the usual interval. Lost: longer than “Lost after”.',
        '有流失风险：未下单天数超过“倍数”× 平时间隔；已流失：超过“流失天数”。',
      ),
    }),
    show.text('event', say('This period', '本期变化'), {
      formula: unlessBlank(
        f`[first]`,
        f`IF(${isWithin(f`[first]`)},${NEW},IF([status]=${LOST},${wasLost},${cameBack}))`,
      ),
      note: say(
        'New: the first order of all. Returned: ordered after longer than “Lost after”. Lost: has become so in the period.',
        '新增：首次下单；回归：间隔超过“流失天数”后再次下单；已流失：本期内成为流失。',
      ),
    }),
    show.text('class', say('Class', '分类'), {
      named: 'Class',
      centred: true,
      eachRow: true,
      // By the total, which says it where a figure is none: in an array formula LibreOffice takes figures for texts.
      formula: unlessBlank(f`[sales]`, unlessText(f`1-COUNT(${total})`, f`IF(${total}<=0,"",${classed})`)),
      note: say(
        'By the share of the sales of 12 months that the customer and the larger ones have, as PARETO; the largest is A.',
        '按该客户及更大客户占近 12 个月销售额的比例，同 PARETO；最大者为 A 类。',
      ),
    }),
    show.integer('orders', say('Orders', '订单数'), {
      named: 'Orders',
      formula: unlessBlank(f`[customer]`, builtin('COUNTIFS', ...own, ...upToNow)),
      note: say(
        'Up to “Data as of”. ✗ above: orders of customers not listed here.',
        '截至“数据截至”。上方出现 ✗ 表示有订单的客户未列入本表。',
      ),
    }),
    show.date('first', say('First order', '首次下单'), {
      named: 'First',
      eachRow: true,
      formula: once(firstOf(...upToNow)),
    }),
    show.date('last', say('Last order', '最近下单'), {
      named: 'Last',
      eachRow: true,
      formula: once(lastOf(...upToNow)),
    }),
    show.number('usual', say('Usual interval', '平时间隔'), {
      named: 'UsualInterval',
      spills: {
        columns: 1,
        formula: intervalOf(f`Customers[customer]`),
        row: { formula: intervalOf(f`[customer]`), at: 1 },
      },
      note: say(
        'Days between purchases, the median; who bought once has the median of all.',
        '两次购买之间的天数（中位数）；只买过一次的取全部客户的中位数。',
      ),
    }),
    show.integer('silent', say('Days silent', '未下单天数'), {
      named: 'Silent',
      formula: unlessBlank(f`[last]`, f`AsOf-[last]`),
    }),
    show.integer('away', say('Days away before', '此前间隔天数'), {
      eachRow: true,
      formula: unlessBlank(
        f`[first]`,
        f`IF([first]>=Start,"",${unlessZero(builtin('COUNTIFS', ...inPeriod), f`${firstOf(...from(f`Start`))}-${lastOf(...before(f`Start`))}`)})`,
      ),
      note: say('Before the period’s first order.', '本期首单之前多少天未下单。'),
    }),
    show.amount('sales', say('Sales, 12 months', '近 12 个月销售额'), {
      named: 'Sales',
      eachRow: true,
      formula: salesOf(...from(f`YearFrom`)),
    }),
    show.amount('before', say('12 months before', '再前 12 个月'), {
      eachRow: true,
      formula: salesOf(...from(YEAR_BEFORE), ...before(f`YearFrom`)),
    }),
    show.percent('growth', say('Growth', '增长率'), {
      formula: kpi(growth, { current: unlessZero(f`[before]`, f`[sales]`), previous: f`[before]` }),
    }),
  ].map((column, index) => (index === 0 ? column : wide(column, 150))),
  rows,
});

function intervalOf(names: Expression): Expression {
  return unlessZero(
    builtin('COUNTIFS', ...upToNow),
    kpi(usualInterval, { names, customers: f`IF(${dates}<AsOf+1,${buyers},"")`, dates }),
  );
}

const incomplete = f`SUMPRODUCT((${buyers}<>"")*(${dates}="")+(${buyers}="")*(${dates}<>""))`;
const halfFilled = f`IF(${incomplete}>0,${say('✗ without customer or date: ', '✗ 缺客户或日期：')}&${incomplete},0)`;

export const orderTable = (rows: readonly Row[]): Table => ({
  key: 'Orders',
  title: say('5  Orders', '五、订单'),
  spare: LOG_ROWS,
  above: [
    totals({ amount: sumOf('Orders', 'amount') }),
    // A row without a customer or a date is no order.
    checks({}, { customer: halfFilled }),
  ],
  columns: orderColumns,
  rows,
});
