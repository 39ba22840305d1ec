import { CellValueType, type ICellData } from '@univerjs/core';

/**
 * What Sheets makes of a value that a script writes: a text counts as typed, so that it may become a formula,
 * a number, a date or a logical value; an apostrophe before it keeps it a text.
 */
export function typed(value: unknown): ICellData {
  if (value === '' || value === null || value === undefined) return { v: null, f: null, si: null, p: null };
  const blank = { f: null, si: null, p: null };
  if (typeof value === 'number') return { ...blank, v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean') return { ...blank, v: value ? 1 : 0, t: CellValueType.BOOLEAN };
  if (typeof value !== 'string')
    throw new Error(`setValues: a cell cannot hold ${Object.prototype.toString.call(value)}`);
  if (value.startsWith("'")) return textCell(value.slice(1));
  if (value.startsWith('=') && value.length > 1) return { f: value, v: null, p: null, si: null };
  if (/^\s*(true|false)\s*$/i.test(value))
    return { ...blank, v: /true/i.test(value) ? 1 : 0, t: CellValueType.BOOLEAN };
  const number = numberIn(value.trim());
  return number === undefined ? textCell(value) : { ...blank, v: number, t: CellValueType.NUMBER };
}

function textCell(text: string): ICellData {
  const looksLikeNumber = text.trim() !== '' && !Number.isNaN(Number(text));
  return {
    v: text,
    t: looksLikeNumber ? CellValueType.FORCE_STRING : CellValueType.STRING,
    f: null,
    si: null,
    p: null,
  };
}

const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?(%?)$/;
const DATE = /^(\d{4})[-/年](\d{1,2})(?:[-/月](\d{1,2})日?)?月?$|^(\d{1,2})[-/](\d{1,2})$/;

function numberIn(text: string): number | undefined {
  const number = /\d/.test(text) ? NUMBER.exec(text) : null;
  if (number) return Number(text.replace(/[,%]/g, '')) / (number[1] === '%' ? 100 : 1);
  const date = DATE.exec(text);
  if (!date) return undefined;
  const [, year = '2000', month = date[4] ?? '1', day = date[5] ?? '1'] = date;
  return Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25569;
}
