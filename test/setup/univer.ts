import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';

/** Univer's packages under the names that they are imported by, each a module that Node can load. */
export const UNIVER = '.cache/univer';

/**
 * Univer's packages import named exports of CommonJS modules, which Node alone refuses. Bundled once, they are loaded
 * for each test file as Node loads modules; transformed by Vitest, all that is in them was compiled for each anew.
 */
export async function bundleUniver(root: string): Promise<void> {
  const names = [...new Set(['workbench', 'test'].flatMap(folder => importsIn(join(root, folder))))].sort();
  // Bundled again only where it differs: another run may be reading what stands there.
  const known = join(root, UNIVER, 'bundled');
  const bundled = createHash('sha256')
    .update(names.join())
    .update(readFileSync(fileURLToPath(import.meta.url)))
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(known) && readFileSync(known, 'utf8') === bundled) return;
  rmSync(join(root, UNIVER), { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: Object.fromEntries(names.map(name => [name, `@univerjs/${name}`])),
    outdir: UNIVER,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
    plugins: [assignedFields],
  });
  writeFileSync(known, bundled);
}

/**
 * A figure is an object in Univer, and a tenth of the time went into asking of each field by its name whether it has to
 * be defined or can be assigned. Assigned it always is; over a getter of a class above that throws.
 */
const assignedFields: Plugin = {
  name: 'assigned fields',
  setup({ onLoad }) {
    onLoad({ filter: /@univerjs\/[^/]+\/lib\/es\/.*\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(DEFINED, 'this.$1 = $2;'),
    }));
  },
};
const DEFINED = /\b_defineProperty\(this, "(\w+)", ([^\n]*)\);$/gm;

function importsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path))
    .flatMap(path => [...readFileSync(join(folder, path), 'utf8').matchAll(/(?:from|import) '@univerjs\/([^']+)'/g)])
    .flatMap(([, name]) => name ?? []);
}
