import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One build of the Excel add-in: its parts have their content in their names, so parts of several stand side by side. */
export interface Build {
  readonly version: string;
  /** By the name in the sources, such as pane.js, the part that the page asks for. */
  readonly entries: Readonly<Record<string, string>>;
  readonly files: readonly string[];
}

/**
 * So many builds back a client may be. Pages, functions.js and what a shared runtime has loaded ask for the parts that
 * they were built with, a day later (Excel keeps functions.js) or as long as a workbook stays open.
 */
export const KEPT_BUILDS = 20;

const LIST = 'builds.json';

/** Where all parts are, so that hosts can be told in one rule that they never change. */
export const PARTS = 'parts';

/** The builds whose parts a folder holds, the newest first. */
export function buildsIn(folder: string): readonly Build[] {
  if (!existsSync(join(folder, LIST))) return [];
  return (JSON.parse(readFileSync(join(folder, LIST), 'utf8')) as Listed).builds;
}

interface Listed {
  readonly builds: readonly Build[];
}

/** The part of the newest build that is called so in the sources. */
export function entryIn(folder: string, name: string): string {
  const entry = buildsIn(folder)[0]?.entries[name];
  if (!entry) throw new ReferenceError(`${folder} has no ${name}`);
  return entry;
}

/** Takes out of the folder what is not of the builds that are kept. */
export function clear(folder: string, kept: readonly Build[]): void {
  const parts = new Set(kept.flatMap(({ files }) => files));
  const remove = (file: string) => rmSync(join(folder, file), { recursive: true, force: true });
  mkdirSync(join(folder, PARTS), { recursive: true });
  for (const file of readdirSync(join(folder, PARTS))) if (!parts.has(file)) remove(join(PARTS, file));
  for (const file of readdirSync(folder)) if (file !== PARTS && file !== LIST) remove(file);
}

/** Writes down what the folder holds now; the same build once more is no further one, and one whose parts are gone none. */
export function list(folder: string, newest: Build, earlier: readonly Build[]): void {
  const isWhole = ({ files }: Build) => files.every(file => existsSync(join(folder, PARTS, file)));
  const others = earlier.filter(build => build.files.join() !== newest.files.join() && isWhole(build));
  writeFileSync(
    join(folder, LIST),
    `${JSON.stringify({ builds: [newest, ...others.slice(0, KEPT_BUILDS - 1)] }, null, 2)}\n`,
  );
}

/** A part's name leads nowhere else. */
const PART = /^[\w-]+(?:\.[\w-]+)+$/;

/** The parts of what is served now, a folder or an https address, put where the next build finds them. */
export async function bringOver(from: string, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  if (!/^https?:/.test(from)) {
    for (const file of [LIST, PARTS]) cpSync(join(from, file), join(folder, file), { recursive: true });
    return;
  }
  const base = new URL(`${from.replace(/\/$/, '')}/`);
  await download(base, LIST, folder);
  const files = [...new Set(buildsIn(folder).flatMap(build => build.files))];
  for (const file of files) if (!PART.test(file)) throw new RangeError(`${base}${LIST} names ${file}`);
  await Promise.all(files.map(file => download(base, `${PARTS}/${file}`, folder)));
}

async function download(base: URL, file: string, folder: string): Promise<void> {
  const response = await fetch(new URL(file, base));
  if (!response.ok) throw new Error(`${new URL(file, base)}: ${response.status} ${response.statusText}`);
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), Buffer.from(await response.arrayBuffer()));
}
