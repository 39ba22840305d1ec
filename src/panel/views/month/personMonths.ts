import { isoOf } from '../../../kernel/calendar.ts';
import { firstDay, monthOf } from '../../../kernel/period.ts';
import type { PersonMonth } from '../../../plan/field.ts';
import { belowHeadings } from '../../../plan/namedColumns.ts';
import type { Inventory, PanelPort } from '../../../port/port.ts';
import { HISTORY_COLUMNS, isSample, readHistory } from '../../../sheets/history.ts';
import { rowsOf } from '../../../sheets/readColumns.ts';

/** What everybody sold in the months that the newest history has closed, month by month; invented rows are none. */
export async function personMonthsIn(port: PanelPort, { ours }: Inventory): Promise<readonly PersonMonth[]> {
  const sheet = [...ours].reverse().find(({ template }) => template === 'history');
  if (!sheet) return [];
  const names = HISTORY_COLUMNS.map(name => `${sheet.prefix}_${name}`);
  const columns = belowHeadings(await port.month.columns(names), [sheet]);
  const { rows } = readHistory(rowsOf(names, columns));
  return rows
    .filter(row => row.status === 'current' && row.unitType === 'person' && row.metric === 'sales' && !isSample(row))
    .map(({ unit, period, target, actual }) => ({
      person: unit,
      month: isoOf(firstDay(monthOf(period))),
      target: target ?? undefined,
      sales: actual ?? undefined,
    }))
    .sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}
