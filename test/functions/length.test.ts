import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { type Argument, isMatrix } from '../../src/kernel/cell.ts';
import { argumentsOf } from '../../src/kernel/function.ts';

const ROWS = 130_000;

/** More rows than an engine takes arguments of one call. */
function tiled(argument: Argument): Argument {
  if (!isMatrix(argument) || argument.length === 0) return argument;
  return Array.from({ length: ROWS }, (_, row) => argument[row % argument.length] ?? []);
}

const withRanges = catalogue.filter(fn => fn.examples.some(({ given }) => Object.values(given).some(isRange)));

function isRange(argument: Argument): boolean {
  return isMatrix(argument);
}

describe(`every function over ${ROWS.toLocaleString('en')} rows`, () => {
  it.each(withRanges.map(fn => [fn.name, fn] as const))('%s throws nothing', (_, fn) => {
    for (const { given } of fn.examples) expect(() => fn.call(argumentsOf(fn, given).map(tiled))).not.toThrow();
  });

  it('SPLIT gives every cell its share', () => {
    const split = catalogue.find(({ name }) => name === 'SPLIT');
    const shares = split?.call([ROWS * 5, Array.from({ length: ROWS }, () => [1])]);
    expect(isMatrix(shares) && shares.length === ROWS && shares.every(([share]) => share === 5)).toBe(true);
  });
});
