import { useState } from 'preact/hooks';
import { DELIMITERS } from '../../../../files/delimiter.ts';
import { ENCODINGS, type Encoding } from '../../../../files/encodings.ts';
import { isText } from '../../../../files/limits.ts';
import type { FileTable } from '../../../../files/readFile.ts';
import type { Text } from '../../../../kernel/text.ts';
import { shownCell } from '../../../../month/import/cleaning.ts';
import { usePanel } from '../../../panel.ts';
import { Notice } from '../../../parts/notice.tsx';
import { useWork, WorkBar } from '../work.tsx';
import { bringInWords } from './bringInWords.ts';

const PREVIEW_ROWS = 5;
const PREVIEW_COLUMNS = 8;

interface ReadAsProps {
  readonly id: string;
  readonly table: FileTable;
  readonly onTable: (table: FileTable) => void;
}

/** How a text was read, beside what came of it: both can be changed until it looks right. */
export function ReadAs({ id, table, onTable }: ReadAsProps) {
  const { t } = usePanel();
  const [problem, setProblem] = useState<Text>();
  const work = useWork();
  const again = async (encoding: Encoding | undefined, delimiter: string | undefined) => {
    setProblem(undefined);
    const next = await work.run(async watch => table.reread?.({ encoding, delimiter }, watch));
    if (next === undefined) return;
    if (isText(next)) setProblem(next);
    else onTable(next);
  };
  const encoding = table.encoding === 'xlsx' ? undefined : table.encoding;
  // What was chosen is looked at next: it does not close for being right.
  const [isOpen] = useState(() => (table.notes ?? []).some(({ about }) => about === 'encoding' || about === 'quotes'));
  return (
    <details class="read-as" open={isOpen}>
      <summary>
        {t(bringInWords.readAs(encoding ? ENCODINGS[encoding] : '', bringInWords.delimiterName(table.delimiter ?? '')))}
      </summary>
      {table.name !== '' && (
        <div class="field">
          <label for={`${id}-encoding`}>{t(bringInWords.encoding)}</label>
          <select
            id={`${id}-encoding`}
            value={encoding}
            onChange={({ currentTarget: { value } }) => {
              const chosen = encodings.find(candidate => candidate === value);
              // Another encoding may have another delimiter.
              if (chosen) void again(chosen, undefined);
            }}
          >
            {encodings.map(each => (
              <option key={each} value={each}>
                {ENCODINGS[each]}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="field">
        <label for={`${id}-delimiter`}>{t(bringInWords.delimiter)}</label>
        <select
          id={`${id}-delimiter`}
          value={table.delimiter}
          onChange={({ currentTarget: { value } }) => void again(encoding, value)}
        >
          {[...new Set([table.delimiter ?? ',', ...DELIMITERS])].map(each => (
            <option key={each} value={each}>
              {t(bringInWords.delimiterName(each))}
            </option>
          ))}
        </select>
      </div>
      <FirstRows table={table} />
      <div role="status">
        <WorkBar work={work} />
        {problem && <Notice kind="failed" text={t(problem)} />}
      </div>
    </details>
  );
}

const encodings = (Object.keys(ENCODINGS) as Encoding[]).filter(name => name in ENCODINGS);

function FirstRows({ table: { sheets } }: { readonly table: FileTable }) {
  const { t } = usePanel();
  const rows = (sheets[0]?.cells ?? []).slice(0, PREVIEW_ROWS);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls has to be reachable by keyboard
    <section class="scroll" tabIndex={0} aria-label={t(bringInWords.firstRows)}>
      <table class="first-rows">
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.slice(0, PREVIEW_COLUMNS).map((cell, column) => (
                <td key={column}>{shownCell(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
