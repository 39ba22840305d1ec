import { describe, expect, it } from 'vitest';
import { inputOf, typedValue } from '../../../src/panel/text/fieldInput.ts';
import { linesField, numberField, toggleField } from '../../../src/plan/field.ts';
import { explain } from '../../../src/plan/problems.ts';

const label = { en: 'Field', zh: '字段' };
const lines = linesField({
  label,
  columns: [
    { key: 'name', label, type: 'text' },
    { key: 'weight', label, type: 'number', optional: true },
  ],
  initial: [],
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

  it('takes a bare 90 for no share, but where it may be an amount', () => {
    const field = { ...numberField({ label, initial: 1.1 }), share: true };
    expect(['90%', '0.9', '1.1', '90 ％', '5'].map(typed => typedValue(field, typed))).toEqual([0.9, 0.9, 1.1, 0.9, 5]);
    expect(typedValue(field, '90')).toBe('90');
    const refused = field.schema.safeParse(typedValue(field, '90'));
    expect(explain(refused.error?.issues ?? [], field).zh).toBe('请输入百分比，如 90%。');
    const columns = [{ key: 'from', label, type: 'number', share: 'orAmount' }] as const;
    const tiers = linesField({ label, columns, initial: [] });
    expect(typedValue(tiers, [['85'], ['85%']])).toEqual([{ from: 85 }, { from: 0.85 }]);
  });
});
