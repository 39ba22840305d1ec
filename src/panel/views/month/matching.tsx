import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ChangeSet } from '../../../month/changeSet.ts';
import type { Reading } from '../../../month/deal.ts';
import type { DealField } from '../../../month/dealField.ts';
import { type Answers, type Inspection, inspecting } from '../../../month/inspect.ts';
import { type Columns, columnProblems, matchColumns, rememberColumns } from '../../../month/matchColumns.ts';
import { remember } from '../../../month/memory.ts';
import type { Alias } from '../../../month/nearNames.ts';
import { monthOf, type Period, periodOf } from '../../../month/period.ts';
import { readingRows } from '../../../month/readRows.ts';
import { runSliced } from '../../files/progress.ts';
import type { FileTable } from '../../files/readFile.ts';
import type { MonthMemory } from '../../monthMemory.ts';
import { usePanel } from '../../panel.ts';
import { useFocusKept, useFocusTaken } from '../../parts/focus.ts';
import { Notice } from '../../parts/notice.tsx';
import { ColumnChoice } from './columnChoice.tsx';
import { withColumn } from './lines.tsx';
import { Lists, type NameLists } from './lists.tsx';
import { monthAtHand, type Place } from './place.ts';
import { likeliestSheet } from './planning.ts';
import { withClosed } from './plans.ts';
import { Preview } from './preview.tsx';
import { Questions } from './questions.tsx';
import { words } from './words.ts';
import { useWork, WorkBar } from './work.tsx';

/** What the tracker and the history are made of; other fields are matched by themselves. */
const SHOWN: readonly DealField[] = [
  'person',
  'product',
  'region',
  'team',
  'manager',
  'stage',
  'amount',
  'collected',
  'closed',
];

/** What is remembered once it was applied. */
export type Confirmed = (memory: MonthMemory) => MonthMemory;

interface MatchingProps {
  readonly place: Place;
  readonly table: FileTable;
  readonly memory: MonthMemory;
  readonly busy: boolean;
  readonly onApply: (set: ChangeSet, confirmed: Confirmed) => void;
  readonly onAnother: () => void;
}

/** A file, and which of its sheets; every sheet is matched anew. */
export function Matching({ table, onAnother, ...rest }: MatchingProps) {
  const { t } = usePanel();
  const [sheet, setSheet] = useState(() =>
    likeliestSheet(table.sheets, cells => Object.keys(matchColumns(cells).columns).length),
  );
  const chosen = useRef<HTMLParagraphElement>(null);
  useFocusTaken(chosen);
  return (
    <>
      <p ref={chosen} class="chosen" tabIndex={-1}>
        <strong>{table.name || t(words.pasted)}</strong>
        <button type="button" class="quiet" onClick={onAnother}>
          {t(words.another)}
        </button>
      </p>
      {table.sheets.length > 1 && (
        <div class="field">
          <label for="month-sheet">{t(words.sheet)}</label>
          <select
            id="month-sheet"
            value={String(sheet)}
            onChange={({ currentTarget: { value } }) => setSheet(Number(value))}
          >
            {table.sheets.map(({ name, cells }, index) => (
              <option key={name} value={String(index)}>
                {t(words.sheetRows(name, cells.length))}
              </option>
            ))}
          </select>
        </div>
      )}
      <SheetMatching key={sheet} table={table} cells={table.sheets[sheet]?.cells ?? []} {...rest} />
    </>
  );
}

/** What a look through the file has found, and what it looked for. */
interface Inspected {
  readonly inspection: Inspection;
  readonly columns: Columns;
  readonly answers: Answers;
}

interface SheetMatchingProps extends Omit<MatchingProps, 'onAnother'> {
  readonly cells: FileTable['sheets'][number]['cells'];
}

