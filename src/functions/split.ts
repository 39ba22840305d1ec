import { type Cell, CellError, type Matrix } from '../kernel/cell.ts';
import { at, expected, invalid, place } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { labelKey } from '../kernel/label.ts';
import { addTo } from '../kernel/lists.ts';
import { numberOr } from '../kernel/parameters.ts';
import { type LabelRange, labels, type NumberRange, numberGrid, optional } from '../kernel/ranges.ts';
import { say, searchWords } from '../kernel/text.ts';
import { apportion } from './shared/apportion.ts';
import { gridOf } from './shared/grid.ts';

export { row } from './shared/splitTwin.ts';

const LABELS = {
  total: say('Total', '总额'),
  weights: say('Weights', '权重'),
  locked: say('Locked', '锁定值'),
  groups: say('Groups', '分组'),
};

export const split = defineFunction({
  name: 'SPLIT',
  family: 'targets',
  kind: 'table',
  text: {
    label: say('Target split', '目标拆解'),
    words: searchWords(
      'quota setting, quota allocation, target allocation, cascade, apportion',
      '目标分解，任务分解，指标分配，任务下达，分摊',
    ),
    summary: say(
      'Splits a total by weights into whole units; the shares always add up exactly.',
      '按权重将总额拆分为整单位的各份，合计始终与总额完全一致。',
    ),
    formula: 'share = largest remainder of total × weight ÷ Σ weights, in multiples of unit',
    source: 'Method of largest remainders (Hamilton; Hare quota)',
  },
  parameters: {
    total: numberGrid({
      label: LABELS.total,
      about: say(
        'What is shared out: a number, or a column with one total for each row of weights.',
        '要拆解的总额：一个数，或每行权重对应一个总额的一列。',
      ),
    }),
    weights: numberGrid({
      label: LABELS.weights,
      about: say(
        'Market share, history, season …, 0 or more; a blank gets nothing and stays blank.',
        '市场份额、历史、季节性等，不小于 0；空单元格不分配。',
      ),
      minimum: 0,
    }),
    unit: numberOr(1, {
      label: say('Unit', '取整单位'),
      about: say(
        'Shares are multiples of it; what is left of the total goes to the largest share.',
        '各份为该单位的整数倍，零头归最大的一份。',
      ),
      minimum: Number.MIN_VALUE,
    }),
    minimum: numberOr(0, {
      label: say('Minimum', '最小值'),
      about: say('No share is smaller.', '每份不小于此值。'),
      minimum: 0,
    }),
    locked: optional(
      numberGrid({
        label: LABELS.locked,
        about: say(
          'A number in the same place keeps that share; the others take the rest.',
          '同一位置填有数字的保持不变，其余重新分配。',
        ),
      }),
    ),
    groups: optional(
      labels({
        label: LABELS.groups,
        about: say(
          'Beside the weights: cells of one group share the total that stands beside them.',
          '与权重对应：同组各格共同分配其旁边的总额。',
        ),
        separate: true,
      }),
    ),
  },
  examples: [
    { given: { total: 5000, weights: [[1500], [1300], [1200], [1000]] }, result: [[1500], [1300], [1200], [1000]] },
    { given: { total: 500, weights: [[0.4, 0.3, 0.3]] }, result: [[200, 150, 150]] },
    { given: { total: 1000, weights: [[1, 1, 1]], locked: [[400, null, null]] }, result: [[400, 300, 300]] },
    {
      given: { total: [[10], [100]], weights: [[1, 1, 1]] },
      result: [
        [4, 3, 3],
        [33, 34, 33],
      ],
    },
    {
      given: { total: [[10], [10], [7]], weights: [[1], [2], [1]], groups: [['North'], ['North'], ['South']] },
      result: [[3], [7], [7]],
    },
  ],
  compute(inputs) {
    const { total, groups } = inputs;
    if (groups) return splitByGroup({ ...inputs, groups });
    return total.length === 1 ? splitWhole(inputs) : splitByRow(inputs);
  },
});

interface Inputs {
  readonly total: NumberRange;
  readonly weights: NumberRange;
  readonly unit: number;
  readonly minimum: number;
  readonly locked: NumberRange | undefined;
}

function splitWhole({ total, weights, unit, minimum, locked }: Inputs): Matrix | CellError {
  const misfit = sameShape('weights', weights, 'locked', locked);
  if (misfit) return misfit;
  const amount = total.at(0);
  if (amount === null) return invalid('total: the cell is blank', 'total（总额）：单元格为空');
  const shares = apportion({
    total: amount,
    weights: all(weights),
    locked: locksOf(locked, weights.length),
    unit,
    minimum,
  });
  return shares instanceof CellError ? shares : gridOf(weights, index => shares[index] ?? null);
}

