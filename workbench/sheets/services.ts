import { newConditionalFormatRule } from './conditionalFormat.ts';
import type { SheetState } from './sheetState.ts';
import { spreadsheetOf } from './spreadsheet.ts';
import { strict } from './strict.ts';
import { newDataValidation } from './validation.ts';

/** The globals that Apps Script gives to a script, as far as ours uses them. */
export interface Services {
  readonly SpreadsheetApp: GoogleAppsScript.Spreadsheet.SpreadsheetApp;
  readonly HtmlService: GoogleAppsScript.HTML.HtmlService;
  readonly LockService: GoogleAppsScript.Lock.LockService;
  readonly Session: GoogleAppsScript.Base.Session;
  readonly Utilities: GoogleAppsScript.Utilities.Utilities;
  readonly PropertiesService: GoogleAppsScript.Properties.PropertiesService;
}

/** What a script shows beside the sheet. */
export interface ScriptStage {
  /** The project's other files, by name without ending. */
  readonly pages: Readonly<Record<string, string>>;
  onMenu(menu: Menu): void;
  onSidebar(html: string, title: string): void;
}

export interface Menu {
  readonly title: string;
  /** Under Extensions, with the add-on's name. */
  readonly isAddOn: boolean;
  readonly items: readonly { readonly label: string; readonly functionName: string }[];
}

export function servicesOf(state: SheetState, stage: ScriptStage): Services {
  const { ledger, settings } = state;
  const spreadsheet = spreadsheetOf(state, menu => stage.onMenu(menu));
  const ui = uiOf(state, stage);
  return {
    SpreadsheetApp: strict<Services['SpreadsheetApp']>('SpreadsheetApp', ledger, {
      BorderStyle: { SOLID: 'SOLID' },
      DeveloperMetadataVisibility: { DOCUMENT: 'DOCUMENT' },
      DeveloperMetadataLocationType: { SHEET: 'SHEET' },
      ProtectionType: { SHEET: 'SHEET' },
      getActiveSpreadsheet: () => spreadsheet,
      getActive: () => spreadsheet,
      getActiveSheet: () => spreadsheet.getActiveSheet(),
      getActiveRange: () => spreadsheet.getActiveRange(),
      getCurrentCell: () => spreadsheet.getCurrentCell(),
      getUi: () => ui,
      flush: () => undefined,
      newDataValidation: () => newDataValidation(state),
      newConditionalFormatRule: () => newConditionalFormatRule(state),
    }),
    HtmlService: strict<Services['HtmlService']>('HtmlService', ledger, {
      createHtmlOutputFromFile: (name: string) => {
        const page = stage.pages[name];
        if (page === undefined) throw new Error(`No HTML file named ${name} was found.`);
        return htmlOutput(state, page);
      },
      createHtmlOutput: (...[html]: readonly unknown[]) => htmlOutput(state, String(html ?? '')),
    }),
    LockService: lockService(state),
    Session: strict<Services['Session']>('Session', ledger, { getActiveUserLocale: () => settings.accountLocale }),
    // Only a zone that Intl does not know would need it, and the workbench's zones are Intl's own.
    Utilities: strict<Services['Utilities']>('Utilities', ledger, {}),
    PropertiesService: propertiesService(state),
  };
}

const titles = new WeakMap<object, string>();
const contents = new WeakMap<object, string>();

function htmlOutput({ ledger }: SheetState, html: string): GoogleAppsScript.HTML.HtmlOutput {
  const output: GoogleAppsScript.HTML.HtmlOutput = strict<GoogleAppsScript.HTML.HtmlOutput>('HtmlOutput', ledger, {
    getContent: () => html,
    setTitle: (title: string) => {
      titles.set(output, title);
      return output;
    },
    // The width of a sidebar is Google's; a dialog is not drawn.
    setWidth: () => output,
    setHeight: () => output,
  });
  contents.set(output, html);
  return output;
}

