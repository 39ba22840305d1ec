import { useEffect, useRef, useState } from 'preact/hooks';
import { isoOf, serialOfIso } from '../../../../kernel/calendar.ts';
import { largestOf } from '../../../../kernel/lists.ts';
import { agenda, type Duty } from '../../../../month/calendar/cadence.ts';
import type { Memory } from '../../../memory.ts';
import type { MonthMemory } from '../../../monthMemory.ts';
import { usePanel } from '../../../panel.ts';
import { useFocusKept } from '../../../parts/focus.ts';
import { strings } from '../../../strings.ts';
import { spanText } from '../../../text/span.ts';
import { useMonthMemory } from '../useMonth.ts';
import { cadenceWords } from './cadenceWords.ts';
import { PLAIN_WEEK, type Workdays, workdaysIn } from './workdays.ts';

/** A duty as it is listed: of a task that was missed again and again, the latest stands for all. */
export interface ListedDuty extends Duty {
  readonly earlier: readonly Duty[];
}

export interface Duties {
  readonly memory: MonthMemory | undefined;
  readonly remember: (change: (memory: MonthMemory) => MonthMemory) => void;
  /** Undefined until it is known, and without a tracker. */
  readonly missed: readonly ListedDuty[] | undefined;
  readonly next: readonly ListedDuty[] | undefined;
  readonly tick: (duty: ListedDuty) => void;
}

/** What is due and what was missed, by the table and the ticks that the workbook remembers. */
export function useDuties(): Duties {
  const { today, workbook, announce } = usePanel();
  const { memory, remember } = useMonthMemory();
  const workdays = useWorkdays();
  const starts = workbook.sheets.flatMap(({ template, start }) => (template === 'tracker' && start ? [start] : []));
  // Nothing is missed from before the workbook came into use.
  const since = memory?.since ?? (starts.length > 0 ? largestOf(starts, inUseSince(workbook.memory)) : 0);
  const found =
    memory &&
    since > 0 &&
    agenda({
      table: memory.cadence,
      today: serialOfIso(today),
      done: memory.done,
      since,
      ...workdays,
    });
  return {
    memory,
    remember: change => remember(before => ({ ...change(before), since: before.since ?? since })),
    missed: found ? latestOfEach(found.missed) : undefined,
    next: found ? found.next.map(duty => ({ ...duty, earlier: [] })) : undefined,
    tick({ earlier, id, start, label }) {
      const done = [...earlier.map(duty => ({ id: duty.id, start: duty.start })), { id, start }];
      remember(before => ({ ...before, since: before.since ?? since, done: [...before.done, ...done] }));
      announce(cadenceWords.ticked(label));
    },
  };
}

function inUseSince(memory: Memory | undefined): number {
  return memory?.since ? serialOfIso(memory.since) : 0;
}

function useWorkdays(): Workdays {
  const { port, workbook } = usePanel();
  const { inventory } = workbook;
  const [workdays, setWorkdays] = useState(PLAIN_WEEK);
  useEffect(() => {
    if (!inventory) return;
    workdaysIn(port, inventory).then(setWorkdays, () => setWorkdays(PLAIN_WEEK));
  }, [port, inventory]);
  return workdays;
}

/** The oldest come first. */
function latestOfEach(duties: readonly Duty[]): ListedDuty[] {
  const latest = new Map<string, ListedDuty>();
  for (const duty of duties) {
    const before = latest.get(duty.id);
    latest.delete(duty.id);
    latest.set(duty.id, { ...duty, earlier: before ? [...before.earlier, before] : [] });
  }
  return [...latest.values()].reverse();
}

const MOST_AT_HOME = 3;

/** On the first page: what was missed, and what comes next. */
export function HomeDuties() {
  const { t, open } = usePanel();
  const { missed, next, memory, tick } = useDuties();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusKept(memory?.done.length, heading);
  if (!missed || !next) return null;
  const shown = [...missed.slice(0, MOST_AT_HOME), ...next.slice(0, missed.length > 1 ? 1 : 2)];
  return (
    <section aria-labelledby="duties">
      <h2 id="duties" ref={heading} tabIndex={-1}>
        {t(cadenceWords.dutiesTitle(missed.length))}
      </h2>
      <DutyList duties={shown} onTick={tick} />
      <button type="button" class="quiet" onClick={() => open({ at: 'month', part: 'cadence' })}>
        {t(strings.monthParts.cadence)}
      </button>
    </section>
  );
}

interface DutyListProps {
  readonly duties: readonly ListedDuty[];
  readonly onTick: (duty: ListedDuty) => void;
}

export function DutyList({ duties, onTick }: DutyListProps) {
  const { t } = usePanel();
  return (
    <ul class="duties">
      {duties.map(duty => (
        <li key={`${duty.id} ${duty.start}`} class={duty.days < 0 ? 'late' : undefined}>
          <span class="row-text">
            <strong>{t(duty.label)}</strong>
            <span>
              {t(spanText(duty.start, duty.end))} · {t(cadenceWords.dueIn(duty.days, isoOf(duty.due)))}
              {duty.earlier.length > 0 && ` · ${t(cadenceWords.andEarlier(duty.earlier.length))}`}
            </span>
          </span>
          <button
            type="button"
            aria-label={t(cadenceWords.tickOf(duty.label, t(spanText(duty.start, duty.end))))}
            onClick={() => onTick(duty)}
          >
            {t(cadenceWords.tick)}
          </button>
        </li>
      ))}
    </ul>
  );
}
