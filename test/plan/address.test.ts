import { describe, expect, it } from 'vitest';
import { address, columnLetters } from '../../src/plan/address.ts';

describe('columnLetters(column)', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16383, 'XFD'],
  ])('%i is %s', (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });
});

describe('address(area, fixed)', () => {
  it('writes one cell without a colon', () => {
    expect(address({ row: 4, column: 1, rows: 1, columns: 1 })).toBe('B5');
  });

  it('puts $ before rows only, or before both', () => {
    const area = { row: 0, column: 0, rows: 3, columns: 2 };
    expect(address(area)).toBe('A1:B3');
    expect(address(area, 'rows')).toBe('A$1:B$3');
    expect(address(area, 'all')).toBe('$A$1:$B$3');
  });
});
