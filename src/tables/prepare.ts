import type { FileSheet } from '../files/fileSheet.ts';
import type { FileTable } from '../files/readFile.ts';
import type { Matrix } from '../kernel/cell.ts';
import type { Text } from '../kernel/text.ts';
import type { DealField } from '../month/import/dealField.ts';
import type { Note } from '../month/import/note.ts';
import { unfoldMonths } from './crossTable.ts';
import { withGroups } from './groupHeadings.ts';
import { isHeadless, withHeadings } from './headless.ts';
import { EMPTY, headingKeys, joinSheets } from './joinSheets.ts';
import { type FileLayout, filledCells, type TableAnswers, withNotes } from './layout.ts';
import { matched } from './matched.ts';
import { fillGroups, fillMerged } from './merged.ts';
import { joinFlags, joinYearAndMonth } from './pairs.ts';
import { withRowNames } from './rowNames.ts';
import { said } from './said.ts';
import { noteBeside, without, withoutOtherTables, withoutRepeatedHeadings } from './tables.ts';
import { applyUnitColumn, applyUnitRow, linesBelow } from './unitCells.ts';
import { applyUnits, noteAbove } from './units.ts';

/** Names that may stand once over a group. */
const GROUPED: readonly DealField[] = ['person', 'manager', 'team', 'region', 'product', 'customer', 'closed', 'month'];
/** An open deal has no day: a blank one is no day that stands above. */
const DAYS: ReadonlySet<DealField> = new Set(['closed', 'month']);

/** One sheet, laid out so that each row below its headings is a deal, a total or blank. */
function layOutSheet(sheet: FileSheet, title: string, answers: TableAnswers = {}): FileLayout {
  const { cells, merged = [], dateColumns = [] } = sheet;
  const base: FileLayout = withRowNames({
    cells,
    headingRow: 0,
    rowNumbers: cells.map((_, row) => row + 1),
    left: [],
    bad: new Map(),
    notes: [],
    questions: [],
  });
  // Headings that are merged over two rows are found once they are filled.
  const top = fillMerged(
    base,
    merged.filter(({ row, rows }) => row < HEAD_ROWS && rows <= 3 && isText(cells, row, merged)),
  );
  const { headingRow, columns } = matched(top.cells);
  const found = withGroups({ ...top, headingRow, notes: base.notes });
  if (answers.headings === false || (answers.headings === undefined && isHeadless(found, Object.keys(columns).length)))
    return withHeadings(found, answers);
  const visible = hiddenRows(found, sheet, answers);
  const one = ragged(withoutOtherTables(withoutRepeatedHeadings(visible)), sheet);
  const filled = fillMerged(one, merged);
  const fields = matched(filled.cells).columns;
  const grouped = fillGroups(
    filled,
    GROUPED.filter(field => fields.stage === undefined || !DAYS.has(field)).flatMap(field => fields[field] ?? []),
    answers,
  );
  const above = cells.slice(0, headingRow).flatMap(line => filledCells(line).map(String));
  const noted = noteBeside(noteAbove(grouped));
  const unfolded = unfoldMonths(noted, answers, [title, sheet.name, ...above].join(' '));
  const paired = joinFlags(joinYearAndMonth(unfolded, answers));
  const marked = applyUnitColumn(applyUnitRow(paired));
  const units = applyUnits(marked, [...above, ...linesBelow(noted)], unfolded === noted ? dateColumns : []);
  return noteAims(units, [...above, sheet.name, title]);
}

const AIMED = /目标|指标|预算|任务|(?:^|[^a-z])(?:targets?|quotas?|budgets?)(?![a-z])/i;
const ACHIEVED = /实际|完成|达成|对比|跟踪|actual|achiev|attain|track|(?:^|[^a-z])vs(?![a-z])/i;

/** A sheet called Targets 2026 holds no sales, though its months look like any. */
function noteAims(layout: FileLayout, texts: readonly string[]): FileLayout {
  const text = texts.find(each => AIMED.test(each) && !ACHIEVED.test(each));
  const { amount, target } = matched(layout.cells).columns;
  return text === undefined || amount === undefined || target !== undefined
    ? layout
    : withNotes(layout, { about: 'target', text: said.aimed(text.trim().slice(0, LONGEST_TITLE)) });
}

const LONGEST_TITLE = 60;

const HEAD_ROWS = 25;

function isText(cells: Matrix, row: number, merged: FileSheet['merged'] = []): boolean {
  return merged.filter(area => area.row === row).every(({ column }) => typeof cells[row]?.[column] === 'string');
}

