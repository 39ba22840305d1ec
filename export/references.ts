import { tokenize } from '@borgar/fx';
import { areaIn } from '../src/grid/places.ts';
import type { Cell, Matrix } from '../src/kernel/cell.ts';
import type { Area } from '../src/plan/op.ts';

/** Where a name or a reference points to. */
export interface ReferredPlace {
  readonly sheet: string;
  readonly area: Area;
}

/** The names and the cells of a workbook that is being written. */
export class Cells {
  private readonly names = new Map<string, ReferredPlace>();
  private readonly sheets = new Map<string, readonly (readonly Cell[])[]>();

  addSheet(sheet: string, figures: readonly (readonly Cell[])[]): void {
    this.sheets.set(sheet.toLowerCase(), figures);
  }

  addName(name: string, place: ReferredPlace): void {
    this.names.set(name.toLowerCase(), place);
  }

  place(reference: string, sheet: string): ReferredPlace | undefined {
    const named = this.names.get(reference.toLowerCase());
    if (named) return named;
    const cells = areaIn(reference);
    return cells && { sheet: cells.sheet ?? sheet, area: cells.area };
  }

  read(reference: string, sheet: string): Matrix | undefined {
    const place = this.place(reference, sheet);
    const figures = place && this.sheets.get(place.sheet.toLowerCase());
    return place && figures && cut(figures, place.area);
  }

  /**
   * Whether a formula computes cell by cell over a range, outside of SUMPRODUCT: a file says so of each formula, or
   * the host would take one cell of the range only.
   */
  needsArray(formula: string, sheet: string): boolean {
    const tokens = tokenize(formula, { mergeRefs: true }).filter(({ type }) => type !== 'whitespace');
    const calls: string[] = [];
    for (const [index, { type, value }] of tokens.entries()) {
      if (value === '(') calls.push(tokens[index - 1]?.type === 'func' ? (tokens[index - 1]?.value ?? '') : '');
      else if (value === ')') calls.pop();
      else if (OPERANDS.has(type) && this.isSeveral(type, value, sheet) && !calls.includes('SUMPRODUCT')) {
        if ([tokens[index - 1], tokens[index + 1]].some(near => near?.type === 'operator' && WORKS.test(near.value))) {
          return true;
        }
      }
    }
    return false;
  }

  private isSeveral(type: string, value: string, sheet: string): boolean {
    if (type === 'structured') return !/#this row|@/i.test(value);
    const area = this.place(value, sheet)?.area;
    return area !== undefined && area.rows * area.columns > 1;
  }
}

const OPERANDS = new Set(['range', 'range_named', 'structured']);
const WORKS = /^(?:[-+*/^&=<>]|<=|>=|<>)$/;

function cut(figures: readonly (readonly Cell[])[], { row, column, rows, columns }: Area): Matrix {
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => figures[row + r]?.[column + c] ?? null),
  );
}
