import { isoOf } from '../../kernel/calendar.ts';
import type { Cell } from '../../kernel/cell.ts';
import { type DecimalMark, lookAtAmount } from './amounts.ts';
import { type ColumnStyle, isWord } from './clean.ts';
import { isNothing, isProblem, shownCell } from './cleaning.ts';
import { currencyCode } from './currencies.ts';
import { type DateOrder, endsOf, formOf, orderOf, readDate } from './dates.ts';
import type { CleanKind, DealField } from './dealField.ts';
import { type Answers, answerTo, type Question } from './inspect.ts';

const EXAMPLES = 3;
const MOST_TEXTS = 20_000;
const NO_WORDS: ReadonlyMap<string, number> = new Map();
/** Regions, products and teams may be called NA; a person called None is nobody. */
const NAMED: ReadonlySet<DealField> = new Set(['region', 'product', 'team']);

interface Form {
  readonly orders: Set<DateOrder>;
  readonly open: string[];
  /** Of days such as 26/03/05: what stands first, what stands last, and examples. */
  readonly firsts: Set<number>;
  readonly lasts: Set<number>;
  readonly years: string[];
}

/** What the cells of one column tell about how they are to be read. */
export class ColumnLook {
  readonly currencies = new Set<string>();
  private readonly kind: CleanKind;
  private readonly forms = new Map<string, Form>();
  private readonly marks = new Set<DecimalMark>();
  private readonly openMarks: string[] = [];
  private readonly openSpaces: string[] = [];
  private readonly sides: string[] = [];
  private readonly realDays: string[] = [];
  private readonly texts = new Set<string>();
  private readonly laterTexts: string[] = [];
  private readonly nothings = new Map<string, number>();
  private openComma = false;
  private isSpaced = false;
  private lateDays = 0;
  private names = false;

  constructor(kind: CleanKind) {
    this.kind = kind;
  }

  see(cell: Cell): void {
    if (cell === null || cell === '') return;
    if (this.kind !== 'amount' && this.isKnown(cell)) return;
    if (this.kind === 'date' || this.kind === 'month') this.seeDay(cell);
    else if (this.kind === 'amount') this.seeAmount(cell);
    else if (this.kind === 'name') this.seeName(cell);
  }

  /** Days and names come again and again: each text is looked at once. */
  private isKnown(cell: Cell): boolean {
    if (typeof cell !== 'string' || isNothing(cell)) return false;
    if (this.texts.has(cell)) return true;
    if (this.texts.size < MOST_TEXTS) this.texts.add(cell);
    return false;
  }

  style(field: DealField, answers: Answers, scale: number | undefined): ColumnStyle {
    const orders = new Map<string, DateOrder>();
    for (const [form, seen] of this.forms) {
      const order = orderFor(answers, field, form) ?? orderIn(seen);
      if (order) orders.set(form, order);
    }
    return {
      order: orders,
      swapped: answers.swapped?.[field],
      mark: answers.decimalMarks?.[field] ?? only(this.marks),
      spaced: answers.spaced?.[field] ?? this.isSpaced,
      credit: answers.credits?.[field],
      scale,
      named: NAMED.has(field) && this.names,
    };
  }

  questions(field: DealField, answers: Answers): Question[] {
    const asked: Question[] = [];
    for (const [form, seen] of this.forms) {
      const open = [...seen.open, ...(mayBeYears(seen) ? seen.years : [])].slice(0, EXAMPLES);
      if (open.length > 0 && (orderFor(answers, field, form) ?? orderIn(seen)) === undefined)
        asked.push({ ask: 'dateOrder', field, form, examples: open });
    }
    if (this.isHalfConverted && answers.swapped?.[field] === undefined)
      asked.push({ ask: 'halfConverted', field, examples: this.halves });
    if (this.isMarkOpen && answers.decimalMarks?.[field] === undefined)
      asked.push({ ask: 'decimalMark', field, examples: this.openMarks });
    if (this.openSpaces.length > 0 && !this.isSpaced && answers.spaced?.[field] === undefined)
      asked.push({ ask: 'spaces', field, examples: this.openSpaces });
    if (this.sides.length > 0 && answers.credits?.[field] === undefined)
      asked.push({ ask: 'credit', field, examples: this.sides });
    return asked;
  }

