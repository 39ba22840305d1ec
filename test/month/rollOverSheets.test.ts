import { describe, expect, it } from 'vitest';
import type { Change, ChangeSet } from '../../src/month/change/changeSet.ts';
import { prepare } from '../../src/month/change/prepare.ts';
import { repointed, repointedBlocks } from '../../src/month/change/repointing.ts';
import {
  type BookNow,
  isFree,
  isLeftToDo,
  isPastReturn,
  plannedNames,
  type SheetAction,
  settle,
} from '../../src/month/change/sheetChanges.ts';
import { INSERTION, isHalf, MADE, MAKING, nameAtFirst } from '../../src/month/change/sheetMarks.ts';
import { planSheet, plansFor } from '../../src/month/change/sheetPlan.ts';
import { userEdits, wouldLose } from '../../src/month/change/userEdits.ts';
import { excelDialect } from '../../src/plan/dialect.ts';
import type { Op } from '../../src/plan/op.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { NOTHING_TAKEN } from '../support/planning.ts';

const renaming = { from: 'Tracker', to: 'Tracker2', names: ['Tracker2_Actual', 'Tracker2_As.Of', 'tracker2_target'] };

describe('repointed()', () => {
  it.each([
    ['=SUM(Tracker_Actual)', '=SUM(Tracker2_Actual)'],
    ['=tracker_actual+Tracker_Target', '=Tracker2_actual+Tracker2_Target'],
    ['=Tracker_As.Of', '=Tracker2_As.Of'],
    [
      '=IF(A1="Tracker_Actual",Tracker_Actual,"a""Tracker_Actual")',
      '=IF(A1="Tracker_Actual",Tracker2_Actual,"a""Tracker_Actual")',
    ],
    ["='Tracker_Actual'!A1+Tracker_Actual", "='Tracker_Actual'!A1+Tracker2_Actual"],
  ])('reads the other month: %s', (before, after) => expect(repointed(before, renaming)).toBe(after));

  it.each([
    '=MyTracker_Actual',
    '=Tracker2_Actual',
    '=Tracker_Actual!A1',
    '=Tracker_Actual[Sum]',
    '=Tracker_Actual(1)',
    '=Tracker_Actual+Tracker_Gone',
    '=1+1',
  ])('leaves %s', formula => expect(repointed(formula, renaming)).toBe(formula));
});

describe('repointedBlocks()', () => {
  it('puts neighbours together and skips what stays', () => {
    const formulas = [
      ['=Tracker_Actual', '=Tracker_Target', ''],
      ['=Tracker_Actual', '=Tracker_Actual', '=1'],
      ['', '=Tracker_Actual', ''],
    ];
    expect(repointedBlocks({ row: 4, column: 1, formulas }, renaming)).toEqual([
      {
        row: 4,
        column: 1,
        formulas: [
          ['=Tracker2_Actual', '=Tracker2_Target'],
          ['=Tracker2_Actual', '=Tracker2_Actual'],
        ],
      },
      { row: 6, column: 2, formulas: [['=Tracker2_Actual']] },
    ]);
  });
});

