import { describe, expect, it } from 'vitest';
import { invalid } from '../../src/kernel/errors.ts';
import { argumentsOf, defineFunction } from '../../src/kernel/function.ts';
import { number, numberOr } from '../../src/kernel/parameters.ts';
import { labels, numberGrid, numbers } from '../../src/kernel/ranges.ts';
import { Sum } from '../../src/kernel/sum.ts';
import { column, rowsOf } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';
import { expectError } from '../support/expectError.ts';

const text = {
  label: { en: 'Test', zh: '测试' },
  words: { en: 'made up', zh: '虚构' },
  summary: { en: 'A test.', zh: '测试。' },
  formula: 'none',
  source: 'none',
};
const about = (zh: string) => ({ label: { en: zh, zh }, about: { en: 'A figure.', zh: '数值。' } });

/** figure × 10 + other, so that a result shows which cells went into it. */
const mapped = defineFunction({
  name: 'MAPPED',
  family: 'team',
  kind: 'map',
  text,
  parameters: {
    figure: number({ ...about('数值'), measured: true }),
    other: number({ ...about('另一值'), maximum: 99 }),
    extra: numberOr(0, about('附加')),
  },
  examples: [],
  compute: ({ figure, other, extra }) =>
    figure === 666 ? invalid('an unlucky number', '不吉利的数字') : figure * 10 + other + extra,
});

const listed = defineFunction({
  name: 'LISTED',
  family: 'team',
  kind: 'list',
  text,
  parameters: { names: labels(about('名称')), values: numbers(about('数值')), start: numberOr(0, about('起始')) },
  examples: [],
  compute({ names, values, start }) {
    const sum = new Sum();
    values.each((value, index) => sum.add(names.at(index) === 'skip' ? 0 : value));
    return start + sum.value;
  },
});

const tabled = defineFunction({
  name: 'TABLED',
  family: 'team',
  kind: 'table',
  text,
  parameters: { values: numberGrid(about('数值')) },
  examples: [],
  compute: ({ values }) => Array.from({ length: values.length }, (_, index) => [values.at(index), -0, 1 / 0]),
});

