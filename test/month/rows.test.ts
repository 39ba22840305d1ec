import { describe, expect, it } from 'vitest';
import { serialOf } from '../../src/kernel/calendar.ts';
import type { Cell } from '../../src/kernel/cell.ts';
import { labelKey } from '../../src/kernel/label.ts';
import { accountOf, isWhole } from '../../src/month/import/account.ts';
import { nearNames } from '../../src/month/import/nearNames.ts';
import { readingQuestions, settled } from '../../src/month/import/settle.ts';
import { saysTotal, totalLabel } from '../../src/month/import/totalRow.ts';
import { imported } from '../support/files.ts';
import { askedIn, importOf, rowsTold } from '../support/imports.ts';

const DAY = '2026-03-05';

describe('importOf(): totals', () => {
  it('knows the totals of groups and of all, with a date or without', async () => {
    const { sums, totals, questions, bad } = await importOf([
      'Salesperson,Product,Amount,Close date',
      `Anna,A,100,${DAY}`,
      `Anna,B,50,${DAY}`,
      'Anna Total,,150,',
      `Ben,A,70,${DAY}`,
      'Ben Total,,70,',
      'Grand Total,,220,2026-03-31',
    ]);
    expect(sums).toMatchObject({ all: 220, person: { Anna: 150, Ben: 70 } });
    expect(totals.map(({ row, label, amount, sum }) => [row, label, amount, sum])).toEqual([
      [4, 'Anna Total', 150, 150],
      [6, 'Ben Total', 70, 70],
      [7, 'Grand Total', 220, 220],
    ]);
    expect([questions, bad]).toEqual([[], []]);
  });

  it.each([
    ['张三 汇总,,150,', 3],
    ['张三 小计,,150,', 3],
    [',合计,150,', 3],
    [',,合计：150元,', 3],
    [',,150,', 3],
    ['總計,,150,', 3],
    ['平均,,75,', 3],
    ['Average,,75,', 3],
    ['小计：,,150,', 3],
  ])('leaves out %s', async (total, deals) => {
    const {
      sums,
      totals,
      bad,
      deals: count,
    } = await importOf(['业务员,数量,金额,日期', `张三,1,100,${DAY}`, `张三,1,50,${DAY}`, total, `李四,1,5,${DAY}`]);
    expect([sums.all, totals.length, bad.length, count]).toEqual([155, 1, 0, deals]);
  });

  it('knows a sum without a label right below the headings', async () => {
    const { sums, totals } = await importOf([
      '省份,城市,销售额',
      ',,600',
      '江苏,徐州,100',
      '浙江,宁波,200',
      '广东,汕头,300',
    ]);
    expect([sums.all, totals]).toEqual([600, [{ row: 2, label: '', amount: 600, sum: 600 }]]);
  });

  it('stops with both figures where a total is not the sum of its rows', async () => {
    const rows = ['Owner,Amount,Close date', `Anna,100,${DAY}`, `Ben,50,${DAY}`, 'Total,170,'];
    const asked = await importOf(rows);
    expect(askedIn(asked)).toEqual(['total: 170 · 150']);
    expect(asked.questions[0]?.text).toBe('The total in row 4 (Total) says 170; its rows add up to 150.');
    expect((await importOf(rows, { answers: { totals: true } })).questions).toEqual([]);
  });

  it('takes the total of somebody who is listed for one, whatever it says', async () => {
    const rows = ['Owner,Product,Amount,Close date', `Anna,A,100,${DAY}`, 'Anna Total,,90,', `Ben,A,50,${DAY}`];
    const { sums, totals } = await importOf(rows, { answers: { totals: true } });
    expect(sums.all).toBe(150);
    expect(totals).toEqual([{ row: 3, label: 'Anna Total', amount: 90, sum: 100 }]);
  });

  it('compares with all rows or with the won ones, and with cents that the total does not show', async () => {
    const won = ['Owner,Stage,Amount,Close date', `Anna,Won,100,${DAY}`, `Ben,Lost,50,${DAY}`];
    for (const total of ['150', '100']) expect((await importOf([...won, `Total,,${total},`])).questions).toEqual([]);
    expect(askedIn(await importOf([...won, 'Total,,149,']))).toEqual(['total: 149 · 150']);
    const cents = ['Owner,Amount,Date', `Anna,100.30,${DAY}`, `Ben,50.10,${DAY}`];
    expect((await importOf([...cents, 'Total,150,'])).questions).toEqual([]);
    expect(askedIn(await importOf([...cents, 'Total,150.50,']))).toEqual(['total: 150.5 · 150.4']);
  });

  it('knows a total whose label stands in the column of the numbers, and a customer of that name', async () => {
    const numbered = [
      'Deal ID,Owner,Amount,Date',
      `1,Anna,100,${DAY}`,
      `2,Ben,50,${DAY}`,
      'Total,,150,',
      'Ben Total,,50,',
    ];
    expect((await importOf(numbered)).totals.map(({ label, sum }) => [label, sum])).toEqual([
      ['Total', 150],
      ['Ben Total', 50],
    ]);
    const months = await importOf(['Customer,Month,Amount', 'Acme,2026-03,100', 'Total,2026-03,40', 'Total,,140']);
    expect([months.deals, months.sums.all, months.totals.length]).toEqual([2, 140, 1]);
  });

  it('takes customers and products for what they are', async () => {
    const { deals, totals, sums } = await importOf([
      'Customer,Product,Amount,Close date',
      `Total Energies,Sum Ting,100,${DAY}`,
      `Grand Hotel,Totally,50,${DAY}`,
      `总参,合计宝,5,${DAY}`,
    ]);
    expect([deals, totals.length, sums.all]).toEqual([3, 0, 155]);
    const undated = await importOf(['Customer,Amount', 'Total Energies,100', 'Acme,50']);
    expect([undated.deals, undated.sums.all]).toEqual([2, 150]);
  });

  it('makes a bad row of a figure that stands alone and sums up nothing', async () => {
    const { bad, sums, totals } = await importOf(['Owner,Amount,Date', `Anna,100,${DAY}`, ',99,']);
    expect(bad.map(({ row, text }) => [row, text])).toEqual([[3, '99: the row holds nothing but a number']]);
    expect([sums.all, totals]).toEqual([100, []]);
  });

  it('reads what a label says', () => {
    expect(totalLabel(['x', 'West Total'])).toMatchObject({ of: 'west', isSum: true, isLeading: false });
    expect(totalLabel(['Total for West'])).toMatchObject({ of: 'west', isLeading: true });
    expect(totalLabel(['West Average'])).toMatchObject({ of: 'west', isSum: false });
    expect(totalLabel(['合 计'])).toMatchObject({ of: undefined, isPlain: true });
    expect(totalLabel(['Anna', 5])).toBeUndefined();
    expect([['West Total'], ['Total Energies']].map(saysTotal)).toEqual([true, false]);
  });
});

