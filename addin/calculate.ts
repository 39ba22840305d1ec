import { cells } from '../src/functions/cells.gen.ts';
import { excelFunctions, type Run } from './functions/run.ts';

const runs = excelFunctions(cells);

/** Functions that give tables are large and seldom called: they are loaded when the first one is. */
export function runOf(name: string): Run {
  return runs.get(name) ?? (async (...given) => (await import('./tables.ts')).runTable(name, given));
}
