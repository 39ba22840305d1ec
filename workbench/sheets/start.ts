import { catalogue } from '../../src/functions/catalogue.gen.ts';
import type { Language } from '../../src/kernel/text.ts';
import type { Book } from '../book/book.ts';
import { frameRealm, sidebarFrame } from './frame.ts';
import { SheetsHost } from './host.ts';
import type { Menu } from './services.ts';

export interface SheetsStartOptions {
  readonly book: Book;
  readonly language: Language;
  /** Where the sidebar appears. */
  readonly place: HTMLElement;
  /** Folder of the built files, such as "/sheets/". */
  readonly base: string;
}

export interface Started {
  readonly host: SheetsHost;
  /** The menus that the script made for this account. */
  readonly menus: readonly Menu[];
  /** Runs a menu item's function, as a click on it does. */
  run(functionName: string): void;
}

/** Opens the spreadsheet in Google Sheets' clothes: the built script and its sidebar over this book. */
export async function startSheets({ book, language, place, base }: SheetsStartOptions): Promise<Started> {
  const files = ['Code.js', 'Server.js', 'Sidebar.html'].map(name => fetchText(`${base}${name}`));
  const [code, server, sidebar] = await Promise.all(files);
  const menus: Menu[] = [];
  const host: SheetsHost = new SheetsHost({
    book,
    catalogue,
    settings: {
      locale: language === 'zh' ? 'zh_CN' : 'en_US',
      accountLocale: language === 'zh' ? 'zh-CN' : 'en',
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    },
    stage: {
      pages: { Sidebar: sidebar ?? '' },
      onMenu: menu => menus.push(menu),
      onSidebar: (html, title) => {
        sidebarFrame(place, html, title, host.google());
      },
    },
    realm: services => frameRealm(`${code}\n${server}`, services),
  });
  host.open();
  return { host, menus, run: name => host.realm.call(name, []) };
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response.text();
}
