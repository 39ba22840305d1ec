import type { Text } from '../../kernel/text.ts';
import { problems } from './limits.ts';

/** As far as a text has to be seen to know what it is. */
const HEAD = 2000;

const FORMATS: readonly (readonly [format: string, head: RegExp])[] = [
  ['MHTML', /^MIME-Version:\s*1|^Content-Type:\s*multipart\//i],
  ['XML', /^<\?xml\b|^<(?:\w+:)?Workbook\b/i],
  // A table may begin with the heading ID, too: the kinds of record below tell.
  ['SYLK', /^ID;P[^\r\n]*\r?\n(?:[BCEFOP];|NN;)/],
];

const PAGE = /^(?:<!--[\s\S]*?-->\s*|<\?xml[^>]*>\s*)*<(?:!doctype\s+html|html|head|meta|body|table|style)\b/i;

/** Why a text of another format is no table, whatever the file is called; undefined where it may be one. */
export function otherText(text: string): Text | undefined {
  const head = text.slice(0, HEAD).trimStart();
  if (PAGE.test(head)) return problems.webPage;
  const format = FORMATS.find(([, begins]) => begins.test(head))?.[0] ?? (isJson(head, text) ? 'JSON' : undefined);
  return format === undefined ? undefined : problems.anotherFormat(format);
}

/** A list of records, one record, or one a line. */
function isJson(head: string, text: string): boolean {
  return /^(?:\[\s*)?\{\s*"[^"]*"\s*:/.test(head) && /[\]}]\s*$/.test(text.slice(-HEAD));
}
