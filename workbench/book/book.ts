import {
  CommandType,
  ICommandService,
  type IDisposable,
  type IRange,
  type IWorkbookData,
  LocaleService,
  LocaleType,
  type Univer,
} from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import {
  ERROR_TYPE_SET,
  type ErrorType,
  FormulaDataModel,
  FunctionType,
  IActiveDirtyManagerService,
  IFunctionService,
  SetDefinedNameMutation,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationResultMutation,
  SetFormulaCalculationStartMutation,
  SetTriggerFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import { SetWorksheetNameMutation } from '@univerjs/sheets';
import type { FWorkbook, FWorksheet } from '@univerjs/sheets/facade';
import { IDescriptionService, TriggerCalculationController } from '@univerjs/sheets-formula';
import { type Cell, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import type { Language } from '../../src/kernel/text.ts';
import './arrayConstant.ts';
import './emptyText.ts';
import './equality.ts';
import './references.ts';
import './noNumbers.ts';
import './spilled.ts';
import './wildcards.ts';
import './iteratorHelpers.ts';
import type { ChartSource, DrawnChart } from './charts.ts';
import { type BookFunction, type Caller, HostFunction } from './functions.ts';
import { Shrunk } from './shrunk.ts';
import { Trigger } from './trigger.ts';

export const UNIVER_LOCALES = { en: LocaleType.EN_US, zh: LocaleType.ZH_CN } as const satisfies Record<
  Language,
  LocaleType
>;

/** Results of promises that are remembered; a formula that asks again is answered at once. */
const REMEMBERED = 20_000;

export interface FunctionParameter {
  readonly name: string;
  readonly about: string;
  readonly optional: boolean;
}

/** What a host knows beside the cells, by kind: data that a browser can store, kept together with them. */
export type Facts = Map<string, object>;

/** A whole workbook as plain data. */
export interface KeptBook {
  readonly content: IWorkbookData;
  readonly facts: Facts;
}

interface Promised {
  result?: Cell | Matrix;
  readonly callers: Map<string, Caller>;
}

/** One spreadsheet that both hosts play on: Univer with functions that see what a host's functions see. */
export class Book {
  readonly univer: Univer;
  readonly api: FUniver;
  chartSource: ChartSource = () => [];
  readonly #commands: ICommandService;
  readonly #errors = new Map<string, CellError>();
  readonly #promised = new Map<string, Promised>();
  readonly #listening: IDisposable;
  readonly #facts: Facts;
  readonly #functions: IFunctionService;
  readonly #shrunk: Shrunk;
  readonly #quiet: number;
  #trigger: Trigger | undefined;
  #workbook: FWorkbook | undefined;
  #pending = 0;
  /** Calculations that are asked for once Univer is done with another one. */
  #following = 0;
  #disposed = false;
  #calculating = false;
  #activities = 0;
  #quietSince = 0;
  #wake: (() => void)[] = [];

  /** `quiet`: for how long, in milliseconds, nothing may happen after all that is known of is done. */
  constructor(univer: Univer, api: FUniver, facts: Facts = new Map(), quiet = 0) {
    this.univer = univer;
    this.#quiet = quiet;
    this.api = api;
    this.#facts = facts;
    const injector = univer.__getInjector();
    this.#commands = injector.get(ICommandService);
    this.#functions = injector.get(IFunctionService);
    this.#shrunk = new Shrunk(injector.get(FormulaDataModel));
    this.#listening = this.#watch(injector.get(IActiveDirtyManagerService));
    // Univer would read this stored result as a text; Excel and Google Sheets know it as an error.
    ERROR_TYPE_SET.add('#BUSY!' as ErrorType);
  }

  /** Every chart that the host which plays on this book has. */
  get charts(): readonly DrawnChart[] {
    return this.chartSource();
  }

  get workbook(): FWorkbook {
    // Univer builds another one each time, which takes longer than what most who ask then do with it.
    this.#workbook ??= this.api.getActiveWorkbook() ?? undefined;
    if (!this.#workbook) throw new Error('The book holds no workbook.');
    return this.#workbook;
  }

  /** The facts of one kind. Whoever names the kind decides what they are. */
  facts<T extends object>(kind: string, none: () => T): T {
    const known = this.#facts.get(kind) ?? none();
    this.#facts.set(kind, known);
    return known as T;
  }

  /** A number that nothing of this kind has had. */
  nextNumber(kind: string): number {
    const counts = this.facts('counts', () => new Map<string, number>());
    const next = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, next);
    return next;
  }

  keep(): KeptBook {
    const content = this.workbook.save();
    // The colours of tables are set again when they are opened; kept as well, they would be there twice.
    const resources = content.resources?.filter(({ name }) => name !== 'SHEET_RANGE_THEME_MODEL_PLUGIN');
    return { content: { ...content, ...(resources && { resources }) }, facts: this.#facts };
  }

  /** Calls back after each change of the workbook that is not only a result. */
  onChange(changed: () => void): IDisposable {
    return this.#commands.onCommandExecuted(({ id, type }) => {
      if (type === CommandType.MUTATION && !id.startsWith('formula.')) changed();
    });
  }

  /** Registers what formulas call by this name, dots included. */
  register(name: string, run: BookFunction): void {
    // A formula that has been read already has been read without it.
    this.#functions.deleteFormulaAstCacheKey(name.toUpperCase());
    this.#functions.registerExecutors(
      new HostFunction(name.toUpperCase(), run, {
        noteResult: (caller, result) => this.#noteResult(caller, result),
        await: (key, caller, promise) => this.#await(key, caller, promise),
        kept: key => this.#promised.get(key)?.result,
        pending: (key, caller) => this.#isPending(key, caller),
      }),
    );
  }

  /** What the formula bar says about a function while it is typed. */
  describe(name: string, summary: string, parameters: readonly FunctionParameter[]): void {
    const info = {
      functionName: name.toUpperCase(),
      functionType: FunctionType.User,
      description: summary,
      abstract: summary,
      functionParameter: parameters.map(parameter => ({
        name: parameter.name,
        detail: parameter.about,
        example: '',
        require: parameter.optional ? 0 : 1,
        repeat: 0,
      })),
    } as const;
    this.univer
      .__getInjector()
      .get(IDescriptionService)
      .registerDescriptions([{ ...info, functionParameter: [...info.functionParameter] }]);
  }

  /** The error that a function of ours left in a cell, with its reason, while the cell still shows it. */
  errorAt(sheetId: string, row: number, column: number): CellError | undefined {
    const error = this.#errors.get(place({ sheetId, row, column }));
    const shown = this.workbook.getSheetBySheetId(sheetId)?.getRange(row, column).getValue();
    return error && shown === error.code ? error : undefined;
  }

  /** Done when every formula has its result, and every promise is kept. */
  calculated(): Promise<void> {
    return this.#until(() => this.#pending === 0);
  }

  /** Done when Univer has calculated; cells that wait for a promise are still busy. */
  settled(): Promise<void> {
    return this.#until(() => true);
  }

  /** Calculates every formula again and forgets what promises brought. */
  recalculate(): void {
    this.#promised.clear();
    this.#errors.clear();
    this.#act();
    // Univer begins to listen when it has drawn its sheet, and would not hear it before.
    this.univer.__getInjector().get(TriggerCalculationController);
    this.api.getFormula().executeCalculation();
  }

  dispose(): void {
    this.#disposed = true;
    this.#listening.dispose();
    const texts = this.univer.__getInjector().get(LocaleService);
    this.univer.dispose();
    // A timer of Univer's that shows how far a calculation is still asks for a text, and would throw.
    Object.assign(texts, { t: (key: string) => key });
  }

  /** Makes room: a sheet starts with a fixed number of rows and columns, and writing beyond them is lost. */
  ensureSize(sheet: FWorksheet, rows: number, columns: number): void {
    if (sheet.getMaxRows() < rows) sheet.setRowCount(rows);
    if (sheet.getMaxColumns() < columns) sheet.setColumnCount(columns);
  }

  /**
   * Waits for what is known to come, and has Univer begin with what has changed. Quiet is proved by a timer that was
   * set after the last activity: on a busy thread a look at the clock would find the time over too early.
   */
  async #until(done: () => boolean): Promise<void> {
    while (this.#calculating || !done() || this.#quietSince !== this.#activities) {
      const seen = this.#activities;
      await pause(0);
      if (seen !== this.#activities) continue;
      if (this.#calculating || this.#following > 0 || !done()) await new Promise<void>(wake => this.#wake.push(wake));
      else if (this.#changed.isDue) this.#changed.begin();
      else {
        if (this.#quiet > 0) await pause(this.#quiet);
        if (seen === this.#activities) this.#quietSince = seen;
      }
    }
  }

  get #changed(): Trigger {
    this.#trigger ??= new Trigger(this.#commands, this.univer.__getInjector().get(TriggerCalculationController));
    return this.#trigger;
  }

  /** Whoever waits has to look again. */
  #act(): void {
    this.#activities++;
    for (const wake of this.#wake.splice(0)) wake();
  }

  #watch(dirtying: IActiveDirtyManagerService): IDisposable {
    return this.#commands.onCommandExecuted(({ id, params }) => {
      // Formulas are kept as they were read first, with the cells that their names were of then.
      if (MOVES_NAMES.has(id)) this.#functions.deleteFormulaAstCacheKey('');
      if (id === SetFormulaCalculationStartMutation.id) this.#calculating = true;
      else if (id === SetFormulaCalculationNotificationMutation.id) {
        const { functionsExecutedState } = (params ?? {}) as { functionsExecutedState?: number };
        if (functionsExecutedState !== undefined) this.#ended();
      } else if (id !== SetFormulaCalculationResultMutation.id && !dirtying.get(id)) return;
      this.#act();
    });
  }

  #ended(): void {
    this.#calculating = false;
    if (this.#disposed) return;
    const left = this.#shrunk.take().filter(({ sheetId }) => this.workbook.getSheetBySheetId(sheetId));
    if (left.length === 0) return;
    // Once Univer is done with this calculation: what is asked for in the middle of it is never answered.
    this.#following++;
    setTimeout(() => {
      this.#following--;
      this.#act();
      if (!this.#disposed) this.#calculate(left);
    });
  }

  #noteResult(caller: Caller, result: Cell | Matrix): void {
    this.#errors.delete(place(caller));
    const rows = isMatrix(result) ? result : [[result]];
    for (const [i, row] of rows.entries()) {
      for (const [j, cell] of row.entries()) {
        const key = place({ ...caller, row: caller.row + i, column: caller.column + j });
        if (cell instanceof CellError) this.#errors.set(key, cell);
        else this.#errors.delete(key);
      }
    }
  }

  #isPending(key: string, caller: Caller): boolean {
    const promised = this.#promised.get(key);
    if (!promised || promised.result !== undefined) return false;
    promised.callers.set(place(caller), caller);
    return true;
  }

  #await(key: string, caller: Caller, promise: Promise<Cell | Matrix>): void {
    const promised: Promised = { callers: new Map([[place(caller), caller]]) };
    this.#promised.set(key, promised);
    this.#pending++;
    promise
      .catch((reason: unknown) => failed(reason))
      .then(result => {
        promised.result = result;
        this.#pending--;
        this.#act();
        if (this.#disposed) return;
        // Results arrive in batches; Univer gathers what is dirty for 100 ms.
        this.#calculateAgain([...promised.callers.values()]);
        promised.callers.clear();
        this.#forget();
      });
  }

  #calculateAgain(callers: readonly Caller[]): void {
    const unitId = this.workbook.getId();
    this.#calculate(
      callers.map(({ sheetId, row, column }) => ({
        unitId,
        sheetId,
        range: { startRow: row, endRow: row, startColumn: column, endColumn: column },
      })),
    );
  }

  /** What reads these cells is calculated again. */
  #calculate(dirtyRanges: readonly { unitId: string; sheetId: string; range: IRange }[]): void {
    this.#commands.executeCommand(
      SetTriggerFormulaCalculationStartMutation.id,
      { dirtyRanges: [...dirtyRanges], ...CLEAN },
      { onlyLocal: true },
    );
  }

  #forget(): void {
    for (const [key, { result }] of this.#promised) {
      if (this.#promised.size <= REMEMBERED) return;
      if (result !== undefined) this.#promised.delete(key);
    }
  }
}

const MOVES_NAMES: ReadonlySet<string> = new Set([SetWorksheetNameMutation.id, SetDefinedNameMutation.id]);

const CLEAN = {
  forceCalculation: false,
  dirtyNameMap: {},
  dirtyDefinedNameMap: {},
  dirtySuperTableMap: {},
  dirtyUnitFeatureMap: {},
  dirtyUnitOtherFormulaMap: {},
  clearDependencyTreeCache: {},
};

function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

function place({ sheetId, row, column }: Caller): string {
  return `${sheetId} ${row} ${column}`;
}

function failed(reason: unknown): CellError {
  const said = reason instanceof Error ? reason.message : String(reason);
  return new CellError('#VALUE!', { en: said, zh: said });
}
