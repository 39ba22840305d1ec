import { type Cell, CellError } from '../kernel/cell.ts';
import { say } from '../kernel/text.ts';
import { type Data, type DataCell, examplesOf, type Finding, type Fix, fixOf } from './finding.ts';

/** Rows that stand there twice, and numbers that two different rows have. */
export function duplicates(data: Data): Finding[] {
  const rows = rowsOf(data);
  const seen = new Map<string, number>();
  const again = rows.filter(cells => {
    const key = JSON.stringify(cells.map(({ value }) => shownIn(value)));
    const isAgain = cells.some(({ value }) => (value ?? '') !== '') && seen.has(key);
    seen.set(key, cells[0]?.row ?? 0);
    return isAgain;
  });
  return [...(again.length > 0 ? [twice(rows, again)] : []), ...sameNumbers(data, again)];
}

function rowsOf({ columns }: Data): DataCell[][] {
  const count = columns[0]?.cells.length ?? 0;
  return Array.from({ length: count }, (_, row) =>
    columns.flatMap(({ cells }) => {
      const cell = cells[row];
      return cell ? [cell] : [];
    }),
  );
}

function shownIn(value: Cell): unknown {
  if (value instanceof CellError) return value.code;
  return typeof value === 'string' ? value.trim().toLowerCase() : (value ?? '');
}

function twice(rows: readonly DataCell[][], again: readonly DataCell[][]): Finding {
  return {
    kind: 'duplicates',
    what: say(again.length === 1 ? '1 duplicate row' : `${again.length} duplicate rows`, `${again.length} 行重复`),
    spots: again.flatMap(([first]) => (first ? [first] : [])),
    fixes: withoutRows(rows, new Set(again)),
    examples: examplesOf(
      again.map(cells => ({
        before: cells
          .map(({ value }) => String(shownIn(value)))
          .filter(text => text !== '')
          .join(' · '),
        after: '',
      })),
    ),
  };
}

/** The rows below move up; the last ones become blank. Where something is computed, rows are not moved. */
function withoutRows(rows: readonly DataCell[][], again: ReadonlySet<DataCell[]>): Fix[] {
  if (rows.some(cells => cells.some(({ computed, value }) => computed || value instanceof CellError))) return [];
  const kept = rows.filter(cells => !again.has(cells));
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const after = kept[row]?.[column]?.value ?? null;
      return after === cell.value || after instanceof CellError ? [] : [fixOf(cell, after)];
    }),
  );
}

/** Two different rows of one number: only the user can tell which of them counts. */
function sameNumbers({ columns }: Data, again: readonly DataCell[][]): Finding[] {
  const known = new Set(again.map(([first]) => first?.row));
  return columns
    .filter(({ field }) => field === 'id')
    .flatMap(({ cells }): Finding[] => {
      const seen = new Set<unknown>();
      const found = cells.filter(({ value, row }) => {
        const key = shownIn(value);
        const isAgain = key !== '' && !known.has(row) && seen.has(key);
        seen.add(key);
        return isAgain;
      });
      if (found.length === 0) return [];
      return [
        {
          kind: 'duplicates',
          what: say(
            `${found.length === 1 ? '1 ID is' : `${found.length} IDs are`} shared by different rows`,
            `${found.length} 个编号被内容不同的行共用`,
          ),
          spots: found,
          fixes: [],
          examples: examplesOf(found.map(({ value }) => ({ before: String(shownIn(value)), after: '' }))),
        },
      ];
    });
}
