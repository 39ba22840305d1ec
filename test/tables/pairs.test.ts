import { describe, expect, it } from 'vitest';
import { lines, outcomeFrom } from '../support/outcome.ts';

describe('year and month in a column each', () => {
  it.each([
    ['Year,Month,Rep,Amount', '2026,3,Anna,100', '2026,2,Ben,20', '2025,3,Ben,4'],
    ['Year,Month,Rep,Amount', '2026,Mar,Anna,100', '2026,February,Ben,20', '2025,March,Ben,4'],
    ['年份,月份,销售员,金额', '2026,3月,张三,100', '2026,2月,李四,20', '2025,三月,李四,4'],
    ['年,月,销售员,金额', '2026年,03,张三,100', '2026年,02,李四,20', '2025年,03,李四,4'],
    ['Month,Rep,Amount,Year', '03,Anna,100,2026', '02,Ben,20,2026', '03,Ben,4,2025'],
  ])('%s: are the month of the deal, and said', async (...file) => {
    const { sums, questions, warnings } = await outcomeFrom(lines(...file));
    expect(questions).toEqual([]);
    expect(sums.month).toEqual({ '2026-03': 100, '2026-02': 20, '2025-03': 4 });
    expect(warnings.join()).toContain('together are read as the month');
  });

  it.each(['Fiscal year', 'FY', '财年'])('%s beside a month says no date: it is asked for', async heading => {
    const { questions } = await outcomeFrom(lines(`Rep,${heading},Month,Amount`, 'Anna,2026,3,100'));
    expect(questions.map(({ about }) => about)).toContain('columns');
  });

  it('a month that is none is a bad row', async () => {
    const { bad, sums } = await outcomeFrom(
      lines('Rep,Year,Month,Amount', 'Anna,2026,3,1', 'Ben,2026,4,2', 'Cleo,2026,13,4'),
    );
    expect(bad.map(({ row, field }) => [row, field])).toEqual([[4, 'month']]);
    expect(sums.all).toBe(3);
  });

  it('a month alone is asked for its year', async () => {
    const file = lines('Month,Rep,Amount', '3,Anna,100', '2,Ben,20');
    expect((await outcomeFrom(file)).questions.map(({ about }) => about)).toContain('year');
    const { sums, questions } = await outcomeFrom(file, { answers: { year: 2026 } });
    expect(questions).toEqual([]);
    expect(sums.month).toEqual({ '2026-03': 100, '2026-02': 20 });
  });

  it('a whole date beats them', async () => {
    const { columns, sums } = await outcomeFrom(
      lines('Year,Month,Close date,Rep,Amount', '2026,4,2026-03-05,Anna,100', '2026,4,2026-03-06,Ben,20'),
    );
    expect(columns.closed).toBe('Close date');
    expect(sums.month).toEqual({ '2026-03': 120 });
  });
});

describe('closed and won as a flag each', () => {
  it.each([
    ['Owner,Close Date,Amount,IsWon,IsClosed', 'TRUE,TRUE', 'FALSE,TRUE', 'FALSE,FALSE'],
    ['Owner,Close Date,Amount,Is Won,Is Closed', '1,1', '0,1', '0,0'],
    ['负责人,结单日期,金额,是否赢单,是否关闭', '是,是', '否,是', '否,否'],
  ])('%s: closed and not won is lost', async (heading, won, lost, open) => {
    const { left, sums, warnings } = await outcomeFrom(
      lines(heading, `Anna,2026-03-04,100,${won}`, `Ben,2026-03-05,20,${lost}`, `Ben,2026-03-06,3,${open}`),
    );
    expect([sums.all, left.lost?.amount, left.open?.amount]).toEqual([100, 20, 3]);
    expect(warnings.join()).toContain('1 row closed but not won');
  });
});

describe('a blank currency beside a named one', () => {
  it('counts as the others, which is said with its sum', async () => {
    const { sums, warnings } = await outcomeFrom(
      lines(
        'Owner,Close Date,Amount,Currency',
        'Anna,2026-03-04,100,EUR',
        'Ben,2026-03-05,20,',
        'Ben,2026-03-06,3,EUR',
      ),
    );
    expect(sums.all).toBe(123);
    expect(warnings.join()).toContain('1 row without a currency, 20 in sum');
  });

  it('is not spoken of where none is named', async () => {
    const { warnings } = await outcomeFrom(
      lines('Owner,Close Date,Amount', 'Anna,2026-03-04,100', 'Ben,2026-03-05,20'),
    );
    expect(warnings.join()).not.toContain('currency');
  });
});

describe('one currency that counts', () => {
  const MIXED = [
    'Owner,Close Date,Amount,Currency',
    'Anna,2026-03-04,100,EUR',
    'Ben,2026-03-05,20,',
    'Cy,2026-03-06,3,USD',
  ];

  it('leaves out amounts without one, which is said with their sum', async () => {
    const { sums, left, warnings } = await outcomeFrom(lines(...MIXED), { answers: { currency: 'EUR' } });
    expect([sums.all, left.currency]).toEqual([100, { count: 2, amount: 23 }]);
    expect(warnings).toContain('1 row without a currency, 20 in sum: left out, as only EUR counts');
    const { warnings: han } = await outcomeFrom(lines(...MIXED), { answers: { currency: 'EUR' }, language: 'zh' });
    expect(han).toContain('1 行未注明货币，合计 20，因仅计入 EUR 而略过');
  });

  it.each([
    ['USD', '100'],
    ['CAD', '$100'],
  ])('is that of the heading (%s) for an amount written %s', async (currency, amount) => {
    const text = lines(`Owner,Close Date,Amount (${currency})`, `Anna,2026-03-04,${amount}`, 'Ben,2026-03-05,€50');
    const { sums, left } = await outcomeFrom(text, { answers: { currency } });
    expect([sums.all, left.currency?.amount]).toEqual([100, 50]);
  });
});
