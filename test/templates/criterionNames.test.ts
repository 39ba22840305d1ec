import { describe, expect, it } from 'vitest';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { activity } from '../../src/templates/activity.ts';
import { analysis } from '../../src/templates/analysis.ts';
import { collection } from '../../src/templates/collection.ts';
import { dashboard } from '../../src/templates/dashboard.ts';
import { deals } from '../../src/templates/deals.ts';
import { incentive } from '../../src/templates/incentive.ts';
import { leaderboard } from '../../src/templates/leaderboard.ts';
import { review } from '../../src/templates/review.ts';
import { survey } from '../../src/templates/survey.ts';
import { targetSplit } from '../../src/templates/targetSplit.ts';
import { CALLED, renamed } from '../support/called.ts';
import { type EditedSheet, insertedWithNeeds } from '../support/editContract.ts';
import { specOf } from '../support/planning.ts';

function numbersIn(sheet: EditedSheet): number[] {
  return sheet.shown().figures.filter(figure => typeof figure === 'number');
}

for (const [host, dialect] of Object.entries({ Excel: excelDialect, 'Google Sheets': sheetsDialect })) {
  describe(`names that are written like criteria are names, in ${host}`, () => {
    const sheets = {
      targetSplit: specOf(targetSplit, 'en'),
      'incentive, typed': specOf(incentive, 'en', { fromTracker: false }),
      'incentive, by the tracker': specOf(incentive, 'en', { fromTracker: true }),
      analysis: specOf(analysis, 'en'),
      dashboard: specOf(dashboard, 'en', { funnel: false }),
      survey: specOf(survey, 'en'),
      activity: specOf(activity, 'en'),
      collection: specOf(collection, 'en'),
      deals: specOf(deals, 'en'),
      leaderboard: specOf(leaderboard, 'en'),
      review: specOf(review, 'en'),
    };
    for (const [title, spec] of Object.entries(sheets)) {
      let numbers: Promise<number[]> | undefined;
      const plain = (): Promise<number[]> => {
        numbers ??= insertedWithNeeds(host, dialect, spec).then(({ reader, book }) => {
          const found = numbersIn(reader);
          book.dispose();
          return found;
        });
        return numbers;
      };
      it.each(['comparisons', 'patterns'] as const)(`${title}: names like %s`, async kind => {
        const called = CALLED[kind];
        const { reader, needed, book } = await insertedWithNeeds(host, dialect, spec, given => renamed(given, called));
        const cells = JSON.stringify(reader.spec.tables.concat(needed.flatMap(sheet => sheet.spec.tables)));
        expect(Object.values(called).some(name => cells.includes(`"${name}"`))).toBe(true);
        // Whatever they are called, the figures are those of the people.
        expect(numbersIn(reader)).toEqual(await plain());
        reader.read(Object.assign({}, ...needed.map(sheet => sheet.names('en'))));
        reader.compare('en', title);
        book.dispose();
      });
    }
  });
}
