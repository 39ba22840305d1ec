import { readFile } from 'node:fs/promises';
import { type Plugin, transform } from 'esbuild';

const STRING = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\`(?:[^\`\\$]|\\.)*\`)`;
const TEXT = String.raw`\{\s*en: ${STRING},\s*zh: ${STRING}\s*\}`;
const LABEL = new RegExp(String.raw`\blabel: \{\s*en: ${STRING},\s*(zh: ${STRING})\s*\}`, 'g');
const ABOUT = new RegExp(String.raw`\babout: ${TEXT},?`, 'g');
const FAMILY = new RegExp(String.raw`\bfamily: ${STRING},`);
const FUNCTION_TEXT = new RegExp(
  String.raw`\btext: \{\s*label: ${TEXT},\s*summary: ${TEXT},\s*formula: ${STRING},\s*source: ${STRING}\s*\},?`,
  'g',
);

/**
 * Leaves out what only a person reads: Sheets takes the help from the JSDoc, and every single call of a custom
 * function pays for loading the script. Labels stay, since messages name them.
 */
export const withoutHelp: Plugin = {
  name: 'without-help',
  setup(build) {
    build.onLoad({ filter: /[\\/]src[\\/]functions[\\/].*\.ts$/ }, async ({ path }) => {
      // esbuild's own print of the source is regular, whatever the source looked like.
      const { code } = await transform(await readFile(path, 'utf8'), { loader: 'ts', charset: 'utf8' });
      const contents = code
        .replace(FAMILY, '')
        .replace(FUNCTION_TEXT, '')
        .replace(ABOUT, '')
        .replace(LABEL, 'label: { $1 }');
      return { contents, loader: 'js' };
    });
  },
};
