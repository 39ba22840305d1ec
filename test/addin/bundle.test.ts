import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { entryIn } from '../../scripts/build/builds.ts';
import { buildExcel } from '../../scripts/build/excel.ts';
import { UNUSED } from '../../scripts/build/leanDecimals.ts';
import { buildSheets } from '../../scripts/build/sheets.ts';
import { reached, sizesOf } from '../../scripts/build/sizes.ts';
import { buildWorkbench } from '../../scripts/build/workbench.ts';
import { withLocalOffice } from '../../scripts/server.ts';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { type Cell, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import { argumentsOf } from '../../src/kernel/function.ts';
import { expectSame } from '../support/expectSame.ts';
import { runFunctions } from '../support/partsIn.ts';

describe('the bundles', () => {
  let outDir: string;
  const read = (path: string) => readFileSync(join(outDir, path));
  const entry = (name: string) => `parts/${entryIn(join(outDir, 'excel'), name)}`;

  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'bundle-'));
    await Promise.all([buildExcel({ outDir }), buildSheets({ outDir }), buildWorkbench({ outDir })]);
  });
  afterAll(() => rm(outDir, { recursive: true, force: true }));
  afterEach(() => vi.unstubAllGlobals());

  it('functions and pane share the engine, and everything is as small as it has to be', () => {
    const parts = (file: string): readonly string[] =>
      read(`excel/${entry(file)}`)
        .toString()
        .match(/[a-z]+-\w+\.js/g) ?? [];
    expect(parts('calculate.js').filter(part => parts('pane.js').includes(part))).not.toEqual([]);
    for (const { what, bytes, budget } of sizesOf(outDir))
      expect([what, Math.min(bytes, budget)]).toEqual([what, bytes]);
  });

  it('nobody asks for what is left out of big.js', () => {
    const asked = new RegExp(String.raw`(?<!Math)\.(?:${UNUSED.join('|')})\(`);
    const decimals = readdirSync(new URL('../../src/', import.meta.url), { recursive: true, encoding: 'utf8' })
      .filter(file => /^(?:kernel|functions)\b.*\.ts$/.test(file))
      .map(file => [file, readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8')] as const);
    // A number's own method of that name.
    const ofNumbers = /value\.toPrecision\(/g;
    for (const [file, text] of decimals) expect(text.replace(ofNumbers, ''), file).not.toMatch(asked);
  });

  it('name every package that is in them, with its terms', () => {
    const named = (host: string) => [
      ...read(`${host}/licences.txt`)
        .toString()
        .matchAll(/^([^ \n]+) \d+\.\d+\.\d+ \(/gm),
    ];
    for (const host of ['excel', 'sheets']) {
      const names = named(host).map(([, name]) => name);
      expect(names).toEqual(expect.arrayContaining(['big.js', 'preact', 'fflate', 'zod']));
    }
  });

  it('the built functions give every documented example, and SELFTEST finds them all', async () => {
    await writeFile(join(outDir, 'package.json'), '{ "type": "module" }');
    const built = new Map<string, (...given: unknown[]) => unknown>();
    class CellFailure {
      readonly code: string;
      constructor(code: string) {
        this.code = code;
      }
    }
    const associate = (name: string, run: (...given: unknown[]) => unknown) => built.set(name, run);
    vi.stubGlobal('CustomFunctions', { associate, Error: CellFailure, ErrorCode: {} });
    vi.stubGlobal('Office', {});
    await runFunctions(join(outDir, 'excel'));
    const call = (name: string, ...args: unknown[]) => built.get(name)?.(...args, {});
    // What Excel asks for before the engine is there waits for it.
    expect(await call('ACHIEVEMENT', 840000, 800000)).toEqual([[1.05]]);
    for (const fn of catalogue) {
      for (const { given, result } of fn.examples) {
        const expected = isMatrix(result) ? result : [[result]];
        const blank = (cell: Cell) => (cell === null ? '' : cell);
        expectSame(
          (await call(fn.name, ...argumentsOf(fn, given))) as Matrix,
          expected.map(row => row.map(blank)),
        );
      }
    }
    const [, ...rows] = (await call('SELFTEST', 'en')) as readonly (readonly unknown[])[];
    expect(rows).toHaveLength(catalogue.flatMap(fn => fn.examples).length);
    expect(rows.filter(([, , , , ok]) => ok !== true)).toEqual([]);
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
      entry('start.js'),
      'https://appsforoffice.microsoft.com/lib/1/hosted/office.js',
      entry('functions.js'),
      entry('pane.js'),
    ]);
    expect(page).toMatch(/script-src 'self' https:\/\/appsforoffice\.microsoft\.com;/);
    expect(withLocalOffice(page)).not.toContain('https:');
    const preloaded = [...page.matchAll(/<link rel="preload" as="script" crossorigin href="([^"]+)"/g)].map(
      match => match[1],
    );
    const first = reached(
      join(outDir, 'excel/parts'),
      ['calculate.js', 'pane.js'].map(name => entry(name).slice(6)),
    );
    expect(new Set(preloaded)).toEqual(new Set([...first].map(part => `parts/${part}`)));
  });

  it('what is shipped knows nothing of workbench and bench, nor the workbench of the commercial part of Univer', () => {
    const shipped = ['excel', 'sheets'].flatMap(host =>
      readdirSync(join(outDir, host), { recursive: true, encoding: 'utf8' }).map(file => `${host}/${file}`),
    );
    const scripts = shipped.filter(file => /\.(js|html)$/.test(file));
    expect(scripts.length).toBeGreaterThan(6);
    for (const file of scripts) expect(read(file).toString()).not.toMatch(/univer|hyperformula|formulajs/i);
    const ofWorkbench = readdirSync(join(outDir, 'workbench')).filter(file => file.endsWith('.js'));
    for (const file of ofWorkbench) expect(read(`workbench/${file}`).toString()).not.toMatch(/univerjs-pro|univer-pro/);
  });

  it('the workbench shows its sheet before it loads the host, the other language, charts, downloads and pictures', () => {
    const first = [...reached(join(outDir, 'workbench'), ['main.js'])].map(file => read(`workbench/${file}`));
    // Of 12.3 MB that there were before it came in parts.
    expect(first.reduce((total, { length }) => total + length, 0)).toBeLessThan(5.5 * 2 ** 20);
    for (const late of [/CustomFunctions/, /SpreadsheetApp/, /sharedStrings/, /data:image[^"]{5000}/])
      expect(first.some(text => late.test(text.toString()))).toBe(false);
  });
});
