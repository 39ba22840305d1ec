import { countable } from '../functions/countable.ts';
import { isoOf, monthNumber } from '../kernel/calendar.ts';
import type { Cell, Matrix } from '../kernel/cell.ts';
import { say, shown } from '../kernel/errors.ts';
import type { Text } from '../kernel/text.ts';
import { ChangeLog } from './changeLog.ts';
import { type ColumnStyle, clean } from './clean.ts';
import { type Cleaned, isProblem, shownCell } from './cleaned.ts';
import type { BadRow, Deal, Reading, TotalRow } from './deal.ts';
import { type CleanKind, DEAL_FIELD_KEYS, DEAL_FIELDS, type DealField } from './dealField.ts';
import { ExactSum } from './exactSum.ts';
import { finish } from './inspect.ts';
import type { Columns } from './matchColumns.ts';
import type { Note } from './note.ts';
import { type Outcome, outcomeOf, stageKey } from './stages.ts';
import { totalLabel } from './totalRow.ts';

export interface ReadingTask {
  readonly cells: Matrix;
  readonly headingRow: number;
  readonly columns: Columns;
  readonly styles: Readonly<Partial<Record<DealField, ColumnStyle>>>;
  /** What the stages mean that nobody knows, by `stageKey`. */
  readonly stages?: Readonly<Record<string, Outcome>> | undefined;
  /** The month of a file that has no dates: months since the year 0. */
  readonly month?: number | undefined;
  /** Rows that cannot be read, by their place, with the reason. */
  readonly unreadable?: ReadonlyMap<number, Text> | undefined;
  /** The share that has to be paid for a deal to count, where the file says what was collected; none: all counts. */
  readonly minimumShare?: number | undefined;
}

const SLICE = 2000;
const MOST_TEXTS = 20_000;

/** Reads a whole file, slice by slice: it yields the number of rows read. */
export function* readingRows(task: ReadingTask): Generator<number, Reading> {
  const reader = new RowReader(task);
  const last = reader.lastRow();
  for (let row = task.headingRow + 1; row <= last; row++) {
    reader.read(row, row === last);
    if (row % SLICE === 0) yield row;
  }
  return reader.reading;
}

export function readRows(task: ReadingTask): Reading {
  return finish(readingRows(task));
}

type Values = Partial<Record<DealField, number | string>>;
interface Problem {
  readonly field: DealField;
  readonly cell: Cell;
  readonly reason: Text;
}

class RowReader {
  private readonly deals: Deal[] = [];
  private readonly bad: BadRow[] = [];
  private readonly totals: TotalRow[] = [];
  private readonly repeated: Reading['repeated'][number][] = [];
  private readonly otherMonth: number[] = [];
  private readonly notes: Note[] = [];
  private readonly log = new ChangeLog();
  private readonly sum = new ExactSum();
  private readonly texts = new Map<DealField, Map<string, Cleaned<number | string | null>>>();
  private readonly rowOfId = new Map<string, number>();
  private readonly mapped: readonly { field: DealField; column: number; heading: string }[];
  private readonly task: ReadingTask;
  private blank = 0;

  constructor(task: ReadingTask) {
    this.task = task;
    const headings = task.cells[task.headingRow] ?? [];
    this.mapped = DEAL_FIELD_KEYS.flatMap(field => {
      const column = task.columns[field];
      return column === undefined ? [] : [{ field, column, heading: shownCell(headings[column] ?? null).trim() }];
    });
  }

  get reading(): Reading {
    const { deals, bad, totals, blank, repeated, otherMonth, notes, task } = this;
    const below = task.cells.slice(Math.max(task.headingRow, this.lastRow()) + 1);
    const footer = below.filter(line => !line.every(isEmpty)).length;
    const all = { deals, bad, totals, repeated, otherMonth, notes, changes: this.log.list };
    return { ...all, footer, blank: blank + below.length - footer };
  }

