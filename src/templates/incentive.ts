import { achievement } from '../functions/achievement.ts';
import { commission } from '../functions/commission.ts';
import { planCheck } from '../functions/planCheck.ts';
import { rankBonus } from '../functions/rankBonus.ts';
import { teamBonus } from '../functions/teamBonus.ts';
import { tier } from '../functions/tier.ts';
import { type Language, say } from '../kernel/text.ts';
import {
  builtin,
  column,
  columnOf,
  type Expression,
  kpi,
  operator,
  parameter,
  unlessBlank,
  value,
  words,
} from '../plan/expression.ts';
import { choiceField, linesField, numberField, textField, toggleField } from '../plan/field.ts';
import type { AboveRow, ColumnSpec, ParameterSpec, TableSpec } from '../plan/sheetSpec.ts';
import { defineTemplate } from '../plan/template.ts';
import {
  BLANK,
  checks,
  exactly,
  sumIf,
  sumOf,
  sumOnceFilled,
  textsIn,
  totalOf,
  totals,
  unlessAnyBlank,
  unlessZero,
  zeroIfBlank,
} from './shared/expressions.ts';
import { figureTable } from './shared/figures.ts';
import { ANY_NUMBER, actualOf, fromTrackerWhereThere, TRACKER, targetOf } from './shared/fromTracker.ts';
import { SAMPLE_MONTH, trackerNeed } from './shared/ledger.ts';
import { samplesField } from './shared/log.ts';
import { type MoneyFormat, moneyField } from './shared/money.ts';
import { INCENTIVE_PEOPLE, PRIZES, TIERS } from './shared/planSamples.ts';
import { periodCell, periodField, unitCell, unitField } from './shared/strip.ts';

const MODES = [
  { value: 'whole', label: say('whole', '全额累进') },
  { value: 'marginal', label: say('marginal', '超额累进') },
] as const;

const BASES = [
  { value: 'achievement', label: say('achievement of the target', '达成率') },
  { value: 'amount', label: say('amount sold', '销售额') },
] as const;
type Basis = (typeof BASES)[number]['value'];

interface Choices {
  readonly basis: Basis;
  readonly toDate: boolean;
  readonly rankBy: Basis;
  readonly fromTracker: boolean;
  readonly money: MoneyFormat;
}

