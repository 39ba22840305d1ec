import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Unreadable } from '../../../sheets/tracker.ts';
import { usePanel } from '../../panel.ts';
import { useFocusKept } from '../../parts/focus.ts';
import { Failure, Notice } from '../../parts/notice.tsx';
import { strings } from '../../strings.ts';
import type { MonthSheets } from './monthSheets.ts';
import { rollWords } from './nextMonth/rollOverWords.ts';
import { type MonthBook, type Said, useMonthBook } from './useMonth.ts';
import { words } from './words.ts';

/** What a part of the month is given. */
export interface Month {
  readonly place: MonthSheets;
  readonly busy: boolean;
  /** `done` is called once it was written, at the first attempt or a later one. */
  readonly change: MonthBook['change'];
}

interface MonthFrameProps {
  /** Undo is not offered while something else is under way. */
  readonly offersUndo: boolean;
  readonly children: (month: Month) => ComponentChildren;
}

/** Around every part that writes figures: what came of it, what was cut off, and how to take it back. */
export function MonthFrame({ offersUndo, children }: MonthFrameProps) {
  const { t } = usePanel();
  const book = useMonthBook();
  const status = useRef<HTMLDivElement>(null);
  useFocusKept(book.said, status);
  const { known, said, change } = book;
  // Undo stands at the end of a long page; what came of it, or what is asked, at its beginning.
  useEffect(() => {
    if (said.is !== 'nothing' && said.is !== 'writing') status.current?.scrollIntoView({ block: 'center' });
  }, [said]);
  const busy = said.is === 'writing';
  return (
    <>
      <div ref={status} role="status" tabIndex={-1}>
        <Saying said={said} onDismiss={book.dismiss} />
        {!known && said.is === 'nothing' && <p>{t(strings.loading)}</p>}
      </div>
      {known?.cutOff && <CutOff book={book} />}
      {known && !known.cutOff && (
        <>
          <NoFigures cells={known.place.tracker?.unreadable ?? []} />
          {children({ place: known.place, busy, change })}
        </>
      )}
      {known?.canUndo && !known.cutOff && offersUndo && (
        <div class="apart">
          <button type="button" aria-disabled={busy} onClick={() => void change({ is: 'takeBack' })}>
            {t(words.undo)}
          </button>
          {known.undoes && <p class="help">{t(rollWords.undoes(known.undoes))}</p>}
        </div>
      )}
    </>
  );
}

const MOST_CELLS = 5;

/** Cells of the tracker that look filled and count as blank. */
function NoFigures({ cells }: { readonly cells: readonly Unreadable[] }) {
  const { t } = usePanel();
  if (cells.length === 0) return null;
  return (
    <Notice kind="warning" text={t(words.noFigures(cells.length))}>
      <ul class="plain-list">
        {cells.slice(0, MOST_CELLS).map(({ person, figure, text }) => (
          <li key={`${person} ${figure}`}>{t(words.noFigure(person || '—', figure, text))}</li>
        ))}
        {cells.length > MOST_CELLS && <li>{t(words.more(cells.length - MOST_CELLS))}</li>}
      </ul>
    </Notice>
  );
}

function CutOff({ book: { change } }: { readonly book: MonthBook }) {
  const { t } = usePanel();
  return (
    <Notice kind="warning" text={t(words.cutOff)}>
      <button type="button" onClick={() => void change({ is: 'finish' })}>
        {t(words.finish)}
      </button>
      <button type="button" onClick={() => void change({ is: 'restore' })}>
        {t(words.restore)}
      </button>
    </Notice>
  );
}

const MOST_CONFLICTS = 20;

function Saying({ said, onDismiss }: { readonly said: Said; readonly onDismiss: () => void }) {
  const { t } = usePanel();
  switch (said.is) {
    case 'nothing':
      return null;
    case 'writing':
      return <p>{t(words.applying)}</p>;
    case 'undone':
      return <Notice kind="done" text={t(words.undone)} onDismiss={onDismiss} />;
    case 'same':
      return <Notice kind="plain" text={t(words.nothing)} onDismiss={onDismiss} />;
    case 'applied':
      return <Notice kind="done" text={t(words.applied(said.cells))} onDismiss={onDismiss} />;
    case 'failed':
      return <Failure error={said.error} onAgain={said.again} onDismiss={onDismiss} />;
    case 'done':
      return <Notice kind="done" text={t(rollWords.done(said.title))} onDismiss={onDismiss} />;
    case 'conflicts':
      return (
        <Notice kind="failed" text={t(words.conflicts)} onDismiss={onDismiss}>
          <ul class="plain-list">
            {said.conflicts.slice(0, MOST_CONFLICTS).map(({ name, row, reason }) => (
              <li key={`${name} ${row}`}>{t(reason)}</li>
            ))}
            {said.conflicts.length > MOST_CONFLICTS && <li>{t(words.more(said.conflicts.length - MOST_CONFLICTS))}</li>}
          </ul>
          {said.anyway && (
            <button type="button" onClick={said.anyway}>
              {t(rollWords.anyway)}
            </button>
          )}
        </Notice>
      );
  }
}