  /** The last row of data: exports end with the time of the report, a copyright, a confidentiality note. */
  lastRow(): number {
    const { cells, headingRow, columns } = this.task;
    const enough = Math.min(2, this.mapped.length);
    for (let row = cells.length - 1; row > headingRow; row--) {
      const line = cells[row] ?? [];
      const filled = this.mapped.filter(({ column }) => !isEmpty(line[column])).length;
      const amount = columns.amount === undefined ? null : (line[columns.amount] ?? null);
      if (filled >= enough || totalLabel(line) !== undefined || readsAsNumber(amount)) return row;
    }
    return headingRow;
  }

  read(row: number, last: boolean): void {
    const line = this.task.cells[row] ?? [];
    const unreadable = this.task.unreadable?.get(row);
    if (unreadable) {
      this.bad.push(this.badRow(row, { field: 'amount', cell: line.join(' | '), reason: unreadable }));
      return;
    }
    if (this.mapped.every(({ column }) => isEmpty(line[column])) && totalLabel(line) === undefined) {
      this.blank++;
      return;
    }
    const { values, problems } = this.values(row, line);
    const label = this.totalOf(line, values, last);
    if (label === undefined) this.deal(row, values, problems);
    else this.totals.push({ row: row + 1, label, amount: numberOf(values.amount), sum: this.sum.value });
  }

  /** Every mapped cell of a row; changes are counted once the row turns out to be a deal. */
  private values(row: number, line: readonly Cell[]): { values: Values; problems: Problem[] } {
    const values: Values = {};
    const problems: Problem[] = [];
    for (const { field, column, heading } of this.mapped) {
      const cell = line[column] ?? null;
      if (cell === null || cell === '') continue;
      const { kind } = DEAL_FIELDS[field];
      const read = this.cleaned(cell, field, kind);
      if (isProblem(read)) {
        problems.push({ field, cell, reason: read.problem });
        continue;
      }
      if (read.value === null) continue;
      values[field] = read.value;
      for (const change of read.changes) {
        this.log.note({ field, heading, change }, row + 1, cell, afterText(read.value, kind));
      }
    }
    return { values, problems };
  }

  /** Dates, names and stages come again and again: each text is read once. */
  private cleaned(cell: Cell, field: DealField, kind: CleanKind): Cleaned<number | string | null> {
    if (typeof cell !== 'string') return clean(cell, kind, this.task.styles[field]);
    const known = this.texts.get(field) ?? new Map<string, Cleaned<number | string | null>>();
    this.texts.set(field, known);
    const before = known.get(cell);
    if (before) return before;
    const read = clean(cell, kind, this.task.styles[field]);
    if (known.size < MOST_TEXTS) known.set(cell, read);
    return read;
  }

  private totalOf(line: readonly Cell[], values: Values, last: boolean): string | undefined {
    if (values.closed !== undefined || values.id !== undefined) return undefined;
    const label = totalLabel(line);
    if (label !== undefined) return label;
    const alone =
      last && this.deals.length > 1 && this.mapped.every(({ field }) => isFigure(field) || values[field] === undefined);
    return alone && values.amount === this.sum.value ? '' : undefined;
  }

  private deal(row: number, values: Values, problems: readonly Problem[]): void {
    const outcome = this.outcome(values);
    const reason = typeof outcome === 'string' ? this.misfit(outcome, values, problems) : outcome;
    if (reason) this.bad.push(this.badRow(row, reason));
    if (reason || typeof outcome !== 'string') return;
    const deal = this.dealOf(row, values, outcome);
    if (deal.outcome === 'won') this.sum.add(deal.amount);
    this.noteNumber(deal);
    this.noteMonths(deal, values);
    this.deals.push(deal);
  }

