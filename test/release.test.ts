import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8');

describe('a release', () => {
  it('is built by actions that are pinned by hash, each with the version that it is', () => {
    const uses = readdirSync(new URL('.github/workflows', root)).flatMap(file => [
      ...read(`.github/workflows/${file}`).matchAll(/uses: *(.*)/g),
    ]);
    expect(uses.length).toBeGreaterThan(4);
    for (const [, action] of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('asks for no script that is not there', () => {
    const { scripts }: { readonly scripts: Readonly<Record<string, string>> } = JSON.parse(read('package.json'));
    const texts = ['docs/release.md', 'README.md', 'README.zh-CN.md', '.github/workflows/release.yml', 'SECURITY.md'];
    for (const file of texts)
      for (const [, name = ''] of read(file).matchAll(/npm run (?:-s )?([\w:]+)/g))
        expect(Object.keys(scripts)).toContain(name);
  });

  it('has each checklist’s files', () => {
    const named = [...read('docs/release.md').matchAll(/`?((?:test|scripts|appsscript|\.github)\/[\w./]+\.\w+)/g)];
    expect(named.length).toBeGreaterThan(8);
    for (const [, file = ''] of named) expect([file, existsSync(new URL(file, root))]).toEqual([file, true]);
  });

  it('tells of privacy and security in texts that there are in both languages', () => {
    for (const text of ['PRIVACY', 'addin/pages/support', 'addin/pages/terms']) {
      const [english, chinese] = [read(`${text}.md`), read(`${text}.zh-CN.md`)];
      const paragraphs = (page: string) => page.trim().split('\n\n').length;
      expect([text, paragraphs(chinese)]).toEqual([text, paragraphs(english)]);
    }
  });
});
