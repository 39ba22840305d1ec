import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { close, closed, Ledger } from '../../src/month/figures/history.ts';
import { monthFigures } from '../../src/month/figures/monthFigures.ts';
import type { Deal } from '../../src/month/import/deal.ts';
import { type HistoryRow, historyCells, type MonthFigure, readHistory } from '../../src/sheets/history.ts';
import { deal, JANUARY, someDeals } from '../support/deals.ts';

const SEED = { seed: 11, numRuns: 150 };
const STAMP = { source: 'crm.csv', closedAt: 45700 };
const LATER = { source: 'crm again.csv', closedAt: 45800 };

const closedWith = (history: readonly HistoryRow[], deals: readonly Deal[], stamp = STAMP): HistoryRow[] =>
  closed(history, close(history, monthFigures(deals), stamp));
/** What holds, without where it came from. */
const figuresIn = (history: readonly HistoryRow[]): string[] =>
  history
    .filter(({ status, actual }) => status === 'current' && actual !== 0)
    .map(({ period, unitType, unit, metric, target, actual }) =>
      JSON.stringify({ period, unitType, unit, metric, target, actual }),
    )
    .sort();
const figure = (given: Partial<MonthFigure>): MonthFigure => ({
  period: '2025-01',
  unitType: 'person',
  unit: 'Anna',
  metric: 'sales',
  target: 100,
  actual: 90,
  ...given,
});

