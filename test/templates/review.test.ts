import { describe, expect, it } from 'vitest';
import type { Matrix } from '../../src/kernel/cell.ts';
import type { Language } from '../../src/kernel/text.ts';
import { review } from '../../src/templates/review.ts';
import { figuresOf, specOf } from '../support/planning.ts';

/** The review over a tracker whose cells are changed. */
function over(cells: Readonly<Record<string, Matrix>>, language: Language = 'en') {
  const spec = specOf(review, language);
  const needs = (spec.needs ?? []).map(need => ({ ...need, names: { ...need.names, ...cells } }));
  return figuresOf({ ...spec, needs }, language);
}

describe('review', () => {
  it('takes the month’s figures from the tracker', () => {
    const figures = over({});
    expect(['Target', 'Actual', 'Gap'].map(key => figures.parameter(key))).toEqual([4300000, 3755000, -545000]);
    expect(figures.parameter('Achievement')).toBeCloseTo(0.873, 3);
    expect(figures.parameter('Lights')).toBe('1 / 3 / 3');
    expect(over({}, 'zh').parameter('Lights')).toBe('1 / 3 / 3');
  });

  it('counts lights in either language, and says how many rows have an error in place of one', () => {
    const lights = { Tracker_Person: [['A'], ['B'], ['C']], Tracker_Light: [['red'], ['绿'], ['✗ not a number']] };
    expect(over(lights).parameter('Lights')).toBe('1 / 0 / 1 · ✗ 1');
  });

  it('lists the largest shortfalls with what the tracker says about them', () => {
    const figures = over({});
    expect(figures.column('Misses', 'person')).toEqual(['Ben Carter', 'Frank Green', 'David Ellis']);
    expect(figures.column('Misses', 'shortfall')).toEqual([150000, 90000, 35000]);
    expect(figures.column('Misses', 'share')[0]).toBeCloseTo(150 / 275, 12);
    expect(figures.column('Misses', 'cause')).toEqual([
      'Two renewals moved to next month',
      'Lost a tender on price',
      'New in the region',
      '',
      '',
    ]);
    expect(figures.column('Whys', 'where')).toEqual(['Ben Carter', 'Frank Green', 'David Ellis']);
  });

  it('has no shortfalls where everybody has reached the target', () => {
    const figures = over({ Tracker_Gap: [[0], [5], [null]], Tracker_Person: [['A'], ['B'], ['C']] });
    expect(new Set(figures.column('Misses', 'cause'))).toEqual(new Set(['']));
    expect(figures.column('Whys', 'where')).toEqual(['', '', '']);
  });

  it('shows blanks, not failure, before the tracker has actuals', () => {
    const figures = over({ Tracker_Actual: [[null]], Tracker_TotalActual: [[0]], Tracker_Gap: [['']] });
    expect(['Actual', 'Achievement', 'Gap'].map(key => figures.parameter(key))).toEqual(['', '', '']);
    expect(new Set(figures.column('Regions', 'light'))).toEqual(new Set(['']));
  });

  it('sorts actions into the four fields of importance and urgency', () => {
    expect(over({}).column('Actions', 'field').slice(0, 5)).toEqual(['Do now', 'Plan', 'Delegate', 'Drop']);
    expect(over({}, 'zh').column('Actions', 'field').slice(0, 4)).toEqual(['立即做', '计划做', '授权做', '不做']);
  });
});
