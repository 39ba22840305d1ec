import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { largestOf } from '../../kernel/lists.ts';
import type { Text } from '../../kernel/text.ts';
import type { LineColumn } from '../../plan/field.ts';
import { usePanel } from '../panel.ts';
import { strings } from '../strings.ts';
import { isBlankRow, pastedInto, type Rows, rowsIn, withoutHeadings } from '../text/lines.ts';
import { Icon } from './icons.tsx';
import { LineRow, type RowActions } from './lineRow.tsx';

interface LinesGridProps {
  readonly id: string;
  readonly columns: readonly LineColumn[];
  readonly rows: Rows;
  readonly onRows: (rows: Rows) => void;
  readonly describedBy: string;
  readonly invalid: boolean;
  /** Nobody has typed yet: what stands there is a sample of ours. */
  readonly isSample: boolean;
}

/**
 * A short table that is typed, or pasted from a spreadsheet. Enter goes down, and adds a row at the end. Tab stops
 * in one row only, so that a long table is no trap on the way to the next field.
 */
export function LinesGrid({ id, columns, rows, onRows, describedBy, invalid, isSample }: LinesGridProps) {
  const { t, language, announce } = usePanel();
  const [current, setCurrent] = useState(0);
  const { table, focus } = useCellFocus(setCurrent);
  const blank = () => columns.map(() => '');
  const shown = rows.length === 0 ? [blank()] : rows;
  const last = shown.length - 1;

  // Not while a cell is typed: its column would move under the hands.
  const widths = useMemo(() => widthsOf(columns, shown, t), [columns, language, shown.length]);
  const least = ['1.75rem', ...widths].join(' + ');

  const add = () => {
    onRows([...shown, blank()]);
    focus(shown.length, 0);
  };
  const actions: RowActions = {
    enter: setCurrent,
    change(row, column, text) {
      const edited = (cells: readonly string[]) => columns.map((_, c) => (c === column ? text : (cells[c] ?? '')));
      onRows(shown.map((cells, r) => (r === row ? edited(cells) : cells)));
    },
    remove(row) {
      onRows(shown.filter((_, r) => r !== row));
      announce(strings.rowCount(last));
      focus(Math.max(0, Math.min(row, last - 1)), 0);
    },
    keyDown(event, row, column) {
      // Enter also ends the choice of a word in a Chinese keyboard's list.
      if (event.isComposing) return;
      if (event.key === 'Enter') {
        event.preventDefault();
        if (row < last) focus(row + 1, column);
        else if (!isBlankRow(shown[row] ?? [])) add();
      }
      if (event.key === 'ArrowDown' && row < last) focus(row + 1, column);
      if (event.key === 'ArrowUp' && row > 0) focus(row - 1, column);
    },
    paste(event, row, column) {
      const pasted = event.clipboardData?.getData('text/plain') ?? '';
      if (!/[\t\r\n]/.test(pasted.trim())) return;
      event.preventDefault();
      const below = columns.slice(column);
      const lines = withoutHeadings(rowsIn(pasted, below), below);
      // Whoever pastes a list wants no sample of ours below it.
      const kept = isSample && row === 0 && column === 0 ? [] : shown;
      const next = pastedInto(kept, lines, row, column, columns.length);
      onRows(next);
      announce(strings.rowCount(next.filter(cells => !isBlankRow(cells)).length));
    },
  };
  const latest = useRef(actions);
  latest.current = actions;

  return (
    <div class="lines" id={id}>
      <div class="scroll tall">
        <table ref={table} style={{ minWidth: `calc(${least})` }}>
          <colgroup>
            {widths.map((width, column) => (
              <col key={columns[column]?.key} style={{ width }} />
            ))}
            <col style={{ width: '1.75rem' }} />
          </colgroup>
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
              <LineRow
                key={row}
                row={row}
                cells={cells}
                columns={columns}
                stop={row === Math.min(current, last)}
                describedBy={describedBy}
                invalid={invalid}
                actions={latest}
              />
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

/**
 * As wide as what they hold, within limits; a figure is not cut off, because half of it is another figure, nor is a
 * word of a heading.
 */
function widthsOf(columns: readonly LineColumn[], rows: Rows, t: (text: Text) => string): string[] {
  return columns.map(({ label, type }, column) => {
    // Chinese headings may break after every character, English ones between words.
    const words = t(label).split(/\s+|(?=[\u2e80-\uffef])/);
    const word = Math.max(...words.map(widthOf));
    const held = largestOf(
      rows.map(cells => widthOf(cells[column] ?? '')),
      4,
    );
    // Letters are narrower than digits, and a text that is cut off can still be told.
    const wanted = type === 'number' ? Math.min(held, 16) : Math.min(held, 8) * 0.9;
    return `calc(${Math.max(word, wanted)}ch + 0.625rem)`;
  });
}

/** A Chinese character is as wide as two letters. */
function widthOf(text: string): number {
  return [...text].reduce((width, sign) => width + (/[\u2e80-\uffef]/.test(sign) ? 2.2 : 1), 0);
}

/** Moves the focus to a cell as soon as it is there: the next key may be pressed before the next picture is drawn. */
function useCellFocus(onRow: (row: number) => void) {
  const table = useRef<HTMLTableElement>(null);
  const wanted = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    table.current?.querySelector<HTMLElement>(`[data-cell="${wanted.current}"]`)?.focus();
    wanted.current = undefined;
  });
  const focus = (row: number, column: number) => {
    wanted.current = `${row}.${column}`;
    onRow(row);
  };
  return { table, focus };
}
