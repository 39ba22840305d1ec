import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CellError } from '../../src/kernel/cell.ts';
import type { Value } from '../../src/kernel/json.ts';
import { type Change, type ChangeSet, inverse, isEmpty } from '../../src/month/change/changeSet.ts';
import { packed, unpacked } from '../../src/month/change/changeStore.ts';
import { fitToWorkbook } from '../../src/month/change/fitToWorkbook.ts';
import {
  applySet,
  historyChanges,
  nextTracker,
  rollOverSet,
  trackerChanges,
} from '../../src/month/close/changeSets.ts';
import { close } from '../../src/month/figures/history.ts';
import { monthFigures } from '../../src/month/figures/monthFigures.ts';
import { previewTracker, scopeFor } from '../../src/month/figures/previewTracker.ts';
import type { Deal } from '../../src/month/import/deal.ts';
import { HISTORY_COLUMNS, readHistory } from '../../src/sheets/history.ts';
import { readTracker } from '../../src/sheets/tracker.ts';
import { deal, JANUARY, someDeals } from '../support/deals.ts';
import { NamedBook } from '../support/namedBook.ts';

const SEED = { seed: 17, numRuns: 100 };
const STAMP = { source: 'crm.csv', closedAt: 45700 };
const THRESHOLDS = { amberFrom: 0.8, greenAbove: 1 };

function newBook(): NamedBook {
  const empty = Object.fromEntries(HISTORY_COLUMNS.map(name => [`History_${name}`, []]));
  return new NamedBook({
    ...empty,
    Tracker_Person: ['Anna', 'Ben', 'Clara', null, '王芳'],
    Tracker_Product: [null, null, null, null, null],
    Tracker_Region: ['East', 'East', 'West', null, 'West'],
    Tracker_Target: [100, 100, 100, null, 100],
    Tracker_Actual: [5, null, 'see note', null, null],
    Tracker_AsOf: [45000],
    Tracker_Note: ['mine', '=NOW()', null, null, null],
  });
}

const columnOf = (book: NamedBook, name: string): readonly Value[] => book.read(name) ?? [];

/** The month's change set, as the pane makes it of what a host has read. */
function monthSet(book: NamedBook, deals: readonly Deal[], id = 'one'): ChangeSet {
  const rows = readTracker({
    Person: columnOf(book, 'Tracker_Person'),
    Product: columnOf(book, 'Tracker_Product'),
    Region: columnOf(book, 'Tracker_Region'),
    Target: columnOf(book, 'Tracker_Target'),
    Actual: columnOf(book, 'Tracker_Actual'),
    formulas: [],
  });
  const preview = previewTracker({ rows, deals, month: JANUARY, scope: scopeFor(rows, deals), thresholds: THRESHOLDS });
  const columns = HISTORY_COLUMNS.map(name => columnOf(book, `History_${name}`));
  const cells = Array.from({ length: Math.max(...columns.map(list => list.length)) }, (_, row) =>
    columns.map(list => list[row] ?? null),
  );
  const read = readHistory(cells);
  const closing = close(read.rows, monthFigures(deals), STAMP);
  const asOf = { before: columnOf(book, 'Tracker_AsOf')[0] ?? null, after: 45688 };
  return applySet(id, 'importAndClose', '2025-01', [
    ...trackerChanges(preview, 'Tracker', asOf),
    ...historyChanges(closing, cells, read, 'History', 'en'),
  ]);
}

