import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import type { LineColumn } from '../../plan/field.ts';
import { usePanel } from '../panel.ts';
import { strings } from '../strings.ts';
import { Icon } from './icons.tsx';

/** What a row can do to its grid. */
export interface RowActions {
  readonly change: (row: number, column: number, text: string) => void;
  readonly keyDown: (event: KeyboardEvent, row: number, column: number) => void;
  readonly paste: (event: ClipboardEvent, row: number, column: number) => void;
  readonly enter: (row: number) => void;
  readonly remove: (row: number) => void;
}

interface LineRowProps {
  readonly row: number;
  readonly cells: readonly string[];
  readonly columns: readonly LineColumn[];
  /** Whether Tab stops here. */
  readonly stop: boolean;
  readonly describedBy: string;
  readonly invalid: boolean;
  readonly actions: RefObject<RowActions>;
}

/** One row of a grid, drawn again only when it changes: a grid may have hundreds of them. */
export function LineRow({ row, cells, columns, stop, describedBy, invalid, actions }: LineRowProps) {
  const { t, language } = usePanel();
  const tabIndex = stop ? 0 : -1;
  return useMemo(
    () => (
      <tr>
        {columns.map(({ key, label, type }, column) => (
          <td key={key} class={type === 'number' ? 'number' : undefined}>
            <input
              type="text"
              class={type === 'number' ? 'number' : undefined}
              inputMode={type === 'number' ? 'decimal' : 'text'}
              autocomplete="off"
              data-cell={`${row}.${column}`}
              aria-label={t(strings.cellName(t(label), row + 1))}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              tabIndex={tabIndex}
              value={cells[column] ?? ''}
              onFocus={() => actions.current?.enter(row)}
              onInput={event => actions.current?.change(row, column, event.currentTarget.value)}
              onKeyDown={event => actions.current?.keyDown(event, row, column)}
              onPaste={event => actions.current?.paste(event, row, column)}
            />
          </td>
        ))}
        <td>
          <button
            type="button"
            class="quiet square"
            tabIndex={tabIndex}
            aria-label={t(strings.removeRow(row + 1))}
            onClick={() => actions.current?.remove(row)}
          >
            <Icon name="close" />
          </button>
        </td>
      </tr>
    ),
    [row, cells, columns, tabIndex, describedBy, invalid, language],
  );
}
