import { cells } from '../src/functions/cells.gen.ts';
import type { ExcelCell } from './functions/cells.ts';
import { excelFunctions, type Run } from './functions/run.ts';

const runs = excelFunctions(cells);
let runOfRange: ((name: string) => Run) | undefined;

/**
 * What a column of ten thousand rows calls is there from the start. What reads a whole range, for one figure or for a
 * table, is large and called seldom: it is loaded when the first of it is called.
 */
export function runOf(name: string): Run {
  return runs.get(name) ?? runOfRange?.(name) ?? ((...given) => runLater(name, given));
}

async function runLater(name: string, given: unknown[]): Promise<ExcelCell[][]> {
  ({ runOfRange } = await import('./ranges.ts'));
  return runOfRange(name)(...given);
}
