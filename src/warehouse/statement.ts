import { foldedStage, type Source, type SourceDimension, type SourceField, type SourceFigure } from './source.ts';
import type { WarehouseDialect } from './warehouseDialect.ts';

/** A table by the parts of its name, or a call that reads a file. */
export type SourceTable = readonly string[] | { readonly sql: string };

export interface StatementTask {
  readonly source: Source;
  readonly table: SourceTable;
  readonly by: readonly SourceDimension[];
  /** Columns that hold decimals or whole numbers, so that they need not be read as texts. */
  readonly exact?: ReadonlySet<SourceField> | undefined;
}

/** By which headings the dimensions come. */
const DIMENSION_HEADINGS: Readonly<Record<SourceDimension, string>> = {
  person: 'person',
  manager: 'manager',
  team: 'team',
  region: 'region',
  product: 'product',
  customerType: 'customer_type',
};

/**
 * Sums by month and by the spellings of the dimensions: exactly, and without anything that has to be rounded. Ratios,
 * names that are the same to a spreadsheet, years to date and commissions are the product's own.
 */
export function monthStatement(task: StatementTask, dialect: WarehouseDialect): string {
  const { by, table } = task;
  const named = (name: string): string => dialect.identifier(name);
  const keys = [inner('month'), ...by.map(inner)];
  const shown = [
    `${inner('month')} AS ${named('month')}`,
    ...by.map(dimension => `${inner(dimension)} AS ${named(DIMENSION_HEADINGS[dimension])}`),
    ...rowFigures(task.source, inner, dialect).map(figure => `SUM(${rowText(figure)}) AS ${named(figure.heading)}`),
  ];
  const values = [...keys, ...readValues(task, inner, dialect).map(asNamed)];
  return [
    'SELECT',
    indented(1, shown),
    'FROM (',
    '  SELECT',
    indented(2, values),
    '  FROM (',
    '    SELECT',
    indented(3, readTexts(task, dialect).map(asNamed)),
    `    FROM ${tableText(table, dialect)}`,
    '  ) said',
    ') deals',
    `WHERE ${countedRows(task)}`,
    `GROUP BY ${keys.join(', ')}`,
    `ORDER BY ${keys.join(', ')}`,
  ].join('\n');
}

function indented(depth: number, columns: readonly string[]): string {
  return columns.map(column => '  '.repeat(depth) + column).join(',\n');
}

function asNamed([name, sql]: NamedSql): string {
  return `${sql} AS ${name}`;
}

export function tableText(table: SourceTable, dialect: WarehouseDialect): string {
  return 'sql' in table ? table.sql : table.map(part => dialect.identifier(part)).join('.');
}

/** The parts of sales.deals or "my.schema".deals; undefined for what is no name. */
export function tableParts(name: string): string[] | undefined {
  const parts: string[] = [];
  const part = /(?:"((?:[^"]|"")+)"|([^".\0]+))(?:\.(?=.)|$)/y;
  while (part.lastIndex < name.length) {
    const found = part.exec(name);
    if (!found) return undefined;
    const [, quoted, plain] = found;
    parts.push(quoted === undefined ? (plain ?? '').trim() : quoted.replace(/""/g, '"'));
  }
  return parts.length > 0 && parts.every(text => text !== '') ? parts : undefined;
}

type NamedSql = readonly [name: string, sql: string];
type SaidFigure = `${SourceFigure}_text`;
type Read =
  | SaidFigure
  | 'stage'
  | 'month'
  | 'won'
  | 'lost'
  | 'amount'
  | 'collected'
  | 'quantity'
  | 'cost'
  | 'score'
  | SourceDimension;
/** How what is read of a row is written. */
type ReadAt = (name: Read) => string;

/** No column of a table is called so. */
const inner: ReadAt = name => `kpi_${name.toLowerCase()}`;

/** Won deals without an amount, which are in no sum. */
export const UNREAD = 'unread';

/** A figure of a row: what it adds where a test holds, and else nothing. */
interface RowFigure {
  readonly heading: string;
  readonly test: string;
  readonly value: string;
  /** What it adds where the test does not hold. */
  readonly nothing: string;
}

/** The figures that a source has, of what is read of a row. */
function rowFigures({ columns, minimumShare }: Source, at: ReadAt, dialect: WarehouseDialect): RowFigure[] {
  const money = (heading: string, test: string, value: string): RowFigure => ({
    heading,
    test,
    value,
    nothing: dialect.zero,
  });
  const count = (heading: string, test: string): RowFigure => ({ heading, test, value: '1', nothing: '0' });
  const found: RowFigure[] = [];
  if (columns.amount !== undefined) {
    // As in an import, a deal without an amount is none: it is counted apart.
    const isDeal = `${at('won')} = 1 AND ${at('amount')} IS NOT NULL`;
    const isPaid =
      minimumShare === undefined || columns.collected === undefined ? '' : paidRule(minimumShare, at, dialect);
    const counts = isPaid === '' ? isDeal : `${isDeal} AND ${isPaid}`;
    found.push(money('sales', counts, at('amount')), money('signed', isDeal, at('amount')));
    for (const field of ['collected', 'quantity', 'cost'] as const)
      if (columns[field] !== undefined) found.push(money(field, `${isDeal} AND ${at(field)} IS NOT NULL`, at(field)));
    found.push(
      count('deals', `${counts} AND ${at('amount')} <> 0`),
      count('won', isDeal),
      count('lost', `${at('lost')} = 1`),
      count(UNREAD, `${at('won')} = 1 AND ${at('amount')} IS NULL`),
    );
  }
  if (columns.score !== undefined)
    found.push(
      count('promoters', `${at('score')} >= 9`),
      count('passives', `${at('score')} > 6 AND ${at('score')} < 9`),
      count('detractors', `${at('score')} <= 6`),
      count('answers', `${at('score')} IS NOT NULL`),
    );
  return found;
}

