import { describe, expect, it } from 'vitest';
import { achievementStatus } from '../../src/month/figures/status.ts';
import { greenIn } from '../../src/sheets/trackerSheet.ts';

describe('achievementStatus()', () => {
  it('exactly on the border of green is amber, or green where the sheet says so', () => {
    const borders = { amberFrom: 0.8, greenAbove: 1 };
    expect(achievementStatus(100, 100, borders)).toEqual({ achievement: 1, light: 'amber' });
    expect(achievementStatus(100, 100, { ...borders, green: 'above' }).light).toBe('amber');
    expect(achievementStatus(100, 100, { ...borders, green: 'from' }).light).toBe('green');
    expect(achievementStatus(99, 100, { ...borders, green: 'from' }).light).toBe('amber');
    expect(achievementStatus(79, 100, { ...borders, green: 'from' }).light).toBe('red');
  });

  it('without an actual or a target nobody stands anywhere', () => {
    const borders = { amberFrom: 0.8, greenAbove: 1 };
    for (const [actual, target] of [
      [null, 100],
      [100, null],
      [100, 0],
    ] as const) {
      expect(achievementStatus(actual, target, borders)).toEqual({ achievement: null, light: 'none' });
    }
  });
});

describe('greenIn()', () => {
  it('reads the cell as RAG does, in both languages', () => {
    expect(['from', '达到', '>=', 'FROM'].map(greenIn)).toEqual(['from', 'from', 'from', 'from']);
    expect(['above', '高于', '', undefined, null, 'maybe', 1].map(greenIn)).toEqual(Array(7).fill('above'));
  });
});
