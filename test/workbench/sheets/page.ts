import type { Language } from '../../../src/kernel/text.ts';
import type { Book } from '../../../workbench/book/book.ts';
import { createBrowserBook } from '../../../workbench/book/browser.ts';
import { type Started, startSheets } from '../../../workbench/sheets/start.ts';

declare global {
  interface Window {
    sheets: Started;
    book: Book;
  }
}

const language: Language = new URLSearchParams(location.search).get('lang') === 'zh-CN' ? 'zh' : 'en';
const place = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id}`);
  return found;
};
window.book = createBrowserBook({ container: place('grid'), language, dark: false, firstSheet: 'Sheet1' });
window.sheets = await startSheets({ book: window.book, language, place: place('side'), base: '/sheets/' });
window.sheets.run('showSidebar');
