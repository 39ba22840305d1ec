import { describe, expect, it } from 'vitest';
import { say } from '../../src/kernel/text.ts';
import { choiceField, linesField, numberField } from '../../src/plan/field.ts';
import { f } from '../../src/plan/formulaText.ts';
import { settle } from '../../src/plan/said.ts';
import { inStrip, readBy, show } from '../../src/plan/show.ts';

const label = say('Sales', '销售额');
const red = { fill: '#FF0000', color: '#FFFFFF' };

describe('show.kind(key, label, more)', () => {
  it('lets be typed what is shown, within its bounds', () => {
    expect(show.amount('sales', label, { minimum: 0 }).rule).toEqual({ kind: 'number', minimum: 0 });
    expect(show.integer('level', label, { minimum: 1, maximum: 5, whole: true }).rule).toEqual({
      kind: 'number',
      minimum: 1,
      maximum: 5,
      whole: true,
    });
    expect(show.date('due', label).rule).toEqual({ kind: 'date' });
    expect(show.text('name', label).rule).toBeUndefined();
  });

  it('has no rule for what is computed, or brought', () => {
    expect(show.percent('share', label, { formula: f`[a]/[b]` }).rule).toBeUndefined();
    expect(show.amount('sales', label, { spilled: true }).rule).toBeUndefined();
    expect(show.amount('sales', label, { fixed: true }).rule).toBeUndefined();
    expect(show.month('Month', label, { value: f`Start` }).rule).toBeUndefined();
    expect(readBy(show.amount('sales', label, { minimum: 0 }), f`[a]`)).not.toHaveProperty('rule');
  });

  it('is asked for by a form in the same words, shares as percentages', () => {
    const columns = [show.percent('rate', label, { minimum: 0 }), show.text('who', label, { optional: true })] as const;
    const field = linesField({ label, columns, initial: [{ rate: 0.1, who: say('all', '全部') }] });
    expect(field.columns).toEqual([
      { key: 'rate', label, type: 'number', share: true },
      { key: 'who', label, type: 'text', optional: true },
    ]);
    expect(field.initial({ language: 'zh', today: '2026-03-10' })).toEqual([{ rate: 0.1, who: '全部' }]);
  });
});

describe('inStrip(field, kind, key, more)', () => {
  it('gives a field a cell under its own label, with its choices, and its hint as a note', () => {
    const whole = say('whole', '全额');
    const choices = [{ value: 'whole', label: whole }];
    const mode = inStrip(choiceField({ label, hint: whole, initial: 'whole', choices }), show.text, 'Mode', {
      noted: true,
    });
    expect(mode.cell).toMatchObject({ key: 'Mode', label, format: 'text', choices: [whole], note: whole });
    expect(inStrip(numberField({ label, initial: 1 }), show.percent, 'Cap').share).toBe(true);
  });
});

describe('settle(sheet, language)', () => {
  it('shows amounts as the form says, words in the language, and days as dates', () => {
    const columns = [
      show.date('due', label),
      show.amount('sales', label),
      show.text('state', label, { choices: [say('open', '待办')], lights: [{ word: say('open', '待办'), ...red }] }),
    ];
    const rows = [{ due: '2026-03-10', sales: undefined, state: say('open', '待办') }];
    const sheet = {
      amounts: 'wan',
      strip: [show.amount('Cap', label)],
      tables: [{ key: 'Rows', columns, rows }],
    } as const;
    const { parameters, tables } = settle(sheet, 'zh');
    expect(parameters).toMatchObject([{ key: 'Cap', format: 'wan', value: null }]);
    expect(tables).toMatchObject([
      {
        spare: 0,
        above: [],
        rows: [{ due: 46091, sales: null, state: '待办' }],
        columns: [
          { format: 'date' },
          { format: 'wan' },
          {
            rule: { kind: 'list', values: ['待办'] },
            lights: [{ condition: { when: 'textIs', value: '待办' }, ...red }],
          },
        ],
      },
    ]);
  });

  it('keeps a list of lights one list, and makes rows of their number', () => {
    const lights = [{ word: label, ...red }];
    const columns = [show.text('a', label, { lights }), show.text('b', label, { lights })];
    const [table] = settle({ strip: [], tables: [{ key: 'Rows', columns, rows: 3 }] }, 'en').tables;
    expect(table?.rows).toEqual([{}, {}, {}]);
    expect(table?.columns[0]?.lights).toBe(table?.columns[1]?.lights);
  });
});
