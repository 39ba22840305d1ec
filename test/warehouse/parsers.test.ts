import { PostgreSQL, SparkSQL, TrinoSQL } from 'dt-sql-parser';
import bigquery from 'node-sql-parser/build/bigquery.js';
import snowflake from 'node-sql-parser/build/snowflake.js';
import { describe, expect, it } from 'vitest';
import { WAREHOUSES, type WarehouseName } from '../../src/warehouse/dialects.ts';
import { monthStatement, type StatementTask } from '../../src/warehouse/statement.ts';
import { DEALS_SOURCE } from '../support/warehouseDeals.ts';

const TASKS: readonly StatementTask[] = [
  { source: DEALS_SOURCE, table: ['sales', 'deals'], by: ['person', 'region'] },
  { source: { ...DEALS_SOURCE, zone: 'Asia/Shanghai', won: ["It's won"] }, table: ['my sales', 'select'], by: [] },
];

/** What an independent parser has against a text. */
const PARSERS: Readonly<Partial<Record<WarehouseName, (sql: string) => readonly string[]>>> = {
  spark: sql => new SparkSQL().validate(sql).map(({ message }) => message),
  trino: sql => new TrinoSQL().validate(sql).map(({ message }) => message),
  postgres: sql => new PostgreSQL().validate(sql).map(({ message }) => message),
  // It does not know the longer one of BigQuery's two decimals.
  bigquery: sql =>
    thrown(() => new bigquery.Parser().astify(sql.replaceAll('BIGNUMERIC', 'NUMERIC'), { database: 'bigquery' })),
  snowflake: sql => thrown(() => new snowflake.Parser().astify(sql, { database: 'snowflake' })),
};

function thrown(parse: () => unknown): string[] {
  try {
    parse();
    return [];
  } catch (error) {
    return [String(error)];
  }
}

describe.each(Object.entries(PARSERS))('the text for %s', (engine, parse) => {
  const name = Object.keys(WAREHOUSES).find((each): each is WarehouseName => each === engine) ?? 'duckdb';

  it('is a statement of its dialect', () => {
    for (const task of TASKS) expect(parse(`${monthStatement(task, WAREHOUSES[name])};`)).toEqual([]);
  });

  it('… and the parser finds what is wrong', () => {
    const text = monthStatement(TASKS[0] ?? { source: DEALS_SOURCE, table: [], by: [] }, WAREHOUSES[name]);
    expect(parse(`${text.replace('GROUP BY', 'GROUP GROUP')};`)).not.toEqual([]);
  });
});
