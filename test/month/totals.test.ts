import { describe, expect, it } from 'vitest';
import { differs } from '../../src/month/import/totals.ts';

describe('differs()', () => {
  it('is about a total with an amount, over rows that have a sum', () => {
    const total = { label: 'Total', row: 9 };
    expect(differs({ ...total, amount: 10, sum: 9 })).toBe(true);
    expect(differs({ ...total, amount: 10, sum: 10 })).toBe(false);
    expect(differs({ ...total, amount: undefined, sum: 10 })).toBe(false);
    expect(differs({ ...total, amount: 10, sum: undefined })).toBe(false);
  });
});
