import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entryIn } from '../../scripts/build/builds.ts';
import { buildExcel } from '../../scripts/build/excel.ts';
import { bundleScript } from '../../scripts/build/sheets.ts';
import { reached } from '../../scripts/build/sizes.ts';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { toNative } from '../../src/native/toNative.ts';

/** What only twins, the health check, the data doctor and files that are written say. */
const LATE = {
  twins: /SUMPRODUCT|NETWORKDAYS\(/,
  sharing: /ARRAYFORMULA\(/,
  health: /DUMMYFUNCTION/,
  doctor: /extra spaces or full-width characters/,
  export: /xl\/worksheets|spreadsheetml/,
};
const saidIn = (text: string): string[] =>
  Object.entries(LATE).flatMap(([what, pattern]) => (pattern.test(text) ? [what] : []));

/** The bundle's own toNative(), whatever it is called there. */
function convert(value: unknown): { readonly is?: unknown } | undefined {
  try {
    return typeof value === 'function' ? Object(Reflect.apply(value, undefined, ['=KPI.GROWTH(A1,B1)'])) : undefined;
  } catch {
    return undefined;
  }
}

describe('what is only loaded when it is asked for', () => {
  let outDir = '';
  const read = (file: string): string => readFileSync(join(outDir, 'excel/parts', file), 'utf8');
  const entry = (name: string): string => entryIn(join(outDir, 'excel'), name);
  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), 'bundle-'));
    await buildExcel({ outDir });
  });
  afterAll(() => rm(outDir, { recursive: true, force: true }));

  it('is neither with the functions nor in the pane’s first picture', () => {
    const first = reached(
      join(outDir, 'excel/parts'),
      ['start.js', 'functions.js', 'calculate.js', 'pane.js'].map(entry),
    );
    expect(first.size).toBeGreaterThan(4);
    expect([...first].map(file => [file, saidIn(read(file))]).filter(([, said]) => said?.length)).toEqual([]);
  });

  it('comes with the views that need it', () => {
    const pages = [...read(entry('pane.js')).matchAll(/kpiPart\("\.\/(\w+Page-\w+\.js)"\)/g)].map(
      match => match[1] ?? '',
    );
    const said = new Set(
      pages.flatMap(page => [...reached(join(outDir, 'excel/parts'), [page])].flatMap(file => saidIn(read(file)))),
    );
    expect([...said].sort()).toEqual(['doctor', 'health', 'sharing', 'twins']);
  });

  it('gives every twin that the source gives', async () => {
    await writeFile(join(outDir, 'package.json'), '{ "type": "module" }');
    const [page = ''] = /sharePage-\w+\.js/.exec(read(entry('pane.js'))) ?? [];
    const parts = [...reached(join(outDir, 'excel/parts'), [page])];
    const loaded: unknown[] = [];
    for (const part of parts) loaded.push(await import(pathToFileURL(join(outDir, 'excel/parts', part)).href));
    const exported = loaded.flatMap(module => Object.values(Object(module)));
    const twin = exported.find((value): value is typeof toNative => convert(value)?.is === 'formula');
    const calls = catalogue.map(({ name, parameters }) => `=KPI.${name}(${parameters.map((_, i) => `A${i + 1}`)})`);
    expect(calls.map(call => twin?.(call))).toEqual(calls.map(call => toNative(call)));
  });

  it('is not in the script of Google Sheets', async () => {
    expect(saidIn(await bundleScript())).toEqual([]);
  });
});
