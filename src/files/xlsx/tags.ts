import { Span } from './span.ts';
import { Tag } from './tag.ts';

/** What is called for the tags of a text as they come. What it is given is to be read at once: it is used again. */
export interface TagHandler {
  /** The name without its prefix, and what stands in the tag. */
  open(name: string, tag: Tag): void;
  text?(text: Span): void;
  close?(name: string): void;
  /** Reads what begins here by itself, and answers with the place after it; −1 where it comes tag by tag. */
  whole?(bytes: Uint8Array, start: number, span: Span): number;
}

/** As long as anything but a table's own tags may be. */
const LONGEST = 2 ** 21;

const EXCLAMATION = 33;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const SLASH = 47;
const COLON = 58;
const LESS = 60;
const GREATER = 62;
const QUESTION = 63;
const COMMENT = bytesOf('<!--');
const COMMENT_END = bytesOf('-->');
const CDATA = bytesOf('<![CDATA[');
const CDATA_END = bytesOf(']]>');

/**
 * Reads XML in UTF-8 piece by piece: tags and texts, in order; a spreadsheet's parts need no more than that. A sheet has
 * a million tags, so their bytes are looked at in place, and only what is asked for becomes a text.
 */
export class TagScanner {
  private rest: Uint8Array = new Uint8Array(0);
  private readonly handler: TagHandler;
  private readonly span = new Span();
  private readonly tag = new Tag();

  constructor(handler: TagHandler) {
    this.handler = handler;
  }

  push(piece: Uint8Array): void {
    const bytes = joined(this.rest, piece);
    const { length } = bytes;
    const { handler, span, tag } = this;
    span.of(bytes);
    tag.of(bytes, span);
    let at = 0;
    for (;;) {
      let start = at;
      while (start < length && bytes[start] !== LESS) start++;
      if (start === length) break;
      if (start === at && handler.whole) {
        const behind = handler.whole(bytes, start, span);
        if (behind >= 0) {
          at = behind;
          continue;
        }
      }
      const end = tagEnd(bytes, start);
      if (end < 0) break;
      if (start > at) handler.text?.(span.put(at, start));
      this.read(bytes, start, end);
      at = end;
    }
    // A copy: the piece is not to be kept for its last bytes.
    this.rest = bytes.slice(at);
    if (this.rest.length > LONGEST) throw new RangeError('a text without an end');
  }

  private read(bytes: Uint8Array, start: number, end: number): void {
    const { handler, span, tag } = this;
    const first = bytes[start + 1];
    if (first === SLASH) {
      handler.close?.(this.localName(bytes, start + 2, end - 1));
      return;
    }
    if (first === EXCLAMATION && begins(bytes, start, CDATA)) {
      handler.text?.(span.putAsIs(start + CDATA.length, end - CDATA_END.length));
      return;
    }
    // <?xml …?> and <!-- … -->
    if (first === QUESTION || first === EXCLAMATION) return;
    const name = this.localName(bytes, start + 1, end - 1);
    tag.put(start + 1, end - 1);
    handler.open(name, tag);
    if (bytes[end - 2] === SLASH) handler.close?.(name);
  }

  private localName(bytes: Uint8Array, from: number, to: number): string {
    let end = from;
    let start = from;
    for (; end < to; end++) {
      const code = bytes[end] ?? 0;
      if (code === COLON) start = end + 1;
      else if (code <= 32 || code === SLASH) break;
    }
    return this.span.put(start, end).text;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

/** The place after the tag that begins here; −1 where it is not there as a whole. */
function tagEnd(bytes: Uint8Array, start: number): number {
  const { length } = bytes;
  if (bytes[start + 1] === EXCLAMATION) {
    if (begins(bytes, start, COMMENT)) return after(bytes, COMMENT_END, start + COMMENT.length);
    if (begins(bytes, start, CDATA)) return after(bytes, CDATA_END, start + CDATA.length);
    // It may be a comment's beginning that is cut off.
    if (length - start < CDATA.length) return -1;
  }
  // A sign in an attribute is no end.
  let quote = 0;
  for (let at = start + 1; at < length; at++) {
    const code = bytes[at];
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === GREATER) return at + 1;
    else if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) quote = code;
  }
  return -1;
}

function bytesOf(sign: string): Uint8Array {
  return new TextEncoder().encode(sign);
}

function begins(bytes: Uint8Array, at: number, sign: Uint8Array): boolean {
  return sign.every((code, index) => bytes[at + index] === code);
}

function after(bytes: Uint8Array, sign: Uint8Array, from: number): number {
  const [first = 0] = sign;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (begins(bytes, at, sign)) return at + sign.length;
  }
  return -1;
}
