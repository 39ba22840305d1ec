/**
 * What makes two labels the same: like a spreadsheet's own comparison, capitals do not matter, nor do stray
 * spaces and full-width forms.
 */
export function labelKey(label: string): string {
  return PLAIN.test(label) ? label : label.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Labels that are their own key already, as most are: spelling them anew would cost more than all the rest. */
const PLAIN = /^[!-@[-~\u4e00-\u9fff]+(?: [!-@[-~\u4e00-\u9fff]+)*$/;
