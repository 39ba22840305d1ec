import type { Label, Labels, SheetTexts } from './relabel.ts';

/** What `labels` is going to write over, so that it can be written back. */
export function before({ cells, notes }: SheetTexts, labels: Labels): Labels {
  const were = (all: readonly Label[], changed: readonly Label[]): Label[] =>
    all.filter(({ row, column }) => changed.some(label => label.row === row && label.column === column));
  return { cells: were(cells, labels.cells), notes: were(notes, labels.notes) };
}
