/**
 * The month as SQL:
 * npm run warehouse -- --engine bigquery --table sales.deals [--map mapping.json] [--by person,region]
 * npm run warehouse -- --run 'deals/*.parquet' --out month.csv [--map mapping.json] [--by person,region]
 * npm run warehouse -- --semantic --engine snowflake --table sales.deals
 *
 * Ends with 0, or with 1 and a sentence where something is wrong.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Language, say, type Text } from '../src/kernel/text.ts';
import { WAREHOUSE_NAMES, WAREHOUSES, type WarehouseName } from '../src/warehouse/dialects.ts';
import { semanticModel } from '../src/warehouse/semantic.ts';
import {
  dimensionsOf,
  isShare,
  noShare,
  OWN_NAMES,
  readSource,
  type Source,
  type SourceDimension,
} from '../src/warehouse/source.ts';
import { monthStatement, tableParts } from '../src/warehouse/statement.ts';
import { monthOfFiles, WarehouseProblem } from './warehouse/deals.ts';
import { HELP } from './warehouse/help.ts';

const OPTIONS = {
  engine: { type: 'string' },
  table: { type: 'string' },
  map: { type: 'string' },
  by: { type: 'string' },
  'min-share': { type: 'string' },
  zone: { type: 'string' },
  run: { type: 'string' },
  out: { type: 'string' },
  leave: { type: 'boolean', default: false },
  memory: { type: 'string' },
  semantic: { type: 'boolean', default: false },
  lang: { type: 'string', default: 'en' },
  help: { type: 'boolean', default: false },
} as const;

type Said = ReturnType<typeof parsed>;

/** What the command prints. */
export async function warehouse(args: readonly string[]): Promise<string> {
  const said = parsed(args);
  const language: Language = said.lang.startsWith('zh') ? 'zh' : 'en';
  if (said.help || args.length === 0) return HELP[language];
  const map = said.map === undefined ? undefined : await mapOf(said.map);
  if (said.run !== undefined) return summedFiles(said, map, language);
  const engine = engineOf(said.engine);
  if (said.table === undefined) throw new WarehouseProblem(say('--table is missing', '缺少 --table'));
  const table = tableParts(said.table);
  if (!table) throw new WarehouseProblem(say(`${said.table} is no name of a table`, `${said.table} 不是有效的表名`));
  const by = byOf(said, map?.source.columns.person !== undefined || map === undefined);
  const source = sourceFor(map?.source, by, said);
  const task = { source, table, by };
  if (said.semantic) return `${JSON.stringify(semanticModel(task, engine), null, 2)}\n`;
  return `${aboutStages(source, language)}${monthStatement(task, WAREHOUSES[engine])};\n`;
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    const [reason = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    throw new WarehouseProblem(say(`${reason} (--help tells the options)`, `${reason}（--help 列出各选项）`));
  }
}

interface SaidMap {
  readonly source: Source;
  readonly hasStages: boolean;
}

async function mapOf(file: string): Promise<SaidMap> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new WarehouseProblem(say(`the map ${file} cannot be read`, `无法读取映射 ${file}`));
  });
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new WarehouseProblem(say(`the map ${file} is no JSON`, `映射 ${file} 不是 JSON`));
  }
  const source = readSource(json);
  if ('en' in source) throw new WarehouseProblem(source);
  return { source, hasStages: ['won', 'lost'].some(key => Object.keys(Object(json)).includes(key)) };
}

function engineOf(name: string | undefined): WarehouseName {
  const known = WAREHOUSE_NAMES.join(', ');
  if (name === undefined) throw new WarehouseProblem(say(`--engine is missing: ${known}`, `缺少 --engine：${known}`));
  const engine = WAREHOUSE_NAMES.find(each => each === name.toLowerCase());
  if (!engine)
    throw new WarehouseProblem(
      say(`there is no engine ${name}; there are: ${known}`, `没有引擎 ${name}，可用的有：${known}`),
    );
  return engine;
}

