import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { build, type Plugin } from 'esbuild';
import { functionsMetadata } from '../../addin/metadata.ts';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { leanDecimals } from './leanDecimals.ts';
import { licencesOf } from './licences.ts';
import { parts } from './parts.ts';
import { plainFields } from './plainFields.ts';
import { reached } from './sizes.ts';
import { twinsApart } from './twinsApart.ts';
import { withoutHelp } from './withoutHelp.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = `${root}addin/`;

/** Where manifest.xml at the top level says that the add-in is served. */
export const LOCAL_BASE_URL = 'https://localhost:3000';

const ICON_SIZES = [16, 32, 64, 80] as const;

export interface BuildOptions {
  /** Where dist/excel is going to be served, for its manifest. */
  readonly baseUrl?: string;
  readonly outDir: string;
}

/** Writes dist/excel: a static site, and the manifest that points to it. */
export async function buildExcel({ baseUrl = LOCAL_BASE_URL, outDir }: BuildOptions): Promise<void> {
  const target = `${outDir}/excel`;
  // Parts that are shared have their content in their name: old ones would pile up.
  await rm(target, { recursive: true, force: true });
  await mkdir(`${target}/assets`, { recursive: true });
  await Promise.all([
    bundleAll(target).then(() => writePage(target)),
    writeFile(`${target}/functions.json`, toJson(functionsMetadata('en'))),
    writeFile(`${target}/functions.zh-CN.json`, toJson(functionsMetadata('zh'))),
    writeManifest(target, baseUrl),
    drawIcons(target),
  ]);
}

async function bundleAll(target: string): Promise<void> {
  const bundles = await Promise.all([bundle(target), bundleNames(target), bundleReader(target)]);
  await writeFile(`${target}/licences.txt`, await licencesOf(bundles.map(({ metafile }) => metafile)));
}

/** The page names the parts that the pane begins with, so that they are all asked for at once and not one by one. */
async function writePage(target: string): Promise<void> {
  const page = await readFile(`${source}taskpane.html`, 'utf8');
  const links = [...reached(target, ['calculate.js', 'pane.js'])].map(
    part => `<link rel="modulepreload" href="${part}">`,
  );
  await writeFile(`${target}/taskpane.html`, page.replace(PAGE_STYLES, [...links, PAGE_STYLES].join('\n    ')));
}

const PAGE_STYLES = '<link rel="stylesheet" href="page.css">';

function bundle(target: string) {
  return build({
    bundle: true,
    metafile: true,
    // The functions and the pane share the engine, which is loaded once.
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    // With a shared runtime it is WebView2, Safari or the user's browser, never Edge Legacy.
    // https://learn.microsoft.com/javascript/api/manifest/runtimes
    target: 'es2020',
    ...plainFields,
    plugins: [twinsApart, withoutHelp({ examples: false }), leanDecimals, parts],
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    entryPoints: ['start.ts', 'calculate.ts', 'pane.tsx', 'page.css'].map(name => `${source}${name}`),
    outdir: target,
  });
}

/** A plain script, which runs before Excel's library can ask for a function; the engine comes as a module. */
function bundleNames(target: string) {
  return build({
    bundle: true,
    metafile: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    minify: true,
    define: { FUNCTION_NAMES: JSON.stringify(catalogue.map(fn => fn.name)) },
    plugins: [engineBeside],
    entryPoints: [`${source}functions.ts`],
    outdir: target,
  });
}

/** What reads files beside the pane: a plain script of its own, which shares nothing with the page. */
function bundleReader(target: string) {
  return build({
    bundle: true,
    metafile: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    minify: true,
    legalComments: 'none',
    entryPoints: [`${source}readWorker.ts`],
    outdir: target,
  });
}

const engineBeside: Plugin = {
  name: 'engine-beside',
  setup(bundling) {
    bundling.onResolve({ filter: /\/calculate\.ts$/ }, () => ({ path: './calculate.js', external: true }));
  },
};

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function writeManifest(target: string, baseUrl: string): Promise<void> {
  const manifest = await readFile(`${root}manifest.xml`, 'utf8');
  await writeFile(`${target}/manifest.xml`, manifestFor(manifest, baseUrl));
}

/** Every address of the manifest, moved to where the add-in is served; Excel takes https only. */
export function manifestFor(manifest: string, baseUrl: string): string {
  const url = new URL(baseUrl);
  if (url.protocol !== 'https:') throw new RangeError(`Excel loads add-ins over https only: ${baseUrl}`);
  const base = url.href.replace(/\/$/, '');
  return manifest
    .replaceAll(`<AppDomain>${LOCAL_BASE_URL}<`, `<AppDomain>${url.origin}<`)
    .replaceAll(`"${LOCAL_BASE_URL}/`, `"${base}/`);
}

async function drawIcons(target: string): Promise<void> {
  const icon = await readFile(`${source}assets/icon.svg`, 'utf8');
  for (const size of ICON_SIZES) {
    const png = new Resvg(icon, { fitTo: { mode: 'width', value: size } }).render().asPng();
    await writeFile(`${target}/assets/icon-${size}.png`, png);
  }
}
