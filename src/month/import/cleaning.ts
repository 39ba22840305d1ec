import { type Cell, CellError, isBlankToken } from '../../kernel/cell.ts';
import { INVISIBLE, INVISIBLE_ALL } from '../../kernel/label.ts';
import { say, type Text } from '../../kernel/text.ts';

/** What was done to a value so that it can be used; each is shown to the user with an example, and counted. */
export const CHANGES = {
  spaces: say('extra spaces removed', '去除多余空格'),
  apostrophe: say('apostrophe before a formula’s sign removed', '去除公式符号前的撇号'),
  fullWidth: say('full-width characters made plain', '全角转半角'),
  separators: say('thousands separators removed', '去除千位分隔符'),
  currency: say('currency sign removed', '去除货币符号'),
  unit: say('units converted (万, 亿, k, m)', '换算单位（万、亿、k、m）'),
  scale: say('unit in the heading applied', '按标题单位换算'),
  negative: say('brackets or trailing minus read as negative', '括号或后置负号视为负数'),
  percent: say('percent read as a fraction', '百分数转为小数'),
  date: say('dates put in one format', '统一日期格式'),
  time: say('time of day left out', '略去时刻'),
  zone: say('time with a time zone left out: the day as it is written', '略去带时区的时刻，按所写日期计'),
  month: say('month without a day: read as the 1st', '只有年月，按当月 1 日计'),
  swapped: say('day and month of a half-converted file put back', '还原被颠倒的日与月'),
  year: say('two-digit year completed', '补全两位年份'),
} as const satisfies Record<string, Text>;
export type CleaningChange = keyof typeof CHANGES;

/** A value that can be used, and what was done to it; or the reason why there is none. */
export type Cleaned<Value> =
  | { readonly value: Value; readonly changes: readonly CleaningChange[] }
  | { readonly problem: Text; readonly ambiguous?: true };

const NONE: readonly CleaningChange[] = [];

export function kept<Value>(value: Value, changes: readonly CleaningChange[] = NONE): Cleaned<Value> {
  return { value, changes };
}

export function isProblem<Value>(
  cleaned: Cleaned<Value>,
): cleaned is Extract<Cleaned<Value>, { readonly problem: Text }> {
  return 'problem' in cleaned;
}

/** A text without what nobody sees: zero-width characters, control characters but for blanks and line breaks. */
export function visible(text: string): string {
  return INVISIBLE.test(text) ? text.replace(INVISIBLE_ALL, '') : text;
}

const FULL_WIDTH = /[\uFF01-\uFF5E\uFFE0\uFFE1\uFFE5\u3000]/g;

/** Full-width forms of letters, digits and signs made plain; ², ① and ½ are no digits and stay what they are. */
export function narrowed(text: string): string {
  return text.replace(FULL_WIDTH, sign => sign.normalize('NFKC'));
}

/** A text without stray blanks and full-width forms, and what had to be done for it. */
export function plain(text: string, changes: CleaningChange[]): string {
  const single = visible(text).trim().replace(/\s+/g, ' ');
  if (single !== text) changes.push('spaces');
  const narrow = narrowed(single);
  if (narrow !== single) changes.push('fullWidth');
  return narrow;
}

/** A longer text is no figure, and is not searched for one: a field of a broken file may have a million letters. */
export const LONGEST_FIGURE = 100;

/** Exports write "nothing" in many ways. */
export function isNothing(text: string): boolean {
  return isBlankToken(text) || /^(null|none|nil|n\/a|#n\/a|nan|\(blank\)|暂无|空|未填写|--+)$/i.test(text.trim());
}

/** How a cell stands in a list of what was changed. */
export function shownCell(cell: Cell): string {
  if (cell === null) return '';
  return cell instanceof CellError ? cell.code : String(cell);
}
