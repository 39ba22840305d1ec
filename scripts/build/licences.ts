import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Metafile } from 'esbuild';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Data that scripts/generate.ts takes from a package. */
const DATA = /chineseHolidays\.gen\.ts$/;
const HOLIDAYS = 'node_modules/chinese-days';
const PACKAGE = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/** What the licences of the bundled packages ask for: their names and terms, beside the code. */
export async function licencesOf(metafiles: readonly Metafile[]): Promise<string> {
  const inputs = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const folders = new Set(inputs.flatMap(path => PACKAGE.exec(path)?.[0] ?? (DATA.exec(path) ? HOLIDAYS : [])));
  const texts = await Promise.all([...folders].sort().map(licenceIn));
  return texts.join(`\n${'-'.repeat(72)}\n\n`);
}

async function licenceIn(folder: string): Promise<string> {
  const path = `${root}${folder}`;
  const { name, version, license }: Record<string, unknown> = JSON.parse(
    await readFile(`${path}/package.json`, 'utf8'),
  );
  const file = (await readdir(path)).find(entry => /^licen[cs]e/i.test(entry));
  const text = file && (await readFile(`${path}/${file}`, 'utf8')).trim();
  const isNamed = typeof license === 'string';
  if (!isNamed && !text) throw new Error(`${name} ${version} does not say what its licence is.`);
  const called = isNamed ? `${name} ${version} (${license})` : `${name} ${version}`;
  return `${called}\n\n${text ?? 'The package names its licence and brings no text of it.'}\n`;
}
