import type { Value } from '../../src/kernel/json.ts';
import type { ChangeSet } from '../../src/month/change/changeSet.ts';
import type { Op } from '../../src/plan/op.ts';
import { HISTORY_COLUMNS } from '../../src/sheets/history.ts';

/** The columns that a month touches, as they are before it. */
export const BEFORE: Readonly<Record<string, readonly Value[]>> = {
  Tracker_Person: ['Ann', 'Bob', '-Cy', '王芳'],
  Tracker_Product: ['A', 'A', 'A', 'B'],
  Tracker_Region: ['N', 'N', 'S', 'S'],
  Tracker_Actual: [10, null, 30, 40],
  ...Object.fromEntries(HISTORY_COLUMNS.map(name => [`History_${name}`, [null, null, null]])),
  History_Period: [46054, null, null],
  History_UnitName: ['Ann', null, null],
  History_Actual: [9, null, null],
};

/** Two actuals, and more rows for the history than it has room for; texts that look like formulas. */
export function monthSet(id: string, rows = 4): ChangeSet {
  const key = (name: string, product: string, region: string) => [name, product, region];
  return {
    id,
    title: { en: 'March', zh: '三月' },
    changes: [
      {
        kind: 'cells',
        name: 'Tracker_Actual',
        keys: ['Tracker_Person', 'Tracker_Product', 'Tracker_Region'],
        cells: [
          { row: 1, key: key('Bob', 'A', 'N'), before: null, after: 22.5 },
          { row: 2, key: key('-Cy', 'A', 'S'), before: 30, after: 33 },
        ],
      },
      {
        kind: 'append',
        columns: HISTORY_COLUMNS.map(name => `History_${name}`),
        rows: Array.from({ length: rows }, (_, row) =>
          HISTORY_COLUMNS.map((name): Value => {
            if (name === 'UnitName') return row === 0 ? '=1+1' : `Person ${row}`;
            if (name === 'Source') return '007';
            if (name === 'Target') return null;
            return name === 'Period' ? 46082 : name === 'Actual' ? row + 0.25 : name;
          }),
        ),
      },
    ],
  };
}

/** An actual, and a row for somebody whom the tracker does not have yet. */
export function addedSet(id: string): ChangeSet {
  const keys = ['Tracker_Person', 'Tracker_Product', 'Tracker_Region'];
  return {
    id,
    title: { en: 'March', zh: '三月' },
    changes: [
      {
        kind: 'cells',
        name: 'Tracker_Actual',
        keys,
        cells: [{ row: 0, key: ['Ann', 'A', 'N'], before: 10, after: 70 }],
      },
      { kind: 'append', columns: [...keys, 'Tracker_Actual'], rows: [['Zoe', null, 'N', 5]] },
    ],
  };
}

/** A sheet with those columns; a table and a computed column where the host has tables. */
export function monthOps(tables: boolean): Op[] {
  const tracker = ['Person', 'Product', 'Region', 'Actual'];
  return [...sheetOps('Tracker', tracker, 4, tables), ...sheetOps('History', HISTORY_COLUMNS, 3, tables)];
}

function sheetOps(prefix: string, columns: readonly string[], rows: number, tables: boolean): Op[] {
  const width = columns.length + 1;
  const values = [
    [...columns, 'Own'],
    ...Array.from({ length: rows }, (_, row) => [
      ...columns.map(name => BEFORE[`${prefix}_${name}`]?.[row] ?? null),
      null,
    ]),
  ];
  const area = (row: number, column: number, height: number, wide: number) => ({
    row,
    column,
    rows: height,
    columns: wide,
  });
  return [
    { op: 'addSheet', sheet: `${prefix} sheet`, rows: rows + 5, columns: width, tab: '#0F6C6C' },
    { op: 'values', area: area(2, 0, rows + 1, width), values },
    ...(tables ? [{ op: 'table', area: area(2, 0, rows + 1, width), name: prefix } as const] : []),
    ...columns.map(
      (name, column): Op => ({
        op: 'name',
        name: `${prefix}_${name}`,
        area: area(3, column, rows, 1),
        ...(tables && { structured: `=${prefix}[${name}]` }),
      }),
    ),
    ...(tables
      ? [
          {
            op: 'formulas',
            area: area(3, columns.length, rows, 1),
            formulas: Array.from({ length: rows }, () => ['=SUM([@Actual],[@Actual])']),
          } as const,
        ]
      : []),
    { op: 'mark', key: 'template', value: prefix.toLowerCase() },
    { op: 'mark', key: 'prefix', value: prefix },
  ];
}

/** What a workbook's columns hold, without blank cells at their end. */
export function trimmed(columns: Readonly<Record<string, readonly unknown[]>>): Record<string, unknown[]> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, cells]) => {
      const last = cells.findLastIndex(cell => cell !== null && cell !== '');
      return [name, cells.slice(0, last + 1).map(cell => (cell === '' ? null : cell))];
    }),
  );
}
