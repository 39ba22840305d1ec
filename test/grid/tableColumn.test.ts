import { describe, expect, it } from 'vitest';
import { filledTo, relative } from '../../src/grid/relative.ts';
import { filledBy } from '../../src/grid/tableColumn.ts';

const column = (...cells: readonly (string | undefined)[]) => ({ sheetId: 's', row: 3, column: 2, cells });
const write = (row: number, ...contents: readonly (string | number | null)[]) => ({
  sheetId: 's',
  row,
  column: 2,
  contents: contents.map(content => [typeof content === 'string' ? { formula: content } : content]),
});
const at = (row: number) => ({ sheetId: 's', row, column: 2 });

describe('filledBy()', () => {
  it('nothing beside what is written, where all rows compute the same', () => {
    expect(filledBy(column('=B4*2', '=B5*2'), [write(3, '=B4*3', '=B5*3')])).toEqual({ unlike: [], blank: [] });
    expect(filledBy(column('=[@X]', undefined), [write(3, '=[@Y]')])).toEqual({ unlike: [], blank: [] });
  });

  it('blank cells are filled, and those that are made blank', () => {
    expect(filledBy(column('', '', undefined), [write(3, '=1')])).toEqual({ unlike: [], blank: [at(4)] });
    expect(filledBy(column('=1', '=1'), [write(3, '=1', null)])).toEqual({ unlike: [], blank: [at(4)] });
  });

  it('formulas unlike the last one are lost, of other cells and of those that are written', () => {
    expect(filledBy(column('=B4*2', '=99'), [write(3, '=B4*2')])).toEqual({ unlike: [at(4)], blank: [] });
    expect(filledBy(column('', ''), [write(3, '=1', '=2')])).toEqual({ unlike: [at(3)], blank: [] });
    expect(filledBy(column('=B4', '=B4'), [write(3, '=B4')])).toEqual({ unlike: [at(4)], blank: [] });
  });

  it('nothing where only constants are written, or elsewhere', () => {
    expect(filledBy(column('=1', '=2'), [write(3, 5)])).toEqual({ unlike: [], blank: [] });
    expect(filledBy(column('=1', '=2'), [write(9, '=5'), { ...write(3, '=5'), column: 7 }])).toEqual({
      unlike: [],
      blank: [],
    });
    expect(filledBy(column('=1', '=2'), [{ ...write(3, '=5'), sheetId: 't' }])).toEqual({ unlike: [], blank: [] });
  });
});

describe('relative(), filledTo()', () => {
  it.each([
    ['=B4+$B$4', '=B9+$B$4'],
    ['=SUM(B4:C4)', '=SUM(B9:C9)'],
    ['=[@Actual]*T[Q1]', '=[@Actual]*T[Q1]'],
    ['=ROW()-ROW($A$3)', '=ROW()-ROW($A$3)'],
    ['=\'a b\'!A4&"B4"', '=\'a b\'!A9&"B4"'],
  ])('%s in row 4 is %s in row 9', (first, other) => {
    expect(filledTo(first, 3, 5, 8)).toBe(other);
    expect(relative(first, 3, 5)).toBe(relative(other, 8, 5));
  });

  it('another cell is another formula', () => {
    expect(relative('=B4', 3, 5)).not.toBe(relative('=B4', 4, 5));
  });
});
