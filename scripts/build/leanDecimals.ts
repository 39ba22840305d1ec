import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** What big.js can do and the engine does not ask for. */
export const UNUSED = ['mod', 'pow', 'sqrt', 'toExponential', 'toNumber', 'toPrecision'] as const;

/**
 * Leaves out methods of big.js that nobody calls: they hang on its prototype, where a bundler does not see that, and
 * every script that calculates pays for loading them.
 */
export const leanDecimals: Plugin = {
  name: 'lean-decimals',
  setup(build) {
    build.onLoad({ filter: /[\\/]big\.js[\\/]big\.mjs$/ }, async ({ path }) => {
      const source = (await readFile(path, 'utf8')).replaceAll('\r\n', '\n');
      return { contents: UNUSED.reduce(without, source), loader: 'js' };
    });
  },
};

function without(source: string, method: string): string {
  const left = source.replace(new RegExp(String.raw`^P\.${method} = function \(.*\) \{\n(?:.*\n)*?\};\n`, 'm'), '');
  if (left === source) throw new ReferenceError(`big.js has no method ${method} any more`);
  return left;
}
