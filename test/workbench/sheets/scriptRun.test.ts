import vm from 'node:vm';
import { describe, expect, it } from 'vitest';
import { copyLegal, scriptRun } from '../../../workbench/sheets/scriptRun.ts';

interface Run {
  withSuccessHandler(handler: (value: unknown, userObject: unknown) => void): Run;
  withFailureHandler(handler: (problem: Error, userObject: unknown) => void): Run;
  withUserObject(userObject: unknown): Run;
  readonly work: (...args: readonly unknown[]) => void;
  readonly unknown?: unknown;
  readonly private_?: unknown;
}

const run = (call: (name: string, args: readonly unknown[]) => unknown): Run =>
  scriptRun(call, name => name !== 'unknown') as Run;

const settled = (work: (run: Run) => void, call: (name: string, args: readonly unknown[]) => unknown) =>
  new Promise<{ value?: unknown; problem?: Error; userObject: unknown }>(resolve => {
    const handlers = run(call)
      .withSuccessHandler((value, userObject) => resolve({ value, userObject }))
      .withFailureHandler((problem, userObject) => resolve({ problem, userObject }))
      .withUserObject('mine');
    work(handlers);
  });

describe('scriptRun', () => {
  it('run.name(…) answers later, with a copy', async () => {
    const sent = { list: [1, 'two', true, null], missing: undefined };
    let received: unknown;
    let answered = false;
    const done = settled(
      on => on.work(sent),
      (name, args) => {
        received = [name, args];
        return sent.list;
      },
    ).then(result => {
      answered = true;
      return result;
    });
    expect(answered).toBe(false);
    const { value, userObject } = await done;
    expect(received).toEqual(['work', [{ list: [1, 'two', true, null] }]]);
    expect(value).toEqual(sent.list);
    expect(value).not.toBe(sent.list);
    expect(userObject).toBe('mine');
  });

  it('run.name(…) hands over the sentence of an error, and nothing else of it', async () => {
    const { problem } = await settled(
      on => on.work(),
      () => {
        throw Object.assign(new RangeError('no room'), { code: 7 });
      },
    );
    expect(problem).toMatchObject({ name: 'ScriptError', message: 'no room' });
    expect(problem).not.toHaveProperty('code');
  });

  it('run.name(…) fails when what comes back is no plain data', async () => {
    const { problem } = await settled(
      on => on.work(),
      () => ({ when: new Date(0) }),
    );
    expect(problem?.message).toBe('Failed due to illegal value in property: result.when');
  });

  it('run knows neither private functions nor unknown ones', () => {
    const on = run(() => null);
    expect(on.unknown).toBeUndefined();
    expect(on.private_).toBeUndefined();
  });

  it('copyLegal() takes plain data of another realm, and refuses the rest', () => {
    expect(copyLegal(vm.runInNewContext('({a: [{b: 1}]})'), 'x')).toEqual({ a: [{ b: 1 }] });
    expect(copyLegal([undefined, Number.NaN], 'x')).toEqual([null, null]);
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    for (const value of [new Date(), () => 1, /x/, new Map(), Symbol('x'), 1n, new Error('x'), circle]) {
      expect(() => copyLegal({ value }, 'x')).toThrow('illegal value in property: x.value');
    }
  });
});