describe('close()', () => {
  it('appends the figures of a month with their source and stamp', () => {
    const history = closedWith([], [deal({ person: 'Anna', region: 'East', product: 'A', amount: 12.5 })]);
    expect(
      history.map(({ period, unitType, unit, metric, actual }) => [period, unitType, unit, metric, actual]),
    ).toEqual([
      ['2025-01', 'company', '', 'sales', 12.5],
      ['2025-01', 'company', '', 'deals', 1],
      ['2025-01', 'region', 'East', 'sales', 12.5],
      ['2025-01', 'region', 'East', 'deals', 1],
      ['2025-01', 'product', 'A', 'sales', 12.5],
      ['2025-01', 'product', 'A', 'deals', 1],
      ['2025-01', 'person', 'Anna', 'sales', 12.5],
      ['2025-01', 'person', 'Anna', 'deals', 1],
    ]);
    expect(history.every(row => row.source === 'crm.csv' && row.closedAt === 45700 && row.status === 'current')).toBe(
      true,
    );
  });

  it('ends what was invented to show the sheet, in either language, with the first real month', () => {
    const invented = ['Sample data', '示例数据'].map(
      (source, index): HistoryRow => ({
        ...figure({ period: index === 0 ? '2025-01' : '2024-12' }),
        source,
        closedAt: 45690,
        status: 'current',
      }),
    );
    const history = [...invented, ...closedWith([], [deal({ person: 'Ben', amount: 7, month: JANUARY - 1 })])];
    const closing = close(history, [figure({ actual: 50 })], STAMP);
    expect(closing).toMatchObject({ supersede: [0, 1], samples: 2, restated: [] });
    expect(closing.append).toEqual([{ ...figure({ actual: 50 }), ...STAMP, status: 'current' }]);
    expect(close(history, [], STAMP).supersede).toEqual([]);
    expect(close(closed(history, closing), [figure({ actual: 50 })], LATER)).toMatchObject({ append: [], samples: 0 });
  });

  it('changes nothing when a month is closed twice, whatever else is in the history', () => {
    fc.assert(
      fc.property(someDeals, someDeals, (earlier, deals) => {
        const history = closedWith(closedWith([], earlier), deals);
        const again = close(history, monthFigures(deals), LATER);
        expect(again.append).toEqual([]);
        expect(again.supersede).toEqual([]);
      }),
      SEED,
    );
  });

  it('comes to the same in whatever order the deals come and the months are closed', () => {
    const orders = someDeals.chain(deals =>
      fc.tuple(fc.constant(deals), fc.shuffledSubarray(deals, { minLength: deals.length })),
    );
    fc.assert(
      fc.property(orders, ([deals, shuffled]) => {
        let history: HistoryRow[] = [];
        for (const month of [2, 0, 3, 1])
          history = closedWith(
            history,
            shuffled.filter(row => row.month === JANUARY + month),
          );
        expect(figuresIn(history)).toEqual(figuresIn(closedWith([], deals)));
      }),
      SEED,
    );
  });

  it('restates a month: the new figures hold, the old rows stay and are marked', () => {
    fc.assert(
      fc.property(someDeals, someDeals, (first, second) => {
        const oneMonth = (deals: readonly Deal[]): Deal[] => deals.map(row => ({ ...row, month: JANUARY }));
        const before = closedWith([], oneMonth(first));
        const restated = closedWith(before, oneMonth(second), LATER);
        // A month without a single deal closes nothing.
        if (monthFigures(oneMonth(second)).length === 0) return;
        const kept = restated.slice(0, before.length);
        expect(kept.map(row => ({ ...row, status: 'current' }))).toEqual(before);
        const covered = new Set(monthFigures(oneMonth(second)).map(row => row.unitType));
        const wanted = figuresIn(closedWith([], oneMonth(second)));
        expect(figuresIn(restated).filter(row => covered.has(JSON.parse(row).unitType))).toEqual(wanted);
      }),
      SEED,
    );
  });

  it('says what a restatement changes', () => {
    const before = closed([], close([], [figure({ actual: 90 })], STAMP));
    const closing = close(before, [figure({ actual: 95 })], LATER);
    expect(closing.supersede).toEqual([0]);
    expect(closing.restated.map(change => [change.before.actual, change.after.actual])).toEqual([[90, 95]]);
    expect(closed(before, closing).map(({ actual, status, source }) => [actual, status, source])).toEqual([
      [90, 'superseded', 'crm.csv'],
      [95, 'current', 'crm again.csv'],
    ]);
  });

  it('restates what vanished to 0, once', () => {
    const before = closed([], close([], [figure({}), figure({ unit: 'Ben' })], STAMP));
    const closing = close(before, [figure({})], LATER);
    expect(closing.append.map(({ unit, actual }) => [unit, actual])).toEqual([['Ben', 0]]);
    expect(close(closed(before, closing), [figure({})], LATER).append).toEqual([]);
  });

  it('leaves other months and other kinds of units alone', () => {
    const before = closed(
      [],
      close([], [figure({}), figure({ period: '2024-12' }), figure({ unitType: 'region', unit: 'East' })], STAMP),
    );
    expect(close(before, [figure({})], LATER)).toMatchObject({ append: [], supersede: [], unchanged: 1 });
  });

  it('keeps a target that is not known now', () => {
    const before = closed([], close([], [figure({ target: 100 })], STAMP));
    expect(close(before, [figure({ target: null })], LATER)).toMatchObject({ append: [], unchanged: 1 });
    expect(close(before, [figure({ target: null, actual: 95 })], LATER).append[0]?.target).toBe(100);
  });

  it('restates a target that is another one now, where the sales are the same', () => {
    const before = closed([], close([], [figure({ target: 100 })], STAMP));
    const { append, supersede } = close(before, [figure({ target: 120 })], LATER);
    expect(append.map(({ target, actual }) => [target, actual])).toEqual([[120, 90]]);
    expect(supersede).toEqual([0]);
  });

  it('names the rows that are marked from the top down', () => {
    const before = closed([], close([], [figure({}), figure({ unit: 'Ben' }), figure({ unit: 'Cy' })], STAMP));
    expect(close(before, [figure({ unit: 'Cy', actual: 1 }), figure({ unit: 'Ben' })], LATER).supersede).toEqual([
      0, 2,
    ]);
  });

  it('lets the last of doubled rows hold', () => {
    const [row] = closed([], close([], [figure({})], STAMP));
    if (!row) throw new Error('there is no row');
    expect(close([row, row], [figure({})], LATER)).toMatchObject({ append: [], supersede: [0] });
  });

  it('lets the last of doubled rows hold where the unit has vanished and stands at 0 already, too', () => {
    const zero = { ...figure({ unit: 'Ben', actual: 0 }), ...STAMP, status: 'current' } as const;
    const { append, supersede, unchanged } = close([zero, zero], [figure({})], LATER);
    expect([append.map(({ unit }) => unit), supersede, unchanged]).toEqual([['Anna'], [0], 1]);
  });

  it('takes spellings that a sheet takes for one as one', () => {
    const before = closed([], close([], [figure({})], STAMP));
    expect(close(before, [figure({ unit: ' ANNA' })], LATER)).toMatchObject({ append: [], unchanged: 1 });
  });

  it('looks at rows that hold only: a superseded one is neither the same nor taken for what was known', () => {
    const old: HistoryRow = { ...figure({ actual: 90, target: 80 }), ...STAMP, status: 'superseded' };
    const again = close([old], [figure({ actual: 90, target: null })], LATER);
    expect(again.append).toEqual([{ ...figure({ actual: 90, target: null }), ...LATER, status: 'current' }]);
    expect([again.supersede, again.restated, again.unchanged]).toEqual([[], [], 0]);
  });

  it('keeps a target where it is not known now, of the same metric only', () => {
    const sales: HistoryRow = { ...figure({ target: 100, actual: 90 }), ...STAMP, status: 'current' };
    const deals: HistoryRow = { ...figure({ metric: 'deals', target: 7, actual: 3 }), ...STAMP, status: 'current' };
    const { append, restated } = close([sales, deals], [figure({ target: null, actual: 95 })], LATER);
    expect(append.map(({ metric, target, actual }) => [metric, target, actual])).toEqual([['sales', 100, 95]]);
    expect(restated.map(({ before, after }) => [before.actual, after.actual])).toEqual([[90, 95]]);
  });

  it('restates somebody who is not in the figures any more as 0, and nobody of another metric', () => {
    const anna: HistoryRow = { ...figure({}), ...STAMP, status: 'current' };
    const collected: HistoryRow = { ...figure({ metric: 'collected', actual: 5 }), ...STAMP, status: 'current' };
    const none: HistoryRow = { ...figure({ unit: 'Cy', actual: null }), ...STAMP, status: 'current' };
    const result = close([anna, collected, none], [figure({ unit: 'Ben', actual: 1 })], LATER);
    expect(result.append.map(({ unit, metric, actual }) => [unit, metric, actual])).toEqual([
      ['Ben', 'sales', 1],
      ['Anna', 'sales', 0],
    ]);
    expect(result.supersede).toEqual([0]);
    expect(result.unchanged).toBe(1);
  });
});

