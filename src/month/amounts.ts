import { type Cell, CellError } from '../kernel/cell.ts';
import { clean, decimal } from '../kernel/decimal.ts';
import { say, shown } from '../kernel/errors.ts';
import { type Change, type Cleaned, isNothing, kept, LONGEST_FIGURE, plain } from './cleaned.ts';

/** Which sign separates the decimals: 1,234.50 or 1.234,50. */
export type DecimalMark = 'point' | 'comma';

const CURRENCY =
  /rmb|cny|usd|eur|gbp|hkd|twd|jpy|sgd|aud|cad|inr|chf|us\$|hk\$|nt\$|[¥$€£₩₹]|人民币|美元|欧元|英镑|港元|港币|新台币|日元|元整|元|圆/gi;
const UNITS: Readonly<Record<string, number>> = { 亿: 1e8, 万: 1e4, 千: 1e3, bn: 1e9, m: 1e6, mn: 1e6, k: 1e3 };
const UNIT = /(亿|万|千|bn|mn|m|k)$/i;
// 1亿2000万 and 12万3456 are one amount in parts.
const PARTS = /^(?:([\d.,]+)亿)?(?:([\d.,]+)万)?([\d.,]+)?$/;

/** An amount as people and exports write it: ¥1,234.50, 12.3万, (1,234), 1.234,50 €, ３００. */
export function readAmount(cell: Cell, mark: DecimalMark = 'point', scale = 1): Cleaned<number | null> {
  if (cell === null) return kept(null);
  if (cell instanceof CellError) return { problem: say(`the cell holds ${cell.code}`, `单元格为 ${cell.code}`) };
  if (typeof cell === 'boolean') return notAnAmount(cell);
  if (typeof cell === 'number') return Number.isFinite(cell) ? scaled(clean(cell), scale, []) : notAnAmount(cell);
  if (isNothing(cell)) return kept(null);
  if (cell.length > LONGEST_FIGURE) return notAnAmount(cell);
  const changes: Change[] = [];
  const bare = withoutCurrency(plain(cell, changes), changes);
  const { body, negative } = unsigned(bare, changes);
  if (body.endsWith('%'))
    return { problem: say(`${shown(cell)} is a percentage, not an amount`, `${shown(cell)}是百分比，不是金额`) };
  const value = body === '' ? undefined : (simple(body, mark, changes) ?? inParts(body, mark, changes));
  if (value === undefined) return notAnAmount(cell);
  return scaled(negative ? 0 - value : value, scale, changes);
}

/** A share: 12.5% and 12.5 % are 0.125; a plain number stays as it is. */
export function readShare(cell: Cell, mark: DecimalMark = 'point'): Cleaned<number | null> {
  if (typeof cell !== 'string' || cell.length > LONGEST_FIGURE) return readAmount(cell, mark);
  const text = cell.trim().normalize('NFKC');
  if (!text.endsWith('%')) return readAmount(cell, mark);
  const number = readAmount(text.slice(0, -1), mark);
  if ('problem' in number || number.value === null) return notAnAmount(cell);
  return kept(Number(decimal(number.value).div(100)), ['percent', ...number.changes]);
}

/** The currencies that a text names, so that no dollars are added to yuan unseen. */
export function currencyOf(cell: Cell): string | undefined {
  if (typeof cell !== 'string' || cell.length > LONGEST_FIGURE) return undefined;
  const found = cell.normalize('NFKC').match(CURRENCY)?.[0]?.toUpperCase();
  return found && (SAME_CURRENCY[found] ?? found);
}

const SAME_CURRENCY: Readonly<Record<string, string>> = {
  '¥': 'CNY',
  RMB: 'CNY',
  人民币: 'CNY',
  元: 'CNY',
  元整: 'CNY',
  圆: 'CNY',
  $: 'USD',
  US$: 'USD',
  美元: 'USD',
  '€': 'EUR',
  欧元: 'EUR',
  '£': 'GBP',
  英镑: 'GBP',
  HK$: 'HKD',
  港元: 'HKD',
  港币: 'HKD',
  NT$: 'TWD',
  新台币: 'TWD',
  日元: 'JPY',
  '₩': 'KRW',
  '₹': 'INR',
};

/**
 * What a text says about the decimal mark of its column: 1,234.5 can only be read with a point, 1.234,5 only with
 * a comma, 1.234 and 1,234 either way.
 */
