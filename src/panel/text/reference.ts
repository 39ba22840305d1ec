import type { Size } from '../../kernel/native.ts';

export interface Reference {
  /** As it goes into the formula. */
  readonly formula: string;
  /** How many cells it covers, where that can be read from it. */
  readonly size: Size | undefined;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!`;
const CELL = String.raw`\$?([A-Z]{1,3})\$?([1-9]\d{0,6})`;
const AREA = new RegExp(`^(${SHEET})?${CELL}(?::${CELL})?(#)?$`, 'iu');
/** Whole columns or rows, and ranges that are open at the end. */
const OPEN = new RegExp(
  String.raw`^(${SHEET})?\$?(?:[A-Z]{1,3}:\$?[A-Z]{1,3}|[1-9]\d{0,6}:\$?[1-9]\d{0,6}|[A-Z]{1,3}\$?[1-9]\d{0,6}:\$?[A-Z]{1,3})$`,
  'iu',
);
/** A table's column: Table[Column], Table[[#Headers],[Column]]. */
const STRUCTURED = /^[\p{L}_][\p{L}\p{N}_.]*\[[^\]]*(?:\[[^\]]*\][^\]]*)*\]$/u;
const NAME = new RegExp(String.raw`^(${SHEET})?[\p{L}_][\p{L}\p{N}_.]*$`, 'u');
const LOGICAL = /^(?:true|false)$/i;

/** A typed reference to cells. Full-width letters and signs, which Chinese keyboards give, are put right. */
export function referenceIn(typed: string): Reference | undefined {
  const cut = typed.lastIndexOf('!') + 1;
  const local = typed.slice(cut).normalize('NFKC');
  const formula = typed.slice(0, cut) + local;
  const area = AREA.exec(formula);
  if (area) {
    const [, , fromColumn = '', fromRow = '', toColumn = fromColumn, toRow = fromRow, spill] = area;
    const size = spill
      ? undefined
      : {
          rows: Math.abs(Number(toRow) - Number(fromRow)) + 1,
          columns: Math.abs(columnNumber(toColumn) - columnNumber(fromColumn)) + 1,
        };
    return { formula: typed.slice(0, cut) + local.toUpperCase(), size };
  }
  if (OPEN.test(formula) || STRUCTURED.test(formula)) return { formula, size: undefined };
  return undefined;
}

/** A typed word that can be the name of a range. */
export function nameIn(typed: string): Reference | undefined {
  return NAME.test(typed) && !LOGICAL.test(typed) ? { formula: typed, size: undefined } : undefined;
}

function columnNumber(letters: string): number {
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
