import { describe, expect, it } from 'vitest';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import type { Cell, Matrix } from '../../src/kernel/cell.ts';
import { close } from '../../src/month/figures/history.ts';
import { HISTORY_COLUMNS, isSample, readHistory } from '../../src/sheets/history.ts';
import { ENTERED } from '../../src/sheets/sampleHistory.ts';
import { history } from '../../src/templates/history.ts';
import { specOf } from '../support/planning.ts';

const SOURCE = HISTORY_COLUMNS.indexOf('Source');

/** The sample rows as an earlier version wrote them: of these, too, it said that somebody had entered them. */
function earlier(language: 'en' | 'zh'): Cell[][] {
  const spec = specOf(history, language);
  const [table] = spec.tables;
  const keys = HISTORY_COLUMNS.map(named => table?.columns.find(column => column.named === named)?.key ?? '');
  const rows = (table?.rows ?? []).map(row =>
    keys.map((key): Cell => {
      const cell = row[key] ?? null;
      if (typeof cell === 'string' && /^\d{4}-\d\d-\d\d$/.test(cell)) return serialOfIso(cell);
      return typeof cell === 'object' ? null : cell;
    }),
  );
  return rows.map(line => line.map((cell, column) => (column === SOURCE ? ENTERED[language] : cell)));
}

const samplesIn = (cells: Matrix): number => readHistory(cells).rows.filter(isSample).length;

describe('samples of an earlier version', () => {
  it.each(['en', 'zh'] as const)('are known where they are as they were, in %s', language => {
    const rows = earlier(language);
    expect(samplesIn(rows)).toBe(17);
    // Sorted, and with months that were closed since.
    const closed = rows[0]?.map((cell, column) => (column === SOURCE ? 'orders.csv' : cell)) ?? [];
    expect(samplesIn([...rows].reverse().concat([closed]))).toBe(17);
  });

  it.each([
    ['an actual', 5, 3_400_001],
    ['a target', 4, null],
    ['a day', 7, 46_000],
    ['a status', 8, 'superseded'],
  ])('are somebody’s own once %s is another one', (_, column, cell) => {
    const rows = earlier('en');
    expect(samplesIn(rows.map((line, row) => (row === 0 ? line.with(column, cell) : line)))).toBe(0);
  });

  it('are somebody’s own where a row was taken out or entered', () => {
    const rows = earlier('en');
    expect(samplesIn(rows.slice(1))).toBe(0);
    expect(samplesIn([...rows, (rows[0] ?? []).with(5, 1)])).toBe(0);
    expect(samplesIn([])).toBe(0);
  });

  it('no longer count once a real month is closed', () => {
    const { rows } = readHistory(earlier('en'));
    const figure = { period: '2031-01', unitType: 'company', unit: '', metric: 'sales', target: 1, actual: 1 } as const;
    const closing = close(rows, [figure], { source: 'orders.csv', closedAt: 48_000 });
    expect(closing.supersede).toHaveLength(17);
    expect(closing.samples).toBe(17);
  });
});
