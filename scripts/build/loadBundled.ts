import { mkdir } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('../../.cache/bundled', import.meta.url));

/**
 * A module that works with Univer, for Node: Univer's packages import named exports of CommonJS modules, which Node
 * alone refuses; bundled they load.
 */
export async function loadBundled(module: URL) {
  await mkdir(folder, { recursive: true });
  const outfile = `${folder}/${basename(module.pathname, '.ts')}.mjs`;
  await build({
    entryPoints: [fileURLToPath(module)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    keepNames: true,
    logLevel: 'error',
    banner: {
      js: "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);",
    },
  });
  return import(pathToFileURL(outfile).href);
}
