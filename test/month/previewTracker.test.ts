import { describe, expect, it } from 'vitest';
import { previewingTracker, previewTracker, scopeFor } from '../../src/month/figures/previewTracker.ts';
import type { Deal } from '../../src/month/import/deal.ts';
import type { TrackerRow } from '../../src/sheets/tracker.ts';
import { deal, JANUARY } from '../support/deals.ts';
import { slicesOf } from '../support/slices.ts';

const row = (given: Partial<TrackerRow>): TrackerRow => ({
  row: 0,
  person: '',
  product: '',
  region: '',
  target: null,
  actual: null,
  hasFormula: false,
  ...given,
});
const preview = (rows: readonly TrackerRow[], deals: readonly Deal[], month = JANUARY) =>
  previewTracker({ rows, deals, month, scope: scopeFor(rows, deals), thresholds: { amberFrom: 0.8, greenAbove: 1 } });

describe('previewTracker()', () => {
  it('shows before, after, difference, and what becomes of achievement and light', () => {
    const [shown] = preview(
      [row({ person: 'Anna', target: 800000, actual: 600000 })],
      [deal({ person: 'anna', amount: 840000 })],
    ).rows;
    expect(shown).toMatchObject({
      status: 'changed',
      before: 600000,
      after: 840000,
      difference: 240000,
      standingBefore: { achievement: 0.75, light: 'red' },
      standingAfter: { achievement: 1.05, light: 'green' },
    });
  });

  it('counts the month only', () => {
    const deals = [deal({ person: 'Anna', amount: 5 }), deal({ person: 'Anna', amount: 7, month: JANUARY + 1 })];
    expect(preview([row({ person: 'Anna' })], deals).rows[0]?.after).toBe(5);
    expect(preview([row({ person: 'Anna' })], deals, JANUARY + 1).rows[0]?.after).toBe(7);
  });

  it('gives 0 to whom the file knows where nothing stands yet, and takes no figure away', () => {
    const deals = [deal({ person: 'Ben', outcome: 'lost' }), deal({ person: 'Anna', amount: 5 })];
    const rows = [
      row({ person: 'Ben' }),
      row({ row: 1, person: 'Clara', actual: 4 }),
      row({ row: 2, person: 'Dan' }),
      row({ row: 3, person: 'Anna', actual: 2 }),
    ];
    expect(preview(rows, deals).rows.map(({ status, after }) => [status, after])).toEqual([
      ['changed', 0],
      ['absent', 4],
      ['absent', null],
      ['changed', 5],
    ]);
  });

  it('asks about figures that the file says nothing about: kept, or set to 0', () => {
    const rows = [
      row({ person: 'Ben', actual: 3 }),
      row({ row: 1, person: 'Clara', actual: 4 }),
      row({ row: 2, person: 'Anna' }),
    ];
    // Ben is in the file, and won nothing; Clara belongs to another part of the month.
    const deals = [deal({ person: 'Ben', outcome: 'lost' }), deal({ person: 'Anna', amount: 5 })];
    const task = {
      rows,
      deals,
      month: JANUARY,
      scope: ['person'] as const,
      thresholds: { amberFrom: 0.8, greenAbove: 1 },
    };
    const kept = previewTracker(task);
    expect(kept.missing.map(({ person }) => person)).toEqual(['Ben', 'Clara']);
    expect(kept.rows.map(({ after }) => after)).toEqual([3, 4, 5]);
    const zero = previewTracker({ ...task, missing: 'zero' });
    expect(zero.missing.map(({ person }) => person)).toEqual(['Ben', 'Clara']);
    expect(zero.rows.map(({ after }) => after)).toEqual([0, 0, 5]);
  });

  it('names figures without a row, and what the rows take of the total', () => {
    const deals = [deal({ person: 'Anna', amount: 5 }), deal({ person: 'Zoe', amount: 7 }), deal({ amount: 1 })];
    const { withoutRow, total, taken } = preview([row({ person: 'Anna' })], deals);
    expect(withoutRow.map(({ keys, amount }) => [...keys, amount])).toEqual([
      ['', 1],
      ['Zoe', 7],
    ]);
    expect([total, taken]).toEqual([13, 5]);
  });

  it('writes neither of two rows for one, nor a formula of the user’s', () => {
    const rows = [
      row({ person: 'Anna' }),
      row({ row: 1, person: 'Anna' }),
      row({ row: 2, person: 'Ben', actual: 9, hasFormula: true }),
    ];
    const shown = preview(rows, [deal({ person: 'Anna', amount: 5 }), deal({ person: 'Ben', amount: 6 })]);
    expect(shown.rows.map(({ status }) => status)).toEqual(['duplicate', 'duplicate', 'formula']);
    expect(shown.duplicates).toEqual([[0, 1]]);
    expect(shown.taken).toBe(0);
  });

  it('writes no row that does not say whom it is for, and passes over rows that say nothing', () => {
    const deals = [deal({ person: 'Anna', product: 'A', amount: 5 }), deal({ person: 'Ben', product: 'A', amount: 6 })];
    const rows = [
      row({ person: 'Anna', product: ' ' }),
      row({ row: 1, person: 'Ben', product: 'A', actual: 6 }),
      row({ row: 2, person: ' ', region: 'East' }),
    ];
    const shown = previewTracker({
      rows,
      deals,
      month: JANUARY,
      scope: ['person', 'product'],
      thresholds: { amberFrom: 0.8, greenAbove: 1 },
    });
    expect(shown.rows.map(({ row: { person }, status, after }) => [person, status, after])).toEqual([
      ['Anna', 'incomplete', null],
      ['Ben', 'same', 6],
    ]);
    expect(shown.withoutRow.map(({ keys }) => keys)).toEqual([['Anna', 'A']]);
    expect([shown.total, shown.taken]).toEqual([11, 6]);
    expect(shown.duplicates).toEqual([]);
  });

  it('asks about no figure that a formula gives, and none that is 0', () => {
    const rows = [
      row({ person: 'Ben', actual: 3, hasFormula: true }),
      row({ row: 1, person: 'Clara', actual: 0 }),
      row({ row: 2, person: 'Dan', actual: 4 }),
      row({ row: 3, person: 'dan', actual: 4 }),
    ];
    const task = {
      rows,
      deals: [deal({ person: 'Anna', amount: 5 })],
      month: JANUARY,
      scope: ['person'] as const,
      thresholds: { amberFrom: 0.8, greenAbove: 1 },
      missing: 'zero' as const,
    };
    const { rows: shown, missing } = previewTracker(task);
    expect(missing).toEqual([]);
    expect(shown.map(({ status, after }) => [status, after])).toEqual([
      ['formula', 3],
      ['absent', 0],
      ['duplicate', 4],
      ['duplicate', 4],
    ]);
  });

  it('counts what is won only, and the difference to the last cent', () => {
    const deals = [
      deal({ person: 'Anna', amount: 0.3 }),
      deal({ person: 'Anna', amount: 9, outcome: 'lost' }),
      deal({ person: 'Anna', amount: 9, outcome: 'open' }),
    ];
    expect(preview([row({ person: 'Anna', actual: 0.1 })], deals).rows[0]).toMatchObject({
      after: 0.3,
      difference: 0.2,
    });
  });

  it('leaves a text in an actual’s cell to be seen before it is replaced', () => {
    const [shown] = preview([row({ person: 'Anna', actual: 'on leave' })], [deal({ person: 'Anna', amount: 5 })]).rows;
    expect(shown).toMatchObject({ before: 'on leave', after: 5, difference: 5 });
  });
});

