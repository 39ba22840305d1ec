import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { churnRisk } from '../../src/functions/churnRisk.ts';
import { repurchaseDays } from '../../src/functions/repurchaseDays.ts';
import { column, rowsOf } from '../support/column.ts';
import { columnOf, csvRows } from '../support/csv.ts';
import { day } from '../support/days.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';
import { sharedFolder, withoutShared } from '../support/shared.ts';

interface Order {
  readonly who: string;
  readonly on: number;
}

const table = (orders: readonly Order[], asOf: number, factor = 2) =>
  churnRisk.call([column(...orders.map(({ who }) => who)), column(...orders.map(({ on }) => on)), asOf, factor, 'en']);

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

/** The definition in plain loops, customers in order of their first row that counts. */
function byLoops(orders: readonly Order[], asOf: number, factor: number) {
  const counted = orders.filter(({ on }) => on <= asOf);
  const names = counted.map(({ who }) => who).filter((who, index, all) => all.indexOf(who) === index);
  const gapsOf = (who: string): number[] => {
    const days = new Set(counted.filter(order => order.who === who).map(({ on }) => on));
    const gaps: number[] = [];
    for (const from of days) {
      for (let to = from + 1; to <= asOf; to++) {
        if (!days.has(to)) continue;
        gaps.push(to - from);
        break;
      }
    }
    return gaps;
  };
  const all = names.flatMap(gapsOf);
  const rows = names.map((who, place) => {
    const own = gapsOf(who);
    const usual = own.length > 0 ? middle(own) : all.length > 0 ? middle(all) : null;
    const silent = asOf - Math.max(...counted.filter(order => order.who === who).map(({ on }) => on));
    const risk = usual === null ? null : silent > factor * usual ? 'yes' : 'no';
    return {
      place,
      ratio: silent / (usual ?? 1),
      cells: [who, counted.filter(order => order.who === who).length, usual, silent, risk],
    };
  });
  return rows.sort((a, b) => b.ratio - a.ratio || a.place - b.place).map(({ cells }) => cells);
}

