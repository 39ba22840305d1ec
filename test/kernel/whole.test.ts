import { describe, expect, it } from 'vitest';
import { decimal, toUnits } from '../../src/kernel/decimal.ts';
import { POWERS, remainderOf, roundedTo, wholeAt, wholesAt, wholesOf } from '../../src/kernel/whole.ts';
import { awkwardAmount } from '../support/awkward.ts';
import { Random } from '../support/random.ts';

describe('wholeAt(value, places)', () => {
  it('is the whole number that the decimals have, or NaN', () => {
    const random = new Random('wholes');
    for (let count = 0; count < 20_000; count++) {
      const value = awkwardAmount(random);
      const places = random.whole(0, 8);
      const whole = wholeAt(value, places);
      if (Number.isNaN(whole)) continue;
      const exact = decimal(value);
      expect(BigInt(whole)).toBe(toUnits(exact, places));
      expect(exact.eq(decimal(whole).div(POWERS[places] ?? 0))).toBe(true);
    }
  });

  it('reads the noise behind 15 digits as a spreadsheet shows it', () => {
    expect(wholeAt(0.1 + 0.2, 1)).toBe(3);
    expect(wholeAt(0.285, 3)).toBe(285);
  });

  it('is NaN for more places, for what is too large and for what is no number', () => {
    for (const value of [0.001, 1e15, Number.NaN, Infinity]) expect(wholeAt(value, 2)).toBeNaN();
    expect(wholeAt(1, 23)).toBeNaN();
  });
});

describe('wholesOf(values, mostPlaces)', () => {
  it('takes the fewest places that suit all', () => {
    expect(wholesOf([1, 0.25, 3.5], 6)).toEqual({ places: 2, units: Float64Array.of(100, 25, 350) });
    expect(wholesOf([], 6)).toEqual({ places: 0, units: new Float64Array() });
    expect(wholesOf([1, 1 / 3], 6)).toBeUndefined();
    expect(wholesAt([0.25], 1)).toBeUndefined();
  });
});

describe('roundedTo(units, by)', () => {
  it('rounds half away from zero', () => {
    expect([149, 150, -149, -150, 0].map(units => roundedTo(units, 100))).toEqual([1, 2, -1, -2, 0]);
    expect(roundedTo(2 ** 51, 1)).toBe(2 ** 51);
    expect(roundedTo(Number.NaN, 100)).toBeNaN();
  });
});

describe('remainderOf(a, b, c, d)', () => {
  it('is a × b − c × d, also where the products are beyond 2^53', () => {
    const random = new Random('remainders');
    for (let count = 0; count < 20_000; count++) {
      const [a, b, d] = [random.whole(0, 1e15), random.whole(0, 1e14), random.whole(1, 2e15)];
      const c = Math.floor((a * b) / d);
      const exact = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
      expect(BigInt(remainderOf(a, b, c, d))).toBe(exact);
    }
    expect(remainderOf(3, 5, 2, 7)).toBe(1);
  });
});
