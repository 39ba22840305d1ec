import { expect } from 'vitest';
import type { Language } from '../../src/kernel/text.ts';
import { excelDialect } from '../../src/plan/dialect.ts';
import { officeInNode } from '../support/officeInNode.ts';
import { templateContract } from '../support/templateContract.ts';

const TAGS: Record<Language, string> = { en: 'en-US', zh: 'zh-CN' };

templateContract({
  name: 'Excel',
  dialect: excelDialect,
  async start(language, functions) {
    // On the desktop blank cells come as 0: the harder of the two.
    const { host, port, book } = await officeInNode({ language: TAGS[language], platform: 'desktop', functions });
    let before = host.syncs;
    const traffic = (): string[] => {
      const seen = Array.from({ length: host.syncs - before }, () => 'sync');
      before = host.syncs;
      return seen;
    };
    return { port, book, traffic };
  },
  shownError: ({ code }) => code,
  judge(few, many) {
    // One round trip more comes before: it asks for the names that are taken.
    expect([few.length, many.length]).toEqual([1, 1]);
  },
});
