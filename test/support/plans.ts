import fc from 'fast-check';
import type { Matrix } from '../../src/kernel/cell.ts';

/** A plan in whole cents and basis points, so that a test can work out by whole numbers what must come out. */
export interface WholePlan {
  readonly tiers: readonly { readonly from: number; readonly rate: number; readonly bonus: number }[];
}

interface PlanOptions {
  readonly rising: boolean;
  readonly bonuses: boolean;
  readonly fromZero?: boolean;
}

/** Random plans of one to six tiers. */
export function plans({ rising, bonuses, fromZero = false }: PlanOptions): fc.Arbitrary<WholePlan> {
  const step = fc.record({
    width: fc.integer({ min: 1, max: 5_000_000 }),
    rate: fc.integer({ min: 0, max: 1500 }),
    bonus: bonuses ? fc.integer({ min: 0, max: 500_000 }) : fc.constant(0),
  });
  return fc.array(step, { minLength: 1, maxLength: 6 }).map(steps => {
    let from = fromZero ? -(steps[0]?.width ?? 0) : 0;
    let rate = 0;
    return {
      tiers: steps.map(({ width, rate: added, bonus }) => {
        from += width;
        rate = rising ? rate + added : added;
        return { from, rate, bonus };
      }),
    };
  });
}

export function asTable({ tiers }: WholePlan): Matrix {
  return tiers.map(({ from, rate, bonus }) => [from / 100, rate / 10_000, bonus / 100]);
}

/** The pay in cents for sales in cents, by whole numbers alone; half a cent is rounded up. */
export function payInCents({ tiers }: WholePlan, sales: number, mode: 'whole' | 'marginal'): number {
  let reached: WholePlan['tiers'][number] | undefined;
  let pay = 0n;
  for (const [index, tier] of tiers.entries()) {
    if (sales < tier.from) break;
    reached = tier;
    const end = Math.min(sales, tiers[index + 1]?.from ?? sales);
    pay += BigInt(end - tier.from) * BigInt(tier.rate);
  }
  if (!reached) return 0;
  if (mode === 'whole') pay = BigInt(sales) * BigInt(reached.rate);
  return Number((pay + BigInt(reached.bonus) * 10_000n + 5_000n) / 10_000n);
}
