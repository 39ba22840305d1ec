import { useEffect, useMemo, useState } from 'preact/hooks';
import { runSliced, type Watch } from '../../../../files/progress.ts';
import type { FileTable } from '../../../../files/readFile.ts';
import type { Deal } from '../../../../month/import/deal.ts';
import type { DealField } from '../../../../month/import/dealField.ts';
import { type Answers, inspecting, type Question } from '../../../../month/import/inspect.ts';
import { type Columns, matchColumns } from '../../../../month/import/matchColumns.ts';
import { readingRows } from '../../../../month/import/readRows.ts';
import type { PreparedTable } from '../../../../tables/prepare.ts';
import { usePanel } from '../../../panel.ts';
import { Notice } from '../../../parts/notice.tsx';
import { words } from '../words.ts';
import { useWork, WorkBar } from '../work.tsx';
import { bringInWords } from './bringInWords.ts';
import { ColumnChoice, withColumn } from './columnChoice.tsx';
import { LaidOut } from './laidOut.tsx';
import { Questions } from './questions.tsx';

export type Side = 'crm' | 'receipts';

/** A line of a source, with all that it may be matched by. */
export interface Line {
  readonly contract: string;
  readonly customer: string;
  readonly amount: number;
  readonly collected?: number | undefined;
}

const FIELDS: Readonly<Record<Side, readonly DealField[]>> = {
  crm: ['id', 'customer', 'stage', 'amount', 'collected'],
  receipts: ['id', 'customer', 'amount'],
};

interface LinesProps {
  readonly side: Side;
  readonly table: FileTable;
  readonly onTable: (table: FileTable) => void;
  readonly onLines: (lines: readonly Line[] | undefined) => void;
}

/** A source, and which of its sheets; every sheet is matched anew. */
export function Lines({ table, onTable, ...rest }: LinesProps) {
  return (
    <LaidOut id={rest.side} table={table} onTable={onTable}>
      {(prepared, key) => <SheetLines key={key} prepared={prepared} {...rest} />}
    </LaidOut>
  );
}

interface SheetLinesProps extends Omit<LinesProps, 'table' | 'onTable'> {
  readonly prepared: PreparedTable;
}

/** The columns of a source to be confirmed; its lines are read again whenever one changes. */
function SheetLines({ side, prepared, onLines }: SheetLinesProps) {
  const { t } = usePanel();
  const { cells } = prepared;
  const matching = useMemo(() => matchColumns(cells), [cells]);
  const [columns, setColumns] = useState<Columns>(() => columnsFor(side, matching.columns));
  const [answers, setAnswers] = useState<Answers>({});
  const [questions, setQuestions] = useState<readonly Question[]>([]);
  const [bad, setBad] = useState(0);
  const [isRead, setRead] = useState(true);
  const work = useWork();
  const read = async (watch: Watch) => {
    const seen = await runSliced(inspecting(cells, matching, columns, answers), cells.length, watch);
    setQuestions(seen.questions);
    if (seen.questions.length + prepared.questions.length > 0 || columns.amount === undefined) return undefined;
    return runSliced(
      readingRows(taskOf(prepared, matching.headingRow, columns, seen.styles, answers)),
      cells.length,
      watch,
    );
  };
  const readAll = async () => {
    onLines(undefined);
    setRead(true);
    const reading = await work.run(read);
    setRead(reading !== undefined);
    if (!reading) return;
    setBad(reading.bad.length);
    onLines(linesOf(reading.deals));
  };
  useEffect(() => void readAll(), [cells, columns, answers]);
  const isStopped =
    !isRead &&
    work.share === undefined &&
    questions.length + prepared.questions.length === 0 &&
    columns.amount !== undefined;
  return (
    <>
      {FIELDS[side].map(field => (
        <ColumnChoice
          key={field}
          id={`${side}-column-${field}`}
          field={field}
          column={columns[field]}
          headings={matching.headings}
          onColumn={column => setColumns(withColumn(columns, field, column))}
        />
      ))}
      <Questions
        questions={questions}
        answers={answers}
        onAnswers={(next, drops) => {
          setAnswers(next);
          if (drops) setColumns(withColumn(columns, drops, undefined));
        }}
      />
      <div role="status">
        <WorkBar work={work} />
        {isStopped && (
          <button type="button" onClick={() => void readAll()}>
            {t(words.goOnWorking)}
          </button>
        )}
        {columns.amount === undefined && <Notice kind="warning" text={t(bringInWords.chooseAmount)} />}
        {bad > 0 && <Notice kind="warning" text={t(bringInWords.bad(bad))} />}
      </div>
    </>
  );
}

/** Receipts call what came in by the names of what was collected. */
function columnsFor(side: Side, { id, customer, stage, amount, collected }: Columns): Columns {
  const named = { ...(id !== undefined && { id }), ...(customer !== undefined && { customer }) };
  if (side === 'receipts') {
    const received = collected ?? amount;
    return { ...named, ...(received !== undefined && { amount: received }) };
  }
  return {
    ...named,
    ...(stage !== undefined && { stage }),
    ...(amount !== undefined && { amount }),
    ...(collected !== undefined && { collected }),
  };
}

/** Whatever the day: a receipt of this month may be for a contract of any other. */
function taskOf(
  { cells, bad }: PreparedTable,
  headingRow: number,
  columns: Columns,
  styles: Parameters<typeof readingRows>[0]['styles'],
  { stages }: Answers,
): Parameters<typeof readingRows>[0] {
  return { cells, headingRow, columns, styles, stages, month: 0, unreadable: bad };
}

function linesOf(deals: readonly Deal[]): Line[] {
  return deals
    .filter(({ outcome }) => outcome === 'won')
    .map(({ id, customer, amount, collected }) => ({ contract: id, customer, amount, collected }));
}
