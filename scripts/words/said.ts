import { readdirSync, readFileSync } from 'node:fs';
import { MONTH_NAMES } from '../../src/kernel/period.ts';
import type { Words } from '../../src/kernel/translator.ts';

/** As they stand before the year, in full and in short. */
const MONTHS = [...MONTH_NAMES, ...MONTH_NAMES.map(name => name.slice(0, 3))];
const FOLDERS = ['src', 'addin', 'appsscript', 'export', 'workbench'];

/** What a source says, in English. */
export interface SaidTexts {
  /** As a language's file has them: what is put in at run time is {1}, {2} … */
  readonly texts: readonly string[];
  /** What is put together elsewhere, of texts that are listed there: as the source has it. */
  readonly computed: readonly string[];
}

/** Of the whole product, each text once. */
export function saidInProduct(root: string): SaidTexts {
  const said = FOLDERS.flatMap(folder =>
    readdirSync(`${root}/${folder}`, { recursive: true, encoding: 'utf8' })
      .filter(file => /\.tsx?$/.test(file) && !/\.(gen|d)\.ts$/.test(file))
      .sort()
      .map(file => {
        const { texts, computed } = saidIn(readFileSync(`${root}/${folder}/${file}`, 'utf8'));
        return { texts, computed: computed.map(source => `${folder}/${file}: ${source}`) };
      }),
  );
  return {
    texts: [...new Set([...MONTHS, ...said.flatMap(({ texts }) => texts)])],
    computed: said.flatMap(({ computed }) => computed),
  };
}

/** The English texts for which a language has no word; a blank is none. */
export function missingIn(words: Words, texts: readonly string[]): string[] {
  return texts.filter(text => !words[text]);
}

/** A language's words for texts that are said no longer, or with other holes. */
export function strayIn(words: Words, texts: readonly string[]): string[] {
  const said = new Set(texts);
  return Object.keys(words).filter(text => !said.has(text));
}

