import { WORK } from '../../../../functions/shared/workCalendar.ts';
import type { Calendar, Week } from '../../../../kernel/calendar.ts';
import { labelKey } from '../../../../kernel/label.ts';
import type { Inventory, PanelPort } from '../../../../port/port.ts';
import { calendarIn, calendarNames, weekIn } from '../../../../sheets/trackerSheet.ts';

/** Which days are worked, by the tracker of the month at hand. */
export interface Workdays {
  readonly week: Week;
  readonly calendar: Calendar;
}

export const PLAIN_WEEK: Workdays = { week: 'mon-fri', calendar: { off: new Set(), work: new Set() } };

export async function workdaysIn(port: PanelPort, { ours }: Inventory): Promise<Workdays> {
  const tracker = [...ours]
    .reverse()
    .find(({ template, marks }) => template === 'tracker' && marks.closed === undefined);
  if (!tracker) return PLAIN_WEEK;
  const { prefix } = tracker;
  const week = `${prefix}_Week`;
  const columns = await port.month.columns([week, ...calendarNames(prefix)]);
  const [off, work] = [new Set<number>(), new Set<number>()];
  for (const [serial, said] of calendarIn(prefix, columns) ?? []) {
    if (typeof serial === 'number') (WORK.includes(labelKey(String(said ?? ''))) ? work : off).add(serial);
  }
  return { week: weekIn(columns[week]?.cells[0]).week, calendar: { off, work } };
}
