import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { funnel } from '../../src/functions/funnel.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const stages = column('Leads', 'Qualified', 'Offer', 'Won');

describe('FUNNEL(stages, counts, [language])', () => {
  it('answers conversions from step to step and from the top, and what was lost', () => {
    expectSame(funnel.call([stages, column(1000, 500, 100, 80), 'en']), [
      ['Stage', 'Count', 'Step conversion', 'Cumulative conversion', 'Lost', 'Flag'],
      ['Leads', 1000, null, 1, null, null],
      ['Qualified', 500, 0.5, 0.5, 500, null],
      ['Offer', 100, 0.2, 0.1, 400, null],
      ['Won', 80, 0.8, 0.08, 20, null],
    ]);
  });

  it('flags a stage that grew', () => {
    const rows = rowsOf(funnel.call([stages, column(100, 40, 60, 6), 'en']));
    expectSame([rows[3] ?? []], [['Offer', 60, 1.5, 0.6, -20, 'grew']]);
    expect(rows[4]?.[5]).toBeNull();
  });

  it('is headed in both languages unless one is asked for', () => {
    expect(rowsOf(funnel.call([stages, column(4, 3, 2, 1)]))[0]?.[0]).toBe('Stage 阶段');
    expect(rowsOf(funnel.call([stages, column(4, 3, 2, 1), '中文']))[0]?.[0]).toBe('阶段');
  });

  it('leaves out a stage without a count, and takes headers over both columns', () => {
    const rows = rowsOf(funnel.call([column('Stage', 'A', 'B', 'C'), column('Count', 10, null, 5), 'en']));
    expectSame(rows.slice(1), [
      ['A', 10, null, 1, null, null],
      ['C', 5, 0.5, 0.5, 5, null],
    ]);
  });

  it('has cumulative conversions that are the products of the steps', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 100000 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(counts, list => {
        const rows = rowsOf(funnel.call([column(...list.map((_, index) => `S${index}`)), column(...list)])).slice(1);
        let product = 1;
        for (const row of rows) {
          product *= Number(row[2] ?? 1);
          expect(Number(row[3])).toBeCloseTo(product, 10);
        }
      }),
      { seed: 3 },
    );
  });

  it('answers #DIV/0! in the cells after a stage of 0, and in them only', () => {
    const rows = rowsOf(funnel.call([stages, column(10, 0, 0, 0)]));
    expect(rows[2]?.[2]).toBe(0);
    expectError(rows[3]?.[2], '#DIV/0!', 'the count before is 0');
    expect(rows[3]?.[3]).toBe(0);
    expectError(rowsOf(funnel.call([stages, column(0, 0, 0, 0)]))[1]?.[3], '#DIV/0!', 'the first count is 0');
  });

  it('names the argument and the position of what does not fit', () => {
    expectError(funnel.call([stages, column(10, 5, 'few', 1)]), '#VALUE!', 'counts: row 3', '"few"');
    expectError(funnel.call([stages, column(10, -5, 3, 1)]), '#VALUE!', 'counts: row 2', '0 or more, found -5');
    expectError(funnel.call([column('A', null), column(2, 1)]), '#VALUE!', 'stages: row 2', 'beside the count');
    expectError(funnel.call([stages, column(10, 5)]), '#VALUE!', 'stages is 4×1, counts is 2×1');
    expectError(funnel.call([column('A', 'B'), column(null, null)]), '#N/A', 'nothing to show');
  });
});
