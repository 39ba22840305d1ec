import { describe, expect, it } from 'vitest';
import { sampleText } from '../../src/panel/views/month/bringIn/columnChoice.tsx';

const money = (value: number): string => value.toFixed(2);

describe('sampleText()', () => {
  it('shows days of a workbook as days and amounts with two places', () => {
    expect(sampleText(45356, 'closed', money)).toBe('2024-03-05');
    expect(sampleText(45356.75, 'month', money)).toBe('2024-03-05');
    expect(sampleText(1234.5, 'amount', money)).toBe('1234.50');
  });

  it('leaves numbers of other columns and texts as they are', () => {
    expect(sampleText(7, 'quantity', money)).toBe('7');
    expect(sampleText('5.3.2024', 'closed', money)).toBe('5.3.2024');
    expect(sampleText(45356, 'id', money)).toBe('45356');
  });
});