const COMMENT = /^\s*(?:\/\/|\/?\*).*$/gm;
const CALL = /(?<!function )\b([A-Za-z_]\w*)\(/g;
/** Signs and figures alone are the same in every language; how texts are put together is not. */
const HAS_WORDS = /\p{L}|\{1\}/u;
const HAN = /\p{Script=Han}/u;
/** What has an English text first and a Chinese one beside it, though a sign or nothing may be enough in Chinese. */
const SAYING = new Set(['say', 'words']);
/** Words that functions read in cells stay English; those of the finder are no texts. */
const FIXED = new Set(['fixedWords', 'searchWords']);

/** The texts of `say`, and of whatever else takes an English text before a Chinese one: `invalid`, `NoTwin` … */
export function saidIn(source: string): SaidTexts {
  const [texts, computed]: [string[], string[]] = [[], []];
  const code = source.replace(COMMENT, '');
  for (const { 1: name = '', index, 0: opening } of code.matchAll(CALL)) {
    if (FIXED.has(name)) continue;
    const given = argumentsFrom(code, index + opening.length);
    given.forEach((argument, place) => {
      const chinese = given[place + 1];
      const isSaid = SAYING.has(name) && place === 0 && chinese !== undefined;
      if (!isSaid && !(textsOf(chinese ?? '')?.some(text => HAN.test(text)) ?? false)) return;
      const found = textsOf(argument);
      if (found && (isSaid || !found.some(text => HAN.test(text)))) texts.push(...found.map(numbered));
      // A helper of `say` hands on what it is given.
      else if (isSaid && argument !== 'en') computed.push(argument.replace(/\s+/g, ' '));
    });
  }
  return { texts: texts.filter(text => HAS_WORDS.test(text)), computed };
}

const HOLE = '\0';

function numbered(text: string): string {
  let number = 0;
  return text.replaceAll(HOLE, () => `{${++number}}`);
}

/** More ways to say one thing than these are left to its holes. */
const MOST_WAYS = 16;

/** What an expression may come to, with holes; undefined where it holds no text of its own. */
function textsOf(expression: string): readonly string[] | undefined {
  const ways = waysOf(expression.trim())?.map(way => way.replace(/\0+/g, HOLE));
  return ways?.some(way => way === HOLE) ? undefined : ways;
}

function waysOf(expression: string): readonly string[] | undefined {
  const condition = partsOf(expression, '?');
  if (condition.length > 1) {
    const [yes = '', ...no] = partsOf(condition.slice(1).join('?'), ':');
    const [first, second] = [waysOf(yes.trim()), waysOf(no.join(':').trim())];
    return first && second && [...first, ...second];
  }
  const terms = partsOf(expression, '+');
  if (terms.length > 1) {
    const ways = terms.map(term => waysOf(term.trim()));
    return ways.every(way => way === undefined) ? undefined : joined(ways.map(way => way ?? [HOLE]));
  }
  const quote = expression.charAt(0);
  if (expression.length < 2 || endOfText(expression, 0) !== expression.length) return undefined;
  const inner = expression.slice(1, -1);
  return quote === '`' ? joined(piecesOf(inner)) : [unescaped(inner)];
}

/** Each piece in each of its ways. */
function joined(pieces: readonly (readonly string[])[]): readonly string[] {
  const count = pieces.reduce((product, ways) => product * ways.length, 1);
  const taken = count > MOST_WAYS ? pieces.map(ways => (ways.length > 1 ? [HOLE] : ways)) : pieces;
  return taken.reduce<readonly string[]>((before, ways) => before.flatMap(text => ways.map(way => text + way)), ['']);
}

/** A template's texts and what stands between them: a choice of texts is one of them, all else a hole. */
function piecesOf(template: string): (readonly string[])[] {
  const pieces: (readonly string[])[] = [];
  let text = '';
  for (let at = 0; at < template.length; at++) {
    if (template.startsWith('${', at)) {
      const end = endOfBracket(template, at + 1);
      pieces.push([unescaped(text)], waysOf(template.slice(at + 2, end - 1).trim()) ?? [HOLE]);
      text = '';
      at = end - 1;
    } else {
      text += template.charAt(at);
      if (template.charAt(at) === '\\') text += template.charAt(++at);
    }
  }
  return [...pieces, [unescaped(text)]];
}

function unescaped(text: string): string {
  return text.replace(/\\(u[\da-fA-F]{4}|[\s\S])/g, (_, sign: string) => {
    if (sign.length > 1) return String.fromCharCode(Number.parseInt(sign.slice(1), 16));
    return sign === 'n' ? '\n' : sign;
  });
}

/** What a call is given, from behind its bracket on. */
function argumentsFrom(code: string, start: number): string[] {
  const given = partsOf(code.slice(start, endOfBracket(code, start - 1) - 1), ',').map(part => part.trim());
  return given.at(-1) === '' ? given.slice(0, -1) : given;
}

/** An expression cut at a sign, where the sign stands in no text and no bracket. */
function partsOf(expression: string, sign: '?' | ':' | '+' | ','): string[] {
  const parts: string[] = [];
  let [start, at] = [0, 0];
  while (at < expression.length) {
    // a?.b and a ?? b choose between no texts.
    const chain = /^\?[.?]/.exec(expression.slice(at, at + 2));
    if (chain) at += 2;
    else if (expression.charAt(at) === sign) {
      parts.push(expression.slice(start, at));
      start = ++at;
    } else at = past(expression, at);
  }
  return [...parts, expression.slice(start)];
}

/** Behind the sign at a place, or behind the text or the bracket that begins there. */
function past(code: string, at: number): number {
  const sign = code.charAt(at);
  if (sign === "'" || sign === '"' || sign === '`') return endOfText(code, at);
  return sign === '(' || sign === '[' || sign === '{' ? endOfBracket(code, at) : at + 1;
}

function endOfBracket(code: string, start: number): number {
  let at = start + 1;
  while (at < code.length && !')]}'.includes(code.charAt(at))) at = past(code, at);
  return at + 1;
}

/** Behind the text that begins at a place; the place itself where none does. */
function endOfText(code: string, start: number): number {
  const quote = code.charAt(start);
  if (!'\'"`'.includes(quote) || quote === '') return start;
  let at = start + 1;
  while (at < code.length && code.charAt(at) !== quote) {
    if (code.charAt(at) === '\\') at += 2;
    else at = quote === '`' && code.startsWith('${', at) ? endOfBracket(code, at + 1) : at + 1;
  }
  return at + 1;
}
