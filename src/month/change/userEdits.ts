import type { Value } from '../../kernel/json.ts';
import { say } from '../../kernel/text.ts';
import { address } from '../../plan/address.ts';
import type { Area, Op } from '../../plan/op.ts';
import { type Conflict, same } from './fitToWorkbook.ts';

/** The cells of a sheet from one on, and their formulas; an empty text where there is none. */
export interface Contents {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly Value[])[];
  readonly formulas: readonly (readonly string[])[];
}

/** What of ours computes a cell: its own formula, or the one that spills over it from another cell. */
interface Computed {
  readonly row: number;
  readonly column: number;
}

/**
 * The cells in which somebody typed since the sheet was made by these ops. What its own formulas show is none; what
 * was typed in the place of a formula, or in the way of one that spills, is.
 */
export function userEdits(ops: readonly Op[], contents: Contents): { row: number; column: number }[] {
  const made = new Map<string, Value>();
  const computed = new Map<string, Computed>();
  for (const op of ops) {
    if (op.op === 'values') {
      each(op.area, (row, column, down, right) => {
        const value = op.values[down]?.[right] ?? null;
        if (value !== null) made.set(`${row} ${column}`, value);
      });
    } else if (op.op === 'formulas') {
      each(op.area, (row, column) => computed.set(`${row} ${column}`, { row, column }));
    } else if (op.op === 'spill') {
      const { row, column } = op.area;
      each(op.area, (at, across) => computed.set(`${at} ${across}`, { row, column }));
    }
  }
  return contents.values.flatMap((line, down) =>
    line.flatMap((value, right) => {
      const [row, column] = [contents.row + down, contents.column + right];
      const place = `${row} ${column}`;
      const source = computed.get(place);
      if (source) return isTyped({ row, column }, source, contents) ? [{ row, column }] : [];
      const isFormula = (contents.formulas[down]?.[right] ?? '') !== '';
      const isAsMade = !isFormula && same(value, made.get(place) ?? null);
      return isAsMade ? [] : [{ row, column }];
    }),
  );
}

/** What a spilling formula shows when something stands in its way, in Excel and in Google Sheets. */
const BLOCKED: readonly Value[] = ['#SPILL!', '#REF!'];

/** A formula that fills a cell shows something there; where it is gone, or cannot, somebody has typed what stands there. */
function isTyped(cell: Computed, source: Computed, contents: Contents): boolean {
  const at = ({ row, column }: Computed) => ({
    value: contents.values[row - contents.row]?.[column - contents.column] ?? null,
    formula: contents.formulas[row - contents.row]?.[column - contents.column] ?? '',
  });
  const [own, fills] = [at(cell), at(source)];
  if ((own.value ?? '') === '') return false;
  if (fills.formula === '') return true;
  const isFilled = source.row !== cell.row || source.column !== cell.column;
  return isFilled && BLOCKED.includes(fills.value);
}

function each(area: Area, visit: (row: number, column: number, down: number, right: number) => void): void {
  for (let down = 0; down < area.rows; down++) {
    for (let right = 0; right < area.columns; right++) visit(area.row + down, area.column + right, down, right);
  }
}

const MOST_NAMED = 5;

/** Taking the sheet out would lose what was typed: only where the user says so. */
export function wouldLose(
  sheet: string,
  cells: readonly { readonly row: number; readonly column: number }[],
): Conflict {
  const places = cells.slice(0, MOST_NAMED).map(cell => address({ ...cell, rows: 1, columns: 1 }));
  const more = cells.length > MOST_NAMED ? ' …' : '';
  return {
    name: sheet,
    row: -1,
    canGoOn: true,
    reason: say(
      `${sheet} was filled in since (${places.join(', ')}${more}): that would be lost`,
      `工作表“${sheet}”此后已填写内容（${places.join('、')}${more}），撤销将丢失这些内容`,
    ),
  };
}
