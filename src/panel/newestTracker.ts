import { repointed } from '../month/repointing.ts';
import { INSERTED, withFormulas } from '../plan/inserted.ts';
import type { Op, TakenNames } from '../plan/op.ts';
import type { Inventory } from './port.ts';

/** What templates call the tracker that they read. */
const TRACKER = 'Tracker';

/** After a month was rolled over, what is inserted reads the tracker of the month at hand. */
export function readingNewest(
  ops: readonly Op[],
  { ours = [], names }: TakenNames & Partial<Inventory>,
): readonly Op[] {
  const open = [...ours].reverse().find(({ template, marks }) => template === 'tracker' && marks.closed === undefined);
  if (!open || open.prefix === TRACKER) return ops;
  const renaming = { from: TRACKER, to: open.prefix, names };
  const reading = (formula: string): string => repointed(formula, renaming);
  return ops.map(op => {
    if (op.op === 'spill') return { ...op, formula: reading(op.formula) };
    // What the sheet keeps of its formulas is what stands in it.
    if (op.op === 'mark' && op.key === INSERTED) return { ...op, value: withFormulas(op.value, reading) };
    if (op.op !== 'formulas') return op;
    return { ...op, formulas: op.formulas.map(line => line.map(reading)) };
  });
}
