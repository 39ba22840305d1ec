import { describe, expect, it } from 'vitest';
import { lines, outcomeFrom } from '../support/outcome.ts';

describe('a unit in a heading', () => {
  it.each([
    ['Verkäufer;Umsatz (T€);Datum', 1_500],
    ['Verkäufer;Umsatz in TEUR;Datum', 1_500],
    ['Verkäufer;Umsatz in Mio. €;Datum', 1_500_000],
    ['Commercial;CA (k€);Date', 1_500],
    ["Rep;Revenue $'000;Close Date", 1_500],
    ['Rep;Revenue ($ mil);Close Date', 1_500_000],
    ['Rep;Revenue in millions;Close Date', 1_500_000],
    ['Rep;Sales in Rs Cr;Close Date', 15_000_000],
    ['担当者;売上（千円）;受注日', 1_500],
    ['業務員;金額（萬元）;成交日期', 15_000],
    ['销售员;金额_百万元;成交日期', 1_500_000],
  ])('%s is applied and said', async (heading, sum) => {
    const { sums, questions, warnings } = await outcomeFrom(lines(heading, 'A;1.5;2026-03-15'));
    expect([sums.all, questions.length]).toEqual([sum, 0]);
    expect(warnings.join()).toContain(`multiplied by ${sum / 1.5}`);
  });
});

describe('a unit that stands elsewhere', () => {
  it('in traditional characters above the table', async () => {
    const { sums } = await outcomeFrom(lines('單位：萬元', '業務員,金額,成交日期', '陳,1.5,2026-03-15'));
    expect(sums.all).toBe(15_000);
  });

  it('below the table', async () => {
    const { sums, warnings } = await outcomeFrom(lines('销售员,金额,成交日期', '张三,1.5,2026-03-15', '单位：万元'));
    expect(sums.all).toBe(15_000);
    expect(warnings.join()).toContain('“单位：万元” stands beside the table');
  });

  it('in a line of its own below the headings', async () => {
    const { sums, bad, left, file } = await outcomeFrom(
      lines('销售员,金额,成交日期', ',万元,', '张三,1.5,2026-03-15', '李四,2,2026-03-16'),
    );
    expect([sums.all, bad.length, left.heading?.count, file?.rows]).toEqual([35_000, 0, 1, 3]);
  });

  it('in a column of its own, row by row', async () => {
    const rows = ['张三,1.5,万元,2026-03-15', '李四,1500,元,2026-03-16', '王五,2,千元,2026-03-17'];
    const { sums, warnings } = await outcomeFrom(lines('销售员,金额,单位,成交日期', ...rows));
    expect(sums.person).toEqual({ 张三: 15_000, 李四: 1500, 王五: 2000 });
    expect(warnings.join()).toContain('“单位” gives the unit');
    // Boxes are no money, and a heading that gives the unit has said it.
    expect((await outcomeFrom(lines('销售员,金额,单位,成交日期', '张三,15,箱,2026-03-15'))).sums.all).toBe(15);
    expect((await outcomeFrom(lines('销售员,金额（万元）,单位,成交日期', '张三,15,万元,2026-03-15'))).sums.all).toBe(
      150_000,
    );
  });
});
