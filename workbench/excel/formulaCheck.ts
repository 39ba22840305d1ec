import { parseStructRef, type Token, tokenize } from '@borgar/fx';
import type { Book } from '../book/book.ts';
import { invalidArgument } from './hostObject.ts';

/** https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3 */
const LONGEST_FORMULA = 8192;
const LONGEST_LITERAL = 255;

/** Refuses what Excel does not let anybody enter; `ownTable` is the table that the formula stands in. */
export function checkFormula(formula: string, book: Book, ownTable?: string): void {
  if (formula.length > LONGEST_FORMULA) throw invalidArgument();
  const tokens = tokenize(formula, { mergeRefs: true }).filter(
    ({ type }) => type !== 'whitespace' && type !== 'newline',
  );
  if (!isBalanced(tokens) || endsOpen(tokens)) throw invalidArgument();
  for (const { type, value } of tokens) {
    if (type === 'string' && !isLiteral(value)) throw invalidArgument();
    if (type === 'structured' && !isThere(value, book, ownTable)) throw invalidArgument();
  }
}

function isBalanced(tokens: readonly Token[]): boolean {
  const open: string[] = [];
  for (const { type, value } of tokens) {
    if (type !== 'operator') continue;
    if (value === '(' || value === '{') open.push(value);
    else if (value === ')' && open.pop() !== '(') return false;
    else if (value === '}' && open.pop() !== '{') return false;
  }
  return open.length === 0;
}

/** An operator between two values has to have one on either side. */
function endsOpen(tokens: readonly Token[]): boolean {
  return tokens.some(({ type, value }, index) => {
    if (type !== 'operator' || !BINARY.has(value)) return false;
    const next = tokens[index + 1];
    return !next || (next.type === 'operator' && !['(', '{', '+', '-', '@'].includes(next.value));
  });
}

const BINARY = new Set(['+', '-', '*', '/', '^', '&', '=', '<>', '<', '>', '<=', '>=']);

function isLiteral(text: string): boolean {
  const isClosed = text.length > 1 && text.endsWith('"');
  return isClosed && text.slice(1, -1).replaceAll('""', '"').length <= LONGEST_LITERAL;
}

/** The table of a reference, and the columns that it names. */
function isThere(reference: string, { workbook }: Book, ownTable: string | undefined): boolean {
  const parsed = parseStructRef(reference);
  if (!parsed) return true;
  const table = parsed.table || ownTable;
  const info = table === undefined ? undefined : workbook.getTableInfoByName(table);
  if (!info) return false;
  const headings = info.columns.map(({ displayName }) => displayName.toLowerCase());
  return (parsed.columns ?? []).every(column => headings.includes(column.toLowerCase()));
}
