import {
  type Argument,
  type Cell,
  CellError,
  ERROR_CODES,
  type ErrorCode,
  isMatrix,
  type Matrix,
} from '../../src/kernel/cell.ts';
import { say } from '../../src/kernel/text.ts';
import type { ArgumentPlace, BookFunction } from '../book/functions.ts';
import { a1, sheetPrefix } from './address.ts';
import type { ExcelContext } from './context.ts';
import { HostObject } from './hostObject.ts';

/** One function of functions.json, as far as the host needs it. */
export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly description?: string;
    readonly dimensionality?: 'scalar' | 'matrix';
    readonly optional?: boolean;
  }[];
  readonly options?: { readonly requiresAddress?: boolean; readonly requiresParameterAddresses?: boolean };
}

/** How blank cells reach a custom function: as 0 in Excel on the desktop, as null in Excel on the web. */
export type Platform = 'desktop' | 'web';

/** What an argument of ranges may be that is left empty between commas; which of them, no documentation says. */
export type Skipped = 'null' | 'blank' | 'zero';

const SKIPPED = { null: null, blank: [[null]], zero: [[0]] } as const;

/** What the host pushes to the client: category, type, target, message, id. */
export type PushEntry = readonly [category: number, type: number, target: string, message: string, id: number];

const CUSTOM_FUNCTION = 1;
const INVOKE = 1000;
const ALLOW_ERRORS = 4;

/** Why Excel shows an error, by the number that the client sends. */
const CODES: Readonly<Record<number, ErrorCode>> = { 1: '#N/A', 5: '#DIV/0!', 6: '#NUM!', 8: '#NULL!' };

type Outcome = readonly [id: number, ok: boolean, value: unknown, code?: number];

/** Formulas of the workbook → invocations over the wire → results. */
export class CustomFunctions extends HostObject {
  platform: Platform = 'web';
  skipped: Skipped = 'null';
  /** Called once the client is there to run functions. */
  onReady: () => void = () => undefined;
  readonly #context: ExcelContext;
  readonly #push: (entries: readonly PushEntry[]) => void;
  readonly #waiting = new Map<number, (result: Cell | Matrix) => void>();
  #queue: PushEntry[] = [];
  #lastId = 0;

  constructor(context: ExcelContext, push: (entries: readonly PushEntry[]) => void) {
    super();
    this.#context = context;
    this.#push = push;
  }

  /** Makes Univer call the add-in for every function of its metadata. */
  register(namespace: string, functions: readonly FunctionMetadata[]): void {
    for (const metadata of functions) {
      const name = `${namespace}.${metadata.name}`;
      this.#context.book.register(name, this.#run(metadata));
      const parameters = metadata.parameters.map(({ name, description = '', optional = false }) => ({
        name,
        about: description,
        optional,
      }));
      this.#context.book.describe(name, metadata.description, parameters);
    }
  }

  SetInvocationArrayResults(outcomes: readonly Outcome[]): void {
    for (const [id, ok, value, code] of outcomes) this.#settle(id, ok ? resultOf(value) : failure(value, code));
  }

  _SetOsfControlContainerReadyForCustomFunctions(): void {
    this.onReady();
  }

  _GetEnabledFeatures(): readonly string[] {
    return [];
  }

  #settle(id: number, result: Cell | Matrix): void {
    this.#waiting.get(id)?.(result);
    this.#waiting.delete(id);
  }

  #run(metadata: FunctionMetadata): BookFunction {
    return (args, references, caller) => {
      const required = metadata.parameters.filter(parameter => !parameter.optional).length;
      // Excel does not let such a formula be entered; a cell that holds it shows this error.
      if (args.length < required || args.length > metadata.parameters.length) return wrongCount();
      const id = ++this.#lastId;
      const values = metadata.parameters.map((parameter, index) => {
        const isMatrix = parameter.dimensionality === 'matrix';
        if (isMatrix && args[index] === undefined && index < args.length) return SKIPPED[this.skipped];
        return this.#wire(args[index], isMatrix);
      });
      const addresses = metadata.parameters.map((_, index) => this.#address(references[index]));
      const { requiresAddress = false, requiresParameterAddresses = false } = metadata.options ?? {};
      const message = [
        id,
        metadata.id,
        values,
        requiresAddress ? this.#address({ ...caller, rows: 1, columns: 1 }) : null,
        ALLOW_ERRORS,
        ...(requiresParameterAddresses ? [addresses] : []),
      ];
      return this.#send(id, [CUSTOM_FUNCTION, INVOKE, '', JSON.stringify(message), id]);
    };
  }

  #send(id: number, entry: PushEntry): Promise<Cell | Matrix> {
    // One message for everything that is calculated together, as Excel does.
    if (this.#queue.length === 0) {
      setTimeout(() => {
        this.#push(this.#queue);
        this.#queue = [];
      }, 0);
    }
    this.#queue.push(entry);
    return new Promise(resolve => this.#waiting.set(id, resolve));
  }

  #address(reference: ArgumentPlace | undefined): string | null {
    if (!reference) return null;
    const sheet = this.#context.sheetById(reference.sheetId);
    return sheet ? `${sheetPrefix(sheet.getSheetName())}${a1(reference)}` : null;
  }

  #wire(argument: Argument, asMatrix: boolean): unknown {
    if (argument === undefined) return null;
    if (isMatrix(argument)) return argument.map(row => row.map(cell => this.#wireCell(cell)));
    return asMatrix ? [[this.#wireCell(argument)]] : this.#wireCell(argument);
  }

  #wireCell(cell: Cell): unknown {
    if (cell === null) return this.platform === 'desktop' ? 0 : null;
    return cell instanceof CellError ? { type: 'CustomFunctionError', code: cell.code } : cell;
  }
}

function resultOf(value: unknown): Cell | Matrix {
  return Array.isArray(value)
    ? value.map(row => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]))
    : cellOf(value);
}

function cellOf(value: unknown): Cell {
  // Excel shows 0 where nothing comes back.
  if (value === null || value === undefined) return 0;
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  const { code, message } = value as { code?: unknown; message?: unknown };
  const known = ERROR_CODES.find(error => error === code) ?? '#VALUE!';
  return reasoned(known, typeof message === 'string' ? message : '');
}

function failure(value: unknown, code: number | undefined): CellError {
  return reasoned((code !== undefined && CODES[code]) || '#VALUE!', typeof value === 'string' ? value : '');
}

/** The add-in speaks one language, so the reason is the same in both. */
function reasoned(code: ErrorCode, reason: string): CellError {
  return new CellError(code, { en: reason, zh: reason });
}

function wrongCount(): CellError {
  return new CellError(
    '#VALUE!',
    say('There are too few or too many arguments for this function.', '此函数的参数过少或过多。'),
  );
}
