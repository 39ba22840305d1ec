import { type Cell, CellError, errorCodeIn } from '../../src/kernel/cell.ts';
import type { PanelPort } from '../../src/panel/port.ts';
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
    relabel: async (sheetId, labels) => {
      await call('relabel', sheetId, labels);
    },
    apply: ops => call('applyOps', ops),
    undo: async receipt => {
      await call('undo', receipt);
    },
    selection: () => call('selection'),
    insertFormula: formula => call('insertFormula', formula),
    month: {
      columns: async names => {
        const sent = Object.entries(await call('monthColumns', names));
        return Object.fromEntries(
          sent.map(([name, { cells, formulas }]) => [name, { cells: cells.map(cellOf), formulas }]),
        );
      },
      kept: () => call('monthKept'),
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

function cellOf(sent: SentCell): Cell {
  if (sent === null || typeof sent !== 'object') return sent;
  const [code] = sent;
  return new CellError(errorCodeIn(code) ?? '#VALUE!', { en: code, zh: code });
}
