import { CellValueType, type ICellData } from '@univerjs/core';

/** What Excel makes of a value that is typed or set: a text may become a formula, a number, a date or a logical value. */
export type Typed =
  | { readonly is: 'nothing' }
  | { readonly is: 'formula'; readonly formula: string }
  | { readonly is: 'data'; readonly data: ICellData };

const NUMBER = /^[+-]?(\d{1,3}(,\d{3})+|\d+)?(\.\d*)?(e[+-]?\d+)?%?$/i;
const DAY = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/;
const FIRST_DAY = Date.UTC(1899, 11, 30);
const DAY_IN_MS = 86_400_000;

/** The serial number of a real day, counted as Excel and Google Sheets count. */
export function serialOf(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return Math.round((date.getTime() - FIRST_DAY) / DAY_IN_MS);
}

export function readTyped(value: unknown): Typed {
  if (value === null || value === undefined) return { is: 'nothing' };
  if (typeof value === 'number') return data({ v: value, t: CellValueType.NUMBER });
  if (typeof value === 'boolean') return data({ v: value ? 1 : 0, t: CellValueType.BOOLEAN });
  const text = String(value);
  if (text === '') return data({ v: null, t: null });
  if (text.startsWith("'")) return data(textData(text.slice(1)));
  if (text.startsWith('=') && text.length > 1) return { is: 'formula', formula: text };
  const number = numberIn(text);
  if (number) return data(number);
  if (/^(true|false)$/i.test(text)) return data({ v: text.length === 4 ? 1 : 0, t: CellValueType.BOOLEAN });
  if (/^[+\-@]./.test(text)) return { is: 'formula', formula: `=${text}` };
  return data(textData(text));
}

function data(cell: ICellData): Typed {
  // A value replaces the formula that the cell held.
  return { is: 'data', data: { ...cell, f: null, si: null, p: null } };
}

/** Univer reads a text that looks like a number as one, unless it is told that it is a text. */
export function textData(text: string): ICellData {
  const looksLikeNumber = numberIn(text) !== undefined || /^(true|false)$/i.test(text);
  return { v: text, t: looksLikeNumber ? CellValueType.FORCE_STRING : CellValueType.STRING };
}

function numberIn(text: string): ICellData | undefined {
  const trimmed = text.trim();
  if (/\d/.test(trimmed) && NUMBER.test(trimmed)) {
    const percent = trimmed.endsWith('%');
    const plain = Number(trimmed.replaceAll(',', '').replace('%', ''));
    return {
      v: percent ? plain / 100 : plain,
      t: CellValueType.NUMBER,
      ...(percent && { s: { n: { pattern: '0%' } } }),
    };
  }
  const day = DAY.exec(trimmed);
  const serial = day ? serialOf(Number(day[1]), Number(day[2]), Number(day[3])) : undefined;
  return serial === undefined ? undefined : { v: serial, t: CellValueType.NUMBER, s: { n: { pattern: 'yyyy-mm-dd' } } };
}
