import { describe, expect, it } from 'vitest';
import { numberIn } from '../../../src/panel/text/number.ts';

describe('numberIn(typed)', () => {
  it.each([
    ['0', 0],
    ['-12.5', -12.5],
    ['−3', -3],
    ['.5', 0.5],
    ['1,200', 1200],
    ['¥1,234,567.89', 1234567.89],
    ['￥１，２００', 1200],
    ['80%', 0.8],
    ['1.1 %', 0.011],
    ['1.2万', 12000],
    ['3亿', 300_000_000],
    ['1e3', 1000],
  ])('reads %s', (typed, value) => {
    expect(numberIn(typed)).toBe(value);
  });

  it.each(['', '.', 'abc', '1,20', '12,3456', '1.2.3', 'D5', '5 people', '1e999'])('refuses "%s"', typed => {
    expect(numberIn(typed)).toBeUndefined();
  });
});
