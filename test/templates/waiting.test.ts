import { describe, expect, it } from 'vitest';
import type { Cell, Matrix } from '../../src/kernel/cell.ts';
import { excelDialect } from '../../src/plan/dialect.ts';
import { evaluate } from '../../src/plan/evaluate.ts';
import { layOut } from '../../src/plan/layout.ts';
import type { SheetSpec } from '../../src/plan/sheetSpec.ts';
import { review } from '../../src/templates/review.ts';
import { NOTHING_TAKEN, specOf } from '../support/planning.ts';

const column = (...cells: Cell[]): Matrix => cells.map(cell => [cell]);

/** The review beside a tracker of three regions, two people each with a target of 100. */
function reviewOf(actuals: readonly (number | string | null)[], green = 'above') {
  const spec = specOf(review, 'en');
  const names: Record<string, Matrix> = {
    Tracker_Region: column('East', 'East', 'North', 'North', 'West', 'West'),
    Tracker_Person: column('Anna', 'Ben', 'Carl', 'Dora', 'Emil', 'Fay'),
    Tracker_Target: column(100, 100, 100, 100, 100, 100),
    Tracker_Actual: column(...actuals),
    Tracker_TotalActual: [[250]],
    Tracker_TotalTarget: [[600]],
    Tracker_Green: [[green]],
  };
  const needs = (spec.needs ?? []).map(need => ({ ...need, names: { ...need.names, ...names } }));
  const changed: SheetSpec = { ...spec, needs };
  const figures = evaluate(layOut(changed, { language: 'en', dialect: excelDialect, taken: NOTHING_TAKEN }));
  const of = (key: string) => figures.column('Regions', key);
  const rows = of('name').map((name, row) => [name, of('gap')[row], of('light')[row]] as const);
  return Object.fromEntries(rows.map(([name, ...rest]) => [String(name), rest]));
}

describe('a region of the review', () => {
  it('has no light as long as somebody with a target has no actual, and no gap where nobody has', () => {
    const { East, North, West } = reviewOf([50, 60, 90, null, null, null]);
    expect(East).toEqual([-90, 'red']);
    // 90 of 200 would be red for want of a figure.
    expect(North).toEqual([-110, 'no data']);
    expect(West).toEqual(['', 'no data']);
  });

  it('exactly on target it is what the tracker says', () => {
    expect(reviewOf([100, 100, 90, 90, 100, 100]).East).toEqual([0, 'amber']);
    expect(reviewOf([100, 100, 90, 90, 100, 100], 'from').East).toEqual([0, 'green']);
  });

  it('over a text is what is wrong, and no smaller figure', () => {
    const { East, North } = reviewOf([50, '12万', 90, 90, null, null]);
    expect(East).toBeUndefined();
    expect(North).toBeUndefined();
  });
});
