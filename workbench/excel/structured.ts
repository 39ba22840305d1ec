import { invalidArgument } from './hostObject.ts';

/** Where some columns of a table stand: all of their rows, or the row of the formula; undefined if there are none. */
export type Locate = (table: string, from: string, to: string, thisRow: boolean) => string | undefined;

/** What Univer's own parser takes between brackets. */
const TAKEN = /^\[+(#This Row\],\[)?[\p{L}\p{N}\s_]*(\]:\[[\p{L}\p{N}\s_]*)?\]+$|^\[#[\p{L}\s]+\]$/u;

/**
 * Univer knows `Table[Column]` and `Table[[#This Row],[Column]]`, but not the forms that people and add-ins write
 * inside a table: `[@Column]`, `[@[A column]]`, `Table[@Column]`, `[Column]`; nor headings with signs in them, such
 * as "Satisfied? (1–5)", which become plain addresses.
 */
export function toUniver(formula: string, ownTable: string | undefined, locate: Locate = () => undefined): string {
  let written = '';
  let position = 0;
  while (position < formula.length) {
    const quote = formula[position];
    if (quote === '"' || quote === "'") {
      const end = endOfQuoted(formula, position, quote);
      written += formula.slice(position, end);
      position = end;
    } else if (quote === '[') {
      const end = endOfBrackets(formula, position);
      const inside = formula.slice(position + 1, end - 1);
      const name = /[\p{L}\p{N}_.\\]+$/u.exec(written)?.[0] ?? '';
      const table = name || own(ownTable);
      const native = specifier(inside);
      const address = TAKEN.test(native) ? undefined : addressOf(inside, table, locate);
      written = written.slice(0, written.length - name.length) + (address ?? `${table}${native}`);
      position = end;
    } else {
      written += quote;
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

function addressOf(inside: string, table: string, locate: Locate): string | undefined {
  const thisRow = inside.startsWith('@') || /^\[#This Row\],/i.test(inside);
  const columns = inside.replace(/^@|^\[#This Row\],/i, '').trim();
  const [from, to = from] = columns.startsWith('[') ? columns.slice(1, -1).split(/\]\s*:\s*\[/) : [columns];
  if (from === undefined || to === undefined) return undefined;
  // An apostrophe only guards the sign behind it.
  const heading = (text: string): string => text.replace(/'(.)/g, '$1');
  return locate(table, heading(from), heading(to), thisRow);
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
