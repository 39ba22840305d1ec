const BRACKETS = /[([{【〔].*?[)\]}】〕]/g;
// No lookbehind: WebKit before 16.4, which Excel for Mac may run on, refuses the whole file.
const BETWEEN_HAN = /(\p{Script=Han})\s+(?=\p{Script=Han})/gu;

// What is longer is no heading, and not worth searching.
const LONGEST_HEADING = 200;

/** A heading without what does not belong to its name: Close_Date, "Close Date *", 金额（万元） → close date, 金额. */
export function headingKey(heading: string): string {
  const plain = heading
    .slice(0, LONGEST_HEADING)
    .normalize('NFKC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase();
  const outside = plain.replace(BRACKETS, ' ');
  return (/[\p{L}\p{N}]/u.test(outside) ? outside : plain)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(BETWEEN_HAN, '$1')
    .trim();
}

export { headingScale } from './unit.ts';
