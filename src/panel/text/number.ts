const PATTERN = /^([+-]?)(?:[¥$€£]\s*)?((?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?)(?:e([+-]?\d{1,3}))?\s*(%|万|亿)?$/i;
const POWER: Readonly<Record<string, number>> = { '%': -2, 万: 4, 亿: 8 };

/**
 * A number as people type or paste it: 1,200 · ¥1,200.50 · 80% · 1.2万 · full-width digits. The decimal point is
 * moved in the text, so that 1.1% is 0.011 and not 0.011000000000000001.
 */
export function numberIn(typed: string): number | undefined {
  const found = PATTERN.exec(typed.normalize('NFKC').replaceAll('−', '-').trim());
  const [, sign = '', grouped = '', exponent = '0', unit = ''] = found ?? [];
  const digits = grouped.replaceAll(',', '');
  if (!/\d/.test(digits)) return undefined;
  const value = Number(`${sign}${digits}e${Number(exponent) + (POWER[unit] ?? 0)}`);
  return Number.isFinite(value) ? value : undefined;
}

/** A share as people type it, so that it is read as the same number: 1.1% for 0.011. An amount stays one. */
export function percentage(share: number): string {
  if (Math.abs(share) > MOST_SHARE) return String(share);
  const text = `${Number((share * 100).toPrecision(15))}%`;
  return numberIn(text) === share ? text : String(share);
}

/** Tiers begin at shares of the target or at amounts, in the same column. */
export const MOST_SHARE = 10;
