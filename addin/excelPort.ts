import { excelDialect } from '../src/plan/dialect.ts';
import type { BookPort } from '../src/port/bookPort.ts';
import type { MonthPort } from '../src/port/monthPort.ts';
import { type PanelPort, PortError, type Selection } from '../src/port/port.ts';
import { apply, synced, undo } from './ops/apply.ts';
import { inspect } from './ops/inspect.ts';
import { memoryOf } from './ops/memory.ts';
import { read, show } from './ops/read.ts';

/** The script that reads files; the build writes its name in. */
declare const READER: string;

/** Excel, for the pane. Contexts of its own instead of Excel.run, which adds a round trip to tidy up after itself. */
export function excelPort(): PanelPort {
  return {
    dialect: excelDialect,
    language: Office.context.displayLanguage,
    inspect,
    read,
    show,
    ...memoryOf('kpi.pane'),
    texts: async sheetId => (await loadedLabels()).texts(sheetId),
    relabel: async (sheetId, labels, before) => (await loadedLabels()).relabel(sheetId, labels, before),
    apply,
    undo,
    selection,
    selectedCells: async most => (await import('./ops/selected.ts')).selectedCells(most),
    startReader: () => new Worker(`parts/${READER}`),
    insertFormula,
    month,
    book,
    handOut: {
      // A browser saves files; Excel's own windows do not, and open a new workbook instead.
      ways: String(Office.context.platform) === 'OfficeOnline' ? ['files', 'workbook'] : ['workbook'],
      give: async (way, name, specs, language) => (await import('./handOut.ts')).give(way, name, specs, language),
    },
  };
}

/** Loaded when they are needed: the pane's first picture does not wait for them. */
const loadedMonth = async (): Promise<MonthPort> => (await import('./month/monthPort.ts')).monthPort;
const loadedLabels = () => import('./ops/labels.ts');
const loadedBook = async (): Promise<BookPort> => (await import('./book/bookPort.ts')).bookPort;

const book: BookPort = {
  read: async () => (await loadedBook()).read(),
  spills: async spots => (await loadedBook()).spills(spots),
  kept: async () => (await loadedBook()).kept(),
  patch: async request => (await loadedBook()).patch(request),
  copy: async sheetIds => (await loadedBook()).copy(sheetIds),
  remove: async sheetIds => (await loadedBook()).remove(sheetIds),
  selected: async () => (await loadedBook()).selected(),
};

const month: MonthPort = {
  columns: async names => (await loadedMonth()).columns(names),
  kept: async () => (await loadedMonth()).kept(),
  recall: async () => (await loadedMonth()).recall(),
  remember: async text => (await loadedMonth()).remember(text),
  change: async request => (await loadedMonth()).change(request),
};

async function selection(): Promise<Selection> {
  const { workbook } = new Excel.RequestContext();
  const range = workbook.getSelectedRange();
  range.load('address,rowCount,columnCount');
  await synced(workbook);
  return { address: withoutSheet(range.address), rows: range.rowCount, columns: range.columnCount };
}

async function insertFormula(formula: string): Promise<string> {
  const { workbook } = new Excel.RequestContext();
  const sheet = workbook.worksheets.getActiveWorksheet();
  const active = workbook.getActiveCell();
  sheet.load('id');
  active.load('address,formulas,rowIndex,columnIndex');
  await synced(workbook);
  if (active.formulas[0]?.[0] !== '') throw new PortError('occupied', active.address);
  const address = withoutSheet(active.address);
  const { columnsUnder, toEmpty } = await import('./book/tableColumns.ts');
  const write = { sheetId: sheet.id, row: active.rowIndex, column: active.columnIndex, contents: [[{ formula }]] };
  // Blank cells of a table's column compute the same afterwards, as when it is typed; other formulas would be lost.
  toEmpty(await columnsUnder(workbook, [write]), [write]);
  workbook.worksheets.getItem(sheet.id).getRange(address).formulas = [[formula]];
  await synced(workbook);
  return address;
}

function withoutSheet(address: string): string {
  return address.slice(address.lastIndexOf('!') + 1);
}