/** The columns, shown with samples to be confirmed; then what only the user knows; then the preview. */
function SheetMatching({ place, table, cells, memory, busy, onApply }: SheetMatchingProps) {
  const { t, today } = usePanel();
  const matching = useMemo(() => matchColumns(cells, memory.columns), [cells]);
  const [columns, setColumns] = useState<Columns>(matching.columns);
  const [answers, setAnswers] = useState<Answers>(memory.answers[matching.signature] ?? {});
  const [aliases, setAliases] = useState<readonly Alias[]>(memory.aliases);
  const [lists, setLists] = useState<NameLists>(memory);
  const [month, setMonth] = useState(monthAtHand(place, today));
  const [share, setShare] = useState(memory.leastShare === null ? '' : String(memory.leastShare * 100));
  const minimumShare = shareIn(share);
  const [inspected, setInspected] = useState<Inspected>();
  const [reading, setReading] = useState<Reading>();
  const work = useWork();
  const inspect = async () => {
    const steps = inspecting(cells, matching, columns, answers);
    const inspection = await work.run(watch => runSliced(steps, cells.length, watch));
    if (inspection) setInspected({ inspection, columns, answers });
  };
  useEffect(() => void inspect(), [cells, columns, answers]);
  const isDated = columns.closed !== undefined || columns.month !== undefined;
  const problems = [
    ...columnProblems(columns, month),
    ...(minimumShare === 'wrong' && columns.collected !== undefined ? [words.shareRange] : []),
  ];
  const isFresh = inspected?.columns === columns && inspected.answers === answers;
  const inspection = isFresh ? inspected.inspection : undefined;
  // The older ones stay until the new ones are there, and with them the place in the page.
  const questions = inspected?.inspection.questions ?? [];
  const asked = useRef<HTMLDivElement>(null);
  useFocusKept(questions.length, asked);

  const read = async (event: Event) => {
    event.preventDefault();
    // The inspection was stopped: it is what comes next.
    if (!inspection && work.share === undefined) return void inspect();
    if (!inspection || problems.length > 0 || questions.length > 0) return;
    const { headingRow } = matching;
    const { styles } = inspection;
    const only = isDated ? undefined : month;
    const counts = typeof minimumShare === 'number' ? { minimumShare } : {};
    const steps = readingRows({ cells, headingRow, columns, styles, stages: answers.stages, month: only, ...counts });
    setReading(await work.run(watch => runSliced(steps, cells.length, watch)));
  };
  const again =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      setReading(undefined);
      set(value);
    };
  const confirmed =
    (closes: readonly Period[]): Confirmed =>
    before => ({
      ...withClosed(before, place, closes),
      team: lists.team,
      products: lists.products,
      leastShare: typeof minimumShare === 'number' ? minimumShare : null,
      ...remember(before, rememberColumns(matching, columns), answers, aliases),
      // Those that were forgotten here are not remembered either.
      aliases,
    });

  return (
    <>
      <form noValidate onSubmit={event => void read(event)}>
        <h2>{t(words.columns)}</h2>
        <p class="help">{t(matching.fields.some(field => field.remembered) ? words.asLastTime : words.columnsLead)}</p>
        {SHOWN.map(field => (
          <ColumnChoice
            key={field}
            id={`month-column-${field}`}
            field={field}
            column={columns[field]}
            headings={matching.headings}
            onColumn={again(column => setColumns(withColumn(columns, field, column)))}
          />
        ))}
        {columns.collected !== undefined && (
          <div class="field">
            <label for="month-share">{t(words.countsFrom)}</label>
            <input
              id="month-share"
              inputMode="decimal"
              value={share}
              aria-invalid={minimumShare === 'wrong'}
              onInput={({ currentTarget: { value } }) => again(setShare)(value)}
            />
          </div>
        )}
        <div class="field">
          <label for="month-period">{t(isDated ? words.trackerMonth : words.month)}</label>
          <input
            id="month-period"
            type="month"
            value={periodOf(month)}
            onInput={event => {
              const chosen = monthOf(event.currentTarget.value);
              if (!Number.isNaN(chosen)) again(setMonth)(chosen);
            }}
          />
        </div>
        <Lists lists={lists} onLists={setLists} />
        <div ref={asked} tabIndex={-1}>
          <Questions questions={questions} answers={answers} onAnswers={again(setAnswers)} />
        </div>
        <div role="status">
          {problems.map(problem => (
            <Notice key={problem.en} kind="warning" text={t(problem)} />
          ))}
          <WorkBar work={work} />
        </div>
        {!reading && (
          <div class="bar">
            <div class="actions">
              <button type="submit" class="primary" aria-disabled={problems.length + questions.length > 0}>
                {t(words.next)}
              </button>
            </div>
          </div>
        )}
      </form>
      {reading && (
        <Preview
          place={place}
          reading={reading}
          aliases={aliases}
          lists={lists}
          month={month}
          source={table.name || t(words.pasted)}
          busy={busy}
          onAlias={alias => setAliases([...aliases, alias])}
          onForget={alias => setAliases(aliases.filter(other => other !== alias))}
          onApply={(set, closes) => onApply(set, confirmed(closes))}
        />
      )}
    </>
  );
}

/** A share that was typed in per cent; undefined where all counts. */
function shareIn(typed: string): number | 'wrong' | undefined {
  if (typed.trim() === '') return undefined;
  const share = Number(typed) / 100;
  return share >= 0 && share <= 1 ? share : 'wrong';
}
