import { type Argument, type Cell, CellError, isMatrix, type Matrix } from '../kernel/cell.ts';
import { divisionByZero, expected, invalid } from '../kernel/errors.ts';
import { isBlank } from '../kernel/parameters.ts';
import { sumOf } from '../kernel/sum.ts';
import type { Builtin, Expression, Operator } from './expression.ts';
import { columnIndex, type Layout, type TableLayout, tableOf } from './layout.ts';
import { isExpression } from './sheetSpec.ts';

/**
 * Computes a sheet without a host: the same expressions that `print` writes as formulas, on the same engine. It
 * feeds the live preview, and it is the second opinion on what a host computes.
 */
export interface Figures {
  column(table: string, key: string): readonly Cell[];
  above(table: string, row: string, key: string): Cell;
  parameter(key: string): Cell;
}

export function evaluate(layout: Layout): Figures {
  const columns = new Map<string, readonly Cell[]>();
  const spills = new Map<string, Matrix>();
  const ranges = new Map<string, Matrix>();

  const spillOf = (table: TableLayout, index: number): Cell[] => {
    let start = index;
    while (!table.spec.columns[start]?.spills && start > 0) start--;
    const column = table.spec.columns[start];
    if (!column?.spills) return [];
    const name = `${table.spec.key}.${column.key}`;
    let matrix = spills.get(name);
    if (!matrix) {
      const result = value(column.spills.formula, { table });
      matrix = isMatrix(result) ? result : Array.from({ length: table.rows }, () => [result]);
      spills.set(name, matrix);
    }
    return matrix.map(row => row[index - start] ?? null);
  };

  const cellsOf = (table: TableLayout, key: string): readonly Cell[] => {
    const index = columnIndex(table, key);
    const column = table.spec.columns[index];
    if (!column) return [];
    const name = `${table.spec.key}.${key}`;
    const known = columns.get(name);
    if (known) return known;
    const { formula } = column;
    const cells =
      column.spills || column.spilled
        ? spillOf(table, index)
        : Array.from({ length: table.rows }, (_, row) =>
            formula ? single(value(formula, { table, row })) : (table.spec.rows[row]?.[key] ?? null),
          );
    columns.set(name, cells);
    return cells;
  };

  const aboveCell = (table: TableLayout, row: string, key: string): Cell => {
    const content = table.spec.above.find(line => line.key === row)?.cells[key];
    return isExpression(content) ? single(value(content, {})) : (content ?? null);
  };

  const parameterCell = (key: string): Cell => {
    const content = layout.spec.parameters.find(parameter => parameter.key === key)?.value;
    return isExpression(content) ? single(value(content, {})) : (content ?? null);
  };

  const range = (table: TableLayout, from: string, to: string): Matrix => {
    const name = `${table.spec.key}.${from}.${to}`;
    const known = ranges.get(name);
    if (known) return known;
    const lists = keysBetween(table, from, to).map(key => cellsOf(table, key));
    const cells = Array.from({ length: table.rows }, (_, row) => lists.map(list => list[row] ?? null));
    ranges.set(name, cells);
    return cells;
  };

  const value = (expression: Expression, position: { table?: TableLayout; row?: number }): Cell | Matrix => {
    switch (expression.is) {
      case 'value':
        return expression.value;
      case 'parameter':
        return parameterCell(expression.key);
      case 'column':
      case 'columns': {
        if (!position.table) throw new RangeError('a formula outside a table has no row');
        const [from, to] =
          expression.is === 'column' ? [expression.key, expression.key] : [expression.from, expression.to];
        const { table, row } = position;
        if (row === undefined) return range(table, from, to);
        const line = keysBetween(table, from, to).map(key => cellsOf(table, key)[row] ?? null);
        return line.length === 1 ? (line[0] ?? null) : [line];
      }
      case 'columnOf':
        return range(tableOf(layout, expression.table), expression.from, expression.to);
      case 'above': {
        const table = tableOf(layout, expression.table);
        const keys = keysBetween(table, expression.from, expression.to);
        const line = keys.map(key => aboveCell(table, expression.row, key));
        return line.length === 1 ? (line[0] ?? null) : [line];
      }
      case 'blankKept':
        return value(expression.cells, position);
      case 'kpi':
        return expression.fn.call(expression.args.map((arg): Argument => (arg ? value(arg, position) : undefined)));
      case 'builtin':
        return builtin(
          expression.name,
          expression.args.map(arg => () => value(arg, position)),
        );
      case 'operator':
        return operate(
          expression.operator,
          single(value(expression.left, position)),
          single(value(expression.right, position)),
        );
    }
  };

  return {
    column: (table, key) => cellsOf(tableOf(layout, table), key),
    above: (table, row, key) => aboveCell(tableOf(layout, table), row, key),
    parameter: parameterCell,
  };
}

