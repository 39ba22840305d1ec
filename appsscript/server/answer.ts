import type { PortReason } from '../../src/port/port.ts';

/**
 * What a server call sends back. Of an error that is thrown, google.script.run hands over the sentence only, in
 * the account's language; a reason has to travel as a value.
 */
export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: PortReason; readonly code: string };

/** A refusal whose reason is known. */
export class Refusal extends Error {
  readonly reason: PortReason;

  constructor(reason: PortReason, code: string) {
    super(code);
    this.reason = reason;
  }
}

export function answer<Value>(work: () => Value): Answer<Value> {
  try {
    return { ok: true, value: work() };
  } catch (problem) {
    const code = messageOf(problem);
    return { ok: false, reason: problem instanceof Refusal ? problem.reason : reasonIn(code), code };
  }
}

/** What a service throws is not always an Error of the script's own kind. */
function messageOf(problem: unknown): string {
  const { message }: { message?: unknown } = Object(problem);
  return typeof message === 'string' ? message : String(problem);
}

/** Google words its refusals in the account's language; the two of this product are told apart. */
function reasonIn(message: string): PortReason {
  if (/protected|保护/i.test(message)) return 'protected';
  if (/permission|authori[sz]|权限|授权/i.test(message)) return 'permission';
  return 'failed';
}
