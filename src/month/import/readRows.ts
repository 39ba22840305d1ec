import { countable } from '../../functions/countable.ts';
import { monthNumber } from '../../kernel/calendar.ts';
import type { Cell, Matrix } from '../../kernel/cell.ts';
import { shown } from '../../kernel/errors.ts';
import { endsSlice } from '../../kernel/slices.ts';
import { say, type Text } from '../../kernel/text.ts';
import { ExactSum } from '../figures/exactSum.ts';
import type { ColumnStyle } from './clean.ts';
import { isNothing, shownCell, visible } from './cleaning.ts';
import type { BadRow, Deal, PassedOver, Reading, SummedDeals } from './deal.ts';
import { type DealField, SUMMED_FIELDS } from './dealField.ts';
import { answerTo, finish, shownAs } from './inspect.ts';
import { isEmpty, lastDataRow } from './lastRow.ts';
import type { Columns } from './matchColumns.ts';
import { namedTotal, readingNotes, unnamedCurrency } from './readingNotes.ts';
import { TwiceFinder } from './repeatedDeals.ts';
import { kindKey, RowKinds } from './rowKinds.ts';
import { type DealValues, numberOf, type Problem, RowValueReader, textOf } from './rowValues.ts';
import { runningColumns } from './runningColumns.ts';
import { outcomeOf, type StageOutcome, stageKey } from './stages.ts';
import { TotalFinder } from './totalFinder.ts';
import { saysTotal, totalLabel } from './totalRow.ts';

export interface ReadingTask {
  readonly cells: Matrix;
  readonly headingRow: number;
  readonly columns: Columns;
  readonly styles: Readonly<Partial<Record<DealField, ColumnStyle>>>;
  /** What the stages mean that nobody knows, by `stageKey`. */
  readonly stages?: Readonly<Record<string, StageOutcome>> | undefined;
  /** The month of a file that has no dates: months since the year 0. */
  readonly month?: number | undefined;
  /** Rows that cannot be read, by their place, with the reason. */
  readonly unreadable?: ReadonlyMap<number, Text> | undefined;
  /** The share that has to be paid for a deal to count, where the file says what was collected; none: all counts. */
  readonly minimumShare?: number | undefined;
  /** The one currency that counts; none: all are one. */
  readonly currency?: string | undefined;
  /** Whether rows of a kind count, by `kindKey`. */
  readonly kinds?: Readonly<Record<string, 'count' | 'leave'>> | undefined;
}

/** Reads a whole file, slice by slice: it yields the number of rows read. */
export function* readingRows(task: ReadingTask): Generator<number, Reading> {
  const reader = new RowReader(task);
  const last = lastDataRow(task.cells, task.headingRow, task.columns);
  for (let row = task.headingRow + 1; row <= last; row++) {
    reader.read(row);
    if (endsSlice(row)) yield row;
  }
  return reader.reading(last);
}

export function readRows(task: ReadingTask): Reading {
  return finish(readingRows(task));
}

class RowReader {
  private readonly deals: Deal[] = [];
  private readonly bad: BadRow[] = [];
  private readonly repeated: Reading['repeated'][number][] = [];
  private readonly otherMonth: number[] = [];
  private readonly left = { currency: newTally(), unanswered: newTally(), kind: newTally(), repeated: newTally() };
  private readonly rowOfId = new Map<string, number>();
  private readonly twice = new TwiceFinder();
  private readonly values: RowValueReader;
  private readonly totals: TotalFinder;
  private readonly kinds: RowKinds | undefined;
  private readonly task: ReadingTask;
  private readonly unnamed = newTally();
  private isCurrencyNamed = false;
  private blank = 0;

  constructor(task: ReadingTask) {
    this.task = task;
    const { cells, headingRow, columns, styles } = task;
    this.values = new RowValueReader(cells[headingRow] ?? [], columns, styles);
    this.totals = new TotalFinder(this.values.mapped, () => cells.slice(headingRow + 1));
    const leaves = Object.values(task.kinds ?? {}).includes('leave');
    this.kinds = leaves ? new RowKinds(cells[headingRow] ?? [], columns) : undefined;
  }

