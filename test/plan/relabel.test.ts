import { describe, expect, it } from 'vitest';
import { sheetsDialect } from '../../src/plan/dialect.ts';
import { before } from '../../src/plan/fitting.ts';
import { formerly } from '../../src/plan/formerly.ts';
import { headingsIn } from '../../src/plan/headings.ts';
import type { Op } from '../../src/plan/op.ts';
import { type Label, relabel, type SheetTexts, wordingsOf } from '../../src/plan/relabel.ts';
import type { Literal } from '../../src/plan/sheetSpec.ts';
import type { Template } from '../../src/plan/template.ts';
import { deals } from '../../src/templates/deals.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { incentive } from '../../src/templates/incentive.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { only, opsOf, specOf, TODAY } from '../support/planning.ts';

/** A sheet of cells, row by row. */
function texts(rows: readonly (readonly (Literal | undefined)[])[], notes: readonly Label[] = []): SheetTexts {
  const cells = rows.flatMap((row, index) =>
    row.flatMap((text, column) => (typeof text === 'string' ? [{ row: index, column, text }] : [])),
  );
  return { cells, notes };
}

/** In Google Sheets the headings of computed columns stand in their formulas. */
function computedHeadings(ops: readonly Op[]): Label[] {
  const first = [
    ...only(ops, 'spill').map(({ area, formula }) => ({ ...area, formula })),
    ...only(ops, 'formulas').flatMap(({ area, formulas }) =>
      (formulas[0] ?? []).map((formula, index) => ({ row: area.row, column: area.column + index, formula })),
    ),
  ];
  return first.flatMap(({ row, column, formula }) =>
    headingsIn(formula).map((text, index) => ({ row, column: column + index, text })),
  );
}

const HEADINGS = ['Region', 'Product line', 'Salesperson', 'Target', 'Actual to date', 'Achievement'];

describe('relabel(sheet, wordings, to)', () => {
  const wordings = wordingsOf(tracker, TODAY);
  const said = (sheet: SheetTexts, to: 'en' | 'zh') => relabel(sheet, wordings, to).cells.map(({ text }) => text);

  it('turns titles, labels, headings, totals and notes', () => {
    const sheet = texts(
      [
        ['Monthly target tracker'],
        ['Period start', 'Period end', 'Data as of', 'Currency and unit', 'Working week', 'Time elapsed', 'Amber from'],
        ['Total'],
        HEADINGS,
      ],
      [{ row: 3, column: 5, text: 'Actual ÷ target.' }],
    );
    const labels = relabel(sheet, wordings, 'zh');
    expect(labels.cells).toContainEqual({ row: 0, column: 0, text: '月度目标跟踪' });
    expect(labels.cells).toContainEqual({ row: 1, column: 2, text: '数据截至' });
    expect(labels.cells).toContainEqual({ row: 2, column: 0, text: '合计' });
    expect(labels.cells).toContainEqual({ row: 3, column: 4, text: '累计实际' });
    expect(labels.notes).toEqual([{ row: 3, column: 5, text: '实际 ÷ 目标。' }]);
    expect(before(sheet, labels).notes).toEqual(sheet.notes);
  });

  it('leaves alone what people typed, even where it is one of our words', () => {
    const sheet = texts([
      ['Our March'],
      ['My note'],
      HEADINGS,
      ['Region', 'Target', 'Anna'],
      ['Total', 'Status', null],
    ]);
    expect(said(sheet, 'zh')).toEqual(['区域', '产品线', '销售员', '目标', '累计实际', '达成率']);
  });

  it('knows what a list brings that nobody has filled in at first', () => {
    const sheet = texts([['Manager’s tiers'], ['From', 'Rate', 'Bonus', 'Tier name']]);
    const labels = relabel(sheet, wordingsOf(deals, TODAY), 'zh');
    expect(labels.cells.map(({ text }) => text)).toEqual(['管理提成档位', '起点', '比例', '奖金', '档位名称']);
  });

  it('knows headings that were moved, and those between columns that people have added', () => {
    const sheet = texts([[], [undefined, 'Mine', ...[...HEADINGS].reverse(), 'Also mine']]);
    expect(said(sheet, 'zh')).toEqual(['达成率', '累计实际', '目标', '销售员', '产品线', '区域']);
  });

  it.each([
    [['3  Is the plan sound?'], ['Row', 'Severity', 'Finding'], ['', 'ok', 'Total'], ['Total'], '方案检查', 'zh'],
    [['三、方案检查'], ['行', '程度', '发现'], ['', '正常', '合计'], ['合计'], 'Is the plan sound?', 'en'],
  ] as const)(
    'writes nothing over the headings and rows that a formula fills: %j',
    (title, heads, row, total, turned, to) => {
      const sheet = texts([title, heads, row, total]);
      expect(relabel(sheet, wordingsOf(incentive, TODAY), to).cells).toEqual([{ row: 0, column: 0, text: turned }]);
    },
  );

  it('has nothing to do on a sheet that speaks the language already, or on an empty one', () => {
    expect(said(texts([HEADINGS]), 'en')).toEqual([]);
    expect(relabel(texts([]), wordings, 'zh')).toEqual({ cells: [], notes: [] });
  });
});

/** A sheet as a language's template writes it, with its notes. */
function written(template: Template, language: 'en' | 'zh'): SheetTexts {
  const ops = opsOf(specOf(template, language), language, sheetsDialect);
  const notes = only(ops, 'note').map(({ row, column, text }) => ({ row, column, text }));
  const { cells } = texts(only(ops, 'values')[0]?.values.map(row => row.map(cell => cell)) ?? []);
  return { cells: [...cells, ...computedHeadings(ops)], notes };
}

describe.each(gallery.map(template => [template.id, template] as const))('relabel() of %s', (_, template) => {
  it('makes an English sheet say what a Chinese one says, and back', () => {
    const [en, zh] = [written(template, 'en'), written(template, 'zh')];
    const wordings = wordingsOf(template, TODAY);
    for (const [from, other, to] of [
      [en, zh, 'zh'],
      [zh, en, 'en'],
    ] as const) {
      const labels = relabel(from, wordings, to);
      expect(labels.cells.length).toBeGreaterThan(0);
      const there = new Map(other.cells.map(({ row, column, text }) => [`${row} ${column}`, text]));
      for (const { row, column, text } of labels.cells)
        expect([row, column, text]).toEqual([row, column, there.get(`${row} ${column}`)]);
      expect(labels.notes).toEqual(
        other.notes.filter(({ row, column, text }) =>
          from.notes.some(note => note.row === row && note.column === column && note.text !== text),
        ),
      );
    }
  });

  it('knows a sheet of an earlier version by the words that it had then', () => {
    const wordings = wordingsOf(template, TODAY);
    const [en, zh] = [written(template, 'en'), written(template, 'zh')];
    const today = new Set([...en.cells, ...en.notes, ...zh.cells, ...zh.notes].map(({ text }) => text));
    const old = (labels: readonly Label[], index: number): Label[] =>
      labels.map(label => {
        const word = formerly(label.text)[index];
        return word === undefined || today.has(word) ? label : { ...label, text: word };
      });
    for (const [sheet, to] of [
      [en, 'zh'],
      [zh, 'en'],
    ] as const) {
      const expected = relabel(sheet, wordings, to);
      for (const index of [0, 1]) {
        const labels = relabel({ cells: old(sheet.cells, index), notes: old(sheet.notes, index) }, wordings, to);
        expect(labels.cells).toEqual(expect.arrayContaining([...expected.cells]));
        expect(labels.notes).toEqual(expect.arrayContaining([...expected.notes]));
      }
    }
  });
});