export const incentive = defineTemplate({
  id: 'incentive',
  statement: true,
  version: 3,
  label: say('Incentive plan', '激励方案'),
  summary: say(
    'The tier table and each person’s monthly statement: commission, rank prize, team bonus, total.',
    '提成档位表，以及每人当月的提成、名次奖、团队协作奖和合计。',
  ),
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Incentive plan', '激励方案') }),
    period: periodField,
    unit: unitField,
    money: moneyField,
    basis: choiceField({ label: say('Tier basis', '档位依据'), initial: 'achievement', choices: BASES }),
    mode: choiceField({
      label: say('Commission method', '计提方式'),
      hint: say(
        'whole: the rate of the tier reached applies to all sales; marginal: each slice at its own tier’s rate.',
        '全额累进：全部销售额按所达档位的比例计；超额累进：各段按各自档位的比例计。',
      ),
      initial: 'whole',
      choices: MODES,
    }),
    toDate: toggleField({
      label: say('Count sales of earlier months too (year to date)', '计入前期累计销售额（年累计）'),
      initial: false,
    }),
    tiers: linesField({
      label: say('Tiers', '档位'),
      hint: say(
        'One tier per line: from (80%, or an amount), rate, bonus, tier name, applies to.',
        '每行一条：起点（如 80%，或金额）、比例、奖金、档位名称、适用人员。',
      ),
      columns: [
        { key: 'from', label: say('From', '起点'), type: 'number', share: true },
        { key: 'rate', label: say('Rate', '比例'), type: 'number', share: true },
        { key: 'bonus', label: say('Bonus', '奖金'), type: 'number', optional: true },
        { key: 'level', label: say('Tier name', '档位名称'), type: 'text', optional: true },
        { key: 'who', label: say('Applies to', '适用人员'), type: 'text', optional: true },
      ],
      minimum: 1,
      initial: language =>
        TIERS.map(({ from, rate, bonus, level, who }) => ({
          from,
          rate,
          bonus,
          level: level[language],
          who: who[language],
        })),
    }),
    prizes: linesField({
      label: say('Rank prizes', '名次奖'),
      hint: say('One prize per line, the first place on top.', '每行一个名次，第一名在最上。'),
      columns: [{ key: 'prize', label: say('Prize', '奖金'), type: 'number' }],
      minimum: 1,
      initial: () => PRIZES.map(prize => ({ prize })),
    }),
    rankBy: choiceField({ label: say('Rank by', '名次依据'), initial: 'amount', choices: BASES }),
    teamFrom: numberField({
      label: say('Team bonus threshold', '团队协作奖门槛'),
      initial: 1.1,
      minimum: 0,
      share: true,
    }),
    perHead: numberField({
      label: say('Team bonus per person', '团队协作奖（每人）'),
      initial: 500,
      minimum: 0,
    }),
    fromTracker: fromTrackerWhereThere,
    people: linesField({
      label: say('People', '人员'),
      hint: say(
        'One person per line: name, region, sales, target. Sales and target may be left out.',
        '每行一条：姓名、区域、销售额、目标；销售额和目标可省略。',
      ),
      columns: [
        { key: 'person', label: say('Person', '姓名'), type: 'text' },
        { key: 'region', label: say('Region', '区域'), type: 'text' },
        { key: 'sales', label: say('Sales', '销售额'), type: 'number', optional: true },
        { key: 'target', label: say('Target', '目标'), type: 'number', optional: true },
        { key: 'prior', label: say('Prior sales', '前期累计销售额'), type: 'number', optional: true },
      ],
      initial: language =>
        INCENTIVE_PEOPLE.map(({ person, region, target }) => ({
          person: person[language],
          region: region[language],
          sales: undefined,
          target,
          prior: undefined,
        })),
    }),
    samples: samplesField,
  },
  sheet(values, language) {
    const { title, period, unit, tiers, prizes, people, samples, fromTracker } = values;
    return {
      template: 'incentive',
      name: say('Incentive', '激励方案'),
      prefix: 'Incentive',
      title,
      subtitle: say(
        'Set the tiers and prizes, then fill in sales and targets in yellow. Every amount is rounded to the cent.',
        '先设定档位和奖金，再填写黄色的销售额和目标；各项金额精确到分。',
      ),
      orientation: 'landscape',
      frozenColumns: 1,
      form: { basis: values.basis, toDate: String(values.toDate) },
      ...(fromTracker ? { needs: [trackerNeed(SAMPLE_MONTH, language)] } : {}),
      parameters: [periodCell(period), unitCell(unit), ...planCells(values, language)],
      tables: [
        // What is paid stands on the first screen; people come last, where there is room for any number of them.
        payout,
        tierTable(tiers, values),
        prizeTable(prizes),
        checkTable(tiers.length, language),
        statementTable(
          people.map(line => ({
            person: line.person,
            region: line.region,
            ...(fromTracker
              ? {}
              : {
                  sales: line.sales ?? (samples ? sampleSales(line.person, language) : null),
                  target: line.target ?? null,
                }),
            ...(values.toDate ? { prior: line.prior ?? null } : {}),
          })),
          values,
        ),
      ],
    };
  },
});

const payout = figureTable(say('Payout', '应发金额'), [
  [say('Total to pay', '应发合计'), 'cents', totalOf('Statement', 'total')],
  [say('Commission', '提成'), 'cents', totalOf('Statement', 'commission')],
  [say('Rank prizes', '名次奖'), 'cents', totalOf('Statement', 'prize')],
  [say('Team bonus', '团队协作奖'), 'cents', totalOf('Statement', 'teamBonus')],
]);

function sampleSales(name: string, language: Language): number | null {
  return INCENTIVE_PEOPLE.find(({ person }) => person[language] === name)?.sales ?? null;
}

