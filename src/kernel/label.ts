/**
 * What makes two labels the same: like a spreadsheet's own comparison, capitals do not matter, nor do stray
 * spaces, full-width forms and characters that nobody sees.
 */
export function labelKey(label: string): string {
  if (PLAIN.test(label)) return label.toLowerCase();
  return label.replace(INVISIBLE_ALL, '').normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Plain letters or Chinese characters with single spaces between, as most names are, need no more than lower case. */
const PLAIN = /^[!-~\u4e00-\u9fff]+(?: [!-~\u4e00-\u9fff]+)*$/;

const UNSEEN =
  '[\\u0000-\\u0008\\u000E-\\u001F\\u007F\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFE00-\\uFE0F\\uFEFF]';
/** Zero-width, direction and control characters, which copying from web pages and joining files leave behind. */
export const INVISIBLE = new RegExp(UNSEEN);
export const INVISIBLE_ALL = new RegExp(UNSEEN, 'g');
