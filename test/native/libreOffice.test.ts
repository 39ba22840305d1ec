import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Cell as FileCell, writeXlsx } from 'hucre';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cell, CellError, isMatrix } from '../../src/kernel/cell.ts';
import type { KpiFunction } from '../../src/kernel/function.ts';
import { hasLibreOffice, toCsv, withoutLibreOffice } from '../support/libreOffice.ts';
import { agree, caseRows, casesOf, RESULT_COLUMN, type TwinCase, twinned } from '../support/twins.ts';

const RANDOM_CASES = 1000;

describe.skipIf(!hasLibreOffice)(`twins by LibreOffice${withoutLibreOffice}`, () => {
  let folder = '';
  const cases = new Map(twinned.map(fn => [fn.name, casesOf(fn, RANDOM_CASES)]));

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sales-kpi-'));
    const file = join(folder, 'twins.xlsx');
    const sheets = twinned.map(fn => ({ name: fn.name, cells: cellsOf(fn, cases.get(fn.name) ?? []) }));
    await writeFile(file, await writeXlsx({ sheets }));
    await toCsv([file], folder);
  }, 300_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(twinned.map(fn => [fn.name, fn] as const))('%s gives what its twin gives', async (name, fn) => {
    const { data } = Papa.parse<string[]>(await readFile(join(folder, `twins-${name}.csv`), 'utf8'));
    const list = cases.get(name) ?? [];
    const wrong = list.filter(({ expected, anyError }, index) => {
      const shown = data[index * caseRows(fn)]?.[RESULT_COLUMN] ?? '';
      const wanted = isMatrix(expected) ? (expected[0]?.[0] ?? null) : expected;
      return !agree(figureIn(shown, wanted), wanted) && !(anyError && shown.startsWith('#'));
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

function cellsOf(fn: KpiFunction, cases: readonly TwinCase[]): Map<string, Partial<FileCell>> {
  const cells = new Map<string, Partial<FileCell>>();
  for (const [index, { twin, cells: given, expected }] of cases.entries()) {
    const array = isMatrix(expected)
      ? { formulaType: 'array' as const, formulaRef: `A${index * caseRows(fn) + 1}` }
      : {};
    cells.set(`${index * caseRows(fn)},${RESULT_COLUMN}`, { formula: twin.slice(1), ...array });
    for (const { row, column, cell } of given) {
      if (cell !== null) cells.set(`${row},${column}`, { value: cell instanceof CellError ? cell.code : cell });
    }
  }
  return cells;
}

function figureIn(shown: string, wanted: Cell): Cell {
  return typeof wanted === 'number' && shown !== '' && !shown.startsWith('#') ? Number(shown) : shown;
}
