import { Span } from './span.ts';

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const COLON = 58;
const EQUALS = 61;

/** What stands in a tag, attribute by attribute, read in place. */
export class Tag {
  private bytes: Uint8Array = new Uint8Array(0);
  private span = new Span();
  private from = 0;
  private to = 0;
  private at = 0;
  private nameFrom = 0;
  private nameTo = 0;
  private valueFrom = 0;
  private valueTo = 0;

  of(bytes: Uint8Array, span: Span): void {
    this.bytes = bytes;
    this.span = span;
  }

  /** A tag without its signs. */
  put(from: number, to: number): void {
    this.from = from;
    this.to = to;
    this.rewind();
  }

  private rewind(): void {
    const { bytes, to } = this;
    let at = this.from;
    while (at < to && !isBlank(bytes[at])) at++;
    this.at = at;
  }

  /** Goes on to the next attribute; false where there is none. */
  next(): boolean {
    const { bytes, to } = this;
    for (let at = this.at; ; ) {
      at = skipBlanks(bytes, at, to);
      this.nameFrom = at;
      while (at < to && bytes[at] !== EQUALS && !isBlank(bytes[at])) at++;
      this.nameTo = at;
      at = skipBlanks(bytes, at, to);
      if (at >= to) {
        this.at = to;
        return false;
      }
      // A word without a value is no attribute.
      if (bytes[at] !== EQUALS) continue;
      at = skipBlanks(bytes, at + 1, to);
      const quote = bytes[at];
      if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) continue;
      this.valueFrom = ++at;
      while (at < to && bytes[at] !== quote) at++;
      this.valueTo = at;
      this.at = at + 1;
      return true;
    }
  }

  /** The code of a name of one letter, its prefix left aside; 0 for a longer one. */
  get letter(): number {
    const { bytes, nameFrom, nameTo } = this;
    const isOne = nameTo - nameFrom === 1 || (nameTo - nameFrom > 2 && bytes[nameTo - 2] === COLON);
    return isOne ? (bytes[nameTo - 1] ?? 0) : 0;
  }

  get value(): string {
    return this.span.put(this.valueFrom, this.valueTo).text;
  }

  /** The column that a place like AB12 begins with, from 0; −1 where there is none. */
  get column(): number {
    const { bytes, valueFrom, valueTo } = this;
    let column = 0;
    for (let at = valueFrom; at < valueTo; at++) {
      const code = (bytes[at] ?? 0) & ~32;
      if (code < 65 || code > 90) break;
      column = column * 26 + code - 64;
    }
    return column - 1;
  }

  /** What an attribute says, with any prefix where none is written as asked; undefined where the tag has none. */
  attribute(asked: string): string | undefined {
    let other: string | undefined;
    this.rewind();
    while (this.next()) {
      const name = this.span.put(this.nameFrom, this.nameTo).text;
      if (name === asked) return this.value;
      if (other === undefined && name.endsWith(`:${asked}`)) other = this.value;
    }
    return other;
  }
}

function isBlank(code: number | undefined): boolean {
  return code !== undefined && code <= 32;
}

function skipBlanks(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(bytes[at])) at++;
  return at;
}
