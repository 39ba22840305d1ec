import { invalidArgument } from './hostObject.ts';

/**
 * Univer knows `Table[Column]` and `Table[[#This Row],[Column]]`, but not the forms that people and add-ins write
 * inside a table: `[@Column]`, `[@[A column]]`, `Table[@Column]`, `[Column]`.
 */
export function toUniver(formula: string, ownTable: string | undefined): string {
  return withReferences(formula, (table, inside) => `${table ? '' : own(ownTable)}${specifier(inside)}`);
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
    if ((named ?? ownTable)?.toLowerCase() !== table.toLowerCase()) return `[${inside}]`;
    if (inside === before) return `[${after}]`;
    if (inside === `@${before}`) return `[@[${after}]]`;
    const columns = inside.replace(/\[((?:'.|[^[\]'])*)\]/g, (all, column) => (column === before ? `[${after}]` : all));
    return `[${columns}]`;
  });
}

/** Structured references escape these signs with an apostrophe. */
function escaped(heading: string): string {
  return heading.replace(/[[\]#'@]/g, "'$&");
}

/** Writes each bracketed part anew; the table's name is there where one stands before it. */
function withReferences(formula: string, write: (table: string | undefined, inside: string) => string): string {
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
      const [table] = /[\p{L}\p{N}_.\\]+$/u.exec(written) ?? [];
      written += write(table, formula.slice(position + 1, end - 1));
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
