import { periodOf } from '../../src/kernel/period.ts';
import type { ChangeSet } from '../../src/month/change/changeSet.ts';
import { applySet, historyChanges, trackerChanges } from '../../src/month/close/changeSets.ts';
import { close } from '../../src/month/figures/history.ts';
import { monthFigures } from '../../src/month/figures/monthFigures.ts';
import { previewTracker, scopeFor } from '../../src/month/figures/previewTracker.ts';
import type { Deal } from '../../src/month/import/deal.ts';
import type { PanelPort } from '../../src/port/port.ts';
import { HISTORY_COLUMNS, readHistory } from '../../src/sheets/history.ts';
import { readTracker } from '../../src/sheets/tracker.ts';

interface Refresh {
  readonly id: string;
  readonly deals: readonly Deal[];
  readonly month: number;
}

/** What Apply writes for these deals into the tracker and the history of a workbook, as they are now. */
export async function refreshSet(port: PanelPort, { id, deals, month }: Refresh): Promise<ChangeSet> {
  const tracker = ['Person', 'Product', 'Region', 'Target', 'Actual'].map(name => `Tracker_${name}`);
  const history = HISTORY_COLUMNS.map(name => `History_${name}`);
  const columns = await port.month.columns([...tracker, ...history]);
  const [Person = [], Product = [], Region = [], Target = [], Actual = []] = tracker.map(
    name => columns[name]?.cells ?? [],
  );
  const formulas = columns.Tracker_Actual?.formulas ?? [];
  const rows = readTracker({ Person, Product, Region, Target, Actual, formulas });
  const thresholds = { amberFrom: 0.8, greenAbove: 1 };
  const preview = previewTracker({ rows, deals, month, scope: scopeFor(rows, deals), thresholds });
  const lists = history.map(name => columns[name]?.cells ?? []);
  const cells = (lists[0] ?? []).map((_, row) => lists.map(list => list[row] ?? null));
  const read = readHistory(cells);
  const closing = close(read.rows, monthFigures(deals), { source: 'crm.csv', closedAt: 45700 });
  return applySet(id, 'importAndClose', periodOf(month), [
    ...trackerChanges(preview, 'Tracker'),
    ...historyChanges(closing, cells, read, 'History', 'en'),
  ]);
}
