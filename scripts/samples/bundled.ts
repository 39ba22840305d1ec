import { mkdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Univer's packages import named exports of CommonJS modules, which Node alone refuses; bundled they load. */
export async function loadBundled(): Promise<typeof import('./playSheet.ts')> {
  const folder = `${root}.cache/samples`;
  await mkdir(folder, { recursive: true });
  const outfile = `${folder}/playSheet.mjs`;
  await build({
    entryPoints: [fileURLToPath(new URL('playSheet.ts', import.meta.url))],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return import(pathToFileURL(outfile).href);
}
