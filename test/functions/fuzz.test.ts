import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { type Argument, type Cell, CellError, ERROR_CODES, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import type { KpiFunction } from '../../src/kernel/function.ts';
import { matrixOf, plausible } from '../support/plausible.ts';
import { Random } from '../support/random.ts';

const CALLS = 10_000;
/** SELFTEST runs every example of the catalogue in one call, and its one argument is a language. */
const CALLS_OF_SELFTEST = 100;

describe.each(catalogue.map(fn => [fn.name, fn] as const))('%s', (name, fn) => {
  it('gives values or cell errors only, whatever comes in, and leaves its arguments alone', () => {
    const random = new Random(name);
    const calls = name === 'SELFTEST' ? CALLS_OF_SELFTEST : CALLS;
    let figures = 0;
    for (let call = 0; call < calls; call++) {
      const args = freeze(argumentsFor(fn, random));
      const result = callOrFail(fn, args);
      const problem = isMatrix(result) ? problemOfMatrix(result) : problemOf(result);
      if (problem) expect.fail(`${name}(${shown(args)}) gives ${problem}`);
      if (!(result instanceof CellError)) figures++;
    }
    // A generator that only ever produced errors would have looked at nothing but the door.
    expect(figures).toBeGreaterThan(calls / 40);
  });
});

function callOrFail(fn: KpiFunction, args: readonly Argument[]): Cell | Matrix {
  try {
    return fn.call(args);
  } catch (error) {
    expect.fail(`${fn.name}(${shown(args)}) throws ${error instanceof Error ? error.stack : String(error)}`);
  }
}

function problemOfMatrix(matrix: Matrix): string | undefined {
  const columns = matrix[0]?.length ?? 0;
  if (matrix.length === 0 || columns === 0) return 'an empty table';
  for (const row of matrix) {
    if (row.length !== columns) return `a ragged table (${columns} and ${row.length} columns)`;
    for (let column = 0; column < columns; column++) {
      const problem = problemOf(row[column]);
      if (problem) return `a table with ${problem}`;
    }
  }
  return undefined;
}

function problemOf(cell: unknown): string | undefined {
  if (cell === null || typeof cell === 'string' || typeof cell === 'boolean') return undefined;
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) return String(cell);
    return Object.is(cell, -0) ? '-0' : undefined;
  }
  if (!(cell instanceof CellError)) return `${typeof cell} ${String(cell)}`;
  if (!ERROR_CODES.includes(cell.code)) return `the code ${cell.code}`;
  if (cell.message.en.trim() === '' || !/[\u4e00-\u9fff]/.test(cell.message.zh)) return 'an error without its message';
  const text = cell.message.en + cell.message.zh;
  return /undefined|NaN(?!")|\[object/.test(text) && !/found (the value )?NaN/.test(text)
    ? `the message ${text}`
    : undefined;
}

function freeze(args: readonly Argument[]): readonly Argument[] {
  for (const argument of args) {
    if (!isMatrix(argument)) continue;
    for (const row of argument) Object.freeze(row);
    Object.freeze(argument);
  }
  return Object.freeze(args);
}

function shown(args: readonly Argument[]): string {
  const plain = (_: string, value: unknown): unknown =>
    value instanceof CellError
      ? value.code
      : typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0))
        ? `number ${Object.is(value, -0) ? '-0' : value}`
        : value;
  return args.map(argument => JSON.stringify(argument, plain) ?? 'left out').join(', ');
}

/** Most calls are what a user could mean, some with one thing wrong in them; the rest is anything at all. */
function argumentsFor(fn: KpiFunction, random: Random): Argument[] {
  if (random.chance(0.15)) {
    return Array.from({ length: random.whole(0, fn.parameters.length + 1) }, () => anything(random));
  }
  const rows = random.chance(0.8) ? random.whole(1, 6) : random.whole(7, 12);
  const columns = random.chance(0.75) ? 1 : random.whole(1, 4);
  const given = fn.parameters.map((parameter): Argument => {
    if (parameter.optional && random.chance(0.4)) return random.chance(0.8) ? undefined : null;
    return plausible(fn, parameter, rows, columns, random);
  });
  if (given.length > 0 && random.chance(0.35)) {
    const index = random.whole(0, given.length - 1);
    given[index] = spoilt(given[index], random);
  }
  while (given.length > 0 && given[given.length - 1] === undefined) given.pop();
  return given;
}

const HOSTILE: readonly Cell[] = [
  NaN,
  Infinity,
  -Infinity,
  -0,
  0,
  1e308,
  -1e308,
  Number.MAX_VALUE,
  Number.MIN_VALUE,
  1e-300,
  0.1 + 0.2,
  -1,
  1.5,
  11,
  2958466,
  Number.MAX_SAFE_INTEGER,
  '',
  ' ',
  'NA',
  '无',
  '12',
  '#N/A',
  'text',
  '\u0000',
  '__proto__',
  'constructor',
  true,
  false,
  null,
  ...ERROR_CODES.map(code => new CellError(code, { en: 'came in', zh: '输入' })),
];

function anything(random: Random): Argument {
  if (random.chance(0.5)) return random.pick(HOSTILE);
  if (random.chance(0.1)) return undefined;
  const matrix = matrixOf(random.whole(0, 4), random.whole(0, 4), () => random.pick(HOSTILE));
  return random.chance(0.2) ? matrix.map(row => row.slice(random.whole(0, 1))) : matrix;
}

function spoilt(argument: Argument, random: Random): Argument {
  if (!isMatrix(argument) || random.chance(0.3)) return anything(random);
  const row = random.whole(0, argument.length - 1);
  const column = random.whole(0, (argument[0]?.length ?? 1) - 1);
  return argument.map((line, r) => line.map((cell, c) => (r === row && c === column ? random.pick(HOSTILE) : cell)));
}
