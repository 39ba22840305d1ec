/**
 * What makes two labels the same: like a spreadsheet's own comparison, capitals do not matter, nor do stray
 * spaces and full-width forms.
 */
export function labelKey(label: string): string {
  if (PLAIN.test(label)) return label.toLowerCase();
  return label.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Plain letters or Chinese characters with single spaces between, as most names are, need no more than lower case. */
const PLAIN = /^[!-~\u4e00-\u9fff]+(?: [!-~\u4e00-\u9fff]+)*$/;
