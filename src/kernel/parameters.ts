import { type Argument, type Cell, CellError, isBlankText, isMatrix, type Matrix } from './cell.ts';
import { expected, passedOn } from './errors.ts';
import { languages, type Text } from './text.ts';

/** What a user reads about a parameter, in the formula's help, the pane's form and the reference. */
export interface ParameterText {
  readonly label: Text;
  readonly about: Text;
}

/**
 * A parameter is documented data that can read an argument. `Value` flows into the function's `compute`.
 * - scalar: one value; in a map function a range is read cell by cell
 * - list: a range of values in reading order; the lists of one function are rows of one table unless `separate`
 * - grid: a range whose shape the result keeps
 * - table: a range whose columns mean different things
 */
export interface Parameter<Value> extends ParameterText {
  readonly shape: 'scalar' | 'list' | 'grid' | 'table';
  readonly type: 'number' | 'text' | 'date' | 'choice' | 'any';
  readonly optional: boolean;
  /** Shown in the help; `undefined` where leaving out means "none". */
  readonly default?: Cell | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly whole?: boolean | undefined;
  readonly choices?: readonly Choice[] | undefined;
  /** A blank here makes the whole row blank (map functions). */
  readonly measured?: boolean | undefined;
  /** Achievements only, never amounts: above 1,000 % somebody is asked. */
  readonly isAchievement?: boolean | undefined;
  /** This list is not a column beside the others. */
  readonly separate?: boolean | undefined;
  read(argument: Argument): Value | CellError;
}

export interface Choice {
  readonly value: string;
  readonly label: Text;
  /** What people also write for it, in either language. */
  readonly aliases: readonly string[];
}

export interface NumberOptions extends ParameterText {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly whole?: boolean;
  readonly measured?: boolean;
  readonly isAchievement?: boolean;
}

export const LEAST = -Number.MAX_VALUE;
export const MOST = Number.MAX_VALUE;

/** Why a number does not fit its bounds; NaN and infinities never do. */
export function boundsProblem(value: number, minimum: number, maximum: number, whole: boolean): CellError | undefined {
  if (!(value >= minimum && value <= maximum)) return expected.between(value, minimum, maximum);
  if (whole && !Number.isInteger(value)) return expected.wholeNumber(value);
  return undefined;
}

/** Why an argument is not the single cell it must be. */
function notSingle(argument: Argument): CellError | undefined {
  if (!isMatrix(argument)) return undefined;
  const columns = argument[0]?.length ?? 0;
  return argument.length === 1 && columns === 1 ? undefined : expected.single(argument.length, columns);
}

export function isBlank(cell: Cell | undefined): cell is null | undefined | '' {
  return cell === null || cell === undefined || (typeof cell === 'string' && isBlankText(cell));
}

type Absent<Value> = (argument: null | undefined) => Value | CellError;

function scalar<Value>(
  type: Parameter<Value>['type'],
  text: ParameterText,
  absent: Absent<Value>,
  present: (cell: Exclude<Cell, null | CellError>) => Value | CellError,
  rest: Partial<Parameter<Value>> & { readonly optional: boolean },
): Parameter<Value> {
  return {
    shape: 'scalar',
    type,
    label: text.label,
    about: text.about,
    ...rest,
    read(argument) {
      const misfit = notSingle(argument);
      if (misfit) return misfit;
      const cell = isMatrix(argument) ? argument[0]?.[0] : argument;
      if (cell instanceof CellError) return passedOn(cell);
      if (isBlank(cell)) return absent(cell === undefined ? undefined : null);
      return present(cell);
    },
  };
}

const readNumber =
  ({ minimum = LEAST, maximum = MOST, whole = false }: Omit<NumberOptions, keyof ParameterText>) =>
  (cell: Exclude<Cell, null>): number | CellError => {
    if (typeof cell !== 'number') return expected.number(cell);
    return boundsProblem(cell, minimum, maximum, whole) ?? cell;
  };

const missing = (): CellError => expected.argument();

/** A required number; a blank cell counts as 0, as it does in every spreadsheet's arithmetic. */
export function number(options: NumberOptions): Parameter<number> {
  const read = readNumber(options);
  return scalar('number', options, cell => (cell === undefined ? missing() : read(0)), read, {
    ...bounds(options),
    optional: false,
  });
}

