import { useRef } from 'preact/hooks';
import { isoOf } from '../../../../kernel/calendar.ts';
import { say } from '../../../../kernel/text.ts';
import { type CadenceTask, DEFAULT_CADENCE, type Done } from '../../../../month/calendar/cadence.ts';
import { usePanel } from '../../../panel.ts';
import { useFocusKept } from '../../../parts/focus.ts';
import { strings } from '../../../strings.ts';
import { words } from '../words.ts';
import { CadenceTable } from './cadenceTable.tsx';
import { cadenceWords } from './cadenceWords.ts';
import { DutyList, useDuties } from './duties.tsx';

/** What is due and what was missed, and the table that it follows from. */
export function CadencePage() {
  const { t } = usePanel();
  const { memory, remember, missed, next, tick } = useDuties();
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusKept(memory?.done.length, heading);
  if (!memory) return <p role="status">{t(strings.loading)}</p>;
  const setTable = (cadence: readonly CadenceTask[]) => remember(before => ({ ...before, cadence }));
  const untick = ({ id, start }: Done) =>
    remember(before => ({
      ...before,
      done: before.done.filter(entry => entry.id !== id || entry.start !== start),
    }));
  return (
    <>
      <p class="lead">{t(cadenceWords.cadenceLead)}</p>
      {!next && <p>{t(words.noTracker)}</p>}
      {missed && missed.length > 0 && (
        <section aria-labelledby="missed">
          <h2 id="missed">{t(cadenceWords.missed(missed.length))}</h2>
          <DutyList duties={missed} onTick={tick} />
        </section>
      )}
      {next && (
        <section aria-labelledby="next-duties">
          <h2 id="next-duties" ref={heading} tabIndex={-1}>
            {t(cadenceWords.dueNext)}
          </h2>
          <DutyList duties={next} onTick={tick} />
        </section>
      )}
      <DoneLately table={memory.cadence} done={memory.done} onUntick={untick} />
      <section aria-labelledby="cadence-table">
        <h2 id="cadence-table">{t(cadenceWords.cadenceTable)}</h2>
        <CadenceTable table={memory.cadence} onTable={setTable} />
        <div class="actions apart">
          <button type="button" class="quiet" onClick={() => setTable(DEFAULT_CADENCE)}>
            {t(cadenceWords.cadenceDefaults)}
          </button>
        </div>
      </section>
    </>
  );
}

const LATELY = 5;

interface DoneLatelyProps {
  readonly table: readonly CadenceTask[];
  readonly done: readonly Done[];
  readonly onUntick: (done: Done) => void;
}

/** A tick that was a slip can be taken back. */
function DoneLately({ table, done, onUntick }: DoneLatelyProps) {
  const { t } = usePanel();
  const lately = done.slice(-LATELY).reverse();
  if (lately.length === 0) return null;
  return (
    <details>
      <summary>{t(cadenceWords.doneLately)}</summary>
      <ul class="duties">
        {lately.map(entry => {
          const label = table.find(({ id }) => id === entry.id)?.label ?? say(entry.id, entry.id);
          return (
            <li key={`${entry.id} ${entry.start}`}>
              <span class="row-text">
                <strong>{t(label)}</strong>
                <span>{t(cadenceWords.from(isoOf(entry.start)))}</span>
              </span>
              <button type="button" aria-label={t(cadenceWords.untickOf(label))} onClick={() => onUntick(entry)}>
                {t(cadenceWords.untick)}
              </button>
            </li>
          );
        })}
      </ul>
    </details>
  );
}
