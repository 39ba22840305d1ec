import type { Language } from '../../kernel/text.ts';
import type { Light } from '../../plan/op.ts';
import { LIGHT_COLORS } from '../../plan/theme.ts';

/** The style of RAG whose words a language's sheets show. */
export function ragStyle(language: Language): 'text' | 'zh' {
  return language === 'zh' ? 'zh' : 'text';
}

const WORDS = {
  en: { red: 'red', amber: 'amber', green: 'green', none: 'no data' },
  zh: { red: '红', amber: '黄', green: '绿', none: '无数据' },
} as const;

/** The host colours the words that RAG writes. */
export function ragLights(language: Language): Light[] {
  const words = WORDS[language];
  return (['red', 'amber', 'green', 'none'] as const).map(light => ({
    condition: { when: 'textIs', value: words[light] },
    ...LIGHT_COLORS[light],
  }));
}
