import { useEffect, useState } from 'preact/hooks';
import { formulaSpots, type Spot } from '../../../grid/grid.ts';
import { callsOurs } from '../../../native/toNative.ts';
import type { Copied } from '../../../share/copies.ts';
import type { ShareReport } from '../../../share/share.ts';
import { mend, type Way } from '../../mending.ts';
import { usePanel } from '../../panel.ts';
import { BrokenOff } from '../../parts/brokenOff.tsx';
import { Notice } from '../../parts/notice.tsx';
import { useTask, Working } from '../../parts/task.tsx';
import { strings } from '../../strings.ts';
import { spotsText } from '../../text/spots.ts';
import { KeptList } from './keptList.tsx';
import { words } from './words.ts';
import {
  formulasIn,
  letGo,
  look,
  restore,
  type Shareable,
  shareCopies,
  shareInPlace,
  takeOut,
  type WorkDone,
} from './work.ts';

/** Formulas of ours become formulas that everyone's spreadsheet computes, and back. */
export function SharePage() {
  const { t, port, workbook } = usePanel();
  const task = useTask();
  const [seen, setSeen] = useState<Shareable>();
  const [done, setDone] = useState<WorkDone>();

  const read = async () => setSeen(await look(port));
  useEffect(() => task.run(read), [port]);
  const act = (work: () => Promise<WorkDone>) =>
    task.run(async () => {
      setDone(undefined);
      try {
        setDone(await work());
      } catch (error) {
        // What broke off is offered, and what was written is seen.
        await read().catch(() => undefined);
        throw error;
      }
      workbook.read();
      await read();
    });
  const bringBack = (without: readonly Spot[]) => act(() => restore(port, without));
  const removeCopies = (copies: readonly Copied[]) => act(() => takeOut(port.book, copies));

  const onMend = (way: Way) =>
    act(async () => {
      const cells = await mend(port.book, way);
      return cells.length > 0 ? { is: 'changed', cells } : { is: 'mended' };
    });
  const share = seen?.kept.open ? undefined : seen?.kept.share;

  return (
    <>
      <p class="lead">{t(words.lead)}</p>
      <div class="said" role="status">
        {!seen && task.working && <p>{t(words.looking)}</p>}
        {seen && <Working task={task} />}
        {task.failure}
        {done && <Outcome done={done} seen={seen} onRestore={bringBack} onTakeOut={removeCopies} />}
      </div>
      {seen?.kept.open && <BrokenOff onMend={onMend} />}
      {share && done?.is !== 'changed' && (
        <Notice kind="warning" text={t(words.shared(formulasIn(share)))}>
          <button type="button" onClick={() => bringBack([])}>
            {t(words.restore)}
          </button>
        </Notice>
      )}
      {seen && share && <KeptList share={share} grid={seen.grid} onLetGo={spots => act(() => letGo(port, spots))} />}
      {seen && !seen.kept.open && !share && (
        <Choice
          seen={seen}
          busy={task.working}
          onCopies={sheetIds => act(() => shareCopies(port, seen, sheetIds))}
          onPlace={() => act(() => shareInPlace(port, seen))}
        />
      )}
    </>
  );
}

interface ChoiceProps {
  readonly seen: Shareable;
  readonly busy: boolean;
  readonly onCopies: (sheetIds: readonly string[]) => void;
  readonly onPlace: () => void;
}

