/**
 * Writes dist/site: the guide in both languages, a page a template and a function, and the workbench to try them; static
 * files for any host. `--contact` is where readers get help, an address of the web or of mail.
 */
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildSheets } from './build/sheets.ts';
import { buildSite } from './build/site.ts';
import { buildWorkbench } from './build/workbench.ts';
import { generate } from './generate.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = `${root}dist`;
const { values } = parseArgs({ options: { contact: { type: 'string' } } });

await generate(root);
await Promise.all([buildSheets({ outDir }), buildWorkbench({ outDir })]);
await buildSite(outDir, values.contact);
console.log('dist/site/index.html');
