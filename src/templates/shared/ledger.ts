import { serialOfIso } from '../../kernel/calendar.ts';
import type { Language } from '../../kernel/text.ts';
import type { Need } from '../../plan/sheetSpec.ts';
import { COMPANY, SALES, STATUSES, UNIT_TYPES } from '../../sheets/history.ts';
import { SAMPLE_REGION_SALES, SAMPLE_SALES } from '../../sheets/sampleHistory.ts';
import { LIGHT_WORDS } from '../../sheets/tracker.ts';
import { monthAfter } from './log.ts';
import { SAMPLE_PEOPLE } from './samples.ts';

/** Any month: what other sheets hold is shown for it in previews. */
export const SAMPLE_MONTH = '2026-03-01';

export interface LedgerLine {
  readonly period: string;
  readonly unitType: string;
  readonly unit: string;
  readonly metric: string;
  readonly target: number | undefined;
  readonly actual: number | undefined;
}

/** Invented company sales of the thirteen months up to one, and that month's regions. */
export function sampleLedger(lastMonth: string, language: Language): LedgerLine[] {
  const line = (months: number, type: keyof typeof UNIT_TYPES, unit: string, target: number, actual?: number) => ({
    period: monthAfter(lastMonth, months),
    unitType: UNIT_TYPES[type][language],
    unit,
    metric: SALES[language],
    target,
    actual,
  });
  const { target, actuals } = SAMPLE_SALES;
  const months = actuals.map((actual, index) =>
    line(index - actuals.length + 1, 'company', COMPANY[language], target, actual),
  );
  const regions = SAMPLE_REGION_SALES.actuals.map(([name, actual]) =>
    line(0, 'region', name[language], SAMPLE_REGION_SALES.target, actual),
  );
  return [...months, ...regions];
}

/** Cells of the history as they would be before the month of a day, for previews. */
export function historyNeed(month: string, language: Language): Need {
  const rows = sampleLedger(monthAfter(month, -1), language);
  return {
    template: 'history',
    names: {
      History_Period: rows.map(({ period }) => [serialOfIso(period)]),
      History_UnitType: rows.map(({ unitType }) => [unitType]),
      History_UnitName: rows.map(({ unit }) => [unit]),
      History_Metric: rows.map(({ metric }) => [metric]),
      History_Target: rows.map(({ target }) => [target ?? null]),
      History_Actual: rows.map(({ actual }) => [actual ?? null]),
      History_Status: rows.map(() => [STATUSES.closed[language]]),
    },
  };
}

/** Cells of the tracker as its sample rows make them, for previews. */
export function trackerNeed(month: string, language: Language): Need {
  const counted = SAMPLE_PEOPLE.filter(({ actual }) => actual !== null);
  const target = SAMPLE_PEOPLE.reduce((sum, row) => sum + row.target, 0);
  const actual = counted.reduce((sum, row) => sum + (row.actual ?? 0), 0);
  const { red, amber, green, none } = LIGHT_WORDS;
  const light = (achieved: number | null) =>
    (achieved === null ? none : achieved < 0.8 ? red : achieved > 1 ? green : amber)[language];
  const achievements = SAMPLE_PEOPLE.map(row => (row.actual === null ? null : row.actual / row.target));
  return {
    template: 'tracker',
    names: {
      Tracker_Start: [[serialOfIso(monthAfter(month, 0))]],
      Tracker_End: [[serialOfIso(monthAfter(month, 1)) - 1]],
      Tracker_AsOf: [[serialOfIso(monthAfter(month, 1)) - 1]],
      Tracker_TimeProgress: [[1]],
      Tracker_AmberFrom: [[0.8]],
      Tracker_GreenAbove: [[1]],
      Tracker_Green: [['above']],
      Tracker_Region: SAMPLE_PEOPLE.map(({ region }) => [region[language]]),
      Tracker_Product: SAMPLE_PEOPLE.map(({ product }) => [product[language]]),
      Tracker_Person: SAMPLE_PEOPLE.map(({ person }) => [person[language]]),
      Tracker_Target: SAMPLE_PEOPLE.map(row => [row.target]),
      Tracker_Actual: SAMPLE_PEOPLE.map(row => [row.actual]),
      Tracker_Achievement: achievements.map(achieved => [achieved]),
      Tracker_Gap: SAMPLE_PEOPLE.map(row => [row.actual === null ? null : row.actual - row.target]),
      Tracker_Light: achievements.map(achieved => [light(achieved)]),
      Tracker_Note: SAMPLE_PEOPLE.map(row => [row.cause[language]]),
      Tracker_TotalTarget: [[target]],
      Tracker_TotalActual: [[actual]],
      Tracker_TotalAchievement: [[actual / target]],
      Tracker_TotalGap: [[actual - target]],
    },
  };
}
