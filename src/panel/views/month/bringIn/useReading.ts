import { useEffect, useMemo, useState } from 'preact/hooks';
import { runSliced } from '../../../../files/progress.ts';
import type { Text } from '../../../../kernel/text.ts';
import type { Reading } from '../../../../month/import/deal.ts';
import {
  type Answers,
  answerTo,
  type Inspection,
  inspecting,
  type Question,
} from '../../../../month/import/inspect.ts';
import {
  type ColumnMatching,
  type Columns,
  columnProblems,
  matchColumns,
} from '../../../../month/import/matchColumns.ts';
import type { Note } from '../../../../month/import/note.ts';
import { readingRows } from '../../../../month/import/readRows.ts';
import { readingQuestions, settled } from '../../../../month/import/settle.ts';
import { leftTallies } from '../../../../tables/leftTallies.ts';
import type { PreparedTable } from '../../../../tables/prepare.ts';
import { hasProduct, isDated, readingTask } from '../../../../tables/task.ts';
import type { MonthMemory } from '../../../monthMemory.ts';
import { words } from '../words.ts';
import { useWork, type Work } from '../work.tsx';

/** What the user confirms about a file before it is read. */
export interface ReadingChoices {
  readonly columns: Columns;
  readonly answers: Answers;
  /** Of the tracker, and of a file that has no dates. */
  readonly month: number;
  /** The share that has to be paid for a deal to count, in per cent, as it was typed; '' where all counts. */
  readonly share: string;
}

export interface FileReading {
  readonly matching: ColumnMatching;
  readonly choices: ReadingChoices;
  /** What was read no longer holds then. */
  readonly choose: (change: Partial<ReadingChoices>) => void;
  readonly isDated: boolean;
  readonly questions: readonly Question[];
  readonly problems: readonly Text[];
  readonly work: Work;
  /** Something has to be answered before it can be read. */
  readonly isOpen: boolean;
  /** As the answers make it. */
  readonly reading: Reading | undefined;
  /** What only shows once all rows are read. */
  readonly late: readonly Question[];
  /** Answers what showed late: the rows need not be read again. */
  readonly answerLate: (answers: Answers) => void;
  /** What is taken for granted before the rows are read. */
  readonly notes: readonly Note[];
  readonly prepared: PreparedTable;
  /** What was left out before the rows were read. */
  readonly before: ReturnType<typeof leftTallies>;
  /** Reads the file, or looks through it first where that was stopped; not before all is answered. */
  readonly read: () => Promise<void>;
}

/** What a look through the file has found, and what it looked for. */
interface Inspected extends Pick<ReadingChoices, 'columns' | 'answers'> {
  readonly inspection: Inspection;
}

/** A file from its cells to deals: matched, looked through whenever a choice changes, and read. */
export function useReading(prepared: PreparedTable, memory: MonthMemory, firstMonth: number): FileReading {
  const { cells } = prepared;
  const matching = useMemo(() => matchColumns(cells, memory.columns), [cells]);
  const [choices, setChoices] = useState<ReadingChoices>({
    columns: matching.columns,
    answers: answerTo(memory.answers, matching.signature) ?? {},
    month: firstMonth,
    share: memory.leastShare === null ? '' : String(memory.leastShare * 100),
  });
  const [inspected, setInspected] = useState<Inspected>();
  const [read, setRead] = useState<Reading>();
  const work = useWork();
  const { columns, answers, month } = choices;
  const inspect = async () => {
    const steps = inspecting(cells, matching, columns, answers);
    const inspection = await work.run(watch => runSliced(steps, cells.length, watch));
    if (inspection) setInspected({ inspection, columns, answers });
  };
  useEffect(() => void inspect(), [cells, columns, answers]);
  const isFresh = inspected?.columns === columns && inspected.answers === answers;
  // The older ones stay until the new ones are there, and with them the place in the page.
  const questions = inspected?.inspection.questions ?? [];
  const problems = problemsOf(choices);

  const isOpen = problems.length + questions.length + prepared.questions.length > 0;
  const before = useMemo(
    () => leftTallies(prepared.left, columns.amount, inspected?.inspection.styles.amount),
    [prepared, columns, inspected],
  );
  const readAll = async () => {
    if (!isFresh) return work.share === undefined ? inspect() : undefined;
    if (isOpen) return;
    const confirmed = { columns, answers, month, minimumShare: leastShareOf(choices) ?? undefined };
    const steps = readingRows(readingTask(prepared, matching, inspected.inspection, confirmed));
    setRead(await work.run(watch => runSliced(steps, cells.length, watch)));
  };
  const reading = useMemo(() => read && settled(read, answers), [read, answers.twice, answers.sums, answers.below]);
  const late = useMemo(() => (read ? readingQuestions(read, answers) : []), [read, answers]);
  const choose = (change: Partial<ReadingChoices>) => {
    setRead(undefined);
    setChoices(before => ({ ...before, ...change }));
  };
  return {
    matching,
    choices,
    choose,
    isDated: isDated(columns),
    questions,
    problems,
    isOpen,
    work,
    reading,
    late,
    answerLate: next => setChoices(before => ({ ...before, answers: next })),
    notes: inspected?.inspection.notes ?? [],
    prepared,
    before,
    read: readAll,
  };
}

/** Null where all counts. */
export function leastShareOf({ columns, share }: ReadingChoices): number | null {
  return columns.collected === undefined || share.trim() === '' ? null : Number(share) / 100;
}

export function isShare(share: number | null): boolean {
  return share === null || (share >= 0 && share <= 1);
}

function problemsOf(choices: ReadingChoices): Text[] {
  const { columns, answers, month } = choices;
  const problems = columnProblems(columns, month, hasProduct(columns, answers));
  return isShare(leastShareOf(choices)) ? problems : [...problems, words.shareRange];
}