describe('a map function', () => {
  it('answers one value for single values', () => {
    expect(mapped.call([1, 2])).toBe(12);
    expect(mapped.call([[[1]], [[2]]])).toBe(12);
    expect(mapped.call([1, 2, 100])).toBe(112);
  });

  it('goes with a column, a row or a block', () => {
    expect(mapped.call([column(1, 2, 3), 5])).toEqual(column(15, 25, 35));
    expect(mapped.call([[[1, 2, 3]], 5])).toEqual([[15, 25, 35]]);
    expect(
      mapped.call([
        [
          [1, 2],
          [3, 4],
        ],
        5,
      ]),
    ).toEqual([
      [15, 25],
      [35, 45],
    ]);
    expect(mapped.call([1, column(2, 3)])).toEqual(column(12, 13));
    expect(mapped.call([[[1]], column(2, 3)])).toEqual(column(12, 13));
  });

  it('pairs ranges of one shape', () => {
    expect(mapped.call([column(1, 2), column(3, 4)])).toEqual(column(13, 24));
    expect(mapped.call([[[1, 2]], [[3, 4]]])).toEqual([[13, 24]]);
    expect(
      mapped.call([
        [
          [1, 2],
          [3, 4],
        ],
        [
          [5, 6],
          [7, 8],
        ],
      ]),
    ).toEqual([
      [15, 26],
      [37, 48],
    ]);
  });

  it('takes a single row or column along a block, and a column across a row', () => {
    const block = [
      [1, 2],
      [3, 4],
    ];
    expect(mapped.call([block, [[5, 6]]])).toEqual([
      [15, 26],
      [35, 46],
    ]);
    expect(mapped.call([block, column(5, 6)])).toEqual([
      [15, 25],
      [36, 46],
    ]);
    expect(mapped.call([column(1, 2, 3), [[4, 5]]])).toEqual([
      [14, 15],
      [24, 25],
      [34, 35],
    ]);
    expect(mapped.call([[[1, 2]], column(3, 4)])).toEqual([
      [13, 23],
      [14, 24],
    ]);
    expect(mapped.call([column(1, 2), [[3, 4]], column(100, 200)])).toEqual([
      [113, 114],
      [223, 224],
    ]);
  });

  it('says both shapes where they do not go together', () => {
    expectError(
      mapped.call([column(1, 2), column(1, 2, 3)]),
      '#VALUE!',
      'figure is 2×1, other is 3×1',
      'figure 为 2×1',
    );
    expectError(mapped.call([[[1, 2]], [[1, 2, 3]]]), '#VALUE!', 'figure is 1×2, other is 1×3');
    expectError(
      mapped.call([
        [
          [1, 2],
          [3, 4],
        ],
        column(1, 2, 3),
      ]),
      '#VALUE!',
      'figure is 2×2, other is 3×1',
    );
    expectError(mapped.call([1, [[1, 2]], [[1, 2, 3]]]), '#VALUE!', 'other is 1×2, extra is 1×3');
  });

  it('does not try what no host could show', () => {
    const result = mapped.call([Array.from({ length: 3000 }, () => [1]), [new Array<number>(3000).fill(1)]]);
    expectError(result, '#VALUE!', 'the result would be 3000×3000 cells, more than 5000000');
  });

  it('is blank where the measured figure is, whatever stands beside it', () => {
    expect(mapped.call([null, 'x'])).toBeNull();
    expect(mapped.call(['  ', 1])).toBeNull();
    expect(mapped.call([[[null]], 1])).toBeNull();
    expect(mapped.call([column(1, null, ''), column(1, 'x', errorCell('#N/A'))])).toEqual(column(11, null, null));
    expect(mapped.call([null, column(1, 2)])).toEqual(column(null, null));
    expect(mapped.call([column(null, 1), [[1, 2]]])).toEqual([
      [null, null],
      [11, 12],
    ]);
  });

  it('reads another blank as 0, and an optional one as its default', () => {
    expect(mapped.call([1, null])).toBe(10);
    expect(mapped.call([1, 2, ''])).toBe(12);
    expect(mapped.call([1, 2, undefined])).toBe(12);
    expect(mapped.call([column(1, 2), column(null, 1)])).toEqual(column(10, 21));
  });

  it('has an error in the one row that is wrong, with the argument and its own place', () => {
    const rows = rowsOf(mapped.call([column(1, 'x', 3), column(1, 2, 100)]));
    expect(rows[0]?.[0]).toBe(11);
    expectError(rows[1]?.[0], '#VALUE!', 'figure, row 2: expected a number, found the text "x"');
    expectError(rows[1]?.[0], '#VALUE!', '数值（figure）第 2 行：应为数字，实为文本"x"');
    expectError(rows[2]?.[0], '#VALUE!', 'other, row 3: expected 99 or less, found 100');
    const block = rowsOf(
      mapped.call([
        [
          [1, 2],
          [3, 4],
        ],
        [[5, 'y']],
      ]),
    );
    expect(block[1]?.[0]).toBe(35);
    expectError(block[1]?.[1], '#VALUE!', 'other, row 1, column 2');
  });

  it('says the row of what the body refuses', () => {
    expectError(mapped.call([666, 1]), '#VALUE!', 'an unlucky number');
    expectError(
      rowsOf(mapped.call([column(1, 666), 1]))[1]?.[0],
      '#VALUE!',
      'row 2: an unlucky number',
      '第 2 行：不吉利',
    );
  });

  it('passes an error cell on with its own code', () => {
    for (const code of ['#N/A', '#DIV/0!', '#REF!', '#NAME?', '#BUSY!'] as const) {
      expectError(mapped.call([errorCell(code), 1]), code, 'figure: the cell holds', '单元格为');
      expectError(rowsOf(mapped.call([column(1, 2), column(1, errorCell(code))]))[1]?.[0], code, 'other, row 2');
    }
  });

  it('says which argument is missing, empty or too many', () => {
    expectError(mapped.call([]), '#VALUE!', 'figure: this argument is missing', '缺少此参数');
    expectError(mapped.call([1]), '#VALUE!', 'other: this argument is missing');
    expectError(mapped.call([1, 2, 3, 4]), '#VALUE!', 'expected 3 arguments at most, found 4');
    expectError(mapped.call([[], 1]), '#VALUE!', 'figure', 'the range is empty');
    expectError(mapped.call([1, [[]]]), '#VALUE!', 'other', 'the range is empty');
  });

  it('gives no infinity and no negative zero', () => {
    expectError(mapped.call([Number.MAX_VALUE, 1]), '#VALUE!', 'too large');
    expect(Object.is(mapped.call([-0, -0]), 0)).toBe(true);
    expectError(mapped.call([Number.NaN, 1]), '#VALUE!', 'figure', 'found NaN');
    expectError(mapped.call([1, Number.POSITIVE_INFINITY]), '#VALUE!', 'other', 'found Infinity');
  });

  it('leaves its arguments as they are', () => {
    const figures = [[3], [null], ['x']];
    mapped.call([figures, 1]);
    expect(figures).toEqual([[3], [null], ['x']]);
  });
});

