import { type Argument, type Cell, CellError, isBlankToken, type Matrix } from './cell.ts';
import { at, expected, orBelowHeading, passedOn, place } from './errors.ts';
import { headerLength, labelHeaderLength } from './header.ts';
import {
  boundsProblem,
  cellsOf,
  FIRST_DAY,
  LAST_DAY,
  LEAST,
  MOST,
  type Parameter,
  type ParameterText,
} from './parameters.ts';

/**
 * A range read cell by cell, in reading order, without a copy. The first cell that does not fit is kept in
 * `error`, and reading stops there; the pipeline returns that error instead of what was computed.
 */
abstract class Range<Value = unknown> {
  readonly rows: number;
  readonly columns: number;
  error: CellError | undefined;
  protected readonly cells: Matrix;
  protected start = 0;

  constructor(cells: Matrix) {
    this.cells = cells;
    this.rows = cells.length;
    this.columns = cells[0]?.length ?? 0;
  }

  /** How many cells there are below the header. */
  get length(): number {
    return this.rows * this.columns - this.start;
  }

  get shape(): string {
    return `${this.rows}×${this.columns}`;
  }

  get headerCells(): number {
    return this.start;
  }

  /** Leaves out as many leading cells as a list beside this one has for its header. */
  skipHeader(cells: number): void {
    this.start = cells;
  }

  /** What stands at a place, or null where the cell is blank or was rejected. */
  abstract at(index: number): Value | null;

  /** The same, or what is wrong with the cell, which then ends nothing but what asks for it. */
  alone(index: number): Value | null | CellError {
    const value = this.at(index);
    const { error } = this;
    this.error = undefined;
    return error ?? value;
  }

  protected cellAt(index: number): Cell {
    const position = index + this.start;
    return this.cells[Math.floor(position / this.columns)]?.[position % this.columns] ?? null;
  }

  /** Records what is wrong with a cell, with its place, and makes reading stop. */
  reject(index: number, problem: CellError): void {
    const position = index + this.start;
    this.error ??= at(problem, place.cell(Math.floor(position / this.columns), position % this.columns, this.columns));
  }
}

interface NumberRules {
  readonly minimum: number;
  readonly maximum: number;
  readonly whole: boolean;
  readonly header: boolean;
  readonly isDate: boolean;
}

/** Numbers or dates. Blanks and the tokens that stand for "no answer" are skipped; other text is an error. */
export class NumberRange extends Range<number> {
  private readonly rules: NumberRules;

  constructor(cells: Matrix, rules: NumberRules) {
    super(cells);
    this.rules = rules;
    if (rules.header) this.start = headerLength(cells);
  }

  at(index: number): number | null {
    const cell = this.cellAt(index);
    return typeof cell === 'number' && this.fits(cell) ? cell : this.other(cell, index);
  }

  /** Whether a value stands in the leading cells that a list beside this one has for its header. */
  isFilledBefore(cells: number): boolean {
    for (let index = 0; index < cells - this.start; index++) if (this.at(index) !== null) return true;
    return false;
  }

  /** Visits every number that is filled in, until the first cell that does not fit. */
  each(visit: (value: number, index: number) => void): void {
    const { minimum, maximum, whole } = this.rules;
    const { cells, columns, start } = this;
    let index = 0 - start;
    for (const row of cells) {
      for (let column = 0; column < columns; column++, index++) {
        const cell = row[column];
        if (typeof cell === 'number' && cell >= minimum && cell <= maximum && !(whole && cell % 1 !== 0)) {
          if (index >= 0) visit(cell, index);
        } else if (index >= 0) {
          this.other(cell ?? null, index);
          if (this.error) return;
        }
      }
    }
  }

  private fits(value: number): boolean {
    return boundsProblem(value, this.rules.minimum, this.rules.maximum, this.rules.whole) === undefined;
  }

  private other(cell: Cell, index: number): null {
    if (cell === null || (typeof cell === 'string' && isBlankToken(cell))) return null;
    const { minimum, maximum, whole, isDate } = this.rules;
    if (isDate && cell === 0) return null;
    if (cell instanceof CellError) this.reject(index, passedOn(cell));
    else if (typeof cell === 'number')
      this.reject(index, boundsProblem(cell, minimum, maximum, whole) ?? expected.number(cell));
    else this.reject(index, this.unread(cell, index));
    return null;
  }

  /** Over all values a text may have been meant as a heading. */
  private unread(cell: string | boolean, index: number): CellError {
    const problem = this.rules.isDate ? expected.date(cell) : expected.number(cell);
    const couldHead = typeof cell === 'string' && /\p{L}/u.test(cell) && this.rows * this.columns > 1;
    const below = this.rules.header && couldHead && this.isAboveAll(index);
    return below ? new CellError(problem.code, orBelowHeading(problem.message)) : problem;
  }

