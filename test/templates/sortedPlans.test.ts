import { describe, expect, it } from 'vitest';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { incentive } from '../../src/templates/incentive.ts';
import { leaderboard } from '../../src/templates/leaderboard.ts';
import { insertedIn } from '../support/editContract.ts';
import { specOf } from '../support/planning.ts';

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
});
