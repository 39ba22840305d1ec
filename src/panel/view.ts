import type { Family } from '../kernel/families.ts';

/** Where the pane is. */
export type View =
  | { readonly at: 'home' }
  | { readonly at: 'gallery' }
  | { readonly at: 'labels' }
  /** Without a part: the list of the month's parts. */
  | { readonly at: 'month'; readonly part?: MonthPart }
  /** The workbook's care. */
  | { readonly at: 'share' }
  | { readonly at: 'health' }
  | { readonly at: 'doctor' }
  /** For the template that needs it, to which people come back. */
  | { readonly at: 'template'; readonly id: string; readonly neededBy?: string }
  /** With a family, the focus goes to it. */
  | { readonly at: 'functions'; readonly family?: Family }
  | { readonly at: 'function'; readonly name: string };

/** What there is to do in a month, in the order in which it comes, each with a view of its own. */
export const MONTH_PARTS = ['bringIn', 'close', 'report', 'pay', 'reconcile', 'cadence'] as const;
export type MonthPart = (typeof MONTH_PARTS)[number];

export type Section = 'home' | 'gallery' | 'functions';

export function sectionOf(view: View): Section {
  if (view.at === 'template') return 'gallery';
  if (view.at === 'function') return 'functions';
  return view.at === 'gallery' || view.at === 'functions' ? view.at : 'home';
}

/** The item of a list that a view shows, so that going back to the list finds it again. */
export function itemOf(view: View): string | undefined {
  if (view.at === 'template') return view.id;
  if (view.at === 'month') return view.part ?? 'month';
  if (view.at === 'function') return view.name;
  return view.at === 'share' || view.at === 'health' || view.at === 'doctor' ? view.at : undefined;
}
