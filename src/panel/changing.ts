import { say } from '../kernel/text.ts';
import type { ChangeSet } from '../month/change/changeSet.ts';
import type { Outcome } from '../month/change/changeWorkbook.ts';
import type { Conflict } from '../month/change/fitToWorkbook.ts';
import type { Kept, Request } from '../month/change/locate.ts';
import type { MonthPort } from '../port/monthPort.ts';
import { PortError } from '../port/port.ts';
import { portError } from './insertion.ts';

/**
 * Asks the host for a change of the month's sheets and figures. Where it does not say that it worked, what the
 * workbook keeps tells how it is, so that what is said is true also where only an answer was lost.
 */
export async function changed(month: MonthPort, request: Request, before: Kept | undefined): Promise<Outcome> {
  try {
    return await month.change(request);
  } catch (problem) {
    const error = portError(problem);
    const now = await month.kept().catch(() => undefined);
    if (!now) throw error;
    if (now.open) throw new PortError('cutOff', error.code);
    const done = doneSet(request, before, now);
    if (done) return outcomeOf(done);
    throw error.reason === 'cutOff' ? new PortError('failed', error.code) : error;
  }
}

/** The change that was carried out all the same, if it was; nothing is open any more. */
function doneSet(request: Request, before: Kept | undefined, { undo }: Kept): ChangeSet | undefined {
  switch (request.is) {
    case 'apply':
      return undo?.id === request.set.id ? undo : undefined;
    case 'takeBack':
      return before?.undo && undo?.id !== before.undo.id ? before.undo : undefined;
    default:
      return before?.open;
  }
}

function outcomeOf({ changes }: ChangeSet): Outcome {
  let cells = 0;
  let sheets = 0;
  for (const change of changes) {
    if (change.kind === 'cells') cells += change.cells.length;
    else if (change.kind === 'append' || change.kind === 'remove') cells += change.rows.length * change.columns.length;
    else sheets++;
  }
  return { conflicts: [], cells, ...(sheets > 0 && { sheets }) };
}

/** Why what was offered to be undone is not undone: another change was made since, perhaps in another window. */
export function otherUndo(offered: ChangeSet | undefined, { undo }: Kept): Conflict | undefined {
  if (!offered || !undo || undo.id === offered.id) return undefined;
  const { en, zh } = undo.title;
  return {
    name: '',
    row: -1,
    reason: say(
      `another change was made since: ${en}. Undo would take that one back`,
      `此后又写入了：${zh}。撤销的将是该次写入`,
    ),
  };
}
