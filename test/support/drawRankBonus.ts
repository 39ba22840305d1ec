import { type Argument, type Cell, CellError } from '../../src/kernel/cell.ts';
import type { DrawnPart } from './listTwins.ts';
import type { Random } from './random.ts';

const ERROR = new CellError('#DIV/0!', { en: '#DIV/0!', zh: '#DIV/0!' });

/** Values with ties, and prizes for some of their places. */
export function drawRankBonus(random: Random): DrawnPart {
  const count = random.whole(1, 9);
  const value = random.pick<() => number>([
    () => random.whole(1, 4),
    () => random.whole(-3, 3) / 10,
    () => random.next(),
    () => 0.1 + 0.2 * random.whole(0, 1) + 0.1 * random.whole(0, 2),
  ]);
  const prize = random.pick<() => number>([
    () => 100 * random.whole(0, 50),
    () => random.whole(0, 99_999) / 100,
    () => random.whole(0, 99_999) / 1000,
    () => 0,
  ]);
  const values = Array.from({ length: count }, (): Cell => (random.chance(0.15) ? random.pick([null, '']) : value()));
  const prizes = Array.from({ length: random.whole(1, 6) }, (): Cell => (random.chance(0.1) ? null : prize()));
  const above = random.pick<Argument[]>([[], [], [0], [2], [null]]);
  const sound: Argument[] = [lie(values, random), lie(prizes, random), ...above];
  const args = [...sound];
  if (random.chance(0.15)) {
    const [index, cells] = random.pick<[number, Cell[]]>([
      [0, values],
      [1, prizes],
    ]);
    const bad = random.pick<Cell>([ERROR, 'none', index === 1 ? -1 : 'none']);
    args[index] = shape(
      cells.map((cell, at) => (at === 0 ? bad : cell)),
      sound[index],
    );
  }
  const place = random.whole(1, count);
  const isRow = Array.isArray(sound[0]) && sound[0].length === 1 && count > 1;
  // "none" over the prizes is a heading to the function.
  const isHeaded = args[1] !== sound[1];
  if (isRow && random.chance(0.5)) return { args, sound, place: 1, column: place, mayFail: isHeaded };
  return { args, sound, place, column: isRow ? undefined : random.pick([undefined, 1]), mayFail: isHeaded };
}

function lie(cells: readonly Cell[], random: Random): Argument {
  return random.chance(0.3) ? [cells] : cells.map(cell => [cell]);
}

function shape(cells: readonly Cell[], like: Argument): Argument {
  return Array.isArray(like) && like.length === 1 ? [cells] : cells.map(cell => [cell]);
}