describe('importOf(): names', () => {
  it('takes NA for a region where the others are names', async () => {
    const { sums, warnings } = await importOf([
      'Order Date,Territory,Sales',
      `${DAY},NA,1000`,
      `${DAY},EMEA,500`,
      `${DAY},NA,700`,
      `${DAY},None,5`,
      `${DAY},N/A,1`,
    ]);
    expect(sums.region).toEqual({ EMEA: 500, NA: 1700, None: 5 });
    expect(warnings).toContain('Region: “NA” is read as a name (2 rows)');
    const only = await importOf(['Owner,Region,Amount,Date', `Anna,NA,100,${DAY}`, `Ben,NA,50,${DAY}`]);
    expect(only.warnings).toContain('Region: “NA” is read as blank (2 rows)');
  });

  it('does not where a column holds nothing else', async () => {
    expect((await importOf(['Date,Region,Sales', `${DAY},NA,5`, `${DAY},,7`])).sums.region).toEqual({});
  });

  it('says how many rows have no salesperson, and how much', async () => {
    const { warnings } = await importOf(['Owner,Amount,Date', `Anna,100,${DAY}`, `,50,${DAY}`, `N/A,25,${DAY}`]);
    expect(warnings).toContain('2 rows without a salesperson, 75 in sum');
  });

  it('passes over characters that nobody sees, in the file and in the workbook', async () => {
    const { sums } = await importOf([
      'Owner,Amount,Date',
      `An\u200Bna,100,${DAY}`,
      `\u202AAnna\u202C,5,${DAY}`,
      `Anna\u0002,1,${DAY}`,
    ]);
    expect(sums.person).toEqual({ Anna: 106 });
    expect(labelKey('An\u200Bna\u00AD ')).toBe('anna');
    expect(nearNames('person', new Map([['Anna', 1]]), ['An\u200Bna'])).toEqual([]);
  });
});

