import { describe, expect, it } from 'vitest';
import { isoOf } from '../../src/kernel/calendar.ts';
import { firstDay, lastDay, monthOf, periodAfter, periodOf, periodText } from '../../src/kernel/period.ts';

describe('a period', () => {
  it('is a month as a number and back, over the ends of years', () => {
    expect(monthOf('2025-01')).toBe(24300);
    expect(['2024-12', '2025-01', '2025-09', '2025-12'].map(monthOf).map(periodOf)).toEqual([
      '2024-12',
      '2025-01',
      '2025-09',
      '2025-12',
    ]);
    expect([-1, 0, 11, 12].map(months => periodAfter('2025-01', months))).toEqual([
      '2024-12',
      '2025-01',
      '2025-12',
      '2026-01',
    ]);
  });

  it.each(['', '2025', '2025-00', '2025-13', '2025-1', '2025-01-01', ' 2025-01', '25-01'])('is none: %j', text =>
    expect(monthOf(text)).toBeNaN(),
  );

  it('has its days, a leap year’s among them', () => {
    const days = (period: string) => [firstDay, lastDay].map(day => isoOf(day(monthOf(period))));
    expect(days('2024-02')).toEqual(['2024-02-01', '2024-02-29']);
    expect(days('2025-12')).toEqual(['2025-12-01', '2025-12-31']);
  });

  it('has a name in either language', () => {
    expect(Array.from({ length: 12 }, (_, month) => periodText(periodAfter('2025-01', month)).en)).toEqual(
      [
        'January',
        'February',
        'March',
        'April',
        'May',
        'June',
        'July',
        'August',
        'September',
        'October',
        'November',
        'December',
      ].map(name => `${name} 2025`),
    );
    expect(periodText('2025-10').zh).toBe('2025年10月');
  });
});
