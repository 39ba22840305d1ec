import { describe, expect, it } from 'vitest';
import { CellError } from '../../src/kernel/cell.ts';
import {
  choice,
  choiceOr,
  date,
  number,
  numberOr,
  numberOrBlank,
  optionalNumber,
  text,
} from '../../src/kernel/parameters.ts';
import { column } from '../support/column.ts';
import { errorCell } from '../support/errorCell.ts';

const options = { label: { en: 'Figure', zh: '数值' }, about: { en: 'A figure.', zh: '数值。' } };
const messageOf = (value: unknown): string => (value instanceof CellError ? value.message.en : `no error: ${value}`);
const messageInChinese = (value: unknown): string => (value instanceof CellError ? value.message.zh : 'no error');

describe('number(options)', () => {
  const any = number(options);
  const share = number({ ...options, minimum: 0, maximum: 1 });
  const whole = number({ ...options, whole: true, minimum: 1 });

  it('reads a number, alone or as a range of one cell', () => {
    expect(any.read(1.5)).toBe(1.5);
    expect(any.read([[-2]])).toBe(-2);
  });

  it('reads a blank as 0, which then has to fit', () => {
    expect(any.read(null)).toBe(0);
    expect(any.read(' ')).toBe(0);
    expect(any.read([[null]])).toBe(0);
    expect(messageOf(whole.read(null))).toBe('expected 1 or more, found 0');
  });

  it('turns nothing into a number that is none', () => {
    expect(messageOf(any.read('12'))).toBe('expected a number, found the text "12"');
    expect(messageInChinese(any.read('12'))).toBe('应为数字，实为文本"12"');
    expect(messageOf(any.read(true))).toBe('expected a number, found the logical value true');
    expect(messageOf(any.read('x'.repeat(40)))).toContain(`"${'x'.repeat(30)}…"`);
  });

  it('says its bounds', () => {
    expect(messageOf(share.read(1.5))).toBe('expected a number from 0 to 1, found 1.5');
    expect(messageInChinese(share.read(-1))).toBe('应在 0 与 1 之间，实为 -1');
    expect(messageOf(whole.read(1.5))).toBe('expected a whole number, found 1.5');
    expect(share.read(0)).toBe(0);
    expect(share.read(1)).toBe(1);
    expect(messageOf(any.read(Number.NaN))).toContain('found NaN');
  });

  it('takes a single cell, and asks for one that is missing', () => {
    expect(messageOf(any.read(column(1, 2)))).toBe('expected a single cell, found a range of 2×1');
    expect(messageOf(any.read(undefined))).toBe('this argument is missing');
    expect(any.read(errorCell('#REF!'))).toMatchObject({ code: '#REF!' });
  });
});

describe('numberOr(fallback, options), optionalNumber(options), numberOrBlank(options)', () => {
  it('differ in what a blank and a missing argument are', () => {
    const kinds = [numberOr(7, options), optionalNumber(options), numberOrBlank({ ...options, optional: true })];
    expect(kinds.map(kind => kind.read(3))).toEqual([3, 3, 3]);
    expect(kinds.map(kind => kind.read(null))).toEqual([7, undefined, null]);
    expect(kinds.map(kind => kind.read(''))).toEqual([7, undefined, null]);
    expect(kinds.map(kind => kind.read(undefined))).toEqual([7, undefined, undefined]);
    expect(messageOf(numberOrBlank(options).read(undefined))).toBe('this argument is missing');
    expect(numberOr(7, options).default).toBe(7);
  });
});

describe('date(options)', () => {
  const day = date(options);

  it('reads the day of a serial number', () => {
    expect(day.read(45689)).toBe(45689);
    expect(day.read(45689.75)).toBe(45689);
    expect(day.read(2958465.9)).toBe(2958465);
    expect(day.read(1)).toBe(1);
  });

  it('never takes a blank for a day, nor the 0 that desktop Excel makes of it', () => {
    for (const blank of [null, '', 0]) expect(messageOf(day.read(blank))).toBe('expected a date, the cell is blank');
    expect(messageOf(day.read(undefined))).toBe('this argument is missing');
  });

  it('reads no text as a date', () => {
    expect(messageOf(day.read('2025-02-01'))).toBe('expected a date cell, found the text "2025-02-01"');
    expect(messageInChinese(day.read('2月1日'))).toContain('应为日期单元格');
    expect(messageOf(day.read(-1))).toContain('found -1');
    expect(messageOf(day.read(2958466))).toContain('found 2958466');
  });
});

describe('choiceOr(fallback, choices, options)', () => {
  const way = choiceOr(
    'whole',
    [
      choice('whole', { en: 'whole', zh: '全额' }, 'slab', 'Retroactive'),
      choice('marginal', { en: 'slice by slice', zh: '超额累进' }, 'band'),
    ],
    options,
  );

  it('knows a choice by its value, its labels and what people write for it, in either language', () => {
    for (const word of ['whole', 'WHOLE', ' slab ', 'retroactive', '全额']) expect(way.read(word)).toBe('whole');
    for (const word of ['marginal', 'Band', 'Slice by Slice', '超额累进']) expect(way.read(word)).toBe('marginal');
  });

  it('takes its default for a blank and a missing argument', () => {
    for (const blank of [null, '', undefined]) expect(way.read(blank)).toBe('whole');
  });

  it('says what it knows', () => {
    expect(messageOf(way.read('half'))).toBe('expected one of "whole", "marginal", found "half"');
    expect(messageInChinese(way.read(3))).toBe('应为 "whole"、"marginal" 之一，实为3');
    expect(way.read(errorCell('#N/A'))).toMatchObject({ code: '#N/A' });
  });
});

describe('text(options)', () => {
  it('reads anything that says something', () => {
    expect(text(options).read('North')).toBe('North');
    expect(text(options).read(7)).toBe('7');
    expect(messageOf(text(options).read(null))).toBe('this argument is missing');
  });
});
