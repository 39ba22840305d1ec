import { RowSplitter } from './splitRows.ts';

/** What may stand between fields. */
export const DELIMITERS = [',', '\t', ';', '|', '，', '；', '^', '~'] as const;

const LINES = 60;

export interface FoundDelimiter {
  readonly delimiter: string;
  /** The fields of a row. */
  readonly width: number;
}

/**
 * The one that cuts the heading line as the rows below it: the more lines agree the better, and a first line of figures
 * is no heading line, so that the commas of amounts and addresses are not taken for it.
 */
export function findDelimiter(text: string, clipboard = false): FoundDelimiter {
  const candidates = clipboard && text.includes('\t') ? (['\t'] as const) : DELIMITERS;
  let best: FoundDelimiter = { delimiter: candidates[0], width: 1 };
  let most = 0;
  for (const delimiter of candidates) {
    const { score, width } = scoreOf(firstLines(text, delimiter, clipboard));
    if (score <= most) continue;
    most = score;
    best = { delimiter, width };
  }
  return best;
}

/** How wide the rows are that a delimiter cuts. */
export function widthBy(text: string, delimiter: string, clipboard = false): number {
  return scoreOf(firstLines(text, delimiter, clipboard)).width;
}

function firstLines(text: string, delimiter: string, clipboard: boolean): string[][] {
  const splitter = new RowSplitter(text, { delimiter, clipboard });
  const lines: string[][] = [];
  while (!splitter.done && lines.length < LINES) {
    const line = splitter.next();
    if (line.some(field => field.trim() !== '')) lines.push(line);
  }
  return lines;
}

function scoreOf(lines: readonly (readonly string[])[]): { score: number; width: number } {
  const counts = new Map<number, number>();
  for (const { length } of lines) if (length > 1) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [width, agreeing] = [...counts].sort((a, b) => b[1] * b[0] - a[1] * a[0])[0] ?? [1, 0];
  if (width < 2) return { score: 0, width: 1 };
  const first = lines.find(({ length }) => length === width) ?? [];
  const isHeading = first.filter(field => FIGURE.test(field)).length * 2 < first.length;
  const share = agreeing / lines.length;
  // Of two that cut every line alike the one with more columns.
  return { score: share ** 2 * (isHeading ? 1 : 0.3) * (1 + width / 200), width };
}

const FIGURE = /\d/;
