import { expect, it } from 'vitest';
import { excelDialect } from '../../src/plan/dialect.ts';
import { analysis } from '../../src/templates/analysis.ts';
import { dashboard } from '../../src/templates/dashboard.ts';
import { review } from '../../src/templates/review.ts';
import { only, opsOf, specOf } from '../support/planning.ts';

it.each([analysis, dashboard, review])('$id has room for as many regions as the form says', template => {
  const spec = specOf(template, 'en', { groups: 31 });
  const regions = spec.tables.find(({ key }) => key === 'Regions');
  expect(regions?.rows).toHaveLength(31);
  // With their headings.
  const spills = only(opsOf(spec, 'en', excelDialect), 'spill').filter(({ area }) => area.rows === 1 + 31);
  expect(spills.map(({ formula }) => formula)).toContainEqual(expect.stringMatching(/KPI\.LEADERBOARD\(.*,31[,)]/));
});
