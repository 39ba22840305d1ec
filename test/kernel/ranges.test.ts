import { describe, expect, it } from 'vitest';
import { CellError, type Matrix } from '../../src/kernel/cell.ts';
import {
  alignLists,
  dates,
  type LabelRange,
  labels,
  type NumberRange,
  numberGrid,
  numbers,
  optional,
} from '../../src/kernel/ranges.ts';
import { column } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';

const options = { label: { en: 'Figures', zh: '数值' }, about: { en: 'Figures.', zh: '数值。' } };

function read<R>(parameter: { read(cells: Matrix): R | CellError | undefined }, cells: Matrix): R {
  const range = parameter.read(cells);
  if (range === undefined || range instanceof CellError) throw new Error('expected a range');
  return range;
}

const valuesOf = (range: NumberRange): [value: number, index: number][] => {
  const seen: [number, number][] = [];
  range.each((value, index) => seen.push([value, index]));
  return seen;
};
const listed = (cells: Matrix): NumberRange => read<NumberRange>(numbers(options), cells);
const problem = (range: NumberRange | LabelRange): string => range.error?.message.en ?? 'no error';

describe('numbers(options)', () => {
  it('visits what is filled in, in reading order, with its place', () => {
    expect(
      valuesOf(
        listed([
          [1, null],
          [2, 3],
        ]),
      ),
    ).toEqual([
      [1, 0],
      [2, 2],
      [3, 3],
    ]);
    expect(
      listed([
        [1, null],
        [2, 3],
      ]).shape,
    ).toBe('2×2');
  });

  it('skips blanks and what people write for them', () => {
    const blanks = column(1, null, '', '  ', 'NA', 'n/a', ' N/A ', '-', '–', '—', '无', 2);
    expect(valuesOf(listed(blanks)).map(([value]) => value)).toEqual([1, 2]);
    expect(problem(listed(blanks))).toBe('no error');
  });

  it.each([
    ['a column', column('Sales', 1, 2)],
    ['a row', [['Sales', 1, 2]]],
    ['a column that holds nothing else', column('Sales', 1, null)],
  ])('reads the leading text of %s as its header', (_, cells) => {
    const range = listed(cells);
    expect(range.headerCells).toBe(1);
    expect(valuesOf(range)[0]).toEqual([1, 0]);
    expect(problem(range)).toBe('no error');
  });

  it('reads a first row of texts over a block as its header, not half a one', () => {
    expect(
      valuesOf(
        listed([
          ['May', 'June'],
          [1, 2],
        ]),
      ),
    ).toEqual([
      [1, 0],
      [2, 1],
    ]);
    const half = listed([
      ['May', 5],
      [1, 2],
    ]);
    valuesOf(half);
    expect(problem(half)).toContain('row 1, column 1');
  });

  it.each([['9'], ['1,200'], ['2025-10-01'], ['¥12'], ['80%'], ['#N/A'], ['N/A'], ['']])(
    'takes no %j for a header',
    first => {
      expect(listed(column(first, 1)).headerCells).toBe(0);
    },
  );

  it('takes a lone text for what it is', () => {
    const range = listed([['Sales']]);
    valuesOf(range);
    expect(problem(range)).toBe('row 1: expected a number, found the text "Sales"');
  });

  it('stops at the first cell that does not fit, and says where it is, header included', () => {
    const range = listed(column('Sales', 1, 'x', 2));
    expect(valuesOf(range)).toEqual([[1, 0]]);
    expect(problem(range)).toBe('row 3: expected a number, found the text "x"');
    expect(range.error?.message.zh).toBe('第 3 行：应为数字，实为文本"x"');
  });

  it('minds its bounds, cell by cell and all at once alike', () => {
    const parameter = numbers({ ...options, minimum: 0, maximum: 10, whole: true });
    for (const [cell, says] of [
      [11, 'expected a number from 0 to 10, found 11'],
      [-1, 'found -1'],
      [2.5, 'expected a whole number, found 2.5'],
      [Number.NaN, 'found NaN'],
      [true, 'found the logical value true'],
    ] as const) {
      const all = read<NumberRange>(parameter, column(5, cell));
      valuesOf(all);
      const single = read<NumberRange>(parameter, column(5, cell));
      expect(single.at(1)).toBeNull();
      for (const range of [all, single])
        expect(problem(range)).toContain(`row 2: ${says.startsWith('found') ? '' : says}`);
      expect(problem(all)).toBe(problem(single));
      expect(problem(all)).toContain(says);
    }
  });

  it('passes an error cell on, with its code and place', () => {
    const range = listed(column(1, errorCell('#DIV/0!')));
    valuesOf(range);
    expect(range.error).toMatchObject({ code: '#DIV/0!', message: { en: 'row 2: the cell holds #DIV/0!' } });
  });

  it('reads short rows as blank to their end', () => {
    expect(valuesOf(listed([[1, 2], [3]]))).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
    ]);
  });

  it('keeps the first of several problems', () => {
    const range = listed(column(1, 2));
    range.reject(1, new CellError('#VALUE!', { en: 'first', zh: '一' }));
    range.reject(0, new CellError('#VALUE!', { en: 'second', zh: '二' }));
    expect(problem(range)).toBe('row 2: first');
  });

  it('asks for cells', () => {
    expect(numbers(options).read(undefined)).toBeInstanceOf(CellError);
    expect(numbers(options).read([])).toBeInstanceOf(CellError);
    expect(numbers(options).read([[]])).toBeInstanceOf(CellError);
    expect(listed([[7]]).length).toBe(1);
  });
});

