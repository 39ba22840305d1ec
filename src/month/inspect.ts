import type { Cell, Matrix } from '../kernel/cell.ts';
import { currencyOf, type DecimalMark, markOf } from './amounts.ts';
import type { ColumnStyle } from './clean.ts';
import { shownCell } from './cleaned.ts';
import { type DateOrder, orderOf } from './dates.ts';
import { DEAL_FIELD_KEYS, DEAL_FIELDS, type DealField } from './dealField.ts';
import type { ColumnMatching, Columns } from './matchColumns.ts';
import type { Note } from './note.ts';
import { type Outcome, outcomeOf, stageKey } from './stages.ts';

/** What the file does not say by itself. Nothing of it is guessed: the user answers. */
export type Question =
  | { readonly ask: 'dateOrder'; readonly field: DealField; readonly examples: readonly string[] }
  | { readonly ask: 'decimalMark'; readonly field: DealField; readonly examples: readonly string[] }
  | { readonly ask: 'stage'; readonly stage: string; readonly rows: number }
  /** Several currencies in one column cannot be added up: the user confirms that they are one, or stops. */
  | { readonly ask: 'currencies'; readonly field: DealField; readonly found: readonly string[] };

export interface Answers {
  readonly dateOrders?: Readonly<Partial<Record<DealField, DateOrder>>>;
  readonly decimalMarks?: Readonly<Partial<Record<DealField, DecimalMark>>>;
  /** By `stageKey`. */
  readonly stages?: Readonly<Record<string, Outcome>>;
  readonly oneCurrency?: boolean;
}

export interface Inspection {
  readonly questions: readonly Question[];
  /** What is taken for granted, and seen. */
  readonly notes: readonly Note[];
  readonly styles: Readonly<Partial<Record<DealField, ColumnStyle>>>;
}

const EXAMPLES = 3;
const SLICE = 2000;

interface Seen {
  readonly orders: Set<DateOrder>;
  readonly marks: Set<DecimalMark>;
  readonly openDates: string[];
  readonly openAmounts: string[];
  readonly currencies: Set<string>;
}

/** Looks through a whole file, slice by slice: it yields the number of rows seen. */
export function* inspecting(
  cells: Matrix,
  matching: Pick<ColumnMatching, 'headingRow' | 'headings'>,
  columns: Columns,
  answers: Answers = {},
): Generator<number, Inspection> {
  const fields = DEAL_FIELD_KEYS.flatMap(field => {
    const column = columns[field];
    return column === undefined ? [] : [{ field, column, kind: DEAL_FIELDS[field].kind, seen: nothingSeen() }];
  });
  const stages = new Map<string, { stage: string; rows: number }>();
  for (let row = matching.headingRow + 1; row < cells.length; row++) {
    const line = cells[row] ?? [];
    for (const { field, column, kind, seen } of fields) {
      const cell = line[column] ?? null;
      if (cell === null || cell === '') continue;
      if (kind === 'date' || kind === 'month') lookAtDate(cell, seen);
      else if (kind === 'amount') lookAtAmount(cell, seen);
      else if (field === 'stage') countStage(cell, stages);
    }
    if (row % SLICE === 0) yield row;
  }
  const questions: Question[] = [];
  const styles: Partial<Record<DealField, ColumnStyle>> = {};
  for (const { field, column, seen } of fields) {
    const order = answers.dateOrders?.[field] ?? only(seen.orders);
    const mark = answers.decimalMarks?.[field] ?? only(seen.marks);
    styles[field] = { order, mark, scale: matching.headings[column]?.scale };
    if (order === undefined && seen.openDates.length > 0)
      questions.push({ ask: 'dateOrder', field, examples: seen.openDates });
    if (mark === undefined && isDoubtful(seen))
      questions.push({ ask: 'decimalMark', field, examples: seen.openAmounts });
    if (seen.currencies.size > 1 && !answers.oneCurrency)
      questions.push({ ask: 'currencies', field, found: [...seen.currencies].sort() });
  }
  for (const [key, { stage, rows }] of stages) {
    if (answers.stages?.[key] === undefined) questions.push({ ask: 'stage', stage, rows });
  }
  return { questions, notes: [], styles };
}

/** The value of a generator that is run to its end. */
export function finish<Result>(steps: Generator<number, Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

export function inspect(...given: Parameters<typeof inspecting>): Inspection {
  return finish(inspecting(...given));
}

function nothingSeen(): Seen {
  return { orders: new Set(), marks: new Set(), openDates: [], openAmounts: [], currencies: new Set() };
}

function lookAtDate(cell: Cell, seen: Seen): void {
  const order = orderOf(cell);
  if (order === 'either') remember(cell, seen.openDates);
  else if (order) seen.orders.add(order);
}

function lookAtAmount(cell: Cell, seen: Seen): void {
  const mark = markOf(cell);
  if (mark === 'either') remember(cell, seen.openAmounts);
  else if (mark) seen.marks.add(mark);
  const currency = currencyOf(cell);
  if (currency) seen.currencies.add(currency);
}

function countStage(cell: Cell, stages: Map<string, { stage: string; rows: number }>): void {
  const stage = shownCell(cell).trim();
  if (stage === '' || outcomeOf(stage) !== undefined) return;
  const key = stageKey(stage);
  const counted = stages.get(key);
  if (counted) counted.rows++;
  else stages.set(key, { stage, rows: 1 });
}

function remember(cell: Cell, examples: string[]): void {
  const text = shownCell(cell).trim();
  if (examples.length < EXAMPLES && !examples.includes(text)) examples.push(text);
}

/**
 * 1,234 is read as 1234 unless other rows write decimals with a comma; 1.234 alone, in every row with three places,
 * may be thousands. Both marks in one column make every such row doubtful.
 */
function isDoubtful({ marks, openAmounts }: Seen): boolean {
  return marks.size > 1 ? openAmounts.length > 0 : openAmounts.some(text => text.includes('.'));
}

function only<Value>(values: ReadonlySet<Value>): Value | undefined {
  const [first] = values;
  return values.size === 1 ? first : undefined;
}
