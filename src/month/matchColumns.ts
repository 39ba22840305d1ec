import type { Cell, Matrix } from '../kernel/cell.ts';
import { say } from '../kernel/errors.ts';
import type { Text } from '../kernel/text.ts';
import { clean } from './clean.ts';
import { isProblem, shownCell } from './cleaned.ts';
import { DEAL_FIELD_KEYS, DEAL_FIELDS, type DealField } from './dealField.ts';
import { headingKey, headingScale } from './headingKey.ts';

/** Where each field stands; a field that is not there has no entry. */
export type Columns = Readonly<Partial<Record<DealField, number>>>;

/** What was confirmed for a set of headings: kept in the workbook, used when the same headings come again. */
export interface RememberedColumns {
  readonly signature: string;
  /** The heading of each field, by its key. */
  readonly headings: Readonly<Partial<Record<DealField, string>>>;
}

export interface ColumnCandidate {
  readonly column: number;
  /** 0 to 1; proposed from 0.5. */
  readonly confidence: number;
}

export interface FieldMatch {
  readonly field: DealField;
  /** The proposal, to be confirmed. */
  readonly column: number | undefined;
  readonly confidence: number;
  readonly remembered: boolean;
  /** All columns that it could be, the best first. */
  readonly candidates: readonly ColumnCandidate[];
}

export interface HeadingMatch {
  readonly column: number;
  readonly heading: string;
  readonly field: DealField | undefined;
  /** The first cells that say something. */
  readonly samples: readonly string[];
  /** What the heading multiplies its figures by. */
  readonly scale: number;
}

export interface ColumnMatching {
  readonly signature: string;
  /** The row of the headings, from 0; exports put titles and filters above them. */
  readonly headingRow: number;
  readonly fields: readonly FieldMatch[];
  readonly headings: readonly HeadingMatch[];
  readonly columns: Columns;
}

const PROPOSED_FROM = 0.5;
const SAMPLE_ROWS = 50;
const SHOWN_SAMPLES = 3;
const ROWS_ABOVE_HEADINGS = 25;

/** Finds the headings of an export and what each column means; the user confirms it. */
export function matchColumns(cells: Matrix, remembered: readonly RememberedColumns[] = []): ColumnMatching {
  const headingRow = findHeadingRow(cells);
  const line = cells[headingRow] ?? [];
  const keys = line.map(cell => headingKey(shownCell(cell)));
  const signature = signatureOf(keys);
  const samples = cells.slice(headingRow + 1, headingRow + 1 + SAMPLE_ROWS);
  const known = remembered.find(entry => entry.signature === signature);
  const fields = known ? asRemembered(known, keys) : asNamed(keys, samples);
  const columns = columnsOf(fields);
  const fieldAt = new Map(fields.flatMap(({ field, column }) => (column === undefined ? [] : [[column, field]])));
  const headings = line.map((cell, column) => ({
    column,
    heading: shownCell(cell).trim(),
    field: fieldAt.get(column),
    samples: shownSamples(samples, column),
    scale: headingScale(shownCell(cell)),
  }));
  return { signature, headingRow, fields, headings, columns };
}

/** What a file has to say, and does not. With a month given it needs no dates. */
export function columnProblems(columns: Columns, month?: number): Text[] {
  const problems: Text[] = [];
  if (columns.amount === undefined) problems.push(say('choose the column of the amounts', '请选择金额所在的列'));
  if (columns.closed === undefined && columns.month === undefined && month === undefined)
    problems.push(
      say('choose the column of the dates, or the month of the file', '请选择日期所在的列，或指定文件所属月份'),
    );
  return problems;
}

/** What to keep once the user has confirmed, or changed, the columns. */
export function rememberColumns(matching: ColumnMatching, columns: Columns): RememberedColumns {
  const headings: Partial<Record<DealField, string>> = {};
  for (const field of DEAL_FIELD_KEYS) {
    const column = columns[field];
    const heading = column === undefined ? undefined : matching.headings[column]?.heading;
    if (heading !== undefined) headings[field] = headingKey(heading);
  }
  return { signature: matching.signature, headings };
}

/** The same headings have the same signature, in whatever order the columns come. */
export function signatureOf(keys: readonly string[]): string {
  return keys
    .filter(key => key !== '')
    .sort()
    .join('|');
}

function columnsOf(fields: readonly FieldMatch[]): Columns {
  const columns: Partial<Record<DealField, number>> = {};
  for (const { field, column } of fields) if (column !== undefined) columns[field] = column;
  return columns;
}

