import { firstDay, monthOf, periodOf } from '../../src/kernel/period.ts';
import { close } from '../../src/month/figures/history.ts';
import { monthFigures } from '../../src/month/figures/monthFigures.ts';
import { previewTracker } from '../../src/month/figures/previewTracker.ts';
import { trackerTargets } from '../../src/month/figures/trackerFigures.ts';
import { foundNames } from '../../src/month/import/aliases.ts';
import type { Deal } from '../../src/month/import/deal.ts';
import { nearNames } from '../../src/month/import/nearNames.ts';
import { assemble } from '../../src/plan/assemble.ts';
import { excelDialect } from '../../src/plan/dialect.ts';
import { initialValues, Problems } from '../../src/plan/template.ts';
import type { TrackerRow } from '../../src/sheets/tracker.ts';
import { tracker } from '../../src/templates/tracker.ts';
import type { Task } from '../task.ts';
import { sold } from './deals.ts';

const MONTH = monthOf('2026-03');
const OUTCOMES = { Won: 'won', Lost: 'lost', Open: 'open' } as const;

/** Names, preview, figures, the closing into the history, and the sheet of the month to come. */
export function monthTask(people: number, rows: number): Task {
  const deals = sold(rows, people).map((deal, row): Deal => {
    const outcome = OUTCOMES[deal.stage as keyof typeof OUTCOMES];
    const counted = outcome === 'won' ? deal.amount : 0;
    const unsaid = { collected: undefined, quantity: undefined, cost: undefined, due: undefined };
    return { ...deal, ...unsaid, row: row + 1, outcome, counted, month: MONTH, manager: '', team: deal.region };
  });
  const team = Array.from({ length: people }, (_, row) => `Person ${row}`);
  const tracked = team.map((person, row): TrackerRow => {
    return { row, person, product: '', region: '', target: 40_000 + row, actual: row, hasFormula: false };
  });
  return {
    name: 'Month',
    size: `${people.toLocaleString('en')} people, ${rows.toLocaleString('en')} deals`,
    kind: 'work',
    against: 'a loop over the deals that sums cents and counts by company, region, product, team and person',
    budget: { bare: 12 },
    ours() {
      nearNames('person', foundNames(deals, 'person'), team);
      const thresholds = { amberFrom: 0.8, greenAbove: 1 };
      const { total } = previewTracker({ rows: tracked, deals, month: MONTH, scope: ['person'], thresholds });
      const figures = monthFigures(deals, trackerTargets(tracked, periodOf(MONTH)));
      close([], figures, { source: 'deals.csv', closedAt: firstDay(MONTH + 1) });
      planned(tracked);
      return total;
    },
    bare() {
      const sums = new Map<string, { cents: number; deals: number }>();
      for (const { outcome, counted, region, product, team: group, person } of deals) {
        if (outcome !== 'won') continue;
        for (const unit of ['', `r ${region}`, `p ${product}`, `t ${group}`, `n ${person}`]) {
          const sum = sums.get(unit) ?? { cents: 0, deals: 0 };
          sum.cents += Math.round(counted * 100);
          sum.deals++;
          sums.set(unit, sum);
        }
      }
      return (sums.get('')?.cents ?? 0) / 100;
    },
  };
}

function planned(rows: readonly TrackerRow[]): void {
  const people = rows.map(({ person, target }) => ({ region: 'North', product: 'A', person, target }));
  const first = initialValues(tracker, { language: 'en', today: '2026-04-01' });
  const spec = tracker.build({ ...first, people }, 'en');
  if (spec instanceof Problems) throw new RangeError(JSON.stringify(spec.fields));
  assemble(spec, { language: 'en', dialect: excelDialect, taken: { sheets: [], names: [], tables: [] } });
}