describe('a change set', () => {
  it.each([
    ['import', 'Import of November 2026', '导入2026年11月数据'],
    ['close', 'Close of November 2026', '2026年11月关账'],
    ['importAndClose', 'Import and close of November 2026', '导入2026年11月数据并关账'],
  ] as const)('says what it was, for its undo: %s', (work, en, zh) => {
    expect(applySet('a', work, '2026-11', []).title).toMatchObject({ en, zh });
  });

  it('brings the actuals in and leaves the user’s own cells alone', () => {
    const book = newBook();
    const { conflicts } = book.apply(
      monthSet(book, [deal({ person: 'Anna', amount: 90 }), deal({ person: 'Clara', amount: 7 })]),
    );
    expect(conflicts).toEqual([]);
    expect(book.read('Tracker_Actual')).toEqual([90, null, 7, null, null]);
    expect(book.read('Tracker_Note')).toEqual(['mine', '=NOW()', null, null, null]);
    expect(book.read('Tracker_AsOf')).toEqual([45688]);
    expect(book.read('History_Actual')).toEqual([97, 2, 90, 1, 7, 1]);
  });

  it('is undone exactly, also after it was stored as text', () => {
    fc.assert(
      fc.property(someDeals, someDeals, (first, second) => {
        const book = newBook();
        book.apply(monthSet(book, first));
        const before = book.state;
        const set = monthSet(book, second, 'two');
        expect(book.apply(set).conflicts).toEqual([]);
        const kept = unpacked(packed(set, 200));
        if (!kept) throw new Error('the stored set is not whole');
        expect(kept).toEqual(set);
        expect(book.apply(inverse(kept)).conflicts).toEqual([]);
        expect(book.state).toEqual(before);
      }),
      SEED,
    );
  });

  it('is empty when the same is applied again', () => {
    fc.assert(
      fc.property(someDeals, deals => {
        const book = newBook();
        book.apply(monthSet(book, deals));
        expect(isEmpty(monthSet(book, deals))).toBe(true);
      }),
      SEED,
    );
  });

  it('is taken back from wherever it stopped', () => {
    fc.assert(
      fc.property(someDeals, fc.nat(), (deals, stop) => {
        const book = newBook();
        const untouched = book.state;
        const set = monthSet(book, deals);
        const done = set.changes.slice(0, stop % (set.changes.length + 1));
        book.carryOut(done);
        book.carryOut(inverse({ ...set, changes: done }).changes);
        expect(book.state).toEqual(untouched);
      }),
      SEED,
    );
  });

  it('is plain JSON, without anything that google.script.run would refuse', () => {
    const set = monthSet(newBook(), [deal({ person: 'Anna', amount: 90 })]);
    expect(JSON.parse(JSON.stringify(set))).toEqual(set);
    expect(JSON.stringify(set)).not.toContain('undefined');
  });
});

describe('fitToWorkbook()', () => {
  const change = (given: Partial<Extract<Change, { kind: 'cells' }>> = {}): ChangeSet => ({
    id: 'fit',
    title: { en: '', zh: '' },
    changes: [
      {
        kind: 'cells',
        name: 'Actual',
        keys: ['Person'],
        cells: [{ row: 0, key: ['Anna'], before: 5, after: 9 }],
        ...given,
      },
    ],
  });

  it('follows a row that was sorted', () => {
    const book = new NamedBook({ Person: ['Ben', 'Anna'], Actual: [1, 5] });
    expect(book.apply(change()).conflicts).toEqual([]);
    expect(book.read('Actual')).toEqual([1, 9]);
  });

  it('says what was changed since the preview, and writes nothing', () => {
    const book = new NamedBook({ Person: ['Anna', 'Ben'], Actual: [6, 1] });
    const { conflicts } = book.apply(change());
    expect(conflicts.map(({ reason }) => reason.en)).toEqual(['Anna: the cell held 5 in the preview, now it holds 6']);
    expect(book.read('Actual')).toEqual([6, 1]);
  });

  it('says when the row or the named cells are gone', () => {
    const gone = new NamedBook({ Person: ['Ben'], Actual: [1] }).apply(change());
    expect(gone.conflicts.map(({ reason }) => reason.en)).toEqual([
      'the row of Anna is not there any more, or there are several',
    ]);
    const twice = new NamedBook({ Person: ['Ben', 'Anna', 'Anna'], Actual: [1, 5, 5] }).apply(change());
    expect(twice.conflicts).toHaveLength(1);
    expect(fitToWorkbook(change(), () => undefined).conflicts.map(({ reason }) => reason.zh)).toEqual([
      '命名区域 Actual 已不存在',
    ]);
    expect(new NamedBook({ Actual: [5] }).apply(change()).conflicts.map(({ name }) => name)).toEqual(['Person']);
  });

  it('counts what is done already as done: a step may be tried again', () => {
    const book = new NamedBook({ Person: ['Anna'], Actual: [9] });
    expect(book.apply(change())).toMatchObject({ conflicts: [], done: 1 });
  });
});

