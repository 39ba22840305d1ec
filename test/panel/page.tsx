/** The page that the tests open: the real pane over a port that records what it is asked. */

import './pageLanguage.ts';

import type { Grid, Spot } from '../../src/grid/grid.ts';
import type { Matrix } from '../../src/kernel/cell.ts';
import type { Outcome } from '../../src/month/change/changeWorkbook.ts';
import type { Kept } from '../../src/month/change/locate.ts';
import { mountPanel } from '../../src/panel/main.tsx';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import type { Op, Receipt } from '../../src/plan/op.ts';
import type { SheetTexts } from '../../src/plan/relabel.ts';
import type { SheetArea } from '../../src/port/bookPort.ts';
import type { NamedColumn } from '../../src/port/monthPort.ts';
import { type Inventory, type PanelPort, PortError, type PortReason } from '../../src/port/port.ts';
import { gridOf, sheetGrid, shown } from '../support/grids.ts';

/** A tracker of March 2026 and no history. */
const column = (...cells: readonly (string | number | null)[]) => ({ cells, formulas: cells.map(() => false) });
const MONTH = {
  Tracker_Person: column('Ann', 'Bob King', '王芳'),
  Tracker_Product: column(null, null, null),
  Tracker_Region: column(null, null, null),
  Tracker_Target: column(100, 100, 100),
  Tracker_Actual: column(10, null, 30),
  Tracker_Start: column(46082),
  Tracker_AsOf: column(46082),
  Tracker_AmberFrom: column(0.8),
  Tracker_GreenAbove: column(1),
};

/** What a test sets and reads. */
export interface Recorded {
  readonly calls: { readonly name: string; readonly detail: unknown }[];
  /** The next call of this name is refused for this reason. */
  refuse: { readonly name: string; readonly reason: PortReason } | undefined;
  /** The next call of this name waits until the test lets it go. */
  hold: string | undefined;
  release: () => void;
  /** What the workbook has. */
  workbook: Inventory;
  cells: Readonly<Record<string, Matrix>>;
  remembered: string | undefined;
  texts: SheetTexts;
  /** Named columns beside those of the tracker. */
  columns: Readonly<Record<string, NamedColumn>>;
  /** What the workbook remembers of the month's work. */
  monthMemory: string | undefined;
  selectedCells: Matrix;
  /** What is left of the last change of figures: a Kept. */
  kept: unknown;
  /** What comes of a change. */
  outcome: Outcome;
  book: Grid;
  keptPatches: string | undefined;
  changedCells: readonly Spot[];
  selected: SheetArea;
}

/** A tracker with formulas that have a twin, have none, or do not work, and a sheet of pasted data. */
const BOOK = gridOf(
  sheetGrid(
    [
      ['Target', 'Actual', 'Achievement'],
      [100, 90, { formula: '=KPI.ACHIEVEMENT(B2,A2)', shows: 0.9 }],
      [200, 50, { formula: '=KPI.ACHIEVEMENT(B3,A3)', shows: shown('#NAME?') }],
      [{ formula: '=KPI.MIX(A2:A3)', shows: 0.5 }, null, { formula: '=KPI_GROWTH(A2,B2)', shows: shown('#NAME?') }],
      [null, null, { formula: '=KPI.GROWTH(#REF!,B2)', shows: shown('#REF!') }],
    ],
    { sheetId: 'id-7', sheet: 'March', marks: { template: 'tracker', prefix: 'Tracker', version: '0' } },
  ),
  sheetGrid(
    [
      ['Customer', 'Amount', 'Close date'],
      [' Acme', '¥1,200', 46082],
      ['Beta', 300, '2026-03-05'],
      ['Beta', 300, '2026-03-05'],
      ['Cy', 500, '04/03/2026'],
      ['Dee', shown('#DIV/0!'), 46083],
    ],
    { sheetId: 'id-8', sheet: 'Export' },
  ),
);

const query = new URLSearchParams(location.search);
const EMPTY: Inventory = { sheets: ['Target split'], names: [], tables: [], ours: [] };

/** A workbook with a tracker, some of whose rows are red. */
const USED: Inventory = {
  sheets: ['March'],
  names: ['Tracker_Start', 'Tracker_End', 'Tracker_AsOf', 'Tracker_Light'],
  tables: ['Tracker'],
  ours: [{ sheetId: 'id-7', sheet: 'March', template: 'tracker', prefix: 'Tracker', marks: {} }],
};

