import type { Argument, Cell, Matrix } from '../../src/kernel/cell.ts';
import type { KpiFunction, NamedParameter } from '../../src/kernel/function.ts';
import type { Random } from './random.ts';

/** What a user could mean by an argument: a single value, or cells of so many rows and columns. */
export function plausible(
  fn: KpiFunction,
  parameter: NamedParameter,
  rows: number,
  columns: number,
  random: Random,
): Argument {
  if (parameter.name === 'tiers') return planOf(random);
  if (parameter.name === 'calendar') return calendarOf(random);
  if (parameter.name === 'curve') return curveOf(random);
  // A tier table of one plan, as these are, is not asked for another one.
  if (parameter.name === 'plan') return undefined;
  if (parameter.name === 'period') return random.whole(2, 3);
  const blanks = random.chance(0.5) ? 0 : 0.15;
  const cell = (): Cell => (random.chance(blanks) ? null : plausibleCell(parameter, random));
  const isSingle = parameter.shape === 'scalar' && (fn.kind !== 'map' || random.chance(0.6));
  return isSingle ? plausibleCell(parameter, random) : matrixOf(rows, columns, cell);
}

export function plausibleCell(parameter: NamedParameter, random: Random): Cell {
  if (parameter.name === 'plan') return random.chance(0.9) ? null : 'Ann';
  if (parameter.choices) {
    const chosen = random.pick(parameter.choices);
    return random.pick([chosen.value, chosen.label.en, chosen.label.zh, ...chosen.aliases]);
  }
  if (parameter.type === 'text' || parameter.type === 'any')
    return random.pick(['Ann', 'Ben', '王伟', ' ann', 'Cai', 7]);
  if (parameter.type === 'date') return random.whole(45600, 45999) + (random.chance(0.2) ? random.next() : 0);
  const value = numberWithin(parameter.minimum ?? -2000, parameter.maximum ?? 100_000, random);
  return parameter.whole && random.chance(0.9) ? Math.round(value) : value;
}

function numberWithin(least: number, most: number, random: Random): number {
  const small = random.chance(0.6) ? Math.min(most, Math.max(least, 0) + 12) : most;
  const value = random.chance(0.6)
    ? random.whole(Math.ceil(least), Math.floor(small))
    : least + random.next() * (small - least);
  return Math.min(most, Math.max(least, value));
}

function planOf(random: Random): Matrix {
  const asShares = random.chance(0.5);
  const lines = Array.from({ length: random.whole(1, 5) }, (_, index): Cell[] => [
    asShares ? index / 4 + random.next() / 5 : index * 5000 + random.whole(0, 4999),
    random.whole(0, 40) / 100,
    random.chance(0.7) ? 0 : random.whole(0, 5000),
    random.pick(['Bronze', 'Silver', '金牌', null]),
  ]);
  const headed = random.chance(0.5) ? [['from', 'rate', 'bonus', 'label'], ...lines] : lines;
  const width = random.whole(2, 4);
  return headed.map(line => line.slice(0, width));
}

function curveOf(random: Random): Matrix {
  const lines = Array.from({ length: random.whole(1, 5) }, (_, index): Cell[] => [
    index / 4 + random.whole(0, 24) / 100,
    random.whole(0, 250) / 100,
  ]);
  const mixed = random.chance(0.5) ? lines.toReversed() : lines;
  return random.chance(0.5) ? [['achievement', 'payout'], ...mixed] : mixed;
}

function calendarOf(random: Random): Matrix {
  const kinds: Cell[] = ['休', '班', 'off', 'work', null];
  return Array.from({ length: random.whole(1, 6) }, () => [random.whole(45600, 45999), random.pick(kinds)]);
}

export function matrixOf(rows: number, columns: number, cell: () => Cell): Cell[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, cell));
}
