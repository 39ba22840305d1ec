import type { FileTable } from '../../../../files/readFile.ts';
import type { MonthMemory } from '../../../monthMemory.ts';
import { useKept, usePanel } from '../../../panel.ts';
import { type Month, MonthFrame } from '../frame.tsx';
import { useMonthMemory } from '../useMonth.ts';
import { Warehouse } from '../warehouse/warehouse.tsx';
import { bringInWords } from './bringInWords.ts';
import { Matching } from './matching.tsx';
import { NothingToFill } from './missing.tsx';
import { Source } from './source.tsx';

/** From a file to figures in the tracker and the history. */
export function BringIn() {
  const [table, setTable] = useKept<FileTable | undefined>('month table', undefined);
  const { memory, remember } = useMonthMemory();
  return (
    <MonthFrame offersUndo={!table}>
      {month => <Import {...{ month, memory, remember, table, onTable: setTable }} />}
    </MonthFrame>
  );
}

interface ImportProps {
  readonly month: Month;
  readonly memory: MonthMemory | undefined;
  readonly remember: (change: (memory: MonthMemory) => MonthMemory) => void;
  readonly table: FileTable | undefined;
  readonly onTable: (table: FileTable | undefined) => void;
}

function Import({ month, memory, remember, table, onTable }: ImportProps) {
  const { t } = usePanel();
  const { place } = month;
  if (!memory) return null;
  if (!place.tracker && !place.history && place.deals.length === 0) return <NothingToFill />;
  if (!table) {
    return (
      <>
        <p class="lead">{t(bringInWords.lead)}</p>
        <Source id="month" onTable={onTable} />
        <Warehouse />
      </>
    );
  }
  const apply: Parameters<typeof Matching>[0]['onApply'] = (set, confirmed) =>
    void month.change({ is: 'apply', set }, () => {
      remember(confirmed);
      onTable(undefined);
    });
  return (
    <Matching
      key={table.name}
      place={place}
      table={table}
      onTable={onTable}
      memory={memory}
      busy={month.busy}
      onApply={apply}
      onAnother={() => onTable(undefined)}
    />
  );
}
