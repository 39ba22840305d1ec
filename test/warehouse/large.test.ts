import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { byLabel, dealsSql, differences, engineFigures, type ResultRow } from '../support/warehouseDeals.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** WAREHOUSE_DEALS=100000,1000000,10000000 measures the command, and compares every figure. */
const sizes = (process.env.WAREHOUSE_DEALS ?? '100000').split(',').map(Number);
const MEMORY =
  'data:text/javascript,process.on("exit",()=>console.error("peak " + process.resourceUsage().maxRSS + " cpu " + process.cpuUsage().user / 1e6))';

function run(args: readonly string[]): Promise<string> {
  const node = ['--import', 'tsx', '--import', MEMORY, join(root, 'scripts/warehouse.ts'), ...args];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, node, { cwd: root });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', data => (said += data));
    child.on('exit', code => (code === 0 ? resolve(said) : reject(new Error(said))));
  });
}

describe('npm run warehouse -- --run', () => {
  it.each(sizes)('sums %i deals to the engine’s own figures, within 2 GB', async rows => {
    const folder = await mkdtemp(join(tmpdir(), 'large-'));
    const instance = await DuckDBInstance.create(':memory:', { memory_limit: '2GB', threads: '2' });
    const connection = await instance.connect();
    const [deals, out] = [join(folder, 'deals.parquet'), join(folder, 'month.csv')];
    await connection.run(`COPY (${dealsSql(rows)}) TO '${deals}' (FORMAT parquet)`);
    const started = performance.now();
    const said = await run(['--run', deals, '--out', out, '--min-share', '0.3', '--by', 'person,region']);
    const seconds = (performance.now() - started) / 1000;
    const cpu = Number(/cpu ([\d.]+)/.exec(said)?.[1]);
    const peak = Number(/peak (\d+)/.exec(said)?.[1]) / 1024;
    const csv = (await readFile(out, 'utf8')).replace('\uFEFF', '').trim();
    const { data } = Papa.parse<ResultRow>(csv, { header: true });
    const { compared, differ } = differences(await engineFigures(connection, `'${deals}'`), byLabel(data));
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true });
    console.log(
      `${rows} deals: ${seconds.toFixed(1)} s (${cpu.toFixed(1)} s of processors), ${peak.toFixed(0)} MB, ${data.length} rows, ${compared} figures`,
    );
    expect(differ.slice(0, 5)).toEqual([]);
    expect(compared).toBeGreaterThan(100_000);
    expect(peak).toBeLessThan(2048);
  });
});
