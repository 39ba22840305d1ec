import { useRef, useState } from 'preact/hooks';
import { sheetById } from '../grid/grid.ts';
import { CellError } from '../kernel/cell.ts';
import type { Text } from '../kernel/text.ts';
import { userEdits, wouldLose } from '../month/change/userEdits.ts';
import type { Op, Receipt, TakenNames } from '../plan/op.ts';
import { type Inventory, type PanelPort, PortError } from '../port/port.ts';

export type Step = 'names' | 'plan' | 'write' | 'takeOut';

/** What is inserted: its name for people, and its ops for a workbook in which some names are taken. */
export interface Job {
  readonly label: Text;
  readonly ops: (taken: TakenNames) => readonly Op[];
  readonly done: () => void;
  readonly undone: () => void;
}

export type Insertion =
  | { readonly is: 'idle' }
  | { readonly is: 'working'; readonly job: Job; readonly step: Step; readonly cancelling: boolean }
  | { readonly is: 'done'; readonly made: Made }
  /** Taking the sheet out would lose what was typed since. */
  | { readonly is: 'asking'; readonly made: Made; readonly loss: Text }
  | { readonly is: 'undone'; readonly receipt: Receipt }
  | { readonly is: 'cancelled' }
  | { readonly is: 'failed'; readonly error: PortError; readonly again: () => void };

/** What was inserted, and the ops that it was made of. */
interface Made {
  readonly job: Job;
  readonly receipt: Receipt;
  readonly ops: readonly Op[];
}

export interface Inserter {
  readonly state: Insertion;
  readonly insert: (job: Job) => void;
  readonly cancel: () => void;
  /** Takes the sheet out again; asks first where something was typed in it. */
  readonly undo: () => void;
  /** Leaves the sheet as it is. */
  readonly keep: () => void;
  /** Something else was done or begun: what came of the insertion is not in its way. */
  readonly end: () => void;
  readonly dismiss: () => void;
}

const IDLE: Insertion = { is: 'idle' };

/**
 * Inserting in steps that can be cancelled. Before the write, cancelling stops at once; the write itself is one
 * round trip that cannot be called back, so what it wrote is taken out again.
 */
export function useInsertion(port: PanelPort): Inserter {
  const [state, setState] = useState<Insertion>(IDLE);
  const run = useRef({ cancelled: false, writing: false });

  async function insert(job: Job): Promise<void> {
    const mine = { cancelled: false, writing: false };
    run.current = mine;
    const at = (step: Step) => setState({ is: 'working', job, step, cancelling: mine.cancelled });
    try {
      at('names');
      const taken = await withoutHalves(port);
      if (mine.cancelled) return;
      at('plan');
      await painted();
      if (mine.cancelled) return;
      const ops = job.ops(taken);
      mine.writing = true;
      at('write');
      const receipt = await inserted(port, job.ops, ops);
      if (!mine.cancelled) {
        setState({ is: 'done', made: { job, receipt, ops } });
        job.done();
      } else await takeOut({ job, receipt, ops }, { is: 'cancelled' });
    } catch (error) {
      // A run that was cancelled before it wrote has been answered already; another one may be under way.
      if (mine.cancelled && mine.writing) setState({ is: 'cancelled' });
      if (!mine.cancelled) setState({ is: 'failed', error: portError(error), again: () => void insert(job) });
    }
  }

  async function undo(made: Made): Promise<void> {
    setState({ is: 'working', job: made.job, step: 'takeOut', cancelling: false });
    try {
      const loss = await lossOf(made, port);
      if (loss) setState({ is: 'asking', made, loss });
      else await takeOut(made, { is: 'undone', receipt: made.receipt });
    } catch (error) {
      setState({ is: 'failed', error: portError(error), again: () => void undo(made) });
    }
  }

  async function takeOut(made: Made, after: Insertion): Promise<void> {
    const { job, receipt } = made;
    setState({ is: 'working', job, step: 'takeOut', cancelling: false });
    try {
      await port.undo(receipt);
      setState(after);
      job.undone();
    } catch (error) {
      setState({ is: 'failed', error: portError(error), again: () => void takeOut(made, after) });
    }
  }

  return {
    state,
    insert: job => void insert(job),
    cancel() {
      if (state.is !== 'working' || state.step === 'takeOut') return;
      run.current.cancelled = true;
      setState(state.step === 'write' ? { ...state, cancelling: true } : { is: 'cancelled' });
    },
    undo() {
      if (state.is === 'done') void undo(state.made);
      if (state.is === 'asking') void takeOut(state.made, { is: 'undone', receipt: state.made.receipt });
    },
    keep() {
      if (state.is === 'asking') setState({ is: 'done', made: state.made });
    },
    end: () => setState(now => (ENDED_BY_OTHER_WORK.has(now.is) ? IDLE : now)),
    dismiss: () => setState(IDLE),
  };
}

/** What is under way, or has failed, stays until it is answered. */
const ENDED_BY_OTHER_WORK: ReadonlySet<Insertion['is']> = new Set(['done', 'asking', 'undone', 'cancelled']);

/** What somebody typed in the sheet since it was inserted, in the workbook as it is now. */
async function lossOf({ ops, receipt }: Made, port: PanelPort): Promise<Text | undefined> {
  const sheet = sheetById(await port.book.read(), receipt.sheetId);
  if (!sheet) return undefined;
  const values = sheet.values.map(line => line.map(cell => (cell instanceof CellError ? cell.code : cell)));
  const typed = userEdits(ops, { row: 0, column: 0, values, formulas: sheet.formulas });
  return typed.length > 0 ? wouldLose(sheet.sheet, typed).reason : undefined;
}

/** What a cut-off left of sheets is taken out first. */
async function withoutHalves(port: PanelPort): Promise<Inventory> {
  const found = await port.inspect();
  const halves = found.halves ?? [];
  if (halves.length === 0) return found;
  for (const half of halves) await port.undo({ ...half, names: found.names, half: true });
  return port.inspect();
}

const ATTEMPTS = 3;

/** Plans again where another pane has taken the names between reading and writing. */
export async function inserted(port: PanelPort, plan: Job['ops'], first: readonly Op[]): Promise<Receipt> {
  let ops = first;
  for (let attempt = 1; ; attempt++) {
    try {
      return await port.apply(ops);
    } catch (problem) {
      const error = portError(problem);
      const planned = ops;
      const taken = attempt < ATTEMPTS && error.reason === 'failed' ? await port.inspect() : undefined;
      if (!taken || !collides(planned, taken)) throw error;
      ops = plan(taken);
    }
  }
}

function collides(ops: readonly Op[], { sheets, names, tables }: TakenNames): boolean {
  const taken = new Set([...names, ...tables].map(name => name.toLowerCase()));
  const called = new Set(sheets.map(sheet => sheet.toLowerCase()));
  return ops.some(op => {
    if (op.op === 'addSheet') return called.has(op.sheet.toLowerCase());
    return (op.op === 'name' || op.op === 'table') && taken.has(op.name.toLowerCase());
  });
}

/** What a host rejected with; anything that is no PortError is a fault of ours, and said as one. */
export function portError(error: unknown): PortError {
  return error instanceof PortError
    ? error
    : new PortError('failed', error instanceof Error ? error.message : String(error));
}

/** Lets the browser show the step before the work for it begins. */
function painted(): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, 20));
}
