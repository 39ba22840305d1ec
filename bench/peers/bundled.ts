import { loadBundled } from '../../scripts/build/loadBundled.ts';

export function loadUniver(): Promise<typeof import('./univer.ts')> {
  return loadBundled(new URL('univer.ts', import.meta.url));
}
