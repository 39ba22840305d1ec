import { labelKey } from '../../kernel/label.ts';
import type { LineColumn } from '../../plan/field.ts';
import { numberIn } from './number.ts';

/** Rows of cells as typed; the last row of a grid may be blank. */
export type Rows = readonly (readonly string[])[];

/**
 * Reads what was pasted: one line a row, cells separated by tabs (as spreadsheets copy), else by commas or
 * semicolons, else by the blank before a number ("North region 1,500").
 */
export function rowsIn(pasted: string, columns: readonly LineColumn[]): Rows {
  const lines = pasted.replace(/\r\n?/g, '\n').split('\n');
  return lines.filter(line => line.trim() !== '').map(line => cellsIn(line, columns));
}

function cellsIn(line: string, columns: readonly LineColumn[]): string[] {
  if (line.includes('\t')) return line.split('\t').map(cell => cell.trim());
  // A comma between a digit and three others groups thousands, where the line can be parted otherwise.
  const parted = parts(line, /[;；，]|(?<!\d),|,(?!\d{3}(?!\d))/);
  if (parted.length > 1) return parted;
  const figures = figuresOff(line.trim(), columns);
  return figures.length > 1 ? figures : parts(line, ',');
}

function parts(line: string, separator: string | RegExp): string[] {
  return line.split(separator).map(cell => cell.trim());
}

/** Takes the figures off the end of a line, as many as there are number columns at the end. */
function figuresOff(line: string, columns: readonly LineColumn[]): string[] {
  const words = line.split(/\s+/);
  const figures: string[] = [];
  for (const { type } of [...columns].reverse()) {
    const last = words.at(-1);
    if (type !== 'number' || last === undefined || words.length < 2 || numberIn(last) === undefined) break;
    figures.unshift(last);
    words.pop();
  }
  return [words.join(' '), ...figures];
}

/**
 * Pasted rows without the headings that were copied along. Headings that are all the grid's own say which column is
 * which.
 */
export function withoutHeadings(pasted: Rows, columns: readonly LineColumn[]): Rows {
  const [first = [], ...rest] = pasted;
  const [second] = rest;
  if (!second) return pasted;
  const places = first.map(heading => columns.findIndex(({ label }) => isSame(heading, label.en, label.zh)));
  if (new Set(places).size === places.length && places.every(place => place >= 0)) {
    return rest.map(cells => columns.map((_, column) => cells[places.indexOf(column)] ?? ''));
  }
  const isHeading = columns.some(({ type }, column) => {
    const [above = '', below = ''] = [first[column], second[column]];
    return type === 'number' && above !== '' && numberIn(above) === undefined && numberIn(below) !== undefined;
  });
  return isHeading ? rest : pasted;
}

function isSame(heading: string, ...labels: readonly string[]): boolean {
  return labels.some(label => labelKey(label) === labelKey(heading));
}

/** Puts pasted rows into a grid, from one of its cells to the right and down. */
export function pastedInto(rows: Rows, pasted: Rows, row: number, column: number, columns: number): Rows {
  const result = rows.map(cells => [...cells]);
  for (const [down, cells] of pasted.entries()) {
    result[row + down] ??= new Array<string>(columns).fill('');
    const line = result[row + down] ?? [];
    for (const [across, cell] of cells.entries()) if (column + across < columns) line[column + across] = cell;
  }
  return result;
}

export function isBlankRow(cells: readonly string[]): boolean {
  return cells.every(cell => cell.trim() === '');
}