function splitByRow({ total, weights, unit, minimum, locked }: Inputs): Matrix | CellError {
  if (total.columns !== 1) return expected.sameShape('total', total.shape, 'weights', weights.shape);
  if (weights.rows !== 1 && weights.rows !== total.rows) {
    return expected.sameShape('total', total.shape, 'weights', weights.shape);
  }
  const { columns } = weights;
  if (locked && (locked.rows !== total.rows || locked.columns !== columns)) {
    return expected.sameShape('locked', locked.shape, 'weights', `${total.rows}×${columns}`);
  }
  // Equal shares go on from where the rows above have stopped, so that columns come out even, too.
  let above = 0;
  return Array.from({ length: total.rows }, (_, row): Cell[] => {
    const line = Array.from({ length: columns }, (_, column) => row * columns + column);
    const ownWeights = weights.rows === 1 ? line.map((_, column) => column) : line;
    const unread =
      unreadIn({ total }, [row]) ?? unreadIn({ weights: weights.rows === 1 ? undefined : weights, locked }, line);
    if (unread) return new Array<Cell>(columns).fill(unread.problem);
    const amount = total.at(row);
    if (amount === null) return new Array<Cell>(columns).fill(null);
    const shares = apportion({
      total: amount,
      weights: ownWeights.map(index => weights.at(index)),
      locked: line.map(index => locked?.at(index) ?? null),
      unit,
      minimum,
      before: Math.round(above / unit),
    });
    above += amount;
    return shares instanceof CellError ? new Array<Cell>(columns).fill(at(shares, place.row(row))) : shares;
  });
}

function splitByGroup({
  total,
  weights,
  unit,
  minimum,
  locked,
  groups,
}: Inputs & { groups: LabelRange }): Matrix | CellError {
  const misfit =
    sameShape('weights', weights, 'total', total) ??
    sameShape('weights', weights, 'groups', groups) ??
    sameShape('weights', weights, 'locked', locked);
  if (misfit) return misfit;
  const members = new Map<string, number[]>();
  const result: Cell[] = new Array<Cell>(weights.length).fill(null);
  for (let index = 0; index < groups.length; index++) {
    const group = groups.alone(index);
    if (group instanceof CellError) result[index] = at(group, place.parameter('groups', LABELS.groups));
    else if (group !== null) addTo(members, labelKey(group), index);
  }
  for (const indexes of members.values()) {
    const unread = unreadIn({ total, weights, locked }, indexes);
    if (unread) {
      for (const index of indexes) result[index] = index === unread.index ? unread.problem : dependsOn(unread.index);
      continue;
    }
    const [first = 0] = indexes;
    const amount = total.at(first);
    const odd = indexes.find(index => total.at(index) !== amount);
    if (odd !== undefined) {
      const problem = differentTotals(odd, amount);
      for (const index of indexes) result[index] = problem;
      continue;
    }
    if (amount === null) continue;
    const shares = apportion({
      total: amount,
      weights: indexes.map(index => weights.at(index)),
      locked: indexes.map(index => locked?.at(index) ?? null),
      unit,
      minimum,
    });
    for (const [order, index] of indexes.entries()) {
      result[index] = shares instanceof CellError ? at(shares, place.row(index)) : (shares[order] ?? null);
    }
  }
  return gridOf(weights, index => result[index] ?? null);
}

/** The first cell that holds no figure, or none that may stand there: those that share nothing with it are none the worse. */
function unreadIn(
  ranges: Readonly<Partial<Record<'total' | 'weights' | 'locked', NumberRange | undefined>>>,
  indexes: readonly number[],
): { readonly index: number; readonly problem: CellError } | undefined {
  for (const index of indexes) {
    for (const name of ['total', 'weights', 'locked'] as const) {
      const problem = ranges[name]?.alone(index);
      if (problem instanceof CellError) return { index, problem: at(problem, place.parameter(name, LABELS[name])) };
    }
  }
  return undefined;
}

function dependsOn(index: number): CellError {
  return invalid(`row ${index + 1} of the same group cannot be read`, `同组第 ${index + 1} 行无法读取`);
}

function differentTotals(odd: number, amount: number | null): CellError {
  const [en, zh] =
    amount === null ? ['the first is blank', '首个为空'] : [`the first is ${amount}`, `首个为 ${amount}`];
  const problem = invalid(`cells of one group need one total, ${en}`, `同组的总额应相同，${zh}`);
  return at(at(problem, place.row(odd)), place.parameter('total', LABELS.total));
}

function sameShape(
  name: string,
  range: NumberRange,
  otherName: string,
  other: NumberRange | LabelRange | undefined,
): CellError | undefined {
  return other && other.shape !== range.shape
    ? expected.sameShape(name, range.shape, otherName, other.shape)
    : undefined;
}

function all(range: NumberRange): (number | null)[] {
  const values: (number | null)[] = [];
  for (let index = 0; index < range.length; index++) values.push(range.at(index));
  return values;
}

function locksOf(locked: NumberRange | undefined, length: number): (number | null)[] {
  return locked ? all(locked) : new Array<null>(length).fill(null);
}
