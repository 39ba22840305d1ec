import { decimal, roundHalfAwayFromZero } from '../../kernel/decimal.ts';
import { labelKey } from '../../kernel/label.ts';
import { addTo } from '../../kernel/lists.ts';
import type { Period } from '../../kernel/period.ts';
import type { SplitPlan } from '../../sheets/targetSplit.ts';
import type { TrackerRow } from '../../sheets/tracker.ts';
import { exactSum } from '../figures/exactSum.ts';
import type { NextTarget } from './rollOver.ts';

/** Where next month's targets come from. */
export type TargetSource =
  | {
      readonly from: 'split';
      readonly plan: SplitPlan;
      readonly period: Period;
      /** What one of the split's unit is in the tracker's: 10,000 from 万元 to 元. */
      readonly scale?: number;
    }
  /** The targets of the month before, grown by a share of them. */
  | { readonly from: 'last'; readonly growth: number };

/** What targets are multiples of. */
export function unitOf(source: TargetSource, rows: readonly TrackerRow[]): number {
  if (source.from === 'split') return scaled(source.plan.unit, source.scale ?? 1);
  return rows.every(({ target }) => target === null || Number.isInteger(target)) ? 1 : 0.01;
}

/** A target for everybody who has one: for people where the tracker names people, else for regions. */
export function nextTargets(source: TargetSource, rows: readonly TrackerRow[]): NextTarget[] {
  const unit = unitOf(source, rows);
  const given = source.from === 'split' ? splitTargets(source, rows) : lastTargets(rows, source.growth, unit);
  const byKey = new Map<string, NextTarget[]>();
  for (const target of given) {
    const { person, product, region } = target;
    const key = person === '' ? `unit|${labelKey(region)}|${labelKey(product)}` : `person|${labelKey(person)}`;
    addTo(byKey, key, target);
  }
  return [...byKey.values()].flatMap(list => {
    const [first] = list;
    return first ? [{ ...first, target: exactSum(list.map(({ target }) => target)) }] : [];
  });
}

function splitTargets(
  { plan, period, scale = 1 }: Extract<TargetSource, { from: 'split' }>,
  rows: readonly TrackerRow[],
): NextTarget[] {
  const month = plan.months.find(other => other.period === period);
  const namesPeople = rows.length === 0 || rows.some(({ person }) => person.trim() !== '');
  return plan.people.flatMap(({ person, region }, index) => {
    const target = month?.targets[index] ?? null;
    if (target === null) return [];
    return [{ person: namesPeople ? person : '', product: '', region, target: scaled(target, scale) }];
  });
}

function scaled(amount: number, scale: number): number {
  return Number(decimal(amount).times(scale));
}

function lastTargets(rows: readonly TrackerRow[], growth: number, unit: number): NextTarget[] {
  return rows.flatMap(({ person, product, region, target }) => {
    if (target === null) return [];
    const grown = Number(
      roundHalfAwayFromZero(decimal(target).times(decimal(1).plus(growth)).div(unit), 0).times(unit),
    );
    return [{ person, product, region, target: grown }];
  });
}
