import { achievement } from '../functions/achievement.ts';
import { LARGEST_SHARE } from '../functions/shared/tiers.ts';
import { say, searchWords } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { column, columnOf, type Expression, kpi, unlessBlank } from '../plan/expression.ts';
import { linesField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Column, Row, RowAbove, Table } from '../plan/said.ts';
import { show } from '../plan/show.ts';
import { LIGHT_COLORS } from '../plan/theme.ts';
import {
  checks,
  each,
  sumOf,
  sumOnceFilled,
  textsIn,
  totals,
  unlessAnyBlank,
  unlessText,
  unlessTexts,
  unlessZero,
} from './shared/expressions.ts';
import { figureTable } from './shared/figures.ts';
import { ANY_NUMBER } from './shared/fromTracker.ts';
import { criterion, entered, samplesField } from './shared/log.ts';
import { moneyField } from './shared/money.ts';
import { capOf, modeFieldOf, NO_METHOD, PLAN_COLUMNS, planField } from './shared/payPlan.ts';
import { costOf, type ModelledPlan, PLANS, payBy, sales, targets } from './shared/planCost.ts';
import { PLAN_A, PLAN_B, peopleAndMonths } from './shared/planSamples.ts';
import { unitField } from './shared/strip.ts';

const inputs = [
  show.text('person', say('Person', '姓名'), { named: 'Person' }),
  show.month('month', say('Month', '月份'), { named: 'Month', optional: true }),
  show.amount('target', say('Target', '目标'), { named: 'Target', minimum: 0, optional: true }),
  show.amount('sales', say('Sales', '销售额'), { named: 'Sales', optional: true }),
] as const;

export const planModel = defineTemplate({
  id: 'plan-model',
  fromHistory: true,
  label: say('Plan model', '方案测算'),
  words: searchWords(
    'plan comparison, what-if, simulation, cost of sales, compensation design',
    '方案对比，提成模拟，佣金测算，成本测算',
  ),
  summary: say(
    'Two commission plans side by side: what they cost, who gains and who loses, and what happens if sales change.',
    '两套提成方案对比：成本各是多少，谁增谁减，销售额变动时又如何。',
  ),
  name: say('Plan model', '方案测算'),
  prefix: 'PlanModel',
  subtitle: say(
    'Set both plans, then enter targets and sales of past months in the bottom table. The plan in force stays as it is.',
    '先设定两套方案，再在底部表格填写过往各月的目标和销售额；现行方案不受影响。',
  ),
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Plan model', '提成方案测算') }),
    unit: unitField,
    money: moneyField,
    modeA: modeFieldOf('ModeA', say('Commission method A', '方案 A 计提方式')),
    tiersA: planField(say('Tiers of plan A', '方案 A 档位'), PLAN_A),
    modeB: modeFieldOf('ModeB', say('Commission method B', '方案 B 计提方式'), 'marginal'),
    tiersB: planField(say('Tiers of plan B', '方案 B 档位'), PLAN_B),
    rows: linesField({
      label: say('People and months', '人员与月份'),
      hint: say(
        'One person and month per line: name, month (its first day), target, sales. Or fill them in on the sheet.',
        '每行一条：姓名、月份（当月第一天）、目标、销售额；也可在表中填写。',
      ),
      columns: inputs,
      known: ({ personMonths = [] }) => (personMonths.length > 0 ? personMonths : undefined),
    }),
    samples: samplesField,
  },
  sheet({ money, tiersA, tiersB, rows, samples }, language) {
    return {
      amounts: money,
      strip: [
        'unit',
        'modeA',
        'modeB',
        capOf('CapA', say('Cap A', '方案 A 封顶')),
        capOf('CapB', say('Cap B', '方案 B 封顶')),
        typical,
      ],
      tables: [
        keyFigures,
        scenarios,
        tierTable('A', tiersA),
        tierTable('B', tiersB),
        curve,
        rowTable(entered<Row>(rows, samples, () => peopleAndMonths(language))),
      ],
    };
  },
});

const reached = f`Rows[achievement]`;

const typical = show.amount('Typical', say('Average target', '平均目标'), {
  value: unlessTexts(textsIn(targets), unlessZero(f`COUNT(${targets})`, f`ROUND(AVERAGE(${targets}),2)`)),
  note: say('Of all people and months; the curve is drawn for it.', '全部人月的平均；提成曲线按此计算。'),
});

