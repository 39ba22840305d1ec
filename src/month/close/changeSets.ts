import { isoOf } from '../../kernel/calendar.ts';
import { type Cell, CellError, type Matrix } from '../../kernel/cell.ts';
import type { Json, Value } from '../../kernel/json.ts';
import { firstDay, lastDay, monthOf, type Period, periodText } from '../../kernel/period.ts';
import { isLanguage, type Language, say, type Text } from '../../kernel/text.ts';
import {
  HISTORY_COLUMNS,
  historyCells,
  KEY_COLUMNS,
  type ReadHistory,
  STATUS_COLUMN,
  STATUSES,
} from '../../sheets/history.ts';
import type { Change, ChangeSet, NewSheet } from '../change/changeSet.ts';
import type { Figure } from '../figures/aggregate.ts';
import type { Closing } from '../figures/history.ts';
import type { TrackerPreview } from '../figures/previewTracker.ts';
import type { RollOver } from '../rollOver/rollOver.ts';
import { formLine } from './formLine.ts';

/** The new actuals, rows for whom the tracker does not have yet, and the day up to which they count. */
export function trackerChanges(
  { rows, scope }: TrackerPreview,
  prefix: string,
  asOf?: { readonly before: Value; readonly after: number },
  adds: readonly Figure[] = [],
): Change[] {
  const cells = rows
    .filter(({ status }) => status === 'changed')
    .map(({ row, before, after }) => ({
      row: row.row,
      key: [row.person, row.product, row.region].map(text => (text === '' ? null : text)),
      before,
      after,
    }));
  const added = adds.map(({ keys, amount }) => [
    ...(['person', 'product', 'region'] as const).map(part => {
      const key = keys[scope.indexOf(part)];
      return scope.includes(part) && key !== undefined && key !== '' ? key : null;
    }),
    amount,
  ]);
  const keys = ['Person', 'Product', 'Region'].map(name => `${prefix}_${name}`);
  const changes: Change[] = cells.length > 0 ? [{ kind: 'cells', name: `${prefix}_Actual`, keys, cells }] : [];
  if (added.length > 0) changes.push({ kind: 'append', columns: [...keys, `${prefix}_Actual`], rows: added });
  if (!asOf || asOf.before === asOf.after) return changes;
  return [...changes, { kind: 'cells', name: `${prefix}_AsOf`, keys: [], cells: [{ row: 0, key: [], ...asOf }] }];
}

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

/** What is done with a month's figures; whoever undoes it reads which of them it was. */
const TITLES = {
  import: ({ en, zh }: Text) => say(`Import of ${en}`, `导入${zh}数据`),
  close: ({ en, zh }: Text) => say(`Close of ${en}`, `${zh}关账`),
  importAndClose: ({ en, zh }: Text) => say(`Import and close of ${en}`, `导入${zh}数据并关账`),
};

/** All that Apply writes; of a month, of several, or of a file. */
export function applySet(
  id: string,
  work: keyof typeof TITLES,
  of: Period | Text,
  changes: readonly Change[],
): ChangeSet {
  return { id, title: TITLES[work](typeof of === 'string' ? periodText(of) : of), changes };
}

/** The tracker that is rolled over: what its marks and its cells tell of how it was made. */
export interface LastTracker {
  readonly prefix: string;
  readonly period: Period;
  /** The mark in which a sheet keeps what of its form no cell tells. */
  readonly form: Readonly<Record<string, Json>>;
  /** The cells of its strip that are typed in, by their keys. */
  readonly strip: Readonly<Record<string, Value>>;
  readonly calendar: readonly { readonly day: string; readonly kind: string }[];
  /** The names of its columns begin below their headings, and other sheets read them so. */
  readonly below?: boolean;
}

/** Next month's tracker, made as the last one was. */
export function nextTracker({ period, rows }: RollOver, last: LastTracker, language: Language): PlannedSheet {
  const month = monthOf(period);
  const { language: spoken, ...form } = last.form;
  return {
    template: 'tracker',
    // Sheets that count the lights do so in the words of one language.
    language: isLanguage(spoken) ? spoken : language,
    values: {
      ...form,
      start: isoOf(firstDay(month)),
      end: isoOf(lastDay(month)),
      asOf: isoOf(firstDay(month)),
      samples: false,
      calendar: last.calendar.map(line => ({ ...line })),
      people: rows.map(({ status: _, ...line }) => formLine(line)),
    },
    suffix: period,
    strip: last.strip,
    ...(last.below && { below: true }),
  };
}

/** A sheet that is not named yet. */
export type PlannedSheet = Omit<NewSheet, 'mark' | 'prefix'>;

/** Next month's tracker as a new sheet; the last one stays, marked closed and protected. */
export function rollOverSet(
  id: string,
  { prefix, period }: Pick<LastTracker, 'prefix' | 'period'>,
  sheet: Omit<NewSheet, 'mark'>,
  next: Period,
  leave: readonly string[] = [],
): ChangeSet {
  const { en, zh } = periodText(next);
  return {
    id,
    title: say(`Roll over to ${en}`, `结转至${zh}`),
    changes: [
      { kind: 'sheet', mark: id, ...sheet },
      { kind: 'repoint', from: prefix, to: sheet.prefix, leave },
      { kind: 'mark', prefix, key: 'closed', before: null, after: period },
      { kind: 'protect', prefix, protect: true },
    ],
  };
}

function plainValue(cell: Cell | undefined): Value {
  if (cell instanceof CellError) return cell.code;
  return cell === undefined || cell === '' ? null : cell;
}