describe('scopeFor()', () => {
  const deals = [deal({ person: 'Anna', product: 'A', region: 'East' })];

  it('takes the person, and product or region only where a person has several rows', () => {
    const anna = row({ person: 'Anna', product: 'A', region: 'East' });
    expect(scopeFor([anna, row({ person: 'Ben', product: 'A', region: 'East' })], deals)).toEqual(['person']);
    expect(scopeFor([anna, { ...anna, product: 'B' }], deals)).toEqual(['person', 'product']);
    expect(scopeFor([anna, { ...anna, region: 'West' }], deals)).toEqual(['person', 'region']);
    expect(scopeFor([row({ region: 'East' }), row({ region: 'West' })], deals)).toEqual(['region']);
  });

  it('gives a row for a product in a region no other product’s deals, though the region would tell the rows apart', () => {
    const rows = [row({ product: 'A', region: 'East' }), row({ product: 'B', region: 'West' })];
    expect(scopeFor(rows, deals)).toEqual(['product', 'region']);
    const sold = preview(rows, [deal({ product: 'B', region: 'East', amount: 5 })]);
    expect(sold.rows.map(({ status }) => status)).toEqual(['absent', 'absent']);
    expect(sold.withoutRow.map(({ keys, amount }) => [...keys, amount])).toEqual([['B', 'East', 5]]);
  });

  it('takes products and regions where nobody is named, and people where nothing tells the rows apart', () => {
    const units = [row({ product: 'A', region: 'East' }), row({ product: 'A', region: 'West' })];
    expect(scopeFor(units, deals)).toEqual(['product', 'region']);
    expect(scopeFor([...units, row({ product: 'B', region: 'West' })], deals)).toEqual(['product', 'region']);
    expect(scopeFor([row({ product: 'A' }), row({ product: 'B' }), row({})], deals)).toEqual(['product']);
    const anna = row({ person: 'Anna', product: 'A', region: 'East' });
    const all = [anna, { ...anna, product: 'B' }, { ...anna, region: 'West' }];
    expect(scopeFor(all, deals)).toEqual(['person', 'product', 'region']);
    expect(scopeFor([anna, anna], deals)).toEqual(['person']);
    expect(scopeFor([anna, { ...anna, person: ' ' }], deals)).toEqual(['person']);
  });

  it('does not take a column that the deals do not have', () => {
    const rows = [row({ person: 'Anna', region: 'East' }), row({ person: 'Ben', region: 'West' })];
    expect(scopeFor(rows, [deal({ region: 'East' })])).toEqual(['region']);
  });
});

describe('previewingTracker()', () => {
  it('comes to the same slice by slice, and tells how many deals are done', () => {
    const rows = ['Anna', 'Ben', 'Cy'].map((person, index) => row({ row: index, person, actual: index }));
    const deals = Array.from({ length: 9000 }, (_, index) =>
      deal({ person: ['anna', 'Ben', 'Dan'][index % 3] ?? '', amount: index }),
    );
    const thresholds = { amberFrom: 0.8, greenAbove: 1 };
    const task = { rows, deals, month: JANUARY, scope: ['person'], thresholds } as const;
    const { steps, result } = slicesOf(previewingTracker(task));
    expect(result).toEqual(previewTracker(task));
    // Twice over all deals, 2,000 at most at a time.
    expect(steps.length).toBeGreaterThanOrEqual(2 * 4);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBeLessThanOrEqual(deals.length);
  });
});
