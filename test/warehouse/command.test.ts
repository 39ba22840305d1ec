import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { DuckDBInstance } from '@duckdb/node-api';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WarehouseProblem } from '../../scripts/warehouse/deals.ts';
import { warehouse } from '../../scripts/warehouse.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const schemaFile = join(root, '../shared/schemas/ossie-schema.json');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warehouse-'));
});
afterAll(() => rm(folder, { recursive: true }));

const file = (name: string): string => join(folder, name);
const written = async (name: string, text: string): Promise<string> => {
  await writeFile(file(name), text);
  return file(name);
};
/** What the command says where it ends with 1. */
const problem = async (...args: string[]): Promise<string> => {
  const outcome = await warehouse(args).then(
    text => `no problem: ${text}`,
    error => (error instanceof WarehouseProblem ? error.said.en : `thrown: ${error}`),
  );
  return outcome;
};
let runs = 0;
/** The CSV's lines. */
const month = async (files: string, ...args: string[]): Promise<string[]> => {
  const out = file(`month${++runs}.csv`);
  await warehouse(['--run', files, '--out', out, ...args]);
  return (await readFile(out, 'utf8')).replace('\uFEFF', '').split('\r\n').slice(0, -1);
};

describe('npm run warehouse', () => {
  it('prints the statement of an engine', async () => {
    const text = await warehouse(['--engine', 'BigQuery', '--table', 'sales.deals', '--by', 'person,customer type']);
    expect(text).toContain('FROM `sales`.`deals`');
    expect(text).toContain('kpi_customertype AS `customer_type`');
    expect(text).toContain('-- Won: won, closed won');
  });

  it('writes what a map says, quoted', async () => {
    const map = await written(
      'map.json',
      JSON.stringify({
        amount: 'net "amount"',
        closed: 'order',
        stage: 's',
        won: ["it's\nwon; DROP"],
        minimumShare: 0.25,
      }),
    );
    const text = await warehouse(['--engine', 'trino', '--table', '"my.schema".deals', '--map', map]);
    expect(text).toContain('"net ""amount"""');
    expect(text).toContain('FROM "my.schema"."deals"');
    expect(text.split('\n')[0]).toBe(
      '-- Won: it\'s won; DROP. Lost: lost, closed lost, 输单. Every other stage is open. "unread" has to be 0.',
    );
    // No column of collections: everything that is won counts.
    expect(text).not.toContain('kpi_amount * 25');
    expect(text).not.toContain('person');
  });

  it('tells what it can do', async () => {
    expect(await warehouse(['--help'])).toContain('--min-share');
    expect(await warehouse(['--help', '--lang', 'zh-CN'])).toContain('引擎');
  });

  it('says what is wrong in a sentence', async () => {
    const deals = await written('good.csv', 'Owner,Close Date,Amount\nAnn,2025-03-01,5\n');
    const table = ['--engine', 'duckdb', '--table', 'deals'];
    expect(await problem('--engine', 'oracle', '--table', 'deals')).toBe(
      'there is no engine oracle; there are: duckdb, postgres, clickhouse, bigquery, snowflake, spark, trino',
    );
    expect(await problem('--engine', 'duckdb')).toBe('--table is missing');
    expect(await problem('--engine', 'duckdb', '--table', 'a..b')).toBe('a..b is no name of a table');
    expect(await problem('--nonsense')).toContain("Unknown option '--nonsense'");
    expect(await problem(...table, '--map', file('none.json'))).toContain('cannot be read');
    expect(await problem(...table, '--map', deals)).toContain('is no JSON');
    const maps: readonly (readonly [unknown, string])[] = [
      [[], 'the map is no JSON object'],
      [{ amount: 'a', closed: 'c', sum: 'x' }, 'the map has an unknown field sum; there are: person, manager'],
      [{ closed: 'c' }, 'the map has neither amount nor score'],
      [{ amount: 'a' }, 'the map has neither closed nor month'],
      [{ amount: '', closed: 'c' }, 'amount has to be the name of a column'],
      [{ amount: 'a', closed: 'c', won: 'Won' }, 'won has to be a list of stages'],
      [{ amount: 'a', closed: 'c', won: ['Done'], lost: ['done '] }, 'stage Done is both won and lost'],
      [{ amount: 'a', closed: 'c', minimumShare: 1.5 }, 'the minimum share has to be from 0 to 1'],
      [{ amount: 'a', closed: 'c', zone: "UTC' OR" }, 'zone has to be a time zone'],
    ];
    for (const [map, said] of maps)
      expect(await problem(...table, '--map', await written('bad.json', JSON.stringify(map)))).toContain(said);
    const map = await written('few.json', '{"amount": "a", "closed": "c"}');
    expect(await problem(...table, '--map', map, '--by', 'region')).toBe('the map has no column for region');
    expect(await problem(...table, '--by', 'colour')).toContain('there is no dimension colour; there are: person');
    expect(await problem(...table, '--min-share', '30%')).toContain('the minimum share');
    const run = (files: string, ...args: string[]) => problem('--run', files, '--out', file('x.csv'), ...args);
    expect(await run(file('none.csv'))).toContain('there is no file');
    expect(await run(file('none*.csv'))).toContain('cannot be read: IO Error: No files found');
    expect(await run(await written('deals.xlsx', ''))).toBe('deals.xlsx is neither .parquet nor .csv');
    expect(await run(await written('broken.parquet', 'PAR1'))).toContain('cannot be read');
    await writeFile(file('latin.csv'), Buffer.from('Verkäufer,Datum,Betrag\nJörg,2025-03-01,5\n', 'latin1'));
    expect(await run(file('latin.csv'))).toMatch(/latin\.csv cannot be read: .*utf-8/);
    expect(await run(await written('other.csv', 'A,B\n1,2\n'))).toContain('known among the columns: A, B. Say');
    expect(await run(await written('empty.csv', ''))).toContain('known among the columns');
    expect(await run(deals, '--map', map)).toBe('there is no column a; there are: Owner, Close Date, Amount');
    expect(await run(deals, '--by', 'region')).toContain('no column is known for region');
    expect(await problem('--run', deals)).toBe('--out month.csv is missing');
    expect(await run(deals, '--memory', 'lots')).toContain('DuckDB does not start');
    expect(await run('https://127.0.0.1/none*.parquet')).toContain('cannot be read');
    expect(await problem('--run', deals, '--out', '/none/x.csv')).toBe('/none/x.csv cannot be written');
    const forecast = await written('forecast.csv', 'Owner,Close Date,Forecast amount\nAnn,2025-03-01,5\n');
    expect(await run(forecast)).toBe(
      'is column Forecast amount the amount? Say so in a map: {"amount": "Forecast amount", …}',
    );
    const stages = await written('stages.csv', 'Owner,Close Date,Amount,Stage\nAnn,2025-03-01,5,Frobbed\n');
    expect(await run(stages)).toContain('is stage Frobbed (1 row) won, lost or still open?');
  });

  it('ends with 1 and no stack trace', async () => {
    const run = promisify(execFile)(join(root, 'node_modules/.bin/tsx'), [
      join(root, 'scripts/warehouse.ts'),
      ...['--engine', 'oracle', '--table', 'deals', '--lang', 'zh-CN'],
    ]);
    await expect(run).rejects.toMatchObject({ code: 1, stderr: expect.stringMatching(/^没有引擎 oracle[^\n]*\n$/) });
  });

  it('writes names as they are, and none that a spreadsheet takes for a formula', async () => {
    const deals = await written(
      'names.csv',
      '\uFEFFOwner,Close Date,Amount\n"=cmd|\' /C calc\'!A0",2025-03-01,1\n"Ann ""A""\nB, C",2025-03-01,2\n王芳,2025-03-01,3\n" Ann",2025-03-01,4\n@x,2025-03-01,5\n',
    );
    expect((await month(deals)).slice(1).sort()).toEqual(
      [
        "2025-03,'=cmd|' /C calc'!A0,1,1,1,1,0",
        '2025-03,"Ann ""A""\nB, C",2,2,1,1,0',
        '2025-03,王芳,3,3,1,1,0',
        '2025-03," Ann",4,4,1,1,0',
        "2025-03,'@x,5,5,1,1,0",
      ].sort(),
    );
  });

  it('keeps blank people, month borders, credit notes and all decimals', async () => {
    const deals = await written(
      'edges.csv',
      [
        'Owner,Close Date,Amount,Amount Collected,Quantity,Stage',
        ',2025-03-31,0.1,0.03,1,Won',
        ',2025-03-31 23:59:59,0.2,,2,Won',
        ',2025-04-01T00:00:00,-100,-30,-1,Won',
        ',2025-04-01,-100,-29.99,-1,Won',
        ',2025-03-31,123456789012345.1234567891,123456789012345,1,Won',
        ',2025-03-01,5,5,1,Lost',
        ',2025-03-01,5,5,1,Negotiation',
        ',,7,7,1,Won',
        '#1,2025-05-01,1,1,1,Won',
      ].join('\n'),
    );
    expect(await month(deals, '--min-share', '0.3')).toEqual([
      'month,person,sales,signed,collected,quantity,deals,won,lost',
      '2025-03,,123456789012345.2234567891,123456789012345.4234567891,123456789012345.03,4,2,3,1',
      '2025-04,,-100,-200,-59.99,-2,1,2,0',
      '2025-05,#1,1,1,1,1,1,1,0',
      ',,7,7,7,1,1,1,0',
    ]);
  });

  it('counts a timestamp for the day that it says, an instant for its day in a zone', async () => {
    const deals = await written(
      'zone.csv',
      'Owner,Close Date,Amount\nAnn,2025-03-31 20:00:00,1\nBob,2025-03-31T16:30:00Z,2\n',
    );
    expect((await month(deals)).slice(1)).toEqual(['2025-03,Ann,1,1,1,1,0', '2025-03,Bob,2,2,1,1,0']);
    expect((await month(deals, '--zone', 'Asia/Shanghai')).slice(1)).toEqual([
      '2025-04,Ann,1,1,1,1,0',
      '2025-04,Bob,2,2,1,1,0',
    ]);
  });

  it('takes a column that names the month as it is, and refuses scores that are none', async () => {
    const deals = await written('months.csv', 'Owner,Month,Amount\nAnn,2025-03,1\nAnn,2025年3月,2\n');
    expect((await month(deals)).slice(1)).toEqual(['2025-03,Ann,1,1,1,1,0', '2025年3月,Ann,2,2,1,1,0']);
    const survey = await written(
      'survey.csv',
      'Owner,Date,Score\nAnn,2025-03-01,9\nAnn,2025-03-02,7\nAnn,2025-03-02,\n',
    );
    expect(await month(survey)).toEqual(['month,person,promoters,passives,detractors,answers', '2025-03,Ann,1,1,0,2']);
    const odd = await written('odd.csv', 'Owner,Date,Score\nAnn,2025-03-01,11\nAnn,2025-03-02,7.5\n');
    expect(await problem('--run', odd, '--out', file('odd-month.csv'))).toContain(
      'Score: no whole number from 0 to 10 in 2 rows, such as 11',
    );
  });

  it('names what it cannot sum, and sums nothing', async () => {
    const deals = await written(
      'bad.csv',
      'Owner,Close Date,Amount\nAnn,2025-03-01,"1,234.50"\nAnn,2025-03-01,\nAnn,2025-03-01,0.12345678901\nAnn,31.03.2025,1\nAnn,2025-03-02,8\n',
    );
    const said = await problem('--run', deals, '--out', file('never.csv'));
    expect(said).toBe(
      'nothing is summed. Amount: no number in 1 row, such as "1,234.50"; Amount: more than 10 decimals in 1 row, such as 0.12345678901; ' +
        'Close Date: no date such as 2025-03-31 in 1 row, but "31.03.2025"; Amount: no amount in 1 row of won deals. With --leave these rows are left out',
    );
    expect(existsSync(file('never.csv'))).toBe(false);
    expect(await month(deals, '--leave')).toEqual([
      'month,person,sales,signed,deals,won,lost',
      '2025-03,Ann,8,8,1,1,0',
    ]);
    expect(await warehouse(['--run', deals, '--out', file('left.csv'), '--leave'])).toContain(
      '! left out: Amount: no amount in 1 row of won deals',
    );
  });

  it('reads Parquet files by a pattern, binary numbers as they are written, and answers', async () => {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    for (const [name, amount, score] of [
      ['part1', '0.1::DOUBLE + 0.2::DOUBLE', '9'],
      ['part2', '0.2::DOUBLE', '6'],
    ])
      await connection.run(
        `COPY (SELECT 'Ann' AS owner, DATE '2025-03-01' AS close_date, ${amount} AS amount, TRUE AS is_won, ${score} AS nps_score) TO '${file(`${name}.parquet`)}'`,
      );
    connection.closeSync();
    instance.closeSync();
    expect(await month(file('part*.parquet'), '--by', 'person')).toEqual([
      'month,person,sales,signed,deals,won,lost,promoters,passives,detractors,answers',
      '2025-03,Ann,0.5,0.5,2,2,0,1,0,1,2',
    ]);
  });

  const semantic = async (engine: string): Promise<string> => {
    const columns = { amount: 'a', closed: 'c', stage: 's', score: 'n', person: 'p' };
    const map = await written('all.json', JSON.stringify(columns));
    return warehouse(['--semantic', '--engine', engine, '--table', 'sales.deals', '--map', map]);
  };

  it('prints measures with what they are called in both languages', async () => {
    const { semantic_model: models } = JSON.parse(await semantic('snowflake'));
    const [{ metrics, datasets }] = models;
    expect(metrics.map(({ name }: { name: string }) => name)).toEqual(
      'sales,signed,deals,won,lost,promoters,passives,detractors,answers,win_rate,average_deal,nps'.split(','),
    );
    expect(metrics.at(-1)).toMatchObject({
      ai_context: { synonyms: ['Net Promoter Score', '净推荐值'] },
      expression: { dialects: [{ dialect: 'SNOWFLAKE' }] },
    });
    expect(datasets[0].fields[0].expression.dialects[0].expression).toBe('"P"');
  });

  it.skipIf(!existsSync(schemaFile))('… as a valid document (0.2.0.dev0)', async () => {
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(await readFile(schemaFile, 'utf8')));
    for (const engine of ['duckdb', 'snowflake', 'bigquery', 'spark']) {
      validate(JSON.parse(await semantic(engine)));
      expect(validate.errors).toBeNull();
    }
    validate({ version: '0.1.1' });
    expect(validate.errors).not.toBeNull();
  });
});
