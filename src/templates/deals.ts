import { achievement } from '../functions/achievement.ts';
import { say, searchWords } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { blankAsZero, columnOf, type Expression, kpi, PLACE, unlessBlank } from '../plan/expression.ts';
import { choiceField, linesField, numberField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Row, RowAbove, Table } from '../plan/said.ts';
import { inStrip, show } from '../plan/show.ts';
import { LIGHT_COLORS } from '../plan/theme.ts';
import { deal, people, products } from './shared/dealColumns.ts';
import { sampleDeals } from './shared/dealSamples.ts';
import {
  checks,
  each,
  exactly,
  rowsAlike,
  sumIf,
  sumIfs,
  sumOf,
  textsIn,
  totals,
  unlessZero,
  zeroIfBlank,
} from './shared/expressions.ts';
import { figureTable } from './shared/figures.ts';
import { ANY_NUMBER } from './shared/fromTracker.ts';
import { entered, samplesField } from './shared/log.ts';
import { moneyField } from './shared/money.ts';
import { paidFor } from './shared/paidFor.ts';
import {
  BASES,
  type Basis,
  managerTiersField,
  managerTierTable,
  modeField,
  tiersField,
  tierTable,
} from './shared/payPlan.ts';
import { firstOfMonth, lastOfMonth } from './shared/periods.ts';
import { INCENTIVE_PEOPLE } from './shared/planSamples.ts';
import { endField, startField, unitField } from './shared/strip.ts';
import { strayManagers, teamColumns } from './shared/teamPay.ts';

/** What a deal counts by. */
const AMOUNT = say('amount', '金额');
const COLLECTED = say('collected', '回款');
const MARGIN = say('margin', '毛利');

const NO_TERMS = { prior: undefined, cap: undefined };

export const deals = defineTemplate({
  id: 'deals',
  label: say('Commission by deal', '逐单提成'),
  words: searchWords(
    'SPIFF, kicker, deal commission, credit split, order commission',
    '每单佣金，单笔提成，专项奖，按单提成',
  ),
  summary: say(
    'What each deal adds to the commission, by person, with product factors and SPIFFs; it adds up to the plan to the cent.',
    '逐笔列出每单带来的提成，计入产品系数和专项奖；每人合计与方案计算结果分毫不差。',
  ),
  name: say('Deals', '逐单提成'),
  prefix: 'Deals',
  subtitle: say(
    'Set the plan, the people and the products, then keep the deals at the bottom in the order in which they count.',
    '先设定方案、人员和产品，再在底部按计入的先后登记成交。',
  ),
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Commission by deal', '逐单提成') }),
    start: startField(firstOfMonth, say('Deals outside the period do not count.', '期间以外的成交不计入。')),
    end: endField(lastOfMonth),
    unit: unitField,
    money: moneyField,
    basis: choiceField({ label: say('Tier basis', '档位依据'), initial: 'achievement', choices: BASES }),
    mode: modeField,
    base: inStrip(
      choiceField({
        label: say('Deals count by', '计入依据'),
        initial: 'amount',
        choices: [
          { value: 'amount', label: AMOUNT },
          { value: 'collected', label: COLLECTED },
          { value: 'margin', label: MARGIN },
        ],
      }),
      show.text,
      'Base',
      { note: say('margin: amount − cost.', '毛利：金额 − 成本。') },
    ),
    share: inStrip(
      numberField({ label: say('Minimum collected', '最低回款比例'), initial: 0, minimum: 0, maximum: 1 }),
      show.percent,
      'LeastShare',
      {
        minimum: 0,
        maximum: 1,
        note: say('A deal counts once this share of it has been paid.', '回款达到此比例的成交才计入。'),
      },
    ),
    tiers: tiersField,
    managerTiers: managerTiersField,
    people: linesField({
      label: say('People', '人员'),
      hint: say(
        'One person per line: name, manager, target, prior sales, cap. All but the name may be left out.',
        '每行一条：姓名、主管、目标、前期累计销售额、封顶；除姓名外均可省略。',
      ),
      columns: people,
      initial: INCENTIVE_PEOPLE.map(({ person, target }) => ({
        person,
        manager: undefined,
        target,
        ...NO_TERMS,
      })),
      known: ({ people: team = [] }) =>
        team.length > 0
          ? team.map(({ person, target }) => ({ person, manager: undefined, target, ...NO_TERMS }))
          : undefined,
    }),
    products: linesField({
      label: say('Products', '产品'),
      hint: say('One per line: product line, factor, SPIFF a deal.', '每行一条：产品线、产品系数、单笔专项奖。'),
      columns: products,
      initial: [
        { product: say('Devices', '设备'), factor: 1, spiff: undefined },
        { product: say('Services', '服务'), factor: 0.5, spiff: 200 },
      ],
    }),
    deals: linesField({
      label: say('Deals', '成交'),
      hint: say(
        'One deal per line: date, number, customer, product line, salesperson, amount, collected, cost. Or fill them in on the sheet.',
        '每行一条：日期、单号、客户、产品线、销售员、金额、已回款、成本；也可在表中填写。',
      ),
      columns: deal,
    }),
    samples: samplesField,
  },
  sheet(chosen, language) {
    const { start, basis, money, samples } = chosen;
    const rows = entered<Row>(chosen.deals, samples, () => sampleDeals(start, language));
    const plan = { basis, managed: chosen.managerTiers.length > 0 };
    return {
      amounts: money,
      form: { basis },
      strip: ['start', 'end', 'unit', 'mode', 'base', 'share'],
      tables: [
        payout(plan),
        peopleTable(chosen.people, plan),
        tierTable(chosen.tiers, basis),
        ...(plan.managed ? [managerTierTable(chosen.managerTiers, basis)] : []),
        productTable(chosen.products),
        dealTable(rows, plan),
      ],
    };
  },
});

