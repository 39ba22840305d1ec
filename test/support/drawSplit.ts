import { type Argument, type Cell, CellError, type Matrix } from '../../src/kernel/cell.ts';
import type { DrawnPart } from './listTwins.ts';
import type { Random } from './random.ts';

const UNITS = [undefined, 1, 1, 0.01, 0.1, 3, 100, 1000];

/** A total, its weights and everything else that a split can be given. */
export function drawSplit(random: Random): DrawnPart {
  const unit = random.pick(UNITS);
  const drawn = random.pick([alone, alone, grouped, byRow, goneOn, vast])(random, unit ?? 1);
  const sound = trimmed([drawn.total, drawn.weights, drawn.unit ?? unit, undefined, drawn.locked, drawn.groups]);
  // Of two things that are wrong either may be told.
  const isWrong = drawn.weights.flat().some(weight => weight === NEGATIVE || weight === WORD);
  const args = random.chance(0.2) && !isWrong ? spoiled(sound, random) : sound;
  // Weights of many digits may tie by chance, and what is left over may be so small that nobody sees it.
  return { ...drawn.part, args, sound, mayFail: drawn.mayFail, form: drawn.stacked ? stacked : undefined };
}

function stacked([total = '', ...others]: readonly string[]): string[] {
  return [`CHOOSE({1;2},${total.replace(':', ',')})`, ...others];
}

interface Split {
  /** Where it is not the one that was drawn. */
  readonly unit?: number;
  readonly total: Argument;
  readonly weights: Matrix;
  readonly locked?: Matrix | undefined;
  readonly groups?: Matrix;
  readonly stacked?: boolean;
  readonly part: { readonly place: number; readonly column: number | undefined };
  readonly mayFail: boolean;
}

function alone(random: Random, unit: number): Split {
  const count = random.whole(1, 8);
  const [weight, mayFail] = weightsOf(random);
  const weights = list(count, weight);
  const total = totalOf(random, unit);
  const locked = random.chance(0.4) ? locksOf(count, total, random, unit) : undefined;
  const place = random.whole(1, count);
  if (random.chance(0.5)) {
    const column = random.chance(0.5) ? 1 : undefined;
    return { total, weights: down(weights), locked: locked && down(locked), part: { place, column }, mayFail };
  }
  const part = random.chance(0.5) || count === 1 ? { place: 1, column: place } : { place, column: undefined };
  return { total, weights: [weights], locked: locked && [locked], part, mayFail };
}

/** What is no weight. */
const NEGATIVE = -1;
const WORD = 'x';

const GROUPS: readonly Cell[] = ['North', 'north ', 'South', 'South', '东区', '东区', null, 7, '-'];

function grouped(random: Random, unit: number): Split {
  const count = random.whole(1, 9);
  const [weight, mayFail] = weightsOf(random);
  const groups = list(count, () => random.pick(GROUPS));
  const totals = new Map<string, Cell>();
  const total = groups.map((group): Cell => {
    const key = String(group).trim().toLowerCase();
    const known = totals.get(key);
    const amount = known === undefined ? (random.chance(0.1) ? null : totalOf(random, unit)) : known;
    totals.set(key, amount);
    return amount;
  });
  const locked = random.chance(0.4) ? locksOf(count, 100 * unit, random, unit) : undefined;
  return {
    total: down(total),
    // What is no weight is the error of its group alone.
    weights: down(list(count, () => (random.chance(0.06) ? random.pick([NEGATIVE, WORD]) : weight()))),
    locked: locked && down(locked),
    groups: down(groups),
    part: { place: random.whole(1, count), column: random.pick([undefined, 1]) },
    mayFail,
  };
}

function byRow(random: Random, unit: number): Split {
  const [rows, columns] = [random.whole(2, 9), random.whole(1, 6)];
  const [weight, mayFail] = weightsOf(random);
  const isShared = random.chance(0.7);
  const weights = list(isShared ? 1 : rows, () => list(columns, weight));
  // A column of totals like this one, so that what is left over goes on from row to row.
  const total = list(rows, (): Cell => (random.chance(0.08) ? null : totalOf(random, unit)));
  const locked = random.chance(0.2)
    ? total.map(amount => locksOf(columns, typeof amount === 'number' ? amount : 0, random, unit))
    : undefined;
  return {
    total: down(total),
    weights,
    locked,
    part: { place: random.whole(1, rows), column: random.whole(1, columns) },
    // Half a unit of cents may be a little less than half.
    mayFail: mayFail || !Number.isInteger(unit) || isUneven(weights),
  };
}

