import { useRef, useState } from 'preact/hooks';
import type { Text } from '../kernel/text.ts';
import type { Op, Receipt, TakenNames } from '../plan/op.ts';
import { type PanelPort, PortError } from './port.ts';

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
      const taken = await port.inspect();
      if (mine.cancelled) return;
      at('plan');
      await painted();
      if (mine.cancelled) return;
      const ops = job.ops(taken);
      mine.writing = true;
      at('write');
      const receipt = await port.apply(ops);
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
