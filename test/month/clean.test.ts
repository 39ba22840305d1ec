import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf, serialOf } from '../../src/kernel/calendar.ts';
import { type Cell, CellError } from '../../src/kernel/cell.ts';
import { currencyOf, markOf } from '../../src/month/import/amounts.ts';
import { type ColumnStyle, clean } from '../../src/month/import/clean.ts';
import { isProblem } from '../../src/month/import/cleaning.ts';
import { orderOf } from '../../src/month/import/dates.ts';
import type { CleanKind } from '../../src/month/import/dealField.ts';
import { headingKey } from '../../src/month/import/headingKey.ts';
import { outcomeOf } from '../../src/month/import/stages.ts';

function cleanedValue(cell: Cell, kind: CleanKind, style?: ColumnStyle): number | string | null {
  const cleaned = clean(cell, kind, style);
  if (isProblem(cleaned)) throw new Error(cleaned.problem.en);
  return cleaned.value;
}

function changesOf(cell: Cell, kind: CleanKind, style?: ColumnStyle): readonly string[] {
  const cleaned = clean(cell, kind, style);
  return isProblem(cleaned) ? [cleaned.problem.en] : cleaned.changes;
}

describe('clean(amount)', () => {
  it.each<[Cell, number]>([
    ['7080', 7080],
    ['1,234.50', 1234.5],
    ['12,34,567.00', 1234567],
    ['1 234,50', 1234.5],
    ["1'234.50", 1234.5],
    ['¥1,234.5', 1234.5],
    ['￥ 1,234', 1234],
    ['USD 1,000', 1000],
    ['1000 元', 1000],
    ['人民币1000元整', 1000],
    ['(1,234)', -1234],
    ['-1,234', -1234],
    ['-¥5', -5],
    ['¥-5', -5],
    ['−5', -5],
    ['1,234-', -1234],
    ['12-', -12],
    ['1,234.50-', -1234.5],
    ['１２３．５', 123.5],
    ['12.3万', 123000],
    ['¥12.3万元', 123000],
    ['1.2亿', 120000000],
    ['1亿2000万', 120000000],
    ['3万5000', 35000],
    ['5k', 5000],
    ['$2.5M', 2500000],
    ['1.2E+05', 120000],
    ['1.5e-2', 0.015],
    ['+1,234', 1234],
    ['+ 5', 5],
    ['$ + 5', 5],
    ['2e-10', 2e-10],
    ['234567-', -234567],
    ['1.234,50-', -1234.5],
    ['1,234.50 €-', -1234.5],
    ['12.- ', 12],
    ['.5', 0.5],
    ['0', 0],
    [12.5, 12.5],
    [-0, 0],
  ])('reads %j as %d', (cell, value) => expect(cleanedValue(cell, 'amount')).toBe(value));

  it('reads 0.1万 and 1.001万 without a binary remainder', () => {
    expect(cleanedValue('0.57万', 'amount')).toBe(5700);
    expect(cleanedValue('1.0015万', 'amount')).toBe(10015);
  });

  it.each(['', ' ', '-', '—', 'N/A', 'null', '无', '暂无'])('reads %j as blank', cell =>
    expect(cleanedValue(cell, 'amount')).toBeNull(),
  );

  it('says what it changed', () => {
    expect(changesOf('1234.5', 'amount')).toEqual([]);
    expect(changesOf(' ¥1,234 ', 'amount')).toEqual(['spaces', 'currency', 'separators']);
    expect(changesOf('（12.3万）', 'amount')).toEqual(['fullWidth', 'negative', 'unit']);
    expect(changesOf(12, 'amount', { scale: 10000 })).toEqual(['scale']);
    // Nothing is nothing in any unit.
    expect(changesOf('0', 'amount', { scale: 10000 })).toEqual([]);
    expect(changesOf('（￥1,234）', 'amount')).toEqual(['fullWidth', 'currency', 'negative', 'separators']);
  });

  it('takes the unit of the heading', () => {
    expect(cleanedValue('12.34', 'amount', { scale: 10000 })).toBe(123400);
    expect(cleanedValue(12.34, 'amount', { scale: 10000 })).toBe(123400);
  });

  it('reads 1.234 by the decimal mark of its column, and what can be read in one way only in that way', () => {
    expect(cleanedValue('1.234', 'amount')).toBe(1.234);
    expect(cleanedValue('1.234', 'amount', { mark: 'comma' })).toBe(1234);
    expect(cleanedValue('1.234,5', 'amount')).toBe(1234.5);
    expect(cleanedValue('1,234.5', 'amount', { mark: 'comma' })).toBe(1234.5);
  });

  it.each<[Cell, string]>([
    ['12%', '"12%" is a percentage, not an amount'],
    ['TBD', '"TBD" is not a number'],
    ['1,23,4', '"1,23,4" is not a number'],
    ['12万5', '"12万5" is not a number'],
    ['¥', '"¥" is not a number'],
    ['=1+1', '"=1+1" is not a number'],
    [true, 'true is not a number'],
    [new CellError('#REF!', { en: '', zh: '' }), 'the cell holds #REF!'],
    [Number.POSITIVE_INFINITY, 'Infinity is too large for an amount'],
    [Number.NaN, 'NaN is too large for an amount'],
    [1e15, '1000000000000000 is too large for an amount'],
    ['3-4', '"3-4" is not a number'],
    ['12-x', '"12-x" is not a number'],
    ['1万999', '"1万999" is not a number'],
    ['(1,234) x', '"(1,234) x" is not a number'],
  ])('does not read %j', (cell, reason) => {
    expect(changesOf(cell, 'amount')).toEqual([reason]);
    expect(changesOf(cell, 'amount', { scale: 10000 })).toEqual([reason]);
  });

  it('reads 万 with a rest of a thousand or more, and nothing longer than a figure can be', () => {
    expect(cleanedValue('1万1000', 'amount')).toBe(11000);
    expect(changesOf('1'.repeat(101), 'amount')[0]).toContain('is not a number');
    expect(changesOf('1'.repeat(100), 'amount')[0]).toContain('is too large');
  });

  it('says in Chinese, too, what it does not read', () => {
    const chinese = (cell: Cell, kind: CleanKind): string => {
      const cleaned = clean(cell, kind);
      return isProblem(cleaned) ? cleaned.problem.zh : '';
    };
    const error = new CellError('#REF!', { en: '', zh: '' });
    expect(['amount', 'date'].map(kind => chinese(error, kind as CleanKind))).toEqual([
      '单元格为 #REF!',
      '单元格为 #REF!',
    ]);
    expect(chinese('12%', 'amount')).toContain('是百分比，不是金额');
    expect(chinese('TBD', 'amount')).toContain('不是数字');
    expect(chinese(1e15, 'amount')).toContain('过大，不是金额');
    expect(chinese('TBD', 'date')).toContain('不是带年份的日期');
    expect(chinese('2024-02-30', 'date')).toContain('在日历中不存在');
    expect(chinese('03/04/2024', 'date')).toContain('日在前还是月在前？');
  });
});

