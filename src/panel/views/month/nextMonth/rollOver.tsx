import { useEffect, useMemo, useState } from 'preact/hooks';
import { serialOfIso } from '../../../../kernel/calendar.ts';
import { type Period, periodAfter, periodText } from '../../../../kernel/period.ts';
import type { Text } from '../../../../kernel/text.ts';
import { Ledger } from '../../../../month/figures/history.ts';
import { nextTargets, type TargetSource, unitOf } from '../../../../month/rollOver/nextTargets.ts';
import { rollOver } from '../../../../month/rollOver/rollOver.ts';
import type { PortError } from '../../../../port/port.ts';
import type { TrackerSheet } from '../../../../sheets/trackerSheet.ts';
import { portError } from '../../../insertion.ts';
import { usePanel } from '../../../panel.ts';
import { Failure, Notice } from '../../../parts/notice.tsx';
import { strings } from '../../../strings.ts';
import { type Chosen, SourceChoice } from '../apply/targetSource.tsx';
import type { Month } from '../frame.tsx';
import { isOver } from '../monthSheets.ts';
import { useFigures } from '../numbers.ts';
import { historyOf } from '../planning.ts';
import { NextRows } from './nextRows.tsx';
import { Replan } from './replanning.tsx';
import { type RollPlace, rollPlaceIn, rollRequest } from './rolling.ts';
import { rollWords } from './rollOverWords.ts';

/** The next month's tracker, and the rest of the year. */
export function RollOver({ month }: { readonly month: Month }) {
  const { t, port, library } = usePanel();
  const [place, setPlace] = useState<RollPlace>();
  const [failed, setFailed] = useState<PortError>();
  const { tracker } = month.place;
  const read = async () => {
    if (!tracker || tracker.start === undefined || library.templates.length === 0) return;
    setFailed(undefined);
    try {
      setPlace(await rollPlaceIn(port, tracker, library.templates));
    } catch (error) {
      setFailed(portError(error));
    }
  };
  useEffect(() => void read(), [month.place, library.templates]);
  const ledger = useMemo(() => new Ledger(historyOf(month.place).rows), [month.place]);
  if (failed) return <Failure error={failed} onAgain={() => void read()} />;
  if (!tracker || tracker.start === undefined) return null;
  if (!place || place.last.prefix !== tracker.prefix) return <p role="status">{t(strings.loading)}</p>;
  return (
    <>
      <NextMonth key={tracker.prefix} month={month} tracker={tracker} place={place} ledger={ledger} />
      {place.split && <Replan month={month} split={place.split} ledger={ledger} />}
    </>
  );
}

interface NextMonthProps {
  readonly month: Month;
  readonly tracker: TrackerSheet;
  readonly place: RollPlace;
  readonly ledger: Ledger;
}

function NextMonth({ month: { busy, change }, tracker, place, ledger }: NextMonthProps) {
  const { t, port, library, language, today } = usePanel();
  const [chosen, setChosen] = useState(() => initial(place));
  const [keep, setKeep] = useState<readonly string[]>([]);
  const [leave, setLeave] = useState<readonly string[]>(() =>
    place.readers.filter(({ isStatement }) => isStatement).map(({ prefix }) => prefix),
  );
  const [problem, setProblem] = useState<Text>();
  const { rows } = tracker;
  const { period: last } = place.last;
  const period = periodAfter(last, 1);
  const source = sourceOf(chosen, place, period);
  const rolled = useMemo(() => {
    if (!source) return undefined;
    return rollOver({ rows, targets: nextTargets(source, rows), ledger, period, unit: unitOf(source, rows), keep });
  }, [rows, chosen, place, ledger, period, keep]);
  const isOverNow = tracker.start !== undefined && isOver(tracker.start, serialOfIso(today));
  const isReady = rolled !== undefined && rolled.rows.length > 0 && tracker.unreadable.length === 0 && !busy;
  const apply = async () => {
    if (!isReady) return;
    setProblem(undefined);
    try {
      const { templates } = library;
      const request = await rollRequest(rolled, place.last, { port, templates, language, today, leave });
      if ('en' in request) setProblem(request);
      else await change(request);
    } catch (error) {
      setProblem(rollWords.notMade(portError(error).code));
    }
  };
  return (
    <section aria-labelledby="roll-over">
      <h2 id="roll-over">{t(rollWords.title(periodText(period)))}</h2>
      <p class="help">{t(rollWords.lead(periodText(period)))}</p>
      <Before last={last} isOver={isOverNow} ledger={ledger} />
      <SourceChoice split={place.split} period={period} chosen={chosen} onChosen={setChosen} />
      {chosen.from === 'split' && <OtherUnit place={place} />}
      {rolled && <NextRows rolled={rolled} keep={keep} onKeep={setKeep} />}
      <Followers readers={place.readers} leave={leave} onLeave={setLeave} />
      {problem && <Notice kind="failed" text={t(problem)} />}
      <button
        type="button"
        class={isOverNow ? 'primary wide' : 'wide'}
        aria-disabled={!isReady}
        onClick={() => void apply()}
      >
        {t(busy ? rollWords.working : rollWords.title(periodText(period)))}
      </button>
    </section>
  );
}