describe('userEdits()', () => {
  const at = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });
  const ops: Op[] = [
    {
      op: 'values',
      area: at(0, 0, 2, 2),
      values: [
        ['Head', 5],
        [null, null],
      ],
    },
    { op: 'spill', area: at(1, 1, 2, 1), formula: '=X()' },
  ];
  const found = (values: (string | number | null)[][], formulas: string[][] = []) =>
    userEdits(ops, { row: 0, column: 0, values, formulas }).map(({ row, column }) => `${row} ${column}`);

  it('finds what was typed, changed or made a formula, and not what the sheet itself shows', () => {
    const spilling = [[], ['', '=X()']];
    expect(
      found(
        [
          ['Head', 5],
          ['', 9],
          [null, 9],
        ],
        spilling,
      ),
    ).toEqual([]);
    expect(
      found(
        [
          ['Head', 6],
          ['new', 9],
          [null, 9, 'own'],
        ],
        spilling,
      ),
    ).toEqual(['0 1', '1 0', '2 2']);
    expect(found([['Head', 5]], [['', '=2+3']])).toEqual(['0 1']);
  });

  it('finds what was typed in place of a formula, and in the way of one that spills', () => {
    const column = (first: string | number | null, second: string | number | null) => [
      ['Head', 5],
      [null, first],
      [null, second],
    ];
    expect(found(column(7, null))).toEqual(['1 1']);
    expect(found(column('#SPILL!', 8), [[], ['', '=X()']])).toEqual(['2 1']);
    expect(found(column('#REF!', 8), [[], ['', '=X()']])).toEqual(['2 1']);
    expect(found(column(null, null))).toEqual([]);
  });

  it('names five of the cells that would be lost, and that there are more', () => {
    const cells = Array.from({ length: 6 }, (_, row) => ({ row, column: 1 }));
    expect(wouldLose('March', cells.slice(1))).toMatchObject({
      canGoOn: true,
      reason: { en: 'March was filled in since (B2, B3, B4, B5, B6): that would be lost' },
    });
    expect(wouldLose('March', cells).reason.zh).toContain('（B1、B2、B3、B4、B5 …）');
  });

  it('takes what a formula of ours shows for its own, in every cell of its area', () => {
    const formulas: Op[] = [{ op: 'formulas', area: at(0, 0, 2, 1), formulas: [['=A()'], ['=B()']] }];
    const seen = (values: (string | number | null)[][], typed: string[][]) =>
      userEdits(formulas, { row: 0, column: 0, values, formulas: typed }).map(({ row, column }) => `${row} ${column}`);
    expect(seen([[5], [6]], [['=A()'], ['=B()']])).toEqual([]);
    expect(seen([[5], [6]], [['=A()'], ['']])).toEqual(['1 0']);
    // An error of its own is no sign of somebody else.
    expect(seen([['#REF!'], ['#SPILL!']], [['=A()'], ['=B()']])).toEqual([]);
    expect(seen([[''], [null]], [[''], ['']])).toEqual([]);
  });

  it('counts cells from where the used part begins', () => {
    expect(userEdits(ops, { row: 4, column: 2, values: [[1]], formulas: [['']] })).toEqual([{ row: 4, column: 2 }]);
    // Cells that were read from the middle of a sheet on: what fills them stands there, too.
    const area = { row: 4, column: 2, rows: 2, columns: 1 };
    const spilling = [{ op: 'spill', area, formula: '=KPI.X()' }] as const;
    const contents = { row: 4, column: 2, values: [[1], [2]] };
    expect(userEdits(spilling, { ...contents, formulas: [['=KPI.X()'], ['']] })).toEqual([]);
    expect(userEdits(spilling, { ...contents, formulas: [[''], ['']] })).toEqual([
      { row: 4, column: 2 },
      { row: 5, column: 2 },
    ]);
  });
});

