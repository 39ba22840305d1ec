import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { monthOf, periodOf } from '../../../../kernel/period.ts';
import type { DealField } from '../../../../month/import/dealField.ts';
import { usePanel } from '../../../panel.ts';
import { useFocusKept } from '../../../parts/focus.ts';
import { Notice } from '../../../parts/notice.tsx';
import { words } from '../words.ts';
import { WorkBar } from '../work.tsx';
import { bringInWords } from './bringInWords.ts';
import { ColumnChoice, withColumn } from './columnChoice.tsx';
import { Questions } from './questions.tsx';
import { type FileReading, isShare, leastShareOf } from './useReading.ts';

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

interface FileFormProps {
  readonly file: FileReading;
  readonly hasTracker: boolean;
  /** What else is asked before the file is read. */
  readonly children: ComponentChildren;
}

/** What each column means, the month, and what the file does not say by itself. */
export function FileForm({ file, hasTracker, children }: FileFormProps) {
  const { t } = usePanel();
  const { matching, choices, choose, questions, problems, work, reading, read } = file;
  const { columns, answers } = choices;
  const isDoubtful = (field: DealField) =>
    questions.some(question => question.ask === 'column' && question.field === field);
  const asked = useRef<HTMLDivElement>(null);
  useFocusKept(questions.length, asked);
  return (
    <form
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void read();
      }}
    >
      <h2>{t(bringInWords.columns)}</h2>
      <p class="help">
        {t(matching.fields.some(({ remembered }) => remembered) ? bringInWords.asLastTime : bringInWords.columnsLead)}
      </p>
      {SHOWN.map(field => (
        <ColumnChoice
          key={field}
          id={`month-column-${field}`}
          field={field}
          column={columns[field]}
          headings={matching.headings}
          doubtful={isDoubtful(field)}
          onColumn={column => choose({ columns: withColumn(columns, field, column) })}
        />
      ))}
      {columns.collected !== undefined && <ShareField file={file} />}
      {(hasTracker || !file.isDated) && <MonthField file={file} />}
      {children}
      <div ref={asked} tabIndex={-1}>
        <Questions
          questions={questions}
          answers={answers}
          onAnswers={(next, drops) =>
            choose({ answers: next, ...(drops && { columns: withColumn(columns, drops, undefined) }) })
          }
        />
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
            <button type="submit" class="primary" aria-disabled={file.isOpen}>
              {t(bringInWords.next)}
            </button>
          </div>
        </div>
      )}
    </form>
  );
}

function ShareField({ file: { choices, choose } }: { readonly file: FileReading }) {
  const { t } = usePanel();
  return (
    <div class="field">
      <label for="month-share">{t(bringInWords.countsFrom)}</label>
      <input
        id="month-share"
        inputMode="decimal"
        value={choices.share}
        aria-invalid={!isShare(leastShareOf(choices))}
        onInput={({ currentTarget: { value } }) => choose({ share: value })}
      />
    </div>
  );
}

function MonthField({ file: { choices, choose, isDated } }: { readonly file: FileReading }) {
  const { t } = usePanel();
  return (
    <div class="field">
      <label for="month-period">{t(isDated ? bringInWords.trackerMonth : words.month)}</label>
      <input
        id="month-period"
        type="month"
        value={periodOf(choices.month)}
        onInput={event => {
          const chosen = monthOf(event.currentTarget.value);
          if (!Number.isNaN(chosen)) choose({ month: chosen });
        }}
      />
    </div>
  );
}
