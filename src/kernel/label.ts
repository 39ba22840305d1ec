/**
 * What makes two labels the same: like a spreadsheet's own comparison, capitals do not matter, nor do stray
 * spaces and full-width forms.
 */
export function labelKey(label: string): string {
  if (PLAIN.test(label)) return label.toLowerCase();
  return label.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

<<<<<<< HEAD
/** Plain letters or Chinese characters with single spaces between, as most names are, need no more than lower case. */
=======
/** Words of plain letters or Chinese characters, single spaces between: as most names are; lower case is enough. */
>>>>>>> functions
const PLAIN = /^[!-~\u4e00-\u9fff]+(?: [!-~\u4e00-\u9fff]+)*$/;
