import type { Cell } from '../kernel/cell.ts';
import { ExactSum } from '../month/figures/exactSum.ts';
import { clean } from '../month/import/clean.ts';
import { isProblem, shownCell } from '../month/import/cleaning.ts';
import { headingKey, headingScale } from '../month/import/headingKey.ts';
import type { Note } from '../month/import/note.ts';
import { saysTotal } from '../month/import/totalRow.ts';
import {
  type FileLayout,
  filledCells,
  isBlankRow,
  isFigure,
  shareBelow,
  type TableAnswers,
  withNotes,
} from './layout.ts';
import { isBlankToken, lacksYear, type MonthColumn, monthColumns } from './monthColumns.ts';
import { said } from './said.ts';

/** The words over columns that sum up months. */
const SUMS =
  /^(?:(?:grand |sub ?)?totals?|sum|ytd|year to date|fy ?\d*|q[1-4]|h[12]|average|avg|mean|合计|总计|小计|汇总|累计|全年|平均|[一二三四1-4]季度|上半年|下半年)\b|^(?:合计|总计|小计|汇总|累计|全年|平均|上半年|下半年)/;
/** Quarters, halves and years over figures say no month. */
const LONGER =
  /^(?:(?:19|20)\d\d)(?:年|年度)?$|^(?:fy ?)?(?:(?:19|20)?\d\d[ -]?)?[qh][1-4](?:[ -]?(?:19|20)?\d\d)?$|^(?:(?:19|20)\d\d年?)?(?:第?[一二三四1-4]季度|[上下]半年)$|^[1-4]\. ?(?:quartal|quarter)(?: (?:19|20)\d\d)?$|^[tq][1-4](?: (?:19|20)\d\d)?$/i;

/**
 * Months as columns become rows: a person, a month, a figure. A column of sums beside them is left out, a row of sums
 * below as well; both are compared.
 */
export function unfoldMonths(layout: FileLayout, answers: TableAnswers, title: string): FileLayout {
  const { cells, headingRow } = layout;
  const line = cells[headingRow] ?? [];
  const { months, others: unsold } = monthColumns(layout);
  if (months.length < 2) return noteLonger(layout);
  const year = months.some(({ month }) => lacksYear(month)) ? (answers.year ?? yearIn(title)) : undefined;
  const asked = year === undefined && months.some(({ month }) => lacksYear(month));
  const used = new Set([...months, ...unsold].map(({ column }) => column));
  const sums = line.flatMap((cell, column) =>
    SUMS.test(headingKey(shownCell(cell))) && !used.has(column) ? [column] : [],
  );
  const others = line.flatMap((_, column) => (used.has(column) || sums.includes(column) ? [] : [column]));
  const unfolded = unfold(layout, months, others, year);
  return withNotes(
    asked
      ? { ...unfolded, questions: [...unfolded.questions, { ask: 'year', values: months.map(each => each.heading) }] }
      : unfolded,
    {
      about: 'months',
      text: said.months(months.length, months[0]?.heading ?? '', months[months.length - 1]?.heading ?? ''),
    },
    ...(unsold.length > 0 ? [{ about: 'months', text: said.monthsUnsold(unsold.map(({ heading }) => heading)) }] : []),
    ...differences(layout, months, sums),
  );
}

/** Columns of quarters or years cannot be brought into months: what they hold is said. */
function noteLonger(layout: FileLayout): FileLayout {
  const line = layout.cells[layout.headingRow] ?? [];
  const names = line.flatMap((cell, column) => {
    const heading = shownCell(cell).trim();
    return LONGER.test(heading) && shareBelow(layout, column, isFigure) > 0.6 ? [heading] : [];
  });
  return names.length < 2 ? layout : withNotes(layout, { about: 'months', text: said.longer(names) });
}

export function yearIn(title: string): number | undefined {
  const years = [...new Set(title.match(/(?:19|20)\d\d(?!\d)/g) ?? [])];
  return years.length === 1 ? Number(years[0]) : undefined;
}

function unfold(
  layout: FileLayout,
  months: readonly MonthColumn[],
  others: readonly number[],
  year: number | undefined,
): FileLayout {
  const { cells, headingRow, rowNumbers, left } = layout;
  const heading = cells[headingRow] ?? [];
  const scale = months.find(each => headingScale(each.heading) !== 1)?.heading;
  const rows: (readonly Cell[])[] = [
    [...others.map(column => heading[column] ?? null), 'Month', scale ? `Amount ${scale}` : 'Amount'],
  ];
  const numbers = [rowNumbers[headingRow] ?? headingRow + 1];
  const sums: (readonly Cell[])[] = [];
  for (let row = headingRow + 1; row < cells.length; row++) {
    const line = cells[row] ?? [];
    if (isBlankRow(line)) continue;
    if (saysTotal(line)) {
      sums.push(line);
      continue;
    }
    const names = others.map(column => line[column] ?? null);
    for (const { column, month } of months) {
      if (filledCells([line[column] ?? null]).length === 0 || isBlankToken(line[column])) continue;
      rows.push([...names, monthText(month, year), line[column] ?? null]);
      numbers.push(rowNumbers[row] ?? row + 1);
    }
  }
  return {
    ...layout,
    cells: rows,
    headingRow: 0,
    rowNumbers: numbers,
    left: sums.length > 0 ? [...left, { reason: 'crossTotals', rows: sums }] : left,
  };
}

/** A month as it stands over a column or on a tab, with the year that it lacks. */
export function monthText(heading: string, year: number | undefined): string {
  if (year === undefined || !lacksYear(heading)) return heading;
  return /月/.test(heading) ? `${year}年${heading.replace('份', '')}` : `${heading.replace('.', '')} ${year}`;
}

/** Where the file's own sums, of a row or of a column, are not what its figures come to. */
function differences(layout: FileLayout, months: readonly MonthColumn[], [sum, ...more]: readonly number[]): Note[] {
  const { cells, headingRow, rowNumbers } = layout;
  const body = cells.flatMap((line, row) => (row > headingRow ? [{ line, row }] : []));
  const totals = body.filter(({ line }) => saysTotal(line));
  const rows = body.filter(({ line }) => !saysTotal(line));
  const wrong = new Set<number>();
  if (sum !== undefined && more.length === 0) {
    for (const { line, row } of body) {
      const parts = sumOf(months.map(({ column }) => line[column]));
      if ((figureOf(line[sum]) ?? parts) !== parts) wrong.add(row);
    }
  }
  const [total] = totals;
  if (total && totals.length === 1) {
    const differs = ({ column }: MonthColumn): boolean => {
      const parts = sumOf(rows.map(({ line }) => line[column]));
      return (figureOf(total.line[column]) ?? parts) !== parts;
    };
    if (months.some(differs)) wrong.add(total.row);
  }
  const numbers = [...wrong].sort((a, b) => a - b).map(row => rowNumbers[row] ?? row + 1);
  return numbers.length === 0 ? [] : [{ about: 'totals', text: said.crossDiffers(numbers) }];
}

function sumOf(cells: readonly (Cell | undefined)[]): number {
  const sum = new ExactSum();
  for (const cell of cells) sum.add(figureOf(cell) ?? 0);
  return sum.value;
}

function figureOf(cell: Cell | undefined): number | undefined {
  if (cell === undefined || !isFigure(cell)) return undefined;
  const read = clean(cell, 'amount');
  return isProblem(read) || typeof read.value !== 'number' ? undefined : read.value;
}
