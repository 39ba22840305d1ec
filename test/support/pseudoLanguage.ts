import { addLanguage, type Language } from '../../src/kernel/text.ts';

/** A language that nobody speaks: all of its words are the English ones in brackets. */
export const PSEUDO = 'qq' as Language;

export function addPseudoLanguage(): void {
  addLanguage(PSEUDO, { tag: 'en', comma: ', ', space: ' ', colon: ': ' }, english => `⟦${english}⟧`);
}
