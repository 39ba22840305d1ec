import { describe, expect, it } from 'vitest';
import { serialOf } from '../../src/kernel/calendar.ts';
import type { Cell } from '../../src/kernel/cell.ts';
import { currencyOf, lookAtAmount, readAmount } from '../../src/month/import/amounts.ts';
import { clean } from '../../src/month/import/clean.ts';
import { isProblem } from '../../src/month/import/cleaning.ts';
import { formOf, readDate } from '../../src/month/import/dates.ts';

function amountOf(cell: Cell, style?: Parameters<typeof readAmount>[1]): number | null | string {
  const read = readAmount(cell, style);
  return isProblem(read) ? 'bad' : read.value;
}

function dayOf(cell: Cell, order?: Parameters<typeof readDate>[1]): number | null | string {
  const read = readDate(cell, order);
  return isProblem(read) ? 'bad' : read.value;
}

describe('readAmount(): one figure with marks around it', () => {
  it.each<[Cell, number]>([
    ['CHF 1’234.50', 1234.5],
    ['1´234.50 CHF', 1234.5],
    ['R$ 1.234,50', 1234.5],
    ['1 234,50 zł', 1234.5],
    ['1\u00A0234 kr', 1234],
    ['kr 100,-', 100],
    ['CHF 100.-', 100],
    ['100.–', 100],
    ['Rs. 1,00,000', 100000],
    ['₹5 Cr', 5e7],
    ['₹ 2.5 lakh', 250000],
    ['$100 CAD', 100],
    ['US$100 USD', 100],
    ['5M€', 5e6],
    ['$2.5M', 2.5e6],
    ['1.2 million', 1.2e6],
    ['(-1,234)', -1234],
    ['($1,234.50)', -1234.5],
    ['$(1,234)', -1234],
    ['-$5', -5],
    ['$-5', -5],
    ['5 USD-', -5],
    ['$-', 0],
    [' $-   ', 0],
    ['¥ -', 0],
    ['- €', 0],
    ['1,200万', 1.2e7],
    ['3百万元', 3e6],
    ['3萬', 30000],
    ['\u200B1,200\u200D', 1200],
    ['￥１，２００', 1200],
  ])('reads %j as %d', (cell, value) => expect(amountOf(cell)).toBe(value));

  it('does not multiply a unit of its own by that of the heading', () => {
    expect(['1.5', '1.5万', '$1.5k'].map(cell => amountOf(cell, { scale: 10_000 }))).toEqual([15_000, 15_000, 1500]);
  });

  it.each<Cell>([
    '$100 €200',
    '100\n200',
    '100\r\n200',
    '100\t200',
    '3元50',
    '1200¹',
    '1200²',
    '①',
    '1½',
    '₂5',
    '1e305 万',
    '1e305',
    1e305,
    '123456789012345678',
    '$100 USD 200',
    '€100 USD',
    '--5',
    '-(5)',
    '-$-5',
    '$',
    'USD',
    '100/200',
    '100 + 200',
    '100; 200',
    '100,200,30',
    '~1000',
    'about 100',
    '10分',
    '>10',
    '10-20',
    '12.5.3',
    '1万 2万',
    '100 pcs',
  ])('does not make a figure of %j', cell => expect(amountOf(cell)).toBe('bad'));

  it('asks whether 100 200 is one figure, unless the column tells', () => {
    expect(amountOf('100 200')).toBe('bad');
    expect(amountOf('100 200', { spaced: true })).toBe(100200);
    expect(['100 200', '1 234,50', '1\u00A0234', '1234', '1 23'].map(cell => lookAtAmount(cell).spacing)).toEqual([
      'either',
      'sure',
      'sure',
      undefined,
      undefined,
    ]);
  });

  it('asks what credit and debit mean', () => {
    expect(['1,234.50 CR', '1,234.50DR', '5'].map(cell => lookAtAmount(cell).hasSide)).toEqual([true, true, false]);
    expect(amountOf('1,234.50 CR')).toBe('bad');
    expect(amountOf('1,234.50 CR', { credit: 'plus' })).toBe(1234.5);
    expect(amountOf('1,234.50 DR', { credit: 'plus' })).toBe(-1234.5);
    expect(amountOf('1,234.50 Cr.', { credit: 'minus' })).toBe(-1234.5);
    expect(amountOf('1,234.50 DR', { credit: 'minus' })).toBe(1234.5);
  });

  it('refuses what its unit makes too large', () => {
    expect(amountOf(1e14, { scale: 1e4 })).toBe('bad');
    expect(amountOf('9', { scale: 1e8 })).toBe(9e8);
  });

  it('knows the currencies by their marks', () => {
    expect(['R$ 5', '5 kr', '5 zł', 'CHF 5', '$5', 'HK$5', '5円', '$5 CAD', '5', 'Anna 5 USD'].map(currencyOf)).toEqual(
      ['BRL', 'KR', 'PLN', 'CHF', 'USD', 'HKD', 'JPY', 'CAD', undefined, 'USD'],
    );
  });
});

