import type { Cell } from '../kernel/cell.ts';
import { shownCell } from '../month/import/cleaning.ts';
import { type FileLayout, filledCells } from './layout.ts';

/** Headings that come twice are told apart by what stands once over each group of them: 2026 Sales, 2025 Sales. */
export function withGroups(layout: FileLayout): FileLayout {
  const { cells, headingRow } = layout;
  const above = cells[headingRow - 1] ?? [];
  const line = cells[headingRow] ?? [];
  if (filledCells(above).length < 2) return layout;
  const texts = line.map(cell => shownCell(cell).trim());
  const comesTwice = (text: string): boolean => text !== '' && texts.indexOf(text) !== texts.lastIndexOf(text);
  if (!texts.some(comesTwice)) return layout;
  let group = '';
  const grouped = line.map((cell, column): Cell => {
    group = shownCell(above[column] ?? null).trim() || group;
    const text = texts[column] ?? '';
    // A heading over both lines stands in the upper one.
    if (text === '') return above[column] ?? null;
    return group !== '' && comesTwice(text) ? `${group} ${text}` : cell;
  });
  const isTold = new Set(grouped.map(cell => shownCell(cell))).size > new Set(texts).size;
  if (!isTold) return layout;
  return {
    ...layout,
    cells: cells.map((old, row) => (row === headingRow ? grouped : row === headingRow - 1 ? NO_CELLS : old)),
  };
}

const NO_CELLS: readonly Cell[] = [];