/** One row of a table, whose formula is given the sum above it, too. */
function goneOn(random: Random, unit: number): Split {
  const columns = random.whole(1, 12);
  const [weight, mayFail] = weightsOf(random);
  const weights = [list(columns, weight)];
  return {
    total: down([totalOf(random, unit), random.chance(0.1) ? null : totalOf(random, unit)]),
    weights,
    part: { place: 2, column: random.whole(1, columns) },
    mayFail: mayFail || !Number.isInteger(unit) || isUneven(weights),
    stacked: true,
  };
}

/** Where different weights tie, nobody says who comes first after half a unit. */
function isUneven(weights: Matrix): boolean {
  return new Set(weights.flat().filter(weight => typeof weight === 'number' && weight > 0)).size > 1;
}

/** So many units that binary arithmetic may not tell remainders apart. */
function vast(random: Random): Split {
  const split = alone(random, 0.01);
  return { ...split, total: random.whole(1, 2_000_000_000_00) / 100, unit: 0.01, mayFail: true };
}

function weightsOf(random: Random): [weight: () => Cell, mayFail: boolean] {
  const blank = random.chance(0.4) ? 0.2 : 0;
  const draw = random.pick<[() => number, boolean]>([
    [() => 1, false],
    [() => random.whole(0, 4), false],
    [() => 100 * random.whole(1, 20), false],
    [() => random.whole(1, 40) / 20, false],
    [() => random.whole(0, 3) / 3, true],
    [() => random.next() * 10, true],
    [() => 0, false],
  ]);
  return [() => (random.chance(blank) ? random.pick([null, '']) : draw[0]()), draw[1]];
}

function totalOf(random: Random, unit: number): number {
  const units = random.pick([
    random.whole(0, 12),
    random.whole(0, 12),
    random.whole(13, 5000),
    random.whole(0, 4_000_000),
  ]);
  const odd = random.pick([0, 0, 0, 0.5, 0.25, 0.9]) * unit;
  const sign = random.chance(0.15) ? -1 : 1;
  return sign * Number((units * unit + odd).toFixed(6));
}

function locksOf(count: number, total: number, random: Random, unit: number): Cell[] {
  const most = Math.ceil(Math.abs(total) / unit / Math.max(1, count)) * (random.chance(0.1) ? 4 : 1);
  const sign = total < 0 ? -1 : 1;
  const some = random.pick([0.2, 0.5, 1]);
  const lock = (): number => sign * Number((random.whole(0, most) * unit + random.pick([0, 0, 0.5]) * unit).toFixed(6));
  const locks = list(count, (): Cell => (random.chance(some) ? lock() : null));
  // Where all are locked they have to be the total.
  if (some === 1 && random.chance(0.6)) {
    const others = locks.slice(1).reduce<number>((sum, cell) => sum + (typeof cell === 'number' ? cell : 0), 0);
    locks[0] = Number((total - others).toFixed(6));
  }
  return locks;
}

const ERROR = new CellError('#N/A', { en: '#N/A', zh: '#N/A' });

/** One cell with a text, an error, or a figure out of bounds. */
function spoiled(args: readonly Argument[], random: Random): Argument[] {
  const index = random.pick([0, 1, 1, 2, 4].filter(at => args[at] !== undefined));
  const argument = args[index];
  const bad = random.pick<Cell>([ERROR, 'none', index === 1 ? -1 : 'none', index === 2 ? 0 : ERROR]);
  const cells = Array.isArray(argument) ? (argument as Matrix) : undefined;
  const place = cells ? random.whole(0, cells.length - 1) : 0;
  return args.map((arg, at) =>
    at !== index ? arg : cells ? cells.map((line, row) => (row === place ? [bad, ...line.slice(1)] : line)) : bad,
  );
}

function list<Item>(count: number, item: () => Item): Item[] {
  return Array.from({ length: count }, item);
}

function down(cells: readonly Cell[]): Cell[][] {
  return cells.map(cell => [cell]);
}

function trimmed(args: readonly Argument[]): Argument[] {
  const last = args.findLastIndex(arg => arg !== undefined);
  return args.slice(0, last + 1);
}
