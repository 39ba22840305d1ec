import type { Cell } from '../../kernel/cell.ts';
import { isProblem, shownCell } from '../../month/cleaned.ts';
import { readMonth } from '../../month/dates.ts';
import { headingKey } from '../../month/headingKey.ts';
import { lacksYear, monthText } from './crossTable.ts';
import { type Layout, shareBelow, withNotes } from './layout.ts';
import { said } from './said.ts';

/** A fiscal year begins where the company has it begin: with a month it says no date. */
const YEAR =
  /^(?:(?:calendar|order|sales?|clos(?:e|ed|ing)|invoice|deal) )?year$|^(?:(?:成交|订单|签约|统计|所属)?年(?:份|度)?|jahr|ann[ée]e|a[ñn]o|anno|ano|jaar)$/;
const MONTH =
  /^(?:(?:calendar|order|sales?|clos(?:e|ed|ing)|invoice|deal) )?month(?: (?:name|no|number|num))?$|^(?:(?:成交|订单|签约|统计|所属)?月(?:份)?|monat|mois|mes|mês|mese|maand)$/;
const MOSTLY = 0.6;

/** A year in one column and a month in another are one month, written into the second. */
export function joinYearAndMonth(layout: Layout): Layout {
  const { cells, headingRow } = layout;
  const headings = cells[headingRow] ?? [];
  const find = (words: RegExp, reads: (cell: Cell) => boolean): number =>
    headings.findIndex(
      (heading, column) => words.test(headingKey(shownCell(heading))) && shareBelow(layout, column, reads) >= MOSTLY,
    );
  const year = find(YEAR, cell => yearOf(cell) !== undefined);
  const month = find(MONTH, cell => monthOf(cell, 2000) !== undefined);
  if (year < 0 || month < 0) return layout;
  const joined = cells.map((line, row) => {
    const years = yearOf(line[year]);
    const text = row > headingRow && years !== undefined ? monthOf(line[month], years) : undefined;
    return text === undefined ? line : line.map((cell, column) => (column === month ? text : cell));
  });
  const names = [year, month].map(column => shownCell(headings[column] ?? null));
  return withNotes({ ...layout, cells: joined }, { about: 'months', text: said.yearAndMonth(names) });
}

function yearOf(cell: Cell | undefined): number | undefined {
  const [, year] = /^((?:19|20)\d\d)(?:\.0+|年|年度)?$/.exec(textOf(cell)) ?? [];
  return year === undefined ? undefined : Number(year);
}

function monthOf(cell: Cell | undefined, year: number): string | undefined {
  const text = textOf(cell);
  const [, number] = /^m?(0?[1-9]|1[0-2])(?:\.0+)?$/i.exec(text) ?? [];
  if (number !== undefined) return `${year}-${number.padStart(2, '0')}`;
  if (!lacksYear(text)) return undefined;
  const whole = monthText(text, year);
  return isProblem(readMonth(whole)) ? undefined : whole;
}

function textOf(cell: Cell | undefined): string {
  return cell === undefined || cell === null ? '' : shownCell(cell).trim().normalize('NFKC');
}
