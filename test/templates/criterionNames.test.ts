import { describe, expect, it } from 'vitest';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import type { SheetSpec } from '../../src/plan/sheetSpec.ts';
import { activity } from '../../src/templates/activity.ts';
import { analysis } from '../../src/templates/analysis.ts';
import { collection } from '../../src/templates/collection.ts';
import { dashboard } from '../../src/templates/dashboard.ts';
import { incentive } from '../../src/templates/incentive.ts';
import { survey } from '../../src/templates/survey.ts';
import { targetSplit } from '../../src/templates/targetSplit.ts';
import { insertedWithNeeds } from '../support/editContract.ts';
import { specOf } from '../support/planning.ts';

/** Regions, people and product lines that are called as a criterion is written. */
const CALLED: Readonly<Record<string, string>> = {
  East: '<>N',
  North: '>100 staff',
  South: '<50 people',
  West: '>=5',
  Devices: '<>Services',
  'Anna Bell': '<>',
  'Ben Carter': '>A',
  'Clara Dean': '<=Z',
};

function renamed(spec: SheetSpec): SheetSpec {
  const tables = spec.tables.map(table => ({
    ...table,
    rows: table.rows.map(row =>
      Object.fromEntries(
        Object.entries(row).map(([key, cell]) => [key, typeof cell === 'string' ? (CALLED[cell] ?? cell) : cell]),
      ),
    ),
  }));
  return { ...spec, tables };
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
    };
    for (const [title, spec] of Object.entries(sheets)) {
      it(title, async () => {
        const { reader, needed, book } = await insertedWithNeeds(host, dialect, spec, renamed);
        expect(JSON.stringify(reader.spec.tables.concat(needed.flatMap(sheet => sheet.spec.tables)))).toContain('"<>');
        reader.read(Object.assign({}, ...needed.map(sheet => sheet.names('en'))));
        reader.compare('en', title);
        book.dispose();
      });
    }
  });
}