/** By what the tiers go, and whether managers have tiers of their own. */
interface Plan {
  readonly basis: Basis;
  readonly managed: boolean;
}

const payout = ({ managed }: Plan) =>
  figureTable(say('Payout', '应发金额'), [
    [say('Total to pay', '应发合计'), 'cents', f`People[total.pay]`],
    [COMMISSION, 'cents', f`People[total.commission]`],
    [say('SPIFFs', '专项奖'), 'cents', f`People[total.spiffs]`],
    ...(managed ? [[say('Overrides', '管理提成'), 'cents', f`People[total.override]`] as const] : []),
    [say('Credited sales', '计入业绩'), 'amount', f`People[total.credited]`],
  ]);

function peopleTable(rows: readonly Row[], plan: Plan): Table {
  const { basis, managed } = plan;
  const sum = (cells: Expression) => unlessBlank(f`[person]`, sumIf(f`Deals[person]`, own, cells));
  const terms = { target: f`[target]`, prior: blankAsZero(f`[prior]`), cap: f`[cap]` };
  return {
    key: 'People',
    title: say('People', '人员'),
    spare: 12,
    above: peopleTotals(plan),
    charts: [{ kind: 'bar', title: say('Pay by person', '各人应发'), categories: 'person', series: ['pay'] }],
    columns: [
      ...people,
      show.amount('credited', say('Credited sales', '计入业绩'), {
        named: 'Credited',
        formula: sum(f`Deals[credited]`),
      }),
      show.percent('achievement', say('Achievement', '达成率'), {
        formula: unlessBlank(
          f`[person]`,
          kpi(achievement, { actual: f`${blankAsZero(f`[prior]`)}+[credited]`, target: f`[target]` }),
        ),
      }),
      show.cents('commission', COMMISSION, { named: 'Commission', formula: sum(f`Deals[commission]`) }),
      show.cents('spiffs', say('SPIFFs', '专项奖'), { named: 'Spiffs', formula: sum(f`Deals[spiff]`) }),
      ...(managed ? teamColumns(basis) : []),
      show.cents('pay', PAY, {
        named: 'Pay',
        formula: unlessBlank(
          f`[person]`,
          managed ? f`[commission]+[spiffs]+${zeroIfBlank(f`[override]`)}` : f`[commission]+[spiffs]`,
        ),
      }),
      show.cents('whole', say('By the total', '按合计计算'), {
        formula: unlessBlank(f`[person]`, paidFor(f`[credited]`, basis, terms)),
        note: say(
          'COMMISSION of the credited sales in all: the deals add up to it.',
          '按计入业绩合计计算的提成：各单之和应与此相等。',
        ),
      }),
    ],
    rows,
  };
}

