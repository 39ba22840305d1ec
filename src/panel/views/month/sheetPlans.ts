import type { Text } from '../../../kernel/text.ts';
import type { Change, ChangeSet } from '../../../month/change/changeSet.ts';
import type { Conflict } from '../../../month/change/fitToWorkbook.ts';
import type { Request } from '../../../month/change/locate.ts';
import { prefixIn, type SheetPlans } from '../../../month/change/sheetChanges.ts';
import { type Planning, planSheet, plansFor } from '../../../month/change/sheetPlan.ts';
import type { Op } from '../../../plan/op.ts';
import type { PanelPort } from '../../../port/port.ts';

/**
 * Completes a request. New sheets whose names are not settled yet are planned for the workbook as it is now, or it is
 * said why one cannot be made. Where a kept change is taken up, the sheets in it are planned again, or compared with
 * their plan.
 */
export async function withPlans(request: Request, port: PanelPort, today: string): Promise<Request | Conflict> {
  if (request.plans) return request;
  const set = request.is === 'apply' ? request.set : await keptSet(port);
  const isPlanned = request.is !== 'apply' || set?.changes.some(isUnsettled);
  if (!isPlanned || !set?.changes.some(({ kind }) => kind === 'sheet' || kind === 'removeSheet')) return request;
  const [{ loadedLibrary }, taken] = [await import('../../loadedLibrary.ts'), await port.inspect()];
  const planning = { templates: loadedLibrary.templates, dialect: port.dialect, taken, today };
  if (request.is !== 'apply') return { ...request, plans: plansFor(set, planning) };
  const settled = settledSheets(set, planning);
  return 'en' in settled ? { name: '', row: -1, reason: settled } : { ...request, ...settled };
}

async function keptSet(port: PanelPort): Promise<ChangeSet | undefined> {
  const { undo, open } = await port.month.kept();
  return open ?? undo;
}

function isUnsettled(change: Change): boolean {
  return change.kind === 'sheet' && change.prefix === '';
}

/** Each new sheet gets names that neither the workbook has nor the sheets before it. */
function settledSheets(
  set: ChangeSet,
  planning: Planning,
): { readonly set: ChangeSet; readonly plans: SheetPlans } | Text {
  const plans: Record<string, readonly Op[]> = {};
  const changes: Change[] = [];
  let { taken } = planning;
  for (const change of set.changes) {
    if (change.kind !== 'sheet' || change.prefix !== '') {
      changes.push(change);
      continue;
    }
    const ops = planSheet(change, { ...planning, taken });
    if ('en' in ops) return ops;
    plans[change.mark] = ops;
    changes.push({ ...change, prefix: prefixIn(ops) ?? '' });
    taken = {
      sheets: [...taken.sheets, ...ops.flatMap(op => (op.op === 'addSheet' ? [op.sheet] : []))],
      names: [...taken.names, ...ops.flatMap(op => (op.op === 'name' ? [op.name] : []))],
      tables: [...taken.tables, ...ops.flatMap(op => (op.op === 'table' ? [op.name] : []))],
    };
  }
  return { set: { ...set, changes }, plans };
}
