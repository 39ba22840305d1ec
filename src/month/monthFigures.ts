import { labelKey } from '../kernel/label.ts';
import { aggregate, type Dimension, type Figure, monthsOf } from './aggregate.ts';
import type { Deal } from './deal.ts';
import type { Metric, MonthFigure, UnitType } from './history.ts';
import { monthOf, type Period, periodOf } from './period.ts';

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
export function monthFigures(
  deals: readonly Deal[],
  targets: readonly UnitTarget[] = [],
  only?: readonly Period[],
): MonthFigure[] {
  const months = only?.map(monthOf) ?? monthsOf(deals);
  const wanted = new Set(months);
  const counted = deals.filter(deal => deal.month !== undefined && wanted.has(deal.month));
  const targetOf = new Map(targets.map(({ period, unitType, unit, target }) => [key(period, unitType, unit), target]));
  const collects = deals.some(deal => deal.collected !== undefined);
  const sells = deals.some(deal => deal.quantity !== undefined);
  const metrics: readonly (readonly [Metric, keyof Figure & ('amount' | 'deals' | 'collected' | 'quantity')])[] = [
    ['sales', 'amount'],
    ['deals', 'deals'],
    ...(collects ? ([['collected', 'collected']] as const) : []),
    ...(sells ? ([['quantity', 'quantity']] as const) : []),
  ];
  return UNITS.flatMap(([unitType, by]) =>
    aggregate(counted, ['month', ...by]).flatMap(figure => {
      const [month, unit = ''] = figure.keys;
      if (figure.won === 0 || (by.length > 0 && unit === '')) return [];
      const period = periodOf(Number(month));
      const name = String(unit);
      return metrics.map(
        ([metric, measure]): MonthFigure => ({
          period,
          unitType,
          unit: name,
          metric,
          target: metric === 'sales' ? (targetOf.get(key(period, unitType, name)) ?? null) : null,
          actual: figure[measure],
        }),
      );
    }),
  );
}

function key(period: Period, unitType: UnitType, unit: string): string {
  return `${period}|${unitType}|${labelKey(unit)}`;
}
