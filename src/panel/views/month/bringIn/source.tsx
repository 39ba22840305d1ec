import { useState } from 'preact/hooks';
import { isText, LIMITS, problems } from '../../../../files/limits.ts';
import type { Watch } from '../../../../files/progress.ts';
import type { FileChoices, FileTable } from '../../../../files/readFile.ts';
import { readInWorker } from '../../../../files/readInWorker.ts';
import type { Text } from '../../../../kernel/text.ts';
import type { PanelPort } from '../../../../port/port.ts';
import { portError } from '../../../insertion.ts';
import { usePanel } from '../../../panel.ts';
import { Notice } from '../../../parts/notice.tsx';
import { reasons } from '../../../strings.ts';
import { useWork, WorkBar } from '../work.tsx';
import { bringInWords } from './bringInWords.ts';

/** As many cells of the workbook as a file may have rows, at a usual width. */
const MOST_CELLS = LIMITS.rows * 10;

interface SourceProps {
  readonly id: string;
  readonly onTable: (table: FileTable) => void;
}

/** Where a table comes from: a file that is chosen or dropped, the selected cells, or pasted ones. */
export function Source({ id, onTable }: SourceProps) {
  const { t, port } = usePanel();
  const [problem, setProblem] = useState<Text>();
  const [over, setOver] = useState(false);
  const work = useWork();

  const read = async (reading: (watch: Watch) => Promise<FileTable | Text>) => {
    setProblem(undefined);
    const table = await work.run(reading);
    if (table === undefined) return;
    if (isText(table)) setProblem(table);
    else onTable(table);
  };
  const choose = (file: File | undefined) => {
    if (file) void read(watch => chosenTable(file, port, {}, watch));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way for what the file input does
    <div
      class={over ? 'source over' : 'source'}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        choose(event.dataTransfer?.files[0]);
      }}
    >
      <div class="field file">
        <label for={`${id}-file`}>{t(bringInWords.file)}</label>
        <span class="help">{t(bringInWords.drop)}</span>
        {/* Over its label: browsers write their own words in their own language into it. */}
        <input
          id={`${id}-file`}
          type="file"
          accept=".csv,.txt,.tsv,.xlsx"
          onChange={({ currentTarget }) => {
            choose(currentTarget.files?.[0]);
            // The same file may be chosen again once it was corrected.
            currentTarget.value = '';
          }}
        />
      </div>
      <div class="field">
        <button id={`${id}-selected`} type="button" onClick={() => void read(() => selectedTable(port))}>
          {t(bringInWords.useSelected)}
        </button>
      </div>
      <Pasted id={id} onPasted={text => void read(watch => pastedTable(text, {}, watch))} />
      <div role="status">
        <WorkBar work={work} />
        {problem && <Notice kind="failed" text={t(problem)} />}
      </div>
    </div>
  );
}

function Pasted({ id, onPasted }: { readonly id: string; readonly onPasted: (text: string) => void }) {
  const { t } = usePanel();
  const [pasted, setPasted] = useState('');
  return (
    <div class="field">
      <label for={`${id}-paste`}>{t(bringInWords.paste)}</label>
      <textarea
        id={`${id}-paste`}
        rows={2}
        value={pasted}
        onInput={event => setPasted(event.currentTarget.value)}
        // A table that is pasted is used at once; what is typed waits for the button.
        onPaste={event => {
          const text = event.clipboardData?.getData('text/plain') ?? '';
          if (pasted === '' && text.includes('\n')) {
            event.preventDefault();
            onPasted(text);
          }
        }}
      />
      {pasted.trim() !== '' && (
        <button type="button" onClick={() => onPasted(pasted)}>
          {t(bringInWords.usePasted)}
        </button>
      )}
    </div>
  );
}

function noReader(): Worker {
  throw new Error('this page starts no worker');
}

/** A text can be read once more, by another encoding or delimiter. */
async function chosenTable(file: File, port: PanelPort, choices: FileChoices, watch: Watch): Promise<FileTable | Text> {
  const table = await readInWorker(file, port.startReader ?? noReader, choices, watch);
  if (isText(table) || table.encoding === 'xlsx') return table;
  return { ...table, reread: (other, again) => chosenTable(file, port, other, again) };
}

async function pastedTable(text: string, choices: FileChoices, watch: Watch): Promise<FileTable | Text> {
  const { readPasted } = await import('../../../../files/readFile.ts');
  const table = await readPasted(text, choices, watch);
  return isText(table) ? table : { ...table, reread: (other, again) => pastedTable(text, other, again) };
}

async function selectedTable(port: PanelPort): Promise<FileTable | Text> {
  try {
    const { address, cells, hidden } = await port.selectedCells(MOST_CELLS);
    if (cells.length < 2) return bringInWords.selectTable;
    const width = cells[0]?.length ?? 0;
    if (width > LIMITS.columns) return problems.tooManyColumns(width);
    return { name: address, encoding: 'xlsx', sheets: [{ name: address, cells, ...hiddenOf(hidden) }] };
  } catch (error) {
    return reasons[portError(error).reason];
  }
}

function hiddenOf(hidden: readonly number[] | undefined): Pick<FileTable['sheets'][number], 'hiddenRows' | 'notes'> {
  return hidden ? { hiddenRows: hidden } : { notes: [{ about: 'hidden', text: bringInWords.hiddenUnknown }] };
}