  private seeDay(cell: Cell): void {
    const form = formOf(cell);
    if (form === undefined) {
      this.seeRealDay(cell);
      return;
    }
    const seen: Form = this.forms.get(form) ?? {
      orders: new Set(),
      open: [],
      firsts: new Set(),
      lasts: new Set(),
      years: [],
    };
    this.forms.set(form, seen);
    const order = orderOf(cell);
    if (order === 'either') remember(cell, seen.open);
    else if (order === 'dayOrYear') {
      const [first, last] = endsOf(cell) ?? [0, 0];
      seen.firsts.add(first);
      seen.lasts.add(last);
      remember(cell, seen.years);
      remember(cell, this.laterTexts);
    } else if (order) {
      seen.orders.add(order);
      remember(cell, this.laterTexts);
    }
  }

  /** NA, None and the like, where they are names, and in how many rows. */
  wordsForNothing(field: DealField): ReadonlyMap<string, number> {
    return NAMED.has(field) && this.names ? this.nothings : NO_WORDS;
  }

  /** NA in a column without any other name: a region, or none. */
  wordsReadAsBlank(field: DealField): ReadonlyMap<string, number> {
    return NAMED.has(field) && !this.names ? this.nothings : NO_WORDS;
  }

  private seeRealDay(cell: Cell): void {
    const read = readDate(cell);
    if (isProblem(read) || read.value === null) return;
    const iso = isoOf(read.value);
    const [, month, day] = iso.split('-').map(Number);
    if (Number(day) > 12) this.lateDays++;
    // 5 May stays what it is.
    else if (month !== day && this.realDays.length < EXAMPLES) this.realDays.push(iso);
  }

  /** No real date is after the 12th, and every text is: the texts are what a spreadsheet could not swap. */
  private get isHalfConverted(): boolean {
    const isOpen = [...this.forms.values()].some(({ open }) => open.length > 0);
    return this.realDays.length > 0 && this.lateDays === 0 && this.laterTexts.length > 0 && !isOpen;
  }

  private get halves(): string[] {
    return [...this.realDays.slice(0, EXAMPLES - 1), ...this.laterTexts.slice(0, 1)];
  }

  private seeAmount(cell: Cell): void {
    const { mark, spacing, hasSide, currency } = lookAtAmount(cell);
    if (mark === 'either') {
      remember(cell, this.openMarks);
      this.openComma ||= shownCell(cell).includes(',');
    } else if (mark) this.marks.add(mark);
    if (spacing === 'sure') this.isSpaced = true;
    else if (spacing === 'either') remember(cell, this.openSpaces);
    if (hasSide) remember(cell, this.sides);
    if (currency) this.currencies.add(currency);
  }

  private seeName(cell: Cell): void {
    const text = shownCell(cell).trim();
    if (isNothing(text)) {
      if (isWord(text)) this.nothings.set(text, (this.nothings.get(text) ?? 0) + 1);
      return;
    }
    this.names ||= isWord(text.replace(/[\s\d\-–_/&().（）]/g, ''));
    if (this.currencies.size <= MOST_CURRENCIES) this.currencies.add(currencyCode(text));
  }

  /**
   * 1,234 is read as 1234 unless other rows write decimals with a comma; 1.234 alone, in every row with three places,
   * may be thousands, and so may 1,234 beside 12,50. Both marks in one column make every such row doubtful.
   */
  private get isMarkOpen(): boolean {
    if (this.marks.size === 1) return this.marks.has('comma') && this.openComma;
    return this.marks.size > 1 ? this.openMarks.length > 0 : this.openMarks.some(text => text.includes('.'));
  }
}

/** The order that the texts of one form leave; where they may begin with their years, that is asked. */
function orderIn(seen: Form): DateOrder | undefined {
  if (mayBeYears(seen)) return undefined;
  const isDays = seen.years.length > 0 && !seen.orders.has('yearFirst');
  return only(isDays ? new Set([...seen.orders, 'dayFirst' as const]) : seen.orders);
}

/** 26/03/05 and 26/03/14: what stands first hardly changes, as years do, and nothing else tells. */
function mayBeYears({ orders, open, firsts, lasts }: Form): boolean {
  const years = [...firsts];
  const isNear = Math.max(...years) - Math.min(...years) < MOST_YEARS;
  return years.length > 0 && orders.size === 0 && open.length === 0 && isNear && lasts.size >= years.length;
}

const MOST_YEARS = 3;

// Only a column of currencies is asked for them, and no file has hundreds.
const MOST_CURRENCIES = 40;

function orderFor({ dateOrders }: Answers, field: DealField, form: string): DateOrder | undefined {
  return answerTo(dateOrders, `${field} ${form}`) ?? answerTo(dateOrders, field);
}

function remember(cell: Cell, examples: string[]): void {
  const text = shownCell(cell).trim();
  if (examples.length < EXAMPLES && !examples.includes(text)) examples.push(text);
}

function only<Value>(values: ReadonlySet<Value>): Value | undefined {
  const [first] = values;
  return values.size === 1 ? first : undefined;
}