describe('importOf(): the same deal twice', () => {
  const byNumber = ['Deal ID,Owner,Amount,Close date', `1,Anna,100,${DAY}`, `1,Anna,120,${DAY}`, `2,Ben,50,${DAY}`];

  it('is asked about by its number: counted once, as it stands first or last, or each time', async () => {
    const asked = await importOf(byNumber);
    expect(askedIn(asked)).toEqual(['twice: 1']);
    expect(asked.questions[0]?.text).toBe('1 row, 120 in sum, repeats the number of a deal that came before: 1');
    const answered = async (twice: 'first' | 'last' | 'all') =>
      (await importOf(byNumber, { answers: { twice } })).sums.all;
    expect([await answered('first'), await answered('last'), await answered('all')]).toEqual([150, 170, 270]);
    const { left } = await importOf(byNumber, { answers: { twice: 'first' } });
    expect(left.repeated).toEqual({ count: 1, amount: 120 });
  });

  it('is asked about by the whole row where there are no numbers', async () => {
    const rows = ['Owner,Amount,Date', `Anna,100,${DAY}`, `Anna,100,${DAY}`, `Ben,50,${DAY}`];
    expect(askedIn(await importOf(rows))).toEqual([`twice: Anna · 100 · ${DAY}`]);
    expect((await importOf(rows, { answers: { twice: 'first' } })).sums.all).toBe(150);
  });

  it('is asked about where only a running number is another, and not where a number is the deal’s own', async () => {
    const rows = ['序号,客户,销售员,金额,日期', `1,甲,张伟,100,${DAY}`, `2,甲,张伟,100,${DAY}`, `3,乙,张伟,7,${DAY}`];
    expect(askedIn(await importOf(rows))).toEqual([`twice: 甲 · 张伟 · 100 · ${DAY}`]);
    const own = ['No.,Customer,Amount,Date', `1041,A,100,${DAY}`, `1047,A,100,${DAY}`];
    expect((await importOf(own)).questions).toEqual([]);
  });

  it('shows the days of a workbook as days, in a column of months, too', async () => {
    const rows = [
      ['Owner', 'Amount', 'Month'],
      ['Anna', 100, 45352],
      ['Anna', 100, 45352],
    ];
    expect(imported(rows).reading.twice.map(({ name }) => name)).toEqual(['Anna · 100 · 2024-03-01']);
  });

  it('is not what an order of several products is, nor what was lost', async () => {
    const lines = ['Order ID,Product,Amount,Date', `1,A,100,${DAY}`, `1,B,100,${DAY}`];
    expect((await importOf(lines)).questions).toEqual([]);
    const more = [...lines, `2,A,70,${DAY}`, `2,B,30,${DAY}`];
    expect((await importOf(more)).questions).toEqual([]);
    const lost = ['Deal ID,Stage,Amount,Date', `1,Lost,100,${DAY}`, `1,Won,100,${DAY}`];
    expect((await importOf(lost)).questions).toEqual([]);
  });
});

describe('the sum of an order on each of its lines', () => {
  it('is asked about: it would count once a line', async () => {
    const rows = [`1,A,100,${DAY}`, `1,B,100,${DAY}`, `2,A,70,${DAY}`, `2,B,70,${DAY}`, `2,C,70,${DAY}`];
    const asked = await importOf(['Opportunity ID,Product,Amount,Date', ...rows]);
    expect(asked.questions[0]?.text).toBe('3 rows, 240 in sum, repeat the number of a deal that came before: 1 · 2');
    const once = await importOf(['Opportunity ID,Product,Amount,Date', ...rows], { answers: { twice: 'first' } });
    expect(once.sums.all).toBe(170);
  });
});

