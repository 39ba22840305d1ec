/** The page that the tests open: the real pane over a port that records what it is asked. */
import { mountPanel } from '../../src/panel/main.tsx';
import { type PanelPort, PortError, type PortReason } from '../../src/panel/port.ts';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import type { Op, Receipt } from '../../src/plan/op.ts';

/** What a test sets and reads. */
export interface Recorded {
  readonly calls: { readonly name: string; readonly detail: unknown }[];
  /** The next call of this name is refused for this reason. */
  refuse: { readonly name: string; readonly reason: PortReason } | undefined;
  /** The next call of this name waits until the test lets it go. */
  hold: string | undefined;
  release: () => void;
}

const query = new URLSearchParams(location.search);
const recorded: Recorded = { calls: [], refuse: undefined, hold: undefined, release: () => {} };

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
  read: names =>
    asked('read', names, Object.fromEntries(Object.entries(recorded.cells).filter(([name]) => names.includes(name)))),
  show: sheetId => asked('show', sheetId, undefined),
  recall: () => asked('recall', null, recorded.remembered),
  async remember(text) {
    await asked('remember', text, undefined);
    recorded.remembered = text;
  },
  texts: sheetId => asked('texts', sheetId, recorded.texts),
  relabel: (sheetId, labels) => asked('relabel', { sheetId, labels }, undefined),
  apply(ops: readonly Op[]) {
    const [first] = ops;
    const sheet = first?.op === 'addSheet' ? first.sheet : '';
    return asked<Receipt>('apply', ops, { sheet, sheetId: 'id-1', names: [] });
  },
  undo: receipt => asked('undo', receipt, undefined),
  selection: () => asked('selection', null, { address: 'D5:D24', rows: 20, columns: 1 }),
  insertFormula: formula => asked('insertFormula', formula, 'F2'),
};

mountPanel(document.body, port);
Object.assign(window, { recorded });
