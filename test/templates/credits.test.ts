import { describe, expect, it } from 'vitest';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { Problems } from '../../src/plan/template.ts';
import { credits } from '../../src/templates/credits.ts';
import { insertedIn } from '../support/editContract.ts';
import { figuresOf, specOf } from '../support/planning.ts';

const line = (number: string, person: string, role: string, share?: number) => ({ number, person, role, share });
const LINES = [
  line('D-1', 'Ann', 'owner'),
  line('D-1', 'Ben', 'split', 0.4),
  line('D-1', 'Cleo', 'overlay', 0.1),
  line('D-2', 'Ben', 'owner', 0.5),
  line('D-2', 'Dan', 'split', 0.4),
];
const figures = (lines: readonly Readonly<Record<string, unknown>>[], language: 'en' | 'zh' = 'en') =>
  figuresOf(specOf(credits, language, { credits: lines }), language);
const states = (...lines: readonly Readonly<Record<string, unknown>>[]) =>
  figures(lines).column('Credits', 'state').slice(0, lines.length);

describe('credits', () => {
  it('gives the owner what the splits leave, and overlays their share on top', () => {
    const shown = figures(LINES);
    expect(shown.column('Credits', 'credit').slice(0, 5)).toEqual([0.6, 0.4, 0.1, 0.5, 0.4]);
    expect(shown.column('Credits', 'total').slice(0, 5)).toEqual([1, 1, 1, 0.9, 0.9]);
    expect(shown.column('Credits', 'state').slice(0, 5)).toEqual([
      ...['complete', 'complete', 'complete'],
      ...['✗ not 100%', '✗ not 100%'],
    ]);
    expect(shown.above('Credits', 'check', 'state')).toBe('✗ rows: 2');
    expect(figures(LINES.slice(0, 3)).above('Credits', 'check', 'state')).toBe(0);
  });

  it('shares a third each to the last digit', () => {
    const thirds = [line('D', 'A', 'owner'), line('D', 'B', 'split', 1 / 3), line('D', 'C', 'split', 1 / 3)];
    expect(states(...thirds)).toEqual(['complete', 'complete', 'complete']);
  });

  it('says which deals have no owner or several, more than the whole, or somebody twice', () => {
    expect(states(line('A', 'Ann', 'split', 0.6), line('A', 'Ben', 'split', 0.4))).toEqual([
      '✗ no owner',
      '✗ no owner',
    ]);
    expect(states(line('A', 'Ann', 'owner'), line('A', 'Ben', 'owner'))).toEqual([
      '✗ several owners',
      '✗ several owners',
    ]);
    const over = [line('A', 'Ann', 'owner'), line('A', 'Ben', 'split', 0.6), line('A', 'Cleo', 'split', 0.5)];
    expect(states(...over)).toEqual(['✗ not 100%', '✗ not 100%', '✗ not 100%']);
    expect(figures(over).column('Credits', 'total')[0]).toBe(1.1);
    expect(states(line('A', 'Ann', 'owner'), line('a', 'ann', 'overlay', 0.1))).toEqual([
      '✗ person twice',
      '✗ person twice',
    ]);
    expect(states(line('A', 'Ann', 'owner'), line('A', 'Ben', 'split'))).toEqual(['complete', '✗ no share']);
    expect(states(line('A', 'Ann', 'owner'), line('A', 'Ben', 'split', 40))).toEqual(['✗ not 100%', '✗ not a share']);
  });

  it('knows a role in either language, and refuses what is none', () => {
    const mixed = [line('D-1', 'Ann', '主责'), line('D-1', 'Ben', 'Split', 0.4), line('D-1', 'Cleo', '附加', 0.1)];
    expect(specOf(credits, 'en', { credits: mixed }).tables[0]?.rows.map(({ role }) => role)).toEqual([
      'owner',
      'split',
      'overlay',
    ]);
    expect(figures(mixed, 'zh').column('Credits', 'credit').slice(0, 3)).toEqual([0.6, 0.4, 0.1]);
    expect(credits.build({ title: 'A', credits: [line('D', 'Ann', 'boss')], samples: true }, 'en')).toBeInstanceOf(
      Problems,
    );
  });

  it('shows a deal that is shared and one that is not finished, in both languages', () => {
    for (const language of ['en', 'zh'] as const) {
      const shown = figuresOf(specOf(credits, language), language);
      expect(shown.column('Credits', 'credit').slice(0, 5)).toEqual([0.6, 0.4, 0.1, 0.5, 0.4]);
      expect(shown.above('Credits', 'check', 'state')).toBe({ en: '✗ rows: 2', zh: '✗ 行：2' }[language]);
    }
  });

  it.each([
    ['Excel', excelDialect],
    ['Google Sheets', sheetsDialect],
  ] as const)('follows each cell (%s)', async (host, dialect) => {
    const { edited, book } = await insertedIn(host, dialect, specOf(credits, 'en', { credits: LINES }));
    const type = (at: number, key: string, cell: string | number | null) =>
      ({ is: 'type', table: 'Credits', at, key, cell }) as const;
    for (const edit of [
      ...[type(3, 'share', null), type(1, 'share', '12万'), type(1, 'share', 1.5), type(1, 'share', null)],
      ...[type(1, 'share', 0.25), type(2, 'role', null), type(2, 'role', 'owner'), type(0, 'role', 'split')],
      ...[type(1, 'number', null), type(4, 'person', null)],
      { is: 'insert', table: 'Credits', at: 0 } as const,
    ]) {
      edited.do(edit);
      await book.calculated();
      edited.compare('en', edit);
    }
    book.dispose();
  });
});