describe('isEmpty()', () => {
  const set = (...changes: Change[]): ChangeSet => ({ id: 'x', title: { en: '', zh: '' }, changes });
  const cells = (count: number): Change => ({
    kind: 'cells',
    name: 'A',
    keys: [],
    cells: Array.from({ length: count }, (_, row) => ({ row, key: [], before: null, after: 1 })),
  });
  const rows = (kind: 'append' | 'remove', count: number): Change => ({
    kind,
    columns: ['A'],
    rows: Array.from({ length: count }, () => [1]),
  });

  it('is so without a cell, a row or a sheet', () => {
    expect(isEmpty(set())).toBe(true);
    expect(isEmpty(set(cells(0), rows('append', 0), rows('remove', 0)))).toBe(true);
    for (const change of [cells(1), rows('append', 1), rows('remove', 1)])
      expect(isEmpty(set(cells(0), change))).toBe(false);
    expect(isEmpty(set({ kind: 'protect', prefix: 'A', protect: true }))).toBe(false);
  });
});

describe('unpacked()', () => {
  it('refuses what is not whole or was changed by hand', () => {
    const set = monthSet(newBook(), [deal({ person: 'Anna', amount: 90 })]);
    const parts = packed(set, 100);
    expect(unpacked(parts)).toEqual(set);
    expect(unpacked(parts.slice(1))).toBeUndefined();
    expect(unpacked([])).toBeUndefined();
    expect(unpacked(['{"id":"x","title":{},"changes":[{"kind":"run"}]}'])).toBeUndefined();
    expect(
      unpacked(['{"id":"x","title":{},"changes":[{"kind":"append","columns":["A"],"rows":[[{}]]}]}']),
    ).toBeUndefined();
  });
});

describe('unpacked() of one change', () => {
  const SHEET = { mark: 'm', template: 't', language: 'zh', prefix: 'P', suffix: '', values: {}, strip: {} };
  const CELL = { row: 0, key: ['a', null], before: true, after: 2 };
  const kept = (change: unknown) => unpacked([JSON.stringify({ id: 'x', title: {}, changes: [change] })]) !== undefined;

  it.each([
    { kind: 'cells', name: 'A', keys: ['K'], cells: [CELL] },
    { kind: 'append', columns: ['A'], rows: [[1, 'a', false, null]] },
    { kind: 'remove', columns: [], rows: [] },
    { kind: 'sheet', ...SHEET },
    { kind: 'removeSheet', ...SHEET, language: 'en' },
    { kind: 'repoint', from: 'A', to: 'B', leave: ['C'] },
    { kind: 'mark', prefix: 'P', key: 'k', before: null, after: 'x' },
    { kind: 'protect', prefix: 'P', protect: true },
  ])('reads $kind back', change => expect(kept(change)).toBe(true));

  it.each([
    null,
    'cells',
    [],
    {},
    { kind: 3 },
    { kind: 'cells', name: 1, keys: [], cells: [] },
    { kind: 'cells', name: 'A', keys: 'K', cells: [] },
    { kind: 'cells', name: 'A', keys: [1], cells: [] },
    { kind: 'cells', name: 'A', keys: [], cells: {} },
    { kind: 'cells', name: 'A', keys: [], cells: [null] },
    { kind: 'cells', name: 'A', keys: [], cells: [{ ...CELL, row: '0' }] },
    { kind: 'cells', name: 'A', keys: [], cells: [CELL, { ...CELL, key: 'a' }] },
    { kind: 'cells', name: 'A', keys: [], cells: [{ ...CELL, key: [{}] }] },
    { kind: 'cells', name: 'A', keys: [], cells: [{ ...CELL, before: {} }] },
    { kind: 'cells', name: 'A', keys: [], cells: [{ ...CELL, after: [] }] },
    { kind: 'append', columns: 'A', rows: [] },
    { kind: 'append', columns: [null], rows: [] },
    { kind: 'append', columns: ['A'], rows: {} },
    { kind: 'remove', columns: ['A'], rows: [1] },
    { kind: 'sheet', ...SHEET, mark: 1 },
    { kind: 'sheet', ...SHEET, template: null },
    { kind: 'sheet', ...SHEET, prefix: null },
    { kind: 'sheet', ...SHEET, suffix: 1 },
    { kind: 'sheet', ...SHEET, language: 'de' },
    { kind: 'sheet', ...SHEET, values: [] },
    { kind: 'removeSheet', ...SHEET, strip: null },
    { kind: 'repoint', from: 1, to: 'B', leave: [] },
    { kind: 'repoint', from: 'A', to: null, leave: [] },
    { kind: 'repoint', from: 'A', to: 'B', leave: [1] },
    { kind: 'mark', prefix: 1 },
    { kind: 'protect' },
  ])('refuses %j', change => expect(kept(change)).toBe(false));

  it('refuses what is no set', () => {
    for (const text of ['null', '[]', '1', '{"id":1,"title":{},"changes":[]}', '{"id":"x","title":"t","changes":[]}'])
      expect(unpacked([text])).toBeUndefined();
    expect(unpacked(['{"id":"x","title":{},"changes":{}}'])).toBeUndefined();
    expect(unpacked(['{"id":"x","title":{},', '"changes":[]}'])).toEqual({ id: 'x', title: {}, changes: [] });
  });
});

