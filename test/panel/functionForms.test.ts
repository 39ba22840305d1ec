import { CellValueType, type ICellData } from '@univerjs/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { isoOf } from '../../src/kernel/calendar.ts';
import { type Argument, type Cell, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import { argumentsOf, type Example, type KpiFunction } from '../../src/kernel/function.ts';
import { printed } from '../../src/panel/text/argument.ts';
import { formulaOf } from '../../src/panel/text/formula.ts';
import { address } from '../../src/plan/address.ts';
import type { PanelPort } from '../../src/port/port.ts';
import type { Book } from '../../workbench/book/book.ts';
import { expectSame } from '../support/expectSame.ts';
import { officeInNode } from '../support/officeInNode.ts';
import { sheetsInNode } from '../support/sheetsPort.ts';

interface Played {
  readonly port: PanelPort;
  readonly book: Book;
}

const HOSTS: Readonly<Record<string, () => Promise<Played>>> = {
  Excel: officeInNode,
  async 'Google Sheets'() {
    const { port, played } = await sheetsInNode();
    return { port, book: played.book };
  },
};

/** A call as a person makes it in the form: with references, or with values where a formula can say them. */
interface Call {
  readonly fn: KpiFunction;
  readonly row: number;
  readonly typed: Readonly<Record<string, string>>;
  readonly expected: Matrix;
}

/** Results stand in the first column; arguments to the right of where the widest result ends. */
const FIRST_ARGUMENT = 30;
const LAST_ARGUMENT = 90;

const asMatrix = (value: Cell | Matrix): Matrix => (isMatrix(value) ? value : [[value]]);

/** A blank that spills shows as an empty text, and the book keeps truths as figures. */
const asShown = (matrix: Matrix): Matrix =>
  matrix.map(line => line.map(cell => (typeof cell === 'boolean' ? Number(cell) : cell === '' ? null : cell)));

function held(cell: Cell): ICellData {
  if (typeof cell === 'boolean') return { v: Number(cell), t: CellValueType.BOOLEAN };
  return { v: cell instanceof CellError ? cell.code : cell };
}

const needsCells = (value: Argument): boolean =>
  isMatrix(value) ? value.flat().some(needsCells) : value === null || value instanceof CellError;

const given = (fn: KpiFunction, example: Pick<Example, 'given'>): readonly [string, Cell | Matrix][] =>
  fn.parameters.flatMap(({ name }): [string, Cell | Matrix][] => {
    const value = example.given[name];
    return value === undefined ? [] : [[name, value]];
  });

/** What a person types for a value. */
function typedValue(fn: KpiFunction, name: string, value: Cell | Matrix): string {
  const { type, shape } = fn.parameters.find(parameter => parameter.name === name) ?? {};
  const day = (cell: Cell): string => (typeof cell === 'number' ? isoOf(cell) : String(cell));
  if (!isMatrix(value)) return type === 'date' ? day(value) : String(value);
  if (shape === 'scalar') return `=${printed(value)}`;
  return type === 'date' ? `{${value.map(line => line.map(day).join(',')).join(';')}}` : printed(value);
}

/** Every example of every function, one below the other, its arguments in cells beside it. */
function layOut(put: (row: number, column: number, matrix: Matrix) => void): Call[] {
  const calls: Call[] = [];
  let row = 0;
  for (const fn of catalogue) {
    for (const example of fn.examples.length > 0 ? fn.examples : [{ given: {} }]) {
      const expected = asMatrix(fn.call(argumentsOf(fn, example.given)));
      const values = given(fn, example);
      const height = Math.max(expected.length, ...values.map(([, value]) => asMatrix(value).length)) + 1;
      let column = FIRST_ARGUMENT;
      const references = values.map(([name, value]) => {
        const matrix = asMatrix(value);
        const area = { row, column, rows: matrix.length, columns: matrix[0]?.length ?? 1 };
        put(row, column, matrix);
        column += area.columns;
        return [name, address(area)] as const;
      });
      expect(column).toBeLessThan(LAST_ARGUMENT);
      calls.push({ fn, row, typed: Object.fromEntries(references), expected });
      row += height;
      if (values.some(([, value]) => needsCells(value))) continue;
      const typed = Object.fromEntries(values.map(([name, value]) => [name, typedValue(fn, name, value)]));
      calls.push({ fn, row, typed, expected });
      row += height;
    }
  }
  return calls;
}

describe.each(Object.entries(HOSTS))('the form of every function, in %s', (_, start) => {
  let played: Played;
  let calls: readonly Call[];

  const cells = (row: number, column: number, rows: number, columns: number) =>
    played.book.workbook.getActiveSheet().getRange(row, column, rows, columns);

  beforeAll(async () => {
    played = await start();
    played.book.ensureSize(played.book.workbook.getActiveSheet(), 6000, LAST_ARGUMENT);
    calls = layOut((row, column, matrix) => {
      cells(row, column, matrix.length, matrix[0]?.length ?? 1).setValues(matrix.map(line => line.map(held)));
    });
    const last = Math.max(...calls.map(({ row }) => row));
    const formulas: { f?: string }[][] = Array.from({ length: last + 1 }, () => [{}]);
    for (const { fn, row, typed } of calls) {
      const { text, problems, misfit } = formulaOf(fn, typed, played.port.dialect, 'en');
      expect({ problems, misfit }, text).toEqual({ problems: {}, misfit: undefined });
      formulas[row] = [{ f: text }];
    }
    // All at once: the port's insertFormula() would have every formula calculated before the next one is written.
    cells(0, 0, formulas.length, 1).setValues(formulas);
    await played.book.calculated();
  });
  afterAll(() => played.book.dispose());

  it.each(catalogue.map(fn => [fn.name, fn] as const))('%s', (_name, fn) => {
    const own = calls.filter(call => call.fn === fn);
    expect(own.length).toBeGreaterThan(0);
    for (const { row, expected } of own) {
      const shown = cells(row, 0, expected.length, expected[0]?.length ?? 1).getValues() as Matrix;
      expectSame(asShown(shown), asShown(expected));
    }
  });
});
