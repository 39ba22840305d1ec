import { describe, expect, it } from 'vitest';
import { monthOf } from '../../src/month/period.ts';
import { sumRows } from '../../src/month/sumRows.ts';
import { deal } from '../support/deals.ts';
import { askedIn, importOf, rowsTold } from '../support/imports.ts';

const MARCH = { month: monthOf('2026-03') };
const DAY = '2026-03-05';

describe('a total in a file without dates', () => {
  it.each([
    'Total',
    'TTL',
    'Tot.',
    'Σ',
    'Total sales',
    'Total company',
    'March Total',
    'Total (3 reps)',
    'All reps',
    'Insgesamt',
    'Razem',
    'Celkem',
    'Összesen',
    'Genel Toplam',
    'Общий итог',
    '합계',
    '计',
    '合计金额',
    '合计（元）',
    '总额',
    '销售额合计',
    '3月份合计',
    '合计3人',
    '共3人',
    '华东合计',
    '全体',
  ])('%s is none of the deals, and is compared with them', async label => {
    const rows = ['Salesperson,Amount', 'Anna,100', 'Ben,200', 'Cy,55'];
    const right = await importOf([...rows, `${label},355`], MARCH);
    expect([right.sums.all, right.totals.length, right.questions]).toEqual([355, 1, []]);
    const wrong = await importOf([...rows, `${label},999`], MARCH);
    expect(askedIn(wrong)).toEqual(['total: 999 · 355']);
    expect(wrong.sums.all).toBe(355);
  });

  it.each([
    'Kim Min',
    'Kelly Sum',
    'Benjamin',
    'Yasmin',
    'Sumner',
    'Toth Béla',
    'Viscount',
    'Ana Media',
    'Max',
    '王计',
    '计春华',
  ])('%s is somebody, also with the very figure of the row above', async name => {
    const rows = ['Salesperson,Amount', 'Anna,100', `${name},100`, 'Cy,55'];
    const { sums, totals } = await importOf(rows, MARCH);
    expect([sums.all, totals]).toEqual([255, []]);
  });

  it('is none where a product or a customer only begins like one', async () => {
    for (const [heading, name] of [
      ['Product', 'Total Care'],
      ['Customer', 'Total Energies'],
      ['产品', '计算机'],
    ]) {
      const { sums } = await importOf([`${heading},Amount`, 'A,100', `${name},100`, 'C,55'], MARCH);
      expect(sums.all).toBe(255);
    }
  });

  it('is told from a salesperson called Max by the date, or by what it says', async () => {
    const dated = await importOf(['Owner,Amount,Date', `Anna,100,${DAY}`, `Max,100,${DAY}`, `Min,7,${DAY}`]);
    expect([dated.sums.all, dated.totals]).toEqual([207, []]);
    const rows = ['Owner,Amount', 'Anna,100', 'Ben,40', 'Cy,10', 'Sum,150', 'Max,100', 'Min,10', 'Mean,50', 'Count,3'];
    const stats = await importOf(rows, MARCH);
    expect([stats.sums.all, stats.totals.length]).toEqual([150, 5]);
  });
});

describe('what is counted up to now', () => {
  it('is a total, and not compared with the rows of the file', async () => {
    const { sums, totals, questions } = await importOf([
      '日期,摘要,业务员,金额',
      `${DAY},销售,张伟,100`,
      '2026-03-31,本月合计,,100',
      '2026-03-31,本年累计,,900',
    ]);
    expect([sums.all, totals.length, questions]).toEqual([100, 2, []]);
  });
});

describe('rows that others add up to', () => {
  const PIVOT = ['Row Labels,Sum of Amount', 'East,150', 'Anna,100', 'Ben,50', 'West,200', 'Cy,200', 'Grand Total,350'];

  it('are asked about, as pivot tables put them over their people', async () => {
    const rows = PIVOT.map(row => row.replace('Row Labels', 'Salesperson')).slice(0, -1);
    const asked = await importOf(rows, MARCH);
    expect(asked.questions.map(({ text }) => text)).toEqual([
      'The other rows add up to 2 of them (East · West, 350 in sum): are they totals?',
    ]);
    const said = await importOf(rows, { ...MARCH, answers: { sums: 'totals' } });
    expect([said.sums.person, said.totals.length, rowsTold(said)]).toEqual([{ Anna: 100, Ben: 50, Cy: 200 }, 2, 5]);
    expect((await importOf(rows, { ...MARCH, answers: { sums: 'deals' } })).sums.all).toBe(700);
  });

  it('are asked about where one stands at the end under any name, with a date, too', async () => {
    const rows = ['Owner,Region,Amount,Date', `Anna,E,100,${DAY}`, `Ben,E,50,${DAY}`, `Cy,W,7,${DAY}`];
    const asked = await importOf([...rows, `Board,全国,157,${DAY}`]);
    expect(asked.questions.map(({ text }) => text)).toEqual([
      'The other rows add up to one of them (Board, 157): is it a total?',
    ]);
    expect((await importOf([...rows, `Board,全国,158,${DAY}`])).questions).toEqual([]);
  });

  it('are the heads of groups wherever they stand, and none where a part of a file adds up', () => {
    const rows = (...amounts: number[]) => sumRows(amounts.map((amount, row) => deal({ row, amount })));
    const places = (...amounts: number[]) => rows(...amounts).map(({ row }) => row);
    expect(places(30, 10, 20, 5, 2, 3)).toEqual([0, 3]);
    expect(places(10, 20, 30, 2, 3, 5)).toEqual([5, 2]);
    expect(places(30, 10, 20, 5, 2, 4)).toEqual([]);
    expect(places(10, 10, 20, 20)).toEqual([]);
    expect(places(10, 20, 30)).toEqual([]);
    expect(places(0.1, 0.2, 0.3, 0.6)).toEqual([3]);
  });
});

describe('what stands below a total of all', () => {
  const ROWS = ['Salesperson,Amount', 'Anna,100', 'Ben,50', 'Total,150', 'Average,75', 'Board,200', 'Rest,-50'];

  it('is asked about: whatever it is called, it looks like people who sold', async () => {
    const asked = await importOf(ROWS, MARCH);
    expect(asked.questions.map(({ text }) => text)).toEqual([
      '2 rows stand below the total of all (Board · Rest; 150 in sum): do they count as sales?',
    ]);
    const said = await importOf(ROWS, { ...MARCH, answers: { below: 'leave' } });
    expect([said.sums.all, said.left.kind, rowsTold(said)]).toEqual([150, { count: 2, amount: 150 }, 6]);
  });

  it('is not where a file has a total for each group', async () => {
    const rows = ['Salesperson,Amount', 'Anna,100', 'Ben,50', 'Subtotal,150', 'Cy,70', 'Di,7', 'Subtotal,77'];
    expect((await importOf(rows, MARCH)).questions).toEqual([]);
    expect((await importOf(rows.slice(0, 5), MARCH)).questions.map(({ about }) => about)).toEqual(['below']);
  });
});