/** COUNTABLE, in whole numbers: no product has more places than its factors. */
function paidRule(minimumShare: number, at: ReadAt, dialect: WarehouseDialect): string {
  const [share, whole] = wholeRatio(minimumShare);
  const paid = `COALESCE(${at('collected')}, ${dialect.zero}) * ${whole}`;
  const needed = `${at('amount')} * ${share}`;
  // A credit note has a negative amount, and counts once it has been paid back.
  return `((${at('amount')} >= 0 AND ${paid} >= ${needed}) OR (${at('amount')} < 0 AND ${paid} <= ${needed}))`;
}

/** 0.3 is 3 by 10. */
function wholeRatio(share: number): readonly [string, string] {
  const [, digits = ''] = share.toFixed(6).replace(/0+$/, '').split('.');
  return [String(Number(`${Math.trunc(share)}${digits}`)), `1${'0'.repeat(digits.length)}`];
}

function rowText({ test, value, nothing }: RowFigure): string {
  return `CASE WHEN ${test} THEN ${value} ELSE ${nothing} END`;
}

interface RowExpressions {
  readonly month: string;
  readonly figures: readonly { readonly heading: string; readonly sql: string; readonly isCount: boolean }[];
}

/** The same of a row by itself, written over the columns of the table. */
export function rowExpressions(task: StatementTask, dialect: WarehouseDialect): RowExpressions {
  const texts = new Map(readTexts(task, dialect));
  const said: ReadAt = name => texts.get(inner(name)) ?? 'NULL';
  const read = new Map(readValues(task, said, dialect));
  const at: ReadAt = name => `(${read.get(inner(name)) ?? 'NULL'})`;
  const figures = rowFigures(task.source, at, dialect).filter(({ heading }) => heading !== UNREAD);
  return {
    month: monthText(task.source, dialect),
    figures: figures.map(figure => ({
      heading: figure.heading,
      sql: rowText(figure),
      isCount: figure.value === '1',
    })),
  };
}

/** Deals that are won or lost, and answers. */
function countedRows({ source: { columns } }: StatementTask): string {
  const closed = columns.amount === undefined ? [] : [`${inner('won')} = 1`, `${inner('lost')} = 1`];
  const answered = columns.score === undefined ? [] : [`${inner('score')} IS NOT NULL`];
  return [...closed, ...answered].join(' OR ');
}

const FIGURES: readonly SourceFigure[] = ['amount', 'collected', 'quantity', 'cost', 'score'];

/** What a row says, as texts where it may be anything. */
function readTexts({ source, by, exact }: StatementTask, dialect: WarehouseDialect): NamedSql[] {
  const { columns } = source;
  const column = (field: SourceField): string => dialect.identifier(columns[field] ?? '');
  const read: NamedSql[] = [[inner('month'), monthText(source, dialect)]];
  for (const dimension of by) read.push([inner(dimension), column(dimension)]);
  if (columns.amount !== undefined && columns.stage !== undefined)
    read.push([inner('stage'), dialect.folded(dialect.text(column('stage')))]);
  for (const figure of FIGURES) {
    if (columns[figure] === undefined) continue;
    const isExact = exact?.has(figure) ?? false;
    read.push([inner(`${figure}_text`), isExact ? column(figure) : dialect.text(column(figure))]);
  }
  return read;
}

/** What that comes to: outcomes and figures. */
function readValues({ source, exact }: StatementTask, at: ReadAt, dialect: WarehouseDialect): NamedSql[] {
  const { columns } = source;
  const read: NamedSql[] = [];
  if (columns.amount !== undefined) {
    const flag = (stages: readonly string[], always: string): string => {
      if (columns.stage === undefined) return always;
      const known = [...new Set(stages.map(foldedStage))].map(word => dialect.literal(word));
      return known.length === 0 ? '0' : `CASE WHEN ${at('stage')} IN (${known.join(', ')}) THEN 1 ELSE 0 END`;
    };
    read.push([inner('won'), flag(source.won, '1')], [inner('lost'), flag(source.lost, '0')]);
  }
  for (const figure of FIGURES) {
    if (columns[figure] === undefined) continue;
    const text = at(`${figure}_text`);
    read.push([inner(figure), exact?.has(figure) ? dialect.exact(text) : dialect.decimal(text)]);
  }
  return read;
}

/** The month of the day; a column that names the month itself is taken as it is written. */
function monthText({ columns, zone }: Source, dialect: WarehouseDialect): string {
  const { closed, month } = columns;
  if (closed !== undefined) return dialect.month(dialect.day(dialect.identifier(closed), zone));
  return dialect.text(dialect.identifier(month ?? ''));
}
