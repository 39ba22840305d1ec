import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WAREHOUSES } from '../../src/warehouse/dialects.ts';
import type { SourceField } from '../../src/warehouse/source.ts';
import { monthStatement } from '../../src/warehouse/statement.ts';
import {
  byLabel,
  DEALS_SOURCE,
  dealsSql,
  differences,
  engineFigures,
  type ResultRow,
} from '../support/warehouseDeals.ts';

const ROWS = 1_000_000;

describe('a million deals on DuckDB', () => {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;
  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB', threads: '2' });
    connection = await instance.connect();
    await connection.run(`CREATE TABLE deals AS ${dealsSql(ROWS)}`);
  });
  afterAll(() => {
    connection.closeSync();
    instance.closeSync();
  });

  const rowsOf = async (exact?: ReadonlySet<SourceField>): Promise<ResultRow[]> => {
    const task = { source: DEALS_SOURCE, table: ['deals'], by: ['person', 'region'] as const, exact };
    const result = await connection.runAndReadAll(monthStatement(task, WAREHOUSES.duckdb));
    return result.getRowObjectsJson();
  };

  it('come to the engine’s own sums, every figure to the last digit', async () => {
    const engine = await engineFigures(connection, 'deals');
    const rows = await rowsOf();
    const { compared, differ } = differences(engine, byLabel(rows));
    expect(compared).toBeGreaterThan(200_000);
    expect(differ.slice(0, 5)).toEqual([]);
    expect(rows.every(({ unread }) => Number(unread) === 0)).toBe(true);
    // Blank people are a group of their own.
    expect(rows.filter(({ person }) => person === null).length).toBeGreaterThan(100);
    const asTheyAre = new Set<SourceField>(['amount', 'collected', 'quantity', 'cost', 'score']);
    expect(await rowsOf(asTheyAre)).toEqual(rows);
  });
});
