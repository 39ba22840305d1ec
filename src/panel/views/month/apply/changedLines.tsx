import { isoOf } from '../../../../kernel/calendar.ts';
import type { Value } from '../../../../kernel/json.ts';
import type { Text } from '../../../../kernel/text.ts';
import type { ChangedLine } from '../../../../month/figures/sheetLines.ts';
import { usePanel } from '../../../panel.ts';
import { FigureTable } from '../../../parts/figureTable.tsx';
import { useFigures } from '../numbers.ts';
import { words } from '../words.ts';
import { byDealWords } from './byDealWords.ts';

const MOST_CHANGES = 100;

interface ChangedLinesProps<Column extends string> {
  readonly caption: Text;
  /** What the rows are called. */
  readonly head: Text;
  readonly changed: readonly ChangedLine<Column>[];
  readonly labels: Readonly<Record<Column, Text>>;
  readonly isDay: (column: Column) => boolean;
  readonly nameOf: (cells: Readonly<Record<Column, Value>>) => Value;
}

/** Rows that stand on a sheet already and are otherwise in the file. */
export function ChangedLines<Column extends string>(props: ChangedLinesProps<Column>) {
  const { caption, head, changed, labels, isDay, nameOf } = props;
  const { t } = usePanel();
  const { figure } = useFigures();
  const shown = (column: Column, value: Value): string => {
    if (value === null) return '–';
    if (typeof value !== 'number') return String(value);
    return isDay(column) ? isoOf(Math.floor(value)) : figure(value);
  };
  return (
    <>
      <FigureTable caption={t(caption)} heads={[head, byDealWords.change]}>
        <tbody>
          {changed.slice(0, MOST_CHANGES).map(({ line: { row, cells }, after, columns }) => (
            <tr key={row}>
              <td>{String(nameOf(cells) ?? '–')}</td>
              <td>
                {columns.map(column => (
                  <div key={column}>
                    {t(labels[column])}: {shown(column, after[column])} <small>({shown(column, cells[column])})</small>
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </FigureTable>
      {changed.length > MOST_CHANGES && <p class="help">{t(words.more(changed.length - MOST_CHANGES))}</p>}
    </>
  );
}

interface GoneLinesProps {
  readonly id: string;
  /** What is asked of the rows that the file does not have. */
  readonly question: Text;
  readonly keep: Text;
  readonly removes: boolean;
  readonly onRemoves: (removes: boolean) => void;
}

/** Rows that the file does not have stay, unless the user says otherwise. */
export function GoneLines({ id, question, keep, removes, onRemoves }: GoneLinesProps) {
  const { t } = usePanel();
  return (
    <div class="field">
      <label for={id}>{t(question)}</label>
      <select
        id={id}
        value={removes ? 'remove' : 'keep'}
        onChange={({ currentTarget: { value } }) => onRemoves(value === 'remove')}
      >
        <option value="keep">{t(keep)}</option>
        <option value="remove">{t(byDealWords.remove)}</option>
      </select>
    </div>
  );
}