  reading(last: number): Reading {
    const { deals, blank, repeated, otherMonth, task } = this;
    const { totals, loose } = this.totals.settle();
    const bad = [...this.bad, ...loose.map(({ row, amount }) => this.loose(row, amount))];
    const below = task.cells.slice(last + 1);
    const left = {
      currency: tallyOf(this.left.currency),
      unanswered: tallyOf(this.left.unanswered),
      kind: tallyOf(this.left.kind),
      repeated: tallyOf(this.left.repeated),
    };
    return {
      deals,
      bad: bad.sort((a, b) => a.row - b.row),
      totals,
      changes: this.values.log.list,
      blank: blank + below.filter(line => line.every(isEmpty)).length,
      footer: below.filter(line => !line.every(isEmpty)).length,
      left,
      twice: this.twice.groups,
      repeated,
      otherMonth,
      notes: [
        ...readingNotes(task, deals, below),
        ...namedTotal(this.totals.named),
        ...(this.isCurrencyNamed ? unnamedCurrency(tallyOf(this.unnamed), task.currency) : []),
      ],
    };
  }

  read(row: number): void {
    const line = this.task.cells[row] ?? [];
    const unreadable = this.task.unreadable?.get(row);
    if (unreadable) {
      this.bad.push(this.badRow(row, { field: 'amount', cell: line.join(' | '), reason: unreadable }, undefined));
      return;
    }
    const { mapped } = this.values;
    if (mapped.every(({ column }) => isEmpty(line[column])) && totalLabel(line) === undefined) {
      this.passOver(row, line);
      return;
    }
    const { values, problems, currency } = this.values.read(row, line);
    if (this.totals.take({ row, line, values })) return;
    const outcome = this.outcome(values, line);
    const isOtherKind = this.isOtherKind(values, line);
    this.totals.add(values, outcome === 'won' && !isOtherKind);
    if (isOtherKind ? this.leave('kind', values) : this.isLeft(values, outcome, currency)) return;
    this.seeCurrency(values, outcome, currency);
    if (outcome !== 'unanswered') this.deal(row, line, values, problems, outcome);
  }

  /** Where something stands in other columns only, it is no deal, and is told. */
  private passOver(row: number, line: readonly Cell[]): void {
    if (line.every(isEmpty)) this.blank++;
    else {
      const text = line.map(cell => shownCell(cell).trim()).find(shownText => shownText !== '') ?? '';
      const reason = say('the columns that are read are blank', '所读取的各列均为空');
      this.bad.push({ row: row + 1, field: 'amount', heading: this.values.headingOf('amount'), text, reason });
    }
  }

  private isLeft(
    values: DealValues,
    outcome: StageOutcome | Problem | 'unanswered',
    currency: string | undefined,
  ): boolean {
    const { currency: counts } = this.task;
    const isOther = counts !== undefined && currency !== counts && outcome === 'won';
    const kind: PassedOver | undefined = isOther ? 'currency' : outcome === 'unanswered' ? 'unanswered' : undefined;
    if (kind === 'currency') this.seeCurrency(values, outcome, currency);
    return kind !== undefined && this.leave(kind, values);
  }

  private leave(kind: PassedOver, values: DealValues): true {
    this.left[kind].count++;
    this.left[kind].sum.add(numberOf(values.amount) ?? 0);
    return true;
  }

  /** A target, a return or a void row that the user has left out; a return that is negative counts as it is. */
  private isOtherKind(values: DealValues, line: readonly Cell[]): boolean {
    const kind = this.kinds?.of(line);
    if (!kind || answerTo(this.task.kinds, kindKey(kind)) !== 'leave') return false;
    return kind.isAimed || (numberOf(values.amount) ?? 0) > 0;
  }

