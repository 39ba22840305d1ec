import { describe, expect, it } from 'vitest';
import { inputOf, typedValue } from '../../../src/panel/text/fieldInput.ts';
import { linesField, numberField, toggleField } from '../../../src/plan/field.ts';

const label = { en: 'Field', zh: '字段' };
const lines = linesField({
  label,
  columns: [
    { key: 'name', label, type: 'text' },
    { key: 'weight', label, type: 'number', optional: true },
  ],
  initial: () => [],
});

describe('typedValue(field, draft)', () => {
  it('makes numbers of figures, and leaves what is none for the schema to refuse', () => {
    const field = numberField({ label, initial: 0 });
    expect(typedValue(field, '1,200')).toBe(1200);
    expect(typedValue(field, ' ')).toBeUndefined();
    expect(field.schema.safeParse(typedValue(field, 'abc')).success).toBe(false);
  });

  it('makes records of lines without the blank ones', () => {
    expect(
      typedValue(lines, [
        ['North', '1500'],
        ['', ' '],
        ['East', ''],
      ]),
    ).toEqual([{ name: 'North', weight: 1500 }, { name: 'East' }]);
  });

  it('undoes inputOf(field, value)', () => {
    const value = [{ name: 'North', weight: 1500 }, { name: 'East' }];
    expect(typedValue(lines, inputOf(lines, value))).toEqual(value);
    const toggle = toggleField({ label, initial: true });
    expect(typedValue(toggle, inputOf(toggle, false))).toBe(false);
  });
});
