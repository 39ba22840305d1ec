import { describe, expect, it } from 'vitest';
import type { SheetGrid } from '../../src/grid/grid.ts';
import { sharingInCopies } from '../../src/share/copies.ts';
import { rowByRow } from '../../src/share/rows.ts';
import { type Arrays, sharedFormulas, sharing } from '../../src/share/share.ts';
import { gridOf, sheetGrid, shown } from '../support/grids.ts';

const shared = (sheet: SheetGrid, arrays: Arrays = 'spilled', rows = 1) =>
  sharing(
    sharedFormulas(gridOf(sheet)),
    ({ row, column }) => (rows > 1 ? { row, column, rows, columns: 1 } : undefined),
    arrays,
  );

describe('sharing', () => {
  it('sharing() puts twins in place of our functions and leaves everything else', () => {
    const { patches, report } = shared(sheetGrid([[1, 2, '=KPI.GROWTH(A1,B1)', '=A1+B1', '="KPI.GROWTH(1,2)"']]));
    expect(patches).toEqual([
      {
        sheetId: 's1',
        row: 0,
        column: 2,
        before: [[{ formula: '=KPI.GROWTH(A1,B1)' }]],
        after: [[{ formula: '=IF(LEN(A1)=0,"",(A1-B1)/ABS(B1))' }]],
      },
    ]);
    expect(report).toEqual({ twins: 1, values: [], left: [] });
  });

  it('sharing() wraps arrays where the host computes them only if told to, and never twice', () => {
    const sheet = sheetGrid([['=KPI_GROWTH(B1:B9,C1:C9)', '=ARRAYFORMULA(KPI_GROWTH(B1:B9,C1:C9))']]);
    const twin = 'IF(LEN(B1:B9)=0,"",(B1:B9-C1:C9)/ABS(C1:C9))';
    const formulas = (arrays: Arrays) => shared(sheet, arrays).patches.flatMap(({ after }) => after.flat());
    expect(formulas('arrayFormula')).toEqual([
      { formula: `=ARRAYFORMULA(${twin})` },
      { formula: `=ARRAYFORMULA(${twin})` },
    ]);
    expect(formulas('spilled')[0]).toEqual({ formula: `=${twin}` });
  });

  it('sharing() keeps the values of what spills, errors as formulas that give them, and counts the reasons', () => {
    const sheet = sheetGrid([
      [{ formula: '=KPI.MIX(B1:B3)', shows: 0.25 }, 1],
      [shown('#N/A'), 2],
      [null, 3],
    ]);
    const { patches, report } = shared(sheet, 'spilled', 3);
    expect(patches[0]).toMatchObject({
      before: [[{ formula: '=KPI.MIX(B1:B3)' }], [null], [null]],
      after: [[0.25], [{ formula: '=NA()' }], [null]],
      spilled: true,
    });
    expect(report.values).toEqual([
      { fn: 'MIX', why: { en: 'the result fills several cells', zh: '结果占多个单元格' }, cells: 1 },
    ]);
  });

  it('sharing() leaves a formula that shows no value to keep', () => {
    const { patches, report } = shared(sheetGrid([[{ formula: '=KPI.MIX(B1:B3)', shows: shown('#NAME?') }]]));
    expect(patches).toEqual([]);
    expect(report.left.map(({ cells, why }) => [cells, why.en])).toEqual([
      [1, 'the cell shows #NAME?, which is no value to keep'],
    ]);
  });

  it('sharing() writes a formula a row where the twin takes single cells', () => {
    const plan = [
      ['from', 'rate'],
      [0, 0.1],
      [100, 0.2],
    ];
    const cells = (reference: string) => (reference === '$D$1:$E$3' ? plan : undefined);
    const formula = '=ARRAYFORMULA(KPI_COMMISSION_RATE(A$5:A$6,$D$1:$E$3))';
    const rows = rowByRow(formula, { sheetId: 's', row: 4, column: 1 }, cells) ?? [];
    const texts = rows.map(row => JSON.stringify(row));
    expect(texts.map(row => [row.includes('LEN(A5)'), row.includes('LEN(A6)'), row.includes('$D$1:$E$3')])).toEqual([
      [true, false, true],
      [false, true, true],
    ]);
    // The heading of a computed column stays, as a text.
    const test = 'ROW(A$4:A$6)=ROW(A$4)';
    const headed = `=ARRAYFORMULA(IF(${test},"Rate",KPI_COMMISSION_RATE(IF(${test},"",A$4:A$6),$D$1:$E$3)))`;
    expect(rowByRow(headed, { sheetId: 's', row: 3, column: 1 }, cells)).toEqual(['Rate', ...rows]);
    // So does a plan below its own headings.
    const planned = headed.replace('$D$1:$E$3', 'FILTER($D$8:$E$11,ROW($D$8:$D$11)>ROW($D$8))');
    const plans = (reference: string) => (reference === '$D$9:$E$11' ? plan : undefined);
    expect(rowByRow(planned, { sheetId: 's', row: 3, column: 1 }, plans)).toHaveLength(3);
    expect(rowByRow('=KPI_MIX(A5:A6)', { sheetId: 's', row: 4, column: 1 }, cells)).toBeUndefined();
    expect(rowByRow(formula, { sheetId: 's', row: 9, column: 1 }, cells)).toBeUndefined();
  });
});

