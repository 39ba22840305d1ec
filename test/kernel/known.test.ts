import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/kernel/cell.ts';
import { known, same } from '../../src/kernel/known.ts';

/** Counts how often something is made. */
function counting<Given>() {
  let made = 0;
  const make = known((given: Given) => ({ given, count: ++made }));
  return { make, made: () => made };
}

const table = (cell: Cell): Cell[][] => [
  ['from', 'rate'],
  [cell, 0.5],
];

describe('known(make)', () => {
  it('makes one thing of the same cells, whichever arrays they come in', () => {
    const { make, made } = counting<Cell[][]>();
    const first = make(table(1));
    expect(make(table(1))).toBe(first);
    expect(make(table(2))).not.toBe(first);
    expect(make(table(1))).toBe(first);
    expect(made()).toBe(2);
  });

  it('sees that somebody has changed a cell of an array that it knows', () => {
    const { make, made } = counting<Cell[][]>();
    const cells = table(1);
    make(cells);
    cells[1] = [3, 0.5];
    make(cells);
    expect(made()).toBe(2);
  });

  it('tells blanks, texts, numbers and shapes apart', () => {
    const { make, made } = counting<unknown>();
    const different = [table(null), table(''), table('1'), table(1), table(true), [[1]], [[1, 1]], [[1], [1]], 1, null];
    for (const given of different) make(given);
    expect(made()).toBe(different.length);
    expect(make(table(Number.NaN))).toBe(make(table(Number.NaN)));
  });

  it('keeps the latest few, and no large tables', () => {
    const { make, made } = counting<Cell[][]>();
    const first = make(table(0));
    for (let cell = 1; cell < 16; cell++) make(table(cell));
    expect(make(table(0))).toBe(first);
    make(table(16));
    expect(make(table(0))).not.toBe(first);
    const before = made();
    const large = () => Array.from({ length: 2_001 }, (_, row): Cell[] => [row, row]);
    make(large());
    make(large());
    expect(made()).toBe(before + 2);
  });

  it('knows what it has made itself without looking at it', () => {
    const read = known((cells: readonly (readonly Cell[])[]) => cells.map(row => [...row]));
    const { make, made } = counting<readonly (readonly Cell[])[]>();
    const first = make(read(table(1)));
    expect(make(read(table(1)))).toBe(first);
    expect(make(table(1))).toBe(first);
    expect(made()).toBe(1);
  });
});

describe('same(one, other)', () => {
  it('compares cells by what they hold and arrays by their cells', () => {
    expect(same([[1, 'a', null]], [[1, 'a', null]])).toBe(true);
    expect(same([[1], [2]], [[1, 2]])).toBe(false);
    expect(same([1], 1)).toBe(false);
    expect(same(undefined, null)).toBe(false);
  });
});
