import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildEngine } from '../scripts/build/engine.ts';
import { CellError, functions, kpi, Problems, readExport, sheetOf, templates } from '../src/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('the engine as a library', () => {
  it('calls a function by its name, with either host’s prefix', () => {
    for (const name of ['ACHIEVEMENT', 'KPI.ACHIEVEMENT', 'kpi_achievement'])
      expect(kpi(name, 840000, 800000)).toBe(1.05);
    expect(kpi('SPLIT', 100, [[1], [1], [1]], 1)).toEqual([[34], [33], [33]]);
  });

  it('says what is wrong in place of throwing', () => {
    const unknown = kpi('NOTHING', 1);
    expect(unknown).toBeInstanceOf(CellError);
    expect(unknown).toMatchObject({ code: '#NAME?', message: { en: 'there is no function NOTHING' } });
    expect(kpi('ACHIEVEMENT', 'n', 1)).toMatchObject({ code: '#VALUE!' });
  });

  it('gives what every function’s examples say', () => {
    const result = kpi('SELFTEST');
    const [, ...rows] = Array.isArray(result) ? result : [];
    expect(rows.filter(row => row[4] !== true)).toEqual([]);
    const untested = functions.filter(
      ({ name, examples }) => examples.length > 0 && !rows.some(row => row[0] === name),
    );
    expect(untested).toEqual([]);
  });

  it('makes the sheet of every template, for every host', () => {
    for (const { id } of templates) {
      const sheet = sheetOf(id, { language: 'zh', today: '2026-03-31' });
      if (sheet instanceof Problems) throw new Error(id);
      expect(sheet.preview.tables.length, id).toBeGreaterThan(0);
      for (const host of ['excel', 'sheets', 'file'] as const) expect(sheet.opsFor(host)[0]?.op).toBe('addSheet');
    }
    expect(() => sheetOf('none')).toThrow('There is no template none; there are: target-split, tracker');
    expect(sheetOf('tracker', { values: { people: 7 } })).toBeInstanceOf(Problems);
  });

  it('reads an export as the pane does', async () => {
    const csv = 'Owner,Amount,Close Date,Stage\nAnn,1200.10,2026-03-04,Won\nBen,800,2026-03-05,Lost\n';
    const outcome = await readExport('deals.csv', new TextEncoder().encode(csv));
    expect(outcome).toMatchObject({ refused: null, questions: [], deals: 1, sums: { all: 1200.1 } });
    expect(await readExport('empty.csv', new Uint8Array())).toMatchObject({ refused: expect.any(String) });
  });
});

describe('the library that package.json exports', () => {
  let folder = '';
  let url = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(root, '.cache/engine-'));
    await buildEngine({ outDir: folder });
    const { exports } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
      readonly exports: { readonly '.': { readonly types: string; readonly default: string } };
    };
    const entry = exports['.'];
    for (const path of [entry.types, entry.default]) await readFile(join(folder, path.replace('./dist/', '')));
    url = pathToFileURL(join(folder, entry.default.replace('./dist/', ''))).href;
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['README.md', 'README.zh-CN.md'])('runs the examples of %s in Node alone', async file => {
    const text = await readFile(join(root, file), 'utf8');
    const examples = [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);
    expect(examples.length).toBe(2);
    for (const [index, code] of examples.entries()) {
      const expected = [...code.matchAll(/\/\/ → (.*)/g)].map(([, said]) => said);
      expect(expected.length).toBeGreaterThan(0);
      const script = join(folder, `example${index}.mjs`);
      await writeFile(join(folder, 'deals.csv'), 'Owner,Amount,Close Date,Stage\nAnn,1200.10,2026-03-04,Won\n');
      await writeFile(script, code.replace("'sales-kpi-addin'", `'${url}'`));
      const { stdout } = await promisify(execFile)(process.execPath, [script], { cwd: folder });
      expect(stdout.trim().split('\n')).toEqual(expected);
    }
  });
});