describe('trackerChanges(), historyChanges()', () => {
  it('add a row for whom the tracker does not have, with what it is told by in its own columns', () => {
    const sold = (keys: string[], amount: number) =>
      ({ keys, amount, deals: 1, signed: 0, collected: 0, quantity: 0, cost: 0, won: 1, lost: 0 }) as const;
    const preview = previewTracker({
      rows: [],
      deals: [],
      month: JANUARY,
      scope: ['region', 'person'],
      thresholds: THRESHOLDS,
    });
    const adds = [sold(['East', 'Zoe'], 7.5), sold(['', 'Yan'], 1)];
    expect(trackerChanges(preview, 'T', { before: 3, after: 3 }, adds)).toEqual([
      {
        kind: 'append',
        columns: ['T_Person', 'T_Product', 'T_Region', 'T_Actual'],
        rows: [
          ['Zoe', null, 'East', 7.5],
          ['Yan', null, null, 1],
        ],
      },
    ]);
    expect(trackerChanges(preview, 'T', { before: null, after: 3 })).toEqual([
      { kind: 'cells', name: 'T_AsOf', keys: [], cells: [{ row: 0, key: [], before: null, after: 3 }] },
    ]);
    expect(trackerChanges(preview, 'T')).toEqual([]);
  });

  it('mark a row of the history by what stands in its cells, errors by their codes, blanks as none', () => {
    const error = new CellError('#N/A', { en: '', zh: '' });
    const line = HISTORY_COLUMNS.map(name => (name === 'UnitName' ? '' : name === 'Status' ? error : name));
    const closing = { append: [], supersede: [0], restated: [], samples: 0, unchanged: 0 };
    expect(historyChanges(closing, [[], line], { rows: [], places: [1], foreign: [] }, 'H', 'zh')).toEqual([
      {
        kind: 'cells',
        name: 'H_Status',
        keys: ['H_Period', 'H_UnitType', 'H_UnitName', 'H_Metric'],
        cells: [{ row: 1, key: ['Period', 'UnitType', null, 'Metric'], before: '#N/A', after: expect.any(String) }],
      },
    ]);
  });
});

describe('rollOverSet()', () => {
  it('makes next month’s sheet, and marks and protects the last one; undone it is as before', () => {
    const rolled = {
      period: '2025-02',
      rows: [
        {
          region: 'East',
          product: '',
          person: 'Anna',
          target: 120,
          lastMonth: 90,
          lastYear: null,
          status: 'stays' as const,
        },
      ],
      left: [],
      problems: [],
    };
    const last = {
      prefix: 'Tracker',
      period: '2025-01',
      form: { language: 'zh', title: 'Ours', money: 'wan' },
      strip: { Unit: 'USD', AmberFrom: 0.7 },
      calendar: [{ day: '2025-02-03', kind: '休' }],
    };
    const sheet = { ...nextTracker(rolled, last, 'en'), prefix: 'Tracker2' };
    const set = rollOverSet('roll', last, sheet, rolled.period);
    expect(set.changes[0]).toEqual({
      kind: 'sheet',
      mark: 'roll',
      prefix: 'Tracker2',
      template: 'tracker',
      language: 'zh',
      values: {
        title: 'Ours',
        money: 'wan',
        start: '2025-02-01',
        end: '2025-02-28',
        asOf: '2025-02-01',
        samples: false,
        calendar: last.calendar,
        people: [{ region: 'East', person: 'Anna', target: 120, lastMonth: 90 }],
      },
      suffix: '2025-02',
      strip: last.strip,
    });
    expect(unpacked(packed(set, 100))).toEqual(set);
    const book = newBook();
    const before = book.state;
    book.apply(set);
    expect(book.state).toMatchObject({
      sheets: ['roll'],
      reads: 'Tracker2',
      marks: [['Tracker closed', '2025-01']],
      protected: ['Tracker'],
    });
    book.apply(inverse(set));
    expect(book.state).toEqual(before);
    expect(inverse(inverse(set))).toEqual(set);
  });
});
