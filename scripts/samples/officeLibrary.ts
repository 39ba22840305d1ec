import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import type { ExcelHost } from '../../workbench/excel/host.ts';
import type { RequestBody } from '../../workbench/excel/protocol.ts';

interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?(text: string): void;
}

/** How Microsoft's client library and the played host talk in one process. */
export function bridgeTo(host: ExcelHost): Bridge {
  const bridge: Bridge = {
    sendMessageToHost(text) {
      const { id, type, message } = JSON.parse(text) as {
        id: number;
        type: number;
        message: { body: string | RequestBody };
      };
      const body = typeof message.body === 'string' ? (JSON.parse(message.body) as RequestBody) : message.body;
      void host.process(body).then(reply => {
        const answer = { statusCode: 200, headers: {}, body: JSON.stringify(reply) };
        bridge.onMessageFromHost?.(JSON.stringify({ id, type, controlId: '', message: answer }));
      });
    },
  };
  host.push = entries => bridge.onMessageFromHost?.(JSON.stringify({ type: 3, controlId: '', message: { entries } }));
  return bridge;
}

export interface Library {
  readonly Excel: object;
  readonly Office: object;
  readonly OfficeExtension: { readonly HostBridge: { init(bridge: Bridge): void } };
  readonly CustomFunctions: { associate(name: string, run: (...given: unknown[]) => unknown): void };
}

/**
 * Microsoft's client library, unmodified, in a context of its own. It keeps itself in globals there. `more` is a script
 * that adds what newer ones have.
 */
export function loadLibrary(language: string, excelApi: string, more = ''): Library {
  const context = vm.createContext(browserLike());
  vm.runInContext(LOADER, context);
  const dist = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-web-16.00.js');
  vm.runInContext(readFileSync(dist, 'utf8'), context, { filename: dist });
  vm.runInContext(more, context);
  const known = Number(excelApi.split('.')[1]);
  const requirements = {
    isSetSupported: (set: string, version: string) => set !== 'ExcelApi' || Number(version.split('.')[1]) <= known,
  };
  const Office: unknown = Object.create(context.Office, {
    context: { value: { displayLanguage: language, requirements } },
  });
  const { Excel, OfficeExtension, CustomFunctions } = context;
  return { Excel, Office, OfficeExtension, CustomFunctions } as unknown as Library;
}

/** What office.js, the loader, defines before it loads the library for Excel. */
const LOADER = `
  OfficeExt = {};
  OfficeExt.Association = class {
    constructor() { this.mappings = {}; this.watchers = []; }
    onchange(watcher) { this.watchers.push(watcher); }
    associate(name, run) { this.mappings[String(name).toUpperCase()] = run; for (const watcher of this.watchers) watcher(); }
  };
  CustomFunctionMappings = {};
  CustomFunctions = { _association: new OfficeExt.Association() };
  CustomFunctions.associate = (name, run) => CustomFunctions._association.associate(name, run);
  Microsoft = { Office: { WebExtension: {} } };
  Office = Microsoft.Office.WebExtension;
  Office.actions = { _association: new OfficeExt.Association() };
`;

/**
 * How much faster this window's timers run. The library spares Excel's process: it gathers results of functions for
 * 50 ms, and then tells the host no more of them for half a second.
 */
const HURRY = 100;

function browserLike(): vm.Context {
  const element = () => ({
    style: {},
    setAttribute() {},
    appendChild() {},
    addEventListener() {},
    getAttribute: () => null,
  });
  const window: Record<string, unknown> = {
    console,
    setTimeout: (run: () => void, milliseconds = 0) => setTimeout(run, milliseconds / HURRY),
    clearTimeout,
    setInterval,
    clearInterval,
    Promise,
    URL,
    performance,
    location: {
      href: 'https://localhost/',
      search: '',
      hash: '',
      origin: 'https://localhost',
      host: 'localhost',
      protocol: 'https:',
    },
    navigator: { userAgent: 'node', language: 'en-US' },
    addEventListener() {},
    removeEventListener() {},
    postMessage() {},
    name: '',
    document: {
      readyState: 'complete',
      addEventListener() {},
      getElementsByTagName: () => [],
      getElementById: () => null,
      createElement: element,
      head: element(),
      body: element(),
      documentElement: element(),
      URL: 'https://localhost/',
      cookie: '',
    },
  };
  Object.assign(window, { window, self: window, top: window, parent: window });
  return window;
}
