const [SPACE, QUOTE, SLASH, LESS, EQUALS, GREATER] = [32, 34, 47, 60, 61, 62];
const [ZERO, NINE] = [48, 57];
const [CELL, PLACE, STYLE, KIND] = [...'crst'].map(letter => letter.charCodeAt(0));
const KINDS = ['s', 'n', 'str', 'inlineStr'] as const;
const VALUE = between('<v>', '</v></c>');
const TEXT = between('<is><t>', '</t></is></c>');

/**
 * A cell as nearly all of a sheet's are written: <c r="B2" s="1" t="s"><v>5</v></c>. It is read as a whole, since tag by
 * tag it is four of them. What is written in another way is left to the scanner; so nothing here decides what is right.
 */
export class PlainCell {
  /** From 0; undefined where it does not say where it stands. */
  column: number | undefined;
  style = -1;
  kind: (typeof KINDS)[number] = 'n';
  /** Where its place and its value are written. */
  placeFrom = 0;
  placeTo = 0;
  from = 0;
  to = 0;

  /** The place after the cell that begins here; −1 where none does that is written like this, and is there as a whole. */
  end(bytes: Uint8Array, start: number): number {
    if (bytes[start + 1] !== CELL) return -1;
    this.column = undefined;
    this.style = -1;
    this.kind = 'n';
    this.from = this.to = 0;
    let at = start + 2;
    while (bytes[at] === SPACE) {
      if (bytes[at + 2] !== EQUALS || bytes[at + 3] !== QUOTE) return -1;
      const end = this.attribute(bytes, bytes[at + 1], at + 4);
      if (bytes[end] !== QUOTE) return -1;
      at = end + 1;
    }
    if (bytes[at] === SLASH && bytes[at + 1] === GREATER) return at + 2;
    return bytes[at] === GREATER ? this.value(bytes, at + 1) : -1;
  }

  /** The place after what it says; −1 where that is none that is known. */
  private attribute(bytes: Uint8Array, name: number | undefined, from: number): number {
    if (name === PLACE) return this.place(bytes, from);
    if (name === STYLE) return this.number(bytes, from);
    if (name !== KIND) return -1;
    for (const kind of KINDS) {
      const end = from + kind.length;
      if (bytes[end] !== QUOTE || !isWritten(bytes, from, KIND_BYTES[kind])) continue;
      this.kind = kind;
      return end;
    }
    return -1;
  }

  private place(bytes: Uint8Array, from: number): number {
    let at = from;
    let column = 0;
    for (let code = bytes[at] ?? 0; code >= 65 && code <= 90; code = bytes[++at] ?? 0) column = column * 26 + code - 64;
    if (at === from) return -1;
    this.column = column - 1;
    at = afterDigits(bytes, at);
    this.placeFrom = from;
    this.placeTo = at;
    return at;
  }

  private number(bytes: Uint8Array, from: number): number {
    const end = afterDigits(bytes, from);
    if (end === from) return -1;
    this.style = 0;
    for (let at = from; at < end; at++) this.style = this.style * 10 + (bytes[at] ?? 0) - ZERO;
    return end;
  }

  private value(bytes: Uint8Array, start: number): number {
    const { before, behind } = this.kind === 'inlineStr' ? TEXT : VALUE;
    if (!isWritten(bytes, start, before)) return -1;
    let at = start + before.length;
    this.from = at;
    while (at < bytes.length && bytes[at] !== LESS) at++;
    this.to = at;
    return isWritten(bytes, at, behind) ? at + behind.length : -1;
  }
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function between(before: string, behind: string): { readonly before: Uint8Array; readonly behind: Uint8Array } {
  return { before: bytesOf(before), behind: bytesOf(behind) };
}

function isWritten(bytes: Uint8Array, at: number, text: Uint8Array): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text[index]) return false;
  return true;
}

function afterDigits(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let code = bytes[at] ?? 0; code >= ZERO && code <= NINE; code = bytes[++at] ?? 0);
  return at;
}

const KIND_BYTES = {
  s: bytesOf('s'),
  n: bytesOf('n'),
  str: bytesOf('str'),
  inlineStr: bytesOf('inlineStr'),
} as const;
