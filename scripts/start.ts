import { fileURLToPath } from 'node:url';
import { buildExcel } from './build/excel.ts';
import { buildSheets } from './build/sheets.ts';
import { buildWorkbench } from './build/workbench.ts';
import { generate } from './generate.ts';
import { serve } from './server.ts';

const DEFAULT_PORT = 3000;

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = fileURLToPath(new URL('../dist', import.meta.url));
const port = Number(process.env.PORT ?? DEFAULT_PORT);

await generate(root);
await Promise.all([buildExcel({ outDir }), buildSheets({ outDir }), buildWorkbench({ outDir })]);
await serve(outDir, port);
console.log(`Sales KPI workbench: http://localhost:${port}/  (Ctrl+C to stop)`);