describe('Ledger', () => {
  it('finds the figures that hold', () => {
    const history = closed(closed([], close([], [figure({})], STAMP)), close([], [figure({ actual: 95 })], LATER));
    const restated = closed(
      closed([], close([], [figure({})], STAMP)),
      close(closed([], close([], [figure({})], STAMP)), [figure({ actual: 95 })], LATER),
    );
    expect(new Ledger(restated).find('2025-01', 'person', 'anna', 'sales')?.actual).toBe(95);
    expect(new Ledger(history).periods).toEqual(['2025-01']);
    expect(new Ledger([]).find('2025-01', 'person', 'Anna', 'sales')).toBeUndefined();
  });

  it('lists the figures of one kind and one metric, and its periods in order', () => {
    const figures = [
      figure({ period: '2025-02', actual: 1 }),
      figure({ period: '2025-01', actual: 2 }),
      figure({ period: '2025-01', actual: 3, metric: 'deals' }),
      figure({ period: '2025-01', actual: 4, unitType: 'region' }),
    ];
    const ledger = new Ledger(closed([], close([], figures, STAMP)));
    expect(ledger.all('person', 'sales').map(({ actual }) => actual)).toEqual([1, 2]);
    expect(ledger.all('region', 'sales').map(({ actual }) => actual)).toEqual([4]);
    expect(ledger.all('person', 'quantity')).toEqual([]);
    expect(ledger.periods).toEqual(['2025-01', '2025-02']);
  });
});

describe('historyCells(), readHistory()', () => {
  it('write and read a history in either language', () => {
    fc.assert(
      fc.property(someDeals, fc.constantFrom('en' as const, 'zh' as const), (deals, language) => {
        const history = closedWith(closedWith([], deals), deals.slice(1), LATER);
        const read = readHistory(history.map(row => historyCells(row, language)));
        expect(read.rows).toEqual(history);
        expect(read.places).toEqual(history.map((_, place) => place));
      }),
      SEED,
    );
  });

  it('leave blank rows and rows of the user alone', () => {
    const [row] = closed([], close([], [figure({})], STAMP));
    if (!row) throw new Error('there is no row');
    const read = readHistory([[null, ''], historyCells(row, 'en'), ['my own note'], historyCells(row, 'zh')]);
    expect(read.places).toEqual([1, 3]);
    expect(read.foreign).toEqual([2]);
  });
});
