import { setTimeout as wait } from 'node:timers/promises';
import vm from 'node:vm';
import { createHeadlessBook } from '../../workbench/book/headless.ts';
import { ExcelHost } from '../../workbench/excel/host.ts';
import { bridgeTo, type Library, loadLibrary } from './officeLibrary.ts';
import type { Verdict } from './playSheet.ts';
import type { Snippet } from './snippet.ts';

export interface Press extends Snippet {
  /** Ids of the buttons that are pressed one after the other; the verdict is on the last one. */
  readonly press: readonly string[];
  /** What it has to say, line by line. */
  readonly says?: readonly string[] | undefined;
}

/** What a snippet said on the console, beside the verdict. */
export type Played = Verdict & { readonly said: readonly string[] };

const NEWEST = 16;
/** One of them writes ten thousand cells one by one. */
const LONGEST_WAIT = 300_000;

let library: Library | undefined;

const office = (): Library => {
  library ??= loadLibrary('en-US', `1.${NEWEST}`);
  return library;
};

/** The ids of a snippet's buttons, in its own order; those as far as it gets, if it fails. */
export function buttonsOf({ code }: Snippet): string[] {
  const handlers = new Map<string, Handler>();
  try {
    new vm.Script(code).runInContext(scopeOf(handlers, []));
  } catch {
    // Whoever plays it hears of that.
  }
  return [...handlers.keys()];
}

/** Presses buttons of a snippet over a workbook of its own. */
export async function play(sample: Press): Promise<Played> {
  const { code, press } = sample;
  const book = createHeadlessBook('en', 'Sheet1');
  const missing = new Set<string>();
  const host = new ExcelHost(book);
  const answer = host.process.bind(host);
  let busy = 0;
  host.process = async body => {
    busy++;
    const reply = await answer(body);
    setTimeout(() => busy--);
    const { Code = '', Message = '' } = reply.Error ?? {};
    if (Code === 'NotImplemented') missing.add(Message);
    if (Code === 'ApiNotFound') missing.add(Message.replace(/^.*could not be found:/, 'there is no'));
    return reply;
  };
  office().OfficeExtension.HostBridge.init(bridgeTo(host));
  const handlers = new Map<string, Handler>();
  const said: Said[] = [];
  // Some do not wait for what they have begun.
  const fail = (thrown: unknown): void => {
    said.push({ text: String(thrown), isError: true });
  };
  process.on('unhandledRejection', fail);
  try {
    let problem: unknown;
    try {
      new vm.Script(code).runInContext(scopeOf(handlers, said));
      for (const id of press) {
        said.length = 0;
        await inTime(handlers.get(id)?.({ target: {} }));
        do await wait(10);
        while (busy > 0);
      }
    } catch (thrown) {
      problem = thrown;
    }
    problem ??= said.find(({ isError }) => isError)?.text;
    const lines = said.map(({ text }) => text);
    return { ...verdict(missing, problem, sample, lines), said: lines };
  } finally {
    process.off('unhandledRejection', fail);
    book.dispose();
  }
}

function verdict(
  missing: ReadonlySet<string>,
  problem: unknown,
  { code, api, says }: Press,
  said: readonly string[],
): Verdict {
  if (missing.size > 0) return { is: 'refused', why: [...missing].join(', ') };
  const text = problem === undefined ? '' : String(problem);
  const unknown = /(\w+) is not defined/.exec(text)?.[1] ?? /(document\.\w+) is not a function/.exec(text)?.[1];
  const absent = unknown ?? (problem === undefined ? undefined : absentIn(code));
  if (absent) return { is: 'refused', why: `there is no ${absent}` };
  if (problem !== undefined && api > NEWEST) return { is: 'refused', why: `needs more than ExcelApi 1.${NEWEST}` };
  if (problem !== undefined) return { is: 'different', why: text };
  if (says && JSON.stringify(said) !== JSON.stringify(says))
    return { is: 'different', why: `said ${JSON.stringify(said)}` };
  return { is: 'passed', why: '' };
}

/** What a snippet names that the client library on npm does not have. */
function absentIn(code: string): string | undefined {
  const names = [...code.matchAll(/\bExcel\.(\w+)/g)].map(([, name = '']) => name);
  const absent = names.find(name => !(name in office().Excel));
  return absent && `Excel.${absent}`;
}

type Handler = (event: object) => unknown;

interface Said {
  readonly text: string;
  readonly isError?: boolean;
}

async function inTime(work: unknown): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('did not end')), LONGEST_WAIT);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What a snippet finds around itself: a page that remembers which button does what, and nothing else. */
function scopeOf(handlers: Map<string, Handler>, said: Said[]): vm.Context {
  const element = (id: string): object => ({
    value: '',
    style: {},
    setAttribute: quiet,
    focus: quiet,
    appendChild: quiet,
    addEventListener: (_: string, handler: Handler) => handlers.set(id, handler),
    on: (_: string, handler: Handler) => handlers.set(id, handler),
    click: (handler: Handler) => handlers.set(id, handler),
  });
  const say =
    (isError: boolean) =>
    (...given: readonly unknown[]) => {
      said.push({ text: given.map(told).join(' '), ...(isError && { isError }) });
    };
  return vm.createContext({
    ...office(),
    $: (query: string) => element(query.replace(/^#/, '')),
    document: { getElementById: element, createElement: element },
    console: { log: say(false), info: say(false), warn: say(false), error: say(true) },
    setTimeout,
  });
}

const quiet = (): void => undefined;

function told(value: unknown): string {
  return typeof value === 'object' && value !== null && !('stack' in value) ? JSON.stringify(value) : String(value);
}
