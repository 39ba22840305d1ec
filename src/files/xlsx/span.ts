const AMPERSAND = 38;
const GREATER = 62;
/** Bytes from here to the next one are the second and later ones of a letter; those from FOUR on begin two code units. */
const [LATER, FIRST, FOUR] = [0x80, 0xc0, 0xf0];
const UNREADABLE = '\ufffd';

// A mark of byte order within a text is a letter of it.
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Bytes between two places of a piece; they become a text only where somebody asks for it. The piece is decoded at once
 * and texts are cut out of it, which is many times as fast as to decode each by itself.
 */
export class Span {
  private bytes: Uint8Array = new Uint8Array(0);
  private letters = '';
  private isPlain = true;
  private isBroken = false;
  /** A place in the bytes, and the same one in the letters. */
  private byte = 0;
  private letter = 0;
  private from = 0;
  private to = 0;
  private isEscaped = true;

  of(bytes: Uint8Array): void {
    // Behind the last tag a letter may be cut off, and nothing is asked for.
    const length = bytes.lastIndexOf(GREATER) + 1;
    this.bytes = bytes;
    this.letters = decoder.decode(bytes.subarray(0, length));
    this.isPlain = this.letters.length === length;
    this.isBroken = !this.isPlain && this.letters.includes(UNREADABLE);
    this.byte = this.letter = 0;
  }

  put(from: number, to: number): this {
    this.from = from;
    this.to = to;
    this.isEscaped = true;
    return this;
  }

  /** Where an ampersand is an ampersand. */
  putAsIs(from: number, to: number): this {
    this.put(from, to);
    this.isEscaped = false;
    return this;
  }

  get text(): string {
    const { bytes, from, to } = this;
    const text = this.isPlain ? this.letters.slice(from, to) : this.wide();
    return this.isEscaped && includes(bytes, AMPERSAND, from, to) ? unescaped(text) : text;
  }

  private wide(): string {
    // Bytes that are no letters may stand for more of them or for fewer.
    if (this.isBroken) return decoder.decode(this.bytes.subarray(this.from, this.to));
    const start = this.letterAt(this.from);
    return this.letters.slice(start, this.letterAt(this.to));
  }

  /** Counted from where it was asked last, since a piece is read from its beginning to its end. */
  private letterAt(place: number): number {
    const { bytes } = this;
    while (this.byte < place) this.letter += units(bytes[this.byte++]);
    while (this.byte > place) this.letter -= units(bytes[--this.byte]);
    return this.letter;
  }
}

/** How many code units a byte begins. */
function units(byte = 0): number {
  if (byte < LATER) return 1;
  if (byte < FIRST) return 0;
  return byte < FOUR ? 1 : 2;
}

function includes(bytes: Uint8Array, sign: number, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (bytes[at] === sign) return true;
  return false;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
