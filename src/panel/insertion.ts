import { useRef, useState } from 'preact/hooks';
import type { Text } from '../kernel/text.ts';
import type { Op, Receipt, TakenNames } from '../plan/op.ts';
import { type Inventory, type PanelPort, PortError } from './port.ts';

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
  | { readonly is: 'done'; readonly job: Job; readonly receipt: Receipt }
  | { readonly is: 'undone'; readonly receipt: Receipt }
  | { readonly is: 'cancelled' }
  | { readonly is: 'failed'; readonly error: PortError; readonly again: () => void };

export interface Inserter {
  readonly state: Insertion;
  readonly insert: (job: Job) => void;
  readonly cancel: () => void;
  readonly undo: () => void;
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
        setState({ is: 'done', job, receipt });
        job.done();
      } else await takeOut(job, receipt, { is: 'cancelled' });
    } catch (error) {
      // A run that was cancelled before it wrote has been answered already; another one may be under way.
      if (mine.cancelled && mine.writing) setState({ is: 'cancelled' });
      if (!mine.cancelled) setState({ is: 'failed', error: portError(error), again: () => void insert(job) });
    }
  }

  async function takeOut(job: Job, receipt: Receipt, after: Insertion): Promise<void> {
    setState({ is: 'working', job, step: 'takeOut', cancelling: false });
    try {
      await port.undo(receipt);
      setState(after);
      job.undone();
    } catch (error) {
      setState({ is: 'failed', error: portError(error), again: () => void takeOut(job, receipt, after) });
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
      if (state.is === 'done') void takeOut(state.job, state.receipt, { is: 'undone', receipt: state.receipt });
    },
    dismiss: () => setState(IDLE),
  };
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
