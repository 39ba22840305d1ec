import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isoOf } from '../../../../kernel/calendar.ts';
import { type Period, periodOf, periodText } from '../../../../kernel/period.ts';
import type { ChangeSet } from '../../../../month/change/changeSet.ts';
import { isEmpty } from '../../../../month/change/changeSet.ts';
import { type DealsPeriod, takesPlan } from '../../../../month/close/newDeals.ts';
import type { Closing } from '../../../../month/figures/history.ts';
import type { TrackerPreview } from '../../../../month/figures/previewTracker.ts';
import type { Reading } from '../../../../month/import/deal.ts';
import type { Answers, Question } from '../../../../month/import/inspect.ts';
import type { Alias, NameQuestion } from '../../../../month/import/nearNames.ts';
import type { TrackerRow } from '../../../../sheets/tracker.ts';
import { usePanel } from '../../../panel.ts';
import { useFocusKept, useFocusTaken } from '../../../parts/focus.ts';
import { Notice } from '../../../parts/notice.tsx';
import { Accounting } from '../bringIn/accounting.tsx';
import { BadRows, Cleaned } from '../bringIn/badRows.tsx';
import type { NameLists } from '../bringIn/lists.tsx';
import { HistoryMissing } from '../bringIn/missing.tsx';
import { Questions } from '../bringIn/questions.tsx';
import type { FileReading } from '../bringIn/useReading.ts';
import { MonthChoice } from '../monthChoice.tsx';
import type { MonthSheets } from '../monthSheets.ts';
import { namesOf, shortened, useFigures } from '../numbers.ts';
import { addable, type DayChange, dayChange, decided, type PreparedDeals, prepare } from '../planning.ts';
import { words } from '../words.ts';
import { useWork, WorkBar } from '../work.tsx';
import { applyWords } from './applyWords.ts';
import { ByDeal, NewByDeal } from './byDeal.tsx';
import { IntoPipeline, NewPipeline } from './intoPipeline.tsx';
import { TrackerRows } from './trackerRows.tsx';

interface PreviewProps {
  readonly place: MonthSheets;
  readonly reading: Reading;
  readonly file: FileReading;
  readonly aliases: readonly Alias[];
  readonly lists: NameLists;
  readonly month: number;
  /** What only showed once all rows were read, and the answers to it. */
  readonly late: readonly Question[];
  readonly answers: Answers;
  readonly onAnswers: (answers: Answers) => void;
  readonly source: string;
  /** The share that has to be paid for a deal to count. */
  readonly leastShare: number | undefined;
  readonly busy: boolean;
  readonly onAlias: (alias: Alias) => void;
  readonly onForget: (alias: Alias) => void;
  readonly onApply: (set: ChangeSet, closes: readonly Period[]) => void;
}

/** Bad rows, near names, and what applying would do; nothing is written before. */
export function Preview({
  place,
  reading,
  file,
  aliases,
  lists,
  month,
  late,
  source,
  leastShare,
  busy,
  ...on
}: PreviewProps) {
  const { onAlias, onForget, onApply, answers, onAnswers } = on;
  const { t, today } = usePanel();
  const [prepared, setPrepared] = useState<PreparedDeals>();
  const [goesOn, setGoesOn] = useState(false);
  const [missing, setMissing] = useState<'keep' | 'zero'>('keep');
  const work = useWork();
  const { deals } = reading;
  const prepareAgain = async () => {
    const next = await work.run(watch => prepare({ place, deals, aliases, lists, month, missing, today }, watch));
    if (next) setPrepared(next);
  };
  useEffect(() => void prepareAgain(), [place, deals, aliases, lists, month, missing]);
  const near = prepared?.near ?? [];
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusTaken(heading);
  // An answer takes its question away.
  useFocusKept(near.length + late.length, heading);
  const isPrepared = prepared !== undefined;
  // What is asked, or what changes, stands below the long form that led to it.
  useEffect(() => {
    if (isPrepared) heading.current?.scrollIntoView({ block: 'start' });
  }, [isPrepared]);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {t(applyWords.preview)}
      </h2>
      <div role="status">
        <WorkBar work={work} />
      </div>
      {!prepared && work.share === undefined && (
        <button type="button" onClick={() => void prepareAgain()}>
          {t(words.goOnWorking)}
        </button>
      )}
      <Questions questions={late} answers={answers} onAnswers={onAnswers} />
      <BadRows reading={reading} placeOf={file.prepared.placeOf} goesOn={goesOn} onGoesOn={setGoesOn} />
      <Accounting reading={reading} file={file} month={place.tracker && month} />
      <Cleaned reading={reading} />
      {prepared && <NamesTaken used={prepared.used} onForget={onForget} />}
      {near.map(question => (
        <NearName key={`${question.field} ${question.found}`} question={question} onAlias={onAlias} />
      ))}
      {prepared && (
        <Decision
          {...{ place, prepared, month, source, leastShare, busy, onApply, missing }}
          onMissing={setMissing}
          ready={near.length + late.length === 0 && (goesOn || reading.bad.length === 0) && work.share === undefined}
        />
      )}
    </>
  );
}

