import { useRef, useState } from 'preact/hooks';
import type { ChangeSet } from '../../../month/changeSet.ts';
import { rememberColumns } from '../../../month/matchColumns.ts';
import { remember } from '../../../month/memory.ts';
import type { Alias } from '../../../month/nearNames.ts';
import type { Period } from '../../../month/period.ts';
import type { FileTable } from '../../files/readFile.ts';
import { cellsOf, likeliestSheet } from '../../imports/sheets.ts';
import type { MonthMemory } from '../../monthMemory.ts';
import { usePanel } from '../../panel.ts';
import { useFocusTaken } from '../../parts/focus.ts';
import { FileForm } from './fileForm.tsx';
import { Lists, type NameLists } from './lists.tsx';
import { monthAtHand, type Place } from './place.ts';
import { withClosed } from './plans.ts';
import { Preview } from './preview.tsx';
import { SheetChoice } from './sheetChoice.tsx';
import { leastShareOf, useReading } from './useReading.ts';
import { words } from './words.ts';

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
  const [sheet, setSheet] = useState(() => likeliestSheet(table));
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
      <SheetChoice id="month-sheet" table={table} sheet={sheet} onSheet={setSheet} />
      <SheetMatching key={sheet} table={table} cells={cellsOf(table, sheet)} {...rest} />
    </>
  );
}

interface SheetMatchingProps extends Omit<MatchingProps, 'onAnother'> {
  readonly cells: FileTable['sheets'][number]['cells'];
}

/** The columns, shown with samples to be confirmed; then what only the user knows; then the preview. */
function SheetMatching({ place, table, cells, memory, busy, onApply }: SheetMatchingProps) {
  const { t, today } = usePanel();
  const file = useReading(cells, memory, monthAtHand(place, today));
  const [aliases, setAliases] = useState<readonly Alias[]>(memory.aliases);
  const [lists, setLists] = useState<NameLists>(memory);
  const { matching, choices, reading } = file;
  const confirmed =
    (closes: readonly Period[]): Confirmed =>
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
          aliases={aliases}
          lists={lists}
          month={choices.month}
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
