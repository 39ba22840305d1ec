import { labelKey } from '../../kernel/label.ts';
import type { Period } from '../../kernel/period.ts';
import type { MonthFigure, UnitType } from '../../sheets/history.ts';
import type { TrackerRow } from '../../sheets/tracker.ts';
import { ExactSum } from './exactSum.ts';
import type { UnitTarget } from './monthFigures.ts';

interface Sums {
  readonly unit: string;
  readonly target: ExactSum;
  readonly actual: ExactSum;
  targets: number;
  actuals: number;
}

const UNITS: readonly (readonly [UnitType, (row: TrackerRow) => string])[] = [
  ['company', () => ''],
  ['region', ({ region }) => region],
  ['product', ({ product }) => product],
  ['person', ({ person }) => person],
];

/** What the tracker itself says of its month: sales and targets of the company and of whoever its rows name. */
export function trackerFigures(rows: readonly TrackerRow[], period: Period): MonthFigure[] {
  return UNITS.flatMap(([unitType, unitOf]) => {
    const groups = new Map<string, Sums>();
    for (const row of rows) {
      const unit = unitOf(row).trim();
      if (unit === '' && unitType !== 'company') continue;
      const sums = groups.get(labelKey(unit)) ?? nothing(unit);
      groups.set(labelKey(unit), sums);
      if (row.target !== null) sums.targets++;
      if (typeof row.actual === 'number') sums.actuals++;
      sums.target.add(row.target ?? 0);
      sums.actual.add(typeof row.actual === 'number' ? row.actual : 0);
    }
    return [...groups.values()].map(({ unit, target, actual, targets, actuals }): MonthFigure => {
      const figures = { target: targets > 0 ? target.value : null, actual: actuals > 0 ? actual.value : null };
      return { period, unitType, unit, metric: 'sales', ...figures };
    });
  });
}

/** The targets of a month whose figures come from a file. */
export function trackerTargets(rows: readonly TrackerRow[], period: Period): UnitTarget[] {
  return trackerFigures(rows, period).flatMap(({ unitType, unit, target }) =>
    target === null ? [] : [{ period, unitType, unit, target }],
  );
}

function nothing(unit: string): Sums {
  return { unit, target: new ExactSum(), actual: new ExactSum(), targets: 0, actuals: 0 };
}
