/** How a text is cut into rows and fields. */
export interface Cutting {
  readonly delimiter: string;
  /**
   * Cells from the clipboard: a host quotes a field only where it holds a tab or a line break, so that quotation marks
   * around anything else are part of the text.
   */
  readonly clipboard?: boolean;
  /** How many fields a row has; an opening quotation mark that would swallow rows of this many is none. */
  readonly width?: number;
}

/** Something that was odd about a row, counted from 0. */
export interface Oddity {
  readonly row: number;
  /** A mark that encloses no field; one that is never closed; a field whose lines could be rows as well. */
  readonly is: 'quote' | 'lines' | 'either';
}

/**
 * The rows of a text, one by one. Every line end counts (CRLF, LF, CR, mixed as well), and a field is quoted only where
 * its quotation mark is closed before a delimiter or the end of the row; else the mark is a part of the text, and
 * nothing is swallowed.
 */
export class RowSplitter {
  private readonly text: string;
  private readonly cutting: Cutting;
  /** Where the next row begins. */
  at = 0;
  row = 0;
  readonly oddities: Oddity[] = [];

  constructor(text: string, cutting: Cutting, from = 0) {
    this.text = text;
    this.cutting = cutting;
    this.at = from;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  next(): string[] {
    const { text } = this;
    const fields: string[] = [];
    for (;;) {
      const mark = this.afterBlanks(this.at);
      const quoted = text.charCodeAt(mark) === QUOTE ? this.quoted(mark, fields.length) : undefined;
      fields.push(quoted ?? this.plain());
      if (this.at >= text.length) break;
      if (text.startsWith(this.cutting.delimiter, this.at)) {
        this.at += this.cutting.delimiter.length;
        if (this.at < text.length) continue;
        fields.push('');
        break;
      }
      this.at += lineEnd(text, this.at);
      break;
    }
    this.row++;
    return fields;
  }

  private plain(): string {
    const end = this.fieldEnd(this.at);
    const field = this.text.slice(this.at, end);
    this.at = end;
    return field;
  }

  private fieldEnd(from: number): number {
    const { text } = this;
    const delimiter = this.cutting.delimiter.charCodeAt(0);
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === delimiter || code === LF || code === CR) return at;
    }
    return text.length;
  }

  /** The field that a quotation mark opens here; undefined where it opens none. */
  private quoted(start: number, column: number): string | undefined {
    const { text, cutting } = this;
    const close = closingQuote(text, start + 1);
    if (close === undefined || !this.endsField(close + 1)) return this.odd('quote');
    const inside = text.slice(start + 1, close);
    const holdsLines = /[\r\n]/.test(inside);
    if (cutting.clipboard && !holdsLines && !inside.includes(cutting.delimiter)) return undefined;
    const swallowed = holdsLines ? this.swallowedRows(column, start, close) : 0;
    if (swallowed > 2) return this.odd('lines');
    if (swallowed > 0) this.odd('either');
    this.at = this.afterBlanks(close + 1);
    return inside.includes('""') ? inside.replace(/""/g, '"') : inside;
  }

  private odd(is: Oddity['is']): undefined {
    if (!this.cutting.clipboard || is !== 'quote') this.oddities.push({ row: this.row, is });
    return undefined;
  }

  private endsField(at: number): boolean {
    const end = this.afterBlanks(at);
    const code = this.text.charCodeAt(end);
    return end >= this.text.length || code === LF || code === CR || this.text.startsWith(this.cutting.delimiter, end);
  }

  private afterBlanks(at: number): number {
    let end = at;
    while (this.text.charCodeAt(end) === SPACE) end++;
    return end;
  }

  /** How many whole rows a field would be if its mark was never closed; 0 where its lines are none. */
  private swallowedRows(column: number, start: number, close: number): number {
    const { width = 0, delimiter } = this.cutting;
    const field = this.text.slice(start + 1, close);
    if (field.length > LONGEST_FIELD) return Number.MAX_VALUE;
    // Whoever doubles marks closes them.
    if (width < 2 || field.includes('""')) return 0;
    const lines = this.text.slice(start, this.lineEndAfter(close)).split(/\r\n|\r|\n/);
    const whole = lines.filter((line, index) => line.split(delimiter).length + (index === 0 ? column : 0) === width);
    // Some of many lines hold delimiters in quotes.
    return whole[0] === lines[0] && whole.length >= lines.length * 0.8 ? lines.length : 0;
  }

  private lineEndAfter(from: number): number {
    let at = from;
    while (at < this.text.length && !lineEnd(this.text, at)) at++;
    return at;
  }
}

// As much as a cell of Excel holds.
const LONGEST_FIELD = 32_767;
const QUOTE = 34;
const SPACE = 32;
const LF = 10;
const CR = 13;

/** The next quotation mark that is not doubled. */
function closingQuote(text: string, from: number): number | undefined {
  let at = text.indexOf('"', from);
  while (at >= 0 && text.charCodeAt(at + 1) === QUOTE) at = text.indexOf('"', at + 2);
  return at < 0 ? undefined : at;
}

/** How long the line end at a place is; 0 where there is none. */
function lineEnd(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === LF) return 1;
  if (code !== CR) return 0;
  return text.charCodeAt(at + 1) === LF ? 2 : 1;
}
