import { access } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Cell } from '../../src/kernel/cell.ts';
import { say, type Text } from '../../src/kernel/text.ts';
import { flagged, isFlag, outcomeOf, type StageOutcome } from '../../src/month/import/stages.ts';
import { csvText, type ResultCell } from '../../src/warehouse/csvText.ts';
import { WAREHOUSES } from '../../src/warehouse/dialects.ts';
import { fileColumns } from '../../src/warehouse/fileColumns.ts';
import { inspectionStatement, rowFaults, withoutFaults } from '../../src/warehouse/inspection.ts';
import {
  checked,
  foldedStage,
  type Source,
  type SourceColumns,
  type SourceDimension,
  type SourceField,
} from '../../src/warehouse/source.ts';
import { monthStatement, type SourceTable, UNREAD } from '../../src/warehouse/statement.ts';

const { duckdb } = WAREHOUSES;

/** What is wrong, in both languages: the command says it and ends with 1. */
export class WarehouseProblem extends Error {
  readonly said: Text;

  constructor(said: Text) {
    super(said.en);
    this.said = said;
  }
}

export interface DealsTask {
  /** A file or a pattern such as deals/*.parquet. */
  readonly files: string;
  /** What the map says; without one the headings are matched as in an import. */
  readonly source?: Source | undefined;
  /** Stages are known by the map alone. */
  readonly hasStages?: boolean | undefined;
  readonly by: readonly SourceDimension[];
  readonly minimumShare?: number | undefined;
  readonly zone?: string | undefined;
  /** Rows that cannot be read are left out, and said. */
  readonly leave?: boolean | undefined;
  /** How DuckDB writes it: 1GB. */
  readonly memory?: string | undefined;
}

export interface DealsMonth {
  readonly csv: string;
  readonly statement: string;
  readonly rows: number;
  readonly groups: number;
  readonly columns: SourceColumns;
  /** What was left out or has to be known. */
  readonly notes: readonly Text[];
}

/** Sums files of deals where they are: the statement of the embedded engine, and its result as a file to bring in. */
export async function monthOfFiles(task: DealsTask): Promise<DealsMonth> {
  const files = await tableOf(task.files);
  const database = await DuckDBInstance.create(':memory:', {
    memory_limit: task.memory ?? '1GB',
    threads: String(Math.min(4, availableParallelism())),
    preserve_insertion_order: 'false',
    // What is not in the package is not fetched: files of this machine need nothing else.
    autoinstall_known_extensions: 'false',
  }).catch(error => {
    throw new WarehouseProblem(cannotStart(error));
  });
  const connection = await database.connect();
  try {
    await connection.run("SET TimeZone = 'UTC'");
    return await summed(connection, await cleaned(connection, files), task);
  } catch (error) {
    throw error instanceof WarehouseProblem ? error : new WarehouseProblem(cannotRead(task.files, error));
  } finally {
    connection.closeSync();
    database.closeSync();
  }
}

async function summed(connection: DuckDBConnection, table: SourceTable, task: DealsTask): Promise<DealsMonth> {
  const types = await columnTypes(connection, table);
  const source = await sourceOf(connection, table, types, task);
  for (const dimension of task.by) {
    if (source.columns[dimension] !== undefined) continue;
    throw new WarehouseProblem(
      say(
        `no column is known for ${dimension}; the columns are: ${[...types.keys()].join(', ')}`,
        `没有对应 ${dimension} 的列；现有的列：${[...types.keys()].join(', ')}`,
      ),
    );
  }
  const exact = exactFields(source, types);
  const faults = rowFaults(source, exact, duckdb);
  const [[rows, ...found] = []] = await query(connection, inspectionStatement(table, faults, duckdb));
  const notes = faults.flatMap((fault, index) => {
    const count = Number(found[index * 2] ?? 0);
    const example = found[index * 2 + 1] ?? '';
    return count === 0 ? [] : [fault.say(count, example, source.columns[fault.field] ?? '')];
  });
  if (notes.length > 0 && !task.leave) throw new WarehouseProblem(refused(notes));
  const kept = notes.length === 0 ? table : withoutFaults(table, faults, duckdb);
  const statement = monthStatement({ source, table: kept, by: task.by, exact }, duckdb);
  const result = await connection.runAndReadAll(statement);
  const headings = result.columnNames();
  const unread = headings.indexOf(UNREAD);
  const lines = result.getRowsJson().map(row => row.map(textOf));
  const blankMonths = lines.filter(([month]) => month === null).length;
  const withoutUnread = <Item>(line: readonly Item[]): Item[] => line.filter((_, column) => column !== unread);
  return {
    csv: csvText(withoutUnread(headings), 1 + task.by.length, lines.map(withoutUnread)),
    statement,
    rows: Number(rows ?? 0),
    groups: lines.length,
    columns: source.columns,
    notes: [
      ...notes.map(({ en, zh }) => say(`left out: ${en}`, `未计入：${zh}`)),
      ...(blankMonths === 0 ? [] : [noMonth(blankMonths)]),
    ],
  };
}

