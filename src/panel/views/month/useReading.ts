import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Matrix } from '../../../kernel/cell.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Reading } from '../../../month/deal.ts';
import { type Answers, type Inspection, inspecting, type Question } from '../../../month/inspect.ts';
import { type ColumnMatching, type Columns, columnProblems, matchColumns } from '../../../month/matchColumns.ts';
import { readingRows } from '../../../month/readRows.ts';
import { runSliced } from '../../files/progress.ts';
import { isDated, readingTask } from '../../imports/task.ts';
import type { MonthMemory } from '../../monthMemory.ts';
import { words } from './words.ts';
import { useWork, type Work } from './work.tsx';

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
  readonly reading: Reading | undefined;
  /** Reads the file, or looks through it first where that was stopped; not before all is answered. */
  readonly read: () => Promise<void>;
}

/** What a look through the file has found, and what it looked for. */
interface Inspected extends Pick<ReadingChoices, 'columns' | 'answers'> {
  readonly inspection: Inspection;
}

/** A file from its cells to deals: matched, looked through whenever a choice changes, and read. */
export function useReading(cells: Matrix, memory: MonthMemory, firstMonth: number): FileReading {
  const matching = useMemo(() => matchColumns(cells, memory.columns), [cells]);
  const [choices, setChoices] = useState<ReadingChoices>({
    columns: matching.columns,
    answers: memory.answers[matching.signature] ?? {},
    month: firstMonth,
    share: memory.leastShare === null ? '' : String(memory.leastShare * 100),
  });
  const [inspected, setInspected] = useState<Inspected>();
  const [reading, setReading] = useState<Reading>();
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

  const read = async () => {
    if (!isFresh) return work.share === undefined ? inspect() : undefined;
    if (problems.length + questions.length > 0) return;
    const confirmed = { columns, answers, month, minimumShare: leastShareOf(choices) ?? undefined };
    const steps = readingRows(readingTask(cells, matching, inspected.inspection, confirmed));
    setReading(await work.run(watch => runSliced(steps, cells.length, watch)));
  };
  const choose = (change: Partial<ReadingChoices>) => {
    setReading(undefined);
    setChoices(before => ({ ...before, ...change }));
  };
  return { matching, choices, choose, isDated: isDated(columns), questions, problems, work, reading, read };
}

/** Null where all counts. */
export function leastShareOf({ columns, share }: ReadingChoices): number | null {
  return columns.collected === undefined || share.trim() === '' ? null : Number(share) / 100;
}

export function isShare(share: number | null): boolean {
  return share === null || (share >= 0 && share <= 1);
}

function problemsOf(choices: ReadingChoices): Text[] {
  const problems = columnProblems(choices.columns, choices.month);
  return isShare(leastShareOf(choices)) ? problems : [...problems, words.shareRange];
}
