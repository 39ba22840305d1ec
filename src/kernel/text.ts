/** A sentence in both languages of the product. */
export interface Text {
  readonly en: string;
  readonly zh: string;
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

export type Language = 'en' | 'zh';

/** Every Chinese host language (zh-CN, zh-Hans, zh_TW …) reads Chinese, every other one English. */
export function languageOf(tag: string | null | undefined): Language {
  return tag?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