describe('CHURN_RISK(customers, dates, as_of, [factor], [language])', () => {
  it('answers who is silent for more than twice the own interval, the greatest risk first', () => {
    const orders = [
      { who: 'Ann', on: 100 },
      { who: 'Ben', on: 100 },
      { who: 'Ann', on: 110 },
      { who: 'Ann', on: 130 },
      { who: 'Ben', on: 140 },
    ];
    expectSame(table(orders, 170), [
      ['Customer', 'Orders', 'Usual interval', 'Days silent', 'At risk'],
      ['Ann', 3, 15, 40, 'yes'],
      ['Ben', 2, 40, 30, 'no'],
    ]);
  });

  it('is no risk yet exactly on the border', () => {
    const orders = [100, 110].map(on => ({ who: 'Ann', on }));
    expect(rowsOf(table(orders, 130))[1]?.[4]).toBe('no');
    expect(rowsOf(table(orders, 131))[1]?.[4]).toBe('yes');
    // 1.15 × 100 is 114.99999999999999 in binary arithmetic.
    const yearly = [100, 200].map(on => ({ who: 'Ann', on }));
    expect(rowsOf(table(yearly, 315, 1.15))[1]?.[4]).toBe('no');
    expect(rowsOf(table(yearly, 316, 1.15))[1]?.[4]).toBe('yes');
  });

  it('gives who ordered once the median interval of all, which is REPURCHASE_DAYS', () => {
    const orders = [
      { who: 'Ann', on: 100 },
      { who: 'Ann', on: 110 },
      { who: 'Ann', on: 150 },
      { who: 'Ben', on: 120 },
      { who: 'Ben', on: 120 },
    ];
    const ben = rowsOf(table(orders, 160)).find(([who]) => who === 'Ben');
    expect(ben).toEqual(['Ben', 2, 25, 40, 'no']);
    expect(repurchaseDays.call([column('A', 'A', 'A'), column(100, 110, 150)])).toBe(25);
  });

  it('leaves the risk open where nobody has an interval, who is silent the longest first', () => {
    const orders = ['Ann', 'Ben', 'Cai'].map((who, index) => ({ who, on: 100 + (index === 1 ? -20 : index) }));
    expect(rowsOf(table(orders, 150)).slice(1)).toEqual([
      ['Ben', 1, null, 70, null],
      ['Ann', 1, null, 50, null],
      ['Cai', 1, null, 48, null],
    ]);
  });

  it('does not count orders after as_of, nor who has no other', () => {
    const orders = [100, 110, 150].map(on => ({ who: 'Ann', on })).concat({ who: 'Ben', on: 141 });
    expect(rowsOf(table(orders, 140)).slice(1)).toEqual([['Ann', 2, 10, 30, 'yes']]);
    expect(rowsOf(table([{ who: 'Ann', on: 140.9 }], 140)).slice(1)).toEqual([['Ann', 1, null, 0, null]]);
  });

  it('reads names in any spelling, a header, and skips rows with a blank', () => {
    const rows = [column('Customer', 'ann', null, 'ANN ', 'Ben'), column('Date', 100, 105, 112, null)];
    expect(churnRisk.call([...rows, 120, null, 'zh'])).toEqual([
      ['客户', '订单数', '平时间隔', '未下单天数', '流失风险'],
      ['ann', 2, 12, 8, '否'],
    ]);
    expect(rowsOf(churnRisk.call([...rows, 200]))[1]?.[4]).toBe('yes 是');
  });

  it('gives what plain loops give, on random orders', () => {
    const order = fc.record({ who: fc.constantFrom('A', 'B', 'C', 'D'), on: fc.integer({ min: 100, max: 180 }) });
    fc.assert(
      fc.property(
        fc.array(order, { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 120, max: 190 }),
        fc.constantFrom(0.5, 1, 2, 3),
        (orders, asOf, factor) => {
          const expected = byLoops(orders, asOf, factor);
          if (expected.length === 0) expectError(table(orders, asOf, factor), '#N/A');
          else expectSame(rowsOf(table(orders, asOf, factor)).slice(1), expected);
        },
      ),
      { seed: 3 },
    );
  });

  it('answers #N/A without an order up to as_of', () => {
    expectError(table([{ who: 'Ann', on: 150 }], 140), '#N/A', 'nothing to show');
  });

  it('names the argument and the row of what does not fit', () => {
    expectError(churnRisk.call([column('A', 'B'), column(1, 'May'), 9]), '#VALUE!', 'dates: row 2', '"May"');
    expectError(churnRisk.call([column('A'), column(1), null]), '#VALUE!', 'as_of', 'expected a date');
    expectError(churnRisk.call([column('A'), column(1), 9, 0]), '#VALUE!', 'factor', 'found 0');
    expectError(churnRisk.call([column('A', 'B'), column(1), 9]), '#VALUE!', 'customers is 2×1, dates is 1×1');
  });
});

describe.skipIf(sharedFolder === undefined)(`a CRM’s won deals${withoutShared}`, () => {
  it('have the accounts at risk that plain loops find', () => {
    const won = csvRows('data/maven_crm_sales_pipeline.csv').filter(row => row.deal_stage === 'Won' && row.account);
    const orders = won.map(row => ({ who: row.account ?? '', on: day(row.close_date ?? '') }));
    const expected = byLoops(orders, day('2018-01-31'), 2);
    expectSame(rowsOf(table(orders, day('2018-01-31'))).slice(1), expected);
    expect(expected.length).toBe(new Set(columnOf(won, 'account')).size);
    expect(new Set(expected.map(([, , , , risk]) => risk))).toEqual(new Set(['yes']));
    const early = byLoops(orders, day('2017-10-01'), 2);
    expectSame(rowsOf(table(orders, day('2017-10-01'))).slice(1), early);
    expect(new Set(early.map(([, , , , risk]) => risk))).toEqual(new Set(['yes', 'no']));
  });
});
