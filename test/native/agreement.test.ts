import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { natives } from '../../src/functions/natives.gen.ts';
import { type Cell, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import { argumentsOf, type KpiFunction } from '../../src/kernel/function.ts';
import { NoTwin } from '../../src/kernel/native.ts';
import type { Book } from '../../workbench/book/book.ts';
import { createHeadlessBook } from '../../workbench/book/headless.ts';
import { Random } from '../support/random.ts';
import { argumentsFor, CASE_ROWS, layCase, RESULT_COLUMN, type TwinCase } from '../support/twins.ts';

const RANDOM_CASES = 1000;

const twinned = catalogue.filter(fn => natives[fn.name] !== undefined && !(natives[fn.name] instanceof NoTwin));

function casesOf(fn: KpiFunction): TwinCase[] {
  const random = new Random(fn.name);
  const cases: TwinCase[] = [];
  const add = (args: Parameters<typeof layCase>[1], literalAt?: number): void => {
    const made = layCase(fn, args, cases.length * CASE_ROWS, literalAt);
    if (made) cases.push(made);
  };
  for (const { given } of fn.examples) add(argumentsOf(fn, given));
  for (let tries = 0; cases.length < RANDOM_CASES + fn.examples.length && tries < 4 * RANDOM_CASES; tries++) {
    add(argumentsFor(fn, random), random.whole(-1, fn.parameters.length - 1));
  }
  return cases;
}

function cellData(cell: Cell): { v: string | number | boolean } | { f: string } | null {
  if (cell === null) return null;
  if (cell instanceof CellError)
    return { f: { '#N/A': '=NA()', '#DIV/0!': '=1/0' }[cell.code as string] ?? '=VALUE("?")' };
  return { v: cell };
}

describe('twins by another engine', () => {
  let book: Book;
  const results = new Map<string, { cases: TwinCase[]; shown: Matrix }>();

  beforeAll(async () => {
    book = createHeadlessBook();
    const all = twinned.map(fn => ({ fn, cases: casesOf(fn) }));
    const started = performance.now();
    for (const { fn, cases } of all) {
      const rows = cases.length * CASE_ROWS;
      const sheet = book.workbook.create(fn.name, rows, RESULT_COLUMN + 5);
      const grid = Array.from({ length: rows }, () =>
        new Array<ReturnType<typeof cellData>>(RESULT_COLUMN + 1).fill(null),
      );
      for (const [index, { cells, twin }] of cases.entries()) {
        for (const { row, column, cell } of cells) (grid[row] ?? [])[column] = cellData(cell);
        (grid[index * CASE_ROWS] ?? [])[RESULT_COLUMN] = { f: twin };
      }
      sheet.getRange(0, 0, rows, RESULT_COLUMN + 1).setValues(grid as never);
    }
    console.log('laid', performance.now() - started);
    await book.calculated();
    console.log('calculated', performance.now() - started);
    for (const { fn, cases } of all) {
      const sheet = book.workbook.getSheetByName(fn.name);
      const shown = sheet?.getRange(0, RESULT_COLUMN, cases.length * CASE_ROWS, 4).getValues() as Matrix;
      results.set(fn.name, { cases, shown });
    }
  }, 300_000);
  afterAll(() => book.dispose());

  it.each(twinned.map(fn => [fn.name, fn] as const))('%s', name => {
    const { cases, shown } = results.get(name) ?? { cases: [], shown: [] };
    const wrong = cases.flatMap(({ call, twin, expected, cells }, index) => {
      const actual = shown[index * CASE_ROWS]?.[0] ?? null;
      const wanted = isMatrix(expected) ? (expected[0]?.[0] ?? null) : expected;
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
    expect(`${wrong.length} of ${cases.length}\n${JSON.stringify(wrong.slice(0, 3), null, 1)}`).toBe(
      `0 of ${cases.length}\n[]`,
    );
  });
});

function agree(actual: Cell, wanted: Cell): boolean {
  if (wanted instanceof CellError) return actual === wanted.code;
  if (wanted === null) return actual === '' || actual === null;
  if (typeof wanted === 'number' && typeof actual === 'number') {
    return Math.abs(actual - wanted) <= 1e-9 * Math.max(1, Math.abs(wanted));
  }
  return actual === wanted;
}
