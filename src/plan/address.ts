import type { Area } from './op.ts';

/** A column's letters: 0 is A, 26 is AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** A1 notation of an area; `fixed` puts the $ signs. */
export function address({ row, column, rows, columns }: Area, fixed: 'none' | 'rows' | 'all' = 'none'): string {
  const cell = (r: number, c: number): string =>
    `${fixed === 'all' ? '$' : ''}${columnLetters(c)}${fixed === 'none' ? '' : '$'}${r + 1}`;
  const first = cell(row, column);
  return rows === 1 && columns === 1 ? first : `${first}:${cell(row + rows - 1, column + columns - 1)}`;
}
