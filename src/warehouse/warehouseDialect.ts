import type { SqlWords } from '../kernel/sql.ts';

/** What differs between engines; everything else is the SQL that all of them read. */
export interface WarehouseDialect extends SqlWords {
  readonly label: string;
  /** A name, quoted: reserved words are names like any other. */
  identifier(name: string): string;
  literal(text: string): string;
  /** A value as the engine writes it, and no text for what is blank. */
  text(value: string): string;
  /** A text without capitals. */
  folded(value: string): string;
  /** A text as an exact decimal; one that is none, or that would have to be rounded, is an error of the engine. */
  decimal(text: string): string;
  /** What is a decimal or a whole number already. */
  exact(value: string): string;
  readonly zero: string;
  /** The day of a date or a timestamp; an instant's day in a zone. */
  day(value: string, zone: string | undefined): string;
  /** 2025-03. */
  month(day: string): string;
}

/** 20 digits before the point, 10 behind it, and room for a product with a share. */
export const DECIMAL_PLACES = 10;
const KEPT = `DECIMAL(30, ${DECIMAL_PLACES})`;
const FINER = 'DECIMAL(38, 18)';

/** Rounding is refused: what would be rounded is cast once more with words before it, which is an error that names it. */
export function unrounded(text: string, { kept = KEPT, finer = FINER, asFinal = castTo } = {}): string {
  const value = castTo(text, kept);
  const refused = asFinal(`'no number of at most ${DECIMAL_PLACES} decimals: ' || ${text}`, kept);
  return `CASE WHEN ${text} IS NULL THEN NULL WHEN ${castTo(text, finer)} = ${value} THEN ${value} ELSE ${refused} END`;
}

export function castTo(value: string, type: string): string {
  return `CAST(${value} AS ${type})`;
}

export function standardQuoted(text: string, mark = "'"): string {
  return mark + text.split(mark).join(mark + mark) + mark;
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' };

/** Where a backslash begins an escape, a doubled mark does not everywhere stand for one. */
export function backslashQuoted(text: string, mark = "'"): string {
  const escaped = text.replace(
    /[\\'`"\n\r\t\0]/g,
    sign => ESCAPES[sign] ?? (/[\\]/.test(sign) || sign === mark ? `\\${sign}` : sign),
  );
  return mark + escaped + mark;
}

export function blankless(text: string): string {
  return `NULLIF(TRIM(${text}), '')`;
}
