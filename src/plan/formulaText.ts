import type { Text } from '../kernel/text.ts';
import {
  above,
  BUILTINS,
  builtin,
  column,
  columnOf,
  columns,
  type Expression,
  type Operator,
  operator,
  PLACE,
  parameter,
  value,
} from './expression.ts';

type Hole = Expression | Text | string | number;

/**
 * A formula as the sheet shows it, with meanings in the place of addresses:
 *
 *   [sales]                  this row's cell; [from:level] its neighbours, # which row it is
 *   Tiers[from]              a whole column, Tiers[from:level] several
 *   Statement[total.sales]   the cell of a row above the headings, Weeks[goal.calls:demos] several
 *   Cap                      a cell of the strip
 *   ${…}                     an expression, words in the sheet's language, or a literal
 */
export function f(texts: TemplateStringsArray, ...holes: readonly Hole[]): Expression {
  const known = READ.get(texts) ?? texts.map(tokensOf);
  READ.set(texts, known);
  const tokens = known.flatMap((text, index) => [...text, ...holes.slice(index, index + 1).map(expressionOf)]);
  const read = reader(tokens);
  const expression = comparison(read, 0);
  if (read.more()) throw new SyntaxError(`unexpected ${String(read.take())} in ${texts.join('…')}`);
  return expression;
}

/** What stands between the holes is the same whenever a formula is made. */
const READ = new WeakMap<TemplateStringsArray, Token[][]>();

function expressionOf(hole: Hole): Expression {
  if (typeof hole !== 'object') return value(hole);
  return 'is' in hole ? hole : { is: 'words', text: hole };
}

/** A sign, a name, a number, or a text in its quotation marks; what stands in a hole is read already. */
type Token = string | Expression;

const TOKEN = /\s*(\d+(?:\.\d+)?|"[^"]*"|[A-Za-z_][\w.]*|<=|>=|<>|[-+*/=<>&(),[\]:#])/gy;

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: whole, 1: token = '', index } of text.matchAll(TOKEN)) {
    tokens.push(token);
    end = index + whole.length;
  }
  const rest = text.slice(end).trim();
  if (rest !== '') throw new SyntaxError(`not a formula: ${rest}`);
  return tokens;
}

interface Reader {
  readonly more: () => boolean;
  readonly take: () => Token;
  /** Takes the sign if it comes next. */
  readonly skip: (sign: string) => boolean;
  readonly expect: (sign: string) => void;
}

function reader(tokens: readonly Token[]): Reader {
  let next = 0;
  const skip = (sign: string): boolean => {
    if (tokens[next] !== sign) return false;
    next++;
    return true;
  };
  return {
    more: () => next < tokens.length,
    take() {
      const token = tokens[next++];
      if (token === undefined) throw new SyntaxError('the formula ends too early');
      return token;
    },
    skip,
    expect(sign) {
      if (!skip(sign)) throw new SyntaxError(`${sign} is missing`);
    },
  };
}

/** What binds less stands first. */
const LEVELS: readonly (readonly Operator[])[] = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/']];

function comparison(read: Reader, level: number): Expression {
  const signs = LEVELS[level];
  if (!signs) return operand(read);
  const next = (): Operator | undefined => signs.find(sign => read.skip(sign));
  let left = comparison(read, level + 1);
  for (let sign = next(); sign; sign = next()) left = operator(left, sign, comparison(read, level + 1));
  return left;
}

function operand(read: Reader): Expression {
  const token = read.take();
  if (typeof token === 'object') return token;
  if (/^\d/.test(token)) return value(Number(token));
  if (token.startsWith('"')) return value(token.slice(1, -1));
  if (token === '#') return PLACE;
  if (token === '(') {
    const inner = comparison(read, 0);
    read.expect(')');
    return inner;
  }
  if (token === '[') {
    const [from, to] = keys(read);
    return to === undefined ? column(from) : columns(from, to);
  }
  if (!/^\w/.test(token)) throw new SyntaxError(`unexpected ${token}`);
  if (read.skip('(')) return call(token, read);
  if (!read.skip('[')) return parameter(token);
  const [from, to = from.slice(from.indexOf('.') + 1)] = keys(read);
  const [row, key] = from.split('.');
  return row !== undefined && key !== undefined ? above(token, row, key, to) : columnOf(token, from, to);
}

function call(token: string, read: Reader): Expression {
  const name = BUILTINS.find(known => known === token);
  if (!name) throw new SyntaxError(`no function ${token}`);
  const args: Expression[] = [];
  do args.push(comparison(read, 0));
  while (read.skip(','));
  read.expect(')');
  return builtin(name, ...args);
}

/** The keys of columns, up to the bracket that closes them. */
function keys(read: Reader): [from: string, to?: string] {
  const from = String(read.take());
  const to = read.skip(':') ? String(read.take()) : undefined;
  read.expect(']');
  return to === undefined ? [from] : [from, to];
}