const share = (cost: Expression, sold: Expression) => unlessBlank(sold, unlessZero(sold, f`${cost}/${sold}`));

const keyFigures = figureTable(say('1  Key metrics', '一、关键指标'), [
  [say('Cost of plan A', '方案 A 提成总额'), 'amount', f`Rows[total.payA]`],
  [say('Cost of plan B', '方案 B 提成总额'), 'amount', f`Rows[total.payB]`],
  [say('Difference (B − A)', '差额（B − A）'), 'amount', f`Rows[total.difference]`],
  [say('Cost ratio A', '提成费用率 A'), 'percent', share(f`Rows[total.payA]`, f`Rows[total.sales]`)],
  [say('Cost ratio B', '提成费用率 B'), 'percent', share(f`Rows[total.payB]`, f`Rows[total.sales]`)],
  [say('People-months that gain with B', '改用 B 后增加（人月）'), 'integer', f`COUNTIF(Rows[difference],">0")`],
  [say('People-months that lose with B', '改用 B 后减少（人月）'), 'integer', f`COUNTIF(Rows[difference],"<0")`],
]);

const SHIFTS = [-0.2, -0.1, 0, 0.1, 0.2];

const RATIO_NOTE = say('Commission ÷ sales.', '提成 ÷ 销售额。');

const scenarios: Table = {
  key: 'Scenarios',
  title: say('2  If sales change', '二、销售额变动情景'),
  spare: 2,
  charts: [
    {
      kind: 'column',
      title: say('Cost if sales change', '销售额变动时的提成总额'),
      categories: 'shift',
      series: ['costA', 'costB'],
    },
    {
      kind: 'line',
      title: say('Commission by achievement', '各达成率下的提成'),
      table: 'Curve',
      categories: 'achievement',
      series: ['payA', 'payB'],
    },
  ],
  columns: [
    show.percent('shift', say('Change of sales', '销售额变动'), {
      named: 'Shift',
      minimum: -1,
      note: say('0%: as in the table at the bottom.', '0% 即底部表格中的销售额。'),
    }),
    show.amount('sales', say('Sales', '销售额'), {
      eachRow: true,
      formula: unlessBlank(f`[shift]`, unlessText(textsIn(sales), f`ROUND(SUM(${sales})*(1+[shift]),2)`)),
    }),
    ...PLANS.map(plan =>
      show.amount(`cost${plan}`, say(`Cost of plan ${plan}`, `方案 ${plan} 提成总额`), {
        eachRow: true,
        // What a row’s error says is a text in some hosts, which a sum would pass over.
        formula: unlessBlank(
          f`[shift]`,
          unlessText(f`${textsIn(f`[shift]`)}+${textsIn(columnOf('Rows', `pay${plan}`))}`, costOf(plan, f`[shift]`)),
        ),
      }),
    ),
    show.amount('difference', say('Difference (B − A)', '差额（B − A）'), {
      eachRow: true,
      formula: unlessBlank(f`[shift]`, f`[costB]-[costA]`),
    }),
    ...PLANS.map(plan =>
      show.percent(`ratio${plan}`, say(`Cost ratio ${plan}`, `提成费用率 ${plan}`), {
        eachRow: true,
        formula: share(column(`cost${plan}`), f`[sales]`),
        note: RATIO_NOTE,
      }),
    ),
  ],
  rows: SHIFTS.map(shift => ({ shift })),
};

/** Named by their plan: the two tables have the same headings. */
const tierColumns = (plan: ModelledPlan) =>
  PLAN_COLUMNS.map((shown): Column => ({ ...shown, named: `${shown.named}${plan}` }));

