import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Grid, Spot } from '../../../grid/grid.ts';
import { cellsIn, type Patch } from '../../../grid/patch.ts';
import type { Text } from '../../../kernel/text.ts';
import { mend, type Way } from '../../mending.ts';
import { usePanel } from '../../panel.ts';
import { BrokenOff } from '../../parts/brokenOff.tsx';
import { Notice } from '../../parts/notice.tsx';
import type { Task } from '../../parts/task.tsx';
import { strings } from '../../strings.ts';
import { spotsText } from '../../text/spots.ts';
import { type Care, lastOf, repair, undoRepair } from './repairs.ts';
import { words } from './words.ts';

type Said =
  | { readonly is: 'nothing' | 'undone' | 'mended' }
  | { readonly is: 'repaired'; readonly cells: number }
  | { readonly is: 'changed'; readonly spots: readonly Spot[] };

interface Repairs {
  readonly said: ComponentChildren;
  readonly write: (patches: readonly Patch[]) => void;
  readonly forget: () => void;
}

/** Writing what was found, and taking it back, also another day. `after` looks at the workbook again. */
export function useRepairs(
  what: Care,
  task: Task,
  done: (cells: number) => Text,
  grid: Grid | undefined,
  after: () => Promise<void>,
): Repairs {
  const { t, port, workbook } = usePanel();
  const [said, say] = useState<Said>({ is: 'nothing' });
  const [last, setLast] = useState<Awaited<ReturnType<typeof lastOf>>>();
  const look = async () => setLast(await lastOf(port.book, what));
  useEffect(() => void look().catch(() => undefined), [port]);
  const run = (work: () => Promise<readonly Spot[]>, then: Said) =>
    task.run(async () => {
      const spots = await work().catch(async (error: unknown) => {
        // What broke off is offered.
        await look().catch(() => undefined);
        throw error;
      });
      say(spots.length > 0 ? { is: 'changed', spots } : then);
      await look();
      workbook.read();
      await after();
    });
  const undo = () => run(() => undoRepair(port.book), { is: 'undone' });
  const onMend = (way: Way) => run(() => mend(port.book, way), { is: 'mended' });
  return {
    write: patches => run(() => repair(port.book, what, patches), { is: 'repaired', cells: cellsIn(patches) }),
    forget: () => say({ is: 'nothing' }),
    said: (
      <>
        {said.is === 'repaired' && <Notice kind="done" text={t(done(said.cells))} />}
        {said.is === 'undone' && <Notice kind="done" text={t(words.undone)} />}
        {said.is === 'changed' && <Notice kind="failed" text={t(words.changed(spotsText(said.spots, grid)))} />}
        {said.is === 'mended' && <Notice kind="done" text={t(strings.mended)} />}
        {last?.cutOff && <BrokenOff onMend={onMend} />}
        {last?.repair && !last.cutOff && (
          <p>
            <button type="button" onClick={undo}>
              {t(words.undo)}
            </button>
          </p>
        )}
      </>
    ),
  };
}
