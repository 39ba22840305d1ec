import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { sqlTwins } from '../../src/functions/sqlTwins.gen.ts';
import { type Argument, type Cell, CellError, isMatrix } from '../../src/kernel/cell.ts';
import { argumentsOf, type KpiFunction } from '../../src/kernel/function.ts';
import { WAREHOUSES } from '../../src/warehouse/dialects.ts';
import { Random } from '../support/random.ts';
import { agree, argumentsFor } from '../support/twins.ts';

const CASES = 300;
const FIRST_DAY = "DATE '1899-12-30'";
const twins = catalogue.filter(({ name }) => sqlTwins[name] !== undefined);

/** Columns of a table are numbers and blanks; a day is a date. */
const isFigure = (cell: Cell): boolean => cell === null || typeof cell === 'number';
const isDay = (name: string): boolean => /^(?:opened|closed|due_dates|as_of)$/.test(name);
const literal = (cell: Cell, name: string): string =>
  cell === null ? 'NULL' : isDay(name) ? `${FIRST_DAY} + ${Math.floor(Number(cell))}` : `CAST(${cell} AS DOUBLE)`;
/** Scores are whole in a table: NPS refuses others. */
const whole = (argument: Argument): Argument =>
  isMatrix(argument)
    ? argument.map(row => row.map(cell => (typeof cell === 'number' ? Math.round(cell) : cell)))
    : argument;

/** The statement of a case, or undefined where no table could hold it. */
function statementOf(fn: KpiFunction, args: readonly Argument[]): string | undefined {
  const cells = fn.parameters.flatMap(({ shape }, index) => {
    const argument = args[index];
    return shape === 'scalar' ? [] : [{ index, rows: isMatrix(argument) ? argument.map(([cell = null]) => cell) : [] }];
  });
  const texts = fn.parameters.map(({ name, shape, default: fallback, choices }, index): string | undefined => {
    if (shape !== 'scalar') return name;
    const argument = args[index] ?? fallback ?? null;
    if (isMatrix(argument)) return undefined;
    if (choices) return typeof argument === 'string' ? argument : undefined;
    if (!isFigure(argument)) return undefined;
    return argument === null && fn.kind !== 'map' ? '' : `(${literal(argument, name)})`;
  });
  if (texts.includes(undefined) || !cells.every(({ rows }) => rows.every(isFigure))) return undefined;
  const height = Math.max(1, ...cells.map(({ rows }) => rows.length));
  const lines = Array.from({ length: height }, (_, row) => {
    const values = cells.map(({ index, rows }) => literal(rows[row] ?? null, fn.parameters[index]?.name ?? ''));
    return `(${[...values, '0'].join(', ')})`;
  });
  const names = cells.map(({ index }) => fn.parameters[index]?.name ?? '');
  const typed = names.map(name => `CAST(${name} AS ${isDay(name) ? 'DATE' : 'DOUBLE'}) AS ${name}`);
  const text = Object.fromEntries(fn.parameters.map(({ name }, index) => [name, texts[index] ?? '']));
  const twin = sqlTwins[fn.name]?.print(text, WAREHOUSES.duckdb) ?? '';
  return `SELECT CAST(${twin} AS DOUBLE) FROM (SELECT ${[...typed, 'rest'].join(', ')} FROM (VALUES ${lines.join(', ')}) cells(${[...names, 'rest'].join(', ')})) figures`;
}

describe('twins in SQL', () => {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;
  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:');
    connection = await instance.connect();
  });
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  it('stand beside every share, and the lists that add up', () => {
    expect(twins.length).toBe(22);
  });

  it.each(twins.map(fn => [fn.name, fn] as const))('%s gives what its twin gives', async (_, fn) => {
    const random = new Random(`${fn.name} SQL`);
    const wrong: string[] = [];
    let compared = 0;
    const drawn = [
      ...fn.examples.map(({ given }) => argumentsOf(fn, given)),
      ...Array.from({ length: CASES * 8 }, () => argumentsFor(fn, random).sound),
    ];
    for (const given of drawn) {
      const args = fn.name === 'NPS' ? given.map(whole) : given;
      if (compared >= CASES) break;
      if (fn.name === 'SALES_CYCLE' && args[2] !== undefined && args[2] !== 'mean') continue;
      const expected = fn.call(args);
      const sql = statementOf(fn, args);
      if (sql === undefined || isMatrix(expected)) continue;
      compared++;
      const [[found = null] = []] = (await connection.runAndReadAll(`${sql} LIMIT 1`)).getRowsJson();
      // What is no number with us is NULL.
      const wanted = expected instanceof CellError ? null : expected;
      const actual = typeof found === 'number' || found === null ? found : Number(found);
      if (!agree(actual, wanted)) wrong.push(`${JSON.stringify(args)}: ${JSON.stringify(expected)}, SQL ${found}`);
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(compared).toBeGreaterThan(CASES / 3);
  });
});
