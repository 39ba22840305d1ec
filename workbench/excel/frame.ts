import { addAll } from '../../src/kernel/lists.ts';
import type { PushEntry } from './customFunctions.ts';
import type { ExcelHost } from './host.ts';
import type { RequestBody } from './protocol.ts';

export interface FrameOptions {
  readonly host: ExcelHost;
  /** Where the task pane appears. */
  readonly place: HTMLElement;
  /** The address of the add-in's page. */
  readonly src: string;
  /** Excel's display language, such as zh-CN. */
  readonly language: string;
}

/** What office.js sends to the page around it. */
interface Message {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _actionType: number;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data?: { readonly DdaMethod?: { readonly DispatchId: number }; readonly ArrayData?: readonly unknown[] };
}

const REQUEST = 0;
const REGISTER = 1;
const RICH_API = 93;
/** Where the body of the Rich API's request stands in the message. */
const BODY = 4;
const SHARED_RUNTIME = 1;
const CUSTOM_FUNCTIONS = 2;

/** The requirement sets that the client library in the npm package knows. */
const REQUIREMENTS = {
  ExcelApi: '1.16',
  CustomFunctionsRuntime: '1.3',
  CustomFunctions: '1.9',
  SharedRuntime: '1.1',
  RichApiRuntime: '1.2',
};

/**
 * Excel on the web around the add-in's own page: the iframe gets the name that tells office.js who is there, and
 * the two talk by postMessage. Nothing of office.js is replaced.
 */
export function openTaskPane({ host, place, src, language }: FrameOptions): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.title = 'Sales KPI';
  frame.name = JSON.stringify({
    hostInfo: `Excel|Web|16.01|${language}|correlation|||${SHARED_RUNTIME | CUSTOM_FUNCTIONS}`,
    xdmInfo: `conversation|pane|${location.origin}|x|y`,
    serializerVersion: '1',
    flights: '[]',
  });
  frame.src = src;

  let listener: Message | undefined;
  const answer = (message: Message, event: boolean, data: unknown): void => {
    const reply = {
      _messageType: 1,
      _actionName: message._actionName,
      _conversationId: message._conversationId,
      _correlationId: message._correlationId,
      _origin: location.origin,
      _errorCode: 0,
      _responseType: event ? 1 : 0,
      _data: data,
      _serializerVersion: 1,
    };
    frame.contentWindow?.postMessage(JSON.stringify(reply), location.origin);
  };
  // The page takes a while to load; formulas that are calculated before that are busy until then.
  let held: PushEntry[] | undefined = [];
  host.push = entries => {
    if (held) addAll(held, entries);
    else if (listener) answer(listener, true, { ArrayData: entries });
  };
  host.functions.onReady = () => {
    const waiting = held ?? [];
    held = undefined;
    if (waiting.length > 0) host.push(waiting);
  };

  const receive = async (message: Message): Promise<void> => {
    if (message._actionName === 'ContextActivationManager_getAppContextAsync')
      answer(message, false, appContext(language));
    else if (message._actionType === REGISTER) {
      if (message._actionName === 'richApiMessage') listener = message;
      answer(message, false, { Error: 0 });
    } else if (message._data?.DdaMethod?.DispatchId === RICH_API) {
      const body = JSON.parse(String(message._data.ArrayData?.[BODY])) as RequestBody;
      const reply = await host.process(body);
      answer(message, false, { Version: 1, Error: 0, Data: [200, [], JSON.stringify(reply)] });
    } else if (message._actionName === 'ContextActivationManager_notifyHost') {
      const exit = EXITS.get(notified(message));
      if (exit) focusBeside(frame, exit);
    } else answer(message, false, { Version: 1, Error: 0 });
  };
  addEventListener('message', event => {
    const message = event.source === frame.contentWindow ? messageIn(event.data) : undefined;
    if (message?._messageType === REQUEST) void receive(message);
  });
  place.replaceChildren(frame);
  return frame;
}

/** Where the focus goes that the pane gives back, by the number of the action: Tab and Shift+Tab. */
const EXITS: ReadonlyMap<unknown, 'next' | 'previous'> = new Map([
  [13, 'next'],
  [14, 'previous'],
]);

function notified({ _data }: Message): unknown {
  return Array.isArray(_data) ? _data[1] : undefined;
}

/** What comes after the pane on the page, or before it; around its end where there is nothing more. */
function focusBeside(frame: HTMLIFrameElement, where: 'next' | 'previous'): void {
  const stops = [
    ...frame.ownerDocument.querySelectorAll<HTMLElement>('a[href], button:not(:disabled), input, select, iframe'),
  ].filter(stop => stop === frame || (stop.tabIndex >= 0 && stop.getClientRects().length > 0));
  const place = stops.indexOf(frame);
  stops.at((place + (where === 'next' ? 1 : -1)) % stops.length)?.focus();
}

function messageIn(data: unknown): Message | undefined {
  try {
    return JSON.parse(String(data)) as Message;
  } catch {
    return undefined;
  }
}

function appContext(language: string): object {
  return {
    _id: 'pane',
    _appName: 16,
    _appVersion: '16.01',
    _appUILocale: language,
    _dataLocale: language,
    _docUrl: '',
    _clientMode: 0,
    _settings: [],
    _reason: 1,
    _osfControlType: 1,
    _eToken: '',
    _correlationId: 'correlation',
    _appInstanceId: 'pane',
    _appMinorVersion: 1,
    _hostFullVersion: '16.0.20000.1',
    _initialDisplayMode: 1,
    _requirementMatrix: JSON.stringify(REQUIREMENTS),
  };
}
