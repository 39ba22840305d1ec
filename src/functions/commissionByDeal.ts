import { type Cell, CellError } from '../kernel/cell.ts';
import { at, expected, invalid, place } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { labelKey } from '../kernel/label.ts';
import { type LabelRange, labels, type NumberRange, numberGrid, optional } from '../kernel/ranges.ts';
import { say, searchWords, type Text } from '../kernel/text.ts';
import { DealAccount, type Terms, unlike } from './shared/dealAccount.ts';
import { gridOf } from './shared/grid.ts';
import { payoutParameters } from './shared/payout.ts';
import { type Plan, type Plans, planOf } from './shared/tiers.ts';

const PLAN = [
  [0, 0.05],
  [0.5, 0.08],
  [1, 0.12],
];
const DEALS = {
  sales: [[30000], [20000], [40000], [50000], [90000], [-20000]],
  groups: [['Ann'], ['Ben'], ['Ann'], ['Ann'], ['Ben'], ['Ann']],
  target: [[100000], [80000], [100000], [100000], [80000], [100000]],
};

/** One value for all rows, or one a row. */
const perRow = (label: Text, about: Text, minimum?: number) =>
  optional(numberGrid({ label, about, ...(minimum !== undefined && { minimum }) }));
const ONE_OR_EACH = say(
  'One value, or one a row, alike in all rows of a group.',
  '一个数，或每行一个（同组各行须相同）。',
);

export const commissionByDeal = defineFunction({
  name: 'COMMISSION_BY_DEAL',
  family: 'incentives',
  kind: 'table',
  text: {
    label: say('Commission by deal', '逐单提成'),
    words: searchWords(
      'deal commission, SPIFF, kicker, per-deal payout, order commission',
      '每单佣金，单笔提成，按单提成，订单提成',
    ),
    summary: say(
      'What each deal adds to the commission, in the order given; a group’s deals add up to COMMISSION of its total.',
      '按顺序列出每笔成交增加的提成；同组各笔之和与按合计计算的提成完全一致。',
    ),
    formula: 'pay(k) = COMMISSION(sales up to k) − COMMISSION(sales up to k − 1)',
    source: 'Deal-level commission statements; retroactive and marginal tier plans',
  },
  parameters: {
    sales: numberGrid({
      label: say('Sales', '销售额'),
      about: say(
        'A column, one deal a row in the order in which they count; a blank stays blank.',
        '一列，每行一笔，按计入的先后排列；为空则结果为空。',
      ),
    }),
    tiers: payoutParameters.tiers,
    groups: optional(
      labels({
        label: say('Groups', '分组'),
        about: say(
          'Columns beside the sales: whose deal it is, and for which period; left out, all are one group.',
          '销售额旁的一列或多列：属于谁、属于哪一期；省略则全部为一组。',
        ),
        separate: true,
      }),
    ),
    target: perRow(payoutParameters.target.label, ONE_OR_EACH, 0),
    mode: payoutParameters.mode,
    prior_sales: perRow(payoutParameters.prior_sales.label, ONE_OR_EACH),
    cap: perRow(payoutParameters.cap.label, ONE_OR_EACH),
    floor: perRow(payoutParameters.floor.label, ONE_OR_EACH),
    decimals: payoutParameters.decimals,
    plan: optional(
      labels({
        label: say('Plan', '方案'),
        about: say(
          'Which plan, where the tier table has a column “plan”: one, or one a row.',
          '档位表含“方案”列时，按哪个方案计算：一个，或每行一个。',
        ),
        separate: true,
      }),
    ),
  },
  examples: [
    {
      given: { ...DEALS, tiers: PLAN, mode: 'marginal' },
      result: [[1500], [1000], [2600], [4800], [7800], [-2400]],
    },
    { given: { ...DEALS, tiers: PLAN }, result: [[1500], [1000], [4100], [8800], [12200], [-2400]] },
    {
      given: { sales: [[100], [null], [100]], tiers: [[0, 0.1]], cap: 15 },
      result: [[10], [null], [5]],
    },
  ],
  compute(inputs) {
    const misfit = misfitOf(inputs);
    if (misfit) return misfit;
    const { sales, groups } = inputs;
    const groupsBy = new Map<string, Group>();
    // As they are written: ten thousand deals need no ten thousand keys.
    const known = new Map<string, Group>();
    const result: Cell[] = new Array<Cell>(sales.length).fill(null);
    for (let row = 0; row < sales.length; row++) {
      const amount = sales.alone(row);
      if (amount === null) continue;
      const written = groups ? writtenIn(groups, row) : '';
      if (written instanceof CellError) {
        result[row] = written;
        continue;
      }
      let group = known.get(written);
      if (!group) {
        const key = written.split(BETWEEN).map(labelKey).join(BETWEEN);
        group = groupsBy.get(key) ?? groupOf(inputs, row);
        groupsBy.set(key, group);
        known.set(written, group);
      }
      if (group.said.row !== row) group.account.problem ??= differing(inputs, group.said, row);
      result[row] = group.account.add(amount instanceof CellError ? at(amount, SALES) : amount, row);
    }
    for (const { account } of groupsBy.values()) {
      const { problem, rows } = account;
      if (problem) for (const row of rows) result[row] = at(problem, place.row(row));
    }
    return gridOf(sales, row => result[row] ?? null);
  },
});

