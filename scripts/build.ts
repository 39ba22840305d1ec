/**
 * Writes dist: excel (a static site to host), unified (the package for Microsoft 365), sheets (what clasp pushes),
 * workbench, engine (a library).
 * --base-url https://… says where it is served, --over what is served there now (an address or a folder, dist/excel
 * itself unless it is said): its parts are kept. --contact, an address of the web or of mail, goes into the page of
 * support. --add-on says that the script is published, --asset-id which
 * add-in of Microsoft's Marketplace the unified package takes the place of.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bringOver } from './build/builds.ts';
import { buildEngine } from './build/engine.ts';
import { buildExcel, LOCAL_BASE_URL, packageVersion } from './build/excel.ts';
import { buildSheets } from './build/sheets.ts';
import { buildUnified } from './build/unified.ts';
import { buildWorkbench } from './build/workbench.ts';
import { generate } from './generate.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const outDir = fileURLToPath(new URL('../dist', import.meta.url));
const { values } = parseArgs({
  options: {
    'base-url': { type: 'string' },
    over: { type: 'string' },
    'add-on': { type: 'boolean' },
    contact: { type: 'string' },
    'asset-id': { type: 'string' },
  },
});

await generate(root);
if (values.over) await bringOver(values.over, join(outDir, 'excel'));
await Promise.all([
  buildExcel({
    outDir,
    ...(values['base-url'] ? { baseUrl: values['base-url'] } : {}),
    ...(values.contact ? { contact: values.contact } : {}),
  }),
  buildSheets({ outDir, addOn: values['add-on'] === true }),
  buildWorkbench({ outDir }),
  buildEngine({ outDir }),
]);
// Its icons are drawn with the site's.
await buildUnified(outDir, {
  baseUrl: values['base-url'] ?? LOCAL_BASE_URL,
  version: await packageVersion(),
  ...(values['asset-id'] ? { assetId: values['asset-id'] } : {}),
});
