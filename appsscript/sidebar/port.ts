import type { Grid } from '../../src/grid/grid.ts';
import { type Cell, CellError, errorCodeIn } from '../../src/kernel/cell.ts';
import { say } from '../../src/kernel/text.ts';
import { sheetsDialect } from '../../src/plan/dialect.ts';
import type { NamedColumn } from '../../src/port/monthPort.ts';
import { type PanelPort, PortError, type SelectedCells } from '../../src/port/port.ts';
import type { SentSheet, SheetRows } from '../book/readBook.ts';
import type { SentCell } from '../server/inspect.ts';
import { call } from './client.ts';

export function sheetsPort(language: string): PanelPort {
  return {
    dialect: sheetsDialect,
    language,
    inspect: () => call('inspect'),
    read: async names => {
      const sent = await call('read', names);
      return Object.fromEntries(Object.entries(sent).map(([name, rows]) => [name, rows.map(row => row.map(cellOf))]));
    },
    show: async sheetId => {
      await call('show', sheetId);
    },
    recall: async () => (await call('recall')) ?? undefined,
    remember: async text => {
      await call('remember', text);
    },
    texts: sheetId => call('texts', sheetId),
    relabel: (sheetId, labels, before) => call('relabel', sheetId, labels, before),
    apply: ops => call('applyOps', ops),
    undo: async receipt => {
      await call('undo', receipt);
    },
    selection: () => call('selection'),
    selectedCells,
    startReader,
    insertFormula: formula => call('insertFormula', formula),
    month: {
      columns: monthColumns,
      kept: () => call('monthKept'),
      recall: async () => (await call('monthRecall')) ?? undefined,
      remember: async text => {
        await call('monthRemember', text);
      },
      change: request => call('monthChange', request),
    },
    book: {
      read: readBook,
      spills: spots => call('bookSpills', spots),
      kept: () => call('bookKept'),
      patch: request => call('bookPatch', request),
      copy: sheetIds => call('bookCopy', sheetIds),
      remove: async sheetIds => {
        await call('bookRemove', sheetIds);
      },
      selected: () => call('bookSelected'),
    },
  };
}

/** The script of the worker that reads files, put in by the bundler. */
declare const READER: string;

/** Where Google's frame does not let a worker start from a text, the pane reads files by itself, in slices. */
function startReader(): Worker {
  const address = URL.createObjectURL(new Blob([READER], { type: 'text/javascript' }));
  const worker = new Worker(address);
  worker.addEventListener('message', () => URL.revokeObjectURL(address), { once: true });
  return worker;
}

/** An answer of a few megabytes is what google.script.run carries in good time. */
const CELLS_A_CALL = 40_000;

/** In as many answers as it takes. */
async function monthColumns(names: readonly string[]): Promise<Record<string, NamedColumn>> {
  const found: Record<string, NamedColumn> = {};
  for (let wanted = names; wanted.length > 0; ) {
    const { columns, left } = await call('monthColumns', wanted);
    for (const [name, { cells, formulas }] of Object.entries(columns)) {
      found[name] = { cells: cells.map(cellOf), formulas };
    }
    wanted = left;
  }
  return found;
}

async function readBook(): Promise<Grid> {
  const { sheets, names } = await call('bookRead');
  const read = sheets.map(({ rows: _rows, columns: _columns, ...sheet }) => {
    return { ...sheet, values: [] as Cell[][], formulas: [] as string[][] };
  });
  for (let at = placeIn(sheets, read); at.length > 0; at = placeIn(sheets, read)) {
    for (const [index, { values, formulas }] of (await call('bookRows', at)).entries()) {
      const sheet = read.find(({ sheetId }) => sheetId === at[index]?.sheetId);
      for (const line of values) sheet?.values.push(line.map(cellOf));
      for (const line of formulas) sheet?.formulas.push(line);
    }
  }
  return { sheets: read, names, tables: [] };
}

/** The rows that are read next: as many as fit into one answer, from where each sheet is read to. */
function placeIn(sheets: readonly SentSheet[], read: readonly { readonly values: readonly unknown[] }[]): SheetRows[] {
  const parts: SheetRows[] = [];
  let room = CELLS_A_CALL;
  for (const [index, { sheetId, rows, columns }] of sheets.entries()) {
    const row = read[index]?.values.length ?? rows;
    const fitting = Math.min(rows - row, Math.max(Math.floor(room / columns), parts.length === 0 ? 1 : 0));
    if (fitting > 0) parts.push({ sheetId, row, rows: fitting, columns });
    room -= fitting * columns;
  }
  return parts;
}

/** Google Sheets tells of one row at a time whether it is hidden. */
const MOST_ROWS_LOOKED_AT = 2000;

async function selectedCells(most: number): Promise<SelectedCells> {
  const area = await call('selectedArea');
  const { address, row, rows, columns } = area;
  const cells: (readonly Cell[])[] = [];
  if (rows < 1 || columns < 1) return { address, cells, hidden: [] };
  if (rows * columns > most) throw new PortError('tooLarge', `${rows} × ${columns}`);
  const atOnce = Math.max(1, Math.floor(CELLS_A_CALL / columns));
  for (let from = 0; from < rows; from += atOnce) {
    const part = { ...area, row: row + from, rows: Math.min(atOnce, rows - from) };
    for (const line of await call('cellsIn', part)) cells.push(line.map(cellOf));
  }
  const hidden = rows <= MOST_ROWS_LOOKED_AT ? await call('hiddenIn', area) : undefined;
  return { address, cells, hidden };
}

function cellOf(sent: SentCell): Cell {
  if (sent === null || typeof sent !== 'object') return sent;
  const [code] = sent;
  return new CellError(errorCodeIn(code) ?? '#VALUE!', say(code, code));
}
