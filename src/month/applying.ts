import { isoOf } from '../kernel/calendar.ts';
import { type Cell, CellError, type Matrix } from '../kernel/cell.ts';
import { say } from '../kernel/errors.ts';
import type { Language } from '../kernel/text.ts';
import type { Change, ChangeSet, Json, Value } from './changeSet.ts';
import type { Closing } from './history.ts';
import { HISTORY_COLUMNS, historyCells, type ReadHistory, STATUS_COLUMN, STATUSES } from './historyTable.ts';
import { firstDay, lastDay, monthOf, type Period, periodText } from './period.ts';
import type { TrackerPreview } from './previewTracker.ts';
import type { RollOver } from './rollOver.ts';

/** The new actuals, and the day up to which they count. */
export function trackerChanges(
  { rows }: TrackerPreview,
  prefix: string,
  asOf?: { readonly before: Value; readonly after: number },
): Change[] {
  const cells = rows
    .filter(({ status }) => status === 'changed')
    .map(({ row, before, after }) => ({
      row: row.row,
      key: [row.person, row.product, row.region].map(text => (text === '' ? null : text)),
      before,
      after,
    }));
  const keys = ['Person', 'Product', 'Region'].map(name => `${prefix}_${name}`);
  const changes: Change[] = cells.length > 0 ? [{ kind: 'cells', name: `${prefix}_Actual`, keys, cells }] : [];
  if (!asOf || asOf.before === asOf.after) return changes;
  return [...changes, { kind: 'cells', name: `${prefix}_AsOf`, keys: [], cells: [{ row: 0, key: [], ...asOf }] }];
}

const KEY_COLUMNS = ['Period', 'UnitType', 'UnitName', 'Metric'] as const;

/** The rows that a closing adds to the history, and those that it marks superseded. */
export function historyChanges(
  { append, supersede }: Closing,
  cells: Matrix,
  { places }: ReadHistory,
  prefix: string,
  language: Language,
): Change[] {
  const changes: Change[] = [];
  const marked = supersede.map(index => {
    const row = places[index] ?? -1;
    const line = cells[row] ?? [];
    return {
      row,
      key: KEY_COLUMNS.map(name => plainValue(line[HISTORY_COLUMNS.indexOf(name)])),
      before: plainValue(line[STATUS_COLUMN]),
      after: STATUSES.superseded[language],
    };
  });
  const named = (name: string): string => `${prefix}_${name}`;
  if (marked.length > 0)
    changes.push({ kind: 'cells', name: named('Status'), keys: KEY_COLUMNS.map(named), cells: marked });
  if (append.length > 0)
    changes.push({
      kind: 'append',
      columns: HISTORY_COLUMNS.map(named),
      rows: append.map(row => historyCells(row, language)),
    });
  return changes;
}

/** All that Apply writes. */
export function applySet(id: string, period: Period, changes: readonly Change[]): ChangeSet {
  const month = periodText(period);
  return { id, title: say(`Figures of ${month.en}`, `${month.zh}数据`), changes };
}

/** Next month's tracker as a new sheet; the last one stays, marked closed and protected. */
export function rollOverSet(
  id: string,
  { period, rows }: RollOver,
  from: { readonly prefix: string; readonly period: Period; readonly title: string; readonly unit: string },
  language: Language,
): ChangeSet {
  const month = monthOf(period);
  const values: Json = {
    title: from.title,
    start: isoOf(firstDay(month)),
    end: isoOf(lastDay(month)),
    asOf: isoOf(firstDay(month)),
    unit: from.unit,
    samples: false,
    people: rows.map(lineOf),
  };
  const { en, zh } = periodText(period);
  return {
    id,
    title: say(`Roll over to ${en}`, `结转至${zh}`),
    changes: [
      { kind: 'sheet', mark: id, template: 'tracker', language, values },
      { kind: 'repoint', mark: id, from: from.prefix, back: false },
      { kind: 'mark', prefix: from.prefix, key: 'closed', before: null, after: from.period },
      { kind: 'protect', prefix: from.prefix, protect: true },
    ],
  };
}

/** A figure that is not known is left out: a form's line has no blanks. */
function lineOf({ status: _, ...line }: RollOver['rows'][number]): Json {
  return Object.fromEntries(Object.entries(line).filter(([, value]) => value !== null && value !== ''));
}

function plainValue(cell: Cell | undefined): Value {
  if (cell instanceof CellError) return cell.code;
  return cell === undefined || cell === '' ? null : cell;
}
