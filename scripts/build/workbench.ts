import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { leanUniver } from './leanUniver.ts';
import { licencesOf } from './licences.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = `${root}workbench/page/`;

/** Writes dist/workbench: the page around both add-ins. What is not needed for the first sheet comes in parts, later. */
export async function buildWorkbench({ outDir }: { readonly outDir: string }): Promise<void> {
  const target = `${outDir}/workbench`;
  // Parts have their content in their name: old ones would pile up.
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const [{ metafile }] = await Promise.all([
    build({
      metafile: true,
      bundle: true,
      format: 'esm',
      splitting: true,
      chunkNames: '[name]-[hash]',
      assetNames: '[name]',
      target: 'es2022',
      plugins: [leanUniver],
      minify: true,
      legalComments: 'none',
      jsx: 'automatic',
      jsxImportSource: 'preact',
      loader: { '.woff2': 'dataurl', '.ttf': 'dataurl', '.svg': 'dataurl' },
      define: { 'process.env.NODE_ENV': '"production"' },
      logLevel: 'error',
      entryPoints: { main: `${source}main.tsx`, page: `${source}page.css` },
      outdir: target,
    }),
    copyFile(`${source}index.html`, `${target}/index.html`),
    copyFile(`${root}addin/assets/icon.svg`, `${target}/icon.svg`),
  ]);
  await writeFile(`${target}/licences.txt`, await licencesOf([metafile]));
}
