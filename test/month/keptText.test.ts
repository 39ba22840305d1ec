import { describe, expect, it } from 'vitest';
import { inverse } from '../../src/month/change/changeSet.ts';
import { keptIn, keptText } from '../../src/month/change/keptText.ts';
import { locate } from '../../src/month/change/locate.ts';
import { HISTORY_COLUMNS } from '../../src/sheets/history.ts';
import { BEFORE, monthSet } from '../support/monthCases.ts';

const read = (name: string) => BEFORE[name];

describe('keptText()', () => {
  it('is read back as it was, whatever is in it', () => {
    const located = locate(monthSet('a'), read);
    for (const open of [located.cells, inverse(located.cells), located.fitted]) {
      const kept = { undo: inverse(located.fitted), open };
      expect(keptIn(keptText(kept))).toEqual(kept);
    }
    expect(keptIn(keptText({}))).toEqual({});
  });

  it('keeps cells that do not follow one another cell by cell', () => {
    const cell = { key: [], before: null, after: 1 };
    const changes = [
      {
        kind: 'cells',
        name: 'A',
        keys: [],
        cells: [
          { row: 3, ...cell },
          { row: 5, ...cell },
        ],
      },
      { kind: 'cells', name: 'A', keys: ['B'], cells: [{ row: 3, ...cell, key: ['x'] }] },
    ] as const;
    const open = { id: 'x', title: { en: '', zh: '' }, changes };
    expect(keptIn(keptText({ open }))).toEqual({ open });
  });

  it('of a year of 500 people fits into the two megabytes of a workbook’s settings, undo and all', () => {
    const located = locate(monthSet('year', 12_000), read);
    expect(located.cells.changes.reduce((sum, { cells }) => sum + cells.length, 0)).toBeGreaterThan(
      12_000 * (HISTORY_COLUMNS.length - 1),
    );
    expect(keptText({ open: located.cells }).length).toBeLessThan(1_900_000);
    expect(keptText({ undo: inverse(located.fitted) }).length).toBeLessThan(1_900_000);
  });

  it('keeps how many rows columns had, and only where all are numbers', () => {
    expect(keptIn(keptText({ sizes: { A: 3, B: 0 } }))).toEqual({ sizes: { A: 3, B: 0 } });
    for (const sizes of ['{"A":"3"}', '{"A":1,"B":null}', 'null', '3', '"x"'])
      expect(keptIn(`{"sizes":${sizes}}`)).toEqual({});
    for (const text of ['null', '3', '[]', '"x"']) expect(keptIn(text)).toEqual({});
  });

  it('keeps neighbours short only where nothing is lost by it', () => {
    const cells = (rows: readonly (readonly [number, number | null])[]) => ({
      id: 'x',
      title: { en: '', zh: '' },
      changes: [
        {
          kind: 'cells',
          name: 'A',
          keys: [],
          cells: rows.map(([row, before]) => ({ row, key: [], before, after: row })),
        },
      ] as const,
    });
    const neighbours = cells([
      [4, null],
      [5, 7],
    ]);
    expect(JSON.parse(keptText({ open: neighbours })).open.changes).toEqual([
      { short: 'A', row: 4, before: [null, 7], after: [4, 5] },
    ]);
    expect(keptIn(keptText({ open: neighbours }))).toEqual({ open: neighbours });
    const blank = cells([
      [4, null],
      [5, null],
    ]);
    expect(JSON.parse(keptText({ open: blank })).open.changes[0].before).toBeNull();
    expect(keptIn(keptText({ open: blank }))).toEqual({ open: blank });
    // The undo is found by keys, and stays as it is.
    expect(JSON.parse(keptText({ undo: neighbours })).undo).toEqual(neighbours);
    expect(
      keptIn('{"open":{"id":"x","title":{},"changes":[{"short":"A","row":"0","before":null,"after":[1]}]}}'),
    ).toEqual({});
    expect(keptIn('{"open":{"id":"x","title":{},"changes":[{"short":"A","row":0,"before":null,"after":1}]}}')).toEqual(
      {},
    );
  });

  it('is nothing where it is not whole', () => {
    expect(keptIn('')).toEqual({});
    expect(keptIn(keptText({ open: monthSet('a') }).slice(0, -5))).toEqual({});
    expect(
      keptIn('{"open":{"id":"x","title":{},"changes":[{"short":"A","row":0,"before":[{}],"after":[{}]}]}}'),
    ).toEqual({});
  });
});
