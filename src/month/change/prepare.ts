import type { ChangeSet } from './changeSet.ts';
import type { ReadColumn } from './fitToWorkbook.ts';
import { type Located, locate } from './locate.ts';
import { type BookNow, type SheetAction, type SheetPlans, settle } from './sheetChanges.ts';

/** A change set as a host carries it out: figures at known places, and what happens to sheets. */
export interface Prepared extends Located {
  readonly actions: readonly SheetAction[];
  /** What is noted before the first write, so that it can be finished or taken back from wherever it stopped. */
  readonly open: ChangeSet;
}

/** Finds out what is to be done in the workbook as it is now. With conflicts nothing is to be written. */
export function prepare(set: ChangeSet, read: ReadColumn, book: BookNow, plans: SheetPlans = {}): Prepared {
  const located = locate(set, read);
  const { changes, actions, conflicts } = settle(set, book, plans);
  const wanted = new Set<unknown>(changes);
  const left = located.fitted.changes.filter(
    change => change.kind === 'cells' || change.kind === 'append' || change.kind === 'remove' || wanted.has(change),
  );
  return {
    ...located,
    fitted: { ...set, changes: left },
    conflicts: [...located.conflicts, ...conflicts],
    actions,
    open: { ...set, changes: [...changes, ...located.cells.changes] },
  };
}
