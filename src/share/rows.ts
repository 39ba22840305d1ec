import { tokenize } from '@borgar/fx';
import type { Content, Spot } from '../grid/grid.ts';
import { areaIn } from '../grid/places.ts';
import { toNative } from '../native/toNative.ts';
import type { ReferenceCells } from '../native/twin.ts';
import { address } from '../plan/address.ts';
import { rowsBelow } from '../plan/headings.ts';

/**
 * A formula that fills a column from columns beside it, as one formula a row: some twins work on single cells only,
 * and without the add-in a formula a row costs nothing. Undefined where the rows have no twins either.
 */
export function rowByRow(formula: string, spot: Spot, cells: ReferenceCells): Content[] | undefined {
  const headed = rowsBelow(formula);
  const rows = headed?.rows ?? formula.replace(/^=\s*ARRAYFORMULA\((.*)\)$/is, '=$1');
  const formulas = formulasOf(rows, spot, cells, headed ? 1 : 0);
  return formulas && headed ? [headed.heading, ...formulas] : formulas;
}

function formulasOf(formula: string, spot: Spot, cells: ReferenceCells, from: number): Content[] | undefined {
  const tokens = tokenize(formula, { mergeRefs: true });
  const beside = tokens.flatMap(({ type, value }) => (type === 'range' ? (heightBeside(value, spot) ?? []) : []));
  const [rows] = beside;
  if (rows === undefined || beside.some(other => other !== rows)) return undefined;
  const formulas: Content[] = [];
  for (let row = from; row < rows; row++) {
    const single = tokens
      .map(({ type, value }) => (type === 'range' && heightBeside(value, spot) ? cellIn(value, row) : value))
      .join('');
    const conversion = toNative(single, cells);
    if (conversion.is === 'value' || (conversion.is === 'formula' && conversion.array)) return undefined;
    formulas.push({ formula: conversion.is === 'formula' ? conversion.formula : single });
  }
  return formulas;
}

/** The rows of a column that begins in the formula's own row. */
function heightBeside(reference: string, { row }: Spot): number | undefined {
  const cells = areaIn(reference);
  const isBeside =
    cells &&
    cells.sheet === undefined &&
    cells.area.row === row &&
    cells.area.columns === 1 &&
    !reference.startsWith('$');
  return isBeside && cells.area.rows > 1 ? cells.area.rows : undefined;
}

function cellIn(reference: string, row: number): string {
  const { area } = areaIn(reference) ?? {};
  return area ? address({ ...area, row: area.row + row, rows: 1 }) : reference;
}
