import vm from 'node:vm';
import type { Book } from '../../workbench/book/book.ts';
import { createHeadlessBook } from '../../workbench/book/headless.ts';
import { registerScriptFunction } from '../../workbench/sheets/customFunctions.ts';
import { servicesOf } from '../../workbench/sheets/services.ts';
import { SheetState } from '../../workbench/sheets/sheetState.ts';

export type Cells = readonly (readonly (string | number | boolean)[])[];

/** What a sample's function finds, and has to leave. */
export interface Sample {
  readonly code: string;
  readonly call: string;
  /** The formula that calls it, as a custom function, from the cell where this says. */
  readonly formula?: readonly [cell: string, formula: string];
  readonly before?: Cells;
  readonly after?: Cells;
}

export type Verdict = { readonly is: 'passed' | 'refused' | 'different'; readonly why: string };

/** Google's other services: whoever asks for one is refused. */
const ELSEWHERE =
  'Browser CalendarApp ContactsApp DocumentApp DriveApp FormApp GmailApp MailApp Maps UrlFetchApp ScriptApp ContentService ' +
  'SlidesApp LanguageApp XmlService CacheService Charts Sheets Drive Calendar Slides Docs YouTube AdSense Analytics BigQuery ' +
  'AnalyticsData AdminDirectory OAuth2 CardService People Jdbc';

/** Runs one function of a sample in a spreadsheet of its own. */
export async function play({ code, call, formula, before, after }: Sample): Promise<Verdict> {
  const book = createHeadlessBook('en', 'Sheet1');
  try {
    const state = new SheetState(book, { locale: 'en_US', timeZone: 'Etc/GMT', accountLocale: 'en' });
    const page = '<p></p>';
    const pages = new Proxy<Record<string, string>>({}, { get: () => page });
    const services = servicesOf(state, { pages, onMenu: () => undefined, onSidebar: () => undefined });
    if (before) fill(book, before);
    const absent = new Set<string>();
    const scope = vm.createContext({ ...services, ...silent(), ...elsewhere(absent) });
    const run = (args: readonly unknown[]): unknown => Reflect.apply(Object(scope)[call], undefined, args);
    const active = services.SpreadsheetApp.getActiveSheet();
    const problem = await attempt(async () => {
      new vm.Script(code).runInContext(scope);
      if (formula) {
        registerScriptFunction(state, call, (_, args) => run(args));
        active.getRange(formula[0]).setFormula(formula[1]);
      } else run([{ authMode: 'LIMITED' }]);
      services.SpreadsheetApp.flush();
      await book.calculated();
      const left = after && active.getDataRange().getValues();
      if (left && JSON.stringify(left) !== JSON.stringify(after)) throw new Error(`left ${JSON.stringify(left)}`);
    });
    const unknown = /^ReferenceError: (\w+) is not defined/.exec(String(problem))?.[1];
    if (unknown) absent.add(unknown);
    // A sample may catch what is thrown at it.
    const missing = [...absent, ...state.ledger.missing];
    if (missing.length > 0) return { is: 'refused', why: `there is no ${missing.join(', ')}` };
    return problem === undefined ? { is: 'passed', why: '' } : { is: 'different', why: String(problem) };
  } finally {
    book.dispose();
  }
}

async function attempt(work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (problem) {
    return problem;
  }
}

function fill(book: Book, cells: Cells): void {
  book.workbook
    .getActiveSheet()
    .getRange(0, 0, cells.length, cells[0]?.length ?? 1)
    .setValues(cells.map(line => [...line]));
}

function silent() {
  const quiet = (): void => undefined;
  const told = { log: quiet, info: quiet, warn: quiet, error: quiet, time: quiet, timeEnd: quiet };
  return { console: told, Logger: told };
}

function elsewhere(absent: Set<string>): Record<string, unknown> {
  const refuse = (service: string): unknown =>
    new Proxy(
      {},
      {
        get(_, member) {
          absent.add(`${service}.${String(member)}`);
          throw new TypeError(`${service}.${String(member)} is not played`);
        },
      },
    );
  return Object.fromEntries(ELSEWHERE.split(' ').map(service => [service, refuse(service)]));
}
