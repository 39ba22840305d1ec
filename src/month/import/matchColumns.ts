import type { Cell, Matrix } from '../../kernel/cell.ts';
import { say, type Text } from '../../kernel/text.ts';
import { shownCell } from './cleaning.ts';
import { DEAL_FIELD_KEYS, type DealField, SUMMED_FIELDS } from './dealField.ts';
import { evidence, holdsDays } from './evidence.ts';
import { headingScale, wholeHeading } from './headingKey.ts';
import { type HeadingWords, headingWords, likeness, PROPOSED_FROM, SURE_FROM } from './likeness.ts';

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
  /** 0 to 1; proposed from 0.5, without asking from 0.75. */
  readonly confidence: number;
}

export interface FieldMatch {
  readonly field: DealField;
  /** The proposal, to be confirmed. */
  readonly column: number | undefined;
  readonly confidence: number;
  /** Proposed for want of a better one: the user is asked. */
  readonly doubtful: boolean;
  readonly remembered: boolean;
  /** All columns that it could be, the best first. */
  readonly candidates: readonly ColumnCandidate[];
}

export interface HeadingMatch {
  readonly column: number;
  readonly heading: string;
  readonly field: DealField | undefined;
  /** The first cells that say something, as they stand. */
  readonly samples: readonly Cell[];
  /** What the heading multiplies its figures by. */
  readonly scale: number;
  /** The currency that the heading names. */
  readonly currency: string | undefined;
  /** In the currency of the house already. */
  readonly isConverted: boolean;
}

export interface ColumnMatching {
  readonly signature: string;
  /** The row of the headings, from 0; exports put titles and filters above them. */
  readonly headingRow: number;
  readonly fields: readonly FieldMatch[];
  readonly headings: readonly HeadingMatch[];
  readonly columns: Columns;
}

const SAMPLE_ROWS = 50;
const SHOWN_SAMPLES = 3;
const ROWS_ABOVE_HEADINGS = 25;

/** Finds the headings of an export and what each column means; the user confirms it. */
export function matchColumns(cells: Matrix, remembered: readonly RememberedColumns[] = []): ColumnMatching {
  const headingRow = findHeadingRow(cells);
  const line = cells[headingRow] ?? [];
  const words = line.map(cell => headingWords(shownCell(cell)));
  const signature = signatureOf(words.map(({ key }) => key));
  const samples = cells.slice(headingRow + 1, headingRow + 1 + SAMPLE_ROWS);
  const known = remembered.find(entry => entry.signature === signature);
  const fields = known ? asRemembered(known, words) : asNamed(words, samples);
  const columns = columnsOf(fields);
  const fieldAt = new Map(fields.flatMap(({ field, column }) => (column === undefined ? [] : [[column, field]])));
  const headings = line.map((cell, column) => ({
    column,
    heading: shownCell(cell).trim(),
    field: fieldAt.get(column),
    samples: shownSamples(samples, column),
    scale: headingScale(shownCell(cell)),
    currency: words[column]?.currency,
    isConverted: words[column]?.isConverted ?? false,
  }));
  return { signature, headingRow, fields, headings, columns };
}

/** What a file has to say, and does not. With a month given it needs no dates. */
export function columnProblems(columns: Columns, month?: number, isProduct = false): Text[] {
  const problems: Text[] = [];
  if (columns.amount === undefined && !isProduct)
    problems.push(say('choose the column of the amounts', '请选择金额所在的列'));
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
    if (heading !== undefined) headings[field] = wholeHeading(heading);
  }
  return { signature: matching.signature, headings };
}

