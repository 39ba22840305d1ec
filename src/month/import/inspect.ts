import { isoOf } from '../../kernel/calendar.ts';
import type { Cell, Matrix } from '../../kernel/cell.ts';
import { endsSlice } from '../../kernel/slices.ts';
import { ExactSum } from '../figures/exactSum.ts';
import type { Credit, DecimalMark } from './amounts.ts';
import type { ColumnStyle } from './clean.ts';
import { isProblem, shownCell } from './cleaning.ts';
import { ColumnLook } from './columnLook.ts';
import { namedNotes, rivalNotes, targetNote } from './columnNotes.ts';
import { withoutShared } from './currencies.ts';
import { type DateOrder, readDate } from './dates.ts';
import { type CleanKind, DEAL_FIELD_KEYS, DEAL_FIELDS, type DealField } from './dealField.ts';
import { KindCount } from './kindCount.ts';
import { lastDataRow } from './lastRow.ts';
import type { ColumnMatching, Columns } from './matchColumns.ts';
import type { Note } from './note.ts';
import { productOf } from './productAmount.ts';
import { Refunds } from './refunds.ts';
import { flagged, isFlag, outcomeOf, type StageOutcome, stageKey } from './stages.ts';
import { saysTotal } from './totalRow.ts';

/** What the file does not say by itself. Nothing of it is guessed: the user answers. */
export type Question =
  /** A column that was proposed for want of a better one. */
  | {
      readonly ask: 'column';
      readonly field: DealField;
      readonly heading: string;
      readonly examples: readonly string[];
    }
  /** No column holds the amounts; quantity times price may. */
  | { readonly ask: 'product'; readonly quantity: string; readonly price: string; readonly sum: number }
  /** Several currencies cannot be added up: one counts, or they are one already. */
  | { readonly ask: 'currencies'; readonly field: DealField; readonly found: readonly string[] }
  | { readonly ask: 'stage'; readonly stage: string; readonly rows: number }
  | {
      readonly ask: 'dateOrder';
      readonly field: DealField;
      /** One way of several in which the column writes its days. */
      readonly form: string;
      readonly examples: readonly string[];
    }
  /** Real dates up to the 12th beside texts from the 13th on: some spreadsheet has swapped day and month. */
  | { readonly ask: 'halfConverted'; readonly field: DealField; readonly examples: readonly string[] }
  | { readonly ask: 'decimalMark'; readonly field: DealField; readonly examples: readonly string[] }
  /** Is 100 200 one figure? */
  | { readonly ask: 'spaces'; readonly field: DealField; readonly examples: readonly string[] }
  /** The total of the file and the sum of its rows are two figures. */
  | {
      readonly ask: 'total';
      readonly row: number;
      readonly label: string;
      readonly amount: number;
      readonly sum: number;
    }
  /** Others of the file add up to these rows: are they totals? */
  | { readonly ask: 'sums'; readonly rows: number; readonly amount: number; readonly examples: readonly string[] }
  /** Rows below a total of all: an average or a target is no deal. */
  | { readonly ask: 'below'; readonly rows: number; readonly amount: number; readonly examples: readonly string[] }
  /** The same number, or the same row, stands there again. */
  | {
      readonly ask: 'twice';
      readonly by: 'number' | 'row';
      readonly rows: number;
      readonly amount: number;
      readonly examples: readonly string[];
    }
  /** Rows that say of themselves that they are targets, returns, void: do they count? */
  | {
      readonly ask: 'kind';
      readonly heading: string;
      readonly value: string;
      readonly rows: number;
      readonly amount: number;
    }
  /** Is CR more or less? */
  | { readonly ask: 'credit'; readonly field: DealField; readonly examples: readonly string[] };

type Per<Value> = Readonly<Partial<Record<DealField, Value>>>;

