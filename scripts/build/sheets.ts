import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type BuildOptions as Bundling, build, type OutputFile } from 'esbuild';
import { calls } from '../../appsscript/server/calls.ts';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { leanDecimals } from './leanDecimals.ts';
import { licencesOf } from './licences.ts';
import { nothingKnown } from './nothingKnown.ts';
import { plainFields } from './plainFields.ts';
import { customFunctions, plainFunctions } from './sheetsFooter.ts';
import { withoutHelp } from './withoutHelp.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = `${root}appsscript/`;

const PLAIN = ['onOpen', 'onInstall', 'showSidebar'];

/** Members that only the engine knows, and that no text names; Code.js is the engine and little else. */
const OURS = [
  ...['given', 'result', 'compute', 'parameters', 'examples'],
  ...['label', 'optional', 'measured', 'separate', 'choices', 'isAchievement'],
  ...['isScalar', 'isNumber', 'isWhole', 'isMeasured', 'absent', 'varying'],
  ...['sameShape', 'headerCells', 'skipHeader', 'isFilledBefore', 'reject', 'bonus'],
];

/**
 * Apps Script parses neither private fields nor static ones, whatever its engine could run; ?. and ?? stand in Google's
 * own samples. https://github.com/googleworkspace/apps-script-samples
 */
const bundling = {
  bundle: true,
  metafile: true,
  write: false,
  format: 'iife',
  target: 'es2020',
  ...plainFields,
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
} as const satisfies Bundling;

export interface SheetsOptions {
  readonly outDir: string;
  /** Published as an add-on, and not bound to one spreadsheet: its menu stands elsewhere. */
  readonly addOn?: boolean;
}

/** Writes dist/sheets: what clasp pushes. */
export async function buildSheets({ outDir, addOn = false }: SheetsOptions): Promise<void> {
  const target = `${outDir}/sheets`;
  await mkdir(target, { recursive: true });
  const [code, server, reader] = await Promise.all([buildCode(), buildServer(addOn), buildReader()]);
  const sidebar = await buildSidebar(only(reader.outputFiles, '.js'));
  const licences = await licencesOf([code, server, sidebar, reader].map(({ metafile }) => metafile));
  await Promise.all([
    writeFile(`${target}/Code.js`, only(code.outputFiles, '.js')),
    writeFile(`${target}/Server.js`, only(server.outputFiles, '.js')),
    writeFile(`${target}/Sidebar.html`, await page(sidebar.outputFiles)),
    // clasp pushes no texts.
    writeFile(`${target}/licences.txt`, licences),
    copyFile(`${source}appsscript.json`, `${target}/appsscript.json`),
  ]);
}

/** The whole script as Google runs it, which loads its files one after the other. */
export async function bundleScript(addOn = false): Promise<string> {
  const built = await Promise.all([buildCode(), buildServer(addOn)]);
  return built.map(({ outputFiles }) => only(outputFiles, '.js')).join('\n');
}

/** What cells call. */
function buildCode() {
  return build({
    ...bundling,
    entryPoints: [`${source}code.ts`],
    globalName: 'Kpi',
    // What every function is made of, and nothing else has: no answer and no setting of Google's is called so.
    mangleProps: new RegExp(`^(?:${OURS.join('|')})$`),
    plugins: [nothingKnown, withoutHelp({ examples: true }), leanDecimals],
    // The first comment limits the script to the one spreadsheet that it is opened in.
    banner: { js: '/** @OnlyCurrentDoc */' },
    footer: { js: customFunctions('Kpi', catalogue) },
  });
}

/** What the menu and the sidebar call. */
function buildServer(addOn: boolean) {
  return build({
    ...bundling,
    entryPoints: [`${source}server/run.ts`],
    globalName: 'Server',
    define: { ...bundling.define, ADD_ON: String(addOn) },
    plugins: [withoutHelp({ examples: false }), leanDecimals],
    footer: { js: plainFunctions('Server', [...PLAIN, ...Object.keys(calls)]) },
  });
}

function buildSidebar(reader: string) {
  return build({
    ...bundling,
    outdir: root,
    entryPoints: [`${source}sidebar/main.ts`],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { ...bundling.define, READER: JSON.stringify(reader) },
  });
}

/** One file with everything in it: HtmlService serves no others. */
async function page(files: readonly OutputFile[]): Promise<string> {
  const style = files.some(file => file.path.endsWith('.css')) ? only(files, '.css') : '';
  return (await readFile(`${source}sidebar/sidebar.html`, 'utf8'))
    .replace('/* style */', () => style.replaceAll('</', '<\\/'))
    .replace('/* script */', () => only(files, '.js'));
}

/** What reads files beside the sidebar, as a text: there is no other file that a worker could be started from. */
function buildReader() {
  return build({
    ...bundling,
    entryPoints: [`${source}sidebar/readWorker.ts`],
  });
}

function only(files: readonly OutputFile[], ending: string): string {
  const [file] = files.filter(({ path }) => path.endsWith(ending) || path === '<stdout>');
  if (!file) throw new Error(`the bundler wrote no ${ending}`);
  return file.text;
}
