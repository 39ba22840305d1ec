import type { KpiFunction } from '../../src/kernel/function.ts';
import type { Book } from '../book/book.ts';
import { sortBySpilledCells } from '../book/sortSpilled.ts';
import { drawSparklines } from '../book/sparkline.ts';
import { lightSpilledCells } from '../book/spilledLights.ts';
import { drawnCharts } from './chart.ts';
import { registerFunctions } from './customFunctions.ts';
import { type CallScript, scriptRun } from './scriptRun.ts';
import { type ScriptStage, type Services, servicesOf } from './services.ts';
import { type Settings, SheetState } from './sheetState.ts';
import type { CallLedger } from './strict.ts';

/** Where a script runs: alone with its services, away from the page's own globals. */
export interface Realm {
  readonly call: CallScript;
  /** Whether the script has a top-level function of this name. */
  has(name: string): boolean;
}

export interface HostOptions {
  readonly book: Book;
  readonly catalogue: readonly KpiFunction[];
  readonly settings: Settings;
  readonly stage: ScriptStage;
  /** Runs the built Code.js with these services as its globals. */
  readonly realm: (services: Services) => Realm;
}

/** What is queued is sent when a script ends at the latest. */
function sending(realm: Realm, ledger: CallLedger): Realm {
  return {
    ...realm,
    call(name, args) {
      try {
        const result = realm.call(name, args);
        ledger.send();
        return result;
      } catch (problem) {
        ledger.forget();
        throw problem;
      }
    },
  };
}

/** Google Sheets, as far as the built script and its sidebar see of it. */
export class SheetsHost {
  readonly state: SheetState;
  readonly realm: Realm;

  constructor({ book, catalogue, settings, stage, realm }: HostOptions) {
    this.state = new SheetState(book, settings);
    this.realm = sending(realm(servicesOf(this.state, stage)), this.state.ledger);
    drawSparklines(book);
    lightSpilledCells(book);
    sortBySpilledCells(book);
    book.chartSource = () => drawnCharts(this.state);
    registerFunctions(this.state, catalogue, this.realm.call);
  }

  /** What happens when a spreadsheet is opened. */
  open(): void {
    this.realm.call('onOpen', [{ authMode: 'LIMITED' }]);
  }

  /** A fresh `google` for the sidebar's page. */
  google(): { readonly script: { readonly run: unknown } } {
    return { script: { run: scriptRun(this.realm.call, name => this.realm.has(name)) } };
  }
}
