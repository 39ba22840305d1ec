/** A sentence in both languages of the product. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

export type Language = 'en' | 'zh';

/** Every Chinese host language (zh-CN, zh-Hans, zh_TW …) reads Chinese, every other one English. */
export function languageOf(tag: string | null | undefined): Language {
  return tag?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