describe('sharing a list', () => {
  const list = '=KPI.SPLIT(A1,B1:B3)';
  const cells = (rows: readonly (readonly unknown[])[], spill = 3) =>
    shared(sheetGrid(rows as Parameters<typeof sheetGrid>[0]), 'spilled', spill);

  it('sharing() writes a formula for each cell of a list, with its own row where it stands beside it', () => {
    const { patches, report } = cells([
      [10, 1, { formula: list, shows: 4 }],
      [null, 1, 3],
      [null, 1, 3],
    ]);
    expect(report).toEqual({ twins: 1, values: [], left: [] });
    const [{ before, after, spilled } = { before: [], after: [] }] = patches;
    expect([before, spilled]).toEqual([[[{ formula: list }], [null], [null]], true]);
    const texts = after.map(line => JSON.stringify(line));
    expect(texts.map(text => [/\$B1\b/, /\$B2\b/, /\$B3\b/].map(own => own.test(text)))).toEqual([
      [true, false, false],
      [false, true, false],
      [false, false, true],
    ]);
    expect(texts.join()).not.toMatch(/KPI|ROWS/);
  });

  it('sharing() counts the places of a list that stands elsewhere', () => {
    const { patches } = cells([
      [10, 1, null],
      [null, 1, { formula: list, shows: 4 }],
      [null, 1, 3],
      [null, null, 3],
    ]);
    const texts = patches[0]?.after.map(line => JSON.stringify(line)) ?? [];
    expect(texts.map(text => /ROWS\([^)]*\)/.exec(text)?.[0])).toEqual([
      'ROWS($C$2:$C2)',
      'ROWS($C$2:$C3)',
      'ROWS($C$2:$C4)',
    ]);
  });

  it('sharing() writes over nothing that somebody has put where an error leaves room', () => {
    const rows = [
      [10, 0, { formula: list, shows: shown('#DIV/0!') }],
      [null, 0, 'mine'],
      [null, 0, null],
    ];
    const { patches, report } = cells(rows, 1);
    expect(patches.map(({ after }) => after)).toEqual([[[{ formula: '=1/0' }]]]);
    expect(report.values.map(({ fn, why }) => [fn, why.en])).toEqual([
      ['SPLIT', 'other cells stand where its list would go on'],
    ]);
    const free = cells(
      [
        [10, 0, { formula: list, shows: shown('#DIV/0!') }],
        [null, 0],
        [null, 0],
      ],
      1,
    );
    expect(free.report.twins).toBe(1);
  });

  it('sharing() says why a list becomes values', () => {
    const board = (args: string) => `=IF(SUM(B1:B3)=0,"",KPI.LEADERBOARD(${args}))`;
    const own = sheetGrid([
      ['Ann', 3, { formula: board('A1:A3,B1:B3,2'), shows: 1 }],
      ['Ben', 2, 2],
      ['Cai', 1, null],
      [null, null, null],
      [null, null, { formula: board('People,B1:B3'), shows: 1 }],
      [null, null, { formula: board('IF(A1:A3="","nobody",A1:A3),B1:B3'), shows: 1 }],
      [null, null, { formula: '=IF(A1="","",KPI.MIX(B1:B3))', shows: 1 }],
    ]);
    const other = sheetGrid([['Dan'], ['Eve'], ['Fay']], { sheetId: 's2', sheet: 'Sheet2' });
    const grid = { ...gridOf(own, other), names: [{ name: 'People', formula: '=Sheet2!$A$1:$A$3' }] };
    const spill = { row: 0, column: 2, rows: 2, columns: 4 };
    const { patches, report } = sharing(sharedFormulas(grid), spot => (spot.row === 0 ? spill : undefined), 'spilled');
    expect(patches.find(({ row }) => row === 0)?.after.map(line => line.length)).toEqual([4, 4]);
    expect(report.values.map(({ fn, why }) => [fn, why.en])).toEqual([
      ['LEADERBOARD', 'it reads cells of another sheet by a name'],
      ['LEADERBOARD', 'what it reads is computed in the formula, not in cells'],
      ['MIX', 'the result fills several cells'],
    ]);
  });

  it('sharing() keeps the headings of a list, and takes the rows below them', () => {
    const rows = 'FILTER($A$1:$A$3,ROW($B$1:$B$3)>ROW($B$1))';
    const formula = `=ARRAYFORMULA(IFNA(VSTACK({"Jan","Feb"},IF(COUNT($A$1:$A$3)=0,"",KPI_SPLIT(${rows},{1,1}))),""))`;
    const known = formula.replace('{1,1}', '$E$1:$F$1');
    const { patches } = shared(
      sheetGrid([
        ['Target', 'x', known],
        [5, 'a'],
        [7, 'b'],
      ]),
      'arrayFormula',
    );
    const after = patches[0]?.after ?? [];
    expect(after[0]).toEqual(['Jan', 'Feb']);
    const texts = after.slice(1).map(line => line.map(cell => JSON.stringify(cell)));
    expect(texts.map(line => line.length)).toEqual([2, 2]);
    expect(texts.flat().every(text => text.includes('IF(COUNT($A$1:$A$3)=0,') && text.includes('$A$2:$A$3'))).toBe(
      true,
    );
    expect(texts.flat().join()).not.toMatch(/FILTER|VSTACK|KPI/);
    // Weights that are typed into the formula are no cells to look at.
    expect(shared(sheetGrid([['Target', 'x', formula], [5], [7]])).report.values).toHaveLength(1);
  });
});

