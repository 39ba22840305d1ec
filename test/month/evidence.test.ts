import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/kernel/cell.ts';
import type { DealField } from '../../src/month/import/dealField.ts';
import { evidence, holdsDays } from '../../src/month/import/evidence.ts';

const of = (field: DealField, cells: readonly Cell[], heading = '') =>
  evidence(
    cells.map(cell => ['other', cell]),
    1,
    field,
    heading,
  );

describe('evidence(samples, column, field, heading)', () => {
  it('is all where the cells are what the heading says, a doubtful day among them', () => {
    expect(of('amount', ['1,234.50', 5, '12.3万'])).toBe(1);
    expect(of('closed', ['2024-03-21', '03/04/2024'])).toBe(1);
    expect(of('person', ['Anna', 'Ben'])).toBe(1);
    expect(of('id', ['1.5', '2.5'])).toBe(1);
  });

  it('is little where half of them are not, and a doubt where amounts cannot be read', () => {
    // Half of them is still enough.
    expect(of('closed', ['2024-03-21', 'soon'])).toBe(1);
    expect(of('closed', ['2024-03-21', 'soon', 'later'])).toBe(0.3);
    expect(of('amount', ['1 x', '2 y', '3 z'])).toBe(0.55);
    expect(of('amount', ['1 x', 'TBD', '3 z'])).toBe(0.3);
    expect(of('closed', ['week 1', 'week 2'])).toBe(0.3);
  });

  it('takes no figures with decimals for names', () => {
    expect(of('person', ['12.50', 7.5, '-3.25'])).toBe(0.3);
    expect(of('person', ['12.50', 7])).toBe(1);
    expect(of('person', ['12.50', 'Anna'])).toBe(1);
  });

  it('believes a heading over nothing, over a file without rows more than over blank cells', () => {
    expect(of('amount', [null, '', 'N/A'])).toBe(0.8);
    expect(of('amount', [])).toBe(0.95);
  });

  it('takes figures for no currency', () => {
    expect(of('currency', ['1,5', 3])).toBe(0);
    expect(of('currency', ['USD', 3])).toBe(1);
  });

  it('finds the column of stages by the outcomes in it: won and lost more than how far a deal has come', () => {
    expect(of('stage', ['won', 'lost'])).toBeCloseTo(1, 12);
    expect(of('stage', ['won', 'won', 'x', 'y'])).toBeCloseTo(0.95, 12);
    expect(of('stage', ['new', 'new'])).toBeCloseTo(0.95, 12);
    expect(of('stage', ['x', 'y'])).toBe(0.85);
    expect(of('stage', ['Texas', 'Ohio'], 'state')).toBe(0);
    expect(of('stage', ['won', 'lost'], 'state')).toBeCloseTo(1, 12);
    expect(of('stage', ['1', 'won'])).toBe(0);
    expect(of('stage', ['1', 'won', 'lost'])).toBeGreaterThan(0.9);
    expect(of('stage', ['1', 0], 'is won')).toBeCloseTo(0.975, 12);
    expect(of('stage', ['1', 0], 'stage')).toBe(0);
  });
});

describe('holdsDays(samples, column, heading)', () => {
  const days = (cells: readonly Cell[], heading = '') =>
    holdsDays(
      cells.map(cell => [cell]),
      0,
      heading,
    );

  it('knows days by their texts, numbers only under a heading that speaks of time', () => {
    expect(days(['2024-03-21', '03/04/2024'])).toBe(true);
    expect(days([45000, '45001'])).toBe(false);
    expect(days([45000, '45001'], 'ship date')).toBe(true);
    expect(days([45000], '签订日')).toBe(true);
    expect(days([true], 'date')).toBe(false);
    expect(days([])).toBe(false);
    expect(days([null, 'N/A'])).toBe(false);
  });

  it('asks for eight days in ten', () => {
    const cells = (good: number) => Array.from({ length: 10 }, (_, index) => (index < good ? '2024-03-21' : 'soon'));
    expect(days(cells(8))).toBe(true);
    expect(days(cells(7))).toBe(false);
  });
});
