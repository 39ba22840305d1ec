import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { natives } from '../../src/functions/natives.gen.ts';
import { type Cell, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import { argumentsOf, type KpiFunction } from '../../src/kernel/function.ts';
import { NoTwin } from '../../src/kernel/native.ts';
import '@univerjs/engine-formula/facade';
import type { Book } from '../../workbench/book/book.ts';
import { openHeadlessBook } from '../../workbench/book/headless.ts';
import { Random } from '../support/random.ts';
import { argumentsFor, caseRows, type Drawn, layCase, RESULT_COLUMN, type TwinCase } from '../support/twins.ts';

const RANDOM_CASES = Number(process.env.CASES ?? 1000);

const twinned = catalogue.filter(fn => natives[fn.name] !== undefined && !(natives[fn.name] instanceof NoTwin));

function casesOf(fn: KpiFunction): TwinCase[] {
  const random = new Random(fn.name);
  const cases: TwinCase[] = [];
  const add = (drawn: Drawn, literalAt?: number): void => {
    const made = layCase(fn, drawn, cases.length * caseRows(fn), literalAt);
    if (made) cases.push(made);
  };
  for (const { given } of fn.examples) {
    const args = argumentsOf(fn, given);
    add({ args, sound: args });
  }
  for (let tries = 0; cases.length < RANDOM_CASES + fn.examples.length && tries < 4 * RANDOM_CASES; tries++) {
    add(argumentsFor(fn, random), random.whole(-1, fn.parameters.length - 1));
  }
  return cases;
}

function sheetOf(fn: KpiFunction, cases: readonly TwinCase[]) {
  const cellData: Record<number, Record<number, object>> = {};
  const put = (row: number, column: number, data: object | null): void => {
    if (data) cellData[row] = { ...cellData[row], [column]: data };
  };
  for (const { cells } of cases) {
    for (const { row, column, cell } of cells) put(row, column, cellOf(cell));
  }
  return { id: fn.name, name: fn.name, cellData, rowCount: cases.length * caseRows(fn) + 10, columnCount: 40 };
}

function formulasOf(fn: KpiFunction, cases: readonly TwinCase[]): Record<number, Record<number, string[]>> {
  const rows: Record<number, Record<number, string[]>> = {};
  for (const [index, { twin }] of cases.entries()) rows[index * caseRows(fn)] = { [RESULT_COLUMN]: [twin] };
  return rows;
}

/** An error as the stored result that it is in a workbook. */
function cellOf(cell: Cell): { v: string | number | boolean } | null {
  if (cell === null) return null;
  return { v: cell instanceof CellError ? cell.code : cell };
}

describe('twins by another engine', () => {
  let book: Book;
  const cases = new Map(twinned.map(fn => [fn.name, casesOf(fn)]));

  beforeAll(() => {
    const sheets = Object.fromEntries(twinned.map(fn => [fn.name, sheetOf(fn, cases.get(fn.name) ?? [])]));
    book = openHeadlessBook({ sheetOrder: Object.keys(sheets), sheets });
  });
  afterAll(() => book.dispose());

  it.each(twinned.map(fn => [fn.name, fn] as const))('%s gives what its twin gives', async (name, fn) => {
    const list = cases.get(name) ?? [];
    expect(list.length).toBeGreaterThanOrEqual(RANDOM_CASES);
    // Each formula for itself: the sheets hold values only, and a tree of what depends on what would take minutes.
    const unit = book.workbook.getId();
    const formulas = { [unit]: { [name]: formulasOf(fn, list) } };
    const computed = await book.api.getFormula().executeFormulas(formulas, 300_000);
    const rows = computed[unit]?.[name] ?? {};
    const wrong = list.filter(({ expected, anyError }, index) => {
      const actual = rows[index * caseRows(fn)]?.[RESULT_COLUMN]?.[0]?.value ?? null;
      return !agree(actual, expected) && !(anyError && String(actual).startsWith('#'));
    });
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

function agree(actual: Cell | Matrix, wanted: Cell | Matrix): boolean {
  if (isMatrix(wanted)) {
    return wanted.every((line, row) =>
      line.every((cell, column) => agree(isMatrix(actual) ? (actual[row]?.[column] ?? null) : actual, cell)),
    );
  }
  if (isMatrix(actual)) return agree(actual[0]?.[0] ?? null, wanted);
  if (wanted instanceof CellError) return actual === wanted.code;
  if (wanted === null) return actual === '' || actual === null;
  if (typeof wanted === 'number' && typeof actual === 'number') {
    return Math.abs(actual - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
  }
  return actual === wanted;
}