/** The row that says most of what we know, before the first rows of data. A row of figures has no headings in it. */
function findHeadingRow(cells: Matrix): number {
  let best = cells.findIndex(line => line.filter(isText).length > 1);
  let most = 1;
  for (const [row, line] of cells.slice(0, ROWS_ABOVE_HEADINGS).entries()) {
    const filled = line.filter(cell => cell !== null && cell !== '');
    const figures = filled.filter(cell => typeof cell === 'number' || (isText(cell) && FIGURE.test(cell.trim())));
    if (figures.length * 3 > filled.length) continue;
    const known = new Set(filled.flatMap(cell => (isText(cell) ? (bestField(headingKey(cell)) ?? []) : [])));
    if (known.size > most) {
      most = known.size;
      best = row;
    }
  }
  return Math.max(0, best);
}

const FIGURE = /^[-+(¥$€£￥]?[\d.,]+[%)]?$/;

function isText(cell: Cell): cell is string {
  return typeof cell === 'string' && cell.trim() !== '';
}

function bestField(key: string): DealField | undefined {
  return DEAL_FIELD_KEYS.find(field => likeness(key, DEAL_FIELDS[field].words) > 0.8);
}

function asRemembered(known: RememberedColumns, keys: readonly string[]): FieldMatch[] {
  return DEAL_FIELD_KEYS.map(field => {
    const heading = known.headings[field];
    const column = heading === undefined ? -1 : keys.indexOf(heading);
    const found = column < 0 ? undefined : column;
    const candidates = found === undefined ? [] : [{ column: found, confidence: 1 }];
    return { field, column: found, confidence: found === undefined ? 0 : 1, remembered: true, candidates };
  });
}

/** Every field gets its best column and every column its best field, the surest pairs first. */
function asNamed(keys: readonly string[], samples: Matrix): FieldMatch[] {
  const candidates = DEAL_FIELD_KEYS.map(field => ({ field, columns: candidatesOf(field, keys, samples) }));
  const pairs = candidates
    .flatMap(({ field, columns }) => columns.map(candidate => ({ field, ...candidate })))
    .filter(({ confidence }) => confidence >= PROPOSED_FROM)
    .sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  const taken = new Set<number>();
  const chosen = new Map<DealField, ColumnCandidate>();
  for (const pair of pairs) {
    if (taken.has(pair.column) || chosen.has(pair.field)) continue;
    taken.add(pair.column);
    chosen.set(pair.field, pair);
  }
  return candidates.map(({ field, columns }) => ({
    field,
    column: chosen.get(field)?.column,
    confidence: chosen.get(field)?.confidence ?? 0,
    remembered: false,
    candidates: columns,
  }));
}

function candidatesOf(field: DealField, keys: readonly string[], samples: Matrix): ColumnCandidate[] {
  const { words, kind } = DEAL_FIELDS[field];
  return keys
    .map((key, column) => {
      const byName = likeness(key, words);
      const byContent = byName > 0 ? readable(samples, column, kind) : 0;
      return { column, confidence: Math.round(byName * byContent * 1000) / 1000 };
    })
    .filter(({ confidence }) => confidence > 0.2)
    .sort((a, b) => b.confidence - a.confidence || a.column - b.column);
}

/** How far a heading is one of the words: the earlier the word the better, a part of the heading less. */
function likeness(key: string, words: readonly string[]): number {
  if (key === '') return 0;
  let best = 0;
  for (const [index, word] of words.entries()) {
    const score = key === word ? 1 - index * 0.001 : partly(key, word);
    if (score > best) best = score;
  }
  return best;
}

/** The head of a name stands at its end, in both languages: 实际成交日期, "Actual close date". */
function partly(key: string, word: string): number {
  const latin = /^[a-z]/.test(word);
  if (word.length < (latin ? 3 : 2)) return 0;
  const cover = word.length / key.length;
  const padded = latin ? ` ${key} ` : key;
  const sought = latin ? ` ${word} ` : word;
  if (padded.endsWith(sought)) return 0.6 + 0.25 * cover;
  return padded.includes(sought) ? 0.3 + 0.25 * cover : 0;
}

/** A column called "date" without dates in it is none. */
function readable(samples: Matrix, column: number, kind: (typeof DEAL_FIELDS)[DealField]['kind']): number {
  const cells = samples.map(line => line[column] ?? null).filter(cell => cell !== null && cell !== '');
  if (cells.length === 0) return 0.95;
  const good = cells.filter(cell => {
    const read = clean(cell, kind);
    return isProblem(read) ? read.ambiguous === true : true;
  }).length;
  return good * 2 >= cells.length ? 1 : 0.3;
}

function shownSamples(samples: Matrix, column: number): string[] {
  const texts = samples.map(line => shownCell(line[column] ?? null).trim()).filter(text => text !== '');
  return [...new Set(texts)].slice(0, SHOWN_SAMPLES);
}
