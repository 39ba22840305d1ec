import { addTo } from '../../src/kernel/lists.ts';
import type { Area, Op } from '../../src/plan/op.ts';

/** Cells one below the other, each with its number format. */
export interface FormatBlock {
  readonly area: Area;
  readonly formats: readonly (readonly [string])[];
}

/**
 * Number formats of single cells, taken out of the ops and put together by columns: a column whose rows differ would
 * be a call for each of its cells, and thousands of them do not fit a request.
 */
export function formatsTogether(ops: readonly Op[]): { readonly rest: Op[]; readonly blocks: FormatBlock[] } {
  const byColumn = new Map<number, { row: number; format: string }[]>();
  const rest = ops.flatMap((op): Op[] => {
    if (op.op !== 'numberFormat') return [op];
    const isCell = ({ rows, columns }: Area): boolean => rows === 1 && columns === 1;
    for (const { row, column } of op.areas.filter(isCell)) addTo(byColumn, column, { row, format: op.format });
    const areas = op.areas.filter(area => !isCell(area));
    return areas.length > 0 ? [{ ...op, areas }] : [];
  });
  return { rest, blocks: [...byColumn].flatMap(([column, cells]) => blocksOf(column, cells)) };
}

function blocksOf(column: number, cells: readonly { row: number; format: string }[]): FormatBlock[] {
  const blocks: { row: number; formats: [string][] }[] = [];
  for (const { row, format } of [...cells].sort((a, b) => a.row - b.row)) {
    const last = blocks.at(-1);
    if (last && last.row + last.formats.length === row) last.formats.push([format]);
    else blocks.push({ row, formats: [[format]] });
  }
  return blocks.map(({ row, formats }) => ({ area: { row, column, rows: formats.length, columns: 1 }, formats }));
}
