import { describe, expect, it } from 'vitest';
import { askedIn, importOf, rowsTold } from '../support/imports.ts';

const DAY = '2026-03-05';

describe('rows that say of themselves that they are no sales', () => {
  it.each([
    ['指标', '目标', '实际'],
    ['Measure', 'Target', 'Actual'],
    ['Scenario', 'Budget', 'Actual'],
    ['Version', 'Plan', 'Ist'],
    ['Series', 'Forecast', 'Actual'],
    ['Metric', 'Quantity', 'Sales'],
  ])('%s: %s is asked about beside %s, and left out with its sum', async (heading, aimed, actual) => {
    const rows = [`Owner,${heading},Amount,Date`, `Anna,${aimed},100,${DAY}`, `Anna,${actual},90,${DAY}`];
    expect(askedIn(await importOf(rows))).toEqual([`kind: ${heading} · ${aimed}`]);
    const outcome = await importOf(rows, { answers: { kinds: { [`${heading}: ${aimed}`]: 'leave' } } });
    expect([outcome.sums.all, outcome.left.kind, outcome.questions]).toEqual([90, { count: 1, amount: 100 }, []]);
    expect(rowsTold(outcome)).toBe(2);
    const counted = await importOf(rows, { answers: { kinds: { [`${heading}: ${aimed}`]: 'count' } } });
    expect([counted.sums.all, counted.questions]).toEqual([190, []]);
  });

  it.each([
    ['业务类型', '销售退货', '销售出库'],
    ['是否作废', '是', '否'],
    ['Billing Type', 'Credit memo', 'Invoice'],
    ['IsDeleted', 'true', 'false'],
    ['Cancelled', '1', '0'],
    ['是否有效', '否', '是'],
    ['Approved', 'No', 'Yes'],
    ['审核结论', '审核不通过', '审核通过'],
    ['Document type', 'Credit', 'Invoice'],
    ['收支类型', '支出', '收入'],
    ['Dr/Cr', 'DR', 'CR'],
    ['Sign', '-', '+'],
    ['借贷方向', '借', '贷'],
  ])('%s: %s is asked about', async (heading, back, kept) => {
    const rows = [`Owner,${heading},Amount,Date`, `Anna,${back},100,${DAY}`, `Anna,${kept},90,${DAY}`];
    expect(askedIn(await importOf(rows))).toEqual([`kind: ${heading} · ${back}`]);
  });

  it('asks about what was made void in a column of its own', async () => {
    const rows = [
      '业务员,单据状态,作废状态,金额,日期',
      `张伟,已审核,已作废,100,${DAY}`,
      `张伟,已审核,未作废,90,${DAY}`,
    ];
    expect(askedIn(await importOf(rows))).toEqual(['kind: 作废状态 · 已作废']);
  });

  it('asks about a day on which a deal was cancelled', async () => {
    const rows = ['Owner,Cancelled at,Amount,Date', `Anna,${DAY},100,${DAY}`, `Ben,,90,${DAY}`];
    const [question] = (await importOf(rows)).questions;
    expect(question?.text).toBe('“Cancelled at” is filled in 1 row (100 in sum): does it count?');
    expect((await importOf(rows, { answers: { kinds: { 'Cancelled at: ': 'leave' } } })).sums.all).toBe(90);
  });

  it('asks about lost reasons and likelihoods where no column says what was won', async () => {
    const lost = ['Owner,Amount,Date,Lost reason', `Anna,100,${DAY},`, `Ben,50,${DAY},Price`];
    expect(askedIn(await importOf(lost))).toEqual(['kind: Lost reason · ']);
    for (const [all, some] of [
      ['100%', '60%'],
      ['1', '0.6'],
      ['100', '60'],
    ]) {
      const rows = ['Owner,Amount,Date,Probability', `Anna,100,${DAY},${all}`, `Ben,50,${DAY},${some}`];
      expect(askedIn(await importOf(rows))).toEqual(['kind: Probability · < 100%']);
      const won = await importOf(rows, { answers: { kinds: { 'Probability: < 100%': 'leave' } } });
      expect([won.sums.all, won.left.kind?.amount]).toEqual([100, 50]);
    }
    const staged = ['Owner,Stage,Amount,Date,Probability', `Anna,Won,100,${DAY},90%`];
    expect(askedIn(await importOf(staged))).toEqual([]);
  });

  it.each(['Target', 'Variance', 'Last year', 'Average per rep', '目标', '人均', '差额', '去年同期'])(
    '%s is nobody who sold',
    async name => {
      const rows = [`销售员,金额,日期`, `张伟,100,${DAY}`, `${name},40,${DAY}`];
      expect(askedIn(await importOf(rows))).toEqual([`kind: 销售员 · ${name}`]);
      const { sums } = await importOf(rows, { answers: { kinds: { [`销售员: ${name}`]: 'leave' } } });
      expect(sums.person).toEqual({ 张伟: 100 });
    },
  );

  it('takes a return that is negative already as it is', async () => {
    const rows = ['业务员,业务类型,金额,日期', `张伟,销售出库,1000,${DAY}`, `张伟,销售退货,-200,${DAY}`];
    const { sums, questions } = await importOf(rows);
    expect([sums.all, questions]).toEqual([800, []]);
    const left = await importOf(rows, { answers: { kinds: { '业务类型: 销售退货': 'leave' } } });
    expect(left.sums.all).toBe(800);
  });

  it('asks nothing about products, lost deals and words that stand beside no actuals', async () => {
    const asked = async (...rows: string[]) => askedIn(await importOf(rows));
    expect(await asked('Owner,Tier,Amount,Date', `Anna,Budget,100,${DAY}`, `Ben,Premium,50,${DAY}`)).toEqual([]);
    expect(await asked('Owner,Product,Amount,Date', `Anna,Test,100,${DAY}`, `Ben,Scan,50,${DAY}`)).toEqual([]);
    expect(await asked('Owner,Payment,Amount,Date', `Anna,Credit,100,${DAY}`, `Ben,Debit,50,${DAY}`)).toEqual([]);
    expect(await asked('Owner,Version,Amount,Date', `Anna,Discount Edition,100,${DAY}`)).toEqual([]);
    expect(await asked('Owner,Stage,Reason,Amount,Date', `Anna,Lost,Cancelled,100,${DAY}`)).toEqual([]);
  });

  it('does not compare a total with what was left out', async () => {
    const rows = ['Owner,Measure,Amount,Date', `Anna,Target,100,${DAY}`, `Anna,Actual,90,${DAY}`, 'Total,,90,'];
    const { questions, totals } = await importOf(rows, { answers: { kinds: { 'Measure: Target': 'leave' } } });
    expect([questions, totals[0]?.sum]).toEqual([[], 90]);
  });
});

describe('what was paid back', () => {
  it('in a column of its own is said', async () => {
    const rows = ['Owner,Amount,Amount Refunded,Date', `Anna,100,30,${DAY}`, `Ben,50,0,${DAY}`];
    const { sums, warnings } = await importOf(rows);
    expect(sums.all).toBe(150);
    expect(warnings).toContain('“Amount Refunded” has figures in 1 row, 30 in sum: they are not taken off the amounts');
  });
});
