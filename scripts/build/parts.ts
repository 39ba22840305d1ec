import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { catalogue } from '../../src/functions/catalogue.gen.ts';

const addin = fileURLToPath(new URL('../../addin/', import.meta.url));
const source = fileURLToPath(new URL('../../src/', import.meta.url));

/**
 * esbuild makes a file of its own for every set of parts that reach the same modules. Where all parts reach the
 * whole engine, it stays one file.
 */
const ENGINE = `
export { catalogue as engine } from '${source}functions/catalogue.gen.ts';
export { languageOf } from '${source}kernel/text.ts';
`;

/** By function, what is to be assigned to it and to its parameters. */
const help = catalogue.map(({ name, family, text, examples, parameters }) => ({
  name,
  fn: { family, text, examples },
  parameters: parameters.map(({ label, about }) => ({ label, about })),
}));

const RETURN_HELP = `
import { catalogue } from '${source}functions/catalogue.gen.ts';
for (const { name, fn, parameters } of ${JSON.stringify(help)}) {
  const bare = catalogue.find(bare => bare.name === name);
  Object.assign(bare, fn);
  parameters.forEach((parameter, index) => Object.assign(bare.parameters[index], parameter));
}`;

/** The parts of the Excel add-in: addin/help.ts gives back what `withoutHelp` has left out of the engine. */
export const parts: Plugin = {
  name: 'parts',
  setup(build) {
    build.onLoad({ filter: /[\\/]addin[\\/]help\.ts$/ }, () => ({ contents: RETURN_HELP + ENGINE, loader: 'ts' }));
    build.onLoad({ filter: /[\\/]panel[\\/]loadedLibrary\.ts$/ }, async ({ path }) => ({
      contents: `${await readFile(path, 'utf8')}import '${addin}help.ts';\n`,
      loader: 'ts',
    }));
  },
};
