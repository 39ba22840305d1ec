import { describe, expect, it } from 'vitest';
import { survey } from '../../src/templates/survey.ts';
import { logRows } from '../support/logs.ts';
import { figuresOf, specOf } from '../support/planning.ts';

const answer = (date: string, region: string, nps: number | undefined, csat: number | undefined) => ({
  date,
  customer: 'C',
  region,
  nps,
  csat,
});

const ANSWERS = [
  answer('2026-01-05', 'North', 10, 5),
  answer('2026-01-31', 'North', 9, 4),
  answer('2026-02-01', 'North', 6, 3),
  answer('2026-02-10', 'South', 8, undefined),
  answer('2026-02-11', 'South', undefined, 2),
];

const given = { start: '2026-01-01', responses: ANSWERS };

describe('survey', () => {
  it('counts promoters, detractors and satisfied customers, and skips the answers left blank', () => {
    const figures = figuresOf(specOf(survey, 'en', given), 'en');
    const all = (key: string) => figures.above('Regions', 'total', key);
    // Two promoters and one detractor among four; two satisfied among four.
    expect([all('answers'), all('promoters'), all('detractors'), all('nps'), all('csat')]).toEqual([4, 2, 1, 25, 0.5]);
  });

  it('gives the margin of error of NPS: 1.96 × 100 × √((p + d − (p − d)²) ÷ n)', () => {
    const figures = figuresOf(specOf(survey, 'en', given), 'en');
    expect(figures.above('Regions', 'margin', 'nps')).toBeCloseTo(195.996 * Math.sqrt((0.75 - 0.0625) / 4), 2);
  });

  it('gives the same figures by region as over all of them, by built-in functions', () => {
    const figures = figuresOf(specOf(survey, 'en', given), 'en');
    expect(figures.column('Regions', 'group').slice(0, 2)).toEqual(['North', 'South']);
    expect(figures.column('Regions', 'answers').slice(0, 2)).toEqual([3, 1]);
    expect(Number(figures.column('Regions', 'nps')[0])).toBeCloseTo(100 / 3, 10);
    expect(figures.column('Regions', 'nps')[1]).toBe(0);
    expect(figures.column('Regions', 'csat').slice(0, 2)).toEqual([2 / 3, 0]);
    expect(figures.column('Regions', 'bar').slice(0, 2)).toEqual([2 / 3, 0]);
  });

  it('gives the figures by month, from the first of twelve', () => {
    const figures = figuresOf(specOf(survey, 'en', given), 'en');
    expect(figures.column('Months', 'answers')).toEqual([2, 2, ...Array(10).fill(0)]);
    expect(figures.column('Months', 'nps').slice(0, 3)).toEqual([100, -50, '']);
  });

  it('shows a cross where an answer belongs to no region or month of the tables', () => {
    const strangers = [...ANSWERS, answer('2024-12-31', 'North', 5, 5)];
    const figures = figuresOf(specOf(survey, 'en', { ...given, responses: strangers }), 'en');
    expect(figures.above('Months', 'check', 'answers')).toBe(1);
    expect(figures.above('Regions', 'check', 'answers')).toBe(0);
  });

  it('has samples of NPS 30 and 70 % satisfied, on either scale', () => {
    for (const scale of ['5', '10']) {
      const figures = figuresOf(specOf(survey, 'zh', { scale }), 'zh');
      expect(figures.above('Regions', 'total', 'nps')).toBe(30);
      expect(figures.above('Regions', 'total', 'csat')).toBe(0.7);
      expect(figures.column('Breakdown', 'group')).toEqual(['组别', '推荐者', '中立者', '贬损者']);
    }
  });

  it('takes 10,000 answers', () => {
    const figures = figuresOf(specOf(survey, 'en', logRows('survey', 10000, 'en')), 'en');
    expect(figures.above('Regions', 'total', 'answers')).toBe(10000);
    expect(figures.above('Regions', 'check', 'answers')).toBe(0);
    expect(figures.above('Months', 'check', 'answers')).toBe(0);
  });
});
