import type { Text } from '../../kernel/text.ts';
import { LIMITS, problems } from './limits.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a file. A byte-order mark decides; without one the bytes are UTF-8 if every one of them fits, which
 * Chinese text in GB18030 practically never does.
 */
export function decode(bytes: Uint8Array): Decoded | Text {
  if (bytes.length === 0) return problems.empty;
  const encoding = markedEncoding(bytes) ?? wideEncoding(bytes);
  if (encoding === undefined && isBinary(bytes)) return problems.notATable;
  for (const candidate of encoding ? [encoding] : (['utf-8', 'gb18030'] as const)) {
    const text = strictly(bytes, candidate);
    if (text !== undefined) return tableText(text, candidate);
  }
  return problems.notATable;
}

function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function tableText(text: string, encoding: Encoding): Decoded | Text {
  if (text.trim() === '') return problems.empty;
  // Bytes at random are GB18030 now and then, but nobody writes control characters.
  if (CONTROL.test(text.slice(0, SAMPLE))) return problems.notATable;
  return hasEndlessLine(text) ? problems.endlessLine : { text, encoding };
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROL = /[\u0001-\u0008\u000E-\u001A\u001C\uFFFE\uFFFF]/;
const SAMPLE = 65_536;

function markedEncoding([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** Two bytes a character without a mark: every other byte of Latin text is zero. */
function wideEncoding(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length < 4 || bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 10;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : undefined;
}

function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, SAMPLE).includes(0);
}

function hasEndlessLine(text: string): boolean {
  let start = 0;
  while (text.length - start > LIMITS.line) {
    const end = nextBreak(text, start);
    if (end < 0 || end - start > LIMITS.line) return true;
    start = end + 1;
  }
  return false;
}

function nextBreak(text: string, start: number): number {
  const feed = text.indexOf('\n', start);
  // Files of old Macs, and of some exports, have a carriage return alone.
  return feed >= 0 ? feed : text.indexOf('\r', start);
}