function planCells(
  { mode, teamFrom, perHead }: { mode: (typeof MODES)[number]['value']; teamFrom: number; perHead: number },
  language: Language,
): ParameterSpec[] {
  const amount = { kind: 'number', minimum: 0 } as const;
  return [
    {
      key: 'Mode',
      label: say('Commission method', '计提方式'),
      format: 'text',
      value: MODES.find(({ value: known }) => known === mode)?.label[language] ?? mode,
      rule: { kind: 'list', values: MODES.map(({ label }) => label[language]) },
      note: say(
        'whole: the rate of the tier reached applies to all sales. marginal: each slice at its own tier’s rate.',
        '全额累进：全部销售额按所达档位的比例计。超额累进：各段按各自档位的比例计。',
      ),
    },
    {
      key: 'Cap',
      label: say('Cap on commission', '提成封顶'),
      format: 'money',
      value: null,
      optional: true,
      rule: amount,
      note: say('The most a person is paid as commission; blank for no cap.', '每人提成最高额；留空为不封顶。'),
    },
    {
      key: 'TeamFrom',
      label: say('Team bonus threshold', '团队协作奖门槛'),
      format: 'percent',
      value: teamFrom,
      rule: amount,
      note: say('Achievement of the region from which its people get the bonus.', '区域达成率达到此值即发放。'),
    },
    {
      key: 'PerHead',
      label: say('Team bonus per person', '团队协作奖（每人）'),
      format: 'money',
      value: perHead,
      rule: amount,
    },
  ];
}

function tierTable(
  tiers: readonly {
    from: number;
    rate: number;
    bonus?: number | undefined;
    level?: string | undefined;
    who?: string | undefined;
  }[],
  { basis, money }: Choices,
): TableSpec {
  const positive = { kind: 'number', minimum: 0 } as const;
  return {
    key: 'Tiers',
    title: say('Tiers', '提成档位'),
    spare: 3,
    above: [],
    // From, rate, bonus, level: the order in which a plan is read.
    columns: [
      {
        key: 'from',
        label: say('From', '起点'),
        named: 'TierFrom',
        format: basis === 'amount' ? money : 'percent',
        rule: positive,
        note: say(
          'Exactly this value counts as reached. Below the lowest tier nothing is paid.',
          '恰好等于起点即达到该档；低于最低档不计提成。',
        ),
      },
      {
        key: 'rate',
        label: say('Rate', '比例'),
        named: 'TierRate',
        format: 'percent',
        rule: { ...positive, maximum: 1 },
      },
      { key: 'bonus', label: say('Bonus', '奖金'), named: 'TierBonus', format: 'money', rule: positive },
      { key: 'level', label: say('Tier name', '档位名称'), named: 'TierLevel', format: 'text', centred: true },
      { key: 'who', label: say('Applies to', '适用人员'), format: 'text' },
    ],
    rows: tiers.map(({ from, rate, bonus, level, who }) => ({
      from,
      rate,
      bonus: bonus ?? null,
      level: level ?? null,
      who: who ?? null,
    })),
  };
}

function prizeTable(prizes: readonly { readonly prize: number }[]): TableSpec {
  return {
    key: 'Prizes',
    title: say('Rank prizes', '各名次奖金'),
    spare: 2,
    above: [],
    columns: [
      { key: 'place', label: say('Place', '名次'), format: 'rank', rule: { kind: 'number', minimum: 1 } },
      {
        key: 'prize',
        label: say('Prize', '奖金'),
        format: 'money',
        rule: { kind: 'number', minimum: 0 },
        note: say('Tied places share the prizes that they span.', '并列名次均分其所占名次的奖金。'),
      },
    ],
    rows: prizes.map(({ prize }, index) => ({ place: index + 1, prize })),
  };
}

/** The levels belong to the plan; for whom it is does not. */
const PLAN = columnOf('Tiers', 'from', 'level');

/** Most findings belong to one tier each; what a plan has beyond two a tier is counted in the last line. */
function findingsFor(tiers: number): number {
  return Math.max(4, 2 * tiers);
}

function checkTable(tiers: number, language: Language): TableSpec {
  const room = findingsFor(tiers);
  return {
    key: 'PlanCheck',
    title: say('Is the plan sound?', '方案检查'),
    spare: 0,
    above: [],
    headless: true,
    columns: [
      {
        key: 'row',
        label: say('Row', '行'),
        format: 'rank',
        spills: {
          columns: 3,
          formula: kpi(planCheck, {
            tiers: PLAN,
            mode: parameter('Mode'),
            language: value(language),
            n: value(room),
          }),
        },
      },
      { key: 'severity', label: say('Severity', '程度'), format: 'text', spilled: true },
      { key: 'finding', label: say('Finding', '发现'), format: 'text', spilled: true },
    ],
    rows: Array.from({ length: room + 1 }, () => ({})),
  };
}

const ROWS = 'Statement';

