import type { Matrix } from '../kernel/cell.ts';
import { type ColumnMatching, matchColumns } from '../month/import/matchColumns.ts';

const known = new WeakMap<Matrix, ColumnMatching>();

/** What the columns of a table mean by themselves; worked out once, though each step of laying it out asks. */
export function matched(cells: Matrix): ColumnMatching {
  const before = known.get(cells);
  if (before) return before;
  const matching = matchColumns(cells);
  known.set(cells, matching);
  return matching;
}