describe('clean(date) of serial numbers', () => {
  // From 1 January 1950 to 31 December 2099; a number outside is no day.
  it.each<[Cell, string]>([
    [18264, '1950-01-01'],
    ['18264', '1950-01-01'],
    [73050, '2099-12-31'],
    ['73050', '2099-12-31'],
    ['45000.75', '2023-03-15'],
    ['45000.123456', '2023-03-15'],
    [45000.75, '2023-03-15'],
    [20230315, '2023-03-15'],
    ['20230315', '2023-03-15'],
    // The seconds and the thousandths of the last moment of that day in Greenwich.
    [1678924799, '2023-03-15'],
    ['1678924799999', '2023-03-15'],
  ])('reads %j as %s', (cell, day) => expect(isoOf(Number(cleanedValue(cell, 'date')))).toBe(day));

  it.each<Cell>([18263, '18263', 73051, '73051', '45000.', '045000', 20230229, 5, true])('does not read %j', cell =>
    expect(changesOf(cell, 'date')[0]).toMatch(/is not a (date with a year|day of the calendar)/),
  );

  it('says what it left out', () => {
    expect(changesOf(45000.75, 'date')).toEqual(['time']);
    expect(changesOf(45000, 'date')).toEqual([]);
    expect(changesOf(1678924799, 'date')).toEqual(['zone', 'date']);
    expect(changesOf(20230315, 'date')).toEqual(['date']);
  });
});