async function tableOf(files: string): Promise<SourceTable> {
  if (!/[*?[\]{}]/.test(files)) {
    await access(files).catch(() => {
      throw new WarehouseProblem(say(`there is no file ${files}`, `找不到文件 ${files}`));
    });
  }
  const path = duckdb.literal(files);
  if (/\.parquet$/i.test(files)) return { sql: `read_parquet(${path}, union_by_name = true)` };
  // Read as they are written: what a reader takes for a number or a day is not left to its guess.
  if (/\.(?:csv|tsv|txt)(?:\.gz)?$/i.test(files))
    return {
      sql: `read_csv(${path}, all_varchar = true, header = true, skip = 0, comment = '', union_by_name = true)`,
    };
  throw new WarehouseProblem(
    say(`${basename(files)} is neither .parquet nor .csv`, `${basename(files)} 既不是 .parquet，也不是 .csv`),
  );
}

/** Binary numbers with the 15 digits that a spreadsheet keeps: the noise behind them is nobody's. */
async function cleaned(connection: DuckDBConnection, table: SourceTable): Promise<SourceTable> {
  const types = await columnTypes(connection, table);
  const binary = [...types].filter(([, type]) => type === 'DOUBLE');
  if (binary.length === 0) return table;
  const names = binary.map(([name]) => duckdb.identifier(name));
  const texts = names.map(name => `PRINTF('%.15g', ${name}) AS ${name}`);
  return { sql: `(SELECT * REPLACE (${texts.join(', ')}) FROM ${'sql' in table ? table.sql : ''}) cleaned` };
}

async function columnTypes(connection: DuckDBConnection, table: SourceTable): Promise<ReadonlyMap<string, string>> {
  const described = await query(connection, `DESCRIBE SELECT * FROM ${'sql' in table ? table.sql : ''}`);
  return new Map(described.map(([name, type]) => [name ?? '', type ?? '']));
}

async function sourceOf(
  connection: DuckDBConnection,
  table: SourceTable,
  types: ReadonlyMap<string, string>,
  task: DealsTask,
): Promise<Source> {
  const mapped = task.source ?? (await matchedSource(connection, table));
  const known = mapped.columns;
  for (const column of Object.values(known)) {
    if ([...types.keys()].some(name => name.toLowerCase() === column.toLowerCase())) continue;
    throw new WarehouseProblem(
      say(
        `there is no column ${column}; there are: ${[...types.keys()].join(', ')}`,
        `没有列 ${column}；现有的列：${[...types.keys()].join(', ')}`,
      ),
    );
  }
  const source: Source = {
    ...mapped,
    minimumShare: task.minimumShare ?? mapped.minimumShare,
    zone: task.zone ?? mapped.zone,
  };
  return task.hasStages || known.stage === undefined ? source : withStages(connection, table, source, known.stage);
}

const SAMPLE_ROWS = 50;

async function matchedSource(connection: DuckDBConnection, table: SourceTable): Promise<Source> {
  const sql = `SELECT * FROM ${'sql' in table ? table.sql : ''} LIMIT ${SAMPLE_ROWS}`;
  const sample = await connection.runAndReadAll(sql);
  const isNumber = sample.columnTypes().map(type => /INT|DECIMAL|DOUBLE|FLOAT/.test(String(type)));
  const cells: Cell[][] = sample.getRowsJson().map(row =>
    row.map((value, column) => {
      const text = textOf(value);
      return text !== null && isNumber[column] ? Number(text) : text;
    }),
  );
  const columns = fileColumns([sample.columnNames(), ...cells]);
  if ('en' in columns) throw new WarehouseProblem(columns);
  const source = checked({ columns, won: [], lost: [] });
  if ('en' in source) {
    const names = sample.columnNames().join(', ');
    throw new WarehouseProblem(
      say(
        `no amounts with a date are known among the columns: ${names}. Say in a map which they are`,
        `在以下列中未找到金额及日期：${names}。请在映射中指明`,
      ),
    );
  }
  return source;
}

