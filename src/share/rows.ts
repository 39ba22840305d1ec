import { tokenize } from '@borgar/fx';
import type { Spot } from '../grid/grid.ts';
import { areaIn } from '../grid/places.ts';
import { toNative } from '../native/toNative.ts';
import type { ReadCells } from '../native/twin.ts';
import { address } from '../plan/address.ts';

/**
 * A formula that fills a column from columns beside it, as one formula a row: some twins work on single cells only,
 * and without the add-in a formula a row costs nothing. Undefined where the rows have no twins either.
 */
export function rowByRow(formula: string, spot: Spot, cells: ReadCells): string[] | undefined {
  const tokens = tokenize(formula.replace(/^=\s*ARRAYFORMULA\((.*)\)$/is, '=$1'), { mergeRefs: true });
  const beside = tokens.flatMap(({ type, value }) => (type === 'range' ? (heightBeside(value, spot) ?? []) : []));
  const [rows] = beside;
  if (rows === undefined || beside.some(other => other !== rows)) return undefined;
  const formulas: string[] = [];
  for (let row = 0; row < rows; row++) {
    const single = tokens
      .map(({ type, value }) => (type === 'range' && heightBeside(value, spot) ? cellIn(value, row) : value))
      .join('');
    const conversion = toNative(single, cells);
    if (conversion.is !== 'formula' || conversion.array) return undefined;
    formulas.push(conversion.formula);
  }
  return formulas;
}

/** The rows of a column that begins in the formula's own row. */
function heightBeside(reference: string, { row }: Spot): number | undefined {
  const cells = areaIn(reference);
  const isBeside = cells && cells.sheet === undefined && cells.area.row === row && cells.area.columns === 1;
  return isBeside && cells.area.rows > 1 ? cells.area.rows : undefined;
}

function cellIn(reference: string, row: number): string {
  const { area } = areaIn(reference) ?? {};
  return area ? address({ ...area, row: area.row + row, rows: 1 }) : reference;
}
