import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WAREHOUSES } from '../../src/warehouse/dialects.ts';
import { monthStatement } from '../../src/warehouse/statement.ts';
import { ClickhouseCluster, hasClickhouse } from '../support/clickhouseCluster.ts';
import {
  byLabel,
  DEALS_SOURCE,
  dealsSql,
  differences,
  engineFigures,
  type ResultRow,
} from '../support/warehouseDeals.ts';

const ROWS = 30_000;
const COLUMNS =
  'person Nullable(String), region String, stage String, closed Date, amount Decimal(18,4), collected Nullable(Decimal(18,4)), quantity Int32, cost Decimal(18,4), score Nullable(Int8)';
const NODES = [1, 2, 3];
const statementOf = (table: string): string =>
  monthStatement({ source: DEALS_SOURCE, table: [table], by: ['person'] }, WAREHOUSES.clickhouse);

if (!hasClickhouse()) console.log('clickhouse-server is not installed: the tests of a cluster are skipped');

describe.skipIf(!hasClickhouse())('ClickHouse on three nodes', () => {
  let folder = '';
  let cluster: ClickhouseCluster;
  let instance: DuckDBInstance;
  let connection: DuckDBConnection;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clickhouse-'));
    instance = await DuckDBInstance.create(':memory:', { memory_limit: '1GB' });
    connection = await instance.connect();
    await connection.run(`CREATE TABLE deals AS ${dealsSql(ROWS)}`);
    const rows = (await connection.runAndReadAll('SELECT * FROM deals')).getRowsJson();
    const lines = rows.map(row => row.map(cell => (cell === null ? '\\N' : String(cell))).join('\t'));
    cluster = new ClickhouseCluster(folder);
    await cluster.startAll();
    for (const node of NODES) {
      await cluster.query(node, `CREATE TABLE deals (${COLUMNS}) ENGINE = MergeTree ORDER BY tuple()`);
      const part = lines.filter((_, index) => index % NODES.length === node - 1);
      await cluster.query(node, 'INSERT INTO deals FORMAT TabSeparated', part.join('\n'));
      // A tenth of a millisecond a row, so that there is a middle of the query to stop in.
      await cluster.query(node, 'CREATE VIEW slow_deals AS SELECT * FROM deals WHERE sleepEachRow(0.0001) = 0');
      for (const table of ['deals', 'slow_deals'])
        await cluster.query(
          node,
          `CREATE TABLE all_${table} AS ${table} ENGINE = Distributed(three, default, ${table})`,
        );
    }
  });
  afterAll(async () => {
    await cluster?.stopAll();
    connection?.closeSync();
    instance?.closeSync();
    await rm(folder, { recursive: true });
  });

  const resultOf = (node: number, table: string): Promise<string> =>
    cluster.query(node, `${statementOf(table)} FORMAT JSON`);

  it('comes to the engine’s own sums', async () => {
    const { data }: { data: ResultRow[] } = JSON.parse(await resultOf(1, 'all_deals'));
    const { compared, differ } = differences(await engineFigures(connection, 'deals'), byLabel(data));
    expect(compared).toBeGreaterThan(50_000);
    expect(differ.slice(0, 5)).toEqual([]);
  });

  it('gives an error, and never a part of the sum, where a node stops in the middle', async () => {
    for (const stopped of NODES) {
      const asked = NODES.find(node => node !== stopped) ?? 1;
      const before = await resultOf(asked, 'all_slow_deals');
      const running = resultOf(asked, 'all_slow_deals').catch(error => `stopped: ${error}`);
      await setTimeout(300);
      await cluster.stop(stopped);
      expect(await running).toMatch(/^stopped: .*DB::\w*Exception/);
      await expect(resultOf(asked, 'all_deals')).rejects.toThrow(/DB::\w*Exception/);
      await cluster.start(stopped);
      const again: { data: ResultRow[] } = JSON.parse(await resultOf(asked, 'all_slow_deals'));
      const first: { data: ResultRow[] } = JSON.parse(before);
      expect(again.data).toEqual(first.data);
    }
  });

  it('stops at a text that it would read as another number, or cut', async () => {
    for (const text of ['1,234.50', '1.00000000001', '12 apples']) {
      await cluster.query(1, 'DROP TABLE IF EXISTS odd');
      await cluster.query(1, 'CREATE TABLE odd (amount String, closed Date) ENGINE = Memory');
      await cluster.query(1, 'INSERT INTO odd FORMAT TabSeparated', `${text}\t2025-03-01`);
      const source = { columns: { amount: 'amount', closed: 'closed' }, won: [], lost: [] };
      const sql = monthStatement({ source, table: ['odd'], by: [] }, WAREHOUSES.clickhouse);
      await expect(cluster.query(1, sql)).rejects.toThrow(/DB::\w*Exception/);
    }
  });
});
