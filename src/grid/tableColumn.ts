import type { Content, Spot } from './grid.ts';
import { relative } from './relative.ts';

/** A column of a host's table below its heading, as it is before it is written into. */
export interface TableColumn extends Spot {
  /** Of each row: the formula, an empty text for a blank cell, undefined for a constant. */
  readonly cells: readonly (string | undefined)[];
}

/** Contents for cells from a spot on. */
export interface Written extends Spot {
  readonly contents: readonly (readonly Content[])[];
}

/** What Excel does to a column beside what is written into it. */
export interface Filled {
  /** Cells whose formula would give way to that of others: nothing can be written so that it stays. */
  readonly unlike: readonly Spot[];
  /** Blank cells that are filled; they can be emptied again afterwards. */
  readonly blank: readonly Spot[];
}

/**
 * Excel writes the last formula of a column into all cells of it that are blank or hold formulas
 * (https://github.com/OfficeDev/office-js/issues/2093, by design).
 */
export function filledBy({ cells, ...first }: TableColumn, writes: readonly Written[]): Filled {
  const after = [...cells];
  let last: { readonly formula: string; readonly row: number } | undefined;
  for (const { sheetId, row, column, contents } of writes) {
    const across = first.column - column;
    if (sheetId !== first.sheetId) continue;
    for (const [down, line] of contents.entries()) {
      const place = row + down - first.row;
      const content = line[across];
      if (content === undefined || place < 0 || place >= cells.length) continue;
      after[place] = textOf(content);
      if (isFormula(content)) last = { formula: content.formula, row: row + down };
    }
  }
  if (!last) return { unlike: [], blank: [] };
  const meant = relative(last.formula, last.row, first.column);
  const spots = (isMet: (cell: string | undefined, row: number) => boolean): Spot[] =>
    after.flatMap((cell, down) => (isMet(cell, first.row + down) ? [{ ...first, row: first.row + down }] : []));
  return {
    unlike: spots((cell, row) => cell !== undefined && cell !== '' && relative(cell, row, first.column) !== meant),
    blank: spots(cell => cell === ''),
  };
}

function textOf(content: Content): string | undefined {
  if (content === null) return '';
  return isFormula(content) ? content.formula : undefined;
}

export function isFormula(content: Content): content is { readonly formula: string } {
  return typeof content === 'object' && content !== null && 'formula' in content;
}
