import { say, type Text } from '../kernel/text.ts';
import type { Note } from '../month/import/note.ts';
import { decoded, ENCODINGS, type Encoding, guesses } from './encodings.ts';
import { LIMITS, problems } from './limits.ts';
import { twiceEncoded } from './twiceEncoded.ts';

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** Others that are as likely: the user decides. */
  readonly rivals: readonly Encoding[];
  readonly notes: readonly Note[];
}

/**
 * The text of a file. A byte-order mark decides; without one the bytes are UTF-8 if they fit, which no other encoding
 * does by chance; else the encoding by which the signs are those that people write. The user may choose another.
 */
export function decode(bytes: Uint8Array, chosen?: Encoding): Decoded | Text {
  if (bytes.length === 0) return problems.empty;
  if (chosen) return tableText(decoded(bytes, chosen, false) ?? '', chosen, []);
  const sure = markedEncoding(bytes) ?? wideEncoding(bytes);
  if (sure) return tableText(decoded(bytes, sure, false) ?? '', sure, []);
  if (isBinary(bytes)) return problems.notATable;
  const text = decoded(bytes, 'utf-8') ?? mostlyUtf8(bytes);
  return text === undefined ? byEvidence(bytes) : tableText(text, 'utf-8', []);
}

/** A score below is no better than chance. */
const LIKELY = 0.5;
const AS_LIKELY = 0.05;

function byEvidence(bytes: Uint8Array): Decoded | Text {
  const likely = guesses(bytes).filter(({ score }) => score >= LIKELY);
  const [best = undefined] = likely;
  if (!best) return problems.unknownEncoding;
  // A broken sign or two do not make it another encoding.
  const strict = likely.find(({ encoding, score }) => score > best.score - AS_LIKELY && decoded(bytes, encoding));
  const { encoding, sample, score } = strict ?? best;
  const text = decoded(bytes, encoding, strict !== undefined) ?? '';
  const rivals = likely.filter(other => other.encoding !== encoding && other.score > score - AS_LIKELY);
  return tableText(
    text,
    encoding,
    rivals.map(rival => rival.encoding),
    [{ about: 'encoding', text: sentences.readAs(ENCODINGS[encoding], foreignWords(sample)) }],
  );
}

/** UTF-8 with a few broken signs, as where files were cut and joined: nearly everything beyond ASCII fits. */
function mostlyUtf8(bytes: Uint8Array): string | undefined {
  const text = decoded(bytes, 'utf-8', false) ?? '';
  let foreign = 0;
  let broken = 0;
  for (const letter of text) {
    if (letter <= '\u007f') continue;
    foreign++;
    if (letter === BROKEN) broken++;
  }
  return foreign >= 10 && broken * 20 <= foreign ? text : undefined;
}

const BROKEN = '\uFFFD';
const WORDS_SHOWN = 4;

/** The words that would look otherwise in another encoding. */
function foreignWords(text: string): string {
  const words = text.match(/[\p{L}\p{M}\p{N}]*[^\0-\u007f]+[\p{L}\p{M}\p{N}]*/gu) ?? [];
  return [...new Set(words)].slice(0, WORDS_SHOWN).join(', ');
}

function tableText(
  text: string,
  encoding: Encoding,
  rivals: readonly Encoding[],
  notes: readonly Note[] = [],
): Decoded | Text {
  if (text.trim() === '') return problems.empty;
  const other = otherFormat(text);
  if (other) return other;
  if (hasEndlessLine(text)) return problems.endlessLine;
  const broken = text.split(BROKEN).length - 1;
  const told = [...notes, ...twiceEncoded(text)];
  return {
    text: text.replace(CONTROLS, sign => (sign === '\v' || sign === '\f' ? ' ' : '')),
    encoding,
    rivals,
    notes: broken > 0 ? [...told, { about: 'encoding', text: sentences.broken(broken) }] : told,
  };
}

/** Formats of texts that hold tables without being one: by their lines they would be cut into garbage. */
function otherFormat(text: string): Text | undefined {
  const start = text
    .slice(0, 1000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^<(?:\?xml|!doctype|!--|html|head|body|meta|style|table|tr|div|(?:\w+:)?workbook)\b/i.test(start))
    return problems.markup;
  // A web archive begins as a letter does.
  if (/^(?:[\w-]+: .*\r?\n(?:[ \t].*\r?\n)*)*MIME-Version: \d/i.test(start)) return problems.markup;
  if (/^(?:\{\s*"[^"]*"\s*:|\[\s*[{[]\s*["[{\d])/.test(start)) return problems.json;
  return start.startsWith('{\\rtf') ? problems.richText : undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g;
const SAMPLE = 65_536;

function markedEncoding([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/**
 * Two bytes a character without a mark: the line ends, delimiters and digits have a zero, always on the same side, also
 * where the names are Chinese.
 */
function wideEncoding(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, SAMPLE);
  if (sample.length < 4 || bytes.length % 2 !== 0) return undefined;
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = sample.length / 50;
  const candidate =
    odd > many && even * 10 < odd ? 'utf-16le' : even > many && odd * 10 < even ? 'utf-16be' : undefined;
  return candidate && decoded(bytes, candidate) !== undefined ? candidate : undefined;
}

/** Bytes at random, pictures and programs are full of control characters; a text has none, or one that slipped in. */
function isBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, SAMPLE);
  const controls = sample.reduce((count, byte) => (byte < 9 || (byte > 13 && byte < 32) ? count + 1 : count), 0);
  return controls > 2 && controls * 100 > sample.length;
}

function hasEndlessLine(text: string): boolean {
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || code === 13) start = at + 1;
    else if (at - start > LIMITS.line) return true;
  }
  return false;
}

const sentences = {
  readAs: (encoding: string, words: string): Text =>
    say(
      `Read as ${encoding}: ${words}. If these look wrong, choose another encoding.`,
      `按 ${encoding} 编码读取：${words}。如显示有误，请更换编码。`,
    ),
  broken: (count: number): Text =>
    say(
      `${count} characters could not be read and are shown as �. Save the file as “CSV UTF-8” to keep them.`,
      `有 ${count} 个字符无法识别，显示为�。请另存为“CSV UTF-8”以保留。`,
    ),
};
