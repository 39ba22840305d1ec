/** A sentence in every language of the product. */
export type Text = Readonly<Record<Language, string>>;

/** The words of further languages, by the English ones (`addLanguage`). */
let further: ((english: string) => Readonly<Partial<Text>>) | undefined;

/** The one spelling of such a sentence: plain data, as it goes to workers and servers. */
// @__NO_SIDE_EFFECTS__
export function say(en: string, zh: string): Text {
  return { en, zh, ...further?.(en) };
}

/** Words that functions read in cells: a further language writes the English ones. */
// @__NO_SIDE_EFFECTS__
export function fixedWords(en: string, zh: string): Text {
  return Object.fromEntries(offered.map(language => [language, language === 'zh' ? zh : en])) as Text;
}

/**
 * What people look for a thing by, beside what it is called: the field's other words, those that the glossary retires
 * among them, between commas. They are found in every language and shown nowhere.
 */
// @__NO_SIDE_EFFECTS__
export function searchWords(en: string, zh: string): Text {
  return { en, zh };
}

/** Each language's own code, as functions that write headings ask for it. */
export function languageCodes(): Text {
  return Object.fromEntries(offered.map(language => [language, language])) as Text;
}

/** A text in pieces of so many UTF-16 units at most; no piece ends within a character. */
export function piecesOf(text: string, longest: number): string[] {
  const pieces: string[] = [];
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = Math.min(text.length, start + longest);
    if (end < text.length && /[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end--;
    pieces.push(text.slice(start, end));
  }
  return pieces;
}

/** What a language brings with it beside its words. */
interface LanguageFacts {
  /** For the page and for Intl. */
  readonly tag: string;
  /** Between the items of a list, between sentences, and after a label. */
  readonly comma: string;
  readonly space: string;
  readonly colon: string;
}

export type Language = 'en' | 'zh';

const FACTS: Record<Language, LanguageFacts> = {
  en: { tag: 'en', comma: ', ', space: ' ', colon: ': ' },
  zh: { tag: 'zh-CN', comma: '、', space: '', colon: '：' },
};
export const LANGUAGES: Readonly<Record<Language, LanguageFacts>> = FACTS;

/** The languages of the product, in the order in which they are offered. */
const offered: Language[] = ['en', 'zh'];
export const languages: readonly Language[] = offered;

/**
 * One more language, added before all else is loaded. What `translate` does not know stays English.
 */
export function addLanguage(
  language: Language,
  facts: LanguageFacts,
  translate: (english: string) => string | undefined,
): void {
  FACTS[language] = facts;
  offered.push(language);
  const before = further;
  further = english => ({ ...before?.(english), [language]: translate(english) ?? english });
}

export function isLanguage(word: unknown): word is Language {
  return languages.some(language => language === word);
}

/** The language that is offered beside one: the next in the list. */
export function otherLanguage(language: Language): Language {
  return languages[(languages.indexOf(language) + 1) % languages.length] ?? language;
}

/** Every Chinese host language (zh-CN, zh-Hans, zh_TW …) reads Chinese; whose language there is none of, English. */
export function languageOf(tag: string | null | undefined): Language {
  return offered.find(language => tag?.toLowerCase().startsWith(language)) ?? 'en';
}
