import { clean, decimal } from '../../kernel/decimal.ts';

/** An amount with all of its decimals, its thousands parted: 860,000.5. */
export function amountText(amount: number): string {
  return String(clean(amount)).replace(/^-?\d+(?=\.|$)/, whole => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}

/** A share as a percentage with all of its decimals: 1.5%. */
export function shareText(share: number): string {
  return `${amountText(Number(decimal(share).times(100)))}%`;
}
