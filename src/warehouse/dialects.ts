import {
  backslashQuoted,
  blankless,
  castTo,
  DECIMAL_PLACES,
  standardQuoted,
  unrounded,
  type WarehouseDialect,
} from './warehouseDialect.ts';

const KEPT = `DECIMAL(30, ${DECIMAL_PLACES})`;
const quotedName = (name: string): string => standardQuoted(name, '"');
const folded = (value: string): string => `LOWER(${value})`;

/** DuckDB reads decimals that fit into 64 bits a hundred times as fast as longer ones. */
export function isShortInDuckdb(text: string): string {
  return `REGEXP_FULL_MATCH(${text}, '-?[0-9]{1,13}([.][0-9]{1,4})?')`;
}

function quickInDuckdb(text: string): string {
  return castTo(castTo(text, 'DECIMAL(18, 4)'), KEPT);
}

const duckdb: WarehouseDialect = {
  label: 'DuckDB',
  identifier: quotedName,
  literal: text => standardQuoted(text),
  text: value => blankless(castTo(value, 'VARCHAR')),
  folded,
  decimal: text => `CASE WHEN ${isShortInDuckdb(text)} THEN ${quickInDuckdb(text)} ELSE ${unrounded(text)} END`,
  exact: value => castTo(value, KEPT),
  zero: castTo('0', KEPT),
  day: (value, zone) =>
    zone === undefined
      ? castTo(castTo(value, 'TIMESTAMP'), 'DATE')
      : castTo(`${castTo(value, 'TIMESTAMPTZ')} AT TIME ZONE ${standardQuoted(zone)}`, 'DATE'),
  month: day => `STRFTIME(${day}, '%Y-%m')`,
  double: value => castTo(value, 'DOUBLE'),
  days: (from, to) => `DATE_DIFF('day', ${from}, ${to})`,
};

/** NUMERIC has as many places as a figure needs. */
const postgres: WarehouseDialect = {
  label: 'PostgreSQL',
  identifier: quotedName,
  literal: text => standardQuoted(text),
  text: value => blankless(castTo(value, 'TEXT')),
  folded,
  decimal: text => castTo(text, 'NUMERIC'),
  exact: value => castTo(value, 'NUMERIC'),
  zero: castTo('0', 'NUMERIC'),
  day: (value, zone) =>
    zone === undefined
      ? castTo(value, 'DATE')
      : castTo(`${castTo(value, 'TIMESTAMP WITH TIME ZONE')} AT TIME ZONE ${standardQuoted(zone)}`, 'DATE'),
  month: day => `TO_CHAR(${day}, 'YYYY-MM')`,
  double: value => castTo(value, 'DOUBLE PRECISION'),
  days: (from, to) => `(${to} - ${from})`,
};

/** Written as servers of 2018 read it, too: those that Debian has. */
const clickhouse: WarehouseDialect = {
  label: 'ClickHouse',
  identifier: name => backslashQuoted(name, '`'),
  literal: text => backslashQuoted(text),
  text: value => `nullIf(replaceRegexpAll(toString(${value}), '^[[:space:]]+|[[:space:]]+$', ''), '')`,
  folded: value => `lowerUTF8(${value})`,
  // It reads 1,234.50 as 1, and cuts decimals: both are stopped. What is NULL has a blank text under it, which it would read.
  decimal: text => {
    const said = `ifNull(${text}, '0')`;
    const isNumber = `match(${said}, '^-?[0-9]+([.][0-9]{0,${DECIMAL_PLACES}}0*)?$')`;
    return `if(isNull(${text}), NULL, toDecimal128(${said}, ${DECIMAL_PLACES}) + throwIf(NOT ${isNumber}))`;
  },
  exact: value => `toDecimal128(${value}, ${DECIMAL_PLACES})`,
  zero: `toDecimal128('0', ${DECIMAL_PLACES})`,
  day: (value, zone) => (zone === undefined ? `toDate(${value})` : `toDate(${value}, ${backslashQuoted(zone)})`),
  month: day => `formatDateTime(${day}, '%Y-%m')`,
  double: value => `toFloat64(${value})`,
  days: (from, to) => `(${to} - ${from})`,
};

