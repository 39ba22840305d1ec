import { describe, expect, it } from 'vitest';
import { lines, outcomeFrom, withoutStages } from '../../support/outcome.ts';

describe('a year and a month in two columns', () => {
  it.each([
    ['Rep,Year,Month,Amount', 'Anna,2026,3,100', 'Ben,2026,12,200'],
    ['Rep;Jahr;Monat;Umsatz', 'Anna;2026;März;100', 'Ben;2026;Dez;200'],
    ['销售员,年,月,金额', '张伟,2026年,3月,100', '李娜,2026,十二月,200'],
    ['Rep,Order year,Order month,Amount', 'Anna,2026,March,100', 'Ben,2026,Dec,200'],
  ])('%s are the month of the deal', async (...rows) => {
    const { sums, questions, warnings } = await outcomeFrom(lines(...rows));
    expect(sums.month).toEqual({ '2026-03': 100, '2026-12': 200 });
    expect(questions).toEqual([]);
    expect(withoutStages(warnings)).toEqual([expect.stringContaining('two columns')]);
  });

  it('leave the date of the deal alone, and a month that is none is a bad row', async () => {
    const dated = lines('Rep,Close date,Year,Month,Amount', 'Anna,2026-03-05,2025,7,100');
    expect((await outcomeFrom(dated)).sums.month).toEqual({ '2026-03': 100 });
    const { bad, sums } = await outcomeFrom(
      lines('Rep,Year,Month,Amount', 'Anna,2026,3,1', 'Ben,2026,4,2', 'Cleo,2026,13,4'),
    );
    expect(bad.map(({ row, field }) => [row, field])).toEqual([[4, 'month']]);
    expect(sums.all).toBe(3);
  });

  it('say no month where the year is a fiscal one: it is asked for', async () => {
    const { questions } = await outcomeFrom(lines('Rep,Fiscal year,Month,Amount', 'Anna,2026,3,100'));
    expect(questions.map(({ about }) => about)).toContain('columns');
  });
});

describe('won and closed as two columns of yes and no', () => {
  it.each([
    ['Owner,IsWon,IsClosed,Close Date,Amount', 'TRUE,TRUE', 'FALSE,TRUE', 'FALSE,FALSE'],
    ['Owner,Won,Closed,Close Date,Amount', '1,1', '0,1', '0,0'],
    ['销售员,是否赢单,是否关闭,成交日期,金额', '是,是', '否,是', '否,否'],
  ])('%s tell lost deals from open ones', async (heading, won, lost, open) => {
    const text = lines(heading, `A,${won},2026-03-01,100`, `B,${lost},2026-03-01,20`, `C,${open},2026-03-01,7`);
    const { sums, left } = await outcomeFrom(text);
    expect(sums.all).toBe(100);
    expect([left.lost, left.open]).toEqual([
      { count: 1, amount: 20 },
      { count: 1, amount: 7 },
    ]);
  });

  it('say nothing where the stage has a name', async () => {
    const text = lines('Owner,StageName,IsWon,IsClosed,Close Date,Amount', 'A,Closed Won,TRUE,TRUE,2026-03-01,100');
    expect((await outcomeFrom(text)).warnings.join()).not.toContain('counts as lost');
  });
});

describe('amounts that name no currency', () => {
  it('beside one that is named count as it, and that is said with their sum', async () => {
    const text = lines('Owner,Currency,Close Date,Amount,Stage', 'A,USD,2026-03-01,100,Won', 'B,,2026-03-01,20,Won');
    const { sums, warnings } = await outcomeFrom(text);
    expect(sums.all).toBe(120);
    expect(warnings).toEqual(['1 row names no currency and counts as USD: 20 in sum.']);
  });

  it('are not told where nothing names one, or what they come to is nothing', async () => {
    const plain = lines('Owner,Currency,Close Date,Amount,Stage', 'A,,2026-03-01,100,Won');
    expect((await outcomeFrom(plain)).warnings).toEqual([]);
    const zero = lines('Owner,Currency,Close Date,Amount,Stage', 'A,USD,2026-03-01,1,Won', 'B,,2026-03-01,0,Won');
    expect((await outcomeFrom(zero)).warnings).toEqual([]);
  });
});

describe('headings over two lines', () => {
  it('are told apart by their group, and a plan is never taken for what was sold', async () => {
    const years = lines(',,2026,,2025,', 'Owner,Region,Sales,Target,Sales,Target', 'Anna,East,100,120,90,95');
    const { columns, questions } = await outcomeFrom(years);
    expect(columns.amount).toBe('2026 Sales');
    expect(questions.map(({ about }) => about)).toContain('column');
    const plan = lines(',,Plan,,Actual,', 'Owner,Date,Sales,Qty,Sales,Qty', 'Anna,2026-03-01,100,1,90,2');
    expect((await outcomeFrom(plan)).columns.amount).not.toBe('Plan Sales');
  });
});
