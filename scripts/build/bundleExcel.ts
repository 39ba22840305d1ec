import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildResult, type BuildOptions as Bundling, build, type Plugin } from 'esbuild';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { type Build, PARTS } from './builds.ts';
import { leanDecimals } from './leanDecimals.ts';
import { licencesOf } from './licences.ts';
import { parts } from './parts.ts';
import { plainFields } from './plainFields.ts';
import { twinsApart } from './twinsApart.ts';
import { withoutHelp } from './withoutHelp.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = `${root}addin/`;

const bundling = {
  bundle: true,
  metafile: true,
  write: false,
  absWorkingDir: root,
  // With a shared runtime it is WebView2, Safari or the user's browser, never Edge Legacy.
  // https://learn.microsoft.com/javascript/api/manifest/runtimes
  target: 'es2020',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
} as const satisfies Bundling;

type Bundled = BuildResult<typeof bundling>;

/** Writes every part, each under a name with its content in it, and functions.js, for which the manifest asks. */
export async function bundleAll(site: string, version: string): Promise<Build> {
  const target = join(site, PARTS);
  await mkdir(target, { recursive: true });
  const reader = await bundleReader(target);
  const page = await bundle(target, nameOf(reader, 'readWorker.ts'), version);
  const names = await bundleNames(target, nameOf(page, 'calculate.ts'));
  const bundles = [reader, page, names];
  const files = bundles.flatMap(({ outputFiles }) => outputFiles);
  await Promise.all(files.map(({ path, text }) => writeFile(path, throughLoader(text))));
  await Promise.all([
    copyFile(join(target, nameOf(names, 'functions.ts')), join(site, 'functions.js')),
    writeFile(`${site}/licences.txt`, await licencesOf(bundles.map(({ metafile }) => metafile))),
  ]);
  const entries = Object.assign({}, ...bundles.map(entriesOf)) as Build['entries'];
  return { version, entries, files: files.map(({ path }) => basename(path)).sort() };
}

/**
 * Parts are loaded by addin/part.ts, which a failure does not stop for good. A part's name does not change with what
 * stands here: whoever calls the loader otherwise gives it another name.
 */
const throughLoader = (text: string): string => text.replaceAll(/\bimport\((?="\.\/)/g, 'kpiPart(');

/** By the name in the sources. */
function entriesOf({ metafile }: Bundled): Readonly<Record<string, string>> {
  const entries: Record<string, string> = {};
  for (const [file, { entryPoint, cssBundle }] of Object.entries(metafile.outputs)) {
    if (!entryPoint || !isNamed(entryPoint)) continue;
    const name = basename(entryPoint).replace(/\.tsx?$/, '.js');
    entries[name] = basename(file);
    if (cssBundle) entries[name.replace('.js', '.css')] = basename(cssBundle);
  }
  return entries;
}

/** Parts that are imported later are entries, too, to esbuild. */
const ENTRIES = ['start.ts', 'calculate.ts', 'pane.tsx', 'page.css', 'functions.ts', 'readWorker.ts'];
const isNamed = (entryPoint: string): boolean => ENTRIES.includes(relative('addin', entryPoint));

function nameOf(bundled: Bundled, entry: string): string {
  const name = entriesOf(bundled)[entry.replace(/\.tsx?$/, '.js')];
  if (!name) throw new Error(`the bundler wrote no ${entry}`);
  return name;
}

function bundle(target: string, reader: string, version: string): Promise<Bundled> {
  return build({
    ...bundling,
    // The functions and the pane share the engine, which is loaded once.
    format: 'esm',
    splitting: true,
    ...plainFields,
    plugins: [ofVersion(version), twinsApart, withoutHelp({ examples: false }), leanDecimals, parts],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"', READER: JSON.stringify(reader) },
    entryPoints: ['start.ts', 'calculate.ts', 'pane.tsx', 'page.css'].map(name => `${source}${name}`),
    outdir: target,
  });
}

const ofVersion = (version: string): Plugin => ({
  name: 'of-version',
  setup(bundling) {
    bundling.onLoad({ filter: /[\\/]version\.gen\.ts$/ }, () => ({
      contents: `export const packageVersion = ${JSON.stringify(version)};`,
    }));
  },
});

/** A plain script, which runs before Excel's library can ask for a function; the engine comes as a module. */
function bundleNames(target: string, calculate: string): Promise<Bundled> {
  return build({
    ...bundling,
    format: 'iife',
    define: {
      FUNCTION_NAMES: JSON.stringify(catalogue.map(fn => fn.name)),
      CALCULATE: JSON.stringify(`./${calculate}`),
    },
    entryPoints: [`${source}functions.ts`],
    outdir: target,
  });
}

/** What reads files beside the pane: a plain script of its own, which shares nothing with the page. */
function bundleReader(target: string): Promise<Bundled> {
  return build({ ...bundling, format: 'iife', entryPoints: [`${source}readWorker.ts`], outdir: target });
}