describe('settle()', () => {
  const sheet = {
    mark: 'm',
    template: 'tracker',
    language: 'en',
    prefix: 'Tracker2',
    values: { samples: false, people: [] },
    suffix: '',
    strip: { AmberFrom: 0.5 },
  } as const;
  const planning = { templates: gallery, dialect: excelDialect, today: '2026-03-31' };
  const set = (...changes: Change[]): ChangeSet => ({ id: 'x', title: { en: '', zh: '' }, changes });
  const book = (marks: Record<string, string>[], names: string[] = []): BookNow => ({
    sheets: marks.map((each, index) => ({
      sheetId: String(index),
      sheet: `S${index}`,
      marks: each,
      isProtected: each.locked !== undefined,
    })),
    names,
  });
  const taken = { ...NOTHING_TAKEN, names: ['Tracker_Unit'] };
  const ops = planSheet(sheet, { ...planning, taken });
  const plans = { m: 'en' in ops ? [] : ops };

  it('makes a sheet only where its names are free and planned', () => {
    expect(settle(set({ kind: 'sheet', ...sheet }), book([]), plans).actions.map(({ is }) => is)).toEqual(['make']);
    // Nothing is left of another one there.
    expect(settle(set({ kind: 'sheet', ...sheet }), book([]), plans).actions[0]).not.toHaveProperty('half');
    expect(settle(set({ kind: 'sheet', ...sheet }), book([]), {}).conflicts).toHaveLength(1);
    const other = { ...sheet, prefix: 'Tracker3' };
    expect(settle(set({ kind: 'sheet', ...other }), book([]), plans).conflicts).toHaveLength(1);
    const made = book([{ [INSERTION]: 'm', [MADE]: 'm', prefix: 'Tracker2' }]);
    expect(settle(set({ kind: 'sheet', ...sheet }), made, plans)).toEqual({ changes: [], actions: [], conflicts: [] });
  });

  it('makes no sheet over one of its name, over names of another, or over a sheet that has its names', () => {
    const make: Change = { kind: 'sheet', ...sheet };
    const [added] = plans.m.flatMap(op => (op.op === 'addSheet' ? [op.sheet] : []));
    const named: BookNow = {
      sheets: [{ sheetId: '1', sheet: (added ?? '').toUpperCase(), marks: {}, isProtected: false }],
      names: [],
    };
    expect(settle(set(make), named, plans).conflicts.map(({ name }) => name)).toEqual(['Tracker2']);
    const [own] = plannedNames([{ is: 'make', mark: 'm', ops: plans.m }]);
    expect(own).toMatch(/^Tracker2_/);
    // Names alone may be left of a sheet that was taken out.
    const left = settle(set(make), book([], [(own ?? '').toLowerCase()]), plans);
    expect(left.actions).toMatchObject([{ is: 'make', half: { prefix: 'Tracker2' } }]);
    expect(settle(set(make), book([{ prefix: 'Tracker2' }], [own ?? '']), plans).conflicts).toHaveLength(1);
    const tables = plans.m.flatMap(op => (op.op === 'table' ? [op.name] : []));
    expect(tables.length).toBeGreaterThan(0);
    expect(settle(set(make), book([], tables), plans).conflicts).toHaveLength(1);
  });

  it('makes again what was cut off', () => {
    const half = book([{ [INSERTION]: 'm', [MAKING]: '' }]);
    expect(settle(set({ kind: 'sheet', ...sheet }), half, plans).actions).toMatchObject([
      { is: 'make', half: { sheet: { sheetId: '0' }, prefix: 'Tracker2' } },
    ]);
    const elsewhere = book([{ [INSERTION]: 'm', [MADE]: 'm', prefix: 'Tracker9' }]);
    expect(settle(set({ kind: 'sheet', ...sheet }), elsewhere, plans).conflicts).toHaveLength(1);
  });

  it('takes out the names that are left of a sheet, and expects in it what it was made with', () => {
    const remove: Change = { kind: 'removeSheet', ...sheet };
    expect(settle(set(remove), book([], ['TRACKER2_Unit']), plans).actions).toEqual([
      { is: 'remove', sheet: undefined, prefix: 'Tracker2', expected: undefined },
    ]);
    expect(settle(set(remove), book([], ['Tracker20_Unit']), plans).actions).toEqual([]);
    const whole = book([{ [INSERTION]: 'm', [MADE]: 'm' }]);
    expect(settle(set(remove), whole, plans).actions).toMatchObject([{ is: 'remove', expected: plans.m }]);
    expect(settle(set(remove), whole, {}).actions).toMatchObject([{ is: 'remove', expected: [] }]);
    const half = book([{ [INSERTION]: 'm' }]);
    expect(settle(set(remove), half, plans).actions).toMatchObject([{ is: 'remove', expected: undefined }]);
  });

  it('is half made as its mark says, or by the name that sheets have at first', () => {
    expect(isHalf('March', { [MAKING]: '' })).toBe(true);
    expect(isHalf(nameAtFirst('mb3k9x2q a1b2c3d4'), {})).toBe(true);
    expect(isHalf('March', {})).toBe(false);
    expect(isHalf('… and so on', {})).toBe(false);
    expect(nameAtFirst("a:b/c?d*e[f]g'h\\i")).toBe('… a b c d e f g h i');
    expect(nameAtFirst('x'.repeat(40))).toHaveLength(31);
  });

  it('has formulas left to repoint where a sheet of it reads the other month', () => {
    const action: SheetAction = { is: 'repoint', from: 'A', to: 'B', sheets: book([{}, {}]).sheets };
    expect(isLeftToDo(action, new Map([['1', ['=A_X']]]))).toBe(true);
    expect(isLeftToDo(action, new Map<string, string[]>([['1', []]]))).toBe(false);
    expect(isLeftToDo({ is: 'make', mark: 'm', ops: [] }, new Map())).toBe(true);
  });

  it('finds the names free that nobody has, or that go', () => {
    const [own = ''] = plannedNames([{ is: 'make', mark: 'm', ops: plans.m }]);
    expect(isFree(plans.m, ['Other'], [])).toBe(true);
    expect(isFree(plans.m, [own.toUpperCase()], [])).toBe(false);
    expect(isFree(plans.m, [own.toUpperCase()], [own.toLowerCase()])).toBe(true);
  });

  it('prepares figures at their places beside what happens to sheets, and leaves out what is done', () => {
    const cells: Change = { kind: 'cells', name: 'A', keys: [], cells: [{ row: 0, key: [], before: 1, after: 2 }] };
    const append: Change = { kind: 'append', columns: ['A'], rows: [[3]] };
    const lock: Change = { kind: 'protect', prefix: 'Tracker', protect: true };
    const free: Change = { kind: 'protect', prefix: 'Board', protect: false };
    const gone: Change = { kind: 'protect', prefix: 'Gone', protect: true };
    const now = book([{ prefix: 'Tracker' }, { prefix: 'Board' }]);
    const read = (name: string) => (name === 'A' ? [1] : undefined);
    const prepared = prepare(set(cells, append, lock, free), read, now);
    expect(prepared.fitted.changes).toEqual([cells, append, lock]);
    expect(prepared.actions).toMatchObject([{ is: 'protect' }]);
    expect(prepared.conflicts).toEqual([]);
    expect(prepared.open.changes).toMatchObject([lock, { name: 'A' }, { name: 'A', cells: [{ row: 1, after: 3 }] }]);
    const conflicts = prepare(set({ ...cells, name: 'B' }, gone), read, now).conflicts;
    expect(conflicts.map(({ name, row }) => [name, row])).toEqual([
      ['B', -1],
      ['Gone', -1],
    ]);
    const back = prepare(set({ kind: 'remove', columns: ['A'], rows: [[1]] }), read, now);
    expect(back.open.changes).toMatchObject([{ kind: 'cells', cells: [{ row: 0, before: 1, after: null }] }]);
  });

  it('lays the strip of the last month over the new one', () => {
    const cells = plans.m.flatMap(op => (op.op === 'values' ? op.values.flat() : []));
    expect(cells).toContain(0.5);
    expect(cells).not.toContain(0.8);
  });

  it('takes out last of all, and asks where there are copies', () => {
    const remove: Change = { kind: 'removeSheet', ...sheet };
    const mark: Change = { kind: 'mark', prefix: 'Tracker', key: 'closed', before: '2026-03', after: null };
    const both = book([
      { [INSERTION]: 'm', [MADE]: 'm' },
      { prefix: 'Tracker', closed: '2026-03' },
    ]);
    expect(settle(set(remove, mark), both, plans).actions.map(({ is }) => is)).toEqual(['mark', 'remove']);
    expect(isPastReturn(set(remove), both)).toBe(false);
    expect(isPastReturn(set(remove), book([]))).toBe(true);
    const copies = book([{ [INSERTION]: 'm' }, { [INSERTION]: 'm' }]);
    expect(settle(set(remove), copies, plans).conflicts.map(({ reason }) => reason.en)).toEqual([
      'the new sheet was copied (S0, S1); delete the copies first',
    ]);
  });

  it('repoints neither the two months themselves, nor closed sheets, nor those that are left out', () => {
    const sheets = book([
      { prefix: 'Tracker' },
      { prefix: 'Tracker2' },
      { prefix: 'Board' },
      { prefix: 'Review', closed: '2026-02' },
      { prefix: 'Interview' },
      {},
    ]);
    const { actions } = settle(
      set({ kind: 'repoint', from: 'Tracker', to: 'Tracker2', leave: ['Interview'] }),
      sheets,
      {},
    );
    expect(actions).toMatchObject([{ is: 'repoint', sheets: [{ sheet: 'S2' }] }]);
  });

  it('does nothing twice, and says where the sheet is gone', () => {
    const change = (protect: boolean): Change => ({ kind: 'protect', prefix: 'Tracker', protect });
    const locked = book([{ prefix: 'Tracker', locked: '' }]);
    expect(settle(set(change(true)), locked, {})).toEqual({ changes: [], actions: [], conflicts: [] });
    expect(settle(set(change(false)), locked, {}).actions).toMatchObject([{ is: 'free' }]);
    expect(settle(set(change(true)), book([]), {}).conflicts).toHaveLength(1);
    const mark: Change = { kind: 'mark', prefix: 'Tracker', key: 'closed', before: null, after: '2026-03' };
    expect(settle(set(mark), book([{ prefix: 'Tracker', closed: '2026-02' }]), {}).conflicts).toHaveLength(1);
  });

  it('plansFor() frees the names that a kept set has already', () => {
    const there = {
      ...NOTHING_TAKEN,
      names: ['Tracker_Unit', 'Tracker2_Unit', 'Tracker20_Unit'],
      tables: ['Tracker2'],
    };
    const found = plansFor(set({ kind: 'removeSheet', ...sheet }), { ...planning, taken: there });
    expect(found.m).toEqual(plans.m);
  });

  it('no chart and no light reads another sheet, so that only formulas are repointed', () => {
    for (const template of gallery) {
      const made = planSheet(
        { template: template.id, language: 'en', values: {}, suffix: '', strip: {} },
        { ...planning, taken },
      );
      if ('en' in made) throw new Error(made.en);
      const shown = made.filter(({ op }) => op === 'chart' || op === 'lights' || op === 'validate');
      expect(JSON.stringify(shown)).not.toMatch(/Tracker_/);
    }
  });
});