/** A person who is not of that region in the tracker. */
const WRONG_REGION = value('✗');
/** A region in which somebody has sales and no target: measured by the others' targets it would look better than it is. */
const NO_TARGET = words('✗ no target', '✗ 缺目标');

function statementTable(rows: TableSpec['rows'], choices: Choices): TableSpec {
  return {
    key: ROWS,
    title: say('Statement of the month', '当月奖金明细'),
    spare: 50,
    above: statementTotals(choices),
    columns: [
      { key: 'person', label: say('Person', '姓名'), format: 'text', named: 'Person' },
      { key: 'region', label: say('Region', '区域'), format: 'text' },
      ...salesColumns(choices),
      ...earnedColumns(choices),
      ...teamColumns(choices),
      {
        key: 'total',
        label: say('Total', '合计'),
        format: 'cents',
        named: 'Total',
        formula: unlessBlank(
          column('person'),
          operator(operator(orZero('commission'), '+', orZero('prize')), '+', orZero('teamBonus')),
        ),
        note: say('Commission + rank prize + team bonus.', '提成 + 名次奖 + 团队协作奖。'),
      },
    ],
    rows,
  };
}

function statementTotals({ fromTracker }: Choices): AboveRow[] {
  const paid = ['commission', 'prize', 'teamBonus', 'total'];
  const parts = operator(
    operator(totalOf(ROWS, 'commission'), '+', totalOf(ROWS, 'prize')),
    '+',
    totalOf(ROWS, 'teamBonus'),
  );
  return [
    totals({
      sales: sumOnceFilled(ROWS, 'sales'),
      target: sumOnceFilled(ROWS, 'target'),
      ...Object.fromEntries(paid.map(key => [key, sumOf(ROWS, key)])),
      achievement: unlessZero(
        totalOf(ROWS, 'target'),
        kpi(achievement, { actual: totalOf(ROWS, 'sales'), target: totalOf(ROWS, 'target') }),
      ),
    }),
    checks({
      ...(fromTracker ? trackerChecks : {}),
      team: textsIn(columnOf(ROWS, 'team')),
      total: operator(totalOf(ROWS, 'total'), '-', parts),
    }),
  ];
}

/** Figures that were typed over, people who are missing here, and those of another region show as a difference. */
const trackerChecks = {
  // By the tracker's own totals: they know of a row that its names have not taken in.
  sales: operator(zeroIfBlank(totalOf(ROWS, 'sales')), '-', zeroIfBlank(TRACKER.totalActual)),
  target: operator(zeroIfBlank(totalOf(ROWS, 'target')), '-', TRACKER.totalTarget),
};

function salesColumns({ fromTracker, money, toDate }: Choices): ColumnSpec[] {
  const name = column('person');
  const figure = (key: string, named: string, label: ColumnSpec['label'], read: Expression): ColumnSpec => ({
    key,
    label,
    named,
    format: money,
    ...(fromTracker ? { formula: unlessBlank(name, read) } : { rule: { kind: 'number' } }),
  });
  const prior: ColumnSpec = {
    key: 'prior',
    label: say('Prior sales', '前期累计销售额'),
    named: 'Prior',
    format: money,
    rule: { kind: 'number', minimum: 0 },
    note: say(
      'Sales of the year or quarter before this month. Target and tiers then count to date, and what was paid is taken off.',
      '本年或本季此前的销售额；目标与档位按累计计算，并扣除已发部分。',
    ),
  };
  return [
    figure('sales', 'Sales', say('Sales', '销售额'), actualOf(TRACKER.person, name)),
    figure('target', 'Target', say('Target', '目标'), targetOf(TRACKER.person, name)),
    ...(toDate ? [prior] : []),
  ];
}

