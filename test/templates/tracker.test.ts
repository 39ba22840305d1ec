import { describe, expect, it } from 'vitest';
import { tracker } from '../../src/templates/tracker.ts';
import { figuresOf, specOf } from '../support/planning.ts';

describe('tracker', () => {
  it('gives the achievements, gaps and lights of the worked rows', () => {
    const figures = figuresOf(specOf(tracker, 'en'), 'en');
    expect(figures.column('Rows', 'achievement').slice(0, 3)).toEqual([1.05, 0.75, 1.1]);
    expect(figures.column('Rows', 'gap').slice(0, 3)).toEqual([40000, -150000, 30000]);
    expect(figures.column('Rows', 'light')).toEqual([
      'green',
      'red',
      'green',
      'amber',
      'amber',
      'amber',
      'green',
      'no data',
    ]);
  });

  it('writes the lights in Chinese on a Chinese sheet', () => {
    expect(figuresOf(specOf(tracker, 'zh'), 'zh').column('Rows', 'light').slice(0, 2)).toEqual(['绿', '红']);
  });

  it('adds up targets and actuals, and measures the one by the other', () => {
    const figures = figuresOf(specOf(tracker, 'en'), 'en');
    const total = (key: string) => figures.above('Rows', 'total', key);
    expect([total('target'), total('actual'), total('gap')]).toEqual([4300000, 3755000, -545000]);
    expect(total('achievement')).toBeCloseTo(3755000 / 4300000, 12);
  });

  it('leaves blanks where there are no actuals', () => {
    const figures = figuresOf(specOf(tracker, 'en', { samples: false }), 'en');
    expect(new Set(figures.column('Rows', 'achievement'))).toEqual(new Set([null]));
    expect(new Set(figures.column('Rows', 'light'))).toEqual(new Set(['no data']));
  });
});
