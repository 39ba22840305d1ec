/// <reference types="google-apps-script" />

/** The members of a service's type that the workbench plays; the compiler checks their names and arguments. */
export type Members<Service> = {
  readonly [Name in keyof Service]?: Service[Name] extends (...args: infer Arguments) => unknown
    ? (...args: Arguments) => unknown
    : unknown;
};

/** Every call that a script makes on a service, each of which is a round trip to the server in Google Sheets. */
export class CallLedger {
  readonly calls: string[] = [];
  /** What a script has asked for and was not there. */
  readonly missing = new Set<string>();
  /** May throw in a call's stead, as a server does. */
  before: ((call: string, index: number) => void) | undefined;
  /** What the server has refused of writes that wait for it. */
  readonly #refused: unknown[] = [];

  note(call: string): void {
    this.calls.push(call);
    this.before?.(call, this.calls.length - 1);
    if (SENDS.test(call)) this.send();
  }

  /** Whether the server has refused a write already; it does not come to those after it. */
  get hasRefused(): boolean {
    return this.#refused.length > 0;
  }

  /** Writes are queued: a script hears of a refusal when it waits for the server. */
  refuse(problem: unknown): void {
    this.#refused.push(problem);
  }

  /** A script that failed has nothing more to hear. */
  forget(): void {
    this.#refused.length = 0;
  }

  /** Waits for the server. */
  send(): void {
    const [problem] = this.#refused.splice(0);
    if (problem !== undefined) throw problem;
  }
}

/** What a script cannot be answered before everything that is queued was written. */
const SENDS =
  /^(?:SpreadsheetApp\.flush|Range\.(?:get\w*(?:Values?|Formulas?|Notes?)|isBlank)|Sheet\.(?:getDataRange|getLast\w+|copyTo)|Spreadsheet\.getSheets)$/;

/** A service that knows only what it was given: anything else fails at once instead of being undefined. */
export function strict<Service>(type: string, ledger: CallLedger, members: Members<Service>): Service {
  const proxy = new Proxy(members, {
    get(target, name) {
      if (typeof name === 'symbol') return undefined;
      if (!Object.hasOwn(target, name)) {
        ledger.missing.add(`${type}.${name}`);
        throw new TypeError(`${type}.${name} is not played by the workbench`);
      }
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]): unknown => {
        ledger.note(`${type}.${name}`);
        return Reflect.apply(member, proxy, args);
      };
    },
    set(_target, name) {
      throw new TypeError(`${type}.${String(name)} cannot be set`);
    },
  });
  // What is missing throws when it is asked for, so the whole type is honoured or refused aloud.
  return proxy as unknown as Service;
}
