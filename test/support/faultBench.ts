import type { PanelPort } from '../../src/port/port.ts';
import type { Book } from '../../workbench/book/book.ts';
import type { RequestBody } from '../../workbench/excel/protocol.ts';
import { scriptRun } from '../../workbench/sheets/scriptRun.ts';
import { officeInNode } from './officeInNode.ts';
import type { Random } from './random.ts';
import { sheetsInNode } from './sheetsPort.ts';

/** What happens to an operation of a host: it does nothing, a part of it is done, or only its answer is lost. */
export type Fault = 'nothing' | 'part' | 'lost';

/** Faults of operations in a row, the first of them that comes after so many that work. */
export interface Schedule {
  readonly after: number;
  readonly faults: readonly Fault[];
  /** The script ends there, as at the time limit: nothing runs any more until it is called again. */
  readonly ends: boolean;
}

/** A host with faults. */
export interface FaultBench {
  readonly port: PanelPort;
  readonly book: Book;
  readonly hasTables: boolean;
  /** As many operations as the schedules are drawn over. */
  readonly operations: number;
  /** Names of sheets that are protected. */
  protectedSheets(): readonly string[];
  under<Value>(schedule: Schedule, run: () => Promise<Value>): Promise<Value>;
}

export function drawn(random: Random, operations: number): Schedule {
  const faults = Array.from({ length: random.whole(1, 4) }, () => random.pick<Fault>(['nothing', 'part', 'lost']));
  return { after: random.whole(0, operations), faults, ends: random.chance(0.2) };
}

function namesOf({ workbook }: Book, sheetIds: Iterable<string>): string[] {
  return [...sheetIds].flatMap(id => workbook.getSheetBySheetId(id)?.getSheetName() ?? []);
}

const FAULT = { Code: 'GeneralException', Message: 'fault', HttpStatusCode: 500 };

/** In Excel an operation is a batch. */
export async function excelWithFaults(): Promise<FaultBench> {
  const { book, host, port } = await officeInNode({ functions: false });
  // Nothing here is calculated, so that nothing has to be waited for.
  book.settled = () => Promise.resolve();
  return {
    port,
    book,
    hasTables: true,
    operations: 5,
    protectedSheets: () => namesOf(book, host.context.protectedSheets),
    async under({ after, faults, ends }, run) {
      const process = host.process.bind(host);
      let batches = 0;
      host.process = async (body: RequestBody) => {
        const number = batches++ - after;
        const fault = faults[number] ?? (ends && number >= 0 ? 'nothing' : undefined);
        if (!fault) return process(body);
        const count = body.Actions.length;
        const done = { nothing: 0, part: Math.ceil((count * (number + 2)) / 7), lost: count }[fault];
        await process({ ...body, Actions: body.Actions.slice(0, done) });
        return { Results: [], Error: { ...FAULT, ActionIndex: Math.min(done, count - 1) } };
      };
      try {
        return await run();
      } finally {
        host.process = process;
      }
    },
  };
}

/** In Google Sheets it is a call of a service, and a script's answer. */
export async function sheetsWithFaults(): Promise<FaultBench> {
  const { port, played } = await sheetsInNode();
  const { realm, state } = played.host;
  let answer: ((name: string, args: readonly unknown[]) => unknown) | undefined;
  const call = (name: string, args: readonly unknown[]): unknown =>
    answer ? answer(name, args) : realm.call(name, args);
  Object.assign(globalThis, { google: { script: { run: scriptRun(call, name => realm.has(name)) } } });
  return {
    port,
    book: played.book,
    hasTables: false,
    operations: 160,
    protectedSheets: () => namesOf(played.book, state.protections.keys()),
    async under({ after, faults, ends }, run) {
      let calls = 0;
      let isOver = false;
      state.ledger.before = service => {
        const number = calls++ - after;
        if (isOver || (ends && number === 0)) {
          isOver = true;
          throw new Error('Exceeded maximum execution time');
        }
        const fault = faults[number];
        if (fault !== undefined) throw new Error(`Service error: ${service}`);
      };
      answer = (name, args) => {
        const from = calls;
        const value = realm.call(name, args);
        // A lock that was not given back ends with the script that held it.
        state.lock.held = false;
        const ended = isOver;
        isOver = false;
        if (ended) throw new Error('Exceeded maximum execution time');
        const isLost = faults.includes('lost') && from <= after && calls > after && faults.length > 1;
        if (isLost) throw new Error('NetworkError');
        return value;
      };
      try {
        return await run();
      } finally {
        state.ledger.before = undefined;
        answer = undefined;
      }
    },
  };
}
