import type { Cell } from '../kernel/cell.ts';
import { shownCell } from '../month/import/cleaning.ts';
import { withDigits } from '../month/import/hanDate.ts';
import { headingKey } from '../month/import/headingKey.ts';
import { MONTH_NAME, monthNumberOf } from '../month/import/monthNames.ts';
import { flagged, isFlag, outcomeOf } from '../month/import/stages.ts';
import { type FileLayout, isBlankCell, shareBelow, type TableAnswers, withNotes } from './layout.ts';
import { matched } from './matched.ts';
import { said } from './said.ts';

const YEAR_HEADING =
  /^(?:(?:calendar|close|closed|sales?|order) ?)?year$|^年$|^(?:所属|销售|自然)?(?:年份|年度)$|^(?:jahr|année|año|ano|anno|jaar)$/;
const MONTH_HEADING =
  /^(?:(?:fiscal|financial|calendar|close|closed|sales?|order) ?)?(?:month|period)(?: (?:name|no|number))?$|^(?:所属|会计|统计|销售)?(?:月|月份|月度|期间)$|^(?:monat|mois|mes|mês|mese|maand)$/;
const YEAR = /^((?:19|20)\d\d)(?: ?(?:年|年度))?$/;
/** Where such a year begins is the company's own: beside it a month says no date. */
const FISCAL = /^(?:fiscal|financial) ?year$|^fy$|^(?:会计|财务)(?:年|年份|年度)$|^财年$/;
const NUMBER = /^(?:m|p)?0?([1-9]|1[0-2]) ?(?:月份?)?$/i;
const NAME = new RegExp(`^${MONTH_NAME}$`, 'i');

/** Year and month in a column each are the month of the deal; a month alone waits for its year. */
export function joinYearAndMonth(layout: FileLayout, answers: TableAnswers): FileLayout {
  const { cells, headingRow } = layout;
  const { columns } = matched(cells);
  if (headingRow < 0 || columns.closed !== undefined || columns.month !== undefined) return layout;
  // Months that were columns have asked for theirs.
  if (layout.questions.some(({ ask }) => ask === 'year')) return layout;
  const line = cells[headingRow] ?? [];
  const find = (heading: RegExp, holds: (cell: Cell) => boolean): number =>
    line.findIndex(
      (cell, column) => heading.test(headingKey(shownCell(cell))) && shareBelow(layout, column, holds) > MOSTLY,
    );
  const month = find(MONTH_HEADING, cell => monthIn(cell) > 0);
  if (month < 0 || line.some(cell => FISCAL.test(headingKey(shownCell(cell))))) return layout;
  const year = find(YEAR_HEADING, cell => yearOf(cell) > 0);
  const monthHeading = shownCell(line[month] ?? null);
  if (year < 0 && answers.year === undefined)
    return { ...layout, questions: [...layout.questions, { ask: 'year', values: [monthHeading] }] };
  const joined = cells.map((row, at) => {
    const number = monthIn(row[month] ?? null);
    const full = year < 0 ? (answers.year ?? 0) : yearOf(row[year] ?? null);
    if (at <= headingRow || number === 0 || full === 0) return row;
    return replaced(row, month, `${full}-${String(number).padStart(2, '0')}`);
  });
  if (year < 0) return { ...layout, cells: joined };
  return withNotes(
    { ...layout, cells: joined },
    { about: 'month', text: said.yearAndMonth(shownCell(line[year] ?? null), monthHeading) },
  );
}

const MOSTLY = 0.6;

function yearOf(cell: Cell): number {
  return Number(YEAR.exec(shownCell(cell).trim())?.[1] ?? 0);
}

/** From 1; 0 for what is no month. */
function monthIn(cell: Cell): number {
  const text = withDigits(shownCell(cell).trim());
  return Number(NUMBER.exec(text)?.[1] ?? monthNumberOf(NAME.exec(text)?.[1]));
}

const CLOSED_FLAG = /^(?:is )?closed$|^是否(?:已)?(?:关闭|结束|结单|结案)$|^(?:已)?关闭$/;

/** A deal that is closed and not won is lost; by the flag of what was won alone it would be open. */
export function joinFlags(layout: FileLayout): FileLayout {
  const { cells, headingRow } = layout;
  const line = cells[headingRow] ?? [];
  const won = matched(cells).columns.stage;
  if (won === undefined || !isFlag(shownCell(line[won] ?? null))) return layout;
  const closed = line.findIndex(cell => CLOSED_FLAG.test(headingKey(shownCell(cell))));
  if (closed < 0) return layout;
  const isYes = (cell: Cell | undefined): boolean =>
    isSaid(cell) && outcomeOf(shownCell(flagged(cell ?? null))) === 'won';
  let lost = 0;
  const joined = cells.map((row, at) => {
    if (at <= headingRow || !isSaid(row[won]) || isYes(row[won]) || !isYes(row[closed])) return row;
    lost++;
    return replaced(row, won, LOST);
  });
  if (lost === 0) return layout;
  const [first, second] = [won, closed].map(column => shownCell(line[column] ?? null));
  return withNotes(
    { ...layout, cells: joined },
    { about: 'stage', text: said.closedNotWon(lost, first ?? '', second ?? '') },
  );
}

const LOST = 'Closed Lost';

function isSaid(cell: Cell | undefined): boolean {
  return !isBlankCell(cell);
}

function replaced(row: readonly Cell[], at: number, cell: Cell): readonly Cell[] {
  return row.map((before, column) => (column === at ? cell : before));
}
