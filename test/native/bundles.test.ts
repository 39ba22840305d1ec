import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { bundleCode } from '../../scripts/build/sheets.ts';

/** What only twins say. */
const TWINS = /SUMPRODUCT|LEN\(|NETWORKDAYS\(/;

it('the functions bundle and Code.js hold no twins', async () => {
  const entry = fileURLToPath(new URL('../../addin/functions.ts', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
  });
  const found = [outputFiles[0]?.text ?? '', await bundleCode()].map(text => TWINS.exec(text)?.[0]);
  expect(found).toEqual([undefined, undefined]);
});
