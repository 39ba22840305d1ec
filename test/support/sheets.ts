import vm from 'node:vm';
import { bundleScript } from '../../scripts/build/sheets.ts';
import { catalogue } from '../../src/functions/catalogue.gen.ts';
import type { Book } from '../../workbench/book/book.ts';
import { createHeadlessBook } from '../../workbench/book/headless.ts';
import { type Realm, SheetsHost } from '../../workbench/sheets/host.ts';
import type { Menu, Services } from '../../workbench/sheets/services.ts';
import type { Settings } from '../../workbench/sheets/sheetState.ts';

/** The script as it is pushed to Google, bundled once. */
let built: Promise<string> | undefined;

export function builtCode(): Promise<string> {
  built ??= bundleScript();
  return built;
}

/** A context that has ECMAScript and nothing else, as Apps Script does beside its services. */
export function bareRealm(code: string, services: Partial<Services> = {}): Realm & { readonly globals: vm.Context } {
  const globals = vm.createContext(Object.create(null));
  Object.assign(globals, services);
  new vm.Script(code, { filename: 'script.js' }).runInContext(globals);
  return {
    globals,
    has: name => typeof globals[name] === 'function',
    call: (name, args) => Reflect.apply(globals[name], undefined, args),
  };
}

export interface Played {
  readonly host: SheetsHost;
  readonly book: Book;
  readonly menus: Menu[];
  /** Every call into the script: its name and its arguments. */
  readonly scriptCalls: (readonly [name: string, args: readonly unknown[]])[];
  readonly sidebars: { readonly html: string; readonly title: string }[];
}

/** Google Sheets without a screen: the built script over a headless book. */
export async function playSheets(
  settings: Partial<Settings> = {},
  published?: string,
  book = createHeadlessBook('en', 'Sheet1'),
): Promise<Played> {
  const code = published ?? (await builtCode());
  const menus: Menu[] = [];
  const sidebars: Played['sidebars'] = [];
  const scriptCalls: Played['scriptCalls'] = [];
  const host = new SheetsHost({
    book,
    catalogue,
    settings: { locale: 'en_US', timeZone: 'Asia/Shanghai', accountLocale: 'en', ...settings },
    stage: {
      pages: { Sidebar: '<div id="panel" data-language=""></div>' },
      onMenu: menu => menus.push(menu),
      onSidebar: (html, title) => sidebars.push({ html, title }),
    },
    realm: services => {
      const realm = bareRealm(code, services);
      return {
        ...realm,
        call: (name, args) => {
          scriptCalls.push([name, args]);
          return realm.call(name, args);
        },
      };
    },
  });
  return { host, book, menus, scriptCalls, sidebars };
}
