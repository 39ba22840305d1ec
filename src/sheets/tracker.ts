import { RAG_STYLES, type RagLight } from '../functions/shared/ragStyles.ts';
import { type Cell, CellError, isBlankText } from '../kernel/cell.ts';
import type { Value } from '../kernel/json.ts';
import { largestOf } from '../kernel/lists.ts';
import { fixedWords, type Text } from '../kernel/text.ts';

/** The style of RAG whose words a language's sheets show. */
export const RAG_STYLE = fixedWords('text', 'zh');

/** What the lights are called on a sheet: the words that RAG writes. */
export const LIGHT_WORDS: Readonly<Record<RagLight, Text>> = {
  red: lightWords('red'),
  amber: lightWords('amber'),
  green: lightWords('green'),
  none: lightWords('none'),
};

function lightWords(light: RagLight): Text {
  return fixedWords(RAG_STYLES.text[light], RAG_STYLES.zh[light]);
}

/** A row of the tracker as it stands in the workbook. */
export interface TrackerRow {
  /** Its place in the table, from 0. */
  readonly row: number;
  readonly person: string;
  readonly product: string;
  readonly region: string;
  readonly target: number | null;
  readonly actual: Value;
  /** The actual is computed by a formula of the user's: it is left alone. */
  readonly hasFormula: boolean;
}

/** The named columns of the tracker, as a host reads them: Tracker_Person … */
export const TRACKER_COLUMNS = ['Person', 'Product', 'Region', 'Target', 'Actual'] as const;

/** Every column from its first row; a tracker whose user took one out has no cells for it. */
export interface TrackerCells {
  readonly Person: readonly Cell[];
  readonly Product: readonly Cell[];
  readonly Region: readonly Cell[];
  readonly Target: readonly Cell[];
  readonly Actual: readonly Cell[];
  /** Which actuals are formulas of the user's. */
  readonly formulas: readonly boolean[];
}

/** The rows of the tracker that say something. Names are kept as they stand: they are what a row is found by. */
export function readTracker(cells: TrackerCells): TrackerRow[] {
  const length = largestOf(TRACKER_COLUMNS.map(name => cells[name].length));
  const rows: TrackerRow[] = [];
  for (let row = 0; row < length; row++) {
    const person = textOf(cells.Person[row]);
    const product = textOf(cells.Product[row]);
    const region = textOf(cells.Region[row]);
    const target = cells.Target[row];
    const actual = held(cells.Actual[row]);
    if (person === '' && product === '' && region === '' && actual === null && typeof target !== 'number') continue;
    const hasFormula = cells.formulas[row] ?? false;
    rows.push({ row, person, product, region, target: typeof target === 'number' ? target : null, actual, hasFormula });
  }
  return rows;
}

function textOf(cell: Cell | undefined): string {
  return typeof cell === 'string' ? cell : typeof cell === 'number' ? String(cell) : '';
}

function held(cell: Cell | undefined): Value {
  if (cell instanceof CellError) return cell.code;
  return cell === undefined || cell === '' ? null : cell;
}

/** A cell of the tracker that should hold a figure, and holds something else. */
export interface Unreadable {
  readonly person: string;
  readonly figure: 'target' | 'actual';
  readonly text: string;
}

/** Spreadsheets sum over such cells as if they were blank: nothing is closed or carried on from them. */
export function unreadableIn(cells: TrackerCells): Unreadable[] {
  return (['Target', 'Actual'] as const).flatMap(name =>
    cells[name].flatMap((cell, row): Unreadable[] => {
      const value = held(cell);
      if (value === null || typeof value === 'number' || (typeof value === 'string' && isBlankText(value))) return [];
      const person = textOf(cells.Person[row]);
      return [{ person, figure: name === 'Target' ? 'target' : 'actual', text: String(value) }];
    }),
  );
}