/** A number with a default for when it is left out or its cell is blank. */
export function numberOr(fallback: number, options: NumberOptions): Parameter<number> {
  return scalar('number', options, () => fallback, readNumber(options), {
    ...bounds(options),
    optional: true,
    default: fallback,
  });
}

/** A number that changes what the function does when it is there: left out or blank it is `undefined`. */
export function optionalNumber(options: NumberOptions): Parameter<number | undefined> {
  return scalar<number | undefined>('number', options, () => undefined, readNumber(options), {
    ...bounds(options),
    optional: true,
  });
}

/** A number whose blank means something of its own: `null` is a blank cell, `undefined` an argument left out. */
export function numberOrBlank(
  options: NumberOptions & { readonly optional?: boolean },
): Parameter<number | null | undefined> {
  const absent: Absent<number | null | undefined> = cell =>
    cell === undefined && !options.optional ? missing() : cell;
  return scalar<number | null | undefined>('number', options, cell => absent(cell), readNumber(options), {
    ...bounds(options),
    optional: options.optional ?? false,
  });
}

/** A required date cell: a serial number counted in days. A blank is an error, never "today". */
export function date(options: ParameterText & { readonly measured?: boolean }): Parameter<number> {
  return scalar('date', options, cell => (cell === undefined ? missing() : expected.date(null)), readDate, {
    optional: false,
    measured: options.measured,
  });
}

/** The first and the last day that spreadsheets know. Serial 0 is none: it is how desktop Excel hands over a blank. */
export const FIRST_DAY = 1;
export const LAST_DAY = 2958465;

export function readDate(cell: Exclude<Cell, null>): number | CellError {
  if (typeof cell !== 'number') return expected.date(cell);
  if (cell === 0) return expected.date(null);
  const day = Math.floor(cell);
  return boundsProblem(day, FIRST_DAY, LAST_DAY, false) ?? day;
}

export function text(options: ParameterText): Parameter<string> {
  return scalar(
    'text',
    options,
    () => missing(),
    cell => String(cell),
    { optional: false },
  );
}

/** A text that changes what the function does when it is there: left out or blank it is `undefined`. */
export function optionalText(options: ParameterText): Parameter<string | undefined> {
  return scalar<string | undefined>(
    'text',
    options,
    () => undefined,
    cell => String(cell).trim(),
    { optional: true },
  );
}

/** A day that may be left out or blank. */
export function optionalDate(options: ParameterText): Parameter<number | undefined> {
  return scalar<number | undefined>(
    'date',
    options,
    () => undefined,
    cell => (cell === 0 ? undefined : readDate(cell)),
    { optional: true },
  );
}

/** One of a few words, in either language; upper and lower case are alike. */
export function choiceOr<const Value extends string>(
  fallback: NoInfer<Value>,
  choices: readonly (Choice & { readonly value: Value })[],
  options: ParameterText,
): Parameter<Value> {
  const known = new Map<string, Value>();
  for (const choice of choices) {
    for (const word of [choice.value, ...languages.map(language => choice.label[language]), ...choice.aliases]) {
      known.set(word.trim().toLowerCase(), choice.value);
    }
  }
  const shown = choices.map(choice => `"${choice.value}"`);
  return scalar<Value>(
    'choice',
    options,
    () => fallback,
    cell => known.get(String(cell).trim().toLowerCase()) ?? expected.oneOf(cell, shown),
    { optional: true, default: fallback, choices },
  );
}

export function choice<const Value extends string>(
  value: Value,
  label: Text,
  ...aliases: readonly string[]
): Choice & { readonly value: Value } {
  return { value, label, aliases };
}

/** The cells of an argument as a range; a single value is a range of one cell. */
export function cellsOf(argument: Argument): Matrix | CellError {
  if (argument === undefined) return expected.argument();
  if (!isMatrix(argument)) return [[argument]];
  if (argument.length === 0 || argument[0]?.length === 0) return expected.range();
  return argument;
}

/** Cells as they are, whatever they hold, errors too. */
export function cells({ label, about }: ParameterText): Parameter<Matrix> {
  return { shape: 'grid', type: 'any', label, about, optional: false, read: cellsOf };
}

function bounds({ minimum, maximum, whole, measured, isAchievement }: NumberOptions) {
  return { minimum, maximum, whole, measured, isAchievement };
}
