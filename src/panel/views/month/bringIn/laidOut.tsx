import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { FileTable } from '../../../../files/readFile.ts';
import type { TableAnswers } from '../../../../tables/layout.ts';
import { type PreparedTable, prepareTable } from '../../../../tables/prepare.ts';
import { likeliestSheet } from '../../../../tables/sheets.ts';
import { Notes } from '../notes.tsx';
import { ReadAs } from './readAs.tsx';
import { SheetChoice } from './sheetChoice.tsx';
import { TableQuestions } from './tableQuestions.tsx';

interface LaidOutProps {
  readonly id: string;
  readonly table: FileTable;
  /** The same file, read by another encoding or delimiter. */
  readonly onTable: (table: FileTable) => void;
  /** What is made of the table; anew whenever it is another one. */
  readonly children: (prepared: PreparedTable, key: string) => ComponentChildren;
}

/** A file, which of its sheets, and how it is laid out: all that has to be known before its columns mean something. */
export function LaidOut({ id, table, onTable, children }: LaidOutProps) {
  const [sheet, setSheet] = useState(() => likeliestSheet(table));
  const [answers, setAnswers] = useState<TableAnswers>({});
  const prepared = useMemo(() => prepareTable(table, sheet, answers), [table, sheet, answers]);
  return (
    <>
      <SheetChoice id={`${id}-sheet`} table={table} sheet={sheet} onSheet={setSheet} />
      {table.reread && <ReadAs id={id} table={table} onTable={onTable} />}
      <Notes notes={prepared.notes} />
      <TableQuestions id={id} prepared={prepared} answers={answers} onAnswers={setAnswers} />
      {children(prepared, [sheet, table.encoding, table.delimiter, JSON.stringify(answers)].join())}
    </>
  );
}
