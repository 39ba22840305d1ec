import { describe, expect, it } from 'vitest';
import { type Apportionment, apportion, apportionExactly } from '../../src/functions/shared/apportion.ts';
import { apportionInWholes } from '../../src/functions/shared/apportionInWholes.ts';
import { CellError } from '../../src/kernel/cell.ts';
import { awkwardAmount } from '../support/awkward.ts';
import { exactly } from '../support/exactly.ts';
import { Random } from '../support/random.ts';

const CASES = 100_000;

/** Weights of one kind: small whole numbers with ties, money, fractions, or anything. */
function weightsOf(random: Random): (number | null)[] {
  const kinds: readonly (() => number)[] = [
    () => random.whole(0, 5),
    () => 1,
    () => random.whole(0, 1e12) / 100,
    () => random.whole(0, 10_000) / 10_000,
    () => random.next(),
    () => Math.abs(awkwardAmount(random)),
  ];
  const kind = random.pick(kinds);
  return Array.from({ length: random.whole(1, 12) }, () => (random.chance(0.07) ? null : kind()));
}

function taskOf(random: Random): Apportionment {
  const weights = weightsOf(random);
  return {
    total: random.pick([random.whole(0, 1000), random.whole(0, 1e13) / 100, awkwardAmount(random), 1e12 + 0.01, 1e14]),
    weights,
    locked: weights.map(() => (random.chance(0.12) ? random.whole(-500, 10_000) / 100 : null)),
    unit: random.pick([1, 1, 0.01, 0.05, 10, 100, 1000, 0.3]),
    minimum: random.chance(0.6) ? 0 : random.pick([1, 10, 0.01, 100, 0.333]),
    before: random.chance(0.5) ? 0 : random.pick([random.whole(-20, 20), Math.round(awkwardAmount(random))]),
  };
}

/** −0 is written as 0. */
const tidied = (shares: readonly (number | null)[] | CellError) =>
  exactly(shares instanceof CellError ? shares : shares.map(share => (share === null ? null : share + 0)));

describe('apportionInWholes(task)', () => {
  it(`${CASES.toLocaleString('en')} awkward splits are those of BigInt to the last bit, or left to it`, () => {
    const random = new Random('splits');
    let inWholes = 0;
    for (let count = 0; count < CASES; count++) {
      const task = taskOf(random);
      const quick = apportionInWholes(task);
      if (!quick) continue;
      inWholes++;
      const [found, right] = [quick, apportionExactly(task)].map(tidied).map(shares => JSON.stringify(shares));
      if (found !== right) expect.fail(`${JSON.stringify(task)}: ${found}, by BigInt ${right}`);
    }
    expect(inWholes / CASES).toBeGreaterThan(0.4);
  });

  it('and those of many cells, where products are beyond 2^53', () => {
    const random = new Random('many cells');
    for (let count = 0; count < 20; count++) {
      const weights = Array.from({ length: 2_000 }, () => random.whole(0, 1e11) / 100);
      const task = { total: random.whole(0, 1e13), weights, locked: weights.map(() => null), unit: 1, minimum: 10 };
      const quick = apportionInWholes(task);
      expect(quick).toBeDefined();
      expect(quick).toEqual(apportionExactly(task));
    }
  });

  it('leaves to BigInt what is negative, too fine, too large or amiss', () => {
    const usual: Apportionment = { total: 10, weights: [1, 2], locked: [null, null], unit: 1, minimum: 0 };
    expect(apportionInWholes(usual)).toEqual([3, 7]);
    const others: readonly Partial<Apportionment>[] = [
      { total: -10 },
      { total: 1e15 },
      { locked: [-1, null] },
      { locked: [11, null] },
      { locked: [1, 1] },
      { weights: [0, 0] },
      { weights: [1 / 3, 1] },
      { minimum: 6 },
      { unit: 1e-12 },
    ];
    for (const other of others) {
      expect(apportionInWholes({ ...usual, ...other }), JSON.stringify(other)).toBeUndefined();
      expect(exactly(apportion({ ...usual, ...other }))).toEqual(exactly(apportionExactly({ ...usual, ...other })));
    }
  });
});
