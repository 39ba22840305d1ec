import { type Argument, type Cell, isMatrix, type Matrix } from '../kernel/cell.ts';
import { callBuiltin, operate, single } from './builtins.ts';
import type { Expression } from './expression.ts';
import { columnIndex, type Layout, type TableLayout, tableOf } from './layout.ts';
import { type ColumnSpec, isExpression, type Literal, partOf, type SheetSpec } from './sheetSpec.ts';

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
      matrix = isMatrix(result) ? result : alone(result, table, column);
      spills.set(name, matrix);
    }
    return matrix.map(row => row[index - start] ?? null);
  };

  /** In place of a list a blank or an error is one cell, or each row takes it. */
  const alone = (cell: Cell, table: TableLayout, column: ColumnSpec): Matrix => {
    const isTaken = layout.dialect.computedColumns === 'row' && partOf(table.spec, column) !== undefined;
    return Array.from({ length: table.rows }, (_, row) => (isTaken || row === 0 ? [cell] : []));
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
            single(contentOf(formula ?? table.spec.rows[row]?.[key], { table, row })),
          );
    columns.set(name, cells);
    return cells;
  };

  const contentOf = (content: Expression | Literal | undefined, position: Position): Cell | Matrix =>
    isExpression(content) ? value(content, position) : (content ?? null);

  const aboveCell = (table: TableLayout, row: string, key: string): Cell =>
    single(contentOf(table.spec.above.find(line => line.key === row)?.cells[key], {}));

  const parameterCell = (key: string): Cell =>
    single(contentOf(layout.spec.parameters.find(parameter => parameter.key === key)?.value, {}));

  const range = (table: TableLayout, from: string, to: string): Matrix => {
    const name = `${table.spec.key}.${from}.${to}`;
    const known = ranges.get(name);
    if (known) return known;
    const lists = keysBetween(table, from, to).map(key => cellsOf(table, key));
    const cells = Array.from({ length: table.rows }, (_, row) => lists.map(list => list[row] ?? null));
    ranges.set(name, cells);
    return cells;
  };

  const value = (expression: Expression, position: Position): Cell | Matrix => {
    switch (expression.is) {
      case 'value':
        return expression.value;
      case 'words':
        return expression.text[layout.language];
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
      case 'carried': {
        const { table, row } = position;
        if (!table || row === undefined) throw new RangeError('only a formula of one row knows the rows above it');
        const cells = cellsOf(table, expression.key);
        const above = callBuiltin('SUMIF', [() => cells.slice(0, row).map(cell => [cell]), () => '<9E307']);
        return [[single(above)], [cells[row] ?? null]];
      }
      case 'place': {
        const { table, row } = position;
        if (row !== undefined) return row + 1;
        return Array.from({ length: table?.rows ?? 0 }, (_, index) => [index + 1]);
      }
      case 'columnOf':
        return range(tableOf(layout, expression.table), expression.from, expression.to);
      case 'above': {
        const table = tableOf(layout, expression.table);
        const keys = keysBetween(table, expression.from, expression.to);
        const line = keys.map(key => aboveCell(table, expression.row, key));
        return line.length === 1 ? (line[0] ?? null) : [line];
      }
      case 'blankAsZero':
        return value(expression.cells, position);
      case 'bar':
        return value(expression.figure, position);
      case 'kpi':
        return expression.fn.call(expression.args.map((arg): Argument => (arg ? value(arg, position) : undefined)));
      case 'builtin':
        return callBuiltin(
          expression.name,
          expression.args.map(arg => () => value(arg, position)),
        );
      case 'reference':
      case 'columnNamed':
        return sampleOf(layout.spec, expression.name);
      case 'operator':
        return operate(expression.operator, value(expression.left, position), value(expression.right, position));
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

interface Position {
  readonly table?: TableLayout;
  readonly row?: number;
}

/** Another sheet's cells are not there in a preview: the sample of them stands in. */
function sampleOf(spec: SheetSpec, name: string): Cell | Matrix {
  const sample = spec.needs?.map(({ names }) => names[name]).find(cells => cells !== undefined) ?? [[null]];
  return sample.length === 1 && sample[0]?.length === 1 ? (sample[0][0] ?? null) : sample;
}