interface DecisionProps extends Pick<PreviewProps, 'place' | 'month' | 'source' | 'leastShare' | 'busy' | 'onApply'> {
  readonly prepared: PreparedDeals;
  readonly missing: 'keep' | 'zero';
  readonly onMissing: (missing: 'keep' | 'zero') => void;
  readonly ready: boolean;
}

/** Where the figures go, and the button that writes them. */
function Decision({ place, prepared, month, source, leastShare, busy, ready, ...on }: DecisionProps) {
  const { missing, onMissing, onApply } = on;
  const { t, language, today } = usePanel();
  const [adds, setAdds] = useState(false);
  const [moves, setMoves] = useState<boolean>();
  const [removes, setRemoves] = useState(false);
  const [removesOpen, setRemovesOpen] = useState(false);
  const [newPipeline, setNewPipeline] = useState(false);
  const [newSheets, setNewSheets] = useState<readonly DealsPeriod[]>([]);
  // Whoever has only a history wants its months closed; one that is closed may have been closed by another file.
  const [closes, setCloses] = useState<readonly Period[]>(() =>
    place.tracker ? [] : prepared.months.filter(({ state }) => state === 'new').map(({ period }) => period),
  );
  const { closing, set } = useMemo(
    () =>
      decided({
        ...{ place, prepared, month, closes, adds, moves, removes, removesOpen },
        ...{ newSheets, newPipeline, leastShare, source, today, language },
      }),
    [
      place,
      prepared,
      month,
      closes,
      adds,
      moves,
      removes,
      removesOpen,
      newSheets,
      newPipeline,
      leastShare,
      source,
      today,
      language,
    ],
  );
  const day = dayChange({ place, prepared, month, closes });
  const canApply = ready && !busy && !isEmpty(set);
  return (
    <>
      <IntoTracker {...{ place, prepared, month, missing, onMissing, adds }} onAdds={setAdds} />
      <ByDeal previews={prepared.byDeal} removes={removes} onRemoves={setRemoves} />
      <NewByDeal
        periods={prepared.dealPeriods}
        chosen={newSheets}
        onChosen={setNewSheets}
        hasPlan={takesPlan(
          place.plan,
          newSheets.map(({ kind }) => kind),
        )}
      />
      {prepared.pipeline && (
        <IntoPipeline preview={prepared.pipeline} removes={removesOpen} onRemoves={setRemovesOpen} />
      )}
      {!prepared.pipeline && prepared.openDeals > 0 && (
        <NewPipeline deals={prepared.openDeals} chosen={newPipeline} onChosen={setNewPipeline} />
      )}
      {prepared.idle.length > 0 && <p class="help">{t(applyWords.idle(prepared.idle))}</p>}
      {place.history ? (
        <MonthChoice months={prepared.months} closes={closes} onCloses={setCloses} />
      ) : (
        <HistoryMissing />
      )}
      {day && <AsOf day={day} moves={moves ?? day.moves} onMoves={setMoves} />}
      {closing && <p role="status">{t(words.closing(closing.append.length, closing.restated.length))}</p>}
      {closing && closing.samples > 0 && <p role="status">{t(words.samplesEnd(closing.samples))}</p>}
      {closing && <Falling closing={closing} />}
      {isEmpty(set) && <p class="help">{t(applyWords.nothingToWrite)}</p>}
      <div class="bar">
        <div class="actions">
          <button
            type="button"
            class="primary"
            aria-disabled={!canApply}
            onClick={() => canApply && onApply(set, closes)}
          >
            {t(busy ? words.applying : applyWords.apply)}
          </button>
        </div>
      </div>
    </>
  );
}

interface AsOfProps {
  readonly day: DayChange;
  readonly moves: boolean;
  readonly onMoves: (moves: boolean) => void;
}

/** The pace and the projection go by this day. */
function AsOf({ day: { before, after, by }, moves, onMoves }: AsOfProps) {
  const { t } = usePanel();
  const [was, becomes] = [isoOf(before), isoOf(after)];
  return (
    <div class="field">
      <label for="month-as-of">{t(applyWords.asOf)}</label>
      <select
        id="month-as-of"
        value={moves ? 'move' : 'keep'}
        onChange={({ currentTarget: { value } }) => onMoves(value === 'move')}
      >
        <option value="move">{t(applyWords.asOfMoved(was, becomes, by))}</option>
        <option value="keep">{t(applyWords.asOfKept(was))}</option>
      </select>
      {!moves && <p class="help">{t(applyWords.asOfOther(becomes, by))}</p>}
    </div>
  );
}

