import { useEffect, useState } from 'preact/hooks';
import type { Text } from '../../../kernel/text.ts';
import type { Request } from '../../../month/placing.ts';
import type { Conflict } from '../../../month/refit.ts';
import { isText } from '../../files/limits.ts';
import type { FileTable } from '../../files/readFile.ts';
import { readFile, readPasted } from '../../files/readFile.ts';
import { portError } from '../../insertion.ts';
import { usePanel } from '../../panel.ts';
import { Failure, Notice } from '../../parts/notice.tsx';
import type { PortError } from '../../port.ts';
import { type Place, placeIn } from './figures.ts';
import { Matching } from './matching.tsx';
import { words } from './words.ts';

type Said =
  | { readonly is: 'nothing' | 'writing' | 'undone' | 'same' }
  | { readonly is: 'applied'; readonly cells: number }
  | { readonly is: 'conflicts'; readonly conflicts: readonly Conflict[] }
  | { readonly is: 'failed'; readonly error: PortError; readonly again: () => void };

interface Known {
  readonly place: Place | undefined;
  readonly canUndo: boolean;
  readonly cutOff: boolean;
}

/** From a file to figures in the tracker and the history, and back. */
export function MonthPage() {
  const { t, port, workbook } = usePanel();
  const [known, setKnown] = useState<Known>();
  const [table, setTable] = useState<FileTable>();
  const [said, say] = useState<Said>({ is: 'nothing' });

  const look = async () => {
    try {
      const inventory = workbook.inventory ?? (await port.inspect());
      const [place, kept] = [await placeIn(port, inventory), await port.month.kept()];
      setKnown({ place, canUndo: kept.undo !== undefined, cutOff: kept.open !== undefined });
    } catch (error) {
      say({ is: 'failed', error: portError(error), again: () => void look() });
    }
  };
  useEffect(() => void look(), [port]);

  const change = async (request: Request) => {
    if (said.is === 'writing') return;
    say({ is: 'writing' });
    try {
      const { conflicts, cells } = await port.month.change(request);
      if (conflicts.length > 0) say({ is: 'conflicts', conflicts });
      else if (request.is === 'takeBack' || request.is === 'restore') say({ is: 'undone' });
      else say(cells === 0 && request.is === 'apply' ? { is: 'same' } : { is: 'applied', cells });
      if (conflicts.length === 0) setTable(undefined);
      workbook.read();
      await look();
    } catch (error) {
      say({ is: 'failed', error: portError(error), again: () => void change(request) });
      setKnown(undefined);
      await look();
    }
  };

  return (
    <>
      <div role="status">
        <Saying said={said} onDismiss={() => say({ is: 'nothing' })} />
      </div>
      {known?.cutOff && (
        <Notice kind="warning" text={t(words.cutOff)}>
          <button type="button" onClick={() => void change({ is: 'finish' })}>
            {t(words.finish)}
          </button>
          <button type="button" onClick={() => void change({ is: 'restore' })}>
            {t(words.restore)}
          </button>
        </Notice>
      )}
      {known && !known.place && <p class="lead">{t(words.noTracker)}</p>}
      {known?.place && !known.cutOff && !table && <Source onTable={setTable} />}
      {known?.place && !known.cutOff && table && (
        <Matching
          place={known.place}
          table={table}
          busy={said.is === 'writing'}
          onApply={set => void change({ is: 'apply', set })}
          onAnother={() => setTable(undefined)}
        />
      )}
      {known?.canUndo && !known.cutOff && !table && (
        <p>
          <button type="button" onClick={() => void change({ is: 'takeBack' })}>
            {t(words.undo)}
          </button>
        </p>
      )}
    </>
  );
}

const MOST_CONFLICTS = 20;

function Saying({ said, onDismiss }: { readonly said: Said; readonly onDismiss: () => void }) {
  const { t } = usePanel();
  switch (said.is) {
    case 'nothing':
      return null;
    case 'writing':
      return <p>{t(words.applying)}</p>;
    case 'undone':
      return <Notice kind="done" text={t(words.undone)} onDismiss={onDismiss} />;
    case 'same':
      return <Notice kind="plain" text={t(words.nothing)} onDismiss={onDismiss} />;
    case 'applied':
      return <Notice kind="done" text={t(words.applied(said.cells))} onDismiss={onDismiss} />;
    case 'failed':
      return <Failure error={said.error} onAgain={said.again} onDismiss={onDismiss} />;
    case 'conflicts':
      return (
        <Notice kind="failed" text={t(words.conflicts)} onDismiss={onDismiss}>
          <ul>
            {said.conflicts.slice(0, MOST_CONFLICTS).map(({ name, row, reason }) => (
              <li key={`${name} ${row}`}>{t(reason)}</li>
            ))}
          </ul>
        </Notice>
      );
  }
}

function Source({ onTable }: { readonly onTable: (table: FileTable) => void }) {
  const { t } = usePanel();
  const [pasted, setPasted] = useState('');
  const [problem, setProblem] = useState<Text>();
  const [share, setShare] = useState<number>();
  const read = async (reading: Promise<FileTable | Text>) => {
    setProblem(undefined);
    const table = await reading;
    setShare(undefined);
    if (isText(table)) setProblem(table);
    else onTable(table);
  };
  const watch = { progress: (part: number) => setShare(Math.round(part * 100)) };
  const choose = (files: FileList | null) => {
    const file = files?.[0];
    if (file) void read(readFile(file, watch));
  };
  return (
    <>
      <p class="lead">{t(words.lead)}</p>
      <div class="field">
        <label for="month-file">{t(words.file)}</label>
        <input
          id="month-file"
          type="file"
          accept=".csv,.txt,.tsv,.xlsx"
          onChange={event => choose(event.currentTarget.files)}
        />
      </div>
      <div class="field">
        <label for="month-paste">{t(words.paste)}</label>
        <textarea id="month-paste" rows={3} value={pasted} onInput={event => setPasted(event.currentTarget.value)} />
        <button type="button" onClick={() => void read(readPasted(pasted, watch))}>
          {t(words.usePasted)}
        </button>
      </div>
      <div role="status">
        {share !== undefined && <p>{t(words.reading(share))}</p>}
        {problem && <Notice kind="failed" text={t(problem)} />}
      </div>
    </>
  );
}
