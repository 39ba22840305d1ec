import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WAREHOUSES } from '../../src/warehouse/dialects.ts';
import { OWN_NAMES, type Source } from '../../src/warehouse/source.ts';
import { monthStatement } from '../../src/warehouse/statement.ts';
import {
  byLabel,
  DEALS_SOURCE,
  dealsSql,
  differences,
  engineFigures,
  type ResultRow,
} from '../support/warehouseDeals.ts';

const ROWS = 20_000;
const COLUMNS =
  'person text, region text, stage text, closed date, amount numeric, collected numeric, quantity int, cost numeric, score int';

describe('PostgreSQL', () => {
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;
  let postgres: PGlite;
  beforeAll(async () => {
    instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB' });
    connection = await instance.connect();
    await connection.run(`CREATE TABLE deals AS ${dealsSql(ROWS)}`);
    postgres = await PGlite.create();
    await postgres.exec(`CREATE TABLE deals (${COLUMNS})`);
    const rows = (await connection.runAndReadAll('SELECT * FROM deals')).getRowsJson();
    const lines = rows.map(row => row.map(cell => (cell === null ? '\\N' : String(cell))).join('\t')).join('\n');
    await postgres.query("COPY deals FROM '/dev/blob'", [], { blob: new Blob([`${lines}\n`]) });
  });
  afterAll(async () => {
    connection.closeSync();
    instance.closeSync();
    await postgres.close();
  });

  it('comes to the engine’s own sums', async () => {
    const task = { source: DEALS_SOURCE, table: ['public', 'deals'], by: ['person'] as const };
    const { rows } = await postgres.query<ResultRow>(monthStatement(task, WAREHOUSES.postgres));
    const { compared, differ } = differences(await engineFigures(connection, 'deals'), byLabel(rows));
    expect(compared).toBeGreaterThan(50_000);
    expect(differ.slice(0, 5)).toEqual([]);
  });

  const one = async (ddl: string, source: Partial<Source> & Pick<Source, 'columns'>): Promise<ResultRow[]> => {
    await postgres.exec(`DROP TABLE IF EXISTS odd; CREATE TABLE odd AS ${ddl}`);
    const task = { source: { ...OWN_NAMES, ...source }, table: ['odd'], by: [] };
    return (await postgres.query<ResultRow>(monthStatement(task, WAREHOUSES.postgres))).rows;
  };
  const columns = { amount: 'select', closed: 'group "by"' };

  it('takes reserved words and quotation marks in names as names', async () => {
    const rows = await one(`SELECT 1.5 AS "select", DATE '2025-03-31' AS "group ""by"""`, { columns });
    expect(rows).toMatchObject([{ month: '2025-03', sales: '1.5' }]);
  });

  it('sums binary numbers as they are written, and rounds nothing', async () => {
    const ddl = `SELECT * FROM (VALUES (0.1::float8, DATE '2025-03-01'), (0.2, '2025-03-01'), (1e-12, '2025-03-02')) t ("select", "group ""by""")`;
    expect(await one(ddl, { columns })).toMatchObject([{ sales: '0.300000000001' }]);
  });

  it('stops at a text that is no number', async () => {
    const ddl = `SELECT '1,234.50' AS "select", DATE '2025-03-01' AS "group ""by"""`;
    await expect(one(ddl, { columns })).rejects.toThrow('1,234.50');
  });

  it('counts an instant for its day in the zone that is said', async () => {
    const ddl = `SELECT 1 AS "select", TIMESTAMPTZ '2025-03-31 20:00:00+00' AS "group ""by"""`;
    expect(await one(ddl, { columns, zone: 'Asia/Shanghai' })).toMatchObject([{ month: '2025-04' }]);
    expect(await one(ddl, { columns, zone: 'UTC' })).toMatchObject([{ month: '2025-03' }]);
  });

  it('takes marks in stages for no SQL', async () => {
    const ddl = `SELECT 1 AS "select", DATE '2025-03-01' AS "group ""by""", 'it''s \\ won' AS stage`;
    const rows = await one(ddl, {
      columns: { ...columns, stage: 'stage' },
      won: ["It's \\ won"],
      lost: ["x') OR 1=1 --"],
    });
    expect(rows).toMatchObject([{ won: 1, lost: 0 }]);
  });
});
