/** One thing that can be found: what it is called, what people also call it, and what else is said about it. */
export interface Entry<Item> {
  readonly item: Item;
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly texts: readonly string[];
}

interface Indexed<Item> {
  readonly item: Item;
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly all: string;
}

export type Search<Item> = (query: string) => readonly Item[];

/** Full-width and half-width, upper and lower case, underscores, dots and blanks are alike. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_.·/,;:、，。（）()"“”=-]+/g, ' ')
    .trim();
}

/**
 * Finds the entries that hold every word of a query: first those that are called so or whose name begins so, then those
 * that people also call so, then the rest.
 */
export function searchOf<Item>(entries: readonly Entry<Item>[]): Search<Item> {
  const indexed: Indexed<Item>[] = entries.map(({ item, names, words, texts }) => ({
    item,
    names: names.map(plain),
    words: words.map(plain),
    all: plain([...names, ...words, ...texts].join(' ')),
  }));
  return query => {
    // People search for a function by what they see in a cell: "=KPI.NPS(" or "KPI_NPS".
    const wanted = plain(query).replace(/^kpi (?=.)/, '');
    if (wanted === '') return indexed.map(({ item }) => item);
    const words = wanted.split(' ');
    return indexed
      .filter(({ all }) => words.every(word => all.includes(word)))
      .map((entry, position) => ({ entry, position, rank: rankOf(entry, wanted) }))
      .sort((a, b) => a.rank - b.rank || a.position - b.position)
      .map(({ entry }) => entry.item);
  };
}

function rankOf({ names, words }: Indexed<unknown>, wanted: string): number {
  const isWanted = (name: string): boolean => name === wanted;
  const begins = (name: string): boolean => name.startsWith(wanted);
  if (names.some(isWanted)) return 0;
  if (names.some(begins)) return 1;
  if (words.some(isWanted)) return 2;
  if (words.some(begins)) return 3;
  return names.some(name => name.includes(wanted)) ? 4 : 5;
}
