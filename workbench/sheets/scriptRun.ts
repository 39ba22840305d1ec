/** Calls a top-level function of the script in its own realm. */
export type CallScript = (name: string, args: readonly unknown[]) => unknown;

type Handler = (value: unknown, userObject: unknown) => void;

/**
 * google.script.run: calls are asynchronous, answers are copies, and only plain data goes through.
 * Functions whose name ends in "_" are private.
 */
export function scriptRun(call: CallScript, known: (name: string) => boolean): unknown {
  return runner(call, known, { success: () => undefined, failure: () => undefined, userObject: undefined });
}

interface Handlers {
  readonly success: Handler;
  readonly failure: Handler;
  readonly userObject: unknown;
}

function runner(call: CallScript, known: (name: string) => boolean, handlers: Handlers): unknown {
  const withHandlers = (change: Partial<Handlers>): unknown => runner(call, known, { ...handlers, ...change });
  const builders: Record<string, (value: never) => unknown> = {
    withSuccessHandler: (success: Handler) => withHandlers({ success }),
    withFailureHandler: (failure: Handler) => withHandlers({ failure }),
    withUserObject: (userObject: unknown) => withHandlers({ userObject }),
  };
  return new Proxy(builders, {
    get(target, name) {
      if (typeof name !== 'string') return undefined;
      if (Object.hasOwn(target, name)) return target[name];
      if (!known(name) || name.endsWith('_')) return undefined;
      return (...args: readonly unknown[]): void => {
        const sent = args.map((argument, index) => copyLegal(argument, `argument ${index + 1}`));
        setTimeout(() => settle(() => copyLegal(call(name, sent), 'result'), handlers));
      };
    },
  });
}

function settle(work: () => unknown, { success, failure, userObject }: Handlers): void {
  let value: unknown;
  try {
    value = work();
  } catch (problem) {
    // Of an error, only its sentence comes over.
    const told = new Error(messageOf(problem));
    told.name = 'ScriptError';
    failure(told, userObject);
    return;
  }
  success(value, userObject);
}

function messageOf(problem: unknown): string {
  const { message } = Object(problem) as { message?: unknown };
  return typeof message === 'string' ? message : String(problem);
}

/** A copy of plain data; anything else makes the call fail, as it does in Google Sheets. */
export function copyLegal(value: unknown, path: string, above: readonly object[] = []): unknown {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value !== 'object') throw illegal(path);
  if (above.includes(value)) throw illegal(path);
  const inside = [...above, value];
  if (Array.isArray(value)) return value.map((item, index) => copyLegal(item, `${path}[${index}]`, inside));
  // The prototype of an object of another realm is that realm's, and has no prototype of its own either.
  const prototype: unknown = Object.getPrototypeOf(value);
  const plain = prototype === null || Object.getPrototypeOf(prototype) === null;
  if (!plain || Object.prototype.toString.call(value) !== '[object Object]') throw illegal(path);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [key, copyLegal(item, `${path}.${key}`, inside)]));
}

function illegal(path: string): TypeError {
  return new TypeError(`Failed due to illegal value in property: ${path}`);
}
