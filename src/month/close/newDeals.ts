import { payoutParameters } from '../../functions/shared/payout.ts';
import { LARGEST_SHARE } from '../../functions/shared/tiers.ts';
import { isoOf } from '../../kernel/calendar.ts';
import { CellError } from '../../kernel/cell.ts';
import type { Json } from '../../kernel/json.ts';
import { labelKey } from '../../kernel/label.ts';
import { firstDay, lastDay, periodOf } from '../../kernel/period.ts';
import type { Language } from '../../kernel/text.ts';
import type { DealColumn } from '../../sheets/deals.ts';
import type { PayPlan } from '../../sheets/incentive.ts';
import { type DealsPreview, isWithin, previewDeals } from '../figures/previewDeals.ts';
import type { Deal } from '../import/deal.ts';
import type { PlannedSheet } from './changeSets.ts';
import { formLine } from './formLine.ts';

/** A month, a quarter, or all that a file has, by its first and its last day. */
export interface DealsPeriod {
  /** As it is called behind a sheet's name: 2026-03, 2026-Q1, 2026-03 to 2026-12. */
  readonly name: string;
  readonly kind: 'month' | 'quarter' | 'all';
  readonly start: number;
  readonly end: number;
  /** Won deals of the file that are of it. */
  readonly deals: number;
}

/** The periods for which a file has won deals: its months, its quarters, and all of it where it has several. */
export function dealPeriods(deals: readonly Deal[]): DealsPeriod[] {
  const counts = new Map<number, number>();
  for (const { outcome, month, summed } of deals) {
    if (outcome === 'won' && !summed && month !== undefined) counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const months = [...counts].sort(([a], [b]) => a - b);
  const [first] = months[0] ?? [];
  const [last] = months[months.length - 1] ?? [];
  if (first === undefined || last === undefined) return [];
  const sum = (from: number, to: number): number =>
    months.reduce((total, [month, count]) => (from <= month && month <= to ? total + count : total), 0);
  const period = (kind: DealsPeriod['kind'], name: string, from: number, to: number): DealsPeriod => {
    return { kind, name, start: firstDay(from), end: lastDay(to), deals: sum(from, to) };
  };
  const quarters = [...new Set(months.map(([month]) => Math.floor(month / 3)))];
  return [
    ...months.map(([month]) => period('month', periodOf(month), month, month)),
    ...quarters.map(quarter => period('quarter', quarterName(quarter), quarter * 3, quarter * 3 + 2)),
    ...(months.length > 1 ? [period('all', `${periodOf(first)} – ${periodOf(last)}`, first, last)] : []),
  ];
}

function quarterName(quarter: number): string {
  return `${Math.floor(quarter / 4)}-Q${(quarter % 4) + 1}`;
}

export interface NewDeals {
  readonly period: DealsPeriod;
  readonly deals: readonly Deal[];
  /** The tiers that hold; without them the sheet has those of the template. */
  readonly plan?: PayPlan | undefined;
  /** What somebody is to sell in the period, where that is known. */
  readonly targetOf: (person: string) => number | undefined;
  /** The share that has to be paid for a deal to count. */
  readonly leastShare?: number | undefined;
  /** Currency and unit, as the targets are in. */
  readonly unit?: string | undefined;
  readonly language: Language;
}

/** A sheet of commission by deal with the won deals of a period, whoever sold them, and what was sold. */
export function newDeals({ period, deals, plan, targetOf, leastShare, unit, language }: NewDeals): PlannedSheet {
  const { start, end, name } = period;
  const blank = {
    prefix: '',
    start,
    end,
    unit: '',
    deals: [],
    people: [],
    products: [],
    basis: 'amount',
    faults: 0,
  } as const;
  const { added, strangers, unknown } = previewDeals({ sheet: blank, deals, isSample: () => false });
  // A cap is what is paid for a month at most.
  const hasCap = period.kind === 'month' && takesPlan(plan, [period.kind]);
  const managers = managersIn(deals.filter(deal => isWithin(deal, period)));
  return {
    template: 'deals',
    language,
    suffix: name,
    strip: {},
    values: {
      start: isoOf(start),
      end: isoOf(end),
      samples: false,
      ...(leastShare !== undefined && { share: leastShare }),
      ...(unit && { unit }),
      ...planValues(plan, period.kind),
      people: strangers.map(person =>
        formLine({
          person,
          manager: managers.get(labelKey(person)),
          target: targetOf(person),
          cap: hasCap && typeof plan?.cap === 'number' ? plan.cap : undefined,
        }),
      ),
      products: unknown.map(product => ({ product, factor: 1 })),
      deals: added.map(dealLine),
    },
  };
}

type Cells = DealsPreview['added'][number];
const KEYS: readonly (readonly [DealColumn, string])[] = [
  ['Number', 'number'],
  ['Customer', 'customer'],
  ['Product', 'product'],
  ['Person', 'person'],
  ['Amount', 'amount'],
  ['Collected', 'collected'],
  ['Cost', 'cost'],
];

function dealLine(cells: Cells): Json {
  const { Date: day } = cells;
  return formLine({
    date: typeof day === 'number' ? isoOf(day) : undefined,
    ...Object.fromEntries(KEYS.map(([column, key]) => [key, cells[column] ?? undefined])),
  });
}

/** Whom the file names as somebody's manager last. */
function managersIn(deals: readonly Deal[]): Map<string, string> {
  const named = deals.filter(({ person, manager }) => person !== '' && manager !== '');
  return new Map(named.map(({ person, manager }) => [labelKey(person), manager]));
}

/** Whether new sheets of such periods begin with the tiers of a plan. */
export function takesPlan(plan: PayPlan | undefined, kinds: readonly DealsPeriod['kind'][]): boolean {
  return kinds.every(kind => Object.keys(planValues(plan, kind)).length > 0);
}

/**
 * A plan with a tier that is no figure is left to the sheet on which it stands; so is one that counts the sales of
 * earlier months, which nobody has told here.
 */
function planValues(plan: PayPlan | undefined, kind: DealsPeriod['kind']): Readonly<Record<string, Json>> {
  if (!plan || plan.toDate) return {};
  // Where a sheet does not say what its tiers count, tiers that begin at amounts do.
  const isByAmount = plan.tiers.some(([from]) => typeof from === 'number' && from > LARGEST_SHARE);
  const basis = plan.basis ?? (isByAmount ? 'amount' : 'achievement');
  // The amounts of a month are reached three times as soon in a quarter.
  if (basis === 'amount' && kind !== 'month') return {};
  const tiers = plan.tiers.flatMap(([from, rate, bonus, level]): Json[] =>
    typeof from === 'number' && typeof rate === 'number'
      ? [
          formLine({
            from,
            rate,
            bonus: typeof bonus === 'number' ? bonus : undefined,
            level: typeof level === 'string' ? level : undefined,
          }),
        ]
      : [],
  );
  const mode = payoutParameters.mode.read(plan.mode);
  if (tiers.length < plan.tiers.length || mode instanceof CellError) return {};
  return {
    tiers,
    basis,
    ...(mode && { mode }),
  };
}
