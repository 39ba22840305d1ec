import { invalidArgument } from './hostObject.ts';

/**
 * Univer knows `Table[Column]` and `Table[[#This Row],[Column]]`, but not the forms that people and add-ins write
 * inside a table: `[@Column]`, `[@[A column]]`, `Table[@Column]`, `[Column]`; nor headings with signs in them, such
 * as "Satisfied? (1–5)", which have another name there.
 */
export function toUniver(formula: string, ownTable: string | undefined): string {
  return withReferences(formula, (table, inside) => {
    const said = specifier(inside).replace(COLUMN, (all, column: string) =>
      column.startsWith('#') ? all : `[${univerHeading(column.replace(/'(.)/g, '$1'))}]`,
    );
    return `${table || own(ownTable)}${said}`;
  });
}

/** As Excel writes it. */
export function fromUniver(formula: string): string {
  if (!formula.includes(SIGN)) return formula;
  return withReferences(formula, (table, inside) => `${table}[${inside.replace(SIGNS, sign)}]`);
}

/** Excel reads a table's own row without its name: [@Target], and with it where it is several columns of it. */
export function ownRow(formula: string, table: string): string {
  const start = '[#This Row],';
  return withReferences(formula, (named, inside) => {
    if (named !== table || !inside.startsWith(start)) return `${named}[${inside}]`;
    const columns = inside.slice(start.length);
    const heading = columns.slice(1, -1);
    if (/\]\s*:\s*\[/.test(columns)) return `${table}[@${columns}]`;
    return /^[\p{L}\p{N}_]+$/u.test(heading) ? `[@${heading}]` : `[@${columns}]`;
  });
}

/** With addresses for the columns that Univer knows by another name only. */
export function withPlaces(
  formula: string,
  locate: (table: string, from: string, to: string) => string | undefined,
): string {
  return withReferences(formula, (table, inside) => {
    const [from = '', to = from] = (inside.startsWith('[') ? inside.slice(1, -1).split(/\]\s*:\s*\[/) : [inside]).map(
      heading => heading.replace(SIGNS, (_, code: string) => signOf(code)),
    );
    return (inside.includes(SIGN) ? locate(table, from, to) : undefined) ?? `${table}[${inside}]`;
  });
}

/** What stands between innermost brackets; an apostrophe takes the meaning from the bracket that follows it. */
const COLUMN = /\[((?:'.|[^[\]'])*)\]/g;

/** A letter that no heading has, around the code of a sign that Univer does not read. */
const SIGN = '\uA78F';
const SIGNS = new RegExp(`${SIGN}([0-9a-f]+)${SIGN}`, 'g');

/** What a column is called in Univer's formulas. */
export function univerHeading(heading: string): string {
  return heading.replace(/[^\p{L}\p{N}\s_]/gu, other => `${SIGN}${other.codePointAt(0)?.toString(16)}${SIGN}`);
}

function sign(_: string, code: string): string {
  return escaped(signOf(code));
}

function signOf(code: string): string {
  return String.fromCodePoint(Number.parseInt(code, 16));
}

interface Renaming {
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

/** A formula after a heading of a table has been changed, as Excel changes it. */
export function renamed(formula: string, ownTable: string | undefined, { table, from, to }: Renaming): string {
  const [before, after] = [escaped(from), escaped(to)];
  return withReferences(formula, (named, inside) => {
    if ((named || ownTable)?.toLowerCase() !== table.toLowerCase()) return `${named}[${inside}]`;
    if (inside === before) return `${named}[${after}]`;
    if (inside === `@${before}`) return `${named}[@[${after}]]`;
    const columns = inside.replace(/\[((?:'.|[^[\]'])*)\]/g, (all, column) => (column === before ? `[${after}]` : all));
    return `${named}[${columns}]`;
  });
}

/** A formula whose tables are called otherwise. */
export function withTables(formula: string, rename: (table: string) => string): string {
  return withReferences(formula, (table, inside) => `${table === '' ? '' : rename(table)}[${inside}]`);
}

/** Structured references escape these signs with an apostrophe. */
function escaped(heading: string): string {
  return heading.replace(/[[\]#'@]/g, "'$&");
}

/** Writes each reference anew, from the table's name before the brackets, if there is one, and what is in them. */
function withReferences(formula: string, write: (table: string, inside: string) => string): string {
  let written = '';
  let position = 0;
  while (position < formula.length) {
    const sign = formula[position];
    if (sign === '"' || sign === "'") {
      const end = endOfQuoted(formula, position, sign);
      written += formula.slice(position, end);
      position = end;
    } else if (sign === '[') {
      const end = endOfBrackets(formula, position);
      const [table = ''] = /[\p{L}\p{N}_.\\]+$/u.exec(written) ?? [];
      const reference = write(table, formula.slice(position + 1, end - 1));
      written = written.slice(0, written.length - table.length) + reference;
      position = end;
    } else {
      written += sign;
      position++;
    }
  }
  return written;
}

function own(table: string | undefined): string {
  if (table === undefined) throw invalidArgument();
  return table;
}

function specifier(inside: string): string {
  if (!inside.startsWith('@')) return `[${inside}]`;
  const columns = inside.slice(1).trim();
  if (columns === '') return '[#This Row]';
  return `[[#This Row],${columns.startsWith('[') ? columns : `[${columns}]`}]`;
}

function endOfQuoted(formula: string, start: number, quote: string): number {
  for (let end = start + 1; end < formula.length; end++) {
    if (formula[end] !== quote) continue;
    if (formula[end + 1] !== quote) return end + 1;
    end++;
  }
  throw invalidArgument();
}

function endOfBrackets(formula: string, start: number): number {
  let depth = 0;
  for (let end = start; end < formula.length; end++) {
    // An apostrophe takes the meaning from the bracket that follows it.
    if (formula[end] === "'") end++;
    else if (formula[end] === '[') depth++;
    else if (formula[end] === ']' && --depth === 0) return end + 1;
  }
  throw invalidArgument();
}
