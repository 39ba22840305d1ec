import { labelKey } from '../kernel/label.ts';
import { firstDay, monthOf } from '../kernel/period.ts';
import { languages, say, type Text } from '../kernel/text.ts';
import type { HistoryRow } from './history.ts';

export const EAST = say('East', '华东');
export const NORTH = say('North', '华北');
export const SOUTH = say('South', '华南');
export const WEST = say('West', '西南');

/** Invented company sales of thirteen months, so that the month after them has the same month of last year. */
export const SAMPLE_SALES = {
  target: 4_000_000,
  actuals: [3400, 3600, 3700, 3900, 3500, 4000, 4200, 3800, 4100, 4300, 3900, 4400, 4000].map(
    thousand => thousand * 1000,
  ),
} as const;
/** The last month's regions. */
export const SAMPLE_REGION_SALES = {
  target: 1_000_000,
  actuals: [
    [EAST, 1_200_000],
    [NORTH, 1_000_000],
    [SOUTH, 950_000],
    [WEST, 850_000],
  ],
} as const satisfies { readonly target: number; readonly actuals: readonly (readonly [Text, number])[] };

/** What is said to come from the form, as it is said of rows that somebody entered there. */
export const ENTERED: Text = say('Entered at the start', '初始录入');

/** The day on which samples are said to be closed, counted from the first of the month after theirs. */
export const CLOSED_AFTER = 4;

/**
 * Earlier versions said of invented rows, too, that they were entered at the start. All rows of which that is said are
 * invented where they are the samples, each of them as it was and none besides: nobody's own months are.
 */
export function areEarlierSamples(rows: readonly HistoryRow[]): boolean {
  const months = rows.map(({ period }) => monthOf(period));
  const last = Math.max(...months);
  const found = rows.map(described).sort();
  return languages.some(language => {
    const samples = [
      ...SAMPLE_SALES.actuals.map((actual, index) =>
        sample(last + 1 - SAMPLE_SALES.actuals.length + index, 'company', '', SAMPLE_SALES.target, actual),
      ),
      ...SAMPLE_REGION_SALES.actuals.map(([name, actual]) =>
        sample(last, 'region', name[language], SAMPLE_REGION_SALES.target, actual),
      ),
    ].sort();
    return samples.length === found.length && samples.every((each, index) => each === found[index]);
  });
}

export function isEntered({ source }: HistoryRow): boolean {
  return languages.some(language => labelKey(source) === labelKey(ENTERED[language]));
}

function described({ period, unitType, unit, metric, target, actual, closedAt, status }: HistoryRow): string {
  return JSON.stringify([monthOf(period), unitType, unit, metric, target, actual, closedAt, status]);
}

function sample(month: number, unitType: HistoryRow['unitType'], unit: string, target: number, actual: number): string {
  return JSON.stringify([
    month,
    unitType,
    unit,
    'sales',
    target,
    actual,
    firstDay(month + 1) + CLOSED_AFTER,
    'current',
  ]);
}