interface Given {
  readonly sales: NumberRange;
  readonly tiers: Plan | Plans;
  readonly groups: LabelRange | undefined;
  readonly target: NumberRange | undefined;
  readonly mode: Terms['mode'];
  readonly prior_sales: NumberRange | undefined;
  readonly cap: NumberRange | undefined;
  readonly floor: NumberRange | undefined;
  readonly decimals: number;
  readonly plan: LabelRange | undefined;
}

/** What a group is told of its target, its plan and the rest, in each of its rows. */
const SAID = ['target', 'prior_sales', 'cap', 'floor', 'plan'] as const;
type Said = { readonly row: number } & Readonly<
  Record<Exclude<(typeof SAID)[number], 'plan'>, number | null | CellError | undefined>
> & { readonly plan: string | null | CellError | undefined };

function misfitOf({ sales, groups, ...others }: Given): CellError | undefined {
  if (sales.columns !== 1)
    return at(invalid(`expected one column, found ${sales.shape}`, `应为一列，实为 ${sales.shape}`), SALES);
  if (groups && groups.rows !== sales.rows) return expected.sameShape('sales', sales.shape, 'groups', groups.shape);
  const odd = SAID.find(name => {
    const range = others[name];
    return range && range.length > 1 && range.shape !== sales.shape;
  });
  return odd && expected.sameShape('sales', sales.shape, odd, others[odd]?.shape ?? '');
}

interface Group {
  readonly account: DealAccount;
  /** What its first row says. */
  readonly said: Said;
}

const BETWEEN = '\n';

/** A row's group; blank beside a sale, it says nothing of whose that is. */
function writtenIn(groups: LabelRange, row: number): string | CellError {
  let written = '';
  for (let column = 0; column < groups.columns; column++) {
    const label = groups.alone(row * groups.columns + column);
    if (label instanceof CellError) return at(label, GROUPS);
    if (label === null) return at(at(invalid('the cell is blank', '单元格为空'), place.row(row)), GROUPS);
    written = column === 0 ? label : written + BETWEEN + label;
  }
  return written;
}

function groupOf(given: Given, row: number): Group {
  const said = saidIn(given, row);
  return { account: accountOf(given, said), said };
}

function saidIn({ target, prior_sales, cap, floor, plan }: Given, row: number): Said {
  return {
    row,
    target: rowOf(target, row),
    prior_sales: rowOf(prior_sales, row),
    cap: rowOf(cap, row),
    floor: rowOf(floor, row),
    plan: rowOf(plan, row),
  };
}

function rowOf<Value>(range: { readonly length: number; alone(index: number): Value } | undefined, row: number) {
  return range?.alone(range.length === 1 ? 0 : row);
}

function accountOf({ tiers, mode, decimals }: Given, said: Said): DealAccount {
  const wrong = SAID.find(name => said[name] instanceof CellError);
  const problem = wrong && said[wrong];
  const plan =
    problem instanceof CellError || said.plan instanceof CellError ? undefined : planOf(tiers, said.plan ?? undefined);
  const { target, prior_sales, cap, floor } = said;
  const account = new DealAccount(plan instanceof CellError ? undefined : plan, {
    target: numberIn(target),
    prior_sales: numberIn(prior_sales) ?? 0,
    cap: numberIn(cap) ?? undefined,
    floor: numberIn(floor) ?? undefined,
    mode,
    decimals,
  });
  if (wrong && problem instanceof CellError) account.problem = at(problem, say(wrong, wrong));
  if (plan instanceof CellError) account.problem = plan;
  return account;
}

function numberIn(value: Said['target']): number | null | undefined {
  return value instanceof CellError ? null : value;
}

/** Why a row is paid by other terms than the first one of its group. */
function differing(given: Given, first: Said, row: number): CellError | undefined {
  for (const name of SAID) {
    const range = given[name];
    if (!range || range.length === 1) continue;
    const value = range.alone(row);
    const other = first[name];
    if (value instanceof CellError) return at(value, say(name, name));
    if (
      value !== other &&
      !(typeof value === 'string' && typeof other === 'string' && labelKey(value) === labelKey(other))
    )
      return unlike(name, row, value, first.row, other ?? null);
  }
  return undefined;
}

const GROUPS = place.parameter('groups', say('Groups', '分组'));
const SALES = place.parameter('sales', payoutParameters.sales.label);
