import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import { functionsMetadata } from '../../addin/metadata.ts';
import { raisedManifest } from '../raiseVersion.ts';
import { type Build, buildsIn, clear, list, PARTS } from './builds.ts';
import { bundleAll } from './bundleExcel.ts';
import { pageUrl, writePages } from './pages.ts';
import { writeServing } from './serving.ts';
import { reached } from './sizes.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = `${root}addin/`;

/** Where manifest.xml at the top level says that the add-in is served. */
export const LOCAL_BASE_URL = 'https://localhost:3000';

/** For manifests 16 to 80, Google's listing 128, the unified package 192, Microsoft's listing 300. */
const ICON_SIZES = [16, 32, 64, 80, 128, 192, 300] as const;

export interface BuildOptions {
  /** Where dist/excel is going to be served, for its manifest. */
  readonly baseUrl?: string;
  readonly outDir: string;
  /** What VERSION answers; package.json's, unless it is said. */
  readonly version?: string;
  /** Who helps, an address of the web or of mail, for the page of support; else whoever provides the add-in. */
  readonly contact?: string;
}

/** Writes dist/excel: a static site, and the manifest that points to it. The parts of earlier builds stay. */
export async function buildExcel({ baseUrl = LOCAL_BASE_URL, outDir, version, contact }: BuildOptions): Promise<void> {
  const target = `${outDir}/excel`;
  const release = version ?? (await packageVersion());
  const base = baseUrl.replace(/\/$/, '');
  const earlier = buildsIn(target);
  clear(target, earlier);
  await mkdir(`${target}/assets`, { recursive: true });
  await Promise.all([
    bundleAll(target, release).then(async build => {
      list(target, build, earlier);
      await writePage(target, build);
      writeServing(target);
    }),
    ...[['functions.json', 'en'] as const, ['functions.zh-CN.json', 'zh'] as const].map(([file, language]) =>
      writeFile(`${target}/${file}`, toJson(functionsMetadata(language, name => pageUrl(base, name, language)))),
    ),
    writeManifest(target, baseUrl, release),
    writePages(target, contact),
    drawIcons(target),
  ]);
}

/** The page asks for parts of its own build only; those that the pane begins with all at once and not one by one. */
async function writePage(target: string, { entries }: Build): Promise<void> {
  const page = await readFile(`${source}taskpane.html`, 'utf8');
  const named = page.replaceAll(/(?<=(?:src|href)=")[\w.]+(?=")/g, name =>
    entries[name] ? `${PARTS}/${entries[name]}` : name,
  );
  const first = reached(
    `${target}/${PARTS}`,
    ['calculate.js', 'pane.js'].map(name => entries[name] ?? name),
  );
  // Not as modules: one that does not come would be lost to the page (addin/part.ts).
  const links = [...first].map(part => `<link rel="preload" as="script" crossorigin href="${PARTS}/${part}">`);
  const styles = `<link rel="stylesheet" href="${PARTS}/${entries['page.css']}">`;
  await writeFile(`${target}/taskpane.html`, named.replace(styles, [...links, styles].join('\n    ')));
}

export async function packageVersion(): Promise<string> {
  const { version }: { readonly version: string } = JSON.parse(await readFile(`${root}package.json`, 'utf8'));
  return version;
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function writeManifest(target: string, baseUrl: string, version: string): Promise<void> {
  const manifest = await readFile(`${root}manifest.xml`, 'utf8');
  await writeFile(`${target}/manifest.xml`, manifestFor(manifest, baseUrl, version));
}

/** Every address of the manifest, moved to where the add-in is served; Excel takes https only, and four figures. */
export function manifestFor(manifest: string, baseUrl: string, version: string): string {
  const url = new URL(baseUrl);
  if (url.protocol !== 'https:') throw new RangeError(`Excel loads add-ins over https only: ${baseUrl}`);
  const base = url.href.replace(/\/$/, '');
  return raisedManifest(manifest, version)
    .replaceAll(`<AppDomain>${LOCAL_BASE_URL}<`, `<AppDomain>${url.origin}<`)
    .replaceAll(`"${LOCAL_BASE_URL}/`, `"${base}/`);
}

export async function drawIcons(target: string): Promise<void> {
  const icon = await readFile(`${source}assets/icon.svg`, 'utf8');
  for (const size of ICON_SIZES) {
    const png = new Resvg(icon, { fitTo: { mode: 'width', value: size } }).render().asPng();
    await writeFile(`${target}/assets/icon-${size}.png`, png);
  }
  const outline = new Resvg(await readFile(`${source}assets/outline.svg`, 'utf8'), {
    fitTo: { mode: 'width', value: 32 },
  });
  await writeFile(`${target}/assets/outline-32.png`, outline.render().asPng());
}
