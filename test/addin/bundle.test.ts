import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildExcel } from '../../scripts/build/excel.ts';
import { buildWorkbench } from '../../scripts/build/workbench.ts';
import { withLocalOffice } from '../../scripts/server.ts';

const KILOBYTE = 1024;

describe('the bundles', () => {
  let outDir: string;
  const read = (path: string) => readFileSync(join(outDir, path));
  const zipped = (...paths: string[]) =>
    paths.reduce((total, path) => total + gzipSync(read(path), { level: 9 }).length, 0);

  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'bundle-'));
    await Promise.all([buildExcel({ outDir }), buildWorkbench({ outDir })]);
  });
  afterAll(() => rm(outDir, { recursive: true, force: true }));

  /** A script and what it cannot do without. */
  const withImports = (name: string, found = new Set<string>()): Set<string> => {
    if (found.has(name)) return found;
    found.add(name);
    for (const [, part = ''] of read(`excel/${name}`)
      .toString()
      .matchAll(/(?:from|import)"\.\/([^"]+)"/g))
      withImports(part, found);
    return found;
  };
  const sizeOf = (name: string) => zipped(...[...withImports(name)].map(part => `excel/${part}`));

  it('what Excel waits for to calculate is small, and the pane takes its engine from it', () => {
    expect(sizeOf('functions.js') + sizeOf('calculate.js')).toBeLessThanOrEqual(32 * KILOBYTE);
    expect(sizeOf('pane.js') + zipped('excel/pane.css', 'excel/page.css', 'excel/start.js')).toBeLessThanOrEqual(
      90 * KILOBYTE,
    );
    expect([...withImports('pane.js')].filter(part => withImports('calculate.js').has(part))).not.toEqual([]);
  });

  it('icons have the size that they are named for', () => {
    for (const size of [16, 32, 64, 80]) {
      const png = read(`excel/assets/icon-${size}.png`);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
    }
  });

  it('the page runs scripts of its own and of Microsoft only, and registers the functions before the pane', () => {
    const page = read('excel/taskpane.html').toString();
    const scripts = [...page.matchAll(/<script[^>]* src="([^"]+)"/g)].map(match => match[1]);
    expect(scripts).toEqual([
      'start.js',
      'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      'functions.js',
      'pane.js',
    ]);
    expect(page).toMatch(/script-src 'self' https:\/\/appsforoffice\.microsoft\.com;/);
    expect(withLocalOffice(page)).not.toContain('https:');
  });

  it('the add-in knows nothing of the workbench, nor the workbench of the commercial part of Univer', () => {
    for (const file of ['functions.js', 'calculate.js', 'pane.js'])
      expect(read(`excel/${file}`).toString()).not.toMatch(/univer/i);
    expect(read('workbench/main.js').toString()).not.toMatch(/univerjs-pro|univer-pro/);
  });
});