function earnedColumns({ basis, toDate, rankBy }: Choices): ColumnSpec[] {
  const sales = column('sales');
  const sold = toDate ? unlessBlank(column('sales'), operator(column('prior'), '+', column('sales'))) : sales;
  const byTarget = (expression: Expression) => unlessZero(column('target'), expression);
  const tiered = basis === 'achievement' ? column('achievement') : sold;
  return [
    {
      key: 'achievement',
      label: say('Achievement', '达成率'),
      format: 'percent',
      formula: kpi(achievement, { actual: byTarget(sold), target: column('target') }),
      note: say('Sales ÷ target.', '销售额 ÷ 目标。'),
    },
    {
      key: 'tier',
      label: say('Tier', '激励层级'),
      centred: true,
      format: 'text',
      formula: kpi(tier, { achievement: tiered, tiers: PLAN }),
      note: say('The highest tier that is reached.', '达到的最高档位。'),
    },
    {
      key: 'commission',
      label: say('Commission', '提成'),
      format: 'cents',
      formula: kpi(commission, {
        sales: basis === 'achievement' ? byTarget(sales) : sales,
        tiers: PLAN,
        mode: parameter('Mode'),
        cap: parameter('Cap'),
        ...(basis === 'achievement' ? { target: column('target') } : {}),
        ...(toDate ? { prior_sales: column('prior') } : {}),
      }),
      note: say('By the tiers above, the tier’s bonus included.', '按上方档位计算，含该档奖金。'),
    },
    {
      key: 'prize',
      label: say('Rank prize', '名次奖'),
      format: 'cents',
      spills: {
        columns: 1,
        formula: kpi(rankBonus, {
          values: columnOf(ROWS, rankBy === 'amount' ? 'sales' : 'achievement'),
          prizes: columnOf('Prizes', 'prize'),
        }),
      },
      note: say('Prize of the place; tied places share.', '按名次发放，并列均分。'),
    },
  ];
}

/** The row's region: by the tracker, where its people and their regions stand. */
function regionOf(fromTracker: boolean): {
  readonly names: Expression;
  readonly sales: Expression;
  readonly target: Expression;
} {
  return fromTracker
    ? { names: TRACKER.region, sales: TRACKER.actual, target: TRACKER.target }
    : { names: columnOf(ROWS, 'region'), sales: columnOf(ROWS, 'sales'), target: columnOf(ROWS, 'target') };
}

function teamColumns({ fromTracker }: Choices): ColumnSpec[] {
  const region = regionOf(fromTracker);
  const own = exactly(column('region'));
  const target = sumIf(region.names, own, region.target);
  const sold = [region.names, own, region.sales, ANY_NUMBER];
  const untargeted = operator(
    builtin('COUNTIFS', ...sold),
    '-',
    builtin('COUNTIFS', ...sold, region.target, ANY_NUMBER),
  );
  const ratio = operator(sumIf(region.names, own, region.sales), '/', target);
  // As ACHIEVEMENT has it: a region that fell short of a negative target has not reached it twice over.
  const share = builtin('IF', operator(target, '>', value(0)), ratio, operator(value(2), '-', ratio));
  const reached = unlessZero(target, builtin('IF', operator(untargeted, '>', value(0)), NO_TARGET, share));
  const isThere = builtin('COUNTIFS', TRACKER.person, exactly(column('person')), TRACKER.region, own);
  const team = fromTracker ? builtin('IF', operator(isThere, '=', value(0)), WRONG_REGION, reached) : reached;
  const known = [WRONG_REGION, NO_TARGET].reduce(
    (cell, mark) => builtin('IF', operator(column('team'), '=', mark), BLANK, cell),
    column('team'),
  );
  return [
    {
      key: 'team',
      label: say('Region’s achievement', '区域达成率'),
      format: 'percent',
      formula: unlessAnyBlank([column('person'), column('region')], team),
      note: fromTracker
        ? say(
            'Actual ÷ target of the region in the tracker. ✗: the tracker has this person in another region. ✗ no target: somebody of the region has an actual and no target; where none is meant, 0 says so.',
            '目标跟踪表中该区域的实际 ÷ 目标。✗：此人在目标跟踪表中属于其他区域。✗ 缺目标：区域内有人有实际值而无目标；确无目标时请填 0。',
          )
        : say(
            'Sales of all people of the region ÷ their targets. ✗ no target: somebody has sales and no target; where none is meant, 0 says so.',
            '区域全部人员的销售额 ÷ 目标。✗ 缺目标：有人有销售额而无目标；确无目标时请填 0。',
          ),
    },
    {
      key: 'teamBonus',
      label: say('Team bonus', '团队协作奖'),
      format: 'cents',
      formula: kpi(teamBonus, {
        achievement: known,
        threshold: parameter('TeamFrom'),
        per_head: parameter('PerHead'),
      }),
      note: say(
        'Paid to everybody of a region that has reached “Team bonus threshold”.',
        '区域达成率达到门槛时，区域内每人均得。',
      ),
    },
  ];
}

function orZero(key: string): Expression {
  return zeroIfBlank(column(key));
}
