import type { Cell } from '../../kernel/cell.ts';
import type { NumberRange } from '../../kernel/ranges.ts';

/** A result in the shape of a range, cell by cell. */
export function gridLike(range: NumberRange, cell: (value: number | null, index: number) => Cell): Cell[][] {
  const { rows, columns } = range;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const index = row * columns + column;
      return cell(range.at(index), index);
    }),
  );
}
