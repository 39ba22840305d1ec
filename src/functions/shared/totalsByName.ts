import { invalid } from '../../kernel/errors.ts';
import { labelKey } from '../../kernel/label.ts';
import type { LabelRange, NumberRange } from '../../kernel/ranges.ts';
import { Sum } from '../../kernel/sum.ts';

export interface NamedTotal {
  readonly name: string;
  readonly value: number;
}

/** Adds up the values of each name, in order of first appearance. A value without a name is an error. */
export function totalsByName(names: LabelRange, values: NumberRange): NamedTotal[] {
  const totals = new Map<string, { name: string; sum: Sum }>();
  // Names are compared once for each spelling, not once for each row.
  const spellings = new Map<string, { name: string; sum: Sum }>();
  values.each((value, index) => {
    const name = names.at(index);
    if (name === null) {
      names.reject(index, invalid('expected a name beside the value, the cell is blank', '数值旁应有名称，单元格为空'));
      return;
    }
    const entry = spellings.get(name) ?? totals.get(labelKey(name)) ?? { name, sum: new Sum() };
    entry.sum.add(value);
    if (spellings.has(name)) return;
    spellings.set(name, entry);
    totals.set(labelKey(name), entry);
  });
  return [...totals.values()].map(({ name, sum }) => ({ name, value: sum.value }));
}
