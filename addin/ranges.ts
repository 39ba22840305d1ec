import { ranges } from '../src/functions/ranges.gen.ts';
import { selftest } from '../src/functions/selftest.ts';
import { excelFunctions, type Run } from './functions/run.ts';

const runs = excelFunctions(ranges);

export function runOfRange(name: string): Run {
  const run = runs.get(name);
  if (!run) throw new ReferenceError(`there is no function ${name}`);
  if (name !== selftest.name) return run;
  // Its examples are with the help, which no other function waits for.
  return async (...given) => {
    await import('./help.ts');
    return run(...given);
  };
}
