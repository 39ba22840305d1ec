import { CellError } from '../../src/kernel/cell.ts';
import type { Value } from '../../src/kernel/json.ts';
import { cellReader } from '../functions/arguments.ts';
import { rangeNamed, type SentCell } from '../server/inspect.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Range = GoogleAppsScript.Spreadsheet.Range;

/** A named column on its way to the sidebar. */
export interface SentColumn {
  readonly cells: readonly SentCell[];
  readonly formulas: readonly boolean[];
}

export interface SentColumns {
  readonly columns: Readonly<Record<string, SentColumn>>;
  /** Names that are to be asked for again: together they would be too much for one answer. */
  readonly left: readonly string[];
}

/** What google.script.run carries in good time; one column more may come. */
const CELLS_A_CALL = 40_000;

export function sendColumns(names: readonly string[], spreadsheet: Spreadsheet): SentColumns {
  const toCell = cellReader(() => spreadsheet.getSpreadsheetTimeZone());
  const sent = (value: unknown): SentCell => {
    const cell = toCell(value);
    return cell instanceof CellError ? [cell.code] : cell;
  };
  const columns: Record<string, SentColumn> = {};
  let count = 0;
  for (const [index, name] of names.entries()) {
    if (count >= CELLS_A_CALL) return { columns, left: names.slice(index) };
    const range = rangeNamed(name, spreadsheet);
    if (!range) continue;
    const cells = range.getValues().map(([value]) => sent(value));
    columns[name] = { cells, formulas: range.getFormulas().map(([formula]) => formula !== '') };
    count += cells.length;
  }
  return { columns, left: [] };
}

/** Reads what a cell holds as plain data; an error as its code. */
export function plainReader(spreadsheet: Spreadsheet): (value: unknown) => Value {
  const toCell = cellReader(() => spreadsheet.getSpreadsheetTimeZone());
  return value => {
    const cell = toCell(value);
    return cell instanceof CellError ? cell.code : cell;
  };
}

/** Ranges and values of names, for as long as nothing moves. */
export class NamedColumns {
  readonly ranges = new Map<string, Range>();
  private readonly values = new Map<string, readonly Value[]>();

  constructor(names: readonly string[], spreadsheet: Spreadsheet) {
    const plain = plainReader(spreadsheet);
    for (const name of names) {
      const range = rangeNamed(name, spreadsheet);
      if (!range) continue;
      this.ranges.set(name, range);
      this.values.set(
        name,
        range.getValues().map(([value]) => plain(value)),
      );
    }
  }

  read = (name: string): readonly Value[] | undefined => this.values.get(name);
}
