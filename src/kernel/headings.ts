import { choice, choiceOr, type Parameter } from './parameters.ts';
import { type Language, languages, say, type Text } from './text.ts';

/**
 * A table's headings are text in the sheet, and a function does not know who reads it: unless one language is
 * asked for, they are in both.
 */
export type HeadingLanguage = 'both' | Language;

export function headingLanguage(): Parameter<HeadingLanguage> {
  return choiceOr(
    'both',
    [
      choice('both', say('both', '双语')),
      choice('en', say('English', '英文')),
      choice('zh', say('Chinese', '中文'), 'zh-CN', 'cn'),
      ...languages.slice(2).map(language => choice(language, say(language, language))),
    ],
    {
      label: say('Language', '语言'),
      about: say('Language of the headings.', '表头语言。'),
    },
  );
}

export function heading(text: Text, language: HeadingLanguage): string {
  return language === 'both' ? `${text.en} ${text.zh}` : text[language];
}

export function headings(texts: readonly Text[], language: HeadingLanguage): string[] {
  return texts.map(text => heading(text, language));
}
