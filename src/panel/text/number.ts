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
