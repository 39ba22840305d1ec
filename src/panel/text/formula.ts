import { DOUBTFUL_ACHIEVEMENT } from '../../functions/shared/achieved.ts';
import { type Argument, type Cell, CellError, type Matrix } from '../../kernel/cell.ts';
import { expected } from '../../kernel/errors.ts';
import type { KpiFunction } from '../../kernel/function.ts';
import type { Size } from '../../kernel/native.ts';
import { type Language, say, type Text } from '../../kernel/text.ts';
import type { Dialect } from '../../plan/dialect.ts';
import { type ArgumentReading, printed, readArgument, sentence } from './argument.ts';

/** A formula while it is being filled in. */
export interface Formula {
  /** As this host writes it; what is missing shows as its label between ‹ ›. */
  readonly text: string;
  /** What is wrong, by parameter. */
  readonly problems: Readonly<Record<string, Text>>;
  /** What is wrong between the arguments. */
  readonly misfit: Text | undefined;
  /** What is asked about an argument that is not wrong, by parameter. */
  readonly doubts: Readonly<Record<string, Text>>;
  /** Known when every argument is a value. */
  readonly result: Cell | Matrix | undefined;
}

type Typed = Readonly<Record<string, string>>;

export function formulaOf(fn: KpiFunction, typed: Typed, dialect: Dialect, language: Language): Formula {
  const readings = fn.parameters.map(parameter => readArgument(typed[parameter.name] ?? '', parameter));
  const problems: Record<string, Text> = {};
  for (const [index, parameter] of fn.parameters.entries()) {
    const reading = readings[index];
    const problem = reading && problemOf(fn, parameter, reading);
    if (problem) problems[parameter.name] = problem;
  }
  const sound = Object.keys(problems).length === 0;
  const misfit = sound ? shapeMisfit(fn, readings) : undefined;
  const result = sound ? resultOf(fn, readings) : undefined;
  return {
    text: written(fn, readings, dialect, language),
    problems,
    doubts: doubtsOf(fn, readings),
    misfit: misfit ?? (result instanceof CellError ? sentence(result.message) : undefined),
    result: result instanceof CellError ? undefined : result,
  };
}

/** A call with values, as an example shows it. */
export function callOf(fn: KpiFunction, args: readonly Argument[], dialect: Dialect, language: Language): string {
  const readings = fn.parameters.map((_, index): ArgumentReading => {
    const value = args[index];
    return value === undefined ? { is: 'absent' } : { is: 'literal', formula: printed(value), value };
  });
  return written(fn, readings, dialect, language);
}

function problemOf(
  fn: KpiFunction,
  parameter: KpiFunction['parameters'][number],
  reading: ArgumentReading,
): Text | undefined {
  if (reading.is === 'problem') return reading.problem;
  if (reading.is === 'absent') return parameter.optional ? undefined : say('This one is needed.', '此项必填。');
  const size = sizeOf(reading);
  if (fn.kind === 'map' || parameter.shape !== 'scalar' || !size) return undefined;
  return size.rows * size.columns > 1 ? sentence(expected.single(size.rows, size.columns).message) : undefined;
}

/** 12 for an achievement is 1,200 %: more likely 12 % are meant. */
function doubtsOf(fn: KpiFunction, readings: readonly ArgumentReading[]): Record<string, Text> {
  const doubtful = fn.parameters.filter(({ isAchievement }, index) => {
    const reading = readings[index];
    if (!isAchievement || reading?.is !== 'literal') return false;
    return [reading.value].flat(2).some(cell => typeof cell === 'number' && cell > DOUBTFUL_ACHIEVEMENT);
  });
  const asked = say('Above 1,000%. 95% is written as 0.95 or 95%.', '超过 1000%。95% 应写作 0.95 或 95%。');
  return Object.fromEntries(doubtful.map(({ name }) => [name, asked]));
}

function sizeOf(reading: ArgumentReading | undefined): Size | undefined {
  if (reading?.is === 'reference') return reading.size;
  if (reading?.is !== 'literal' || !Array.isArray(reading.value)) return undefined;
  return { rows: reading.value.length, columns: reading.value[0]?.length ?? 0 };
}

/** Columns of one table have to be equally long; single values of a map function have to go together. */
function shapeMisfit(fn: KpiFunction, readings: readonly ArgumentReading[]): Text | undefined {
  let first: { readonly name: string; readonly size: Size } | undefined;
  for (const [index, parameter] of fn.parameters.entries()) {
    const size = sizeOf(readings[index]);
    const counts = fn.kind === 'map' ? parameter.shape === 'scalar' : parameter.shape === 'list' && !parameter.separate;
    if (!size || !counts || (fn.kind === 'map' && size.rows * size.columns === 1)) continue;
    if (first && differs(first.size, size, fn.kind === 'map')) {
      return sentence(expected.sameShape(first.name, shapeOf(first.size), parameter.name, shapeOf(size)).message);
    }
    first ??= { name: parameter.name, size };
  }
  return undefined;
}

function differs(a: Size, b: Size, broadcast: boolean): boolean {
  const apart = (one: number, other: number) => one !== other && !(broadcast && (one === 1 || other === 1));
  return apart(a.rows, b.rows) || apart(a.columns, b.columns);
}

function shapeOf({ rows, columns }: Size): string {
  return `${rows}×${columns}`;
}

function resultOf(fn: KpiFunction, readings: readonly ArgumentReading[]): Cell | Matrix | undefined {
  if (readings.some(reading => reading.is === 'reference')) return undefined;
  return fn.call(readings.map(reading => (reading.is === 'literal' ? reading.value : undefined)));
}

/** Arguments left out at the end are left out; those before another one are written with their default. */
function written(fn: KpiFunction, readings: readonly ArgumentReading[], dialect: Dialect, language: Language): string {
  const parts = fn.parameters.map((parameter, index) => {
    const reading = readings[index];
    if (reading?.is === 'literal' || reading?.is === 'reference') return { text: reading.formula, given: true };
    if (!parameter.optional || reading?.is === 'problem')
      return { text: `‹${parameter.label[language]}›`, given: true };
    return { text: parameter.default === undefined ? '' : printed(parameter.default), given: false };
  });
  while (parts.at(-1)?.given === false) parts.pop();
  const args = parts.map(({ text }) => text);
  return `=${dialect.functionName(fn.name)}(${args.join(', ')})`;
}
