import { describe, expect, it } from 'vitest';
import { commission } from '../../src/functions/commission.ts';
import { type PayoutInputs as Figures, payout } from '../../src/functions/shared/payout.ts';
import { payoutInWholes } from '../../src/functions/shared/payoutInWholes.ts';
import { type Plan, tiersParameter } from '../../src/functions/shared/tiers.ts';
import { type Argument, CellError } from '../../src/kernel/cell.ts';
import { at, place } from '../../src/kernel/errors.ts';
import { awkwardAmount } from '../support/awkward.ts';
import { exactly } from '../support/exactly.ts';
import { Random } from '../support/random.ts';

const CASES = 100_000;

const SHARES = [0, 0.5, 0.6, 0.8, 0.85, 0.95, 1, 1.05, 1.2, 1.5, 0.1 + 0.2];
const RATES = [0, 0.005, 0.01, 0.015, 0.0425, 0.05, 0.075, 1, 0.00125, 0.1 + 0.2];

/** Most plans are what people write; a third has figures that no whole number stands for. */
function planOf(random: Random, asShares: boolean): [from: number, rate: number, bonus: number][] {
  const odd = (figures: readonly number[], usual: number): number =>
    isOdd && random.chance(0.3) ? random.pick(figures) : usual;
  const isOdd = random.chance(0.33);
  const share = (): number => (random.chance(0.8) ? random.pick(SHARES) : random.whole(0, 300) / 100);
  const amount = (): number => 500 * random.whole(0, 600);
  const froms = Array.from({ length: random.whole(1, 6) }, () =>
    asShares ? odd([1 / 3, 0.123456789], share()) : odd([Math.abs(awkwardAmount(random))], amount()),
  );
  return [...new Set(froms)].map(from => [
    from,
    odd([1 / 3, 0.0000001], random.chance(0.7) ? random.pick(RATES) : random.whole(0, 10_000) / 10_000),
    random.chance(0.6) ? 0 : odd([0.005, 1000.123, 1e13], random.whole(0, 1e6) / 100),
  ]);
}

/** Sales on a tier's edge, a cent beside it, or anywhere. */
function salesFor(random: Random, plan: readonly (readonly number[])[], target: number): number {
  const edge = (random.pick(plan)[0] ?? 0) * target;
  return random.chance(0.75)
    ? awkwardAmount(random)
    : random.pick([edge, Math.round(edge * 100) / 100, edge + 0.01, edge - 0.01, edge + 0.005]);
}

type PayoutInputs = Figures & { readonly tiers: Plan };

interface Case {
  readonly inputs: PayoutInputs;
  readonly plan: Argument;
}

function caseOf(random: Random): Case | undefined {
  const asShares = random.chance(0.66);
  const plan = planOf(random, asShares);
  const tiers: Plan | CellError = tiersParameter().read(plan);
  if (tiers instanceof CellError) return undefined;
  const aimed = random.chance(asShares ? 0.95 : 0.1);
  const target = aimed
    ? random.pick([1000 * random.whole(0, 2000), Math.abs(awkwardAmount(random)), random.whole(0, 1e8) / 100, null])
    : undefined;
  const sales = salesFor(random, plan, target ?? 1);
  const limit = (): number | undefined =>
    random.chance(0.75) ? undefined : random.pick([awkwardAmount(random), random.whole(0, 1e5) / 100]);
  const inputs: PayoutInputs = {
    sales,
    target,
    tiers,
    mode: random.pick(['whole', 'marginal']),
    cap: limit(),
    floor: limit(),
    prior_sales: random.chance(0.66) ? 0 : random.pick([awkwardAmount(random), -sales]),
    decimals: random.pick([2, 2, 2, 0, 1, 3, 4, 10]),
  };
  return { inputs, plan };
}

function exact(inputs: PayoutInputs): number | CellError {
  const result = payout(inputs.tiers, inputs);
  return result instanceof CellError ? result : result.total;
}

describe('payoutInWholes(tiers, inputs)', () => {
  it(`${CASES.toLocaleString('en')} awkward payouts are those of the decimals to the last bit, or left to them`, () => {
    const random = new Random('payouts');
    let [all, inWholes] = [0, 0];
    for (let count = 0; count < CASES; count++) {
      const made = caseOf(random);
      if (!made) continue;
      all++;
      const quick = payoutInWholes(made.inputs.tiers, made.inputs);
      if (Number.isNaN(quick)) continue;
      inWholes++;
      const slow = exact(made.inputs);
      // The pipeline writes −0 as 0.
      if (slow instanceof CellError || !Object.is(quick + 0, slow + 0)) {
        expect.fail(`${JSON.stringify(made)}: ${quick}, by decimals ${exactly(slow)}`);
      }
    }
    expect(inWholes / all).toBeGreaterThan(0.3);
  });

  it('COMMISSION pays so as a single call and row by row, with the sentences and places of its errors', () => {
    const random = new Random('commissions');
    for (let count = 0; count < CASES / 10; count++) {
      const made = caseOf(random);
      if (!made) continue;
      const { sales, target, mode, cap, floor, prior_sales, decimals } = made.inputs;
      const others: Argument[] = [target, made.plan, mode, cap, floor, prior_sales, decimals];
      const slow = exact(made.inputs);
      const tidied = typeof slow === 'number' ? slow + 0 : slow;
      const inRow = (row: number) => (tidied instanceof CellError ? at(tidied, place.row(row)) : tidied);
      expect(exactly(commission.call([sales, ...others]))).toEqual(exactly(tidied));
      expect(exactly(commission.call([[[sales], [null], [sales]], ...others]))).toEqual(
        exactly([[inRow(0)], [null], [inRow(2)]]),
      );
    }
  });

  it('leaves to the decimals what is no whole number of cents, too large, or amiss', () => {
    const tiers = tiersParameter().read([
      [0.8, 0.01],
      [1, 0.02],
    ]);
    if (tiers instanceof CellError) return expect.fail(tiers.message.en);
    const usual: PayoutInputs = {
      sales: 1200,
      target: 1000,
      tiers,
      mode: 'whole',
      cap: undefined,
      floor: undefined,
      prior_sales: 0,
      decimals: 2,
    };
    expect(payoutInWholes(usual.tiers, usual)).toBe(24);
    const others: readonly Partial<PayoutInputs>[] = [
      { sales: 1200.005 },
      { sales: 1e13 },
      { sales: Number.NaN },
      { target: null },
      { target: 0 },
      { target: 1e14 },
      { target: 0.001 },
      { prior_sales: 0.001 },
      { cap: 0.001 },
      { floor: 1 / 3 },
      { cap: 1, floor: 2 },
    ];
    for (const other of others) {
      const given = { ...usual, ...other };
      expect(payoutInWholes(given.tiers, given), JSON.stringify(other)).toBeNaN();
    }
  });
});