export interface Answers {
  /** Proposals that were confirmed: the headings, by their fields. */
  readonly confirmed?: Per<string>;
  /** Quantity times price is the amount. */
  readonly product?: boolean;
  /** By field, or by field and form where a column writes its days in several ways: "closed /4". */
  readonly dateOrders?: Readonly<Record<string, DateOrder>>;
  readonly swapped?: Per<boolean>;
  readonly decimalMarks?: Per<DecimalMark>;
  readonly spaced?: Per<boolean>;
  readonly credits?: Per<Credit>;
  /** By `stageKey`; '' is a blank one. */
  readonly stages?: Readonly<Record<string, StageOutcome>>;
  /** By `kindKey`. */
  readonly kinds?: Readonly<Record<string, 'count' | 'leave'>>;
  /** All currencies of the file are really one. */
  readonly oneCurrency?: boolean;
  /** Only this one counts. */
  readonly currency?: string;
  /** The rows count, whatever the totals of the file say. */
  readonly totals?: boolean;
  /** Rows that others add up to are totals, or deals all the same. */
  readonly sums?: 'totals' | 'deals';
  /** Whether rows below a total of all count. */
  readonly below?: 'leave' | 'count';
  /** Deals that come twice count once, as they stand first or last, or each time. */
  readonly twice?: 'first' | 'last' | 'all';
}

export interface Inspection {
  readonly questions: readonly Question[];
  /** What is taken for granted, and seen. */
  readonly notes: readonly Note[];
  readonly styles: Readonly<Partial<Record<DealField, ColumnStyle>>>;
}

/** What a user's text answers: a stage may be called "constructor". */
export function answerTo<Value>(answers: Readonly<Record<string, Value>> | undefined, key: string): Value | undefined {
  return answers !== undefined && Object.keys(answers).includes(key) ? answers[key] : undefined;
}

export type Matched = Pick<ColumnMatching, 'headingRow' | 'headings' | 'fields'>;