function initial({ split, last }: RollPlace): Chosen {
  const period = periodAfter(last.period, 1);
  return { from: split?.months.some(month => month.period === period) ? 'split' : 'last', growth: '0' };
}

function sourceOf({ from, growth }: Chosen, { split }: RollPlace, period: Period): TargetSource | undefined {
  if (from === 'split') return split && { from, plan: split, period, scale: split.scale };
  const percent = growth.trim() === '' ? Number.NaN : Number(growth.replace('−', '-'));
  return percent >= -100 && percent <= 1000 ? { from, growth: percent / 100 } : undefined;
}

/** Nobody else would notice that one sheet counts in thousands. */
function OtherUnit({ place: { split, last } }: { readonly place: RollPlace }) {
  const { t } = usePanel();
  const { figure } = useFigures();
  if (!split?.isOtherUnit) return null;
  const { scale } = split;
  const [ours, theirs] = [split.currency || '–', String(last.strip.Unit ?? '') || '–'];
  if (scale === 1) return <Notice kind="warning" text={t(rollWords.otherUnit(ours, theirs))} />;
  const how = scale > 1 ? rollWords.times(figure(scale)) : rollWords.over(figure(Math.round(1 / scale)));
  return <Notice kind="plain" text={t(rollWords.converted(ours, theirs, how))} />;
}

interface BeforeProps {
  readonly last: Period;
  readonly isOver: boolean;
  readonly ledger: Ledger;
}

/** What is better done before a month is left behind. */
function Before({ last, isOver: isOverNow, ledger }: BeforeProps) {
  const { t } = usePanel();
  const name = periodText(last);
  if (!isOverNow) return <Notice kind="warning" text={t(rollWords.notOver(name))} />;
  if (!ledger.periods.includes(last)) return <Notice kind="warning" text={t(rollWords.notClosed(name))} />;
  return null;
}

interface FollowersProps {
  readonly readers: RollPlace['readers'];
  readonly leave: readonly string[];
  readonly onLeave: (leave: readonly string[]) => void;
}

/** Sheets that tell of the new month from then on. */
function Followers({ readers, leave, onLeave }: FollowersProps) {
  const { t } = usePanel();
  if (readers.length === 0) return null;
  return (
    <fieldset class="field">
      <legend>{t(rollWords.follow)}</legend>
      <p class="help">{t(rollWords.followHelp)}</p>
      {readers.some(({ isStatement }) => isStatement) && <p class="help">{t(rollWords.statementStays)}</p>}
      <div class={readers.length > 6 ? 'choices long' : 'choices'}>
        {readers.map(({ prefix, sheet, sheetId }) => (
          <label key={sheetId} class="toggle">
            <input
              type="checkbox"
              checked={!leave.includes(prefix)}
              onChange={({ currentTarget: { checked } }) =>
                onLeave(checked ? leave.filter(other => other !== prefix) : [...leave, prefix])
              }
            />
            {sheet}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
