import { describe, expect, it } from 'vitest';
import { CellError } from '../../src/kernel/cell.ts';
import { readTracker, type TrackerCells, unreadableIn } from '../../src/sheets/tracker.ts';

const cells: TrackerCells = {
  Person: ['Anna', 'Ben', 'Carl', 'Dora', null],
  Product: ['', '', '', '', null],
  Region: ['', '', '', '', null],
  Target: [100, 'n/a', 100, ' ', null],
  Actual: [90, 80, '12万', new CellError('#VALUE!', { en: 'x', zh: 'x' }), null],
  formulas: [false, false, false, true, false],
};

describe('unreadableIn()', () => {
  it('names what should be a figure and is not; a blank, also one that was typed, is none', () => {
    expect(unreadableIn(cells)).toEqual([
      { person: 'Ben', figure: 'target', text: 'n/a' },
      { person: 'Carl', figure: 'actual', text: '12万' },
      { person: 'Dora', figure: 'actual', text: '#VALUE!' },
    ]);
  });

  it('a tracker of figures has none', () => {
    expect(unreadableIn({ ...cells, Target: [1, 2, 3, 4], Actual: [1, null, '', 0] })).toEqual([]);
  });
});

describe('readTracker()', () => {
  it('keeps what stands in the actual, and the target only where it is a number', () => {
    expect(readTracker(cells).map(({ person, target, actual }) => [person, target, actual])).toEqual([
      ['Anna', 100, 90],
      ['Ben', null, 80],
      ['Carl', 100, '12万'],
      ['Dora', null, '#VALUE!'],
    ]);
  });
});
