/** A word that the glossary retires, and what is said instead. */
export interface Retired {
  readonly word: string;
  readonly use: string;
}

export interface Glossary {
  readonly retired: readonly (Retired & { readonly pattern: RegExp })[];
  /** Terms that a retired word may stand in. */
  readonly kept: RegExp;
}

/** The table of docs/glossary.md. */
export function glossaryIn(markdown: string): Glossary {
  const rows = markdown
    .split('\n')
    .filter(line => line.startsWith('| '))
    .slice(2)
    .map(line => line.split('|').slice(1, -1).map(terms));
  const kept = rows.flatMap(([en = [], zh = [], , exceptions = []]) => [...en, ...zh, ...exceptions]);
  return {
    retired: rows.flatMap(([en = [], zh = [], retired = []]) =>
      retired.map(word => ({ word, use: (HAN.test(word) ? zh : en).join(', '), pattern: anyOf([word]) })),
    ),
    kept: anyOf(kept.sort((a, b) => b.length - a.length)),
  };
}

const HAN = /\p{Script=Han}/u;

function terms(cell: string): string[] {
  return cell
    .split(/[,，、;；：]|: /)
    .map(term => term.trim())
    .filter(Boolean);
}

/** Of English words whole ones only, in capitals or not. */
function anyOf(words: readonly string[]): RegExp {
  const parts = words.map(word => {
    const plain = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    return HAN.test(word) ? plain : `(?<![\\p{L}-])${plain}(?![\\p{L}-])`;
  });
  return new RegExp(parts.join('|'), 'giu');
}

/** The retired words of a text. */
export function retiredIn(text: string, { retired, kept }: Glossary): Retired[] {
  const left = text.replace(kept, '·');
  return retired.filter(({ pattern }) => left.search(pattern) >= 0).map(({ word, use }) => ({ word, use }));
}

const STRING = /'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`/g;
const AFTER_LANGUAGE = new RegExp(`\\b(?:en|zh):\\s*(${STRING.source})`, 'g');

/** What a source says to users: the strings of say(…), and those after en: and zh:. */
export function textsIn(source: string): string[] {
  const said = [...source.matchAll(/\bsay\(/g)].flatMap(({ index, 0: start }) =>
    stringsUpTo(source, index + start.length),
  );
  return [...said, ...[...source.matchAll(AFTER_LANGUAGE)].map(([, text = '']) => text)];
}

/** The strings from a place on, up to where the bracket closes that is open there. */
function stringsUpTo(source: string, start: number): string[] {
  const strings: string[] = [];
  const signs = new RegExp(`${STRING.source}|[()]`, 'g');
  signs.lastIndex = start;
  let open = 1;
  for (let sign = signs.exec(source); sign && open > 0; sign = signs.exec(source)) {
    if (sign[0] === '(') open++;
    else if (sign[0] === ')') open--;
    else strings.push(sign[0]);
  }
  return strings;
}
