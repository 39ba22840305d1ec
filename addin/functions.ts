import type { Run } from './functions/run.ts';

/** The names of all functions; the build writes them in. */
declare const FUNCTION_NAMES: readonly string[];

/**
 * Excel begins to calculate as soon as its own library is there, which may be before the engine is. So every name
 * is known at once, and what is asked for earlier waits.
 */
let runOf: ((name: string) => Run) | undefined;
const engine = import('./calculate.ts').then(loaded => {
  runOf = loaded.runOf;
  return loaded.runOf;
});

for (const name of FUNCTION_NAMES) {
  CustomFunctions.associate(name, (...given: unknown[]) =>
    runOf ? runOf(name)(...given) : engine.then(late => late(name)(...given)),
  );
}
