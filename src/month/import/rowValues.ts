import { isoOf } from '../../kernel/calendar.ts';
import type { Cell } from '../../kernel/cell.ts';
import type { Text } from '../../kernel/text.ts';
import { currencyOf } from './amounts.ts';
import { type ColumnStyle, clean } from './clean.ts';
import { type Cleaned, isProblem, shownCell } from './cleaning.ts';
import { ChangeLog } from './cleaningLog.ts';
import { currencyCode, currencyUnder } from './currencies.ts';
import { type CleanKind, DEAL_FIELD_KEYS, DEAL_FIELDS, type DealField } from './dealField.ts';
import { headingWords } from './likeness.ts';
import type { Columns } from './matchColumns.ts';
import { times } from './productAmount.ts';

export type DealValues = Partial<Record<DealField, number | string>>;

/** Why a cell cannot be used. */
export interface Problem {
  readonly field: DealField;
  readonly cell: Cell;
  readonly reason: Text;
}

export interface RowValues {
  readonly values: DealValues;
  readonly problems: readonly Problem[];
  readonly currency: string | undefined;
}

interface Mapped {
  readonly field: DealField;
  readonly column: number;
  readonly heading: string;
}

const MOST_TEXTS = 20_000;

/** Reads the cells of a row that mean something. */
export class RowValueReader {
  readonly log = new ChangeLog();
  readonly mapped: readonly Mapped[];
  private readonly columns: Columns;
  private readonly styles: Readonly<Partial<Record<DealField, ColumnStyle>>>;
  private readonly texts = new Map<DealField, Map<string, Cleaned<number | string | null>>>();
  /** Of amounts without a mark of their own, where the heading names one. */
  private readonly headingCurrency: string | undefined;

  constructor(headings: readonly Cell[], columns: Columns, styles: Readonly<Partial<Record<DealField, ColumnStyle>>>) {
    this.columns = columns;
    this.styles = styles;
    this.mapped = DEAL_FIELD_KEYS.flatMap(field => {
      const column = columns[field];
      return column === undefined ? [] : [{ field, column, heading: shownCell(headings[column] ?? null).trim() }];
    });
    this.headingCurrency = headingWords(this.headingOf('amount') || this.headingOf('price')).currency;
  }

  headingOf(field: DealField): string {
    return this.mapped.find(entry => entry.field === field)?.heading ?? '';
  }

  /** Every mapped cell of a row. */
  read(row: number, line: readonly Cell[]): RowValues {
    const values: DealValues = {};
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
      for (const change of read.changes)
        this.log.note({ field, heading, change }, row + 1, cell, afterText(read.value, kind));
    }
    if (this.columns.amount === undefined) {
      const product = times(numberOf(values.quantity), numberOf(values.price));
      if (product !== undefined) values.amount = product;
    }
    return { values, problems, currency: this.currencyIn(line, values) };
  }

  private currencyIn(line: readonly Cell[], { currency }: DealValues): string | undefined {
    if (currency !== undefined) return currencyCode(String(currency));
    const column = this.columns.amount ?? this.columns.price;
    return column === undefined ? undefined : currencyUnder(this.headingCurrency, currencyOf(line[column] ?? null));
  }

  /** Dates, names and stages come again and again: each text is read once. */
  private cleaned(cell: Cell, field: DealField, kind: CleanKind): Cleaned<number | string | null> {
    const style = this.styles[field];
    if (typeof cell !== 'string') return clean(cell, kind, style);
    const known = this.texts.get(field) ?? new Map<string, Cleaned<number | string | null>>();
    this.texts.set(field, known);
    const before = known.get(cell);
    if (before) return before;
    const read = clean(cell, kind, style);
    if (known.size < MOST_TEXTS) known.set(cell, read);
    return read;
  }
}

export function isFigure(field: DealField): boolean {
  return DEAL_FIELDS[field].kind === 'amount' || DEAL_FIELDS[field].kind === 'share';
}

export function textOf(value: number | string | undefined): string {
  return value === undefined ? '' : String(value);
}

export function numberOf(value: number | string | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function afterText(value: number | string, kind: CleanKind): string {
  return typeof value === 'number' && (kind === 'date' || kind === 'month') ? isoOf(value) : String(value);
}
