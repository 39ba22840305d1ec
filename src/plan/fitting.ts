import type { Label, Labels, SheetTexts } from './relabel.ts';

/** What `labels` is going to write over, so that it can be written back. */
export function before({ cells, notes }: SheetTexts, labels: Labels): Labels {
  const were = (all: readonly Label[], changed: readonly Label[]): Label[] =>
    all.filter(({ row, column }) => changed.some(label => label.row === row && label.column === column));
  return { cells: were(cells, labels.cells), notes: were(notes, labels.notes) };
}

export interface Fitting {
  readonly labels: Labels;
  /** What they are going to write over. */
  readonly before: Labels;
  /** So many places hold something else by now, and stay as they are. */
  readonly left: number;
}

/** The labels that find what they were made for; where one stands already, nothing is to be done. */
export function fitting(labels: Labels, were: Labels, now: SheetTexts): Fitting {
  let left = 0;
  const fits = (all: readonly Label[], before: readonly Label[], standing: readonly Label[]): Label[] =>
    all.filter(label => {
      const text = textAt(standing, label);
      if (text === label.text) return false;
      const fit = text !== undefined && text === textAt(before, label);
      if (!fit) left++;
      return fit;
    });
  const found = { cells: fits(labels.cells, were.cells, now.cells), notes: fits(labels.notes, were.notes, now.notes) };
  return { labels: found, before: before(now, found), left };
}

function textAt(labels: readonly Label[], { row, column }: Label): string | undefined {
  return labels.find(label => label.row === row && label.column === column)?.text;
}
