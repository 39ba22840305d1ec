import type { Cell } from '../kernel/cell.ts';
import { labelKey } from '../kernel/label.ts';

// The whole cell, so that a customer called Total Energies stays one.
const TOTAL =
  /^(?:(?:grand|sub|overall)?[ -]?totals?|sum|(?:本页|本月|本期|本年|全部)?(?:合计|总计|小计|汇总|总和|共计|累计))(?: ?[(（]\d[\d,]* (?:records?|rows?|items?)[)）])?[:：]?$/;

/** The label of a row that sums up others. */
export function totalLabel(line: readonly Cell[]): string | undefined {
  for (const cell of line) {
    // 合 计 is how the two signs are spread over a wide cell.
    if (typeof cell === 'string' && cell.length < 60 && TOTAL.test(labelKey(cell).replace(/^(.) (计)$/, '$1$2')))
      return cell.trim();
  }
  return undefined;
}
