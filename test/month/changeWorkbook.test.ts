import { describe, expect, it } from 'vitest';
import type { Value } from '../../src/kernel/json.ts';
import { type Later, walkLater, walkNow } from '../../src/kernel/walk.ts';
import type { ChangeSet } from '../../src/month/change/changeSet.ts';
import { type ChangingHost, changeWorkbook, type Look, type Outcome } from '../../src/month/change/changeWorkbook.ts';
import { blocksOf, type Kept, type Request, type Sizes } from '../../src/month/change/locate.ts';
import { prepare } from '../../src/month/change/prepare.ts';

const BOOK = { sheets: [], names: [] };

interface State {
  readonly columns: Readonly<Record<string, readonly Value[]>>;
  readonly kept: Kept;
}

/** What of the host's steps fails: the first one of this number, or all from there on; before or after its work. */
interface Fault {
  readonly at: number;
  readonly forGood?: boolean;
  readonly after?: boolean;
}

/** A workbook of columns that writes at once, and fails where it is told to. */
class Columns implements ChangingHost<Look> {
  columns: Record<string, Value[]>;
  keeps: Kept = {};
  fault: Fault | undefined;
  count = 0;
  released = 0;
  readonly endIsSure: boolean;
  private readonly later: boolean;

  constructor(columns: Readonly<Record<string, readonly Value[]>>, later: boolean, endIsSure = later) {
    this.columns = Object.fromEntries(Object.entries(columns).map(([name, cells]) => [name, [...cells]]));
    this.later = later;
    this.endIsSure = endIsSure;
  }

  get state(): State {
    return structuredClone({ columns: this.columns, kept: this.keeps });
  }

  kept(): Later<Kept> {
    return this.step(() => this.keeps);
  }

  look(set: ChangeSet): Later<Look> {
    return this.step(() => {
      const read = (name: string) => this.columns[name];
      const prepared = prepare(set, read, BOOK);
      return { kept: this.keeps, prepared, read, blocks: new Map(), conflicts: [] };
    });
  }

  begin(noted: Kept): Later<void> {
    return this.step(() => this.keep(noted));
  }

  write({ prepared }: Look): Later<void> {
    return this.step(() => {
      for (const { name, row, values } of blocksOf(prepared.cells)) {
        const column = this.columns[name] ?? [];
        for (const [down, value] of values.entries()) column[row + down] = value;
      }
    });
  }

  takeOutRows(sizes: Sizes): Later<void> {
    return this.step(() => {
      for (const [name, size] of Object.entries(sizes)) this.columns[name]?.splice(size);
    });
  }

  end(after: Kept): Later<void> {
    return this.step(() => this.keep(after));
  }

  release(): Later<void> {
    this.released++;
    return undefined;
  }

  isRefused(reason: unknown): boolean {
    return String(reason).includes('refused');
  }

  now(): Later<{ kept: Kept; book: typeof BOOK }> {
    return this.step(() => ({ kept: this.keeps, book: BOOK }));
  }

  error(failure: string, problem: unknown): unknown {
    return new Error(failure, { cause: problem });
  }

  private keep(kept: Kept): void {
    this.keeps = structuredClone(kept);
  }

  private step<Value>(work: () => Value): Later<Value> {
    return this.later ? Promise.resolve().then(() => this.do(work)) : this.do(work);
  }

  private do<Value>(work: () => Value): Value {
    const number = this.count++;
    const { at, forGood, after } = this.fault ?? { at: Number.POSITIVE_INFINITY };
    const fails = number === at || (forGood && number > at);
    if (fails && !after) throw new Error(`step ${number} failed`);
    const value = work();
    if (fails) throw new Error(`step ${number} failed after its work`);
    return value;
  }
}

const COLUMNS = { T_Person: ['Ann', 'Ben', 'Cy'], T_Actual: [10, null, 30], H_Who: ['Ann', null], H_Sum: [1, null] };
const SET: ChangeSet = {
  id: 'month',
  title: { en: 'March', zh: '三月' },
  changes: [
    {
      kind: 'cells',
      name: 'T_Actual',
      keys: ['T_Person'],
      cells: [
        { row: 0, key: ['Ann'], before: 10, after: 11 },
        { row: 1, key: ['Ben'], before: null, after: 22 },
      ],
    },
    {
      kind: 'append',
      columns: ['H_Who', 'H_Sum'],
      rows: [
        ['Ben', 22],
        ['Cy', 33],
      ],
    },
  ],
};
const DONE = {
  T_Person: ['Ann', 'Ben', 'Cy'],
  T_Actual: [11, 22, 30],
  H_Who: ['Ann', 'Ben', 'Cy'],
  H_Sum: [1, 22, 33],
};
const apply: Request = { is: 'apply', set: SET };
/** As columns are that were given rows for nothing and have kept some. */
const trimmed = ({ columns }: State) =>
  Object.fromEntries(
    Object.entries(columns).map(([name, cells]) => [name, cells.filter(cell => (cell ?? '') !== '')] as const),
  );