/** The same headings have the same signature, in whatever order the columns come. */
function signatureOf(keys: readonly string[]): string {
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
    const known = new Set(filled.flatMap(cell => (isText(cell) ? (bestField(cell) ?? []) : [])));
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

/** The first rows are looked through several times a file, and their texts come again and again. */
const fieldOf = new Map<string, DealField | undefined>();
const MOST_KNOWN = 2000;

function bestField(heading: string): DealField | undefined {
  if (fieldOf.has(heading)) return fieldOf.get(heading);
  const words = headingWords(heading);
  const best = DEAL_FIELD_KEYS.find(field => !isSummedField(field) && likeness(words, field) > 0.8);
  if (fieldOf.size >= MOST_KNOWN) fieldOf.clear();
  fieldOf.set(heading, best);
  return best;
}

function asRemembered(known: RememberedColumns, words: readonly HeadingWords[]): FieldMatch[] {
  return DEAL_FIELD_KEYS.map(field => {
    const heading = known.headings[field];
    const whole = words.findIndex(word => word.whole === heading);
    // Older workbooks remember the heading without its brackets.
    const column = heading === undefined ? -1 : whole >= 0 ? whole : words.findIndex(({ key }) => key === heading);
    const found = column < 0 ? undefined : column;
    const candidates = found === undefined ? [] : [{ column: found, confidence: 1 }];
    const confidence = found === undefined ? 0 : 1;
    return { field, column: found, confidence, doubtful: false, remembered: true, candidates };
  });
}

/** Every field gets its best column and every column its best field, the surest pairs first. */
function asNamed(words: readonly HeadingWords[], samples: Matrix): FieldMatch[] {
  const summed = summedColumns(words);
  const candidates = new Map(
    DEAL_FIELD_KEYS.map(field => [
      field,
      isSummedField(field) ? (summed.get(field) ?? []) : candidatesOf(field, words, samples, summed),
    ]),
  );
  const chosen = assigned(candidates);
  withoutDoubles(chosen, candidates, words);
  const days = daysByContent(chosen, words, samples);
  if (days) {
    candidates.set('closed', days);
    if (days[0]) chosen.set('closed', days[0]);
  }
  return DEAL_FIELD_KEYS.map(field => {
    const { column, confidence = 0 } = chosen.get(field) ?? {};
    const doubtful = column !== undefined && confidence < SURE_FROM;
    return { field, column, confidence, doubtful, remembered: false, candidates: candidates.get(field) ?? [] };
  });
}

type Candidates = ReadonlyMap<DealField, readonly ColumnCandidate[]>;

function assigned(candidates: Candidates): Map<DealField, ColumnCandidate> {
  const pairs = [...candidates]
    .flatMap(([field, columns]) => columns.map(candidate => ({ field, ...candidate })))
    .filter(({ confidence }) => confidence >= PROPOSED_FROM)
    .sort((a, b) => b.confidence - a.confidence || a.column - b.column);
  const taken = new Set<number>();
  const chosen = new Map<DealField, ColumnCandidate>();
  for (const { field, column, confidence } of pairs) {
    if (taken.has(column) || chosen.has(field)) continue;
    taken.add(column);
    chosen.set(field, { column, confidence });
  }
  return chosen;
}

/**
 * The name of a record is no salesperson, and the currency of the one amount says nothing about the other: exports
 * write both in what the deal was made in and in what the house counts in.
 */
function withoutDoubles(
  chosen: Map<DealField, ColumnCandidate>,
  candidates: Candidates,
  words: readonly HeadingWords[],
): void {
  const person = chosen.get('person');
  if (person && words[person.column]?.key === 'name') {
    if (chosen.has('stage') || chosen.has('id')) chosen.delete('person');
    else if (chosen.has('amount')) chosen.set('person', { ...person, confidence: PROPOSED_FROM });
  }
  const amount = chosen.get('amount');
  if (!amount || !chosen.has('currency')) return;
  const { isConverted = false, currency } = words[amount.column] ?? {};
  const fitting = (candidates.get('currency') ?? []).find(
    ({ column, confidence }) =>
      column !== amount.column && confidence >= PROPOSED_FROM && words[column]?.isConverted === isConverted,
  );
  if (fitting && currency === undefined) chosen.set('currency', fitting);
  else chosen.delete('currency');
}

/** Columns whose cells are days, where no heading says which is the day of the sale: to be asked about. */
function daysByContent(
  chosen: ReadonlyMap<DealField, ColumnCandidate>,
  words: readonly HeadingWords[],
  samples: Matrix,
): ColumnCandidate[] | undefined {
  if (chosen.has('closed') || chosen.has('month') || !chosen.has('amount')) return undefined;
  const used = new Set([...chosen.values()].map(({ column }) => column));
  const days = words.flatMap(({ whole }, column) =>
    holdsDays(samples, column, whole) ? [{ column, confidence: PROPOSED_FROM }] : [],
  );
  const free = days.filter(({ column }) => !used.has(column));
  // A day that is something else already is left where it is: no other is the day of the sale.
  return free.length > 0 ? [...free, ...days.filter(({ column }) => used.has(column))] : undefined;
}

/** Rows are sums of deals where the headings of all their counts stand together. */
function summedColumns(words: readonly HeadingWords[]): Map<DealField, ColumnCandidate[]> {
  const found = SUMMED_FIELDS.map(field => words.findIndex(word => likeness(word, field) > 0.8));
  if (found.some(column => column < 0)) return new Map();
  return new Map(SUMMED_FIELDS.map((field, index) => [field, [{ column: found[index] ?? 0, confidence: 1 }]]));
}

function isSummedField(field: DealField): boolean {
  return SUMMED_FIELDS.some(summed => summed === field);
}

function candidatesOf(
  field: DealField,
  words: readonly HeadingWords[],
  samples: Matrix,
  summed: Candidates,
): ColumnCandidate[] {
  const taken = new Set([...summed.values()].flat().map(({ column }) => column));
  return words
    .map((word, column) => {
      const byName = likeness(word, field);
      const byContent = byName > 0 ? evidence(samples, column, field, word.key) : 0;
      return { column, confidence: Math.round(byName * byContent * 10000) / 10000 };
    })
    .filter(({ column, confidence }) => confidence > 0.2 && !taken.has(column))
    .sort((a, b) => b.confidence - a.confidence || a.column - b.column);
}

function shownSamples(samples: Matrix, column: number): Cell[] {
  const seen = new Map<string, Cell>();
  for (const line of samples) {
    const cell = line[column] ?? null;
    const text = shownCell(cell).trim();
    if (text !== '' && !seen.has(text)) seen.set(text, typeof cell === 'string' ? text : cell);
    if (seen.size === SHOWN_SAMPLES) break;
  }
  return [...seen.values()];
}
