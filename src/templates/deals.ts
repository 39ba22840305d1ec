import { achievement } from '../functions/achievement.ts';
import { say, searchWords } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { blankAsZero, type Expression, kpi, unlessBlank } from '../plan/expression.ts';
import { choiceField, linesField, numberField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Row, RowAbove, Table } from '../plan/said.ts';
import { inStrip, show } from '../plan/show.ts';
import { creditsNeed } from './shared/creditSamples.ts';
import { deal, people, products } from './shared/dealColumns.ts';
import { sampleDeals } from './shared/dealSamples.ts';
import { COMMISSION, COUNTED_BY, type DealPlan, dealTable, PAY } from './shared/dealTable.ts';
import { checks, each, exactly, rowsAlike, sumIf, sumOf, totals, zeroIfBlank } from './shared/expressions.ts';
import { figureTable } from './shared/figures.ts';
import { fromCreditsWhereThere } from './shared/fromCredits.ts';
import { entered, samplesField } from './shared/log.ts';
import { moneyField } from './shared/money.ts';
import { paidFor } from './shared/paidFor.ts';
import { BASES, managerTiersField, managerTierTable, modeField, tiersField, tierTable } from './shared/payPlan.ts';
import { firstOfMonth, lastOfMonth } from './shared/periods.ts';
import { INCENTIVE_PEOPLE } from './shared/planSamples.ts';
import { endField, startField, unitField } from './shared/strip.ts';
import { strayManagers, teamColumns } from './shared/teamPay.ts';

const NO_TERMS = { prior: undefined, cap: undefined };

export const deals = defineTemplate({
  id: 'deals',
  version: 3,
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
          { value: 'amount', label: COUNTED_BY.amount },
          { value: 'collected', label: COUNTED_BY.collected },
          { value: 'margin', label: COUNTED_BY.margin },
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
    fromCredits: fromCreditsWhereThere,
    samples: samplesField,
  },
  sheet(chosen, language) {
    const { start, basis, money, samples } = chosen;
    const plan = { basis, managed: chosen.managerTiers.length > 0, shared: chosen.fromCredits };
    const rows = entered<Row>(chosen.deals, samples, () => sampleDeals(start, language, plan.shared));
    return {
      amounts: money,
      needs: plan.shared ? [creditsNeed(language)] : [],
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

const payout = ({ managed }: DealPlan) =>
  figureTable(say('Payout', '应发金额'), [
    [say('Total to pay', '应发合计'), 'cents', f`People[total.pay]`],
    [COMMISSION, 'cents', f`People[total.commission]`],
    [say('SPIFFs', '专项奖'), 'cents', f`People[total.spiffs]`],
    ...(managed ? [[say('Overrides', '管理提成'), 'cents', f`People[total.override]`] as const] : []),
    [say('Credited sales', '计入业绩'), 'amount', f`People[total.credited]`],
  ]);

function peopleTable(rows: readonly Row[], plan: DealPlan): Table {
  const { basis, managed } = plan;
  const sum = (cells: Expression) => unlessBlank(f`[person]`, sumIf(f`Deals[person]`, exactly(f`[person]`), cells));
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

/** By achievement, who has sold without a target is paid nothing: that is to be seen. */
const untargeted = f`SUMPRODUCT((People[person]<>"")*(People[credited]<>0)*(People[target]=""))`;
const noTarget = f`IF(${untargeted}>0,${say('✗ no target: ', '✗ 缺目标：')}&${untargeted},0)`;

const EARNED = ['target', 'credited', 'commission', 'spiffs', 'pay', 'whole'];

const peopleTotals = ({ basis, managed }: DealPlan): readonly RowAbove[] => [
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

const productTable = (rows: readonly Row[]): Table => ({
  key: 'Products',
  title: say('Products', '产品'),
  spare: 5,
  columns: products,
  rows,
});
