import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LineColumn } from '../../plan/field.ts';
import { usePanel } from '../panel.ts';
import { strings } from '../strings.ts';
import { isBlankRow, pastedInto, type Rows, rowsIn } from '../text/lines.ts';
import { Icon } from './icons.tsx';

interface LinesGridProps {
  readonly id: string;
  readonly columns: readonly LineColumn[];
  readonly rows: Rows;
  readonly onRows: (rows: Rows) => void;
  readonly describedBy: string;
  readonly invalid: boolean;
}

/**
 * A short table that is typed, or pasted from a spreadsheet. Enter goes down, and adds a row at the end. Tab stops
 * in one row only, so that a long table is no trap on the way to the next field.
 */
export function LinesGrid({ id, columns, rows, onRows, describedBy, invalid }: LinesGridProps) {
  const { t, announce } = usePanel();
  const table = useRef<HTMLTableElement>(null);
  const blank = () => columns.map(() => '');
  const shown = rows.length === 0 ? [blank()] : rows;

  const [current, setCurrent] = useState(0);
  const wanted = useRef<string>(undefined);
  const focus = (row: number, column: number) => {
    if (row < 0) return;
    wanted.current = `${row}.${column}`;
    setCurrent(row);
  };
  // As soon as the cell is there: the next key may be pressed before the next picture is drawn.
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    table.current?.querySelector<HTMLElement>(`[data-cell="${wanted.current}"]`)?.focus();
    wanted.current = undefined;
  });
  const tabStop = Math.min(current, shown.length - 1);
  const change = (row: number, column: number, text: string) =>
    onRows(
      shown.map((cells, r) => (r === row ? columns.map((_, c) => (c === column ? text : (cells[c] ?? ''))) : cells)),
    );
  const add = () => {
    onRows([...shown, blank()]);
    focus(shown.length, 0);
  };
  const remove = (row: number) => {
    onRows(shown.filter((_, r) => r !== row));
    announce(strings.rowCount(Math.max(0, shown.length - 1)));
    focus(Math.max(0, Math.min(row, shown.length - 2)), 0);
  };
  const keyDown = (event: KeyboardEvent, row: number, column: number) => {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (row < shown.length - 1) focus(row + 1, column);
      else if (!isBlankRow(shown[row] ?? [])) add();
    }
    if (event.key === 'ArrowDown' && row < shown.length - 1) focus(row + 1, column);
    if (event.key === 'ArrowUp') focus(row - 1, column);
  };
  const paste = (event: ClipboardEvent, row: number, column: number) => {
    const pasted = event.clipboardData?.getData('text/plain') ?? '';
    const several = /[\t\r\n]/.test(pasted.trim());
    if (!several) return;
    event.preventDefault();
    const next = pastedInto(shown, rowsIn(pasted, columns.slice(column)), row, column, columns.length);
    onRows(next);
    announce(strings.rowCount(next.filter(cells => !isBlankRow(cells)).length));
  };

  return (
    <div class="lines" id={id}>
      <div class="scroll tall">
        <table ref={table}>
          <thead>
            <tr>
              {columns.map(({ key, label, type }) => (
                <th key={key} scope="col" class={type === 'number' ? 'number' : undefined}>
                  {t(label)}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {shown.map((cells, row) => (
              <tr key={row}>
                {columns.map(({ key, label, type }, column) => (
                  <td key={key}>
                    <input
                      type="text"
                      class={type === 'number' ? 'number' : undefined}
                      inputMode={type === 'number' ? 'decimal' : 'text'}
                      autocomplete="off"
                      data-cell={`${row}.${column}`}
                      aria-label={t(strings.cellName(t(label), row + 1))}
                      aria-describedby={describedBy}
                      aria-invalid={invalid}
                      tabIndex={row === tabStop ? 0 : -1}
                      value={cells[column] ?? ''}
                      onFocus={() => setCurrent(row)}
                      onInput={event => change(row, column, event.currentTarget.value)}
                      onKeyDown={event => keyDown(event, row, column)}
                      onPaste={event => paste(event, row, column)}
                    />
                  </td>
                ))}
                <td>
                  <button
                    type="button"
                    class="quiet square"
                    tabIndex={row === tabStop ? 0 : -1}
                    aria-label={t(strings.removeRow(row + 1))}
                    onClick={() => remove(row)}
                  >
                    <Icon name="close" />
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <button type="button" class="quiet" onClick={add}>
        <Icon name="add" />
        {t(strings.addRow)}
      </button>
      <p class="help">{t(strings.pasteHint)}</p>
    </div>
  );
}