describe('readDate()', () => {
  it('takes no day of a year or a month that there is not', () => {
    for (const text of ['1899-12-31', '3000-01-01', '2026-00-05', '2026-13-05', '2026-02-30', '2026-03-00']) {
      expect(typeof dayOf(text), text).not.toBe('number');
    }
    expect(dayOf('1900-03-01')).toBe(61);
    expect(dayOf('2999-12-31')).toBe(Number(dayOf('2999-12-30')) + 1);
  });

  const march4 = serialOf(2026, 3, 4);
  it.each<Cell>([
    'Mar 4, 2026, 12:30 PM',
    'March 4, 2026 at 3:30 p.m.',
    '2026年3月4日 星期三',
    '2026年3月4日（周三） 15:00',
    '星期三 2026-03-04',
    '2026-03-04 (Wed)',
    '2026-03-04 15:00 CST',
    '2026-03-04 15:00:00 +0800',
    '2026-03-04T15:00:00.000+0000',
    'Wed Mar 04 15:00:00 CST 2026',
    'Wed Mar 04 2026 15:00:00 GMT+0800 (China Standard Time)',
    'Wednesday, March 4, 2026',
    '4. März 2026',
    '4 de marzo de 2026',
    '4 mars 2026',
    '2026-Mar-04',
    '1772582400',
    1772582400,
    1772582400000,
  ])('reads %j as 4 March 2026', cell => expect(dayOf(cell)).toBe(march4));

  it('reads a day with a comma before the time, in the order of its column', () => {
    expect(dayOf('3/4/2026, 12:30 AM', 'monthFirst')).toBe(march4);
    expect(dayOf('3/4/2026, 12:30 AM')).toBe('bad');
    expect(dayOf('13/3/2026, 12:30')).toBe(serialOf(2026, 3, 13));
  });

  it.each<Cell>(['maybe 24', 'Mayor 12', 'Marvin 24', 'Decision 24', 'Junk 2024', 'Sunset 2024', '3/4-2026', '①'])(
    'does not take %j for a day',
    cell => expect(dayOf(cell)).toBe('bad'),
  );

  it('judges each way of writing by itself', () => {
    expect(['03/04/2026', '03.04.2026', '03-04-26', '03/04/2026 10:00', '2026-03-04'].map(formOf)).toEqual([
      '/4',
      '.4',
      '-2',
      '/4t',
      undefined,
    ]);
    const orders = new Map([
      ['/4', 'monthFirst' as const],
      ['.4', 'dayFirst' as const],
    ]);
    expect(dayOf('03/04/2026', orders)).toBe(march4);
    expect(dayOf('04.03.2026', orders)).toBe(march4);
    expect(dayOf('03-04-2026', orders)).toBe('bad');
  });
});

describe('clean()', () => {
  it('puts back what a half-converted file has swapped', () => {
    const swap = (cell: Cell) => clean(cell, 'date', { swapped: true });
    expect(swap(serialOf(2026, 4, 3))).toEqual({ value: serialOf(2026, 3, 4), changes: ['swapped'] });
    expect(swap(serialOf(2026, 4, 13))).toEqual({ value: serialOf(2026, 4, 13), changes: [] });
    expect(swap('25/03/2026')).toMatchObject({ value: serialOf(2026, 3, 25) });
    // The twelfth may have been swapped, the thirteenth not; what is blank or no day stays so.
    expect(swap(serialOf(2026, 4, 12))).toMatchObject({ value: serialOf(2026, 12, 4) });
    expect(swap('2026-04-03')).toMatchObject({ value: serialOf(2026, 3, 4) });
    expect(swap(null)).toEqual({ value: null, changes: [] });
    expect(swap('soon')).toHaveProperty('problem');
  });

  it('takes NA for a name where the column has names, and N/A never', () => {
    expect(['NA', 'None', 'null', '无', 'N/A', '-'].map(cell => clean(cell, 'name', { named: true }))).toMatchObject(
      ['NA', 'None', 'null', '无', null, null].map(value => ({ value })),
    );
    expect(clean('NA', 'name')).toMatchObject({ value: null });
  });
});
