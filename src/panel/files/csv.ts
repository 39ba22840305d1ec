import Papa from 'papaparse';
import type { Matrix } from '../../kernel/cell.ts';
import { largestOf } from '../../kernel/lists.ts';
import type { Text } from '../../kernel/text.ts';
import { LIMITS, problems } from './limits.ts';
import { breathe, checkStopped, type Watch } from './progress.ts';

const CHUNK = 131_072;

/** The rows of a text with delimiters: the delimiter is found out, quotes and line breaks in fields are understood. */
export async function readCsv(text: string, watch: Watch = {}): Promise<Matrix | Text> {
  checkStopped(watch);
  const rows: string[][] = [];
  let problem: Text | undefined;
  let stopped = false;
  await new Promise<void>((resolve, reject) => {
    Papa.parse<string[]>(text, {
      delimiter: delimiterOf(text),
      skipEmptyLines: false,
      chunkSize: CHUNK,
      chunk({ data, meta }: Papa.ParseResult<string[]>, parser: Papa.Parser) {
        for (const line of data) rows.push(line);
        problem = shapeProblem(data, rows.length);
        if (problem) {
          parser.abort();
          return;
        }
        parser.pause();
        watch.progress?.(Math.min(1, meta.cursor / text.length));
        void breathe().then(() => {
          stopped = watch.signal?.aborted ?? false;
          if (stopped) parser.abort();
          else parser.resume();
        });
      },
      complete: () => resolve(),
      error: reject,
    });
  });
  if (stopped) checkStopped(watch);
  if (problem) return problem;
  while (isBlank(rows[rows.length - 1])) rows.pop();
  return rows.length === 0 ? problems.noRows : rows;
}

function isBlank(line: readonly string[] | undefined): boolean {
  return line?.every(cell => cell.trim() === '') ?? false;
}

function shapeProblem(lines: readonly (readonly string[])[], rows: number): Text | undefined {
  if (rows > LIMITS.rows) return problems.tooManyRows;
  const widest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return widest > LIMITS.columns ? problems.tooManyColumns(widest) : undefined;
}

const DELIMITERS = [',', '\t', ';', '|', '，'];
const HEAD = 65_536;

/** The one that cuts the first lines into the most columns of the same number. */
export function delimiterOf(text: string): string {
  let best = ',';
  let most = 0;
  for (const delimiter of DELIMITERS) {
    const { data } = Papa.parse<string[]>(text.slice(0, HEAD), { delimiter, preview: 30 });
    const widths = data.filter(line => line.length > 1 || (line[0] ?? '').trim() !== '').map(line => line.length);
    const counts = new Map<number, number>();
    for (const width of widths) if (width > 1) counts.set(width, (counts.get(width) ?? 0) + 1);
    const score = largestOf(
      [...counts].map(([width, lines]) => lines * lines * width),
      0,
    );
    if (score > most) {
      most = score;
      best = delimiter;
    }
  }
  return best;
}