/** BIGNUMERIC has 38 places. */
const bigquery: WarehouseDialect = {
  label: 'BigQuery',
  identifier: name => backslashQuoted(name, '`'),
  literal: text => backslashQuoted(text),
  text: value => blankless(castTo(value, 'STRING')),
  folded,
  decimal: text => castTo(text, 'BIGNUMERIC'),
  exact: value => castTo(value, 'BIGNUMERIC'),
  zero: castTo('0', 'BIGNUMERIC'),
  day: (value, zone) =>
    zone === undefined ? castTo(value, 'DATE') : `DATE(${castTo(value, 'TIMESTAMP')}, ${backslashQuoted(zone)})`,
  month: day => `FORMAT_DATE('%Y-%m', ${day})`,
  double: value => castTo(value, 'FLOAT64'),
  days: (from, to) => `DATE_DIFF(${to}, ${from}, DAY)`,
};

const snowflake: WarehouseDialect = {
  label: 'Snowflake',
  // A name that was made without quotes is kept in capitals.
  identifier: name => quotedName(/^[a-z_][a-z0-9_$]*$/.test(name) ? name.toUpperCase() : name),
  literal: text => backslashQuoted(text),
  text: value => blankless(castTo(value, 'VARCHAR')),
  folded,
  decimal: text => unrounded(text),
  exact: value => castTo(value, KEPT),
  zero: castTo('0', KEPT),
  day: (value, zone) =>
    castTo(
      zone === undefined ? value : `CONVERT_TIMEZONE(${backslashQuoted(zone)}, ${castTo(value, 'TIMESTAMP_TZ')})`,
      'DATE',
    ),
  month: day => `TO_CHAR(${day}, 'YYYY-MM')`,
  double: value => castTo(value, 'DOUBLE'),
  days: (from, to) => `DATEDIFF(day, ${from}, ${to})`,
};

const spark: WarehouseDialect = {
  label: 'Spark SQL',
  identifier: name => standardQuoted(name, '`'),
  literal: text => backslashQuoted(text),
  text: value => blankless(castTo(value, 'STRING')),
  folded,
  // Spark makes NULL of what is no number where ANSI mode is off.
  decimal: text =>
    unrounded(text, {
      kept: KEPT,
      asFinal: said => `raise_error(CONCAT(${said.replace(' || ', ', ')}))`,
    }),
  exact: value => castTo(value, KEPT),
  zero: castTo('0', KEPT),
  // What a timestamp shows depends on the session: first to UTC, then to the zone.
  day: (value, zone) =>
    castTo(
      zone === undefined
        ? value
        : `from_utc_timestamp(to_utc_timestamp(${value}, current_timezone()), ${backslashQuoted(zone)})`,
      'DATE',
    ),
  month: day => `date_format(${day}, 'yyyy-MM')`,
  double: value => castTo(value, 'DOUBLE'),
  days: (from, to) => `DATEDIFF(${to}, ${from})`,
};

const trino: WarehouseDialect = {
  label: 'Trino',
  identifier: quotedName,
  literal: text => standardQuoted(text),
  text: value => blankless(castTo(value, 'VARCHAR')),
  folded,
  decimal: text => unrounded(text),
  exact: value => castTo(value, KEPT),
  zero: castTo('0', KEPT),
  day: (value, zone) =>
    castTo(
      zone === undefined ? value : `${castTo(value, 'TIMESTAMP WITH TIME ZONE')} AT TIME ZONE ${standardQuoted(zone)}`,
      'DATE',
    ),
  month: day => `date_format(${day}, '%Y-%m')`,
  double: value => castTo(value, 'DOUBLE'),
  days: (from, to) => `DATE_DIFF('day', ${from}, ${to})`,
};

export const WAREHOUSES = { duckdb, postgres, clickhouse, bigquery, snowflake, spark, trino } as const;
export type WarehouseName = keyof typeof WAREHOUSES;
export const WAREHOUSE_NAMES = Object.keys(WAREHOUSES) as readonly WarehouseName[];