export function markOf(cell: Cell): DecimalMark | 'either' | undefined {
  if (typeof cell !== 'string' || cell.length > LONGEST_FIGURE || isNothing(cell)) return undefined;
  const digits = cell
    .normalize('NFKC')
    .replace(CURRENCY, '')
    .replace(/[^\d.,]/g, '');
  const point = fits(digits, 'point');
  const comma = fits(digits, 'comma');
  if (!/[.,]/.test(digits) || (!point && !comma)) return undefined;
  return point && comma ? 'either' : point ? 'point' : 'comma';
}

function withoutCurrency(text: string, changes: Change[]): string {
  const bare = text.replace(CURRENCY, '').trim();
  if (bare !== text) changes.push('currency');
  return bare;
}

function unsigned(text: string, changes: Change[]): { body: string; negative: boolean } {
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  if (bracketed !== undefined) {
    changes.push('negative');
    return { body: bracketed.trim(), negative: true };
  }
  if (/^[-−–]/.test(text)) return { body: text.slice(1).trim(), negative: true };
  if (/\d\s*[-−–]$/.test(text)) {
    changes.push('negative');
    return { body: text.slice(0, -1).trim(), negative: true };
  }
  return { body: text.replace(/^\+/, '').trim(), negative: false };
}

function simple(text: string, mark: DecimalMark, changes: Change[]): number | undefined {
  const unit = UNIT.exec(text)?.[1]?.toLowerCase();
  const digits = unit ? text.slice(0, -unit.length).trim() : text;
  const value = digitsOf(digits, mark, changes);
  if (value === undefined || unit === undefined) return value;
  changes.push('unit');
  return Number(decimal(value).times(UNITS[unit] ?? 1));
}

function inParts(text: string, mark: DecimalMark, changes: Change[]): number | undefined {
  const parts = PARTS.exec(text.replace(/\s/g, ''));
  if (!parts || text === '') return undefined;
  let total = decimal(0);
  for (const [index, unit] of [1e8, 1e4, 1].entries()) {
    const part = parts[index + 1];
    if (part === undefined) continue;
    const value = digitsOf(part, mark, changes);
    // 12万5 is 125,000 in speech and 120,005 in writing.
    if (value === undefined || (unit === 1 && value < 1000)) return undefined;
    total = total.plus(decimal(value).times(unit));
  }
  changes.push('unit');
  return Number(total);
}

const GROUPED = { point: /^[1-9]\d{0,2}(,\d{2,3})*,\d{3}(\.\d*)?$/, comma: /^[1-9]\d{0,2}(\.\d{3})+(,\d*)?$/ };
const UNGROUPED = { point: /^(\d+\.?\d*|\.\d+)$/, comma: /^(\d+,?\d*|,\d+)$/ };
const SCIENTIFIC = /^\d+(\.\d+)?e[+-]?\d{1,2}$/i;

function fits(digits: string, mark: DecimalMark): boolean {
  return GROUPED[mark].test(digits) || UNGROUPED[mark].test(digits);
}

function digitsOf(text: string, wanted: DecimalMark, changes: Change[]): number | undefined {
  if (SCIENTIFIC.test(text)) return clean(Number(text));
  const digits = /^\d{1,3}([\s']\d{3})+([.,]\d*)?$/.test(text) ? text.replace(/[\s']/g, '') : text;
  const other = wanted === 'point' ? 'comma' : 'point';
  const mark = fits(digits, wanted) ? wanted : fits(digits, other) ? other : undefined;
  if (mark === undefined) return undefined;
  const pure = mark === 'point' ? digits.replace(/,/g, '') : digits.replace(/\./g, '').replace(',', '.');
  if (pure !== text) changes.push('separators');
  const value = Number(pure);
  return Number.isFinite(value) ? clean(value) : undefined;
}

function scaled(value: number, scale: number, changes: Change[]): Cleaned<number> {
  if (scale === 1 || value === 0) return kept(value === 0 ? 0 : value, changes);
  return kept(Number(decimal(value).times(scale)), [...changes, 'scale']);
}

function notAnAmount(cell: Cell): Cleaned<never> {
  return { problem: say(`${shown(cell)} is not a number`, `${shown(cell)}不是数字`) };
}