  private isAboveAll(index: number): boolean {
    for (let before = 0; before < index + this.start; before++) {
      if (typeof this.cells[Math.floor(before / this.columns)]?.[before % this.columns] === 'number') return false;
    }
    return true;
  }
}

/** Names, customers, labels: anything that tells one thing from another. */
export class LabelRange extends Range<string> {
  /** What the cell says, trimmed. */
  at(index: number): string | null {
    return this.labelOf(this.cellAt(index), index);
  }

  each(visit: (value: string, index: number) => void): void {
    const { cells, columns } = this;
    let index = 0 - this.start;
    for (const row of cells) {
      for (let column = 0; column < columns; column++, index++) {
        const label = index < 0 ? null : this.labelOf(row[column] ?? null, index);
        if (this.error) return;
        if (label !== null) visit(label, index);
      }
    }
  }

  private labelOf(cell: Cell, index: number): string | null {
    if (cell instanceof CellError) {
      this.reject(index, passedOn(cell));
      return null;
    }
    if (cell === null) return null;
    const label = String(cell).trim();
    return isBlankToken(label) ? null : label;
  }
}

export interface NumbersOptions extends ParameterText {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly whole?: boolean;
  readonly separate?: boolean;
  readonly isAchievement?: boolean;
}

function rangeParameter<R extends Range>(
  shape: 'list' | 'grid',
  type: Parameter<R>['type'],
  options: NumbersOptions,
  make: (cells: Matrix) => R,
): Parameter<R> {
  const { label, about, minimum, maximum, separate, isAchievement } = options;
  return {
    shape,
    type,
    label,
    about,
    minimum,
    maximum,
    separate,
    isAchievement,
    optional: false,
    read(argument: Argument) {
      const cells = cellsOf(argument);
      return cells instanceof CellError ? cells : make(cells);
    },
  };
}

function rulesOf(options: NumbersOptions, header: boolean): NumberRules {
  const { minimum = LEAST, maximum = MOST, whole = false } = options;
  return { minimum, maximum, whole, header, isDate: false };
}

/** A list of numbers. */
export function numbers(options: NumbersOptions): Parameter<NumberRange> {
  return rangeParameter('list', 'number', options, cells => new NumberRange(cells, rulesOf(options, true)));
}

/** A list of date cells, as serial numbers. */
export function dates(options: ParameterText & { readonly separate?: boolean }): Parameter<NumberRange> {
  const rule: NumberRules = { minimum: FIRST_DAY, maximum: LAST_DAY + 1, whole: false, header: true, isDate: true };
  return rangeParameter('list', 'date', options, cells => new NumberRange(cells, rule));
}

/** A list of names. Beside numbers its header is theirs; alone it is told by what lists of names are called. */
export function labels(
  options: ParameterText & { readonly separate?: boolean; readonly alone?: boolean },
): Parameter<LabelRange> {
  return rangeParameter('list', 'text', options, cells => {
    const range = new LabelRange(cells);
    if (options.alone) range.skipHeader(labelHeaderLength(cells));
    return range;
  });
}

/** A range of numbers whose shape the result keeps. */
export function numberGrid(options: NumbersOptions): Parameter<NumberRange> {
  return rangeParameter('grid', 'number', options, cells => new NumberRange(cells, rulesOf(options, false)));
}

/** The same parameter, which may be left out. */
export function optional<Value>(parameter: Parameter<Value>): Parameter<Value | undefined> {
  return {
    ...parameter,
    optional: true,
    read: argument =>
      argument === undefined || argument === null || argument === '' ? undefined : parameter.read(argument),
  };
}

export function isRange(value: unknown): value is NumberRange | LabelRange {
  return value instanceof Range;
}

/** Lists that stand side by side need one shape, and one header over all of them. */
export function alignLists(
  lists: readonly (readonly [name: string, list: NumberRange | LabelRange])[],
): CellError | undefined {
  const [first, ...others] = lists;
  if (!first) return undefined;
  for (const [name, list] of others) {
    if (list.shape !== first[1].shape) return expected.sameShape(first[0], first[1].shape, name, list.shape);
  }
  const header = Math.max(...lists.map(([, list]) => list.headerCells));
  for (const [name, list] of lists) {
    if (list instanceof NumberRange && list.headerCells !== header && list.isFilledBefore(header)) {
      return expected.header(name, (lists.find(([, other]) => other.headerCells === header) ?? first)[0]);
    }
    list.skipHeader(header);
  }
  return undefined;
}
