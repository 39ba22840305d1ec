import type { Run } from './functions/run.ts';
import { loadPart } from './part.ts';

/** The names of all functions, and the part that has them; the build writes them in. */
declare const FUNCTION_NAMES: readonly string[];
declare const CALCULATE: string;

declare global {
  /** What the build puts in the place of `import()`. */
  var kpiPart: typeof loadPart;
}
globalThis.kpiPart = loadPart;

/**
 * Excel begins to calculate as soon as its own library is there, which may be before the engine is. So every name
 * is known at once, and what is asked for earlier waits.
 */
let runOf: ((name: string) => Run) | undefined;
let engine: Promise<(name: string) => Run> | undefined;

/** Where it did not come, the next cell that asks has it tried again. */
function loadEngine(): Promise<(name: string) => Run> {
  engine ??= loadPart<typeof import('./calculate.ts')>(CALCULATE).then(
    loaded => {
      runOf = loaded.runOf;
      return loaded.runOf;
    },
    reason => {
      engine = undefined;
      throw reason;
    },
  );
  return engine;
}

for (const name of FUNCTION_NAMES) {
  CustomFunctions.associate(name, (...given: unknown[]) =>
    runOf ? runOf(name)(...given) : loadEngine().then(late => late(name)(...given)),
  );
}
loadEngine().catch(() => {});