describe('clean(share)', () => {
  it('reads a percentage as a fraction, a plain number as it is', () => {
    expect(cleanedValue('12.5%', 'share')).toBe(0.125);
    expect(cleanedValue('１５％', 'share')).toBe(0.15);
    expect(cleanedValue('0.15', 'share')).toBe(0.15);
    expect(cleanedValue('12,5%', 'share', { mark: 'comma' })).toBe(0.125);
    expect(cleanedValue('1.125 %', 'share', { mark: 'comma' })).toBe(11.25);
    expect(cleanedValue('-5%', 'share')).toBe(-0.05);
    expect(changesOf('%', 'share')).toEqual(['"%" is not a number']);
    expect(changesOf('12.5 %', 'share')[0]).toBe('percent');
  });
});

describe('clean(date)', () => {
  const march21 = serialOf(2024, 3, 21);
  it.each<Cell>([
    '2024-03-21',
    '2024/3/21',
    '2024.3.21',
    '2024年3月21日',
    '2024 年 3 月 21 日',
    '２０２４年３月２１日',
    '20240321',
    20240321,
    march21,
    march21 + 0.75,
    String(march21),
    '21/03/2024',
    '03/21/2024',
    '3/21/24',
    '21.3.2024',
    '21-Mar-2024',
    '21 March 2024',
    'Mar 21, 2024',
    'March 21st, 2024',
    'Thu, 21 Mar 2024',
    '2024-03-21T13:45:00Z',
    '2024-03-21 13:45:00.123',
    '2024-03-21T23:45:00+08:00',
    '2024/3/21 下午 3:20',
    '3/21/2024 1:05 PM',
    '2024/3/21上午10:00',
    '2024年3月21日 15时20分',
  ])('reads %j as 21 March 2024', cell => expect(cleanedValue(cell, 'date')).toBe(march21));

  it.each<[Cell, number]>([
    ['Mar-24', serialOf(2024, 3, 1)],
    ['2025年2月16日', serialOf(2025, 2, 16)],
    ['2024-03', serialOf(2024, 3, 1)],
    ['2024年3月', serialOf(2024, 3, 1)],
    ['二〇二四年三月二十一日', serialOf(2024, 3, 21)],
    ['二零二四年十二月三十日 星期一', serialOf(2024, 12, 30)],
    ['2024年十月', serialOf(2024, 10, 1)],
    ['03/2024', serialOf(2024, 3, 1)],
    ['2024-02-29', serialOf(2024, 2, 29)],
    ['05/05/2024', serialOf(2024, 5, 5)],
  ])('reads %j', (cell, day) => expect(cleanedValue(cell, 'date')).toBe(day));

  it('never guesses 03/04/2024', () => {
    expect(clean('03/04/2024', 'date')).toMatchObject({ ambiguous: true });
    expect(cleanedValue('03/04/2024', 'date', { order: 'dayFirst' })).toBe(serialOf(2024, 4, 3));
    expect(cleanedValue('03/04/2024', 'date', { order: 'monthFirst' })).toBe(serialOf(2024, 3, 4));
  });

  it.each<Cell>(['2024-02-30', '2023/2/29', '2024-13-01', '32/01/2024'])('knows that %j is no day', cell =>
    expect(changesOf(cell, 'date')[0]).toContain('not a day of the calendar'),
  );

  it.each<Cell>(['3月21日', '24-Mar', 'soon', 12, true])('does not read %j', cell =>
    expect(changesOf(cell, 'date')[0]).toContain('not a date with a year'),
  );

  it('says what it changed', () => {
    expect(changesOf('2024-03-21', 'date')).toEqual([]);
    expect(changesOf('2024/3/21', 'date')).toEqual(['date']);
    expect(changesOf('Mar-24', 'date')).toEqual(['month', 'year', 'date']);
    expect(changesOf('2024-03-21 10:00', 'date')).toEqual(['time']);
    expect(changesOf('2024-03-21T23:45:00Z', 'date')).toEqual(['zone']);
  });
});

