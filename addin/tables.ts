import { selftest } from '../src/functions/selftest.ts';
import { tables } from '../src/functions/tables.gen.ts';
import type { ExcelCell } from './functions/cells.ts';
import { excelFunctions } from './functions/run.ts';

const runs = excelFunctions(tables);

export async function runTable(name: string, given: readonly unknown[]): Promise<ExcelCell[][]> {
  // Its examples are with the help, which no other function waits for.
  if (name === selftest.name) await import('./help.ts');
  const run = runs.get(name);
  if (!run) throw new ReferenceError(`there is no function ${name}`);
  return run(...given);
}
