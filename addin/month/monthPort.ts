import { walkLater } from '../../src/kernel/walk.ts';
import { changeWorkbook, type Outcome } from '../../src/month/change/changeWorkbook.ts';
import type { Kept, Request } from '../../src/month/change/locate.ts';
import type { MonthPort, NamedColumn } from '../../src/port/monthPort.ts';
import { synced } from '../ops/apply.ts';
import { alone } from '../ops/claim.ts';
import { memoryOf } from '../ops/memory.ts';
import { ChangingExcel } from './changing.ts';
import { ask, found } from './columns.ts';
import { askKept, readKept } from './kept.ts';

/** A setting of its own: that of the pane is rewritten at every insertion, and this one may be much longer. */
const MEMORY = 'kpi.month.memory';

export const monthPort: MonthPort = { columns, kept, ...memoryOf(MEMORY), change };

async function columns(names: readonly string[]): Promise<Readonly<Record<string, NamedColumn>>> {
  const { workbook } = new Excel.RequestContext();
  const { asked } = await ask(workbook, names, () => undefined);
  return Object.fromEntries(found(asked));
}

async function kept(): Promise<Kept> {
  const { workbook } = new Excel.RequestContext();
  const setting = askKept(workbook);
  await synced(workbook);
  return readKept(setting);
}

/**
 * Two round trips, what is there now and everything at once; one more where a table has to grow, and one where
 * formulas are repointed or a sheet is taken out.
 */
function change(request: Request): Promise<Outcome> {
  return alone(claim => walkLater(changeWorkbook(request, new ChangingExcel(claim, kept))));
}
