import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSheets } from '../../scripts/build/sheets.ts';
import { buildSite } from '../../scripts/build/site.ts';
import { buildWorkbench } from '../../scripts/build/workbench.ts';

/** Without its pictures, a page is a text. */
const MOST_BYTES = 200_000;

let outDir = '';
let pages: string[] = [];
const read = (page: string) => readFile(join(outDir, 'site', page), 'utf8');

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'site-'));
  await Promise.all([buildSheets({ outDir }), buildWorkbench({ outDir })]);
  await buildSite(outDir, 'help@example.com');
  const files = await readdir(join(outDir, 'site'), { recursive: true });
  pages = files.filter(file => file.endsWith('.html') && !file.startsWith('try/'));
});
afterAll(() => rm(outDir, { recursive: true, force: true }));

describe('the site', () => {
  it('has every page in both languages', () => {
    const [english, chinese] = [false, true].map(isChinese =>
      pages
        .filter(page => page.endsWith('.zh-CN.html') === isChinese)
        .map(page => page.replace('.zh-CN', ''))
        .sort(),
    );
    expect(english?.length).toBeGreaterThan(80);
    expect(chinese).toEqual(english);
  });

  it('leads to pages, headings and pictures that are there', async () => {
    const dead: string[] = [];
    for (const page of pages) {
      const html = await read(page);
      for (const [, link = ''] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
        if (/^(?:https?:|mailto:)/.test(link)) continue;
        const [path = '', anchor] = link.replace(/\?.*$/, '').split('#');
        const target = path === '' ? page : join(dirname(page), path);
        const isThere = existsSync(join(outDir, 'site', target));
        if (!isThere || (anchor && !(await read(target)).includes(`id="${decodeURIComponent(anchor)}"`)))
          dead.push(`${page} → ${link}`);
      }
    }
    expect(dead).toEqual([]);
  });

  it('needs no script, and no page is heavy', async () => {
    for (const page of pages) {
      const html = await read(page);
      expect(html, page).not.toMatch(/<script|\son[a-z]+=/i);
      expect(html, page).toContain("default-src 'none'");
      expect(Buffer.byteLength(html), page).toBeLessThan(MOST_BYTES);
    }
  });

  it('carries the workbench with what it asks for, and nothing of Excel’s', async () => {
    const files = await readdir(join(outDir, 'site/try'), { recursive: true });
    expect(files).toEqual(
      expect.arrayContaining(['index.html', 'main.js', 'sheets/Code.js', 'sheets/Server.js', 'sheets/Sidebar.html']),
    );
    expect(files.filter(file => /office/i.test(file))).toEqual([]);
  });
});