describe('importOf(): days', () => {
  it('asks whether 26/03/05 begins with its year, where what stands first hardly changes', async () => {
    const rows = ['Owner,Amount,Date', 'Anna,100,26/03/05', 'Ben,50,26/03/14', 'Cleo,20,25/12/31'];
    const asked = await importOf(rows);
    expect(asked.questions.map(({ text }) => text)).toEqual([
      'Close date: which comes first, day, month or year? 26/03/05 · 26/03/14 · 25/12/31',
    ]);
    expect(asked.deals).toBe(0);
    const months = async (order: 'yearFirst' | 'dayFirst') =>
      (await importOf(rows, { answers: { dateOrders: { 'closed /2': order } } })).sums.month;
    expect(await months('yearFirst')).toEqual({ '2025-12': 20, '2026-03': 150 });
    expect(await months('dayFirst')).toEqual({ '2005-03': 100, '2014-03': 50, '2031-12': 20 });
  });

  it('knows which end the year is where a day or a year can only be that', async () => {
    const months = async (...days: string[]) => {
      const { questions, sums } = await importOf(['Owner,Amount,Date', ...days.map(day => `Anna,1,${day}`)]);
      return [questions, sums.month];
    };
    expect(await months('26.3.5', '26.3.14')).toEqual([[], { '2026-03': 2 }]);
    expect(await months('15/03/26', '24/03/26', '03/03/26')).toEqual([[], { '2026-03': 3 }]);
    expect(await months('26-03-99', '28-03-99')).toEqual([[], { '1999-03': 2 }]);
    expect(await months('99-03-26', '99-04-28')).toEqual([[], { '1999-03': 1, '1999-04': 1 }]);
  });

  it('judges two forms in one column each by its own evidence', async () => {
    const rows = [
      'Owner,Amount,Close date',
      'Anna,100,13/03/2026',
      'Ben,50,03.04.2026',
      'Cleo,20,25.03.2026',
      'Dan,10,04/03/2026',
    ];
    const both = await importOf(rows);
    expect([both.questions, both.sums.month]).toEqual([[], { '2026-03': 130, '2026-04': 50 }]);
    const mixed = await importOf([
      'Owner,Amount,Date',
      'Anna,100,3/14/2026',
      'Ben,50,3/4/2026',
      'Cleo,20,25-03-2026',
      'Dan,10,04-03-2026',
    ]);
    expect([mixed.questions, mixed.sums.month]).toEqual([[], { '2026-03': 180 }]);
    const open = await importOf(['Owner,Amount,Date', 'Anna,100,3/14/2026', 'Ben,50,03-04-2026']);
    expect(askedIn(open)).toEqual(['dateOrder: 03-04-2026']);
    const answers = { dateOrders: { 'closed -4': 'dayFirst' as const } };
    const said = await importOf(['Owner,Amount,Date', 'Anna,100,3/14/2026', 'Ben,50,03-04-2026'], { answers });
    expect([said.questions, said.sums.month]).toEqual([[], { '2026-03': 100, '2026-04': 50 }]);
  });

  it('asks about a half-converted file, and puts its real dates right', () => {
    const cells: Cell[][] = [
      ['Owner', 'Amount', 'Close date'],
      ['Anna', 100, serialOf(2026, 4, 3)],
      ['Ben', 50, serialOf(2026, 12, 3)],
      ['Cleo', 20, '25/03/2026'],
      ['Dan', 10, '14/03/2026'],
    ];
    const { inspection } = imported(cells);
    expect(inspection.questions.map(({ ask }) => ask)).toEqual(['halfConverted']);
    const months = (swapped: boolean) =>
      imported(cells, { swapped: { closed: swapped } }).reading.deals.map(({ month = 0 }) => (month % 12) + 1);
    expect(months(true)).toEqual([3, 3, 3, 3]);
    expect(months(false)).toEqual([4, 12, 3, 3]);
    const late = [...cells, ['Eve', 5, serialOf(2026, 3, 28)]];
    expect(imported(late).inspection.questions).toEqual([]);
  });

  it('reads a day with a comma before its time, and a bad row of words that begin like months', async () => {
    const { sums, bad } = await importOf([
      'Owner,Amount,Close date',
      'Anna,100,"3/14/2026, 12:30 AM"',
      'Ben,50,"3/4/2026, 12:30 AM"',
      'Cleo,20,"Mar 4, 2026, 12:30 PM"',
      'Dan,7,maybe 24',
      'Eve,8,Mayor 12',
    ]);
    expect(sums.month).toEqual({ '2026-03': 170 });
    expect(bad.map(({ row }) => row)).toEqual([5, 6]);
  });
});

