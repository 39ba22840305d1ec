/** What is called for the tags of a text as they come. */
export interface TagHandler {
  /** The name without its prefix, and all that stands in the tag. */
  open(name: string, tag: string): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** As long as anything but a table's own tags may be. */
const LONGEST = 2 ** 21;

/** Reads XML piece by piece: tags and texts, in order; a spreadsheet's parts need no more than that. */
export class TagScanner {
  private rest = '';
  private readonly handler: TagHandler;

  constructor(handler: TagHandler) {
    this.handler = handler;
  }

  push(piece: string): void {
    const text = this.rest + piece;
    const { handler } = this;
    let at = 0;
    for (;;) {
      const start = text.indexOf('<', at);
      if (start < 0) break;
      const end = tagEnd(text, start);
      if (end < 0) break;
      if (start > at) handler.text?.(unescaped(text.slice(at, start)));
      if (text.startsWith('<![CDATA[', start)) handler.text?.(text.slice(start + 9, end - 3));
      else this.tag(text.slice(start + 1, end - 1));
      at = end;
    }
    this.rest = text.slice(at);
    if (this.rest.length > LONGEST) throw new RangeError('a text without an end');
  }

  private tag(tag: string): void {
    const first = tag.charCodeAt(0);
    // <?xml …?> and <!-- … -->
    if (first === 63 || first === 33) return;
    if (first === 47) {
      this.handler.close?.(localName(tag, 1));
      return;
    }
    const name = localName(tag, 0);
    this.handler.open(name, tag);
    if (tag.endsWith('/')) this.handler.close?.(name);
  }
}

/** The place after the tag that begins here; −1 where it is not there as a whole. */
function tagEnd(text: string, start: number): number {
  if (text.startsWith('<!--', start)) return after(text, '-->', start + 4);
  if (text.startsWith('<![CDATA[', start)) return after(text, ']]>', start + 9);
  // It may be a comment's beginning that is cut off.
  if (text.length - start < 9 && text.startsWith('<!', start)) return -1;
  let end = text.indexOf('>', start);
  // A sign in an attribute is no end.
  while (end >= 0 && isInQuotes(text, start, end)) end = text.indexOf('>', end + 1);
  return end < 0 ? -1 : end + 1;
}

function after(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? -1 : at + sign.length;
}

function isInQuotes(text: string, from: number, to: number): boolean {
  let open = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== 34 && code !== 39) continue;
    if (open === 0) open = code;
    else if (open === code) open = 0;
  }
  return open !== 0;
}

function localName(tag: string, from: number): string {
  let end = from;
  let start = from;
  for (; end < tag.length; end++) {
    const code = tag.charCodeAt(end);
    if (code === 58) start = end + 1;
    else if (code <= 32 || code === 47) break;
  }
  return tag.slice(start, end);
}

/** What an attribute says; undefined where the tag has none. */
export function attribute(tag: string, name: string): string | undefined {
  const start = tag.indexOf(` ${name}="`);
  if (start >= 0) {
    const from = start + name.length + 3;
    return unescaped(tag.slice(from, tag.indexOf('"', from)));
  }
  if (!tag.includes(name)) return undefined;
  const found = new RegExp(`\\s(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? unescaped(found[1] ?? found[2] ?? '') : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