function keysBetween(table: TableLayout, from: string, to: string): string[] {
  return table.spec.columns.slice(columnIndex(table, from), columnIndex(table, to) + 1).map(({ key }) => key);
}

type Lazy = () => Cell | Matrix;

function builtin(name: Builtin, args: readonly Lazy[]): Cell {
  const at = (index: number): Cell => single(args[index]?.() ?? null);
  switch (name) {
    case 'IF': {
      const test = at(0);
      return test instanceof CellError ? test : at(test === true || (typeof test === 'number' && test !== 0) ? 1 : 2);
    }
    case 'IFERROR': {
      const tried = at(0);
      return tried instanceof CellError ? at(1) : tried;
    }
    case 'SUM':
      return total(args.flatMap(arg => flat(arg())));
    case 'SUMIF': {
      const [where = [], amounts = []] = [flat(args[0]?.() ?? null), flat(args[2]?.() ?? null)];
      const criterion = at(1);
      return total(amounts.filter((_, index) => same(where[index] ?? null, criterion)));
    }
    case 'ABS':
      return numeric(at(0), Math.abs);
    case 'ROUND': {
      const places = 10 ** Number(at(1));
      return numeric(at(0), amount => (Math.sign(amount) * Math.round(Math.abs(amount) * places)) / places);
    }
  }
}

function total(cells: readonly Cell[]): Cell {
  const failed = cells.find(cell => cell instanceof CellError);
  return failed ?? sumOf(cells.filter(cell => typeof cell === 'number'));
}

function operate(operator: Operator, left: Cell, right: Cell): Cell {
  if (left instanceof CellError) return left;
  if (right instanceof CellError) return right;
  switch (operator) {
    case '=':
      return same(left, right);
    case '<>':
      return !same(left, right);
    case '&':
      return `${left ?? ''}${right ?? ''}`;
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compare(operator, Number(left ?? 0), Number(right ?? 0));
    default:
      return arithmetic(operator, left, right);
  }
}

function compare(operator: '<' | '>' | '<=' | '>=', left: number, right: number): boolean {
  if (operator === '<') return left < right;
  if (operator === '>') return left > right;
  return operator === '<=' ? left <= right : left >= right;
}

function arithmetic(operator: '+' | '-' | '*' | '/', left: Cell, right: Cell): Cell {
  return numeric(left, a =>
    numeric(right, b => {
      if (operator === '+') return sumOf([a, b]);
      if (operator === '-') return sumOf([a, -b]);
      if (operator === '*') return a * b;
      return b === 0 ? divisionByZero('the divisor is 0', '除数为 0') : a / b;
    }),
  );
}

function numeric(cell: Cell, compute: (amount: number) => Cell): Cell {
  if (cell instanceof CellError) return cell;
  if (cell === null) return compute(0);
  return typeof cell === 'number' ? compute(cell) : expected.number(cell);
}

/** A blank cell equals 0 and an empty text, as in every spreadsheet; capitals do not matter. */
function same(left: Cell, right: Cell): boolean {
  if ((left === null && right === 0) || (right === null && left === 0)) return true;
  if (isBlank(left) || isBlank(right)) return isBlank(left) && isBlank(right);
  return typeof left === 'string' && typeof right === 'string'
    ? left.toLowerCase() === right.toLowerCase()
    : left === right;
}

function single(result: Cell | Matrix): Cell {
  if (!isMatrix(result)) return result;
  return result.length === 1 && result[0]?.length === 1
    ? (result[0][0] ?? null)
    : invalid('expected a single value', '应为单个值');
}

function flat(result: Cell | Matrix): Cell[] {
  return isMatrix(result) ? result.flat() : [result];
}
