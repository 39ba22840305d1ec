import { type Argument, type Cell, CellError } from '../../src/kernel/cell.ts';
import type { DrawnPart } from './listTwins.ts';
import type { Random } from './random.ts';

const ERROR = new CellError('#N/A', { en: '#N/A', zh: '#N/A' });

export function drawCorrelation(random: Random): DrawnPart {
  const count = random.whole(3, 9);
  const isFlat = random.chance(0.1);
  const figure = (): Cell => (random.chance(0.1) ? random.pick([null, '']) : random.whole(0, 400) / 4);
  const x = list(count, figure);
  // Some points lie on a line.
  const onLine = random.chance(0.2);
  const y = x.map((value): Cell => (isFlat ? 7 : onLine && typeof value === 'number' ? 3 * value - 1 : figure()));
  const headed = random.chance(0.3);
  const lie = (heading: string, cells: readonly Cell[]): Argument =>
    (headed ? [heading, ...cells] : cells).map(cell => [cell]);
  const rest: Argument[] = random.pick([[], [0.9], [null, 'zh'], [0.99, 'both']]);
  const sound = [lie('Calls', x), lie('Sales', y), ...rest];
  const isSpoiled = random.chance(0.1);
  const args = isSpoiled ? [lie('Calls', [ERROR, ...x.slice(1)]), lie('Sales', y), ...rest] : sound;
  const hasFigures = [x, y].every(cells => cells.some(cell => typeof cell === 'number'));
  return { args, sound, place: random.pick([1, 2, 2, 2, 2]), column: random.whole(1, 4), mayFail: !hasFigures };
}

export function drawQuadrant(random: Random): DrawnPart {
  const count = random.whole(1, 8);
  const isBlank = random.chance(0.4);
  const score = (): Cell => (isBlank && random.chance(0.2) ? random.pick([null, '']) : random.whole(1, 5));
  const x = list(count, score);
  const y = list(count, score);
  const cut = (): Cell | undefined => random.pick([undefined, 3, 2.5, null]);
  const labels = random.pick([undefined, [['do', 'plan', ' drop ', 'delegate']], [['做'], ['计划'], [null], ['委派']]]);
  const [right, high] = [cut(), cut()];
  const isRow = random.chance(0.2) && count > 1;
  const lie = (cells: readonly Cell[]): Argument => (isRow ? [cells] : cells.map(cell => [cell]));
  const sound = [lie(x), lie(y), right, high, labels];
  const isSpoiled = random.chance(0.1);
  const bad = y.map((cell, at) => (at === 0 ? random.pick<Cell>(['none', ERROR]) : cell));
  const args = isSpoiled ? [lie(x), lie(bad), right, high, labels] : sound;
  const place = random.whole(1, count);
  const isMedian = [right, high].some(given => given === undefined || given === null);
  return {
    args,
    sound,
    ...(isRow ? { place: 1, column: place } : { place, column: random.pick([undefined, 1]) }),
    // A point without one of its figures is left out of the median.
    mayFail: isBlank && isMedian,
  };
}

export function drawSeasonalIndex(random: Random): DrawnPart {
  const period = random.whole(2, 5);
  const isZero = random.chance(0.1);
  const cells = list(2 * period, (): Cell => (isZero ? 0 : random.whole(0, 400) / 4));
  const kept = random.chance(0.2) ? random.whole(1, 2 * period) : 2 * period;
  const values = cells.map((cell, at): Cell => (at < kept ? cell : null));
  const lie = (list: readonly Cell[]): Argument => (random.chance(0.2) ? [list] : list.map(cell => [cell]));
  const sound = [lie(values), period];
  const isSpoiled = random.chance(0.15);
  const bad = random.pick<Cell>(['none', ERROR, -1, null]);
  const at = random.whole(1, 2 * period - 1);
  const args = isSpoiled ? [lie(values.map((cell, index) => (index === at ? bad : cell))), period] : sound;
  // How many seasons there are has to be known when the twin is written.
  const form: DrawnPart['form'] = ([range = '']) => [range, String(period)];
  return { args, sound, place: random.whole(1, period), column: random.pick([undefined, 1]), form };
}

function list<Item>(count: number, item: () => Item): Item[] {
  return Array.from({ length: count }, item);
}
