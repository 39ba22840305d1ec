import { describe, expect, it } from 'vitest';
import {
  clean,
  cleanDecimal,
  decimal,
  fromUnits,
  placesOf,
  roundHalfAwayFromZero,
  toUnits,
} from '../../src/kernel/decimal.ts';
import { Random } from '../support/random.ts';

describe('decimal(value) and clean(value)', () => {
  it('drop what binary arithmetic leaves behind the 15th digit', () => {
    expect(clean(0.1 + 0.2)).toBe(0.3);
    expect(decimal(0.1 + 0.2).toString()).toBe('0.3');
    expect(clean(1.1 * 100)).toBe(110);
    expect(clean(123456789012345)).toBe(123456789012345);
  });

  it('clean(value) leaves every amount in cents as it is', () => {
    const random = new Random('cents');
    for (let index = 0; index < 20_000; index++) {
      const most = 10 ** random.whole(1, 14);
      const cents = random.whole(-most, most);
      expect(clean(cents / 100)).toBe(Number((cents / 100).toPrecision(15)));
    }
  });

  it('keep the largest and the smallest numbers', () => {
    expect(clean(Number.MAX_VALUE)).toBe(Number.MAX_VALUE);
    expect(clean(-Number.MAX_VALUE)).toBe(-Number.MAX_VALUE);
    expect(Number(decimal(Number.MIN_VALUE))).toBe(Number.MIN_VALUE);
  });
});

describe('roundHalfAwayFromZero(value, places)', () => {
  it.each([
    [28.5, 0, 29],
    [-10.5, 0, -11],
    [0.285, 2, 0.29],
    [1.005, 2, 1.01],
    [-1.005, 2, -1.01],
    [2.15, 1, 2.2],
    [600.425, 2, 600.43],
    [2.4999999, 0, 2],
  ])('%d to %d places is %d', (value, places, rounded) => {
    expect(Number(roundHalfAwayFromZero(decimal(value), places))).toBe(rounded);
  });
});

describe('toUnits(value, places), fromUnits(units, places), placesOf(value)', () => {
  it('count in whole units and back', () => {
    expect(placesOf(decimal(12.345))).toBe(3);
    expect(placesOf(decimal(1200))).toBe(0);
    expect(toUnits(decimal(12.34), 2)).toBe(1234n);
    expect(fromUnits(1234n, 2)).toBe(12.34);
    expect(fromUnits(-5n, 1)).toBe(-0.5);
    expect(fromUnits(7n, 0)).toBe(7);
  });
});

describe('cleanDecimal(value)', () => {
  it('cuts to 15 digits', () => {
    expect(cleanDecimal(decimal(2).div(decimal(3))).toString()).toBe('0.666666666666667');
  });
});
