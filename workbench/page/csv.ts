import { CellValueType, type ICellData } from '@univerjs/core';
import Papa from 'papaparse';
import { largestOf } from '../../src/kernel/lists.ts';
import type { Book } from '../book/book.ts';

const NUMBER = /^[+-]?(0|[1-9]\d{0,14}|[1-9]\d{0,2}(,\d{3})+)?(\.\d+)?(%)?$/;
const DAY = /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})$/;
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY_IN_MS = 86_400_000;
const LONGEST_SHEET_NAME = 31;
/** Univer writes large blocks faster in pieces, and the page stays alive between them. */
const ROWS_AT_ONCE = 2000;

/** The text of a file: UTF-8, or what Chinese programs write if it is not. */
export function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Numbers become numbers and days become dates; everything else stays the text that it is, "007" and "=1+1" too. */
export function cellFromCsv(text: string): ICellData {
  const trimmed = text.trim();
  if (trimmed === '') return {};
  if (/\d/.test(trimmed) && NUMBER.test(trimmed)) {
    const percent = trimmed.endsWith('%');
    const value = Number(trimmed.replaceAll(',', '').replace('%', ''));
    return percent
      ? { v: value / 100, t: CellValueType.NUMBER, s: { n: { pattern: '0.##%' } } }
      : { v: value, t: CellValueType.NUMBER };
  }
  const day = serial(trimmed);
  if (day !== undefined) return { v: day, t: CellValueType.NUMBER, s: { n: { pattern: 'yyyy-mm-dd' } } };
  return { v: text, t: /^[\d.,+-]+%?$/.test(trimmed) ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

function serial(text: string): number | undefined {
  const [, year, , month, day] = DAY.exec(text) ?? [];
  if (day === undefined) return undefined;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined;
  return (date.getTime() - FIRST_DAY) / DAY_IN_MS;
}

/** Opens a file's text in a new sheet that is named after it. */
export async function openCsv(book: Book, fileName: string, text: string): Promise<string> {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' });
  const columns = largestOf(
    data.map(line => line.length),
    1,
  );
  const name = freeName(book, fileName.replace(/\.[^.]*$/, ''));
  const sheet = book.workbook.insertSheet(name);
  book.ensureSize(sheet, data.length + 1, columns);
  for (let from = 0; from < data.length; from += ROWS_AT_ONCE) {
    const block = data.slice(from, from + ROWS_AT_ONCE);
    const cells = block.map(line => Array.from({ length: columns }, (_, column) => cellFromCsv(line[column] ?? '')));
    sheet.getRange(from, 0, block.length, columns).setValues(cells);
    await new Promise(resolve => setTimeout(resolve, 0));
  }
  sheet.getRange(0, 0, 1, columns).setFontWeight('bold');
  sheet.setFrozenRows(1);
  sheet.activate();
  return name;
}

function freeName(book: Book, wanted: string): string {
  const plain =
    wanted
      .replace(/[:\\/?*[\]']/g, ' ')
      .trim()
      .slice(0, LONGEST_SHEET_NAME) || 'CSV';
  const taken = new Set(book.workbook.getSheets().map(sheet => sheet.getSheetName().toLowerCase()));
  let name = plain;
  for (let number = 2; taken.has(name.toLowerCase()); number++) {
    const suffix = ` ${number}`;
    name = plain.slice(0, LONGEST_SHEET_NAME - suffix.length) + suffix;
  }
  return name;
}
