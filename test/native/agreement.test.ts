import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { natives } from '../../src/functions/natives.gen.ts';
import { type Cell, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import { argumentsOf, type KpiFunction } from '../../src/kernel/function.ts';
import { NoTwin } from '../../src/kernel/native.ts';
import type { Book } from '../../workbench/book/book.ts';
import { openHeadlessBook } from '../../workbench/book/headless.ts';
import { Random } from '../support/random.ts';
import { argumentsFor, caseRows, layCase, RESULT_COLUMN, type TwinCase } from '../support/twins.ts';

const RANDOM_CASES = Number(process.env.CASES ?? 1000);

const twinned = catalogue.filter(fn => natives[fn.name] !== undefined && !(natives[fn.name] instanceof NoTwin));

function casesOf(fn: KpiFunction): TwinCase[] {
  const random = new Random(fn.name);
  const cases: TwinCase[] = [];
  const add = (args: Parameters<typeof layCase>[1], literalAt?: number): void => {
    const made = layCase(fn, args, cases.length * caseRows(fn), literalAt);
    if (made) cases.push(made);
  };
  for (const { given } of fn.examples) add(argumentsOf(fn, given));
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
  const placed = cases.map(({ twin }, index) => [index * caseRows(fn), { [RESULT_COLUMN]: [twin] }] as const);
  return Object.fromEntries(placed);
}

/** An error as the stored result that it is in a workbook. */
function cellOf(cell: Cell): { v: string | number | boolean } | null {
  if (cell === null) return null;
  return { v: cell instanceof CellError ? cell.code : cell };
}

describe('twins by another engine', () => {
  let book: Book;
  const results = new Map<string, { cases: TwinCase[]; shown: (Cell | Matrix)[] }>();

  beforeAll(async () => {
    const all = twinned.map(fn => ({ fn, cases: casesOf(fn) }));
    const sheets = Object.fromEntries(all.map(({ fn, cases }) => [fn.name, sheetOf(fn, cases)]));
    book = openHeadlessBook({ sheetOrder: Object.keys(sheets), sheets });
    const unit = book.workbook.getId();
    const formulas = Object.fromEntries(all.map(({ fn, cases }) => [fn.name, formulasOf(fn, cases)]));
    // Each formula for itself: the sheets hold values only, and a tree of what depends on what would take minutes.
    const computed = await book.api.getFormula().executeFormulas({ [unit]: formulas }, 300_000);
    for (const { fn, cases } of all) {
      const rows = computed[unit]?.[fn.name] ?? {};
      const shown = cases.map((_, index) => rows[index * caseRows(fn)]?.[RESULT_COLUMN]?.[0]?.value ?? null);
      results.set(fn.name, { cases, shown });
    }
  }, 300_000);
  afterAll(() => book.dispose());

  it.each(twinned.map(fn => [fn.name, fn] as const))('%s', name => {
    const { cases, shown } = results.get(name) ?? { cases: [], shown: [] };
    const wrong = cases.flatMap(({ call, twin, expected, cells }, index) => {
      const actual = shown[index] ?? null;
      const wanted = expected;
      return agree(actual, wanted)
        ? []
        : [
            {
              call,
              twin,
              cells: cells
                .map(c => `${c.row},${c.column}:${c.cell instanceof CellError ? c.cell.code : c.cell}`)
                .join(' '),
              actual,
              wanted: wanted instanceof CellError ? wanted.code : wanted,
            },
          ];
    });
    expect(wrong.length + ' of ' + cases.length + '\n' + JSON.stringify(wrong.slice(0, 3), null, 1)).toBe(
      '0 of ' + cases.length + '\n[]',
    );
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