function tierTable(plan: ModelledPlan, rows: readonly Row[]): Table {
  const key = `Plan${plan}`;
  const froms = columnOf(key, 'from');
  const from = (edges: Expression) => f`COUNTIF(${reached},${criterion('>=', edges)})`;
  // Of the tiers above it, the next one is reached the most often. A text is above every number, and no tier.
  const above = f`SUMPRODUCT(MAX((${froms}>[from])*(${froms}<=${LARGEST_SHARE})*${from(froms)}))`;
  return {
    key,
    title: plan === 'A' ? say('3  Plan A', '三、方案 A') : say('4  Plan B', '四、方案 B'),
    spare: 3,
    above: [
      {
        key: 'below',
        label: say('Below the lowest tier', '未达最低档'),
        role: 'total',
        cells: { count: f`COUNT(${reached})-SUM(${columnOf(key, 'count')})` },
      },
    ],
    columns: [
      ...tierColumns(plan),
      show.integer('count', say('People-months', '人月数'), {
        eachRow: true,
        formula: unlessZero(f`COUNT([from])`, f`${from(f`[from]`)}-${above}`),
        note: say('How many reach this tier and no higher one.', '达到本档而未达更高档的人月数。'),
      }),
    ],
    rows,
  };
}

const curve: Table = {
  key: 'Curve',
  title: say('5  Commission for the average target', '五、平均目标下的提成'),
  columns: [
    show.percent('achievement', say('Achievement', '达成率'), { fixed: true }),
    show.amount('sales', say('Sales', '销售额'), {
      formula: unlessBlank(f`Typical`, f`ROUND(Typical*[achievement],4)`),
    }),
    ...PLANS.map(plan =>
      show.cents(`pay${plan}`, say(`Commission ${plan}`, `方案 ${plan} 提成`), {
        formula: payBy(plan, f`[sales]`, f`Typical`),
      }),
    ),
    show.cents('difference', say('Difference (B − A)', '差额（B − A）'), {
      formula: unlessBlank(f`[payA]`, f`[payB]-[payA]`),
    }),
  ],
  rows: [50, 60, 70, 80, 90, 100, 110, 120, 130, 140, 150].map(percent => ({ achievement: percent / 100 })),
};

/** A year of ten people. */
const YEAR = 120;

const GAINS = say('gains', '增加');
const LOSES = say('loses', '减少');
const SAME = say('same', '持平');

const rowTable = (rows: readonly Row[]): Table => ({
  key: 'Rows',
  title: say('6  People and months', '六、人员与月份'),
  spare: YEAR,
  above: rowTotals,
  columns: [
    ...inputs,
    show.percent('achievement', say('Achievement', '达成率'), {
      formula: kpi(achievement, { actual: unlessZero(f`[target]`, f`[sales]`), target: f`[target]` }),
      note: say('Sales ÷ target.', '销售额 ÷ 目标。'),
    }),
    ...PLANS.map(plan =>
      show.cents(`pay${plan}`, say(`Commission ${plan}`, `方案 ${plan} 提成`), {
        formula: payBy(plan, unlessZero(f`[target]`, f`[sales]`), f`[target]`),
      }),
    ),
    show.cents('difference', say('Difference (B − A)', '差额（B − A）'), {
      formula: unlessAnyBlank([f`[payA]`, f`[payB]`], f`[payB]-[payA]`),
    }),
    show.text('effect', say('With plan B', '改用方案 B'), {
      formula: unlessBlank(f`[difference]`, f`IF([difference]>0,${GAINS},IF([difference]<0,${LOSES},${SAME}))`),
      lights: [
        { word: GAINS, ...LIGHT_COLORS.green },
        { word: LOSES, ...LIGHT_COLORS.red },
        { word: SAME, ...LIGHT_COLORS.none },
      ],
    }),
  ],
  rows,
});

const sold = f`COUNTIFS(${sales},${ANY_NUMBER})`;
const aimed = f`COUNTIFS(${sales},${ANY_NUMBER},${targets},${ANY_NUMBER})`;

const rowTotals: readonly RowAbove[] = [
  totals({
    ...each(['target', 'sales'], key => sumOnceFilled('Rows', key)),
    ...each(['payA', 'payB', 'difference'], key => sumOf('Rows', key)),
  }),
  checks(
    {
      // Commission that was typed over is not what the plan pays.
      payA: f`Rows[total.payA]-${costOf('A')}`,
      payB: f`Rows[total.payB]-${costOf('B')}`,
      difference: f`Rows[total.difference]-(Rows[total.payB]-Rows[total.payA])`,
    },
    {
      sales: f`IF((ModeA="")+(ModeB="")>0,${NO_METHOD},0)`,
      target: f`IF(${sold}-${aimed}>0,${say('✗ no target: ', '✗ 缺目标：')}&(${sold}-${aimed}),0)`,
    },
  ),
];
