import type { Cell } from '../kernel/cell.ts';
import type { Text } from '../kernel/text.ts';
import { DEAL_FIELDS } from '../month/import/dealField.ts';
import { headingKey } from '../month/import/headingKey.ts';
import { SHEET_HEADING } from '../month/import/runningColumns.ts';
import { monthText, yearIn } from './crossTable.ts';
import { type FileLayout, filledCells, type TableAnswers } from './layout.ts';
import { matched } from './matched.ts';
import { isMonth, lacksYear } from './monthColumns.ts';

export const EMPTY: FileLayout = {
  cells: [],
  headingRow: 0,
  rowNumbers: [],
  left: [],
  bad: new Map(),
  notes: [],
  questions: [],
};

export function headingKeys(line: readonly Cell[] = []): string[] {
  return line.map(cell => headingKey(String(cell ?? '')));
}

interface Joined {
  readonly layout: FileLayout;
  /** The sheet of each row. */
  readonly sheetOf: readonly (string | undefined)[];
}

/** Sheets one below the other, by their headings; what a sheet is called becomes a column, its month where it is one. */
export function joinSheets(
  layouts: readonly FileLayout[],
  names: readonly string[],
  answers: TableAnswers & { readonly title: string },
): Joined {
  const [first = EMPTY] = layouts;
  const months = !isDated(first) && names.every(isMonth);
  const year = answers.year ?? yearIn(answers.title);
  const isAsked = months && year === undefined && names.some(lacksYear);
  const heading = [...(first.cells[first.headingRow] ?? []), months ? DEAL_FIELDS.month.label.en : SHEET_HEADING];
  const cells: (readonly Cell[])[] = [heading];
  const rowNumbers = [first.rowNumbers[first.headingRow] ?? 1];
  const sheetOf: (string | undefined)[] = [undefined];
  const bad = new Map<number, Text>();
  for (const [index, layout] of layouts.entries()) {
    const name = names[index] ?? '';
    const places = placesOf(first, layout);
    for (let row = layout.headingRow + 1; row < layout.cells.length; row++) {
      const line = layout.cells[row] ?? [];
      const reason = layout.bad.get(row);
      if (reason) bad.set(cells.length, reason);
      const tag = filledCells(line).length === 0 ? null : months ? monthText(name, year) : name;
      cells.push([...places.map(place => line[place] ?? null), tag]);
      rowNumbers.push(layout.rowNumbers[row] ?? row + 1);
      sheetOf.push(name);
    }
  }
  const questions = layouts.flatMap(each => each.questions);
  const layout: FileLayout = {
    cells,
    headingRow: 0,
    rowNumbers,
    bad,
    left: layouts.flatMap(each => each.left),
    notes: firstOf(
      layouts.flatMap(each => each.notes),
      ({ text }) => text.en,
    ),
    questions: firstOf([...questions, ...(isAsked ? [{ ask: 'year', values: names } as const] : [])], ({ ask }) => ask),
  };
  return { layout, sheetOf };
}

/** Where the columns of one table stand in another. */
function placesOf(first: FileLayout, other: FileLayout): number[] {
  const own = headingKeys(other.cells[other.headingRow]);
  return headingKeys(first.cells[first.headingRow]).map((key, column) =>
    own[column] === key ? column : own.indexOf(key),
  );
}

function isDated({ cells }: FileLayout): boolean {
  const { columns } = matched(cells);
  return columns.closed !== undefined || columns.month !== undefined;
}

function firstOf<Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[] {
  const seen = new Set<string>();
  return values.filter(value => !seen.has(keyOf(value)) && seen.add(keyOf(value)));
}
