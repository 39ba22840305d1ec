import { readFile } from 'node:fs/promises';
import { type Plugin, transform } from 'esbuild';
import { plainFields } from './plainFields.ts';

const STRING = String.raw`(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\`(?:[^\`\\$]|\\.)*\`)`;
const LABEL = new RegExp(String.raw`\blabel: say\(\s*${STRING},\s*(${STRING})\s*\)`, 'g');
const ABOUT = new RegExp(String.raw`\babout: say\(\s*${STRING},\s*${STRING}\s*\),? ?`, 'g');

/** A property on lines of its own, as esbuild prints them: it ends where its indentation comes back. */
const property = (name: string): RegExp =>
  new RegExp(String.raw`^( *)${name}: (?:${STRING}|[[{].*[\]}]|[[{]\n(?:.*\n)*?\1[\]}]),?\n`, 'gm');

/** Other functions have texts of their own that they calculate with; a function's help begins with its label. */
const FUNCTION_TEXT = /^( *)text: \{(?: \.\.\..*\}|\n *label: (?:.*\n)*?\1\}),?\n/gm;

const HELP = [FUNCTION_TEXT, ...['family', 'about'].map(property)];
const EXAMPLES = property('examples');

/** What a function becomes in a workbook for people without the add-in: nothing that calculates asks for it. */
const TWIN = /^export const native = (?:.*;\n|.*[{([]\n(?:.*\n)*?[})\]]+;\n)/gm;

/**
 * Leaves out what only a person reads: Sheets takes the help from the JSDoc and Excel from functions.json, and
 * every script that calculates pays for loading it. Labels stay in Chinese, since messages name them so.
 */
export function withoutHelp({ examples }: { readonly examples: boolean }): Plugin {
  const unread = examples ? HELP : [...HELP, EXAMPLES];
  return {
    name: 'without-help',
    setup(build) {
      build.onLoad({ filter: /[\\/]src[\\/](?:functions|kernel)[\\/].*\.ts$/ }, async ({ path }) => {
        // esbuild's own print of the source is regular, whatever the source looked like.
        const { code } = await transform(await readFile(path, 'utf8'), {
          loader: 'ts',
          charset: 'utf8',
          ...plainFields,
        });
        // The one twin that many functions have is as short as its name.
        const left = /[\\/]shared[\\/]/.test(path) ? unread : [TWIN, ...unread];
        const help = left.reduce((rest, pattern) => rest.replace(pattern, ''), code);
        // Read as TypeScript, what was imported for the twin only is not imported any more.
        return { contents: help.replace(ABOUT, '').replace(LABEL, 'label: { zh: $1 }'), loader: 'ts' };
      });
    },
  };
}
