import { say } from '../../kernel/text.ts';
import { blankAsZero, builtin, columnOf, type Expression, PLACE, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Column, Row, Table } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { LIGHT_COLORS } from '../../plan/theme.ts';
import { DEAL_FIGURES } from '../../sheets/deals.ts';
import { deal } from './dealColumns.ts';
import { checks, each, exactly, sumIf, sumIfs, sumOf, textsIn, totals, unlessZero } from './expressions.ts';
import { creditColumns, isOverlay, isUncredited, isUneven, isUnfinished, leftOut, partOf } from './fromCredits.ts';
import { ANY_NUMBER } from './fromTracker.ts';
import { LAST_DAY } from './log.ts';
import { paidFor } from './paidFor.ts';
import { type Basis, NO_METHOD } from './payPlan.ts';
import { NO_PERIOD } from './strip.ts';

/** What a deal counts by. */
export const COUNTED_BY = {
  amount: say('amount', '金额'),
  collected: say('collected', '回款'),
  margin: say('margin', '毛利'),
} as const;

export const PAY = say('Pay', '应发');
export const COMMISSION = say('Commission', '提成');

/** By what the tiers go, whether managers have tiers of their own, and whether deals are shared between people. */
export interface DealPlan {
  readonly basis: Basis;
  readonly managed: boolean;
  readonly shared: boolean;
}

/** What people are paid for their own deals. */
const paidForDeals = ({ managed }: DealPlan) =>
  managed ? f`(People[total.pay]-People[total.override])` : f`People[total.pay]`;

/** Whether a deal counts, or why nobody can say. */
const YES = say('yes', '是');
const NO = say('not yet', '未计入');
const OUTSIDE = say('outside the period', '不在期间内');
const NOT_A_DAY = say('✗ not a date', '✗ 日期无效');
const NOBODY = say('✗ no salesperson', '✗ 缺销售员');
const STRANGER = say('✗ not among the people', '✗ 人员表中没有');
const UNKNOWN = say('✗ not among the products', '✗ 产品表中没有');
const TWICE = say('✗ product stands twice', '✗ 产品重复');
const NO_FACTOR = say('✗ product without a factor', '✗ 产品缺系数');
const NO_BASE = say('✗ what deals count by', '✗ 计入依据无效');
const UNFINISHED = say('✗ credits unfinished', '✗ 分摊不完整');
const UNCREDITED = say('✗ not in the credits', '✗ 不在分摊表中');
const UNEVEN = say('✗ rows of the deal differ', '✗ 同单各行金额不一');
const faultsOf = ({ shared }: DealPlan) => [
  ...[NO_METHOD, NO_BASE, NO_PERIOD, NOT_A_DAY, NOBODY, STRANGER, UNKNOWN, TWICE, NO_FACTOR],
  ...(shared ? [UNFINISHED, UNCREDITED, UNEVEN] : []),
];

const isBase = f`(Base=${COUNTED_BY.amount})+(Base=${COUNTED_BY.collected})+(Base=${COUNTED_BY.margin})>0`;
const isNoneOf = (list: Expression, cell: Expression) => f`COUNTIF(${list},${exactly(cell)})=0`;
const byRule = f`IF(${blankAsZero(f`[collected]`)}-LeastShare*[amount]<0,${NO},${YES})`;
const rowsOfProduct = f`COUNTIF(Products[product],${exactly(f`[product]`)})`;
const factors = builtin('COUNTIFS', f`Products[product]`, exactly(f`[product]`), f`Products[factor]`, ANY_NUMBER);
const byFactor = f`IF(${rowsOfProduct}>1,${TWICE},IF(${factors}=0,${NO_FACTOR},${byRule}))`;
const byProduct = f`IF([product]="",${byRule},IF(${rowsOfProduct}=0,${UNKNOWN},${byFactor}))`;
const byCredits = f`IF(${isUnfinished},${UNFINISHED},IF(${isUncredited},${UNCREDITED},IF(${isUneven},${UNEVEN},${byProduct})))`;
const byPerson = ({ shared }: DealPlan) =>
  f`IF(${isNoneOf(f`People[person]`, f`[person]`)},${STRANGER},${shared ? byCredits : byProduct})`;
