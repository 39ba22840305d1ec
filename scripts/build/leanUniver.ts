import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { OnLoadResult, Plugin } from 'esbuild';

/** The tables of Unicode that cjk-regex asks for, of the eighteen that unicode-regex has. */
const ASKED = ['Block', 'General_Category', 'Script'] as const;

/** What Univer's drawing of documents imports, and nothing of a spreadsheet comes to. */
const STANDINS: Readonly<Record<string, string>> = {
  // Shapes letters by a font's own file. Only a font library that somebody fills does so, and nobody does.
  'opentype.js': `export const parse = () => { throw new Error('The workbench has no font files.'); };`,
  // Tells a text's language, to hyphenate it. Neither Excel nor Google Sheets hyphenates.
  'franc-min': `export const franc = () => 'und';`,
  dictionary: 'export {};',
};
/** By language, such as ./de-1996-BL6awyxG.js. */
const DICTIONARY = /^\.\/[a-z-]+(?:-\d{4})?-[\w-]{8}\.js$/;
/** Of lists and comments, which few people see; as texts they are a fifth of the script, and nothing makes them smaller. */
const PICTURE = /"data:image\/(png|jpeg);base64,([\w+/=]{4000,})"/g;

/**
 * Leaves out what Univer imports at its start and a spreadsheet never uses, and has its pictures come when they are
 * shown: together two fifths of what the first sheet would wait for.
 */
export const leanUniver: Plugin = {
  name: 'lean-univer',
  setup(build) {
    const pictures = new Map<string, Buffer>();
    build.onResolve({ filter: /^(?:opentype\.js|franc-min)$/ }, ({ path }) => ({ path, namespace: 'stand-in' }));
    build.onResolve({ filter: DICTIONARY }, ({ importer, kind }) =>
      kind === 'dynamic-import' && /[\\/]engine-render[\\/]/.test(importer)
        ? { path: 'dictionary', namespace: 'stand-in' }
        : undefined,
    );
    build.onLoad({ filter: /.*/, namespace: 'stand-in' }, ({ path }) => ({ contents: STANDINS[path] ?? '' }));
    build.onLoad({ filter: /[\\/]unicode-regex[\\/]lib[\\/]data\.generated[\\/]index\.js$/ }, tables);
    build.onLoad({ filter: /[\\/]@univerjs[\\/](?:docs|sheets)-ui[\\/]lib[\\/]es[\\/]index\.js$/ }, ({ path }) =>
      withoutPictures(path, pictures),
    );
    build.onResolve({ filter: /^picture:/ }, ({ path }) => ({ path: path.slice(8), namespace: 'picture' }));
    build.onLoad({ filter: /.*/, namespace: 'picture' }, ({ path }) => ({
      contents: pictures.get(path) ?? '',
      loader: 'file',
    }));
  },
};

async function tables({ path }: { readonly path: string }): Promise<OnLoadResult> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  const asked = ASKED.map(table => {
    const line = lines.find(candidate => candidate.startsWith(`export * as ${table} from `));
    if (line === undefined) throw new ReferenceError(`unicode-regex has no table ${table} any more`);
    return line;
  });
  return { contents: asked.join('\n'), loader: 'js' };
}

async function withoutPictures(path: string, pictures: Map<string, Buffer>): Promise<OnLoadResult> {
  const names = new Set<string>();
  const source = (await readFile(path, 'utf8')).replace(PICTURE, (_, kind: string, data: string) => {
    const bytes = Buffer.from(data, 'base64');
    const name = `picture${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}`;
    pictures.set(`${name}.${kind}`, bytes);
    names.add(`${name}.${kind}`);
    return name;
  });
  const imports = [...names].map(file => `import ${file.replace(/\..*/, '')} from 'picture:${file}';`);
  return { contents: [...imports, source].join('\n'), loader: 'js' };
}
