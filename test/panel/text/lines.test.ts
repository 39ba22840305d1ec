import { describe, expect, it } from 'vitest';
import { pastedInto, rowsIn, withoutHeadings } from '../../../src/panel/text/lines.ts';
import type { LineColumn } from '../../../src/plan/field.ts';

const columns: readonly LineColumn[] = [
  { key: 'name', label: { en: 'Name', zh: '名称' }, type: 'text' },
  { key: 'weight', label: { en: 'Weight', zh: '权重' }, type: 'number' },
];

describe('rowsIn(pasted, columns)', () => {
  it('parts at tabs, as spreadsheets copy', () => {
    expect(rowsIn('North\t1,500\r\nEast, inland\t1300\r\n', columns)).toEqual([
      ['North', '1,500'],
      ['East, inland', '1300'],
    ]);
  });

  it('parts at commas and semicolons of either width, but not inside a number', () => {
    expect(rowsIn('North, 1500\nEast,500\nSouth；1,200\n华北，1300', columns)).toEqual([
      ['North', '1500'],
      ['East', '500'],
      ['South', '1,200'],
      ['华北', '1300'],
    ]);
  });

  it('parts at the blank before the number', () => {
    expect(rowsIn('North region 1,500\nAnna 80%', columns)).toEqual([
      ['North region', '1,500'],
      ['Anna', '80%'],
    ]);
  });

  it('keeps a line without a figure as one cell, and leaves blank lines out', () => {
    expect(rowsIn('\nNorth region\n\n', columns)).toEqual([['North region']]);
  });
});

describe('pastedInto(rows, pasted, row, column, columns)', () => {
  it('writes over the cells from there and adds rows', () => {
    expect(
      pastedInto(
        [
          ['a', '1'],
          ['', ''],
        ],
        [
          ['b', '2'],
          ['c', '3'],
        ],
        1,
        0,
        2,
      ),
    ).toEqual([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ]);
  });

  it('drops what would stick out on the right', () => {
    expect(pastedInto([['a', '1']], [['2', '3']], 0, 1, 2)).toEqual([['a', '2']]);
  });
});

describe('withoutHeadings(pasted, columns)', () => {
  it('leaves out a row of words over figures', () => {
    expect(
      withoutHeadings(
        [
          ['Region', 'Share'],
          ['North', '3'],
          ['East', '2'],
        ],
        columns,
      ),
    ).toEqual([
      ['North', '3'],
      ['East', '2'],
    ]);
  });

  it('headings that are all the grid’s own, in either language, say which column is which', () => {
    expect(
      withoutHeadings(
        [
          ['权重', 'NAME'],
          ['3', 'North'],
        ],
        columns,
      ),
    ).toEqual([['North', '3']]);
    expect(withoutHeadings([['Name'], ['North']], columns)).toEqual([['North', '']]);
  });

  it('keeps rows of which the first has no figure, too', () => {
    const rows = [
      ['North', ''],
      ['East', '2'],
    ];
    expect(withoutHeadings(rows, columns)).toEqual(rows);
    expect(
      withoutHeadings(
        [
          ['North', 'n/a'],
          ['East', '?'],
        ],
        columns,
      ),
    ).toHaveLength(2);
    expect(withoutHeadings([['Name', 'Weight']], columns)).toHaveLength(1);
  });
});
