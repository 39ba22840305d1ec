import type { Cell } from '../../kernel/cell.ts';
import { type CleaningChange, shownCell } from './cleaning.ts';
import type { ChangeCount } from './deal.ts';
import type { DealField } from './dealField.ts';

const EXAMPLES = 3;

/** Counts what cleaning did, and keeps the first examples of each kind. */
export class ChangeLog {
  private readonly counts = new Map<string, { count: number; examples: ChangeCount['examples'][number][] } & Kind>();

  note(kind: Kind, row: number, before: Cell, after: string): void {
    const key = `${kind.field} ${kind.change}`;
    const entry = this.counts.get(key) ?? { ...kind, count: 0, examples: [] };
    entry.count++;
    if (entry.examples.length < EXAMPLES) entry.examples.push({ row, before: shownCell(before), after });
    this.counts.set(key, entry);
  }

  get list(): readonly ChangeCount[] {
    return [...this.counts.values()];
  }
}

interface Kind {
  readonly field: DealField;
  readonly heading: string;
  readonly change: CleaningChange;
}
