import { describe, expect, it } from 'vitest';
import type { Grid } from '../../src/grid/grid.ts';
import { checkUp } from '../../src/health/checkUp.ts';
import { type Dialect, excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import type { SheetSpec } from '../../src/plan/sheetSpec.ts';
import { activity } from '../../src/templates/activity.ts';
import { analysis } from '../../src/templates/analysis.ts';
import { collection } from '../../src/templates/collection.ts';
import { dashboard } from '../../src/templates/dashboard.ts';
import { deals } from '../../src/templates/deals.ts';
import { incentive } from '../../src/templates/incentive.ts';
import { interview } from '../../src/templates/interview.ts';
import { leaderboard } from '../../src/templates/leaderboard.ts';
import { review } from '../../src/templates/review.ts';
import { survey } from '../../src/templates/survey.ts';
import { targetSplit } from '../../src/templates/targetSplit.ts';
import { insertedWithNeeds } from '../support/editContract.ts';
import { gridOf, sheetGrid } from '../support/grids.ts';
import { specOf } from '../support/planning.ts';

const found = (grid: Grid, dialect: Dialect) =>
  checkUp(grid, dialect, new Map()).filter(({ what }) => /^names (?:that differ|with)/.test(what.en));

/** The name as somebody else has typed it, where it stands first. */
function retyped(name: string, as: string): (spec: SheetSpec) => SheetSpec {
  let isDone = false;
  return spec => ({
    ...spec,
    tables: spec.tables.map(table => ({
      ...table,
      rows: table.rows.map(row => {
        const key = Object.keys(row).find(each => row[each] === name);
        if (isDone || key === undefined) return row;
        isDone = true;
        return { ...row, [key]: as };
      }),
    })),
  });
}

describe.each([
  ['Excel', excelDialect],
  ['Google Sheets', sheetsDialect],
] as const)('names that differ by spaces only are found, in %s', (host, dialect) => {
  it.each([
    ['target-split', specOf(targetSplit, 'en'), 'East', 'East '],
    ['incentive', specOf(incentive, 'en', { fromTracker: false }), 'East', ' East'],
    ['incentive by the tracker', specOf(incentive, 'en', { fromTracker: true }), 'East', 'East\u00a0'],
    ['analysis', specOf(analysis, 'en'), 'East', 'Ｅast'],
    ['dashboard', specOf(dashboard, 'en'), 'East', 'East '],
    ['interview', specOf(interview, 'en'), 'Ben Carter', 'Ben  Carter'],
    ['review', specOf(review, 'en'), 'East', 'East\u200b'],
    ['survey', specOf(survey, 'en'), 'East', 'East '],
    ['activity', specOf(activity, 'en'), 'Anna Bell', 'Anna Bell '],
    ['collection', specOf(collection, 'en'), 'Anna Bell', 'Anna  Bell'],
    ['deals', specOf(deals, 'en'), 'Anna Bell', 'Anna Bell '],
    ['leaderboard', specOf(leaderboard, 'en'), 'Anna Bell', 'Anna Bell '],
  ])('%s', async (_, spec, name, as) => {
    const { port, book } = await insertedWithNeeds(host, dialect, spec, retyped(name, as));
    const grid = await port.book.read();
    const findings = found(grid, dialect);
    expect(findings.map(({ what }) => what.en).join()).toContain(`“${as}”`);
    for (const { sheet, spots } of findings) {
      for (const { row, column } of spots) expect(sheet.values[row]?.[column]).toBe(as);
    }
    book.dispose();
  });
});

describe('names that differ by spaces only', () => {
  const marks = { template: 'mine', prefix: 'Mine', version: '1' };
  const spotsOf = (...rows: Parameters<typeof sheetGrid>[0]) =>
    found(gridOf(sheetGrid(rows, { marks })), excelDialect).map(({ what, spots }) => [
      what.en.replace(/.*: /, '').replace(/\. .*/, ''),
      ...spots.map(({ row, column }) => `${row}:${column}`),
    ]);
  const ask = '=SUMIFS(B1:B3,A1:A3,"="&SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(C1,"~","~~"),"*","~*"),"?","~?"))';

  it('are the odd ones of a column, or of the cells that look one up', () => {
    expect(spotsOf(['Ann', 1, 'Ann', ask], ['ann', 2], ['Ann ', 3])).toEqual([['“Ann ”', '2:0']]);
    expect(spotsOf(['Ann', 1, 'Ann ', ask], ['ann', 2], ['Ben', 3])).toEqual([['“Ann ”', '0:2']]);
    // A list shows a name as it stands first.
    expect(spotsOf(['Ann ', 1, 'Ann', ask], ['ann ', 2], ['Ben', 3])).toEqual([['“Ann ”, “ann ”', '0:0', '1:0']]);
  });

  it('are nothing where nobody looks them up, or on a sheet of the user', () => {
    expect(spotsOf(['Ann', 1, 'Ann', '=SUM(B1:B3)'], ['Ann ', 2])).toEqual([]);
    expect(
      found(
        gridOf(
          sheetGrid([
            ['Ann', 1, 'Ann', ask],
            ['Ann ', 2],
          ]),
        ),
        excelDialect,
      ),
    ).toEqual([]);
  });

  it('and names that an earlier version reads as patterns, where others meet them', () => {
    const before = '=SUMIF(A1:A3,"="&C1,B1:B3)';
    expect(spotsOf(['A*', 1, 'A*', before], ['Ann', 2], ['Ben', 3])).toEqual([['“A*”', '0:2', '0:0']]);
    expect(spotsOf(['~x', 1, 'Ben', before], ['Ann', 2], ['Ben', 3])).toEqual([['“~x”', '0:0']]);
    expect(spotsOf(['A?', 1, 'A?', before], ['Ann', 2], ['Ben', 3])).toEqual([]);
    expect(spotsOf(['A*', 1, 'A*', ask], ['Ann', 2], ['Ben', 3])).toEqual([]);
  });
});