const PAY = say('Pay', '应发');
const COMMISSION = say('Commission', '提成');

/** By achievement, who has sold without a target is paid nothing: that is to be seen. */
const untargeted = f`SUMPRODUCT((People[person]<>"")*(People[credited]<>0)*(People[target]=""))`;
const noTarget = f`IF(${untargeted}>0,${say('✗ no target: ', '✗ 缺目标：')}&${untargeted},0)`;

const EARNED = ['target', 'credited', 'commission', 'spiffs', 'pay', 'whole'];

const peopleTotals = ({ basis, managed }: Plan): readonly RowAbove[] => [
  totals(each(managed ? [...EARNED, 'override'] : EARNED, key => sumOf('People', key))),
  checks(
    { whole: f`People[total.whole]-People[total.commission]` },
    {
      manager: rowsAlike(f`People[person]`),
      ...(basis === 'achievement' && { target: noTarget }),
      ...(managed && { teamSales: strayManagers }),
    },
  ),
];

/** What people are paid for their own deals. */
const paidForDeals = ({ managed }: Plan) =>
  managed ? f`(People[total.pay]-People[total.override])` : f`People[total.pay]`;

const productTable = (rows: readonly Row[]): Table => ({
  key: 'Products',
  title: say('Products', '产品'),
  spare: 5,
  columns: products,
  rows,
});

/** Whether a deal counts, or why nobody can say. */
const YES = say('yes', '是');
const NO = say('not yet', '未计入');
const OUTSIDE = say('outside the period', '不在期间内');
const NOBODY = say('✗ no salesperson', '✗ 缺销售员');
const STRANGER = say('✗ not among the people', '✗ 人员表中没有');
const UNKNOWN = say('✗ not among the products', '✗ 产品表中没有');
const FAULTS = [NOBODY, STRANGER, UNKNOWN];

const isNoneOf = (list: Expression, cell: Expression) => f`COUNTIF(${list},${exactly(cell)})=0`;
const byRule = f`IF(${blankAsZero(f`[collected]`)}-LeastShare*[amount]<0,${NO},${YES})`;
const byProduct = f`IF([product]="",${byRule},IF(${isNoneOf(f`Products[product]`, f`[product]`)},${UNKNOWN},${byRule}))`;
const byPerson = f`IF(${isNoneOf(f`People[person]`, f`[person]`)},${STRANGER},${byProduct})`;
/** A deal without a day is of the period; a text in place of one is more than any day. */
const isOutside = f`([date]<>"")*(([date]<Start)+([date]>=End+1))>0`;
const byDate = f`IF(${isOutside},${OUTSIDE},${byPerson})`;
const counts = unlessBlank(f`[amount]`, f`IF([person]="",${NOBODY},${byDate})`);

const own = exactly(f`[person]`);

/** A figure of the deal's person, blank where there is none. */
function ofPerson(key: string): Expression {
  const cells = columnOf('People', key);
  const filled = f`COUNTIFS(People[person],${own},${cells},${ANY_NUMBER})+${textsIn(cells, f`People[person]`, own)}`;
  return unlessBlank(f`[credited]`, unlessZero(filled, sumIf(f`People[person]`, own, cells)));
}

const ofProduct = (key: string) => sumIf(f`Products[product]`, exactly(f`[product]`), columnOf('Products', key));
const onceCounted = (figure: Expression) => f`IF([counts]=${YES},${figure},"")`;

