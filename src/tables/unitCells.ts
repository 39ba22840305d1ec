import type { Cell } from '../kernel/cell.ts';
import { shownCell } from '../month/import/cleaning.ts';
import { headingKey } from '../month/import/headingKey.ts';
import { headingScale, unitScale } from '../month/import/unit.ts';
import { type FileLayout, filledCells, isBlankCell, isFigure, withNotes } from './layout.ts';
import { matched } from './matched.ts';
import { said } from './said.ts';
import { without } from './tables.ts';

const UNIT_HEADING = /^(?:(?:金额|货币|计量|币)?单位|(?:amount |currency )?units?)$/;
/** A unit as an amount itself may carry it: 1.5万. */
const MARKS: Readonly<Record<number, string>> = {
  1: '',
  1e3: '千',
  1e4: '万',
  1e5: 'lakh',
  1e6: '百万',
  1e7: '千万',
  1e8: '亿',
  1e9: 'bn',
};

function scaleOf(cell: Cell | undefined): number | undefined {
  return unitScale(shownCell(cell ?? null));
}

/** A column that says the unit of each amount: 1.5 | 万元, 1500 | 元. */
export function applyUnitColumn(layout: FileLayout): FileLayout {
  const { cells, headingRow } = layout;
  const unit = (cells[headingRow] ?? []).findIndex(cell => UNIT_HEADING.test(headingKey(shownCell(cell))));
  if (unit < 0) return layout;
  const rows = cells.slice(headingRow + 1).filter(line => !isBlankCell(line[unit]));
  const scales = rows.map(line => scaleOf(line[unit]));
  if (scales.some(scale => scale === undefined) || scales.every(scale => scale === 1)) return layout;
  // A heading with a unit of its own keeps that.
  const money = amountColumns(layout).filter(
    column => headingScale(shownCell(cells[headingRow]?.[column] ?? null)) === 1,
  );
  const read = cells.map((line, row) => {
    const mark = MARKS[scaleOf(line[unit]) ?? 1] ?? '';
    if (row <= headingRow || isBlankCell(line[unit]) || mark === '') return line;
    return line.map((cell, column) => (money.includes(column) && isFigure(cell) ? `${shownCell(cell)}${mark}` : cell));
  });
  const heading = shownCell(cells[headingRow]?.[unit] ?? null);
  return withNotes({ ...layout, cells: read }, { about: 'unit', text: said.unitColumn(heading) });
}

/** A line of units right below the headings: its units are written into the headings, where they are reckoned with. */
export function applyUnitRow(layout: FileLayout): FileLayout {
  const { cells, headingRow } = layout;
  const row = headingRow + 1;
  const line = cells[row] ?? [];
  const money = amountColumns(layout).filter(column => scaleOf(line[column]) !== undefined);
  if (money.length === 0 || line.some(isFigure) || filledCells(line).length > filledCells(cells[headingRow]).length)
    return layout;
  const heading = (cells[headingRow] ?? []).map((cell, column) =>
    money.includes(column) ? `${shownCell(cell)} (${shownCell(line[column] ?? null).trim()})` : cell,
  );
  return without({ ...layout, cells: cells.map((each, at) => (at === headingRow ? heading : each)) }, [row], 'heading');
}

const BELOW = 10;

/** Notes about the unit below the table, each alone in its row; a longer text speaks of something else. */
export function linesBelow({ cells, headingRow }: FileLayout): string[] {
  return cells.slice(Math.max(headingRow + 1, cells.length - BELOW)).flatMap(line => {
    const [text, ...more] = filledCells(line).map(String);
    if (text === undefined || more.length > 0) return [];
    return text.length <= SHORT || SAYS_UNIT.test(text) ? [text] : [];
  });
}

const SHORT = 25;
const SAYS_UNIT = /^[(（[【]?(?:[单單単]位|units?\b|amounts?\b|all (?:amounts|figures)\b)/i;

function amountColumns({ cells }: FileLayout): number[] {
  const { columns } = matched(cells);
  return (['amount', 'collected', 'price', 'cost'] as const).flatMap(field => columns[field] ?? []);
}
