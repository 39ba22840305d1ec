/// <reference types="vite/types/importMeta.d.ts" />
import { expect, it } from 'vitest';

/**
 * A change by which a module cannot be loaded is noticed: no test file that imports it runs. Stryker counts failed
 * tests only, so here is one. It loads the modules before any test, as all others do.
 */
const modules = import.meta.glob<unknown>('../../src/{functions,kernel,month}/**/*.ts');
const unloaded: unknown[] = [];
for (const [path, load] of Object.entries(modules)) {
  if (path.includes(`/${process.env.MUTATE_PATH}`)) await load().catch(reason => unloaded.push(reason));
}

it('every module is loaded', () => expect(unloaded).toEqual([]));