const base = f`IF(Base=${COLLECTED},${blankAsZero(f`[collected]`)},IF(Base=${MARGIN},[amount]-${blankAsZero(f`[cost]`)},[amount]))`;
const factor = f`IF([product]="",1,${ofProduct('factor')})`;
const upToHere = [f`Deals[person]`, own, f`Deals[no]`, f`"<="&[no]`] as const;

/** Pay for some of the person's sales, beside the deal that they end with. */
function earned(basis: Basis, sales: Expression): Expression {
  return unlessBlank(f`[credited]`, paidFor(sales, basis, { target: f`[target]`, prior: f`[prior]`, cap: f`[cap]` }));
}

/** Where the host's tables do not grow by themselves; every running total looks at all of them. */
const ROOM = 60;

const dealTable = (rows: readonly Row[], plan: Plan): Table => ({
  key: 'Deals',
  title: say('Deals', '成交'),
  spare: ROOM,
  above: [
    totals(each(['amount', 'credited', 'commission', 'spiff', 'pay'], key => sumOf('Deals', key))),
    checks(
      {
        commission: f`${sumOf('Deals', 'commission')}-People[total.commission]`,
        pay: f`${sumOf('Deals', 'pay')}-${paidForDeals(plan)}`,
      },
      { counts: faults },
    ),
  ],
  columns: [
    show.rank('no', say('No.', '序号'), { eachRow: true, formula: unlessBlank(f`[amount]`, PLACE) }),
    ...deal,
    show.text('counts', say('Counts', '是否计入'), {
      named: 'Counts',
      formula: counts,
      note: say('By “Minimum collected”; ✗ says what is missing.', '按“最低回款比例”；✗ 表示缺少的内容。'),
      lights: [
        ...FAULTS.map(word => ({ word, ...LIGHT_COLORS.red })),
        ...[NO, OUTSIDE].map(word => ({ word, ...LIGHT_COLORS.amber })),
      ],
    }),
    show.amount('credited', say('Credited', '计入业绩'), {
      named: 'DealCredited',
      formula: onceCounted(f`ROUND(${base}*${factor},2)`),
      note: say('What the deal counts by × the product’s factor.', '计入依据 × 产品系数。'),
    }),
    show.amount('running', say('Running total', '累计业绩'), {
      named: 'Running',
      eachRow: true,
      formula: unlessBlank(f`[credited]`, sumIfs(f`Deals[credited]`, ...upToHere)),
      note: say('The person’s credited sales up to this deal.', '该销售员截至本单的计入业绩。'),
    }),
    show.amount('target', say('Target', '目标'), { formula: ofPerson('target') }),
    show.amount('prior', say('Prior sales', '前期累计销售额'), { formula: ofPerson('prior') }),
    show.money('cap', say('Cap', '封顶'), { formula: ofPerson('cap') }),
    show.cents('toDate', say('Commission to date', '累计提成'), { formula: earned(plan.basis, f`[running]`) }),
    show.cents('before', say('Of the deals before', '此前各单提成'), {
      formula: earned(plan.basis, f`ROUND([running]-[credited],2)`),
    }),
    show.cents('commission', COMMISSION, {
      named: 'DealCommission',
      formula: unlessBlank(f`[toDate]`, f`ROUND([toDate]-[before],2)`),
      note: say('What the deal adds to the commission; a refund takes back.', '本单增加的提成；退款会收回。'),
    }),
    show.cents('spiff', say('SPIFF', '专项奖'), {
      named: 'DealSpiff',
      formula: onceCounted(f`IF([product]="",0,IF([amount]>0,${ofProduct('spiff')},0))`),
    }),
    show.cents('pay', PAY, { named: 'DealPay', formula: unlessBlank(f`[commission]`, f`[commission]+[spiff]`) }),
  ],
  rows,
});

const faultCount = f`${FAULTS.map(word => f`COUNTIF(Deals[counts],${word})`).reduce((sum, next) => f`${sum}+${next}`)}`;
const faults = f`IF(${faultCount}>0,${say('✗ deals: ', '✗ 条：')}&${faultCount},0)`;
