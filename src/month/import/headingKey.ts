import { visible } from './cleaning.ts';
import { simplified } from './simplified.ts';

const BRACKETS = /[([{【〔].*?[)\]}】〕]/g;
// No lookbehind: WebKit before 16.4, which Excel for Mac may run on, refuses the whole file.
const BETWEEN_HAN = /(\p{Script=Han})\s+(?=\p{Script=Han})/gu;

// What is longer is no heading, and not worth searching.
const LONGEST_HEADING = 200;

/** A heading without what does not belong to its name: Close_Date, "Close Date *", 金额（万元）, 金額 → close date, 金额. */
export function headingKey(heading: string): string {
  const plain = lowered(heading);
  const outside = plain.replace(BRACKETS, ' ');
  return words(/[\p{L}\p{N}]/u.test(outside) ? outside : plain);
}

/** All that a heading says, with what stands in its brackets: 销售额（目标） is no 销售额. */
export function wholeHeading(heading: string): string {
  return words(lowered(heading));
}

function lowered(heading: string): string {
  const plain = visible(heading).slice(0, LONGEST_HEADING).normalize('NFKC');
  return simplified(plain.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase());
}

function words(text: string): string {
  return text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(BETWEEN_HAN, '$1')
    .trim();
}

export { headingScale } from './unit.ts';
