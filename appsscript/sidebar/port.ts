import { type Cell, CellError, errorCodeIn } from '../../src/kernel/cell.ts';
import { type PanelPort, PortError, type SelectedCells } from '../../src/panel/port.ts';
import { sheetsDialect } from '../../src/plan/dialect.ts';
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
    relabel: async (sheetId, labels, before) => {
      await call('relabel', sheetId, labels, before);
    },
    apply: ops => call('applyOps', ops),
    undo: async receipt => {
      await call('undo', receipt);
    },
    selection: () => call('selection'),
    selectedCells,
    startReader,
    insertFormula: formula => call('insertFormula', formula),
    month: {
      columns: async names => {
        const sent = Object.entries(await call('monthColumns', names));
        return Object.fromEntries(
          sent.map(([name, { cells, formulas }]) => [name, { cells: cells.map(cellOf), formulas }]),
        );
      },
      kept: () => call('monthKept'),
      recall: async () => (await call('monthRecall')) ?? undefined,
      remember: async text => {
        await call('monthRemember', text);
      },
      change: request => call('monthChange', request),
    },
    book: {
      read: async () => {
        const { sheets, names } = await call('bookRead');
        const cells = sheets.map(sheet => ({ ...sheet, values: sheet.values.map(row => row.map(cellOf)) }));
        return { sheets: cells, names, tables: [] };
      },
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

async function selectedCells(most: number): Promise<SelectedCells> {
  const area = await call('selectedArea');
  const { address, row, rows, columns } = area;
  const cells: (readonly Cell[])[] = [];
  if (rows < 1 || columns < 1) return { address, cells };
  if (rows * columns > most) throw new PortError('tooLarge', `${rows} × ${columns}`);
  const atOnce = Math.max(1, Math.floor(CELLS_A_CALL / columns));
  for (let from = 0; from < rows; from += atOnce) {
    const part = { ...area, row: row + from, rows: Math.min(atOnce, rows - from) };
    for (const line of await call('cellsIn', part)) cells.push(line.map(cellOf));
  }
  return { address, cells };
}

function cellOf(sent: SentCell): Cell {
  if (sent === null || typeof sent !== 'object') return sent;
  const [code] = sent;
  return new CellError(errorCodeIn(code) ?? '#VALUE!', { en: code, zh: code });
}
