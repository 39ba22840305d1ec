import { invalid } from '../../kernel/errors.ts';
import { labelKey } from '../../kernel/label.ts';
import type { LabelRange, NumberRange } from '../../kernel/ranges.ts';
import { Sums } from '../../kernel/sum.ts';

export interface NamedTotal {
  readonly name: string;
  readonly value: number;
}

/** So many spellings are known again; where more are different, to know them all costs more than it saves. */
const MOST_SPELLINGS = 10_000;

/** Adds up the values of each name, in order of first appearance. A value without a name is an error. */
export function totalsByName(names: LabelRange, values: NumberRange): NamedTotal[] {
  const found: string[] = [];
  const sums = new Sums();
  const places = new Map<string, number>();
  // Names are compared once for each spelling, not once for each row.
  const spellings = new Map<string, number>();
  const placeOf = (name: string): number => {
    const key = labelKey(name);
    const place = places.get(key) ?? found.length;
    if (place === found.length) {
      found.push(name);
      places.set(key, place);
    }
    if (spellings.size < MOST_SPELLINGS) spellings.set(name, place);
    return place;
  };
  values.each((value, index) => {
    const name = names.at(index);
    if (name === null) {
      names.reject(index, invalid('expected a name beside the value, the cell is blank', '数值旁应有名称，单元格为空'));
      return;
    }
    sums.add(spellings.get(name) ?? placeOf(name), value);
  });
  return found.map((name, place) => ({ name, value: sums.at(place) }));
}
