import { labelKey } from '../../kernel/label.ts';
import type { LabelRange } from '../../kernel/ranges.ts';

/** How often each label stands in a range. Labels are compared once for each spelling, not once for each cell. */
export function countByLabel(labels: LabelRange): Map<string, number> {
  const spellings = new Map<string, number>();
  labels.each(label => spellings.set(label, (spellings.get(label) ?? 0) + 1));
  const counts = new Map<string, number>();
  for (const [spelling, count] of spellings) {
    const key = labelKey(spelling);
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
  return counts;
}