function Choice({ seen: { grid, shared, locked }, busy, onCopies, onPlace }: ChoiceProps) {
  const { t } = usePanel();
  const [inPlace, setInPlace] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const offered = grid.sheets.filter(sheet => formulaSpots(sheet).some(({ formula }) => callsOurs(formula)));
  const chosen = offered.filter(({ sheetId }) => !left.has(sheetId));
  const values = shared.filter(({ conversion }) => conversion.is === 'value').length;
  if (shared.length === 0) return <Notice kind="plain" text={t(words.nothing)} />;
  const ready = !busy && (inPlace ? locked.length === 0 : chosen.length > 0);
  const toggle = (sheetId: string) =>
    setLeft(new Set(left.has(sheetId) ? [...left].filter(id => id !== sheetId) : [...left, sheetId]));
  const submit = (event: Event) => {
    event.preventDefault();
    if (!ready) return;
    if (inPlace) onPlace();
    else onCopies(chosen.map(({ sheetId }) => sheetId));
  };
  return (
    <form noValidate onSubmit={submit}>
      <p>{t(words.found(shared.length - values, values))}</p>
      <fieldset class="field">
        <legend>{t(words.way)}</legend>
        {[false, true].map(place => (
          <label key={String(place)} class="choice">
            <input type="radio" name="way" checked={inPlace === place} onChange={() => setInPlace(place)} />
            <span>
              {t(place ? words.place : words.copies)}
              <small class="toggle-about">{t(place ? words.placeAbout : words.copiesAbout)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {inPlace && locked.length > 0 && (
        <Notice kind="warning" text={t(words.locked(locked.map(({ sheet }) => sheet)))} />
      )}
      {!inPlace && (
        <fieldset class="field">
          <legend>{t(words.sheets)}</legend>
          {offered.map(({ sheetId, sheet }) => (
            <label key={sheetId} class="toggle">
              <input type="checkbox" checked={!left.has(sheetId)} onChange={() => toggle(sheetId)} />
              {sheet}
            </label>
          ))}
        </fieldset>
      )}
      <div class="bar">
        <div class="actions">
          <button class="primary" type="submit" aria-disabled={!ready}>
            {t(inPlace ? words.replace : words.make)}
          </button>
        </div>
      </div>
    </form>
  );
}

interface OutcomeProps {
  readonly done: WorkDone;
  readonly seen: Shareable | undefined;
  readonly onRestore: (without: readonly Spot[]) => void;
  readonly onTakeOut: (copies: readonly Copied[]) => void;
}

function Outcome({ done, seen, onRestore, onTakeOut }: OutcomeProps) {
  const { t } = usePanel();
  switch (done.is) {
    case 'takenOut':
      return <Notice kind="done" text={t(words.takenOut)} />;
    case 'left':
      return (
        <Notice kind="failed" text={t(words.leftBehind(done.copies.map(({ sheet }) => sheet)))}>
          <button type="button" onClick={() => onTakeOut(done.copies)}>
            {t(words.takeOut)}
          </button>
        </Notice>
      );
    case 'changed':
      return (
        <Notice kind="failed" text={t(words.changed(spotsText(done.cells, seen?.grid)))}>
          {seen?.kept.share && !seen.kept.open && (
            <button type="button" onClick={() => onRestore(done.cells)}>
              {t(words.others)}
            </button>
          )}
        </Notice>
      );
    case 'letGo':
      return <Notice kind="done" text={t(words.letGone(done.formulas))} />;
    case 'mended':
      return <Notice kind="done" text={t(strings.mended)} />;
    case 'restored':
      return (
        <>
          <Notice kind="done" text={t(words.restored(done.formulas - done.unlike.length))} />
          {done.unlike.length > 0 && (
            <Notice kind="warning" text={t(words.unlike(spotsText(done.unlike, seen?.grid)))} />
          )}
        </>
      );
    case 'shared':
      return (
        <>
          <Notice kind="done" text={t(words.done(done.report.twins))}>
            {done.copies.length > 0 && (
              <button type="button" onClick={() => onTakeOut(done.copies)}>
                {t(words.takeOut)}
              </button>
            )}
          </Notice>
          <Listed report={done.report} copies={done.copies} />
        </>
      );
  }
}

/** What was done, one reason a line, with the functions that it holds for. */
function Listed({ report, copies }: { readonly report: ShareReport; readonly copies: readonly Copied[] }) {
  const { t } = usePanel();
  const reasons = new Map<string, { cells: number; functions: string[]; why: ShareReport['values'][number]['why'] }>();
  for (const { fn, why, cells } of report.values) {
    const known = reasons.get(why.en) ?? { cells: 0, functions: [], why };
    reasons.set(why.en, { cells: known.cells + cells, functions: [...known.functions, fn], why });
  }
  return (
    <ul class="done-list">
      {copies.length > 0 && <li>{t(words.copied(copies.map(({ sheet }) => sheet)))}</li>}
      {[...reasons.values()].map(({ cells, functions, why }) => (
        <li key={why.en}>
          {t(
            words.values(
              cells,
              functions.filter(name => name !== ''),
              why,
            ),
          )}
        </li>
      ))}
      {report.left.map(({ cells, why }) => (
        <li key={why.en}>{t(words.left(cells, why))}</li>
      ))}
    </ul>
  );
}
