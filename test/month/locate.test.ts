import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/kernel/json.ts';
import { type Change, type ChangeSet, inverse } from '../../src/month/change/changeSet.ts';
import { blocksOf, locate, namesIn, taskOf, tooShort } from '../../src/month/change/locate.ts';
import { HISTORY_COLUMNS } from '../../src/sheets/history.ts';

const setOf = (...changes: Change[]): ChangeSet => ({ id: 's', title: { en: 'March', zh: '三月' }, changes });
const reading = (columns: Readonly<Record<string, readonly Value[]>>) => (name: string) => columns[name];
const cellsOf = (name: string, ...cells: (readonly [row: number, before: Value, after: Value])[]): Change => ({
  kind: 'cells',
  name,
  keys: [],
  cells: cells.map(([row, before, after]) => ({ row, key: [], before, after })),
});
const sheet = {
  mark: 'm',
  template: 'tracker',
  language: 'en',
  prefix: 'Tracker2',
  suffix: '',
  values: {},
  strip: {},
} as const;
const located = (set: ChangeSet, columns: Readonly<Record<string, readonly Value[]>>) => {
  const { cells, conflicts, room } = locate(set, reading(columns));
  return {
    cells: cells.changes.map(({ name, cells: list }) => [
      name,
      ...list.map(cell => [cell.row, cell.before, cell.after]),
    ]),
    conflicts: conflicts.map(({ name, row }) => [name, row]),
    room: [...room],
  };
};

describe('locate(set, read)', () => {
  it('puts new rows below the last filled row of any of their columns, and says how many rows that takes', () => {
    const append: Change = {
      kind: 'append',
      columns: ['A', 'B'],
      rows: [
        ['x', 1],
        ['y', null],
      ],
    };
    expect(located(setOf(append), { A: ['a', null, ''], B: [5, 6, null] })).toEqual({
      cells: [
        ['A', [2, null, 'x'], [3, null, 'y']],
        ['B', [2, null, 1], [3, null, null]],
      ],
      conflicts: [],
      room: [
        ['A', 4],
        ['B', 4],
      ],
    });
  });

  it('counts what the same set wrote before: cells first, then one append below the other', () => {
    const append = (value: Value): Change => ({ kind: 'append', columns: ['A'], rows: [[value]] });
    expect(located(setOf(cellsOf('A', [1, null, 'b']), append('c'), append('d')), { A: ['a', null] }).cells).toEqual([
      ['A', [1, null, 'b']],
      ['A', [2, null, 'c']],
      ['A', [3, null, 'd']],
    ]);
  });

  it('writes nothing for what is there already, for no rows, and for what is no cell', () => {
    const none: Change = { kind: 'append', columns: ['A'], rows: [] };
    const set = setOf(cellsOf('A', [0, null, 'a']), none, { kind: 'sheet', ...sheet });
    expect(located(set, { A: ['a'] })).toEqual({ cells: [], conflicts: [], room: [] });
  });

  it('takes out the last rows, by which what was appended is taken back', () => {
    const append: Change = { kind: 'append', columns: ['A', 'B'], rows: [['x', 1]] };
    expect(located(inverse(setOf(append)), { A: ['a', 'x'], B: [null, 1] })).toEqual({
      cells: [
        ['A', [1, 'x', null]],
        ['B', [1, 1, null]],
      ],
      conflicts: [],
      room: [
        ['A', 2],
        ['B', 2],
      ],
    });
  });

  it('takes out nothing where the last rows are others, or where there are fewer', () => {
    const remove: Change = { kind: 'remove', columns: ['A', 'B'], rows: [['x', 1]] };
    expect(located(setOf(remove), { A: ['a', 'x'], B: [null, 2] }).conflicts).toEqual([['A', -1]]);
    expect(located(setOf(remove), { A: ['x', 'y'], B: [1, null] }).conflicts).toEqual([['A', -1]]);
    const two: Change = {
      kind: 'remove',
      columns: ['A'],
      rows: [[null], ['x']],
    };
    expect(located(setOf(two), { A: ['x'] }).conflicts).toEqual([['A', -1]]);
  });

  it('appends no row of the history that came in since, and says so where it says something else', () => {
    const line = (actual: number): Value[] =>
      HISTORY_COLUMNS.map(name => {
        const known: Readonly<Record<string, Value>> = {
          Period: 46054,
          UnitType: 'person',
          UnitName: 'Ann',
          Metric: 'sales',
        };
        return name === 'Actual' ? actual : (known[name] ?? null);
      });
    const columns = HISTORY_COLUMNS.map(name => `History_${name}`);
    const held = Object.fromEntries(columns.map((name, index) => [name, [line(9)[index] ?? null]]));
    const append = (actual: number) => setOf({ kind: 'append', columns, rows: [line(actual)] });
    expect(located(append(9), held)).toEqual({ cells: [], conflicts: [], room: [] });
    expect(located(append(8), held)).toMatchObject({ cells: [], conflicts: [[columns[0], 0]] });
  });
});