describe('clean(month)', () => {
  it.each<Cell>(['Mar-24', '2024-03', '202403', 202403, '2024年3月', '2024年3月份', '2024/3/21', 'March 2024'])(
    'reads %j as a day of March 2024',
    cell => {
      const day = cleanedValue(cell, 'month');
      expect([serialOf(2024, 3, 1), serialOf(2024, 3, 21)]).toContain(day);
    },
  );
});

describe('clean(name)', () => {
  it('takes stray blanks and full-width letters off, and leaves the punctuation', () => {
    expect(cleanedValue('　张三 ', 'name')).toBe('张三');
    expect(cleanedValue('GTX\u00a0 Pro\u200b', 'name')).toBe('GTX Pro');
    expect(cleanedValue('ＧＴＸ５００', 'name')).toBe('GTX500');
    expect(cleanedValue('华东（一部）', 'name')).toBe('华东（一部）');
    expect(changesOf('Anna Bell', 'name')).toEqual([]);
    expect(changesOf(' Anna  Bell', 'name')).toEqual(['spaces']);
  });

  it('keeps a text that looks like a formula as it is', () => {
    expect(cleanedValue('=HYPERLINK("x")', 'name')).toBe('=HYPERLINK("x")');
  });
});

describe('orderOf(), markOf(), currencyOf()', () => {
  it('tell what a value says about its column', () => {
    expect(['21/03/2024', '03/21/2024', '03/04/2024', '05/05/2024', '2024-03-04'].map(orderOf)).toEqual([
      'dayFirst',
      'monthFirst',
      'either',
      undefined,
      undefined,
    ]);
    expect(['1,234.5', '1.234,5', '1,234', '1.234', '1234', '12,5', '0,123', 'x'].map(markOf)).toEqual([
      'point',
      'comma',
      'either',
      'either',
      undefined,
      'comma',
      'comma',
      undefined,
    ]);
    expect(['¥5', '5元', '$5', 'US$5', 'HK$5', '5'].map(currencyOf)).toEqual([
      'CNY',
      'CNY',
      'USD',
      'USD',
      'HKD',
      undefined,
    ]);
  });
});

describe('clean() of anything', () => {
  const KINDS = ['amount', 'share', 'date', 'month', 'name'] as const;

  it('answers a value or a reason, and never throws', () => {
    const cells = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[-+(¥$]?[0-9.,/年月日万亿% -]{0,12}[)元%kM]?$/),
      fc.double(),
      fc.boolean(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(
        cells,
        fc.constantFrom(...KINDS),
        fc.constantFrom('point' as const, 'comma' as const),
        (cell, kind, mark) => {
          const cleaned = clean(cell, kind, { mark, order: 'dayFirst' });
          if (isProblem(cleaned)) expect(cleaned.problem.zh).not.toBe('');
          else if (typeof cleaned.value === 'number') expect(Number.isFinite(cleaned.value)).toBe(true);
          markOf(cell);
          orderOf(cell);
        },
      ),
      { seed: 23, numRuns: 3000 },
    );
  });

  it('does not search a text of a million letters for a figure', () => {
    const started = performance.now();
    for (const letter of ['1', ' ', '(', '/', '年', 'a ', '1,']) {
      const text = letter.repeat(1_000_000 / letter.length);
      for (const kind of KINDS) clean(text, kind);
      outcomeOf(text);
      headingKey(text);
    }
    // All of it is read a few times over; a search that starts again at every letter would take hours.
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
