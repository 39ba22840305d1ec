import { repointed } from '../month/change/repointing.ts';
import { INSERTED, withFormulas } from '../plan/inserted.ts';
import { namesAtHeadings } from '../plan/namedColumns.ts';
import type { Op, TakenNames } from '../plan/op.ts';
import type { SheetSpec } from '../plan/sheetSpec.ts';
import type { Inventory } from '../port/port.ts';
import { TRACKER_PREFIX } from '../sheets/prefixes.ts';
import { openTracker } from './openTracker.ts';

/** After a month was rolled over, what is inserted reads the tracker of the month at hand. */
export function readingNewest(
  ops: readonly Op[],
  { ours = [], names }: TakenNames & Partial<Inventory>,
): readonly Op[] {
  const open = openTracker(ours);
  if (!open || open.prefix === TRACKER_PREFIX) return ops;
  const renaming = { from: TRACKER_PREFIX, to: open.prefix, names };
  const reading = (formula: string): string => repointed(formula, renaming);
  return ops.map(op => {
    if (op.op === 'spill') return { ...op, formula: reading(op.formula) };
    // What the sheet keeps of its formulas is what stands in it.
    if (op.op === 'mark' && op.key === INSERTED) return { ...op, value: withFormulas(op.value, reading) };
    if (op.op !== 'formulas') return op;
    return { ...op, formulas: op.formulas.map(line => line.map(reading)) };
  });
}

/**
 * Prefixes, as a template calls them, of sheets that it will read in which names begin below headings: an earlier
 * version inserted those, and a first row would be taken for a heading.
 */
export function namesBelow({ needs = [] }: SheetSpec, { ours = [] }: TakenNames & Partial<Inventory>): string[] {
  const called = needs.flatMap(({ names }) => Object.keys(names).map(name => name.slice(0, name.indexOf('_'))));
  return [...new Set(called)].filter(prefix => {
    const read = (prefix === TRACKER_PREFIX && openTracker(ours)) || ours.find(sheet => sheet.prefix === prefix);
    return read !== undefined && namesAtHeadings(read).length === 0;
  });
}
