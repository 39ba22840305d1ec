import { languageOf, say } from '../src/kernel/text.ts';

/** Put in by the bundler: whether the script is published as an add-on, or bound to a spreadsheet. */
declare const ADD_ON: boolean;

const title = say('Sales KPI', '销售KPI');
const open = say('Open the sidebar', '打开侧边栏');

/** Where the sidebar's page finds the language of the account; the browser's own may be another. */
const LANGUAGE_SLOT = 'data-language=""';

/** Nobody but an add-on is called before its user has given leave. */
export function onOpen(event?: { readonly authMode?: unknown }): void {
  makeMenu(ADD_ON || String(event?.authMode) === 'NONE');
}

/** Only add-ons are installed. */
export function onInstall(): void {
  makeMenu(true);
}

/**
 * An add-on has its submenu under Extensions, and a menu of its own would move there, too; who has bound the script to
 * a spreadsheet does not look there. https://developers.google.com/workspace/add-ons/concepts/menus
 */
function makeMenu(isAddOn: boolean): void {
  const language = languageOf(accountLocale());
  const ui = SpreadsheetApp.getUi();
  const menu = isAddOn ? ui.createAddonMenu() : ui.createMenu(title[language]);
  menu.addItem(open[language], 'showSidebar').addToUi();
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
