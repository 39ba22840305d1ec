import { invalidArgument } from './hostObject.ts';

/**
 * Univer knows `Table[Column]` and `Table[[#This Row],[Column]]`, but not the forms that people and add-ins write
 * inside a table: `[@Column]`, `[@[A column]]`, `Table[@Column]`, `[Column]`.
 */
export function toUniver(formula: string, ownTable: string | undefined): string {
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
      const named = /[\p{L}\p{N}_.\\]$/u.test(written);
      written += `${named ? '' : own(ownTable)}${specifier(formula.slice(position + 1, end - 1))}`;
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
