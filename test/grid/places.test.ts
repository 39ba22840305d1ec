import { describe, expect, it } from 'vitest';
import type { Grid } from '../../src/grid/grid.ts';
import { Places } from '../../src/grid/places.ts';
import { spilledAreas } from '../../src/grid/spilled.ts';
import { sheetGrid } from '../support/grids.ts';

const GRID: Grid = {
  sheets: [
    sheetGrid([
      ['Name', 'Target', 'To [date]'],
      ['Ann', 10, 1],
      ['Bob', 20, 2],
    ]),
    sheetGrid([[7]], { sheetId: 's2', sheet: 'It’s 2026' }),
  ],
  names: [
    { name: 'Rate', formula: "='It’s 2026'!$A$1" },
    { name: 'Targets', formula: '=Plan[Target]' },
    { name: 'Gone', formula: '=#REF!' },
  ],
  tables: [{ name: 'Plan', sheetId: 's1', area: { row: 0, column: 0, rows: 3, columns: 3 } }],
};

describe('Places', () => {
  const places = new Places(GRID);
  const read = (reference: string, row = 2) => places.read(reference, { sheetId: 's1', row, column: 2 });

  it('read() follows cells, sheets, names and columns of tables', () => {
    expect(read('$A$2')).toEqual([['Ann']]);
    expect(read('B2:C3')).toEqual([
      [10, 1],
      [20, 2],
    ]);
    expect(read("'It’s 2026'!A1")).toEqual([[7]]);
    expect(read('rate')).toEqual([[7]]);
    expect(read('Targets')).toEqual([[10], [20]]);
    expect(read('Plan[[Target]:[To ’[date’]]]'.replace(/’/g, "'"))).toEqual([
      [10, 1],
      [20, 2],
    ]);
  });

  it('read() follows the row of a formula inside a table', () => {
    expect(read('[@Target]', 1)).toEqual([[10]]);
    expect(read('Plan[[#This Row],[Name]]', 2)).toEqual([['Bob']]);
    expect(read('Plan[#Headers]')).toEqual([['Name', 'Target', 'To [date]']]);
  });

  it('read() answers nothing for what is not there', () => {
    for (const reference of ['Nowhere', 'Gone', 'Other!A1', 'Plan[Nobody]', '[Book.xlsx]Sheet1!A1', '1+1']) {
      expect([reference, read(reference)]).toEqual([reference, undefined]);
    }
  });
});

describe('spilledAreas', () => {
  const flags = (...rows: string[]) => rows.map(row => [...row].map(sign => sign === 'x'));

  it('spilledAreas() gives each formula the cells that it fills, blanks in between too', () => {
    const spilled = flags('.x.', 'x.x', '...', 'x..');
    const taken = flags('x..', '...', '...', '...');
    expect(spilledAreas([{ row: 0, column: 0 }], spilled, taken)).toEqual([{ row: 0, column: 0, rows: 4, columns: 3 }]);
  });

  it('spilledAreas() stops at what stands in between, and gives a column to the formula above it', () => {
    const anchors = [
      { row: 0, column: 0 },
      { row: 0, column: 1 },
      { row: 2, column: 0 },
    ];
    const spilled = flags('..', 'xx', '.x', 'xx');
    const taken = flags('xx', '..', 'x.', '..');
    expect(spilledAreas(anchors, spilled, taken).map(({ rows, columns }) => [rows, columns])).toEqual([
      [2, 1],
      [4, 1],
      [2, 1],
    ]);
  });
});
