import { copyFile, mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = `${root}workbench/page/`;

/** Writes dist/workbench: the page around both add-ins. It is for this machine only, so its size does not matter. */
export async function buildWorkbench({ outDir }: { readonly outDir: string }): Promise<void> {
  const target = `${outDir}/workbench`;
  await mkdir(target, { recursive: true });
  await Promise.all([
    build({
      bundle: true,
      format: 'iife',
      target: 'es2022',
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
}
