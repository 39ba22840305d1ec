import { describe, expect, it } from 'vitest';
import { examine, fixesOf } from '../../src/doctor/examine.ts';
import type { Finding, Kind } from '../../src/doctor/finding.ts';
import type { Content } from '../../src/grid/grid.ts';
import type { Cell } from '../../src/kernel/cell.ts';
import { gridOf, sheetGrid, shown } from '../support/grids.ts';

const examined = (rows: readonly (readonly Cell[])[]): Finding[] => {
  const columns = Math.max(...rows.map(line => line.length));
  return examine(gridOf(sheetGrid(rows)), { sheetId: 's1', row: 0, column: 0, rows: rows.length, columns });
};
const of = (findings: readonly Finding[], kind: Kind) => findings.filter(finding => finding.kind === kind);
const whats = (findings: readonly Finding[]) => findings.map(({ what }) => what.en);
/** What fixing writes: row, column, content. */
const written = (findings: readonly Finding[]): [number, number, Content][] =>
  fixesOf(findings).flatMap(({ row, column, after }) =>
    after.flatMap((line, down) => line.map((content): [number, number, Content] => [row + down, column, content])),
  );

describe('examine', () => {
  it('examine() finds nothing in clean data', () => {
    expect(
      examined([
        ['Salesperson', 'Amount', 'Close date', 'Contract number', 'Probability'],
        ['Ann', 1200, 46082, '007', 0.5],
        ['Bob', 800.5, 46083, '008', 1],
        [null, null, null, null, null],
      ]),
    ).toEqual([]);
  });

  it('examine() finds figures that are texts, and reads them as the month does', () => {
    const findings = examined([['Amount'], [100], ['¥1,234.50'], ['12.3万'], ['(45)'], ['３００'], ['later']]);
    expect(whats(findings)).toEqual(['“Amount”: 5 numbers stored as text; 1 of them cannot be read for certain']);
    expect(written(findings)).toEqual([
      [2, 0, 1234.5],
      [3, 0, 123000],
      [4, 0, -45],
      [5, 0, 300],
    ]);
    expect(findings[0]?.examples[0]).toEqual({ before: '¥1,234.50', after: '1234.5' });
  });

  it('examine() guesses no decimal mark, and takes no numbers of things for figures', () => {
    expect(written(examined([['Amount'], [1], [2], ['1.234']]))).toEqual([]);
    expect(written(examined([['Amount'], [1], ['9,5'], ['1.234']]))).toEqual([
      [2, 0, 9.5],
      [3, 0, 1234],
    ]);
    expect(examined([['Code'], ['007'], ['012'], [5]])).toEqual([]);
  });

  it('examine() finds days that are texts, by the order that the column tells', () => {
    const findings = examined([['Close date'], [46082], ['2026-03-05'], ['25/03/2026'], ['04/03/2026']]);
    expect(whats(findings)).toEqual(['“Close date”: 3 dates stored as text']);
    expect(written(findings)).toEqual([
      [2, 0, { date: 46086 }],
      [3, 0, { date: 46106 }],
      [4, 0, { date: 46085 }],
    ]);
    const open = examined([['Close date'], [46082], ['04/03/2026']]);
    expect(whats(open)).toEqual(['“Close date”: 1 date stored as text; 1 can be read in two ways or not at all']);
    expect(written(open)).toEqual([]);
  });

  it('examine() finds stray blanks and full-width letters in names', () => {
    const findings = examined([['Customer'], [' Acme  Ltd'], ['ＡＢＣ 公司'], ['Fine Ltd']]);
    expect(whats(findings)).toEqual(['“Customer”: 2 cells with extra spaces or full-width characters']);
    expect(written(findings)).toEqual([
      [1, 0, 'Acme Ltd'],
      [2, 0, 'ABC 公司'],
    ]);
  });

  it('examine() finds rows that stand there twice, and moves the others up', () => {
    const findings = examined([
      ['Customer', 'Amount'],
      ['Acme', 5],
      ['acme ', 5],
      ['Beta', 6],
    ]);
    const twice = of(findings, 'duplicates');
    expect(whats(twice)).toEqual(['1 duplicate row']);
    expect(written(twice)).toEqual([
      [2, 0, 'Beta'],
      [3, 0, null],
      [2, 1, 6],
      [3, 1, null],
    ]);
  });

  it('examine() leaves rows with formulas and rows of one number to the user', () => {
    const rows = [
      ['Contract number', 'Amount'],
      ['A1', 5],
      ['A1', 6],
    ];
    expect(whats(examined(rows))).toEqual(['1 ID is shared by different rows']);
    const computed = [
      ['Name', 'Amount'],
      ['A', '=1+1'],
      ['A', '=1+1'],
    ];
    expect(of(examined(computed), 'duplicates')[0]?.fixes).toEqual([]);
  });

  it('examine() finds what can never be', () => {
    const findings = examined([
      ['Probability', 'Create date', 'Close date', 'Price'],
      [1.2, 46082, 46081, 5],
      [150, 46082, 99999999, -1],
      [0.5, 46082, 46083, shown('#DIV/0!')],
    ]);
    expect(whats(of(findings, 'impossible'))).toEqual([
      '“Probability”: not from 0 to 100%',
      '“Close date”: not a date between 1950 and 2099',
      '“Price”: errors',
      '“Price”: below 0',
      '“Close date” is before “Create date”',
    ]);
  });

  it('examine() finds rows below the table, which no formula over it sees', () => {
    const sheet = sheetGrid([['Name', 'Amount'], ['Ann', 1], ['Bob', 2], ['Cy', 3], [null], ['far away']]);
    const table = { name: 'Deals', sheetId: 's1', area: { row: 0, column: 0, rows: 2, columns: 2 } };
    const findings = examine(
      { ...gridOf(sheet), tables: [table] },
      { ...table.area, sheetId: 's1', rows: 1, columns: 1 },
    );
    expect(whats(findings)).toEqual([
      '2 rows just below table Deals, not part of it: drag the table’s corner to include them',
    ]);
    const selected = examine(gridOf(sheet), { sheetId: 's1', row: 0, column: 0, rows: 3, columns: 2 });
    expect(whats(selected)).toEqual(['1 row just below the selection']);
  });

  it('examine() takes a single cell for the data around it', () => {
    const sheet = sheetGrid([[], [null, 'Amount', 'Name'], [null, ' 5 ', 'Ann'], [null, 6, 'Bob'], [null, 7, 'Cy']]);
    const findings = examine(gridOf(sheet), { sheetId: 's1', row: 2, column: 2, rows: 1, columns: 1 });
    expect(written(findings)).toEqual([[2, 1, 5]]);
  });

  it('examine() checks a tier table as PLAN_CHECK does', () => {
    const findings = examined([
      ['from', 'rate'],
      [0, 0.02],
      [100000, 20],
      [100000, 0.03],
    ]);
    expect(whats(of(findings, 'plan'))).toEqual([
      'rate 20 is above 1: 20% is written as 0.2 or 20%',
      'overlap: from 100000 is also in row 3',
    ]);
  });

  it('examine() adds weights up', () => {
    expect(
      whats(
        examined([
          ['Measure', '权重'],
          ['a', 0.5],
          ['b', 0.4],
        ]),
      ),
    ).toEqual(['“权重” adds up to 90%, not 100%']);
    expect(
      examined([
        ['Measure', 'Weight'],
        ['a', 0.7],
        ['b', 0.2],
        ['c', 0.1],
      ]),
    ).toEqual([]);
    expect(
      examined([
        ['Measure', 'Weight'],
        ['a', 60],
        ['b', 40],
      ]),
    ).toEqual([]);
    // Relative weights are no shares of a whole.
    expect(
      examined([
        ['Month', 'Weight'],
        ['a', 1],
        ['b', 1],
        ['c', 1],
      ]),
    ).toEqual([]);
  });

  it('examine() asks about achievements above 1,000 %, and divides them exactly', () => {
    const findings = examined([
      ['Person', 'Achievement'],
      ['Ann', 0.9],
      ['Bob', 95],
      ['Cai', 112.4],
      ['Dan', 10],
    ]);
    expect(whats(findings)).toEqual(['“Achievement”: 2 cells above 1,000%; is 95 meant as 95%?']);
    expect(written(of(findings, 'percents'))).toEqual([
      [2, 1, 0.95],
      [3, 1, 1.124],
    ]);
    expect(of(examined([['达成率'], [120]]), 'percents')).toHaveLength(1);
    expect(of(examined([['Amount'], [120]]), 'percents')).toHaveLength(0);
  });
});
