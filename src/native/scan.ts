import { type Token, tokenize } from '@borgar/fx';

/** A function call inside a formula. */
export interface Call {
  readonly name: string;
  readonly args: readonly string[];
}

/** Parts of a formula in order: texts as they are, and calls. */
export type FormulaPart = string | Call;

/** Splits a formula, with or without its equals sign, at the calls of the functions that are looked for. */
export function scan(formula: string, isWanted: (name: string) => boolean): FormulaPart[] {
  const tokens = tokenize(formula, { mergeRefs: true });
  const parts: FormulaPart[] = [];
  let text = '';
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    const end = token.type === 'func' && isWanted(token.value) ? closing(tokens, index + 1) : undefined;
    if (end === undefined) {
      text += token.value;
      continue;
    }
    parts.push(text, { name: token.value, args: split(tokens.slice(index + 2, end)) });
    text = '';
    index = end;
  }
  return [...parts, text].filter(part => part !== '');
}

/** Every call of the functions that are looked for, nested ones too. */
export function callsOf(formula: string, isWanted: (name: string) => boolean): Call[] {
  return scan(formula, isWanted).flatMap(part =>
    typeof part === 'string' ? [] : [part, ...part.args.flatMap(arg => callsOf(arg, isWanted))],
  );
}

/** The place of the bracket that closes the one at `open`. */
function closing(tokens: readonly Token[], open: number): number | undefined {
  let depth = 0;
  for (let index = open; index < tokens.length; index++) {
    depth += step(tokens[index]);
    if (depth === 0) return index;
  }
  return undefined;
}

function split(tokens: readonly Token[]): string[] {
  const args = [''];
  let depth = 0;
  for (const token of tokens) {
    depth += step(token);
    if (depth === 0 && token.type === 'operator' && token.value === ',') args.push('');
    else args[args.length - 1] += token.value;
  }
  const trimmed = args.map(arg => arg.trim());
  return trimmed.length === 1 && trimmed[0] === '' ? [] : trimmed;
}

function step({ type, value }: Partial<Token> = {}): number {
  if (type !== 'operator') return 0;
  if (value === '(' || value === '{') return 1;
  return value === ')' || value === '}' ? -1 : 0;
}

/** The references in a text, names among them. */
export function referencesIn(text: string): string[] {
  return tokenize(text, { mergeRefs: true }).flatMap(({ type, value }) => (REFERENCES.includes(type) ? [value] : []));
}

const REFERENCES: readonly string[] = ['range', 'range_beam', 'range_ternary', 'range_named', 'structured'];

/** What an argument is, as far as its text tells. */
export interface Shape {
  /** It may stand beside any operator as it is. */
  readonly atom: boolean;
  /** A reference and nothing else. */
  readonly reference: boolean;
  /** More than one cell for certain. */
  readonly several: boolean;
}

export function shapeOf(text: string): Shape {
  const tokens = tokenize(text, { mergeRefs: true }).filter(({ type }) => type !== 'whitespace');
  const [first] = tokens;
  if (!first) return { atom: false, reference: false, several: false };
  if (tokens.length > 1) {
    const opens = first.type === 'func' ? 1 : 0;
    const wrapped = tokens[opens]?.value === '(' || first.value === '{';
    const atom = wrapped && closing(tokens, opens) === tokens.length - 1;
    return { atom, reference: false, several: tokens.some(token => isSeveral(token)) };
  }
  const reference = REFERENCES.includes(first.type);
  return { atom: true, reference, several: isSeveral(first) };
}

/** A column of a table without @ is all its rows; a name may be anything, and counts as one cell. */
function isSeveral({ type, value }: Token): boolean {
  if (type === 'range') return value.includes(':');
  if (type === 'structured') return !value.includes('@') && !/#this row/i.test(value);
  return type === 'range_beam' || type === 'range_ternary';
}
