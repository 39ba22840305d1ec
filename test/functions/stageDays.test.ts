import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stageDays } from '../../src/functions/stageDays.ts';
import { column, rowsOf } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const stages = column('Demo', 'Offer', 'Demo', 'Demo');

describe('STAGE_DAYS(stages, entered, left, as_of, [language])', () => {
  it('answers deals, mean, median and 90th percentile of each stage', () => {
    expectSame(stageDays.call([stages, column(100, 110, 100, 120), column(110, 115, 120, 180), 200, 'en']), [
      ['Stage', 'Deals', 'Mean days', 'Median days', '90th percentile'],
      ['Demo', 3, 30, 20, 52],
      ['Offer', 1, 5, 5, 5],
    ]);
  });

  it('counts what is still there up to as_of, and what leaves later as still there', () => {
    const rows = rowsOf(stageDays.call([stages, column(100, 110, 100, 120), column(110, null, 170, null), 150]));
    expectSame(rows.slice(1), [
      ['Demo', 3, 30, 30, 46],
      ['Offer', 1, 40, 40, 40],
    ]);
  });

  it('does not count what enters after as_of', () => {
    const rows = rowsOf(stageDays.call([stages, column(100, 110, 150, 151), column(null, null, 150, 160), 150]));
    expectSame(rows.slice(1), [
      ['Demo', 2, 25, 25, 45],
      ['Offer', 1, 40, 40, 40],
    ]);
  });

  it('keeps the stages in order of first appearance, in any spelling', () => {
    const rows = rowsOf(
      stageDays.call([column('Offer', 'demo', 'OFFER ', 'Ｄemo'), column(1, 1, 1, 1), column(3, 4, 5, 6), 9]),
    );
    expect(rows.slice(1).map(([stage, deals]) => [stage, deals])).toEqual([
      ['Offer', 2],
      ['demo', 2],
    ]);
  });

  it('counts days, not hours', () => {
    expectSame(rowsOf(stageDays.call([column('A', 'A'), column(100.9, 100.9), column(101.1, 100.1), 100.5])).slice(1), [
      ['A', 2, 0, 0, 0],
    ]);
    expectSame(rowsOf(stageDays.call([column('A'), column(100.9), column(101.1), 105])).slice(1), [['A', 1, 1, 1, 1]]);
  });

  it('skips rows that are not filled in, and reads headers', () => {
    const rows = [column('Stage', 'A', null, 'B'), column('In', 100, null, null), column('Out', 104, null, null)];
    expectSame(stageDays.call([...rows, 110, 'zh']), [
      ['阶段', '商机数', '平均天数', '中位天数', '第 90 百分位'],
      ['A', 1, 4, 4, 4],
    ]);
    // Where nothing has been left yet, its heading stands over blanks.
    expectSame(rowsOf(stageDays.call([rows[0], rows[1], column('Out', null, null, null), 110])).slice(1), [
      ['A', 1, 10, 10, 10],
    ]);
  });

  it('does not depend on the order of the rows, but for that of the stages', () => {
    const stay = fc.record({
      stage: fc.constantFrom('A', 'B'),
      from: fc.integer({ min: 100, max: 150 }),
      days: fc.option(fc.integer({ min: 0, max: 60 })),
    });
    fc.assert(
      fc.property(fc.array(stay, { minLength: 1, maxLength: 20 }), stays => {
        const table = (list: typeof stays) =>
          rowsOf(
            stageDays.call([
              column(...list.map(({ stage }) => stage)),
              column(...list.map(({ from }) => from)),
              column(...list.map(({ from, days }) => (days === null ? null : from + days))),
              160,
            ]),
          )
            .slice(1)
            .toSorted(([a], [b]) => String(a).localeCompare(String(b)));
        const rows = table(stays);
        expectSame(table([...stays].reverse()), rows);
        expect(rows.reduce((sum, [, deals]) => sum + Number(deals), 0)).toBe(stays.length);
        for (const [name, deals, mean] of rows) {
          const own = stays.filter(({ stage }) => stage === name);
          const all = own.map(({ from, days }) => Math.min(160, from + (days ?? 999)) - from);
          expectSame([[deals ?? null, mean ?? null]], [[own.length, all.reduce((sum, n) => sum + n, 0) / own.length]]);
        }
      }),
      { seed: 3 },
    );
  });

  it('answers #N/A where nothing was entered by then', () => {
    expectError(stageDays.call([column('A'), column(200), column(null), 150]), '#N/A', 'nothing to show');
    expectError(stageDays.call([column('A'), column(null), column(null), 150]), '#N/A', 'nothing to show');
  });

  it('names the argument and the row of what does not fit', () => {
    const entered = column(100, 110, 120, 130);
    const open = column(null, null, null, null);
    expectError(
      stageDays.call([stages, entered, column(100, 109, null, null), 200]),
      '#VALUE!',
      'left: row 2',
      'leaves the stage before it enters it',
    );
    expectError(stageDays.call([stages, entered, column(101, null, null, 'x'), 200]), '#VALUE!', 'left: row 4', '"x"');
    expectError(stageDays.call([stages, column(1, 'May', 3, 4), open, 9]), '#VALUE!', 'entered: row 2', '"May"');
    expectError(stageDays.call([stages, column(1, null, 3, 4), column(1, 2, 3, 4), 9]), '#VALUE!', 'entered: row 2');
    expectError(
      stageDays.call([column('A', null), column(1, 2), column(2, 3), 9]),
      '#VALUE!',
      'stages: row 2',
      'stage',
    );
    expectError(
      stageDays.call([column('A', errorCell('#REF!')), column(1, 2), column(2, 3), 9]),
      '#REF!',
      'stages: row 2',
    );
    expectError(stageDays.call([stages, entered, open, null]), '#VALUE!', 'as_of', 'expected a date');
    expectError(stageDays.call([stages, entered, column(1), 9]), '#VALUE!', 'stages is 4×1, left is 1×1');
  });
});
