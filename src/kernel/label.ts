/**
 * What makes two labels the same: like a spreadsheet's own comparison, capitals do not matter, nor do stray
 * spaces and full-width forms.
 */
export function labelKey(label: string): string {
  return label.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
