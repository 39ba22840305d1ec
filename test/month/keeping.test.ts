import { describe, expect, it } from 'vitest';
import { inverse } from '../../src/month/changeSet.ts';
import { HISTORY_COLUMNS } from '../../src/month/historyTable.ts';
import { keptIn, keptText } from '../../src/month/keeping.ts';
import { place } from '../../src/month/placing.ts';
import { BEFORE, monthSet } from '../support/monthCases.ts';

const read = (name: string) => BEFORE[name];

describe('keptText()', () => {
  it('is read back as it was, whatever is in it', () => {
    const placed = place(monthSet('a'), read);
    for (const open of [placed.cells, inverse(placed.cells), placed.fitted]) {
      const kept = { undo: inverse(placed.fitted), open };
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
    const placed = place(monthSet('year', 12_000), read);
    expect(placed.cells.changes.reduce((sum, { cells }) => sum + cells.length, 0)).toBeGreaterThan(
      12_000 * (HISTORY_COLUMNS.length - 1),
    );
    expect(keptText({ open: placed.cells }).length).toBeLessThan(1_900_000);
    expect(keptText({ undo: inverse(placed.fitted) }).length).toBeLessThan(1_900_000);
  });

  it('is nothing where it is not whole', () => {
    expect(keptIn('')).toEqual({});
    expect(keptIn(keptText({ open: monthSet('a') }).slice(0, -5))).toEqual({});
    expect(
      keptIn('{"open":{"id":"x","title":{},"changes":[{"short":"A","row":0,"before":[{}],"after":[{}]}]}}'),
    ).toEqual({});
  });
});
