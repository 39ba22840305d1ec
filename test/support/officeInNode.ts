import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';
import type { PanelPort } from '../../src/panel/port.ts';
import type { Book } from '../../workbench/book/book.ts';
import { createHeadlessBook } from '../../workbench/book/headless.ts';
import type { FunctionMetadata, Platform } from '../../workbench/excel/customFunctions.ts';
import { ExcelHost } from '../../workbench/excel/host.ts';
import type { RequestBody } from '../../workbench/excel/protocol.ts';
import { NOTES_SHIM } from './notesShim.ts';

export interface OfficeInNode {
  readonly book: Book;
  readonly host: ExcelHost;
  readonly port: PanelPort;
}

interface Options {
  readonly language?: string;
  readonly platform?: Platform;
  /** The newest requirement set of ExcelApi that this Excel has. */
  readonly excelApi?: string;
  /** Without custom functions, which may ask the workbook which cells are blank: for counting round trips. */
  readonly functions?: boolean;
  /** A client library that has notes, as the newest ones do. */
  readonly notes?: boolean;
}

interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?(text: string): void;
}

/**
 * Microsoft's own client library in plain Node, speaking its protocol to our host over a headless book; the add-in's
 * modules run against it. The library keeps itself in globals, so there is one at a time.
 */
export async function officeInNode({
  language = 'en-US',
  platform = 'web',
  excelApi = '1.16',
  functions = true,
  notes = false,
}: Options = {}): Promise<OfficeInNode> {
  const book = createHeadlessBook(language.startsWith('zh') ? 'zh' : 'en');
  const host = new ExcelHost(book);
  host.functions.platform = platform;
  const library = loadLibrary(language, excelApi, notes);
  library.OfficeExtension.HostBridge.init(bridgeTo(host));
  Object.assign(globalThis, library);
  const { excelFunctions } = await import('../../addin/functions/run.ts');
  const { catalogue } = await import('../../src/functions/catalogue.gen.ts');
  for (const [name, run] of excelFunctions(catalogue)) library.CustomFunctions.associate(name, run);
  const { functionsMetadata } = await import('../../addin/metadata.ts');
  const metadata = functionsMetadata(language.startsWith('zh') ? 'zh' : 'en').functions as readonly FunctionMetadata[];
  if (functions) host.functions.register('KPI', metadata);
  const { excelPort } = await import('../../addin/excelPort.ts');
  return { book, host, port: excelPort() };
}

function bridgeTo(host: ExcelHost): Bridge {
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

interface Library {
  readonly OfficeExtension: { readonly HostBridge: { init(bridge: Bridge): void } };
  readonly CustomFunctions: { associate(name: string, run: (...given: unknown[]) => unknown): void };
}

function loadLibrary(language: string, excelApi: string, notes: boolean): Library {
  const context = vm.createContext(browserLike());
  vm.runInContext(LOADER, context);
  const dist = createRequire(import.meta.url).resolve('@microsoft/office-js/dist/excel-web-16.00.js');
  vm.runInContext(readFileSync(dist, 'utf8'), context, { filename: dist });
  if (notes) vm.runInContext(NOTES_SHIM, context);
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
    setTimeout,
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
