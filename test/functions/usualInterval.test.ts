import { describe, expect, it } from 'vitest';
import { churnRisk } from '../../src/functions/churnRisk.ts';
import { usualInterval } from '../../src/functions/usualInterval.ts';
import { column } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

const customers = column('Ann', 'Ben', 'Ann', 'Ann', 'Ben', 'Cai');
const dates = column(100, 100, 110, 150, 118, 130);

describe('USUAL_INTERVAL(names, customers, dates)', () => {
  it('answers each customer’s own median, in the order of the names', () => {
    expectSame(usualInterval.call([column('Ben', 'Ann'), customers, dates]), column(18, 25));
    expectSame(usualInterval.call([[['Ann', 'Ben']], customers, dates]), [[25, 18]]);
  });

  it('gives who bought on one day only the median of all intervals', () => {
    // 10, 40 and 18 days.
    expectSame(usualInterval.call([column('Cai'), customers, dates]), column(18));
  });

  it('leaves a blank beside a blank name, beside who never ordered, and where nobody came back', () => {
    expectSame(usualInterval.call([column(null, 'Dan', 'Ann'), customers, dates]), column(null, null, 25));
    expectSame(usualInterval.call([column('Ann'), column('Ann', 'Ben'), column(100, 120)]), column(null));
    expectSame(usualInterval.call([column('Ann'), column(null), column(null)]), column(null));
  });

  it('takes spellings of one name for one customer, and the orders of one day for one purchase', () => {
    const same = column('ann', 'ANN ', 'Ａｎｎ');
    expectSame(usualInterval.call([column('Ann', ' ann'), same, column(100.2, 100.9, 130)]), column(30, 30));
  });

  it('takes no name for a heading, and reads a header over the orders', () => {
    const orders = [column('Customer', 'A', 'A'), column('Date', 100, 112)];
    expectSame(usualInterval.call([column('Customer', 'A'), ...orders]), column(null, 12));
  });

  it('is what CHURN_RISK says', () => {
    const risk = churnRisk.call([customers, dates, 200]);
    const rows = Array.isArray(risk) ? risk.slice(1) : [];
    expect(rows).toHaveLength(3);
    const names = rows.map(([name = null]) => [name]);
    expectSame(
      usualInterval.call([names, customers, dates]),
      rows.map(([, , usual = null]) => [usual]),
    );
  });

  it('names the argument and the row of what does not fit', () => {
    const who = column('A');
    expectError(usualInterval.call([who, column('A', 'A'), column(1, '2.1')]), '#VALUE!', 'dates: row 2', '"2.1"');
    expectError(usualInterval.call([who, customers, column(1)]), '#VALUE!', 'customers is 6×1, dates is 1×1');
  });
});
