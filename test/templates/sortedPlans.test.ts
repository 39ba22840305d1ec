import { describe, expect, it } from 'vitest';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { incentive } from '../../src/templates/incentive.ts';
import { leaderboard } from '../../src/templates/leaderboard.ts';
import { scorecard } from '../../src/templates/scorecard.ts';
import { type Edit, insertedIn } from '../support/editContract.ts';
import { figuresOf, specOf } from '../support/planning.ts';

const HOSTS = Object.entries({ Excel: excelDialect, 'Google Sheets': sheetsDialect });

describe.each(HOSTS)('tables of a plan that people have sorted, in %s', (host, dialect) => {
  it('the places of prizes are counted: they go by their order, and the sheet says so', async () => {
    const { edited, book } = await insertedIn(host, dialect, specOf(incentive, 'en'));
    const [low, middle, high] = [1000, 3000, 5000];
    for (const [at, cell] of [low, middle, high].entries())
      edited.do({ is: 'type', table: 'Prizes', at, key: 'prize', cell });
    edited.do({ is: 'delete', table: 'Prizes', at: 0 });
    await book.calculated();
    edited.compare('en', 'sorted, and the first one deleted');
    expect(edited.column('Prizes', 'place').slice(0, 2)).toEqual([1, 2]);
    book.dispose();
  });

  it('the places of a leaderboard’s prizes are counted, too', async () => {
    const { edited, book } = await insertedIn(host, dialect, specOf(leaderboard, 'en'));
    edited.do({ is: 'delete', table: 'Prizes', at: 0 });
    await book.calculated();
    edited.compare('en', 'the first one deleted');
    expect(edited.column('Prizes', 'place')[0]).toBe(1);
    book.dispose();
  });

  it('a grade is the highest that is reached, in whatever order they stand', async () => {
    const { edited, book } = await insertedIn(host, dialect, specOf(scorecard, 'en'));
    const sort: Edit[] = [
      [0, 'E'],
      [60, 'D'],
      [80, 'C'],
      [95, 'B'],
      [110, 'A'],
    ].flatMap(([from, grade], at): Edit[] => [
      { is: 'type', table: 'Grades', at, key: 'from', cell: from ?? null },
      { is: 'type', table: 'Grades', at, key: 'grade', cell: grade ?? null },
    ]);
    for (const edit of sort) edited.do(edit);
    await book.calculated();
    edited.compare('en', 'grades sorted');
    expect(edited.parameter('Grade')).toBe('B');
    book.dispose();
  });
});

describe('grades', () => {
  it('are capped by a missed gate in whatever order they stand', () => {
    const spec = specOf(scorecard, 'en');
    const kpis =
      spec.tables.find(({ key }) => key === 'Kpis')?.rows.map((row, at) => (at === 0 ? { ...row, gate: 2 } : row)) ??
      [];
    const turned = (reverse: boolean) => ({
      ...spec,
      tables: spec.tables.map(table => {
        if (table.key === 'Kpis') return { ...table, rows: kpis };
        return table.key === 'Grades' && reverse ? { ...table, rows: [...table.rows].reverse() } : table;
      }),
    });
    for (const reverse of [false, true])
      expect(figuresOf(turned(reverse), 'en').parameter('Grade'), `${reverse}`).toBe('D');
  });
});