const start = trimmed({ columns: COLUMNS, kept: {} });
const whole = trimmed({ columns: DONE, kept: {} });

const RUNS = { 'at once': false, later: true } as const;

describe.each(Object.entries(RUNS))('a workbook that answers %s', (_, later) => {
  const run = (request: Request, host: Columns): Promise<Outcome> =>
    later
      ? walkLater(changeWorkbook(request, host))
      : Promise.resolve().then(() => walkNow(changeWorkbook(request, host)));

  it('is changed, and changed back', async () => {
    const host = new Columns(COLUMNS, later);
    expect(await run(apply, host)).toEqual({ conflicts: [], cells: 6 });
    expect(host.state.columns).toEqual(DONE);
    expect(Object.keys(host.keeps)).toEqual(['undo']);
    expect(await run({ is: 'takeBack' }, host)).toMatchObject({ conflicts: [] });
    expect(trimmed(host.state)).toEqual(start);
    expect(host.keeps).toEqual({});
    expect(await run({ is: 'takeBack' }, host)).toEqual({ conflicts: [], cells: 0 });
  });

  it('is left alone where a figure has changed since, or nothing is left to do', async () => {
    const host = new Columns({ ...COLUMNS, T_Actual: [12, null, 30] }, later);
    const before = host.state;
    const { conflicts, cells } = await run(apply, host);
    expect([conflicts.length, cells]).toEqual([1, 0]);
    expect(host.state).toEqual(before);
    expect(await run({ is: 'apply', set: { ...SET, changes: [] } }, host)).toEqual({ conflicts: [], cells: 0 });
    expect(host.released).toBe(2);
  });

  it('is whole or as it was after any one failure, says which, and offers what it could not settle', async () => {
    for (const endIsSure of [true, false]) {
      for (const forGood of [false, true]) {
        for (const after of [false, true]) {
          const steps = new Columns(COLUMNS, later);
          await run(apply, steps);
          for (let at = 0; at < steps.count; at++) {
            const host = new Columns(COLUMNS, later, endIsSure);
            host.fault = { at, forGood, after };
            const said = await run(apply, host).then(
              () => 'done',
              (problem: Error) => problem.message,
            );
            const place = JSON.stringify({ endIsSure, forGood, after, at, said });
            const found = trimmed(host.state);
            host.fault = undefined;
            if (said === 'done') expect([found, host.keeps.open], place).toEqual([whole, undefined]);
            else if (host.keeps.open === undefined && said !== 'cutOff') expect(found, place).toEqual(start);
            else if (host.keeps.open === undefined) expect([start, whole], place).toContainEqual(found);
            else {
              const copy = new Columns(host.columns, later);
              copy.keeps = structuredClone(host.keeps);
              await run({ is: 'finish' }, copy);
              expect(trimmed(copy.state), place).toEqual(whole);
              await expect(run(apply, host), place).rejects.toThrow('failed');
              await run({ is: 'restore' }, host);
              expect([host.state.columns, host.keeps], place).toEqual([COLUMNS, {}]);
            }
          }
        }
      }
    }
  });

  it('gives way to another change that came between', async () => {
    const host = new Columns(COLUMNS, later);
    await run(apply, host);
    const look = host.look.bind(host);
    host.look = set => {
      host.keeps = {};
      return look(set);
    };
    await expect(run({ is: 'takeBack' }, host)).rejects.toThrow('busy');
    expect([host.state.columns, host.released]).toEqual([DONE, 1]);
  });

  it('is not touched again where the host refuses everything at once', async () => {
    const host = new Columns(COLUMNS, later);
    host.begin = () => {
      throw new Error('refused');
    };
    await expect(run(apply, host)).rejects.toThrow('failed');
    expect([host.state, host.count]).toEqual([{ columns: COLUMNS, kept: {} }, 1]);
  });
});
