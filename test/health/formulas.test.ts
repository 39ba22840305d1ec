import { describe, expect, it } from 'vitest';
import type { Grid, SheetGrid } from '../../src/grid/grid.ts';
import { checkUp, repairsOf } from '../../src/health/checkUp.ts';
import type { Cell } from '../../src/kernel/cell.ts';
import { sheetsDialect } from '../../src/plan/dialect.ts';
import { sheetGrid, shown } from '../support/grids.ts';

/** One table of people: a target, an actual, and what of it was reached, which is one formula for three rows. */
const INSERTED = JSON.stringify([
  [[0, 0, 3, ['Target', 'Actual', 'Reached'], null]],
  [['Target', 1, 0]],
  [[1, 2, 3, 1, '=ARRAYFORMULA(B2:B4/$A$2:$A$4*Tracker_Light)', 1]],
]);
const MARKS = { template: 'mine', prefix: 'Mine', formulas: INSERTED };

type Line = readonly (Cell | { readonly formula: string; readonly shows: Cell })[];

/** The target's name stands over its column; `from` is its first row and `to` its last, from 1. */
function book(rows: readonly Line[], from = 2, to = 4): Grid {
  const sheet = sheetGrid(rows, { marks: MARKS });
  return {
    sheets: [sheet],
    names: [
      { name: 'Mine_Target', formula: `=Sheet1!$A$${from}:$A$${to}` },
      { name: 'Tracker2_Light', formula: '=Sheet1!$Z$1' },
    ],
    tables: [],
  };
}

const heading: Line = ['Target', 'Actual', 'Reached'];
const reached = (formula: string, shows: Cell = 1) => [100, 80, { formula, shows }] as const;
const look = (grid: Grid) => checkUp(grid, sheetsDialect, new Map());
const whats = (grid: Grid) => look(grid).map(({ what }) => what.en);
const written = (grid: Grid) => repairsOf(look(grid)).map(({ row, column, after }) => [row, column, after[0]?.[0]]);

const AS_INSERTED = '=ARRAYFORMULA(B2:B4/$A$2:$A$4*Tracker_Light)';

describe('formulas that a template wrote', () => {
  it('are healthy as they were inserted, however the host writes them', () => {
    for (const formula of [AS_INSERTED, '=arrayformula( B2:B4 / @$A$2:$A$4 * tracker_light )']) {
      expect(whats(book([heading, reached(formula), [1, 2, 3], [1, 2, 3]]))).toEqual([]);
    }
  });

  it('are healthy in other rows, and where the month was rolled over', () => {
    const later = '=ARRAYFORMULA(B3:B4/$A$3:$A$6*Tracker2_Light)';
    expect(whats(book([['new'], heading, reached('=ARRAYFORMULA(B3:B6/$A$3:$A$6*Tracker2_Light)')], 3, 6))).toEqual([]);
    expect(whats(book([['new'], heading, reached(later)], 3, 5))).toHaveLength(1);
  });

  it('are put back for the month that the rest of the sheet reads, and a copy is nobody’s', () => {
    const two = JSON.stringify([
      [[0, 0, 3, ['Target', 'Actual', 'Reached'], null]],
      [['Target', 1, 0]],
      [
        [1, 1, 1, 1, '=Tracker_AsOf'],
        [1, 2, 3, 1, '=ARRAYFORMULA(B2:B4/$A$2:$A$4*Tracker_Light)', 1],
      ],
    ]);
    const rolled = (marks: Record<string, string>): Grid => {
      const rows = [
        heading,
        [100, '', { formula: '=ARRAYFORMULA(B2:B4/$A$2:$A$4*Tracker2_Light)', shows: 1 }],
      ] as const;
      const { names, ...rest } = book(rows);
      const as = [...names, { name: 'Tracker2_AsOf', formula: '=Sheet1!$Y$1' }];
      return { ...rest, names: as, sheets: [sheetGrid(rows, { marks })] };
    };
    expect(written(rolled({ ...MARKS, formulas: two }))).toEqual([[1, 1, { formula: '=Tracker2_AsOf' }]]);
    const { prefix: _, ...copied } = MARKS;
    expect(whats(rolled({ ...copied, formulas: two }))).toEqual([]);
  });

  it('are put back where they are gone, overwritten, shortened or broken', () => {
    expect(whats(book([heading, [100, 80]]))).toEqual(['1 KPI formula is gone']);
    expect(whats(book([heading, [100, 80, 0.8]]))).toEqual(['a value has taken the place of 1 KPI formula']);
    const short = book([heading, reached('=ARRAYFORMULA(B2:B4/$A$2:$A$3*Tracker_Light)')]);
    expect(whats(short)).toEqual(['1 KPI formula is not as inserted: shortened or edited']);
    const broken = book([heading, reached('=ARRAYFORMULA(B2:B4/#REF!*Tracker_Light)', shown('#REF!'))]);
    for (const grid of [book([heading, [100, 80]]), book([heading, [100, 80, 0.8]]), short, broken]) {
      expect(written(grid)).toEqual([[1, 2, { formula: AS_INSERTED }]]);
    }
  });

  it('are put back as they read where their rows are now', () => {
    expect(written(book([['new'], heading, [100, 80]], 3, 6))).toEqual([
      [2, 2, { formula: '=ARRAYFORMULA(B3:B6/$A$3:$A$6*Tracker_Light)' }],
    ]);
  });

  it('are left alone where others took their place when the workbook was shared', () => {
    const patch = { sheetId: 's1', row: 1, column: 2, before: [[{ formula: AS_INSERTED }]], after: [[0.8]] };
    expect(checkUp(book([heading, [100, 80, 0.8]]), sheetsDialect, new Map(), [patch])).toEqual([]);
  });

  it('are not looked for where the mark was damaged, or nothing tells where the table is', () => {
    const damaged = (formulas: string): SheetGrid => sheetGrid([heading], { marks: { ...MARKS, formulas } });
    for (const mark of ['', '{', '[]', '[[],[],[]]']) {
      expect(checkUp({ sheets: [damaged(mark)], names: [], tables: [] }, sheetsDialect, new Map())).toEqual([]);
    }
    const lost = {
      ...book([
        ['Ziel', 'Ist', 'Grad'],
        [100, 80],
      ]),
      names: [],
    };
    expect(repairsOf(look(lost))).toEqual([]);
  });
});
