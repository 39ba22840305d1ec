import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The folder of test material that may lie beside the checkout; the project does not carry it. */
export const sharedFolder = [join(ROOT, '..', 'shared'), join(ROOT, '..', '..', 'shared')].find(existsSync);

/** For the title of a test that is skipped without it. */
export const withoutShared =
  sharedFolder === undefined ? ' (skipped: there is no folder "shared" beside the checkout)' : '';

export function readShared(path: string, encoding = 'utf-8'): string {
  if (sharedFolder === undefined) throw new Error('there is no folder "shared" beside the checkout');
  return new TextDecoder(encoding).decode(readFileSync(join(sharedFolder, path)));
}
