import { say, type Text } from '../kernel/text.ts';
import { isShortInDuckdb } from './dialects.ts';
import type { Source, SourceField, SourceFigure } from './source.ts';
import { foldedStage } from './source.ts';
import { type SourceTable, tableText } from './statement.ts';
import { DECIMAL_PLACES, type WarehouseDialect } from './warehouseDialect.ts';

/** What may be wrong with rows, and how a query finds it. */
export interface RowFault {
  readonly field: SourceField;
  /** True for a row that has it, and never NULL. */
  readonly test: string;
  /** The text that is at fault; '' where it is blank. */
  readonly example: string;
  say(rows: number, example: string, heading: string): Text;
}

const FIGURES: readonly SourceFigure[] = ['amount', 'collected', 'quantity', 'cost', 'score'];

/** Why rows cannot be summed; DuckDB tells what cannot be cast without stopping. */
export function rowFaults(source: Source, exact: ReadonlySet<SourceField>, dialect: WarehouseDialect): RowFault[] {
  const { columns } = source;
  const textAt = (field: SourceField): string => dialect.text(dialect.identifier(columns[field] ?? ''));
  const faults: RowFault[] = [];
  for (const field of FIGURES) {
    if (columns[field] === undefined || exact.has(field)) continue;
    const text = textAt(field);
    const [kept, finer] = [
      `TRY_CAST(${text} AS DECIMAL(30, ${DECIMAL_PLACES}))`,
      `TRY_CAST(${text} AS DECIMAL(38, 18))`,
    ];
    faults.push(
      { field, test: unlessShort(text, `${text} IS NOT NULL AND ${finer} IS NULL`), example: text, say: unreadable },
      { field, test: unlessShort(text, `COALESCE(${finer} <> ${kept}, FALSE)`), example: text, say: tooFine },
    );
  }
  if (columns.score !== undefined) {
    const score = `TRY_CAST(${textAt('score')} AS DOUBLE)`;
    const isScore = `${score} BETWEEN 0 AND 10 AND ${score} = FLOOR(${score})`;
    faults.push({ field: 'score', test: `NOT COALESCE(${isScore}, TRUE)`, example: textAt('score'), say: noScore });
  }
  if (columns.closed !== undefined) {
    const name = dialect.identifier(columns.closed);
    const test = `(${name} IS NOT NULL AND TRY_CAST(${name} AS TIMESTAMP) IS NULL)`;
    faults.push({ field: 'closed', test, example: textAt('closed'), say: noDate });
  }
  if (columns.amount !== undefined) {
    const won = isWon(source, dialect);
    const blank = `(${textAt('amount')} IS NULL${won === '' ? '' : ` AND ${won}`})`;
    faults.push({ field: 'amount', test: blank, example: "''", say: noAmount });
  }
  if (columns.stage !== undefined)
    faults.push({ field: 'stage', test: `(${textAt('stage')} IS NULL)`, example: "''", say: noStage });
  return faults;
}

/** A short figure has neither fault, and need not be cast to find out. */
function unlessShort(text: string, test: string): string {
  return `CASE WHEN ${isShortInDuckdb(text)} THEN FALSE ELSE ${test} END`;
}

/** How many rows have each fault, the first text of it, and how many rows there are. */
export function inspectionStatement(
  table: SourceTable,
  faults: readonly RowFault[],
  dialect: WarehouseDialect,
): string {
  const counts = faults.flatMap(({ test, example }) => [
    `SUM(CASE WHEN ${test} THEN 1 ELSE 0 END)`,
    `MIN(CASE WHEN ${test} THEN ${example} END)`,
  ]);
  return `SELECT ${['COUNT(*)', ...counts].join(',\n  ')}\nFROM ${tableText(table, dialect)}`;
}

/** The same table without the rows that have a fault. */
export function withoutFaults(table: SourceTable, faults: readonly RowFault[], dialect: WarehouseDialect): SourceTable {
  if (faults.length === 0) return table;
  const whole = faults.map(({ test }) => `NOT (${test})`).join(' AND ');
  return { sql: `(SELECT * FROM ${tableText(table, dialect)} WHERE ${whole}) whole` };
}

function isWon({ columns, won }: Source, dialect: WarehouseDialect): string {
  if (columns.stage === undefined) return '';
  const words = [...new Set(won.map(foldedStage))].map(word => dialect.literal(word));
  const stage = dialect.folded(dialect.text(dialect.identifier(columns.stage)));
  return words.length === 0 ? 'FALSE' : `COALESCE(${stage} IN (${words.join(', ')}), FALSE)`;
}

const unreadable: RowFault['say'] = (rows, example, heading) =>
  say(
    `${heading}: no number in ${rows === 1 ? '1 row' : `${rows} rows`}, such as "${example}"`,
    `${heading}：${rows} 行不是数字，例如“${example}”`,
  );
const tooFine: RowFault['say'] = (rows, example, heading) =>
  say(
    `${heading}: more than ${DECIMAL_PLACES} decimals in ${rows === 1 ? '1 row' : `${rows} rows`}, such as ${example}`,
    `${heading}：${rows} 行的小数超过 ${DECIMAL_PLACES} 位，例如 ${example}`,
  );
const noScore: RowFault['say'] = (rows, example, heading) =>
  say(
    `${heading}: no whole number from 0 to 10 in ${rows === 1 ? '1 row' : `${rows} rows`}, such as ${example}`,
    `${heading}：${rows} 行不是 0 到 10 的整数，例如 ${example}`,
  );
const noDate: RowFault['say'] = (rows, example, heading) =>
  say(
    `${heading}: no date such as 2025-03-31 in ${rows === 1 ? '1 row' : `${rows} rows`}, but "${example}"`,
    `${heading}：${rows} 行不是 2025-03-31 这样的日期，例如“${example}”`,
  );
const noAmount: RowFault['say'] = (rows, _, heading) =>
  say(
    `${heading}: no amount in ${rows === 1 ? '1 row' : `${rows} rows`} of won deals`,
    `${heading}：${rows} 笔赢单没有金额`,
  );
const noStage: RowFault['say'] = (rows, _, heading) =>
  say(`${heading}: no stage in ${rows === 1 ? '1 row' : `${rows} rows`}`, `${heading}：${rows} 行没有阶段`);