describe('sharingInCopies', () => {
  const grid = {
    sheets: [
      sheetGrid([
        ['Target', 'Actual', 'Achievement'],
        [10, 9, '=KPI.ACHIEVEMENT([@Actual],[@Target])'],
        [20, 5, '=SUM(Plan[Actual])'],
      ]),
      sheetGrid([['=Rate*2', "=Sheet1!B2+'Left alone'!A1", '=KPI.GROWTH(Sheet1!A2,A1)', '=A1']], {
        sheetId: 's2',
        sheet: 'Board',
      }),
      sheetGrid([[1]], { sheetId: 's3', sheet: 'Left alone' }),
    ],
    names: [{ name: 'Rate', formula: '=Sheet1!$A$2' }],
    tables: [{ name: 'Plan', sheetId: 's1', area: { row: 0, column: 0, rows: 3, columns: 3 } }],
  };

  it('sharingInCopies() lets the copies read one another, by plain references', () => {
    const copies = [
      { from: 's1', sheetId: 'c1', sheet: 'Sheet1 (2)' },
      { from: 's2', sheetId: 'c2', sheet: 'Board (2)' },
    ];
    const { patches } = sharingInCopies(grid, copies, () => undefined, 'spilled');
    const written = patches.map(({ sheetId, row, column, after, fresh }) => [
      sheetId,
      row,
      column,
      after[0]?.[0],
      fresh,
    ]);
    expect(written).toEqual([
      ['c1', 1, 2, { formula: expect.stringContaining('B2/A2') }, true],
      ['c2', 0, 2, { formula: expect.stringContaining("('Sheet1 (2)'!A2-A1)/ABS(A1)") }, true],
      ['c1', 2, 2, { formula: '=SUM($B$2:$B$3)' }, true],
      ['c2', 0, 0, { formula: "='Sheet1 (2)'!$A$2*2" }, true],
      ['c2', 0, 1, { formula: "='Sheet1 (2)'!B2+'Left alone'!A1" }, true],
    ]);
  });
});