describe('a list function', () => {
  it('names the list whose cell does not fit by its own label, in both languages', () => {
    expect(listed.call([column('a', 'b'), column(1, 'x')])).toMatchObject({
      message: { en: expect.stringMatching(/^values: row 2/), zh: expect.stringMatching(/^数值（values）/) },
    });
    expect(listed.call([column('a', errorCell('#N/A')), column(1, 2)])).toMatchObject({
      code: '#N/A',
      message: { en: expect.stringMatching(/^names: row 2/), zh: expect.stringMatching(/^名称（names）/) },
    });
  });

  it('reads lists side by side, one value a row', () => {
    expect(listed.call([column('a', 'skip', 'c'), column(1, 2, 4)])).toBe(5);
    expect(listed.call([[['a', 'b']], [[1, 2]], 10])).toBe(13);
    expect(listed.call(['a', 7])).toBe(7);
  });

  it('needs lists of one shape', () => {
    expectError(listed.call([column('a', 'b'), column(1)]), '#VALUE!', 'names is 2×1, values is 1×1');
    expectError(listed.call([column('a', 'b'), [[1, 2]]]), '#VALUE!', 'names is 2×1, values is 1×2');
  });

  it('reads one header over all lists', () => {
    expect(listed.call([column('Name', 'a', 'skip'), column('Sales', 1, 2)])).toBe(1);
  });

  it('names the list and the position, counted from the top of the range', () => {
    expectError(
      listed.call([column('Name', 'a'), column('Sales', 'x')]),
      '#VALUE!',
      'values: row 2',
      '（values）：第 2 行',
    );
    expectError(listed.call([column('a', errorCell('#N/A')), column(1, 2)]), '#N/A', 'names: row 2');
    expectError(listed.call([column('a'), column(1), column(1, 2)]), '#VALUE!', 'start', 'a range of 2×1');
  });
});

describe('a table function', () => {
  it('gives a table of finite values', () => {
    const rows = rowsOf(tabled.call([column(1, null)]));
    expect(rows[0]?.slice(0, 2)).toEqual([1, 0]);
    expect(rows[1]?.[0]).toBeNull();
    expectError(rows[0]?.[2], '#VALUE!', 'too large');
  });

  it('is one error where a cell of its range does not fit', () => {
    expectError(
      tabled.call([
        [
          [1, 2],
          [3, 'x'],
        ],
      ]),
      '#VALUE!',
      'values: row 2, column 2',
    );
  });
});

describe('argumentsOf(fn, given)', () => {
  it('puts named arguments into their places', () => {
    expect(argumentsOf(mapped, { other: 2, figure: 1 })).toEqual([1, 2]);
    expect(argumentsOf(mapped, { figure: 1, extra: 3 })).toEqual([1, undefined, 3]);
  });
});
