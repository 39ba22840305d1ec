import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PARTS = [
  'src',
  'export',
  'addin',
  'appsscript',
  'scripts',
  'workbench',
  'manifest.xml',
  'package.json',
  'PRIVACY.md',
  'PRIVACY.zh-CN.md',
  'tsconfig.base.json',
];

const SOURCE = `import { defineFunction } from '../kernel/function.ts';
import { number } from '../kernel/parameters.ts';

export const halved = defineFunction({
  name: 'HALVED',
  family: 'team',
  kind: 'map',
  text: { label: { en: 'Halved', zh: '减半' }, summary: { en: 'Half of it.', zh: '取一半。' }, formula: 'x ÷ 2', source: 'Arithmetic' },
  parameters: { x: number({ label: { en: 'X', zh: '数' }, about: { en: 'Any number.', zh: '任意数。' }, measured: true }) },
  examples: [{ given: { x: 4 }, result: 2 }, { given: { x: 5 }, result: 2.5 }],
  compute: ({ x }) => x / 2,
});
`;

const PROBE = `import { writeFileSync } from 'node:fs';
import { generate } from './generate.ts';
const root = process.argv[2];
await generate(root);
const { buildExcel } = await import('./build/excel.ts');
const { buildSheets } = await import('./build/sheets.ts');
const { reference } = await import('./docs.ts');
const { catalogue } = await import('../src/functions/catalogue.gen.ts');
await buildExcel({ outDir: root + '/dist' });
await buildSheets({ outDir: root + '/dist' });
writeFileSync(root + '/dist/docs.md', reference(catalogue, 'en'));
`;

describe('adding a function', () => {
  let copy: string;
  const read = (file: string): string => readFileSync(join(copy, 'dist', file), 'utf8');

  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'sales-kpi-'));
    for (const part of PARTS) cpSync(join(ROOT, part), join(copy, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'dir');
    writeFileSync(join(copy, 'src/functions/halved.ts'), SOURCE);
    writeFileSync(join(copy, 'scripts/probe.ts'), PROBE);
    execFileSync(join(ROOT, 'node_modules/.bin/tsx'), ['scripts/probe.ts', copy], { cwd: copy, stdio: 'pipe' });
  });

  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('is one source file: it is in Excel’s metadata, in both languages', () => {
    for (const file of ['excel/functions.json', 'excel/functions.zh-CN.json']) {
      const { functions } = JSON.parse(read(file)) as { functions: { id: string }[] };
      expect(functions.map(({ id }) => id)).toContain('HALVED');
    }
  });

  it('… it is a global function of Code.js, with its help', () => {
    expect(read('sheets/Code.js')).toMatch(/@customfunction\s+\*\/\s*function KPI_HALVED\(x\)/);
  });

  it('… it is in the pane’s list and in the reference', () => {
    expect(read('sheets/Sidebar.html')).toContain('Half of it.');
    expect(read('docs.md')).toContain('### HALVED · Halved');
  });
});
