import { endsSlice } from '../../kernel/slices.ts';

const RUN = 1000;

/**
 * Sorts as `sort` does, equal items in the order in which they came, slice by slice: short runs first, which are merged
 * two by two. It yields `done`.
 */
export function* slicedSort<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
  done = 0,
): Generator<number, Item[]> {
  let runs: Item[][] = [];
  for (let from = 0; from < items.length; from += RUN) {
    runs.push(items.slice(from, from + RUN).sort(compare));
    yield done;
  }
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let index = 0; index < runs.length; index += 2) {
      merged.push(yield* merging(runs[index] ?? [], runs[index + 1] ?? [], compare, done));
    }
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merging<Item>(
  first: readonly Item[],
  second: readonly Item[],
  compare: (a: Item, b: Item) => number,
  done: number,
): Generator<number, Item[]> {
  const merged: Item[] = [];
  let [at, other] = [0, 0];
  while (at < first.length && other < second.length) {
    const [a, b] = [first[at] as Item, second[other] as Item];
    if (compare(a, b) <= 0) {
      merged.push(a);
      at++;
    } else {
      merged.push(b);
      other++;
    }
    if (endsSlice(merged.length)) yield done;
  }
  for (; at < first.length; at++) merged.push(first[at] as Item);
  for (; other < second.length; other++) merged.push(second[other] as Item);
  return merged;
}