const MOST_STAGES = 1000;

/** The stages of the files, by what they mean in an import; one that nobody knows is asked about. */
async function withStages(
  connection: DuckDBConnection,
  table: SourceTable,
  source: Source,
  column: string,
): Promise<Source> {
  const stage = duckdb.text(duckdb.identifier(column));
  const from = 'sql' in table ? table.sql : '';
  const found = await query(
    connection,
    `SELECT ${stage}, COUNT(*) FROM ${from} WHERE ${stage} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC LIMIT ${MOST_STAGES}`,
  );
  const stages: Record<StageOutcome, string[]> = { won: [], lost: [], open: [] };
  for (const [text, rows] of found) {
    const said = text ?? '';
    const outcome = outcomeOf(String(isFlag(column) ? flagged(said) : said));
    if (outcome === undefined || found.length === MOST_STAGES)
      throw new WarehouseProblem(
        say(
          `is stage ${said} (${rows === '1' ? '1 row' : `${rows} rows`}) won, lost or still open? Say so in a map: {"won": […], "lost": […]}; all others are open`,
          `阶段 ${said}（${rows} 行）属于赢单、输单还是进行中？请在映射中写明：{"won": […], "lost": […]}，其余均为进行中`,
        ),
      );
    stages[outcome].push(foldedStage(said));
  }
  return { ...source, won: stages.won, lost: stages.lost };
}

/** Columns that the files keep as decimals or whole numbers within the places that are kept. */
function exactFields({ columns }: Source, types: ReadonlyMap<string, string>): Set<SourceField> {
  const typeOf = new Map([...types].map(([name, type]) => [name.toLowerCase(), type]));
  const fields = ['amount', 'collected', 'quantity', 'cost', 'score'] as const;
  return new Set(
    fields.filter(field => {
      const type = typeOf.get((columns[field] ?? '').toLowerCase()) ?? '';
      const decimals = /^DECIMAL\((\d+),(\d+)\)$/.exec(type);
      if (decimals) return Number(decimals[2]) <= 10 && Number(decimals[1]) - Number(decimals[2]) <= 20;
      return /^U?(?:TINYINT|SMALLINT|INTEGER|BIGINT)$/.test(type);
    }),
  );
}

async function query(connection: DuckDBConnection, sql: string): Promise<ResultCell[][]> {
  const result = await connection.runAndReadAll(sql);
  return result.getRowsJson().map(row => row.map(textOf));
}

function textOf(value: unknown): ResultCell {
  return value === null || value === undefined ? null : String(value);
}

function refused(notes: readonly Text[]): Text {
  const [en, zh] = [notes.map(note => note.en).join('; '), notes.map(note => note.zh).join('；')];
  return say(
    `nothing is summed. ${en}. With --leave these rows are left out`,
    `未汇总。${zh}。加上 --leave 可略过这些行`,
  );
}

function noMonth(groups: number): Text {
  return say(
    `no month in ${groups === 1 ? '1 row' : `${groups} rows`} of the result: the deals have no date`,
    `结果中有 ${groups} 行没有月份：这些单没有日期`,
  );
}

function cannotStart(error: unknown): Text {
  const reason = reasonOf(error);
  return say(`DuckDB does not start: ${reason}`, `DuckDB 无法启动：${reason}`);
}

function cannotRead(files: string, error: unknown): Text {
  const reason = reasonOf(error);
  return say(`${files} cannot be read: ${reason}`, `无法读取 ${files}：${reason}`);
}

/** The engine's own sentence, without what it adds for programmers. */
function reasonOf(error: unknown): string {
  const [told = ''] = (error instanceof Error ? error.message : String(error)).split('\n\n');
  const lines = told.split('\n').filter(line => !/^(?:Original Line|LINE \d|\s*\^)/.test(line));
  return lines.join(' ').trim();
}