/** A deal without a day is of the period. A text in place of one is more than any day. */
const isNoDay = f`([date]<>"")*([date]>${LAST_DAY})>0`;
const isOutside = f`([date]<>"")*(([date]<Start)+([date]>=End+1))>0`;
/** Without its two days nobody can say which deals are of the period: before a text is every day. */
const isPeriod = f`COUNT(Start)*COUNT(End)>0`;
const counts = (plan: DealPlan) => {
  const byDate = f`IF(${isNoDay},${NOT_A_DAY},IF(${isOutside},${OUTSIDE},${byPerson(plan)}))`;
  const byPeriod = f`IF(${isPeriod},IF([person]="",${NOBODY},${byDate}),${NO_PERIOD})`;
  // Blank, the function would pay by its default, and the sheet by the amount: neither was said.
  return unlessBlank(f`[amount]`, f`IF(Mode="",${NO_METHOD},IF(${isBase},${byPeriod},${NO_BASE}))`);
};

const own = exactly(f`[person]`);

/** A figure of the deal's person, blank where there is none. */
function ofPerson(key: string): Expression {
  const cells = columnOf('People', key);
  const filled = f`COUNTIFS(People[person],${own},${cells},${ANY_NUMBER})+${textsIn(cells, f`People[person]`, own)}`;
  return unlessBlank(f`[credited]`, unlessZero(filled, sumIf(f`People[person]`, own, cells)));
}

const ofProduct = (key: string) => sumIf(f`Products[product]`, exactly(f`[product]`), columnOf('Products', key));
const onceCounted = (figure: Expression) => f`IF([counts]=${YES},${figure},"")`;

const base = f`IF(Base=${COUNTED_BY.collected},${blankAsZero(f`[collected]`)},IF(Base=${COUNTED_BY.margin},[amount]-${blankAsZero(f`[cost]`)},[amount]))`;
const factor = f`IF([product]="",1,${ofProduct('factor')})`;
const upToHere = [f`Deals[person]`, own, f`Deals[no]`, f`"<="&[no]`] as const;

/** Pay for some of the person's sales, beside the deal that they end with. */
function earned(basis: Basis, sales: Expression): Expression {
  return unlessBlank(f`[credited]`, paidFor(sales, basis, { target: f`[target]`, prior: f`[prior]`, cap: f`[cap]` }));
}

const spiff = f`IF([product]="",0,IF([amount]>0,${ofProduct('spiff')},0))`;
const SPIFF_NOTE = say('By the share; an overlay has none.', '按比例计；附加不计。');

/** What the deal is worth to its person: all of it, or a part. */
function creditedColumns({ shared }: DealPlan): Column[] {
  const label = say('Credited', '计入业绩');
  const worth = onceCounted(f`ROUND(${base}*${factor},2)`);
  const note = say('What the deal counts by × the product’s factor.', '计入依据 × 产品系数。');
  if (!shared) return [show.amount('credited', label, { named: DEAL_FIGURES.credited, formula: worth, note })];
  return [
    show.amount('worth', say('Deal counts for', '整单业绩'), { formula: worth, note }),
    show.amount('credited', label, {
      named: DEAL_FIGURES.credited,
      eachRow: true,
      formula: unlessBlank(f`[worth]`, partOf(f`[worth]`)),
      note: say(
        '× the share, to the cent; the owner has what the splits leave.',
        '× 比例，精确到分；主责占分摊之外的部分。',
      ),
    }),
  ];
}

/** Where the host's tables do not grow by themselves; every running total looks at all of them. */
const ROOM = 60;

