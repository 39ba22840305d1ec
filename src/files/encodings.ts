import { byteScore } from './byteScore.ts';
import { letterScore } from './letterScore.ts';

/** What texts are written in. Windows-1252 is ISO-8859-1 with a few more signs; browsers know both by this name. */
export const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030 / GBK',
  big5: 'Big5',
  shift_jis: 'Shift-JIS',
  'euc-jp': 'EUC-JP',
  'euc-kr': 'EUC-KR',
  'windows-1252': 'Windows-1252 / ISO-8859-1',
  'windows-1250': 'Windows-1250',
  'iso-8859-2': 'ISO-8859-2',
  'windows-1251': 'Windows-1251',
  'koi8-r': 'KOI8-R',
  'windows-1253': 'Windows-1253',
  'windows-1254': 'Windows-1254',
  'windows-1255': 'Windows-1255',
  'windows-1256': 'Windows-1256',
  'windows-1257': 'Windows-1257',
  'windows-874': 'Windows-874',
  macintosh: 'Mac OS Roman',
} as const;
export type Encoding = keyof typeof ENCODINGS;

export interface Guess {
  readonly encoding: Encoding;
  /** The lines of the sample as it reads them. */
  readonly sample: string;
  /** 0 to 1: how far what comes out is what people write. */
  readonly score: number;
}

const WIDE = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'] as const;
/** Others cannot be told from these by their bytes; the user may choose them. */
const NARROW = ['windows-1252', 'windows-1250', 'windows-1251', 'windows-1254', 'iso-8859-2', 'macintosh'] as const;

/** Strictly: undefined where some bytes mean nothing. */
export function decoded(bytes: Uint8Array, encoding: Encoding, strict = true): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: strict }).decode(bytes);
    return encoding === 'windows-1252' ? text.replace(C1, sign => SIGNS_1252[sign.charCodeAt(0) - 0x80] ?? sign) : text;
  } catch {
    return undefined;
  }
}

// Node reads Windows-1252 as Latin-1, without its signs. https://github.com/nodejs/node/issues/56542
const C1 = /[\u0080-\u009f]/g;
const SIGNS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The encodings that lines of single bytes may be in, the likeliest first; of several with the same text the first. */
export function guesses(bytes: Uint8Array): Guess[] {
  const lines = foreignLines(bytes);
  const wide = WIDE.map(encoding => ({ encoding, score: byteScore(lines, encoding) }));
  const narrow = NARROW.map(encoding => ({
    encoding,
    score: letterScore(decoded(lines, encoding, false) ?? '', encoding),
  }));
  const found: Guess[] = [];
  for (const { encoding, score } of [...wide, ...narrow].sort((a, b) => b.score - a.score)) {
    const sample = decoded(lines, encoding, false) ?? '';
    if (score >= WORTH_A_TRY && !found.some(other => other.sample === sample)) found.push({ encoding, sample, score });
  }
  return found;
}

const WORTH_A_TRY = 0.2;
const SAMPLE = 65_536;
const LF = 0x0a;

/** The first lines that have other bytes than ASCII's; no encoding has a line feed within a sign. */
function foreignLines(bytes: Uint8Array): Uint8Array {
  const lines = new Uint8Array(Math.min(bytes.length, SAMPLE));
  let filled = 0;
  let start = 0;
  while (start < bytes.length && filled < lines.length) {
    const feed = bytes.indexOf(LF, start);
    const end = feed < 0 ? bytes.length : feed + 1;
    const line = bytes.subarray(start, end);
    if (line.some(byte => byte > 0x7f)) {
      lines.set(line.subarray(0, lines.length - filled), filled);
      filled = Math.min(lines.length, filled + line.length);
    }
    start = end;
  }
  return lines.subarray(0, filled);
}