function byOf({ by }: Said, hasPerson: boolean): SourceDimension[] {
  const dimensions = by === undefined ? (hasPerson ? dimensionsOf('person') : []) : dimensionsOf(by);
  if ('en' in dimensions) throw new WarehouseProblem(dimensions);
  return dimensions;
}

function shareOf({ 'min-share': said }: Said): number | undefined {
  if (said === undefined) return undefined;
  const share = said.trim() === '' ? Number.NaN : Number(said);
  if (!isShare(share)) throw new WarehouseProblem(noShare());
  return share;
}

/** Without a map the columns are called as our fields. */
function sourceFor(mapped: Source | undefined, by: readonly SourceDimension[], said: Said): Source {
  const given = mapped ?? {
    ...OWN_NAMES,
    columns: { ...OWN_NAMES.columns, ...Object.fromEntries(by.map(name => [name, OWN_DIMENSIONS[name] ?? name])) },
  };
  const missing = by.find(dimension => given.columns[dimension] === undefined);
  if (missing !== undefined)
    throw new WarehouseProblem(say(`the map has no column for ${missing}`, `映射中没有 ${missing} 的列`));
  return { ...given, minimumShare: shareOf(said) ?? given.minimumShare, zone: zoneOf(said) ?? given.zone };
}

const OWN_DIMENSIONS: Readonly<Partial<Record<SourceDimension, string>>> = { customerType: 'customer_type' };

/** Checked as the map's zone is. */
function zoneOf({ zone }: Said): string | undefined {
  if (zone === undefined) return undefined;
  const read = readSource({ amount: 'amount', closed: 'closed', zone });
  if ('en' in read) throw new WarehouseProblem(read);
  return read.zone;
}

/** Which stages count stands above the statement, since the table is not asked. */
function aboutStages({ columns, won, lost }: Source, language: Language): string {
  if (columns.stage === undefined) return '';
  const list = (stages: readonly string[]): string => stages.join(', ').replace(/\s+/g, ' ');
  const text = say(
    `Won: ${list(won)}. Lost: ${list(lost)}. Every other stage is open. "unread" has to be 0.`,
    `赢单：${list(won)}。输单：${list(lost)}。其他阶段均为进行中。unread 应为 0。`,
  );
  return `-- ${text[language]}\n`;
}

async function summedFiles(said: Said, map: SaidMap | undefined, language: Language): Promise<string> {
  const { run = '', out } = said;
  if (out === undefined) throw new WarehouseProblem(say('--out month.csv is missing', '缺少 --out month.csv'));
  const by = byOf(said, true);
  const { csv, rows, groups, columns, notes } = await monthOfFiles({
    files: run,
    source: map?.source,
    hasStages: map?.hasStages,
    by,
    minimumShare: shareOf(said),
    zone: zoneOf(said),
    leave: said.leave,
    memory: said.memory,
  });
  await writeFile(out, csv).catch(() => {
    throw new WarehouseProblem(say(`${out} cannot be written`, `无法写入 ${out}`));
  });
  const told = say(`${out}: ${rows} rows summed up in ${groups}`, `${out}：${rows} 行汇总为 ${groups} 行`);
  return [
    ...Object.entries(columns).map(([field, column]) => `  ${field} = ${column}`),
    ...notes.map((note: Text) => `  ! ${note[language]}`),
    `${told[language]}\n`,
  ].join('\n');
}

async function main(): Promise<number> {
  const args = process.argv.slice(2);
  try {
    process.stdout.write(await warehouse(args));
    return 0;
  } catch (error) {
    const at = args.indexOf('--lang');
    const language: Language = (args[at + 1] ?? '').startsWith('zh') && at >= 0 ? 'zh' : 'en';
    const message = error instanceof Error ? error.message : String(error);
    console.error(error instanceof WarehouseProblem ? error.said[language] : message);
    return 1;
  }
}

if (process.argv[1]?.endsWith('warehouse.ts')) process.exitCode = await main();