function hiddenRows(
  layout: FileLayout,
  { hiddenRows: rows = [], isFiltered = false }: FileSheet,
  answers: TableAnswers,
): FileLayout {
  const hidden = rows.filter(row => row > layout.headingRow && filledCells(layout.cells[row]).length > 0);
  if (hidden.length === 0) return layout;
  const numbers = hidden.map(row => row + 1);
  if (answers.hidden !== 'leave')
    return withNotes(layout, { about: 'hidden', text: said.hiddenRead(hidden.length, isFiltered, numbers) });
  return withNotes(without(layout, hidden, 'hidden'), {
    about: 'hidden',
    text: said.hiddenLeft(hidden.length, isFiltered, numbers),
  });
}

/** Rows of a text with more fields than headings were cut wrongly; those with fewer lack something at the end. */
function ragged(layout: FileLayout, { isCut = false }: FileSheet): FileLayout {
  if (!isCut) return layout;
  const { cells, headingRow } = layout;
  const width = (cells[headingRow] ?? []).length;
  const bad = new Map<number, Text>();
  const short: number[] = [];
  for (let row = headingRow + 1; row < cells.length; row++) {
    const line = cells[row] ?? [];
    if (filledCells(line.slice(width)).length > 0) bad.set(row, said.tooManyFields(line.length, width));
    else if (line.length > 1 && line.length < width && filledCells(line).length > 1) short.push(row + 1);
  }
  const noted =
    short.length === 0 ? layout : withNotes(layout, { about: 'fields', text: said.fewerFields(short, width) });
  return { ...noted, bad };
}

/** A table that can be read, from one sheet or from several that are alike. */
export interface PreparedTable extends FileLayout {
  /** The sheets that it is made of. */
  readonly sheets: readonly string[];
  /** All sheets with the same headings. */
  readonly alike: readonly string[];
  /** Where a row stands in the file: its number, and the sheet where there are several. */
  readonly placeOf: (row: number) => string;
}

export function prepareTable(table: FileTable, sheet: number, answers: TableAnswers = {}): PreparedTable {
  const chosen = table.sheets[sheet];
  if (!chosen) return { ...EMPTY, sheets: [], alike: [], placeOf: String };
  const own = layOutSheet(chosen, table.name, answers);
  const key = keyOf(own);
  const alike = table.sheets.filter(other => other === chosen || isAlike(other, key, table.name, answers));
  const names = alike.map(({ name }) => name);
  const isAsked = alike.length > 1 && answers.sheets === undefined;
  const read = alike.filter(({ name }) => answers.sheets?.includes(name) ?? name === chosen.name);
  const layouts = read.map(each => (each === chosen ? own : layOutSheet(each, table.name, answers)));
  const readNames = read.map(({ name }) => name);
  const joined =
    layouts.length > 1
      ? joinSheets(layouts, readNames, { ...answers, title: table.name })
      : { layout: layouts[0] ?? own, sheetOf: [] };
  const notes = [
    ...(table.notes ?? []),
    ...read.flatMap(each => each.notes ?? []),
    ...(chosen.isHidden ? [{ about: 'sheet', text: said.hiddenSheet(chosen.name) }] : []),
    ...(alike.length > 1 ? [{ about: 'sheets', text: said.otherSheets(names, readNames) }] : []),
    ...unreadNotes(table.sheets.filter(other => !alike.includes(other) && hasAmounts(other))),
  ];
  const rivals = answers.encoding === undefined && table.rivals?.length ? [table.encoding, ...table.rivals] : [];
  return {
    ...joined.layout,
    notes: [...notes, ...joined.layout.notes],
    questions: [
      ...(rivals.length > 0 ? [{ ask: 'encoding', values: rivals } as const] : []),
      ...(isAsked ? [{ ask: 'sheets', values: names } as const] : []),
      ...joined.layout.questions,
    ],
    sheets: readNames,
    alike: names,
    placeOf: row => {
      const number = joined.layout.rowNumbers[row - 1] ?? row;
      const name = joined.sheetOf[row - 1];
      return name === undefined ? String(number) : `${name}!${number}`;
    },
  };
}

/** Sheets with amounts of their own, under other headings or hidden. */
function unreadNotes(sheets: readonly FileSheet[]): Note[] {
  return sheets.length === 0 ? [] : [{ about: 'sheets', text: said.unreadSheets(sheets.map(({ name }) => name)) }];
}

function hasAmounts({ cells }: FileSheet): boolean {
  const { columns } = matched(cells.slice(0, HEAD));
  return columns.amount !== undefined && Object.keys(columns).length > 1;
}

/** As far as is needed for the headings. */
const HEAD = 60;

function isAlike(sheet: FileSheet, key: string, title: string, answers: TableAnswers): boolean {
  if (sheet.isHidden || key === '') return false;
  return keyOf(layOutSheet({ ...sheet, cells: sheet.cells.slice(0, HEAD) }, title, answers)) === key;
}

function keyOf({ cells, headingRow }: FileLayout): string {
  return headingKeys(cells[headingRow])
    .filter(key => key !== '')
    .sort()
    .join('|');
}