describe('importOf(): two figures in one cell', () => {
  it.each(['$100 €200', '"100\n200"', '3元50', '1200¹', '①', '1e305 万'])('%s is a bad row', async cell => {
    const { sums, bad } = await importOf(['Owner,Amount,Date', `Anna,${cell},${DAY}`, `Ben,5,${DAY}`]);
    expect([sums.all, bad.length]).toEqual([5, 1]);
  });

  it('asks about 1,234 beside 12,50, which may be thousands or three decimals', async () => {
    const rows = ['Owner,Amount,Date', `Anna,"1,234",${DAY}`, `Ben,"12,50",${DAY}`];
    expect(askedIn(await importOf(rows))).toEqual(['decimalMark: 1,234']);
    const said = async (mark: 'point' | 'comma') =>
      (await importOf(rows, { answers: { decimalMarks: { amount: mark } } })).sums.all;
    expect([await said('point'), await said('comma')]).toEqual([1246.5, 13.734]);
  });

  it('asks about 100 200 and about credit and debit', async () => {
    const spaced = ['Owner,Amount,Date', `Anna,100 200,${DAY}`];
    expect(askedIn(await importOf(spaced))).toEqual(['spaces: 100 200']);
    expect((await importOf(spaced, { answers: { spaced: { amount: true } } })).sums.all).toBe(100200);
    expect((await importOf(spaced, { answers: { spaced: { amount: false } } })).bad).toHaveLength(1);
    expect((await importOf([...spaced, `Ben,"1 234,50",${DAY}`])).sums.all).toBe(101434.5);
    const sides = ['Owner,Amount,Date', `Anna,"1,234.50 CR",${DAY}`, `Ben,100.00 DR,${DAY}`];
    expect(askedIn(await importOf(sides))).toEqual(['credit: 1,234.50 CR · 100.00 DR']);
    expect((await importOf(sides, { answers: { credits: { amount: 'plus' } } })).sums.all).toBe(1134.5);
  });
});

describe('accountOf(): rows in = deals + bad + totals + what is left out', () => {
  const rows = [
    'Deal ID,Owner,Stage,Amount,Currency,Close date,Note',
    `1,Anna,Won,100,USD,${DAY},`,
    `2,Ben,Lost,50,USD,${DAY},`,
    `3,Cleo,Open,20,USD,${DAY},`,
    `4,Dan,Won,abc,USD,${DAY},`,
    `5,Eve,Won,700,JPY,${DAY},`,
    '6,Fay,Won,9,USD,2026-02-05,',
    `1,Anna,Won,100,USD,${DAY},`,
    ',,,,,,',
    ',,,,,,only a note',
    'Total,,,979,,,',
    'Copyright 2026,,,,,,',
  ];

  it('holds for the ugliest file', async () => {
    const answers = { currency: 'USD', twice: 'first' as const, totals: true };
    const outcome = await importOf(rows, { month: 2026 * 12 + 2, answers });
    expect(outcome.questions).toEqual([]);
    expect([outcome.deals, outcome.sums.all]).toEqual([1, 100]);
    expect(outcome.bad.map(({ row }) => row)).toEqual([5, 10]);
    expect(outcome.left).toMatchObject({
      lost: { count: 1, amount: 50 },
      open: { count: 1, amount: 20 },
      currency: { count: 1, amount: 700 },
      otherMonth: { count: 1, amount: 9 },
      repeated: { count: 1, amount: 100 },
      blank: { count: 1, amount: 0 },
      footer: { count: 1, amount: 0 },
    });
    expect(rowsTold(outcome)).toBe(rows.length - 1);
    expect(outcome.file?.rows).toBe(rows.length - 1);
  });

  it('tells what would have been paid too little, and what bad rows would come to', () => {
    const cells = [
      ['Owner', 'Amount', 'Collected', 'Date'],
      ['Anna', 100, 50, DAY],
      ['Ben', 80, 1, DAY],
      ['Cleo', 60, 60, 'soon'],
    ];
    const { reading } = imported(cells, {}, 0.3);
    const account = accountOf(settled(reading, {}), 3);
    expect(account).toMatchObject({ deals: { count: 1, amount: 100 }, bad: { count: 1, amount: 60 } });
    expect(account.left.unpaid).toEqual({ count: 1, amount: 80 });
    expect(isWhole(account)).toBe(true);
    expect(readingQuestions(reading, {})).toEqual([]);
  });
});