/** Units of a closed month that this file does not have: it may be a part of the month only. */
function Falling({ closing: { restated } }: { readonly closing: Closing }) {
  const { t } = usePanel();
  const names = restated.flatMap(({ before, after }) =>
    after.metric === 'sales' && after.actual === 0 && before.actual !== 0 ? [after.unit] : [],
  );
  return names.length === 0 ? null : <Notice kind="warning" text={t(applyWords.wouldFall(namesOf(names)))} />;
}

interface IntoTrackerProps extends Pick<DecisionProps, 'place' | 'prepared' | 'month' | 'missing' | 'onMissing'> {
  readonly adds: boolean;
  readonly onAdds: (adds: boolean) => void;
}

/** What the tracker gets, or why it gets nothing. */
function IntoTracker({ place: { tracker }, prepared, month, missing, onMissing, adds, onAdds }: IntoTrackerProps) {
  const { t } = usePanel();
  const { preview, knowsMonth } = prepared;
  if (!tracker || !preview) return null;
  if ((tracker.start ?? month) !== month) return <Notice kind="plain" text={t(applyWords.otherMonth)} />;
  if (knowsMonth)
    return (
      <>
        <MissingRows {...{ preview, missing, onMissing }} />
        <TrackerRows preview={preview} />
        <AddedRows {...{ preview, adds, onAdds }} />
      </>
    );
  return <Notice kind="plain" text={t(applyWords.noDeals(t(periodText(periodOf(month)))))} />;
}

type MissingRowsProps = Pick<DecisionProps, 'missing' | 'onMissing'> & { readonly preview: TrackerPreview };

/** Figures of the tracker that the file says nothing about; nothing is taken away unasked. */
function MissingRows({ preview, missing, onMissing }: MissingRowsProps) {
  const { t } = usePanel();
  const { figure } = useFigures();
  if (preview.missing.length === 0) return null;
  const names = preview.missing.map(row => nameOf(row, preview));
  const sum = preview.missing.reduce((total, { actual }) => total + Number(actual), 0);
  return (
    <div class="field">
      <label for="month-missing">{t(applyWords.missing(namesOf(names), figure(sum)))}</label>
      <select
        id="month-missing"
        value={missing}
        onChange={({ currentTarget: { value } }) => onMissing(value === 'zero' ? 'zero' : 'keep')}
      >
        <option value="keep">{t(applyWords.missingKept)}</option>
        <option value="zero">{t(applyWords.missingZero)}</option>
      </select>
    </div>
  );
}

function nameOf(row: TrackerRow, { scope }: TrackerPreview): string {
  return scope.map(part => row[part]).join(' · ');
}

interface AddedRowsProps extends Pick<IntoTrackerProps, 'adds' | 'onAdds'> {
  readonly preview: TrackerPreview;
}

/** Whoever sold and has no row may have one in the same step. */
function AddedRows({ preview, adds, onAdds }: AddedRowsProps) {
  const { t } = usePanel();
  const count = addable(preview).length;
  if (count === 0) return null;
  return (
    <label class="toggle">
      <input id="month-add-rows" type="checkbox" checked={adds} onChange={() => onAdds(!adds)} />
      {t(applyWords.addRows(count))}
    </label>
  );
}

interface NearNameProps {
  readonly question: NameQuestion;
  readonly onAlias: (alias: Alias) => void;
}

function NearName({ question: { field, found, rows, candidates }, onAlias }: NearNameProps) {
  const { t } = usePanel();
  return (
    <Notice kind="warning" text={t(applyWords.near(shortened(found), rows))}>
      {candidates.map(({ name }) => (
        <button key={name} type="button" onClick={() => onAlias({ field, from: found, to: name })}>
          {shortened(name)}
        </button>
      ))}
      <button type="button" onClick={() => onAlias({ field, from: found, to: null })}>
        {t(applyWords.other)}
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
      <summary>{t(applyWords.namesTaken(used.length))}</summary>
      <ul class="duties">
        {used.map(alias => (
          <li key={`${alias.field} ${alias.from}`}>
            <span>
              {t(alias.to === null ? applyWords.isAnother(alias.from) : applyWords.takenAs(alias.from, alias.to))}
            </span>
            <button type="button" aria-label={t(applyWords.askAgainOf(alias.from))} onClick={() => onForget(alias)}>
              {t(applyWords.askAgain)}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
