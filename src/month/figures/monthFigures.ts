import { labelKey } from '../../kernel/label.ts';
import { type Period, periodOf } from '../../kernel/period.ts';
import type { Metric, MonthFigure, UnitType } from '../../sheets/history.ts';
import type { Deal } from '../import/deal.ts';
import { finish } from '../import/inspect.ts';
import { aggregating, type Dimension, type Figure } from './aggregate.ts';

/** What was to be reached: from the tracker's rows or the split. */
export interface UnitTarget {
  readonly period: Period;
  readonly unitType: UnitType;
  readonly unit: string;
  readonly target: number;
}

const UNITS: readonly (readonly [UnitType, readonly Dimension[]])[] = [
  ['company', []],
  ['region', ['region']],
  ['product', ['product']],
  ['team', ['team']],
  ['manager', ['manager']],
  ['person', ['person']],
];

/**
 * The history's figures of every month that the deals belong to: sales and number of deals for the company and for
 * each region, product, team, manager and person that the deals name; what was collected, where they say it.
 */
export function monthFigures(deals: readonly Deal[], targets: readonly UnitTarget[] = []): MonthFigure[] {
  return finish(figuringMonths(deals, targets));
}

/** The same, slice by slice: it yields how many of the deals are summed, on the average of all units. */
export function* figuringMonths(
  deals: readonly Deal[],
  targets: readonly UnitTarget[] = [],
): Generator<number, MonthFigure[]> {
  const counted = deals.filter(({ month }) => month !== undefined);
  const targetOf = new Map(targets.map(({ period, unitType, unit, target }) => [key(period, unitType, unit), target]));
  const metrics = metricsOf(deals);
  const figures: MonthFigure[] = [];
  for (const [place, [unitType, by]] of UNITS.entries()) {
    const steps = aggregating(counted, ['month', ...by]);
    let step = steps.next();
    for (; !step.done; step = steps.next()) yield (place * deals.length + step.value) / UNITS.length;
    for (const figure of step.value) {
      const [month, unit = ''] = figure.keys;
      if (figure.won === 0 || (by.length > 0 && unit === '')) continue;
      const period = periodOf(Number(month));
      const name = String(unit);
      const target = targetOf.get(key(period, unitType, name)) ?? null;
      for (const [metric, measure] of metrics) {
        const actual = figure[measure];
        figures.push({ period, unitType, unit: name, metric, target: metric === 'sales' ? target : null, actual });
      }
    }
  }
  return figures;
}

type Measure = keyof Figure & ('amount' | 'deals' | 'collected' | 'quantity');

function metricsOf(deals: readonly Deal[]): (readonly [Metric, Measure])[] {
  const collects = deals.some(deal => deal.collected !== undefined);
  const sells = deals.some(deal => deal.quantity !== undefined);
  return [
    ['sales', 'amount'],
    ['deals', 'deals'],
    ...(collects ? ([['collected', 'collected']] as const) : []),
    ...(sells ? ([['quantity', 'quantity']] as const) : []),
  ];
}

function key(period: Period, unitType: UnitType, unit: string): string {
  return `${period}|${unitType}|${labelKey(unit)}`;
}
