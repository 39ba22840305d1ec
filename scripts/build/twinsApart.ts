import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Plugin, transform } from 'esbuild';
import { plainFields } from './plainFields.ts';

const SUFFIX = '?native';
const IMPORT = /import \{ (\w+), (native as \w+) \} from '(\.\/\w+\.ts)';/g;

/** A function's definition, as esbuild prints it. */
const DEFINITION = /^export const \w+ = defineFunction\(\{\n(?:.*\n)*?\}\);\n/gm;

/**
 * A twin stands in the file of its function, and esbuild puts a file into one part as a whole. So that nobody loads
 * twins who only calculates, the part that shares workbooks gets each file once more, with nothing but its twin.
 */
export const twinsApart: Plugin = {
  name: 'twins-apart',
  setup(build) {
    build.onLoad({ filter: /[\\/]natives\.gen\.ts$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const apart = (_: string, name: string, twin: string, file: string): string =>
        `import { ${name} } from '${file}';\nimport { ${twin} } from '${file}${SUFFIX}';`;
      return { contents: source.replace(IMPORT, apart), loader: 'ts' };
    });
    build.onResolve({ filter: /\?native$/ }, ({ path, importer }) => ({
      path: resolve(dirname(importer), path.slice(0, -SUFFIX.length)),
      suffix: SUFFIX,
    }));
    build.onLoad({ filter: /[\\/]src[\\/]functions[\\/]\w+\.ts$/ }, async ({ path, suffix }) => {
      if (suffix !== SUFFIX) return undefined;
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', charset: 'utf8', ...plainFields });
      // Read as TypeScript, what is imported for the definition only is not imported any more.
      return { contents: code.replace(DEFINITION, ''), loader: 'ts' };
    });
  },
};