export const dealTable = (rows: readonly Row[], plan: DealPlan): Table => ({
  key: 'Deals',
  title: say('Deals', '成交'),
  spare: ROOM,
  above: [
    // A deal of several people has a row for each of them: its amounts are not to be added.
    totals(
      each([...(plan.shared ? [] : ['amount']), 'credited', 'commission', 'spiff', 'pay'], key => sumOf('Deals', key)),
    ),
    checks(
      {
        commission: f`${sumOf('Deals', 'commission')}-People[total.commission]`,
        pay: f`${sumOf('Deals', 'pay')}-${paidForDeals(plan)}`,
      },
      { counts: faults(plan), ...(plan.shared && { part: leftOut }) },
    ),
  ],
  columns: [
    show.rank('no', say('No.', '序号'), {
      named: DEAL_FIGURES.place,
      eachRow: true,
      formula: unlessBlank(f`[amount]`, PLACE),
    }),
    ...deal,
    ...(plan.shared ? creditColumns : []),
    show.text('counts', say('Counts', '是否计入'), {
      named: 'Counts',
      // Sums by two names are no array in Google Sheets.
      ...(plan.shared && { eachRow: true }),
      formula: counts(plan),
      note: say('By “Minimum collected”; ✗ says what is missing.', '按“最低回款比例”；✗ 表示缺少的内容。'),
      lights: [
        ...faultsOf(plan).map(word => ({ word, ...LIGHT_COLORS.red })),
        ...[NO, OUTSIDE].map(word => ({ word, ...LIGHT_COLORS.amber })),
      ],
    }),
    show.rank('turn', say('Person’s deal', '个人序号'), {
      named: DEAL_FIGURES.turn,
      formula: onceCounted(builtin('COUNTIFS', ...upToHere, f`Deals[counts]`, f`${YES}`)),
      note: say('The person’s first deal that counts, the second …', '该销售员计入的第几单。'),
    }),
    ...creditedColumns(plan),
    show.amount('running', say('Running total', '累计业绩'), {
      named: DEAL_FIGURES.running,
      eachRow: true,
      formula: unlessBlank(f`[credited]`, sumIfs(f`Deals[credited]`, ...upToHere)),
      note: say('The person’s credited sales up to this deal.', '该销售员截至本单的计入业绩。'),
    }),
    show.amount('target', say('Target', '目标'), { formula: ofPerson('target') }),
    show.amount('prior', say('Prior sales', '前期累计销售额'), { formula: ofPerson('prior') }),
    show.money('cap', say('Cap', '封顶'), { width: 140, formula: ofPerson('cap') }),
    show.cents('toDate', say('Commission to date', '累计提成'), { formula: earned(plan.basis, f`[running]`) }),
    show.cents('before', say('Of the deals before', '此前各单提成'), {
      formula: earned(plan.basis, f`ROUND([running]-[credited],2)`),
    }),
    show.cents('commission', COMMISSION, {
      named: DEAL_FIGURES.commission,
      formula: unlessBlank(f`[toDate]`, f`ROUND([toDate]-[before],2)`),
      note: say('What the deal adds to the commission; a refund takes back.', '本单增加的提成；退款会收回。'),
    }),
    show.cents('spiff', say('SPIFF', '专项奖'), {
      named: DEAL_FIGURES.spiff,
      ...(plan.shared
        ? { eachRow: true, formula: onceCounted(f`IF(${isOverlay},0,${partOf(spiff)})`), note: SPIFF_NOTE }
        : { formula: onceCounted(spiff) }),
    }),
    show.cents('pay', PAY, { named: DEAL_FIGURES.pay, formula: unlessBlank(f`[commission]`, f`[commission]+[spiff]`) }),
  ],
  rows,
});

function faults(plan: DealPlan): Expression {
  const [first = f`0`, ...others] = faultsOf(plan).map(word => f`COUNTIF(Deals[counts],${word})`);
  const count = others.reduce((sum, next) => f`${sum}+${next}`, first);
  return f`IF(${count}>0,${say('✗ deals: ', '✗ 条：')}&(${count}),0)`;
}
