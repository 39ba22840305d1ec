import { describe, expect, it } from 'vitest';
import { scorecard } from '../../src/templates/scorecard.ts';
import { SAMPLE_KPIS } from '../../src/templates/shared/scorecardSamples.ts';
import { expectSame } from '../support/expectSame.ts';
import { figuresOf, specOf } from '../support/planning.ts';

const figuresFor = (changes: Readonly<Record<string, unknown>> = {}, language: 'en' | 'zh' = 'en') =>
  figuresOf(specOf(scorecard, language, changes), language);

/** Lines for KPIs of the sample, changed one by one. */
const lines = (changes: Readonly<Record<string, object>> = {}) =>
  SAMPLE_KPIS.map(({ kpi, shown, lower, weight, target, gate }) => ({
    dimension: 'Results',
    kpi: kpi.en,
    shown,
    direction: lower ? 'lower' : 'higher',
    weight,
    target,
    gate,
    ...changes[kpi.en],
  }));

describe('scorecard', () => {
  it('caps each achievement at 120 % and scores it', () => {
    const figures = figuresFor();
    // Below the eight KPIs five rows wait to be filled in.
    const spare = [null, null, null, null, null];
    expect(figures.column('Kpis', 'achievement')).toEqual([1.05, 1.1, 0.95, 1.25, 0.8, 1.1, 0.5, null, ...spare]);
    const none = ['', '', '', '', '', ''];
    expectSame([[...figures.column('Kpis', 'score')]], [[105, 110, 95, 120, 80, 110, 50, ...none]]);
  });

  it('adds the contributions up to 89.5 of 0.9, the weight of what has data: 99.4, grade B', () => {
    const figures = figuresFor();
    // 31.5 + 11 + 9.5 + 12 + 12 + 11 + 2.5 = 89.5
    expect(figures.parameter('Score')).toBeCloseTo(89.5 / 0.9, 10);
    expect(figures.parameter('Grade')).toBe('B');
    expect(figures.above('Kpis', 'check', 'contribution')).toBe(0);
    expect(figures.above('Kpis', 'check', 'weight')).toBe(0);
  });

  it('says that a KPI has no data and that its weight is shared out', () => {
    expect(figuresFor().above('Kpis', 'remark', 'kpi')).toBe(
      'KPIs without data: 1, their weight is shared out among the others. ',
    );
    expect(figuresFor({}, 'zh').above('Kpis', 'remark', 'kpi')).toBe('1 项指标无数据，其权重由其余指标分担。');
  });

  it('caps the grade where a gate is missed, whatever the score', () => {
    const figures = figuresFor({ kpis: lines({ 'Collection rate': { gate: 1 } }) });
    expect(figures.column('Kpis', 'gateLight').slice(0, 3)).toEqual(['passed', '', 'missed']);
    expect(figures.parameter('Grade')).toBe('D');
    expect(figures.above('Kpis', 'remark', 'kpi')).toContain('Gates missed: 1, the grade is D at best.');
  });

  it('does not lift a grade that is below the gate’s', () => {
    const kpis = [{ ...lines()[6], kpi: 'Complaints', weight: 1, gate: 0.9 }];
    const figures = figuresFor({ kpis, fromTracker: false });
    expect([figures.parameter('Score'), figures.parameter('Grade')]).toEqual([50, 'E']);
  });

  it('shows a cross where the weights do not add up to 100 %', () => {
    const figures = figuresFor({ kpis: lines({ Sales: { weight: 0.4 } }) });
    expect(figures.above('Kpis', 'check', 'weight')).toBe(0.1);
  });

  it('gives each dimension its weight, its part of the score and its own score', () => {
    const figures = figuresFor();
    expect(figures.column('Dimensions', 'dimension')).toEqual(['Results', 'Activity', 'Customer', 'Market']);
    expectSame([[...figures.column('Dimensions', 'score')]], [[104, 120, 85, '']]);
    expect(figures.above('Dimensions', 'check', 'contribution')).toBe(0);
    expect(figures.column('Dimensions', 'bar')[1]).toBeCloseTo(1.2, 12);
  });

  it('puts the same KPIs under the dimensions of a balanced card', () => {
    const figures = figuresFor({ dimensions: 'balanced' }, 'zh');
    expect(figures.column('Dimensions', 'dimension')).toEqual(['财务', '内部流程', '客户', '学习与成长']);
    expect(figures.column('Kpis', 'dimension').slice(0, 4)).toEqual(['财务', '财务', '财务', '内部流程']);
    expect(figures.above('Dimensions', 'check', 'weight')).toBe(0);
  });

  it('reads a person’s sales from the tracker, and has no data for who is not in it', () => {
    const figures = figuresFor({ person: 'Ben Carter' });
    expect([figures.column('Kpis', 'target')[0], figures.column('Kpis', 'actual')[0]]).toEqual([600000, 450000]);
    expect(figuresFor({ person: 'Nobody' }).column('Kpis', 'achievement')[0]).toBe(null);
  });

  it('has neither score nor grade before there is data', () => {
    const figures = figuresFor({ samples: false, fromTracker: false });
    expect([figures.parameter('Score'), figures.parameter('Grade')]).toEqual(['', '']);
  });
});
