import { useEffect, useRef, useState } from 'preact/hooks';
import type { Text } from '../../../kernel/text.ts';
import type { Outcome } from '../../../month/change/changeWorkbook.ts';
import type { Conflict } from '../../../month/change/fitToWorkbook.ts';
import type { Kept, Request } from '../../../month/change/locate.ts';
import type { PortError } from '../../../port/port.ts';
import { changed, otherUndo } from '../../changing.ts';
import { portError } from '../../insertion.ts';
import { type MonthMemory, NO_MONTH_MEMORY, readMonthMemory, writtenMonth } from '../../monthMemory.ts';
import { usePanel } from '../../panel.ts';
import { type MonthSheets, placeIn } from './monthSheets.ts';
import { withPlans } from './sheetPlans.ts';

/** What came of the last change of figures. */
export type Said =
  | { readonly is: 'nothing' | 'writing' | 'undone' | 'same' }
  | { readonly is: 'applied'; readonly cells: number }
  /** Whole sheets were made or taken out. */
  | { readonly is: 'done'; readonly title: Text }
  /** `anyway` where the user may go on all the same. */
  | { readonly is: 'conflicts'; readonly conflicts: readonly Conflict[]; readonly anyway?: () => void }
  | { readonly is: 'failed'; readonly error: PortError; readonly again: () => void };

interface Known {
  readonly place: MonthSheets;
  readonly canUndo: boolean;
  /** What would be undone. */
  readonly undoes: Text | undefined;
  readonly cutOff: boolean;
  readonly kept: Kept;
}

export interface MonthBook {
  readonly known: Known | undefined;
  readonly said: Said;
  readonly dismiss: () => void;
  /** `done` is called once it was written, at the first attempt or a later one. */
  readonly change: (request: Request, done?: () => void) => Promise<void>;
}

/** The month's sheets and figures, and what changes them. */
export function useMonthBook(): MonthBook {
  const { port, workbook, today } = usePanel();
  const [known, setKnown] = useState<Known>();
  const [said, say] = useState<Said>({ is: 'nothing' });
  const writing = useRef(false);

  const look = async (): Promise<void> => {
    try {
      const [inventory, kept] = [await port.inspect(), await port.month.kept()];
      const place = await placeIn(port, inventory);
      const { undo, open } = kept;
      setKnown({ place, canUndo: undo !== undefined, undoes: undo?.title, cutOff: open !== undefined, kept });
    } catch (error) {
      say({ is: 'failed', error: portError(error), again });
    }
  };
  const again = (): void => {
    say({ is: 'nothing' });
    void look();
  };
  // A sheet that was inserted from here, or taken out again, changes what can be done.
  const ours = workbook.inventory?.ours.map(({ sheetId }) => sheetId).join();
  useEffect(() => void look(), [port, ours]);

  const change = async (request: Request, done?: () => void): Promise<void> => {
    if (writing.current) return;
    writing.current = true;
    say({ is: 'writing' });
    try {
      const other = request.is === 'takeBack' ? otherUndo(known?.kept.undo, await port.month.kept()) : undefined;
      const planned = other ?? (await withPlans(request, port, today));
      const {
        conflicts,
        cells,
        sheets = 0,
      }: Outcome = 'reason' in planned
        ? { conflicts: [planned], cells: 0 }
        : await changed(port.month, planned, known?.kept);
      const anyway = () => void change({ ...request, anyway: true }, done);
      const outcome = (): Said => {
        if (conflicts.length > 0)
          return { is: 'conflicts', conflicts, ...(conflicts.every(({ canGoOn }) => canGoOn) && { anyway }) };
        if (request.is === 'takeBack' || request.is === 'restore') return { is: 'undone' };
        if (request.is === 'apply' && sheets > 0) return { is: 'done', title: request.set.title };
        return cells === 0 && request.is === 'apply' ? { is: 'same' } : { is: 'applied', cells };
      };
      if (conflicts.length === 0) done?.();
      workbook.read();
      // What came of it is said when the page shows it, too; and also where the workbook cannot be read again.
      await look();
      say(outcome());
    } catch (error) {
      await look();
      say({ is: 'failed', error: portError(error), again: () => void change(request, done) });
    } finally {
      writing.current = false;
    }
  };
  return { known, said, dismiss: () => say({ is: 'nothing' }), change };
}

const KEPT = 'month memory';

/** What the workbook remembers of the month's work; undefined until it is known. */
export function useMonthMemory(): {
  readonly memory: MonthMemory | undefined;
  readonly remember: (change: (memory: MonthMemory) => MonthMemory) => void;
} {
  const { port, kept } = usePanel();
  const [memory, setMemory] = useState(() => kept.get(KEPT) as MonthMemory | undefined);
  const hold = (next: MonthMemory): void => {
    kept.set(KEPT, next);
    setMemory(next);
  };
  useEffect(() => {
    port.month.recall().then(
      text => hold(readMonthMemory(text)),
      () => hold((kept.get(KEPT) as MonthMemory | undefined) ?? NO_MONTH_MEMORY),
    );
  }, [port]);
  return {
    memory,
    remember(change) {
      const next = change((kept.get(KEPT) as MonthMemory | undefined) ?? NO_MONTH_MEMORY);
      hold(next);
      // Where the workbook cannot keep it, it is kept as long as the pane is open.
      port.month.remember(writtenMonth(next)).catch(() => undefined);
    },
  };
}
