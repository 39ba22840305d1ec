import { labelKey } from '../../kernel/label.ts';
import { NoTwin, type Part, type Reach } from '../../kernel/native.ts';

/** How the twin of a list's cell finds the cells beside it. */
export interface Along {
  /** The list is a row. */
  readonly across: boolean;
  /** The cell of a range that stands where the list's cell does. */
  own(range: string): string;
  /** Where cells stand, in the order of reading. */
  position(range: string): string;
}

/** Made when they are needed: bundles without twins leave them out. */
export const unknown = (): NoTwin =>
  new NoTwin('what it reads is computed in the formula, not in cells', '所取数值在公式内算出，不在单元格中');
export const misfit = (): NoTwin => new NoTwin('its ranges differ in shape', '区域大小不一致');
export const elsewhere = (): NoTwin => new NoTwin('the cell is none of the list’s', '单元格不在结果之内');

/** Along a single row or column, whose shape the list has. INDEX counts its cells, or takes a row and a column. */
export function along({ place, column, own }: Part, { rows, columns, isReference }: Reach): Along | NoTwin {
  if (!isReference) return unknown();
  if (rows > 1 && columns > 1) return new NoTwin('its cells are no single row or column', '单元格并非单行或单列');
  const across = columns > 1;
  if (column !== '' && (across ? place : column) !== '1') return elsewhere();
  const at = column === '' ? place : column;
  return {
    across,
    own: range => (across ? `INDEX(${range},${at})` : own(range)),
    position: range => `${across ? 'COLUMN' : 'ROW'}(${range})`,
  };
}

/** Texts among figures, which are errors in the function, too; blanks may be empty texts. */
export function textsIn(range: string, member = ''): string {
  return `SUMPRODUCT(${member === '' ? '' : `${member}*`}ISTEXT(${range})*(${range}<>""))`;
}

/** Whether built-in functions find a label where `labelKey` does. */
export function isPlain(label: string): boolean {
  return labelKey(label) === label.trim().replace(/ +/g, ' ').toLowerCase();
}

/** Spaces that TRIM leaves, and characters without a width. */
export const HIDDEN = [160, 8203, 12288, 65279];
/** Signs that mean something where built-in functions look for a text. */
export const SPECIAL = ['*', '?', '~', '<', '>', '='];
