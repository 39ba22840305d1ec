/** The words of a language, by the English ones; what stands in a text at run time is {1}, {2} … in both. */
export type Words = Readonly<Record<string, string>>;

interface Pattern {
  readonly matching: RegExp;
  readonly numbers: readonly number[];
  readonly translation: string;
  /** It has no word of its own: “{1}: {2}”. */
  readonly isFrame: boolean;
}

const HOLE = /\{(\d+)\}/g;

/**
 * What `addLanguage` asks: the language's text for an English one, undefined where it has none. What stands in a hole
 * is itself said in the language where it has a word for it, as with a message after its place.
 */
export function translator(words: Words): (english: string) => string | undefined {
  // A blank is a word that is still to come.
  const entries = Object.entries(words).filter(([, translation]) => translation !== '');
  const exact = new Map(entries);
  const patterns = entries
    .filter(([english]) => english.search(HOLE) >= 0)
    // What says most by itself is meant first: "{1} rows left out" before "{1} rows".
    .sort(([a], [b]) => fixedLength(b) - fixedLength(a))
    .map(([english, translation]) => patternOf(english, translation));
  const whole = (english: string): string | undefined => {
    const found = exact.get(english);
    if (found !== undefined) return found;
    // Messages go after a colon, and stand alone as sentences.
    const small = exact.get(`${english.charAt(0).toLowerCase()}${english.slice(1)}`);
    return small && `${small.charAt(0).toUpperCase()}${small.slice(1)}`;
  };
  const filled = ({ matching, numbers, translation, isFrame }: Pattern, english: string): string | undefined => {
    const held = matching.exec(english)?.slice(1);
    if (!held || (isFrame && !isOurs(held))) return undefined;
    return translation.replace(HOLE, (hole, number) => {
      const text = held[numbers.indexOf(Number(number))];
      return text === undefined ? hole : (translate(text) ?? text);
    });
  };
  const firstOf = (among: readonly Pattern[], english: string): string | undefined => {
    for (const pattern of among) {
      const text = filled(pattern, english);
      if (text !== undefined) return text;
    }
    return undefined;
  };
  /** What only puts texts together would match anything: what stands last is ours then, or all but figures. */
  const isOurs = (held: readonly string[]): boolean => {
    const foreign = held.filter(text => known(text) === undefined);
    return !foreign.includes(held[held.length - 1] ?? '') || foreign.every(text => !/\p{L}/u.test(text));
  };
  const sayings = patterns.filter(({ isFrame }) => !isFrame);
  const frames = patterns.filter(({ isFrame }) => isFrame);
  const known = (english: string): string | undefined => whole(english) ?? firstOf(sayings, english);
  const translate = (english: string): string | undefined => known(english) ?? firstOf(frames, english);
  return translate;
}

function fixedLength(english: string): number {
  return english.replace(HOLE, '').length;
}

function patternOf(english: string, translation: string): Pattern {
  const numbers = [...english.matchAll(HOLE)].map(([, number]) => Number(number));
  const pieces = english.split(/\{\d+\}/).map(piece => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const matching = new RegExp(`^${pieces.join('([\\s\\S]*?)')}$`);
  return { matching, numbers, translation, isFrame: !/\p{L}/u.test(english) };
}