/** Looks through a whole file, slice by slice: it yields the number of rows seen. */
export function* inspecting(
  cells: Matrix,
  matching: Matched,
  columns: Columns,
  answers: Answers = {},
): Generator<number, Inspection> {
  const looks = DEAL_FIELD_KEYS.flatMap(field => {
    const column = columns[field];
    return column === undefined ? [] : [{ field, column, look: new ColumnLook(DEAL_FIELDS[field].kind) }];
  });
  const stages = new StageCount();
  const areFlags = columns.stage !== undefined && isFlag(matching.headings[columns.stage]?.heading ?? '');
  const kinds = new KindCount(cells[matching.headingRow] ?? [], columns);
  const refunds = new Refunds(cells[matching.headingRow] ?? [], columns);
  const product = new ExactSum();
  const last = lastDataRow(cells, matching.headingRow, columns);
  for (let row = matching.headingRow + 1; row <= last; row++) {
    const line = cells[row] ?? [];
    for (const { field, column, look } of looks) {
      const cell = line[column] ?? null;
      if (field === 'stage') stages.see(areFlags ? flagged(cell) : cell, line);
      else look.see(cell);
    }
    kinds.see(line);
    refunds.see(line);
    if (columns.amount === undefined) product.add(productOf(line, columns) ?? 0);
    if (endsSlice(row)) yield row;
  }
  const styles: Partial<Record<DealField, ColumnStyle>> = {};
  const questions = [
    ...doubts(matching, columns, answers),
    ...productQuestion(matching, columns, answers, product.value),
    ...currencies(matching, columns, looks, answers),
    ...stages.questions(answers),
  ];
  for (const { field, column, look } of looks) {
    const style = look.style(field, answers, matching.headings[column]?.scale);
    styles[field] = field === 'stage' ? { ...style, flags: areFlags } : style;
    if (!PASSED_OVER.has(field)) questions.push(...look.questions(field, answers));
  }
  questions.push(...kinds.questions(answers, styles.amount));
  const notes = [
    ...rivalNotes(matching, columns),
    ...targetNote(matching, columns),
    ...refunds.notes,
    ...namedNotes(looks),
  ];
  return { questions, notes, styles };
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

/** Nothing of them goes into a figure: what cannot be read of them is left out unasked. */
const PASSED_OVER: ReadonlySet<DealField> = new Set(['created', 'due', 'profit', 'target', 'discount', 'probability']);

/** Where a wrong column makes wrong figures. */
const WEIGHTY: readonly DealField[] = [
  'amount',
  'stage',
  'closed',
  'month',
  'collected',
  'person',
  'product',
  'region',
  'team',
];

/** Days of a workbook are numbers, and shown as days. */
export function shownAs(cell: Cell, kind: CleanKind): string {
  const read = typeof cell === 'number' && (kind === 'date' || kind === 'month') ? readDate(cell) : undefined;
  return read === undefined || isProblem(read) || read.value === null ? shownCell(cell) : isoOf(read.value);
}

/** Proposals that the user has neither confirmed nor changed. */
function doubts({ fields, headings }: Matched, columns: Columns, { confirmed = {} }: Answers): Question[] {
  return WEIGHTY.flatMap((field): Question[] => {
    const match = fields.find(entry => entry.field === field);
    if (!match?.doubtful || match.column === undefined || columns[field] !== match.column) return [];
    const { heading = '', samples = [] } = headings[match.column] ?? {};
    return confirmed[field] === heading
      ? []
      : [{ ask: 'column', field, heading, examples: samples.map(cell => shownAs(cell, DEAL_FIELDS[field].kind)) }];
  });
}

function productQuestion({ headings }: Matched, columns: Columns, answers: Answers, sum: number): Question[] {
  const { amount, quantity, price } = columns;
  if (amount !== undefined || quantity === undefined || price === undefined || answers.product !== undefined) return [];
  const [first = '', second = ''] = [quantity, price].map(column => headings[column]?.heading ?? '');
  return [{ ask: 'product', quantity: first, price: second, sum }];
}

export interface Looked {
  readonly field: DealField;
  readonly column: number;
  readonly look: ColumnLook;
}

/** Of a column of their own, of the marks inside the amounts, or of both. */
function currencies(
  { headings }: Matched,
  columns: Columns,
  looks: readonly Looked[],
  { oneCurrency, currency }: Answers,
): Question[] {
  if (oneCurrency || currency !== undefined) return [];
  const named = looks.find(({ field }) => field === 'currency')?.look.currencies ?? new Set<string>();
  return looks.flatMap(({ field, column, look }): Question[] => {
    if (field !== 'amount' && field !== 'collected' && field !== 'price') return [];
    if (field === 'price' && columns.amount !== undefined) return [];
    const own = headings[column]?.currency;
    const found = withoutShared(look.currencies, own === undefined ? named : new Set([...named, own]));
    if (field !== 'collected') for (const code of named) found.add(code);
    if (own !== undefined && found.size > 0) found.add(own);
    return found.size > 1 ? [{ ask: 'currencies', field, found: [...found].sort() }] : [];
  });
}

/** The stages that nobody knows; a column that is blank in most of its rows leaves open what a blank means. */
class StageCount {
  private readonly unknown = new Map<string, { stage: string; rows: number }>();
  private filled = 0;
  private blank = 0;

  see(cell: Cell, line: readonly Cell[]): void {
    const stage = shownCell(cell).trim();
    if (!/[\p{L}\p{N}]/u.test(stage)) {
      if (line.some(other => other !== null && other !== '') && !saysTotal(line)) this.blank++;
      return;
    }
    if (outcomeOf(stage) === undefined && saysTotal(line)) return;
    this.filled++;
    if (outcomeOf(stage) !== undefined) return;
    const key = stageKey(stage);
    const counted = this.unknown.get(key);
    if (counted) counted.rows++;
    else this.unknown.set(key, { stage, rows: 1 });
  }

  questions({ stages }: Answers): Question[] {
    const open: { stage: string; rows: number }[] = [...this.unknown]
      .filter(([key]) => answerTo(stages, key) === undefined)
      .map(([, counted]) => counted);
    if (this.blank > this.filled && answerTo(stages, '') === undefined) open.push({ stage: '', rows: this.blank });
    return open.sort((a, b) => b.rows - a.rows).map(counted => ({ ask: 'stage', ...counted }));
  }
}