  /** A blank currency beside named ones counts as they do, or not where only one of them does: both are told. */
  private seeCurrency(
    values: DealValues,
    outcome: StageOutcome | Problem | 'unanswered',
    currency: string | undefined,
  ): void {
    if (currency !== undefined) this.isCurrencyNamed = true;
    else if (outcome === 'won' && values.amount !== undefined) {
      this.unnamed.count++;
      this.unnamed.sum.add(numberOf(values.amount) ?? 0);
    }
  }

  private deal(
    row: number,
    line: readonly Cell[],
    values: DealValues,
    problems: readonly Problem[],
    outcome: StageOutcome | Problem,
  ): void {
    const reason = typeof outcome === 'string' ? this.misfit(outcome, values, problems) : outcome;
    if (reason) this.bad.push(this.badRow(row, reason, numberOf(values.amount)));
    if (reason || typeof outcome !== 'string') return;
    const deal = this.dealOf(row, values, outcome);
    this.noteNumber(deal);
    this.noteMonths(deal, values);
    this.twice.add(deal, () => this.rowText(line));
    this.deals.push(deal);
  }

  private outcome(values: DealValues, line: readonly Cell[]): StageOutcome | Problem | 'unanswered' {
    const { columns, stages } = this.task;
    if (columns.won !== undefined) return numberOf(values.won) === 0 ? 'lost' : 'won';
    if (columns.stage === undefined) return 'won';
    const stage = textOf(values.stage) || nothingIn(line[columns.stage]);
    if (stage === '') {
      const said = answerTo(stages, '');
      if (said) return said;
      if (this.isMostlyBlank) return 'unanswered';
      return { field: 'stage', cell: null, reason: say('the stage is blank', '阶段为空') };
    }
    const outcome = answerTo(stages, stageKey(stage)) ?? outcomeOf(stage);
    const text = shown(stage);
    return (
      outcome ?? {
        field: 'stage',
        cell: stage,
        reason: say(`is stage ${text} won, lost or still open?`, `阶段 ${text} 属于赢单、输单还是进行中？`),
      }
    );
  }

  /** As it is asked what a blank one means, no single row of them is at fault. */
  private get isMostlyBlank(): boolean {
    this.mostlyBlank ??= isMostlyBlank(this.task);
    return this.mostlyBlank;
  }

  private mostlyBlank: boolean | undefined;

  /** Why a row cannot be used. Deals that do not count yet need neither amount nor date. */
  private misfit(outcome: StageOutcome, values: DealValues, problems: readonly Problem[]): Problem | undefined {
    const { columns, month } = this.task;
    const miscounted = columns.won === undefined ? undefined : this.miscounted(values, problems);
    if (outcome !== 'won') return miscounted;
    const first = problems.find(({ field }) => NEEDED.has(field) || field === 'collected') ?? miscounted;
    if (first) return first;
    if (values.amount === undefined) return { field: 'amount', cell: null, reason: this.noAmount() };
    if (values.closed !== undefined || values.month !== undefined || month !== undefined) return undefined;
    if (columns.closed === undefined && columns.month === undefined) return undefined;
    const field = columns.closed === undefined ? 'month' : 'closed';
    return { field, cell: null, reason: say('the date is blank', '日期为空') };
  }

  /** All that a row says, but for its running number and its sheet: by those no row is the same as another. */
  private rowText(line: readonly Cell[]): string {
    this.running ??= runningColumns(this.task);
    const { running } = this;
    return line.flatMap((cell, column) => (running.has(column) ? [] : [this.shownIn(cell, column)])).join(' · ');
  }

  private running: ReadonlySet<number> | undefined;

  private shownIn(cell: Cell, column: number): string {
    const { closed, month } = this.task.columns;
    return visible(shownAs(cell, column === closed || column === month ? 'date' : 'name')).trim();
  }

  /** Counts of a row that is many deals are whole numbers. */
  private miscounted(values: DealValues, problems: readonly Problem[]): Problem | undefined {
    const unread = problems.find(({ field }) => SUMMED_FIELDS.some(summed => summed === field));
    if (unread) return unread;
    const { columns } = this.task;
    const field = (['won', 'lost', 'credited'] as const).find(
      count => columns[count] !== undefined && !isCount(numberOf(values[count])),
    );
    return field && { field, cell: values[field] ?? null, reason: say('it is no whole number', '不是整数') };
  }

