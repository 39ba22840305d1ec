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

  it('shows shares as percentages, which are read as the same numbers, and amounts as they are', () => {
    const field = { ...numberField({ label, initial: 0 }), share: true };
    const shown = [0.8, 1.1, 0.035, 0, 1.005, 150000, 1 / 3].map(value => inputOf(field, value));
    expect(shown).toEqual(['80%', '110%', '3.5%', '0%', '100.5%', '150000', expect.any(String)]);
    for (const value of [0.8, 1.1, 0.035, 0.07, 0.29, 1 / 3]) {
      expect(typedValue(field, inputOf(field, value))).toBe(value);
    }
  });
});
