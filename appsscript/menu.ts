import { languageOf } from '../src/kernel/text.ts';

const title = { en: 'Sales KPI', zh: '销售KPI' };
const open = { en: 'Open the sidebar', zh: '打开侧边栏' };

/** Where the sidebar's page finds the language of the account; the browser's own may be another. */
const LANGUAGE_SLOT = 'data-language=""';

export function onOpen(): void {
  const language = languageOf(accountLocale());
  const ui = SpreadsheetApp.getUi();
  // The add-on's submenu under Extensions is where Google wants it; nobody who bound the script to a sheet looks there.
  ui.createAddonMenu().addItem(open[language], 'showSidebar').addToUi();
  ui.createMenu(title[language]).addItem(open[language], 'showSidebar').addToUi();
}

export function onInstall(): void {
  onOpen();
}

export function showSidebar(): void {
  const locale = accountLocale();
  const page = HtmlService.createHtmlOutputFromFile('Sidebar').getContent();
  const tag = locale.replaceAll('_', '-').replace(/[^\w-]/g, '');
  const output = HtmlService.createHtmlOutput(page.replace(LANGUAGE_SLOT, `data-language="${tag}"`));
  SpreadsheetApp.getUi().showSidebar(output.setTitle(title[languageOf(locale)]));
}

function accountLocale(): string {
  return Session.getActiveUserLocale();
}
