import { describe, expect, it } from 'vitest';
import { contractTerm } from '../../src/functions/contractTerm.ts';
import { serialOf } from '../../src/kernel/calendar.ts';
import { column } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const [day, months] = [serialOf, (start: number, end: number) => contractTerm.call([column(start), column(end)])];

describe('CONTRACT_TERM(start, end)', () => {
  it('answers the mean length in months, both days included', () => {
    expect(months(day(2024, 1, 1), day(2024, 12, 31))).toBe(12);
    expect(months(day(2024, 3, 15), day(2025, 3, 14))).toBe(12);
    const start = column(day(2024, 1, 1), day(2024, 1, 1));
    expect(contractTerm.call([start, column(day(2024, 12, 31), day(2024, 6, 30))])).toBe(9);
  });

  it('counts what is over by the days of its month', () => {
    expectSame(months(day(2024, 1, 1), day(2024, 1, 15)), 15 / 31);
    expectSame(months(day(2024, 1, 1), day(2025, 1, 1)), 12 + 1 / 31);
  });

  it('gets through short months, leap days and the year 1900', () => {
    expect(months(day(2024, 1, 31), day(2024, 2, 28))).toBe(1);
    expect(months(day(2024, 2, 29), day(2025, 2, 27))).toBe(12);
    expect(months(day(2023, 3, 1), day(2024, 2, 29))).toBe(12);
    expect(months(day(1900, 1, 1), day(1900, 2, 29))).toBe(2);
  });

  it('leaves out a contract without an end, and reads headers', () => {
    const [start, end] = [column('Start', day(2024, 1, 1), 45300), column('End', day(2024, 3, 31), null)];
    expect(contractTerm.call([start, end])).toBe(3);
  });

  it('answers #N/A without a contract', () => {
    expectError(contractTerm.call([column(45300), column(null)]), '#N/A', 'no contract has an end');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(contractTerm.call([column(1, 9), column(1, 8)]), '#VALUE!', 'end: row 2', 'ends before it starts');
    expectError(contractTerm.call([column(1, null), column(1, 8)]), '#VALUE!', 'start: row 2', 'blank');
    expectError(contractTerm.call([column(1, 2), column(1, 'May')]), '#VALUE!', 'end: row 2', '"May"');
  });
});
