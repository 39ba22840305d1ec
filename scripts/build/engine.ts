import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { licencesOf } from './licences.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Writes dist/engine: the library that package.json exports, in one file for Node and the browser, with its types. */
export async function buildEngine({ outDir }: { readonly outDir: string }): Promise<void> {
  const target = `${outDir}/engine`;
  await rm(target, { recursive: true, force: true });
  const [{ metafile }] = await Promise.all([
    build({
      bundle: true,
      metafile: true,
      format: 'esm',
      platform: 'neutral',
      mainFields: ['module', 'main'],
      target: 'es2022',
      charset: 'utf8',
      legalComments: 'none',
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
      entryPoints: { index: `${root}src/index.ts` },
      outdir: target,
    }),
    promisify(execFile)(process.execPath, [
      `${root}node_modules/typescript/bin/tsc`,
      ...['-p', `${root}src/tsconfig.index.json`, '--outDir', `${target}/types`],
    ]),
  ]);
  await writeFile(`${target}/licences.txt`, await licencesOf([metafile]));
}
