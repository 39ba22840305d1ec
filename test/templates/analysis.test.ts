import { describe, expect, it } from 'vitest';
import { Problems } from '../../src/plan/template.ts';
import { analysis } from '../../src/templates/analysis.ts';
import { figuresOf, specOf } from '../support/planning.ts';

const typed = (language: 'en' | 'zh' = 'en') => figuresOf(specOf(analysis, language, { fromTracker: false }), language);

describe('analysis', () => {
  it('measures sales, new customers and the average deal by their targets', () => {
    const [sales, customers, deal] = typed().column('Metrics', 'achievement');
    expect(sales).toBeCloseTo(0.947, 3);
    expect([customers, deal]).toEqual([0.8, 1.04]);
  });

  it('measures churn the other way round: lower is better', () => {
    expect(typed().column('Metrics', 'achievement')[6]).toBe(0.75);
    expect(typed('zh').column('Metrics', 'achievement')[6]).toBe(0.75);
  });

  it('compares with last month and the same month of last year', () => {
    const figures = typed();
    // 1,200,000 last month, 1,100,000 this month.
    expect(figures.column('Metrics', 'monthOnMonth')[5]).toBeCloseTo(-0.083, 3);
    expect(figures.column('Metrics', 'yearOnYear')[5]).toBeCloseTo(0.1, 12);
  });

  it('reads total sales, regions and product lines from the tracker', () => {
    const figures = figuresOf(specOf(analysis, 'en'), 'en');
    expect([figures.column('Metrics', 'target')[0], figures.column('Metrics', 'actual')[0]]).toEqual([
      4300000, 3755000,
    ]);
    expect(figures.column('Regions', 'name').slice(0, 4)).toEqual(['East', 'South', 'North', 'West']);
    expect(figures.column('Regions', 'target').slice(0, 4)).toEqual([1400000, 1150000, 800000, 950000]);
    expect(figures.column('Regions', 'gap').slice(0, 4)).toEqual([-110000, -90000, -5000, -340000]);
    expect(figures.column('Products', 'achievement')[0]).toBeCloseTo(2480 / 2350, 12);
    expect([figures.above('Regions', 'check', 'actual'), figures.above('Products', 'check', 'target')]).toEqual([0, 0]);
  });

  it('reads last month and the same month of last year from the history, and types them without one', () => {
    const [read, written] = [true, false].map(fromHistory => figuresOf(specOf(analysis, 'zh', { fromHistory }), 'zh'));
    expect([read?.column('Metrics', 'lastMonth')[0], read?.column('Metrics', 'lastYear')[0]]).toEqual([
      4000000, 3600000,
    ]);
    expect(written?.column('Metrics', 'lastMonth')[0]).toBe(3900000);
    expect(specOf(analysis, 'en', { fromHistory: false }).needs?.map(({ template }) => template)).toEqual(['tracker']);
  });

  it('passes over rows of the tracker that are not filled in', () => {
    const spec = specOf(analysis, 'en');
    const needs = (spec.needs ?? []).map(({ template, names }) => {
      const longer = Object.entries(names).map(([name, cells]) => [
        name,
        cells.length > 1 ? [...cells, [null]] : cells,
      ]);
      return { template, names: Object.fromEntries(longer) };
    });
    const figures = figuresOf({ ...spec, needs }, 'en');
    expect(figures.column('Regions', 'name')).toEqual(['East', 'South', 'North', 'West']);
  });

  it('shows nothing where the tracker has no actual yet', () => {
    const spec = specOf(analysis, 'zh');
    const needs = spec.needs?.map(need => ({
      ...need,
      names: { ...need.names, Tracker_Actual: [[null]], Tracker_TotalActual: [[0]] },
    }));
    const figures = figuresOf({ ...spec, ...(needs ? { needs } : {}) }, 'zh');
    expect(figures.column('Metrics', 'achievement')[0]).toBe(null);
    expect(figures.column('Metrics', 'light')[0]).toBe('无数据');
    expect(new Set(figures.column('Regions', 'light'))).toEqual(new Set(['']));
  });

  it('says which metric is shown in a way that nobody knows', () => {
    const problems = analysis.build(
      {
        title: 'T',
        period: 'P',
        unit: 'USD',
        money: 'money',
        fromTracker: false,
        fromHistory: false,
        groups: 8,
        samples: false,
        metrics: [{ metric: 'Sales', shown: 'fraction' }],
      },
      'en',
    );
    expect(problems).toBeInstanceOf(Problems);
    expect(problems).toMatchObject({ fields: { metrics: { zh: '第 1 行：请填写金额、数量、百分比或分数。' } } });
  });
});