  private summedOf(values: DealValues): SummedDeals | undefined {
    if (this.task.columns.won === undefined) return undefined;
    const won = numberOf(values.won) ?? 0;
    return { won, lost: numberOf(values.lost) ?? 0, credited: numberOf(values.credited) ?? won };
  }

  private noAmount(): Text {
    const { amount, quantity, price } = this.task.columns;
    if (amount !== undefined) return say('the amount is blank', '金额为空');
    return quantity !== undefined && price !== undefined
      ? say('quantity or price is blank', '数量或单价为空')
      : say('no column of amounts is chosen', '尚未选择金额列');
  }

  private badRow(row: number, { field, cell, reason }: Problem, amount: number | undefined): BadRow {
    return { row: row + 1, field, heading: this.values.headingOf(field), text: shownCell(cell), reason, amount };
  }

  private loose(row: number, amount: number): BadRow {
    const reason = say('the row holds nothing but a number', '该行只有一个数字');
    const heading = this.values.headingOf('amount');
    return { row, field: 'amount', heading, text: String(amount), reason, amount };
  }

  private dealOf(row: number, values: DealValues, outcome: StageOutcome): Deal {
    const summed = this.summedOf(values);
    const sales = numberOf(values.amount) ?? 0;
    const amount = summed ? (numberOf(values.signed) ?? sales) : sales;
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
      // What counts of many deals, only their own source can tell.
      counted: outcome !== 'won' ? 0 : summed ? sales : countedAmount(amount, collected, this.task.minimumShare),
      quantity: numberOf(values.quantity),
      cost: numberOf(values.cost),
      created: numberOf(values.created),
      closed: numberOf(values.closed),
      due: numberOf(values.due),
      ...(summed ? { summed } : {}),
    };
  }

  private noteNumber({ id, row }: Deal): void {
    if (id === '') return;
    const first = this.rowOfId.get(id);
    if (first === undefined) this.rowOfId.set(id, row);
    else this.repeated.push({ row, first, id });
  }

  private noteMonths({ row, month }: Deal, values: DealValues): void {
    const said = numberOf(values.month);
    if (said !== undefined && monthNumber(said) !== month) this.otherMonth.push(row);
  }
}

const NEEDED: ReadonlySet<DealField> = new Set(['amount', 'closed', 'month']);

function isCount(value: number | undefined): boolean {
  return value !== undefined && value >= 0 && Number.isInteger(value);
}

/** A deal counts when it is signed and the agreed share of it is paid. */
export function countedAmount(amount: number, collected: number | undefined, minimumShare: number | undefined): number {
  if (collected === undefined || minimumShare === undefined) return amount;
  const counted = countable.call([amount, collected, minimumShare]);
  return typeof counted === 'number' ? counted : 0;
}

interface Counting {
  count: number;
  readonly sum: ExactSum;
}

function newTally(): Counting {
  return { count: 0, sum: new ExactSum() };
}

function tallyOf({ count, sum }: Counting): { count: number; amount: number } {
  return { count, amount: sum.value };
}

/** A stage called None is asked about as any other; a blank one is none. */
function nothingIn(cell: Cell | undefined): string {
  const text = shownCell(cell ?? null).trim();
  return /\p{L}/u.test(text) && isNothing(text) ? text : '';
}

/** Whether more rows have a blank stage than one that says something. */
function isMostlyBlank({ cells, headingRow, columns }: ReadingTask): boolean {
  const column = columns.stage ?? 0;
  let balance = 0;
  for (const line of cells.slice(headingRow + 1, lastDataRow(cells, headingRow, columns) + 1)) {
    if (!line.every(isEmpty) && !saysTotal(line)) balance += isEmpty(line[column]) ? 1 : -1;
  }
  return balance > 0;
}
