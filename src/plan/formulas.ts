import type { Expression } from './expression.ts';
import { bodyArea, cell, columnIndex, headingArea, type Layout, type TableLayout } from './layout.ts';
import type { Op } from './op.ts';
import { formula, headedFormula } from './print.ts';
import { type ColumnSpec, hasComputedHeading, isExpression, type Literal, partOf } from './sheetSpec.ts';

export function parameterFormulas(layout: Layout): Op[] {
  const { parameterRow, spec } = layout;
  if (parameterRow === undefined) return [];
  return spec.parameters.flatMap(({ value }, column) =>
    isExpression(value) ? [oneFormula(parameterRow + 1, column, formula(value, layout, {}))] : [],
  );
}

export function tableFormulas(table: TableLayout, layout: Layout): Op[] {
  const above = table.spec.above.flatMap((line, index) =>
    lineFormulas(table.aboveRow + index, line.cells, table, layout),
  );
  const unlike = table.spec.rows.flatMap((line, row) =>
    Object.entries(line).flatMap(([key, content]) =>
      isExpression(content)
        ? [oneFormula(table.firstRow + row, columnIndex(table, key), formula(content, layout, { table, row }))]
        : [],
    ),
  );
  return [...table.spec.columns.flatMap(column => columnFormulas(column, table, layout)), ...unlike, ...above];
}

/** The formulas of a row above the headings: what stands side by side is written at once. */
function lineFormulas(
  row: number,
  cells: Readonly<Record<string, Expression | Literal>>,
  table: TableLayout,
  layout: Layout,
): Op[] {
  const runs: { column: number; formulas: string[] }[] = [];
  for (const [column, { key }] of table.spec.columns.entries()) {
    const content = cells[key];
    if (!isExpression(content)) continue;
    const last = runs[runs.length - 1];
    const text = formula(content, layout, {});
    if (last && last.column + last.formulas.length === column) last.formulas.push(text);
    else runs.push({ column, formulas: [text] });
  }
  return runs.map(({ column, formulas }) => ({
    op: 'formulas',
    area: { row, column, rows: 1, columns: formulas.length },
    formulas: [formulas],
  }));
}

function columnFormulas(column: ColumnSpec, table: TableLayout, layout: Layout): Op[] {
  const area = bodyArea(table, column.key);
  if (hasComputedHeading(table.spec, column, layout.dialect)) {
    return column.spilled ? [] : [headed(column, table, layout)];
  }
  const part = partOf(table.spec, column);
  if (column.spills && !part) {
    const spilled = { ...area, columns: column.spills.columns };
    return [{ op: 'spill', area: spilled, formula: formula(column.spills.formula, layout, { table }) }];
  }
  const expression = part ?? column.formula;
  if (!expression) return [];
  return [{ op: 'formulas', area, formulas: rowFormulas(expression, table, layout) }];
}

/** What knows its row has the row's number in it: a formula that is the same in two rows is the same in all. */
function rowFormulas(expression: Expression, table: TableLayout, layout: Layout): string[][] {
  const inRow = (row: number): string => formula(expression, layout, { table, row });
  if (table.rows < 2) return Array.from({ length: table.rows }, (_, row) => [inRow(row)]);
  const [first, second] = [inRow(0), inRow(1)];
  return Array.from({ length: table.rows }, (_, row) => [row === 0 || first === second ? first : inRow(row)]);
}

/** A formula of a whole column, or of a list, stands above the rows: people delete, sort and put in those. */
function headed(column: ColumnSpec, table: TableLayout, layout: Layout): Op {
  const first = columnIndex(table, column.key);
  const columns = table.spec.columns.slice(first, first + (column.spills?.columns ?? 1));
  const headings = columns.map(({ label }) => label[layout.language]);
  const area = { ...headingArea(table, column.key), columns: columns.length };
  return { op: 'spill', area, formula: headedFormula(column, table, headings, layout) };
}

function oneFormula(row: number, column: number, text: string): Op {
  return { op: 'formulas', area: cell(row, column), formulas: [[text]] };
}
