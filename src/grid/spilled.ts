import type { Area } from '../plan/op.ts';

type Flags = readonly (readonly boolean[])[];

interface At {
  readonly row: number;
  readonly column: number;
}

/**
 * How far formulas spill, where the host does not tell: `spilled` are cells that show something though nobody wrote
 * anything into them, `taken` those that hold a formula or something written. No two arrays overlap, so a cell is
 * filled by a formula above and to the left of it with nothing taken in between. `anchors` are formulas that give
 * arrays; of several, one in the same column comes first, since columns are what most of them give.
 */
export function spilledAreas(anchors: readonly At[], spilled: Flags, taken: Flags): Area[] {
  const areas = anchors.map(({ row, column }) => ({ row, column, rows: 1, columns: 1 }));
  for (const [row, line] of spilled.entries()) {
    for (const [column, isSpilled] of line.entries()) {
      if (!isSpilled) continue;
      const area = nearest(areas, { row, column }, taken);
      if (!area) continue;
      area.rows = Math.max(area.rows, row - area.row + 1);
      area.columns = Math.max(area.columns, column - area.column + 1);
    }
  }
  return areas;
}

function nearest<Found extends At>(areas: readonly Found[], cell: At, taken: Flags): Found | undefined {
  const size = ({ row, column }: At): number =>
    column === cell.column ? 0 : (cell.row - row + 1) * (cell.column - column + 1);
  return areas
    .filter(({ row, column }) => row <= cell.row && column <= cell.column)
    .sort((a, b) => size(a) - size(b))
    .find(anchor => isFree(anchor, cell, taken));
}

function isFree(from: At, to: At, taken: Flags): boolean {
  for (let row = from.row; row <= to.row; row++) {
    for (let column = from.column; column <= to.column; column++) {
      if (taken[row]?.[column] && (row !== from.row || column !== from.column)) return false;
    }
  }
  return true;
}