  private outcome(values: Values): Outcome | Problem {
    if (this.task.columns.stage === undefined) return 'won';
    const stage = textOf(values.stage);
    if (stage === '') return { field: 'stage', cell: null, reason: say('the stage is blank', '阶段为空') };
    const outcome = this.task.stages?.[stageKey(stage)] ?? outcomeOf(stage);
    const text = shown(stage);
    return (
      outcome ?? {
        field: 'stage',
        cell: stage,
        reason: say(`what does the stage ${text} mean?`, `阶段${text}含义未定`),
      }
    );
  }

  /** Why a row cannot be used. Deals that do not count yet need neither amount nor date. */
  private misfit(outcome: Outcome, values: Values, problems: readonly Problem[]): Problem | undefined {
    if (outcome !== 'won') return undefined;
    const { columns, month } = this.task;
    const first = problems.find(({ field }) => NEEDED.has(field) || field === 'collected');
    if (first) return first;
    if (values.amount === undefined)
      return { field: 'amount', cell: null, reason: say('the amount is blank', '金额为空') };
    if (values.closed !== undefined || values.month !== undefined || month !== undefined) return undefined;
    const field = columns.closed === undefined && columns.month !== undefined ? 'month' : 'closed';
    return { field, cell: null, reason: say('the date is blank', '日期为空') };
  }

  private badRow(row: number, { field, cell, reason }: Problem): BadRow {
    const heading = this.mapped.find(entry => entry.field === field)?.heading ?? '';
    return { row: row + 1, field, heading, text: shownCell(cell), reason };
  }

  private dealOf(row: number, values: Values, outcome: Outcome): Deal {
    const amount = numberOf(values.amount) ?? 0;
    const collected = this.task.columns.collected === undefined ? undefined : (numberOf(values.collected) ?? 0);
    const day = numberOf(values.closed) ?? numberOf(values.month);
    return {
      row: row + 1,
      id: textOf(values.id),
      person: textOf(values.person),
      manager: textOf(values.manager),
      team: textOf(values.team),
      region: textOf(values.region),
      product: textOf(values.product),
      customer: textOf(values.customer),
      stage: textOf(values.stage),
      outcome,
      month: day === undefined ? this.task.month : monthNumber(day),
      amount,
      collected,
      counted: outcome === 'won' ? countedAmount(amount, collected, this.task.minimumShare) : 0,
      quantity: numberOf(values.quantity),
      cost: numberOf(values.cost),
      created: numberOf(values.created),
      closed: numberOf(values.closed),
      due: numberOf(values.due),
    };
  }

  private noteNumber({ id, row }: Deal): void {
    if (id === '') return;
    const first = this.rowOfId.get(id);
    if (first === undefined) this.rowOfId.set(id, row);
    else this.repeated.push({ row, first, id });
  }

  private noteMonths({ row, month }: Deal, values: Values): void {
    const said = numberOf(values.month);
    if (said !== undefined && monthNumber(said) !== month) this.otherMonth.push(row);
  }
}

const NEEDED: ReadonlySet<DealField> = new Set(['amount', 'closed', 'month']);

/** A deal counts when it is signed and the agreed share of it is paid. */
export function countedAmount(amount: number, collected: number | undefined, minimumShare: number | undefined): number {
  if (collected === undefined || minimumShare === undefined) return amount;
  const counted = countable.call([amount, collected, minimumShare]);
  return typeof counted === 'number' ? counted : 0;
}

function isFigure(field: DealField): boolean {
  return DEAL_FIELDS[field].kind === 'amount' || DEAL_FIELDS[field].kind === 'share';
}

function isEmpty(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

function readsAsNumber(cell: Cell): boolean {
  if (isEmpty(cell)) return false;
  const read = clean(cell, 'amount');
  return !isProblem(read) && read.value !== null;
}

function afterText(value: number | string, kind: string): string {
  return typeof value === 'number' && (kind === 'date' || kind === 'month') ? isoOf(value) : String(value);
}

function textOf(value: number | string | undefined): string {
  return value === undefined ? '' : String(value);
}

function numberOf(value: number | string | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}
