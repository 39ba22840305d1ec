import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ChangeSet } from '../../../month/changeSet.ts';
import { isEmpty } from '../../../month/changeSet.ts';
import type { Reading } from '../../../month/deal.ts';
import type { Alias, NameQuestion } from '../../../month/nearNames.ts';
import { type Period, periodOf, periodText } from '../../../month/period.ts';
import { usePanel } from '../../panel.ts';
import { useFocusKept, useFocusTaken } from '../../parts/focus.ts';
import { Notice } from '../../parts/notice.tsx';
import { BadRows, Cleaned } from './cleaned.tsx';
import type { NameLists } from './lists.tsx';
import { HistoryMissing } from './missing.tsx';
import { MonthChoice } from './monthChoice.tsx';
import type { Place } from './place.ts';
import { decided, type Prepared, prepare } from './planning.ts';
import { RowsIn } from './rowsIn.tsx';
import { TrackerRows } from './trackerRows.tsx';
import type { FileReading } from './useReading.ts';
import { words } from './words.ts';
import { useWork, WorkBar } from './work.tsx';

interface PreviewProps {
  readonly place: Place;
  readonly reading: Reading;
  readonly file: FileReading;
  readonly aliases: readonly Alias[];
  readonly lists: NameLists;
  readonly month: number;
  readonly source: string;
  readonly busy: boolean;
  readonly onAlias: (alias: Alias) => void;
  readonly onForget: (alias: Alias) => void;
  readonly onApply: (set: ChangeSet, closes: readonly Period[]) => void;
}

/** Bad rows, near names, and what applying would do; nothing is written before. */
export function Preview({ place, reading, file, aliases, lists, month, source, busy, ...on }: PreviewProps) {
  const { onAlias, onForget, onApply } = on;
  const { t } = usePanel();
  const [prepared, setPrepared] = useState<Prepared>();
  const [goesOn, setGoesOn] = useState(false);
  const work = useWork();
  const { deals } = reading;
  const prepareAgain = async () => {
    const next = await work.run(watch => prepare({ place, deals, aliases, lists, month }, watch));
    if (next) setPrepared(next);
  };
  useEffect(() => void prepareAgain(), [place, deals, aliases, lists, month]);
  const near = prepared?.near ?? [];
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusTaken(heading);
  // An answer takes its question away.
  useFocusKept(near.length, heading);
  const isPrepared = prepared !== undefined;
  // What is asked, or what changes, stands below the long form that led to it.
  useEffect(() => {
    if (isPrepared) heading.current?.scrollIntoView({ block: 'start' });
  }, [isPrepared]);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {t(words.preview)}
      </h2>
      <div role="status">
        <WorkBar work={work} />
      </div>
      {!prepared && work.share === undefined && (
        <button type="button" onClick={() => void prepareAgain()}>
          {t(words.goOnWorking)}
        </button>
      )}
      {file.account && <RowsIn account={file.account} />}
      <BadRows reading={reading} placeOf={file.prepared.placeOf} goesOn={goesOn} onGoesOn={setGoesOn} />
      <Cleaned reading={reading} />
      {prepared && <NamesTaken used={prepared.used} onForget={onForget} />}
      {near.map(question => (
        <NearName key={`${question.field} ${question.found}`} question={question} onAlias={onAlias} />
      ))}
      {prepared && (
        <Decision
          {...{ place, prepared, month, source, busy, onApply }}
          ready={near.length === 0 && (goesOn || reading.bad.length === 0) && work.share === undefined}
        />
      )}
    </>
  );
}

interface DecisionProps extends Pick<PreviewProps, 'place' | 'month' | 'source' | 'busy' | 'onApply'> {
  readonly prepared: Prepared;
  readonly ready: boolean;
}

/** Where the figures go, and the button that writes them. */
function Decision({ place, prepared, month, source, busy, ready, onApply }: DecisionProps) {
  const { t, language, today } = usePanel();
  // Whoever has only a history wants its months closed.
  const [closes, setCloses] = useState<readonly Period[]>(() =>
    place.tracker ? [] : prepared.months.filter(({ state }) => state !== 'same').map(({ period }) => period),
  );
  const { closing, set } = useMemo(
    () => decided({ place, prepared, month, closes, source, today, language }),
    [place, prepared, month, closes, source, today, language],
  );
  const canApply = ready && !busy && !isEmpty(set);
  return (
    <>
      <IntoTracker {...{ place, prepared, month }} />
      {prepared.idle.length > 0 && <p class="help">{t(words.idle(prepared.idle))}</p>}
      {place.history ? (
        <MonthChoice months={prepared.months} closes={closes} onCloses={setCloses} />
      ) : (
        <HistoryMissing />
      )}
      {closing && <p role="status">{t(words.closing(closing.append.length, closing.restated.length))}</p>}
      {isEmpty(set) && <p class="help">{t(words.nothingToWrite)}</p>}
      <div class="bar">
        <div class="actions">
          <button
            type="button"
            class="primary"
            aria-disabled={!canApply}
            onClick={() => canApply && onApply(set, closes)}
          >
            {t(busy ? words.applying : words.apply)}
          </button>
        </div>
      </div>
    </>
  );
}

/** What the tracker gets, or why it gets nothing. */
function IntoTracker({ place: { tracker }, prepared, month }: Pick<DecisionProps, 'place' | 'prepared' | 'month'>) {
  const { t } = usePanel();
  const { preview, knowsMonth } = prepared;
  if (!tracker || !preview) return null;
  if ((tracker.start ?? month) !== month) return <Notice kind="plain" text={t(words.otherMonth)} />;
  if (knowsMonth) return <TrackerRows preview={preview} />;
  return <Notice kind="plain" text={t(words.noDeals(t(periodText(periodOf(month)))))} />;
}

interface NearNameProps {
  readonly question: NameQuestion;
  readonly onAlias: (alias: Alias) => void;
}

function NearName({ question: { field, found, rows, candidates }, onAlias }: NearNameProps) {
  const { t } = usePanel();
  return (
    <Notice kind="warning" text={t(words.near(found, rows))}>
      {candidates.map(({ name }) => (
        <button key={name} type="button" onClick={() => onAlias({ field, from: found, to: name })}>
          {name}
        </button>
      ))}
      <button type="button" onClick={() => onAlias({ field, from: found, to: null })}>
        {t(words.other)}
      </button>
    </Notice>
  );
}

interface NamesTakenProps {
  readonly used: readonly Alias[];
  readonly onForget: (alias: Alias) => void;
}

/** Answers of now and of earlier months that this file makes use of; one that was a slip is asked again. */
function NamesTaken({ used, onForget }: NamesTakenProps) {
  const { t } = usePanel();
  if (used.length === 0) return null;
  return (
    <details>
      <summary>{t(words.namesTaken(used.length))}</summary>
      <ul class="duties">
        {used.map(alias => (
          <li key={`${alias.field} ${alias.from}`}>
            <span>{t(alias.to === null ? words.isAnother(alias.from) : words.takenAs(alias.from, alias.to))}</span>
            <button type="button" aria-label={t(words.askAgainOf(alias.from))} onClick={() => onForget(alias)}>
              {t(words.askAgain)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