describe('namesIn(set)', () => {
  it('names every column that is read or written, once', () => {
    const set = setOf(
      { kind: 'cells', name: 'A', keys: ['K'], cells: [] },
      { kind: 'cells', name: 'B', keys: ['K'], cells: [] },
      { kind: 'append', columns: ['A', 'C'], rows: [] },
      { kind: 'remove', columns: ['D'], rows: [] },
      { kind: 'sheet', ...sheet },
    );
    expect(namesIn(set)).toEqual(['A', 'K', 'B', 'C', 'D']);
  });
});

describe('blocksOf(cells)', () => {
  it('writes neighbours in one go, whatever their order', () => {
    const { cells } = locate(setOf(cellsOf('A', [3, null, 'd'], [0, null, 'a'], [1, null, 'b'])), reading({ A: [] }));
    expect(blocksOf(cells)).toEqual([
      { name: 'A', row: 0, values: ['a', 'b'] },
      { name: 'A', row: 3, values: ['d'] },
    ]);
  });
});

describe('tooShort(located, read)', () => {
  it('names the columns with fewer rows than are written, with the rows they have', () => {
    const columns = reading({ A: ['a'], B: ['a', null], C: [null, null, null] });
    const set = setOf(cellsOf('A', [1, null, 1]), cellsOf('B', [1, null, 1]), cellsOf('C', [0, null, 1]));
    expect(tooShort(locate(set, columns), columns)).toEqual({ A: 1 });
    expect(tooShort({ room: new Map([['Gone', 3]]) }, columns)).toEqual({});
  });
});

describe('taskOf(request, kept)', () => {
  const undo = setOf(cellsOf('A', [0, 2, 1]));
  const open = setOf(cellsOf('B', [0, 3, 4]));
  const set = setOf(cellsOf('A', [0, 1, 2]));
  const kept = (request: Parameters<typeof taskOf>[0], held: Parameters<typeof taskOf>[1]) => {
    const task = taskOf(request, held);
    return task && { ...task, after: task.after(set) };
  };

  it('applies a set and keeps how to take it back; not over one that was cut off', () => {
    expect(kept({ is: 'apply', set }, { undo })).toEqual({ set, after: { undo: inverse(set) } });
    expect(kept({ is: 'apply', set }, { open })).toBeUndefined();
  });

  it('takes the last one back, once; not over one that was cut off', () => {
    expect(kept({ is: 'takeBack' }, { undo })).toEqual({ set: undo, after: {} });
    expect(kept({ is: 'takeBack' }, {})).toBeUndefined();
    expect(kept({ is: 'takeBack' }, { undo, open })).toBeUndefined();
  });

  it('finishes what was cut off, which can then be taken back', () => {
    expect(kept({ is: 'finish' }, { undo, open })).toEqual({ set: open, after: { undo: inverse(open) } });
    expect(kept({ is: 'finish' }, { undo })).toBeUndefined();
  });

  it('takes back what was cut off, and keeps the undo of the change before it', () => {
    expect(kept({ is: 'restore' }, { undo, open, sizes: { B: 3 } })).toEqual({
      set: inverse(open),
      after: { undo },
      sizes: { B: 3 },
    });
    expect(kept({ is: 'restore' }, { open })).toEqual({ set: inverse(open), after: {} });
    expect(kept({ is: 'restore' }, { undo })).toBeUndefined();
  });
});