function uiOf({ ledger }: SheetState, stage: ScriptStage): GoogleAppsScript.Base.Ui {
  const menuOf = (title: string, isAddOn: boolean): GoogleAppsScript.Base.Menu => {
    const items: { label: string; functionName: string }[] = [];
    const menu: GoogleAppsScript.Base.Menu = strict<GoogleAppsScript.Base.Menu>('Menu', ledger, {
      addItem: (label: string, functionName: string) => {
        items.push({ label, functionName });
        return menu;
      },
      addSeparator: () => menu,
      addSubMenu: () => menu,
      addToUi: () => stage.onMenu({ title, isAddOn, items }),
    });
    return menu;
  };
  return strict<GoogleAppsScript.Base.Ui>('Ui', ledger, {
    createMenu: (title: string) => menuOf(title, false),
    createAddonMenu: () => menuOf('', true),
    ButtonSet: { OK: 'OK', OK_CANCEL: 'OK_CANCEL', YES_NO: 'YES_NO', YES_NO_CANCEL: 'YES_NO_CANCEL' },
    Button: { CLOSE: 'CLOSE', OK: 'OK', CANCEL: 'CANCEL', YES: 'YES', NO: 'NO' },
    // Nobody sits in front of it: what is asked is answered by closing it.
    alert: () => 'CLOSE',
    prompt: () =>
      strict<GoogleAppsScript.Base.PromptResponse>('PromptResponse', ledger, {
        getSelectedButton: () => 'CLOSE',
        getResponseText: () => '',
      }),
    showModalDialog: () => undefined,
    showModelessDialog: () => undefined,
    showSidebar: (output: GoogleAppsScript.HTML.HtmlOutput) => {
      stage.onSidebar(contents.get(output) ?? '', titles.get(output) ?? '');
    },
  });
}

/** Scripts of one page run one after the other, so that a lock is always free; it has to be given back all the same. */
function lockService({ ledger, lock: state }: SheetState): Services['LockService'] {
  const lock = strict<GoogleAppsScript.Lock.Lock>('Lock', ledger, {
    tryLock: () => {
      if (state.held) return false;
      state.held = true;
      return true;
    },
    releaseLock: () => {
      state.held = false;
    },
  });
  return strict<Services['LockService']>('LockService', ledger, { getDocumentLock: () => lock });
}

/** The longest value of a property, in bytes. https://developers.google.com/apps-script/guides/services/quotas */
const LONGEST_PROPERTY = 9000;
/** All keys and values of a store together. */
const LARGEST_STORE = 500_000;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

function propertiesService({ ledger, properties: kept }: SheetState): Services['PropertiesService'] {
  const set = (key: string, value: string): void => {
    if (bytesOf(value) > LONGEST_PROPERTY) throw new Error('Argument too large: value');
    const others = [...kept].filter(([other]) => other !== key);
    const total = [...others, [key, value]].flat().reduce((bytes, text) => bytes + bytesOf(text), 0);
    if (total > LARGEST_STORE) throw new Error('You have exceeded the property storage quota.');
    // What is kept is UTF-8, in which half a character has no form.
    kept.set(key, new TextDecoder().decode(new TextEncoder().encode(value)));
  };
  const properties: GoogleAppsScript.Properties.Properties = strict<GoogleAppsScript.Properties.Properties>(
    'Properties',
    ledger,
    {
      getProperty: (key: string) => kept.get(key) ?? null,
      getProperties: () => Object.fromEntries(kept),
      setProperty: (key: string, value: string) => {
        set(key, value);
        return properties;
      },
      deleteProperty: (key: string) => {
        kept.delete(key);
        return properties;
      },
      setProperties: (values: Readonly<Record<string, string>>) => {
        for (const [key, value] of Object.entries(values)) set(key, value);
        return properties;
      },
    },
  );
  return strict<Services['PropertiesService']>('PropertiesService', ledger, {
    getDocumentProperties: () => properties,
  });
}
