/** Writes dist: excel (a static site to host), sheets (what clasp pushes), workbench, engine (a library). --base-url https://… says where, --add-on that the script is published. */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildEngine } from './build/engine.ts';
import { buildExcel } from './build/excel.ts';
import { buildSheets } from './build/sheets.ts';
import { buildWorkbench } from './build/workbench.ts';
import { generate } from './generate.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = fileURLToPath(new URL('../dist', import.meta.url));
const { values } = parseArgs({ options: { 'base-url': { type: 'string' }, 'add-on': { type: 'boolean' } } });

await generate(root);
await Promise.all([
  buildExcel({ outDir, ...(values['base-url'] ? { baseUrl: values['base-url'] } : {}) }),
  buildSheets({ outDir, addOn: values['add-on'] === true }),
  buildWorkbench({ outDir }),
  buildEngine({ outDir }),
]);