const recorded: Recorded = {
  calls: [],
  refuse: undefined,
  hold: undefined,
  release: () => {},
  workbook: query.has('used') ? USED : EMPTY,
  cells: {
    Tracker_Start: [[46082]],
    Tracker_End: [[46112]],
    Tracker_AsOf: [[46093]],
    Tracker_Light: [['red'], ['green'], ['amber'], ['no data'], ['red']],
  },
  remembered: query.get('remembered') ?? undefined,
  kept: {},
  columns: {},
  outcome: { conflicts: [], cells: 3 },
  monthMemory: undefined,
  selectedCells: [],
  book: BOOK,
  keptPatches: undefined,
  changedCells: [],
  selected: { sheetId: 'id-8', row: 0, column: 0, rows: 6, columns: 3 },
  texts: {
    cells: [
      { row: 0, column: 0, text: 'Monthly target tracker' },
      { row: 3, column: 0, text: 'My own words' },
    ],
    notes: [],
  },
};

async function asked<Answer>(name: string, detail: unknown, answer: Answer): Promise<Answer> {
  recorded.calls.push({ name, detail });
  if (recorded.hold === name) {
    recorded.hold = undefined;
    await new Promise<void>(resolve => {
      recorded.release = resolve;
    });
  }
  const { refuse } = recorded;
  if (refuse?.name !== name) return answer;
  recorded.refuse = undefined;
  throw new PortError(refuse.reason, 'Code-17');
}

const port: PanelPort = {
  dialect: query.get('dialect') === 'sheets' ? sheetsDialect : excelDialect,
  language: query.get('lang') ?? 'en-US',
  inspect: () => asked('inspect', null, recorded.workbook),
  read: names => {
    const wanted = Object.entries(recorded.cells).filter(([name]) => names.includes(name));
    return asked<Readonly<Record<string, Matrix>>>('read', names, Object.fromEntries(wanted));
  },
  show: sheetId => asked('show', sheetId, undefined),
  recall: () => asked('recall', null, recorded.remembered),
  async remember(text) {
    await asked('remember', text, undefined);
    recorded.remembered = text;
  },
  texts: sheetId => asked('texts', sheetId, recorded.texts),
  relabel: (sheetId, labels) => asked('relabel', { sheetId, labels }, 0),
  apply(ops: readonly Op[]) {
    const [first] = ops;
    const sheet = first?.op === 'addSheet' ? first.sheet : '';
    return asked<Receipt>('apply', ops, { sheet, sheetId: 'id-1', names: [] });
  },
  undo: receipt => asked('undo', receipt, undefined),
  selection: () => asked('selection', null, { address: 'D5:D24', rows: 20, columns: 1 }),
  selectedCells: most => asked('selectedCells', most, { address: 'A1:D9', cells: recorded.selectedCells, hidden: [] }),
  insertFormula: formula => asked('insertFormula', formula, 'F2'),
  month: {
    columns: names => asked('columns', names, { ...MONTH, ...recorded.columns }),
    recall: () => asked('monthRecall', null, recorded.monthMemory),
    async remember(text) {
      await asked('monthRemember', text, undefined);
      recorded.monthMemory = text;
    },
    kept: () => asked('kept', null, recorded.kept as Kept),
    change: request => asked('change', request, recorded.outcome),
  },
  book: {
    read: () => asked('book.read', null, recorded.book),
    spills: spots => asked('book.spills', spots, []),
    kept: () => asked('book.kept', null, recorded.keptPatches),
    async patch(request) {
      const changed = await asked('book.patch', request, recorded.changedCells);
      if (changed.length === 0) recorded.keptPatches = request.keep;
      return changed;
    },
    copy: sheetIds =>
      asked(
        'book.copy',
        sheetIds,
        sheetIds.map(from => ({ from, sheetId: `${from} copy`, sheet: `${from} (2)` })),
      ),
    remove: sheetIds => asked('book.remove', sheetIds, undefined),
    selected: () => asked('book.selected', null, recorded.selected),
  },
};

mountPanel(document.body, port);
Object.assign(window, { recorded });
