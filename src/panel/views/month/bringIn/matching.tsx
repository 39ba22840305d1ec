import { useRef, useState } from 'preact/hooks';
import type { FileTable } from '../../../../files/readFile.ts';
import type { Period } from '../../../../kernel/period.ts';
import type { ChangeSet } from '../../../../month/change/changeSet.ts';
import { rememberColumns } from '../../../../month/import/matchColumns.ts';
import { remember } from '../../../../month/import/memory.ts';
import type { Alias } from '../../../../month/import/nearNames.ts';
import type { PreparedTable } from '../../../../tables/prepare.ts';
import type { MonthMemory } from '../../../monthMemory.ts';
import { usePanel } from '../../../panel.ts';
import { useFocusTaken } from '../../../parts/focus.ts';
import { Preview } from '../apply/preview.tsx';
import { withClosed } from '../close/plans.ts';
import { type MonthSheets, monthAtHand } from '../monthSheets.ts';
import { words } from '../words.ts';
import { FileForm } from './fileForm.tsx';
import { LaidOut } from './laidOut.tsx';
import { Lists, type NameLists } from './lists.tsx';
import { leastShareOf, useReading } from './useReading.ts';

/** What is remembered once it was applied. */
export type Remembering = (memory: MonthMemory) => MonthMemory;

interface MatchingProps {
  readonly place: MonthSheets;
  readonly table: FileTable;
  readonly onTable: (table: FileTable) => void;
  readonly memory: MonthMemory;
  readonly busy: boolean;
  readonly onApply: (set: ChangeSet, confirmed: Remembering) => void;
  readonly onAnother: () => void;
}

/** A file, and which of its sheets; every sheet is matched anew. */
export function Matching({ table, onTable, onAnother, ...rest }: MatchingProps) {
  const { t } = usePanel();
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
      <LaidOut id="month" table={table} onTable={onTable}>
        {(prepared, key) => <SheetMatching key={key} table={table} prepared={prepared} {...rest} />}
      </LaidOut>
    </>
  );
}

interface SheetMatchingProps extends Omit<MatchingProps, 'onAnother' | 'onTable'> {
  readonly prepared: PreparedTable;
}

/** The columns, shown with samples to be confirmed; then what only the user knows; then the preview. */
function SheetMatching({ place, table, prepared, memory, busy, onApply }: SheetMatchingProps) {
  const { t, today } = usePanel();
  const file = useReading(prepared, memory, monthAtHand(place, today));
  const [aliases, setAliases] = useState<readonly Alias[]>(memory.aliases);
  const [lists, setLists] = useState<NameLists>(memory);
  const { matching, choices, reading } = file;
  const confirmed =
    (closes: readonly Period[]): Remembering =>
    before => ({
      ...withClosed(before, place, closes),
      team: lists.team,
      products: lists.products,
      leastShare: choices.columns.collected === undefined ? before.leastShare : leastShareOf(choices),
      ...remember(before, rememberColumns(matching, choices.columns), choices.answers, aliases),
      // Those that were forgotten here are not remembered either.
      aliases,
    });
  return (
    <>
      <FileForm file={file} hasTracker={place.tracker !== undefined}>
        <Lists lists={lists} onLists={setLists} />
      </FileForm>
      {reading && (
        <Preview
          place={place}
          reading={reading}
          file={file}
          aliases={aliases}
          lists={lists}
          month={choices.month}
          late={file.late}
          answers={choices.answers}
          onAnswers={file.answerLate}
          source={table.name || t(words.pasted)}
          leastShare={leastShareOf(choices) ?? undefined}
          busy={busy}
          onAlias={alias => setAliases([...aliases, alias])}
          onForget={alias => setAliases(aliases.filter(other => other !== alias))}
          onApply={(set, closes) => onApply(set, confirmed(closes))}
        />
      )}
    </>
  );
}
