import type { Plugin } from 'esbuild';

/** Sheets runs the script anew for every call of a custom function, so no table comes a second time. */
export const nothingKnown: Plugin = {
  name: 'nothing-known',
  setup(build) {
    build.onLoad({ filter: /[\\/]kernel[\\/]known\.ts$/ }, () => ({
      contents: 'export const known = make => make;',
    }));
  },
};
