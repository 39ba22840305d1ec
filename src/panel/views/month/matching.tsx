import { useMemo, useState } from 'preact/hooks';
import { foundNames, renamed } from '../../../month/aliases.ts';
import type { ChangeSet } from '../../../month/changeSet.ts';
import type { Reading } from '../../../month/deal.ts';
import { DEAL_FIELDS, type DealField } from '../../../month/dealField.ts';
import { type Answers, inspect } from '../../../month/inspect.ts';
import { type Columns, columnProblems, matchColumns } from '../../../month/matchColumns.ts';
import { type Alias, nearNames } from '../../../month/nearNames.ts';
import { monthOf, periodOf } from '../../../month/period.ts';
import { readingRows } from '../../../month/readRows.ts';
import { runSliced } from '../../files/progress.ts';
import type { FileTable } from '../../files/readFile.ts';
import { usePanel } from '../../panel.ts';
import { Notice } from '../../parts/notice.tsx';
import type { Place } from './figures.ts';
import { Preview } from './preview.tsx';
import { Questions } from './questions.tsx';
import { words } from './words.ts';

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

interface MatchingProps {
  readonly place: Place;
  readonly table: FileTable;
  readonly busy: boolean;
  readonly onApply: (set: ChangeSet) => void;
  readonly onAnother: () => void;
}

/** The columns, shown with samples to be confirmed; then what only the user knows; then the preview. */
export function Matching({ place, table, busy, onApply, onAnother }: MatchingProps) {
  const { t, today } = usePanel();
  const cells = table.sheets[0]?.cells ?? [];
  const matching = useMemo(() => matchColumns(cells), [cells]);
  const [columns, setColumns] = useState<Columns>(matching.columns);
  const [answers, setAnswers] = useState<Answers>({});
  const [aliases, setAliases] = useState<readonly Alias[]>([]);
  const [month, setMonth] = useState(place.tracker.start ?? monthOf(today.slice(0, 7)));
  const [reading, setReading] = useState<Reading>();
  const [share, setShare] = useState<number>();
  const inspection = useMemo(() => inspect(cells, matching, columns, answers), [cells, matching, columns, answers]);
  const problems = columnProblems(columns, month);
  const near = reading ? namesAsked(reading, place, aliases) : [];

  const read = async (event: Event) => {
    event.preventDefault();
    if (problems.length > 0 || inspection.questions.length > 0) return;
    const steps = readingRows({
      cells,
      headingRow: matching.headingRow,
      columns,
      styles: inspection.styles,
      stages: answers.stages,
      month: columns.closed === undefined && columns.month === undefined ? month : undefined,
    });
    setReading(await runSliced(steps, cells.length, { progress: part => setShare(Math.round(part * 100)) }));
    setShare(undefined);
  };
  const again =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      setReading(undefined);
      set(value);
    };

  return (
    <>
      <p>
        {table.name}{' '}
        <button type="button" class="quiet" onClick={onAnother}>
          {t(words.another)}
        </button>
      </p>
      <form noValidate onSubmit={event => void read(event)}>
        <h2>{t(words.columns)}</h2>
        <p>{t(words.columnsLead)}</p>
        {SHOWN.map(field => (
          <ColumnChoice
            key={field}
            field={field}
            column={columns[field]}
            headings={matching.headings}
            onColumn={again(column => setColumns(withColumn(columns, field, column)))}
          />
        ))}
        <div class="field">
          <label for="month-period">{t(words.month)}</label>
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
        <Questions questions={inspection.questions} answers={answers} onAnswers={again(setAnswers)} />
        <div role="status">
          {problems.map(problem => (
            <Notice key={problem.en} kind="warning" text={t(problem)} />
          ))}
          {share !== undefined && <p>{t(words.reading(share))}</p>}
        </div>
        {!reading && (
          <button type="submit" class="primary" aria-disabled={problems.length + inspection.questions.length > 0}>
            {t(words.next)}
          </button>
        )}
      </form>
      {reading && (
        <Preview
          place={place}
          reading={{ ...reading, deals: renamed(reading.deals, aliases) }}
          near={near}
          month={month}
          source={table.name}
          busy={busy}
          onAlias={alias => setAliases([...aliases, alias])}
          onApply={onApply}
        />
      )}
    </>
  );
}

function namesAsked(reading: Reading, { tracker: { rows } }: Place, aliases: readonly Alias[]) {
  return (['person', 'product', 'region'] as const).flatMap(field => {
    const known = [...new Set(rows.map(row => row[field]).filter(name => name !== ''))];
    return known.length > 0 ? nearNames(field, foundNames(reading.deals, field), known, aliases) : [];
  });
}

function withColumn(columns: Columns, field: DealField, column: number | undefined): Columns {
  const { [field]: _, ...others } = columns;
  return column === undefined ? others : { ...others, [field]: column };
}

interface ColumnChoiceProps {
  readonly field: DealField;
  readonly column: number | undefined;
  readonly headings: ReturnType<typeof matchColumns>['headings'];
  readonly onColumn: (column: number | undefined) => void;
}

function ColumnChoice({ field, column, headings, onColumn }: ColumnChoiceProps) {
  const { t } = usePanel();
  const samples = column === undefined ? [] : (headings[column]?.samples ?? []);
  const id = `month-column-${field}`;
  return (
    <div class="field">
      <label for={id}>{t(DEAL_FIELDS[field].label)}</label>
      <select
        id={id}
        value={column === undefined ? '' : String(column)}
        onChange={({ currentTarget: { value } }) => onColumn(value === '' ? undefined : Number(value))}
      >
        <option value="">{t(words.noColumn)}</option>
        {headings.map(({ column: place, heading }) => (
          <option key={place} value={String(place)}>
            {heading === '' ? `#${place + 1}` : heading}
          </option>
        ))}
      </select>
      {samples.length > 0 && <small>{t(words.sample(samples.slice(0, 3).join(' · ')))}</small>}
    </div>
  );
}