describe('dates(options)', () => {
  const days = (cells: Matrix): NumberRange => read<NumberRange>(dates(options), cells);

  it('reads serial numbers, and no day where the cell is blank or the 0 of desktop Excel', () => {
    expect(valuesOf(days(column('Date', 45689, 0, null, 45690.5)))).toEqual([
      [45689, 0],
      [45690.5, 3],
    ]);
    expect(days(column(0)).at(0)).toBeNull();
  });

  it('reads no text as a date, not even in the first row', () => {
    const range = days(column('2025-02-01', 45690));
    valuesOf(range);
    expect(problem(range)).toBe('row 1: expected a date cell, found the text "2025-02-01"');
  });
});

describe('numberGrid(options)', () => {
  it('has no header: its shape is the result’s', () => {
    const range = read<NumberRange>(numberGrid(options), column('Sales', 1));
    expect(range.length).toBe(2);
    valuesOf(range);
    expect(problem(range)).toContain('row 1');
  });
});

describe('alignLists(lists)', () => {
  const list = (cells: Matrix): NumberRange => read<NumberRange>(numbers(options), cells);

  it('says which list begins with a header and which with a number, in whatever order they stand', () => {
    const [plain, headed] = [list(column(1, 2)), list(column('Sales', 2))];
    const said = (wrong: unknown) => (wrong instanceof CellError ? wrong.message.en : '');
    expect(
      said(
        alignLists([
          ['a', plain],
          ['b', headed],
        ]),
      ),
    ).toMatch(/^b starts with a header, a with a number/);
    expect(
      said(
        alignLists([
          ['b', headed],
          ['a', plain],
        ]),
      ),
    ).toMatch(/^b starts with a header, a with a number/);
    const names = ['x', 'y', 'z'].map(name => [name, list(column(1, 2))] as const);
    expect(said(alignLists([...names, ['b', headed]]))).toMatch(/^b starts with a header, x with a number/);
    expect(alignLists(names)).toBeUndefined();
  });
});

describe('labels(options)', () => {
  const named = (cells: Matrix): LabelRange => read<LabelRange>(labels(options), cells);

  it('reads anything that tells one from another, trimmed, and skips blanks', () => {
    const seen: [string, number][] = [];
    named([
      [' Ann ', null],
      [1001, true],
      ['无', 'N/A'],
    ]).each((label, index) => seen.push([label, index]));
    expect(seen).toEqual([
      ['Ann', 0],
      ['1001', 2],
      ['true', 3],
    ]);
  });

  it('stops at an error cell', () => {
    const range = named(column('Ann', errorCell('#N/A'), 'Ben'));
    const seen: string[] = [];
    range.each(label => seen.push(label));
    expect(seen).toEqual(['Ann']);
    expect(range.error).toMatchObject({ code: '#N/A', message: { en: 'row 2: the cell holds #N/A' } });
  });
});

describe('optional(parameter)', () => {
  it('may be left out', () => {
    for (const nothing of [undefined, null, '']) expect(optional(numbers(options)).read(nothing)).toBeUndefined();
    expect(optional(numbers(options)).optional).toBe(true);
  });
});
