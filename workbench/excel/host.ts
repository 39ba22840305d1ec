import type { Book } from '../book/book.ts';
import { drawnCharts } from './charts.ts';
import { ExcelContext } from './context.ts';
import { CustomFunctions, type PushEntry } from './customFunctions.ts';
import { followHeadings, freezeHeadings } from './headings.ts';
import { HostError, type HostObject, SilentService } from './hostObject.ts';
import { execute, type Model, type ReplyBody, type RequestBody } from './protocol.ts';
import { Range } from './range.ts';
import { growTables } from './tableGrowth.ts';
import { followTableRows } from './tableRows.ts';
import { refuseSpills } from './tableSpills.ts';
import { restyleTables } from './tables.ts';
import { Workbook } from './workbook.ts';

/**
 * Excel for Office.js: answers the batches of the Rich API over a book, and calls the add-in's custom functions.
 * How messages travel (in one process, or between a page and an iframe) is not its concern.
 */
export class ExcelHost {
  readonly context: ExcelContext;
  readonly functions: CustomFunctions;
  /** Batches that came in since the start: one for every context.sync that had something to do. */
  syncs = 0;
  /** Bytes of the largest request that came in and of the largest reply to one. */
  readonly largest = { request: 0, reply: 0 };
  /** Where pushed messages go; set by whoever carries them. */
  push: (entries: readonly PushEntry[]) => void = () => undefined;
  readonly #references = new Map<string, Range>();
  readonly #model: Model;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(book: Book) {
    this.context = new ExcelContext(book);
    followHeadings(this.context);
    followTableRows(this.context);
    growTables(this.context);
    refuseSpills(this.context);
    restyleTables(this.context);
    book.chartSource = () => drawnCharts(this.context);
    this.functions = new CustomFunctions(this.context, entries => this.push(entries));
    this.#model = {
      root: new Workbook(this.context, reference => this.#references.delete(reference)),
      service: name => this.#service(name),
      referenced: id => this.#referenced(id),
      beforeRead: () => this.#beforeRead(),
      referenceOf: target => this.#referenceOf(target),
    };
  }

  /** Answers one batch; batches are done one after the other. */
  process(body: RequestBody): Promise<ReplyBody> {
    const reply = this.#queue.then(() => this.#process(body));
    this.#queue = reply.catch(() => undefined);
    return reply;
  }

  async #process(body: RequestBody): Promise<ReplyBody> {
    if (usesWorkbook(body)) this.syncs++;
    const request = bytesOf(body);
    this.largest.request = Math.max(this.largest.request, request);
    if (this.#isTooMuch(request)) return refused('RequestPayloadSizeLimitExceeded');
    if (this.context.editing && usesWorkbook(body)) return refused('InvalidOperationInCellEditMode');
    this.context.answering = true;
    const reply = await execute(body, this.#model).finally(() => {
      this.context.answering = false;
    });
    this.context.flush();
    if (this.context.headingFormulas.size > 0) await this.#beforeRead();
    const answered = bytesOf(reply);
    this.largest.reply = Math.max(this.largest.reply, answered);
    // What the batch wrote stays written.
    return this.#isTooMuch(answered) ? refused('ResponsePayloadSizeLimitExceeded') : reply;
  }

  #isTooMuch(bytes: number): boolean {
    return this.functions.platform === 'web' && bytes > MOST_BYTES;
  }

  #service(name: string): HostObject {
    if (name === 'Microsoft.ExcelServices.CustomFunctions') return this.functions;
    return new SilentService();
  }

  #referenced(id: string): Range {
    const range = this.#references.get(id);
    if (!range) throw new HostError('InvalidReference', 'This reference is not valid for the current operation.');
    return range;
  }

  #referenceOf(target: HostObject): string | undefined {
    if (!(target instanceof Range) || target.reference === undefined) return undefined;
    this.#references.set(target.reference, target);
    return target.reference;
  }

  async #beforeRead(): Promise<void> {
    this.context.flush();
    await this.context.book.settled();
    if (this.context.headingFormulas.size > 0) freezeHeadings(this.context);
  }
}

const SERVICE = 2;

/** https://learn.microsoft.com/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins */
const MOST_BYTES = 5 * 1024 * 1024;

const REFUSALS = {
  InvalidOperationInCellEditMode:
    'Excel is in cell-editing mode. Please exit the edit mode by pressing ENTER or TAB or selecting another cell, and then try again.',
  RequestPayloadSizeLimitExceeded: 'The request payload size has exceeded the limit.',
  ResponsePayloadSizeLimitExceeded: 'The response payload size has exceeded the limit.',
} as const;

function refused(Code: keyof typeof REFUSALS): ReplyBody {
  return { Results: [], Error: { Code, Message: REFUSALS[Code], HttpStatusCode: 400, ActionIndex: 0 } };
}

const encoder = new TextEncoder();

function bytesOf(body: RequestBody | ReplyBody): number {
  return encoder.encode(JSON.stringify(body)).length;
}

function usesWorkbook(body: RequestBody): boolean {
  return !Object.values(body.ObjectPaths).some(path => path.ObjectPathType === SERVICE);
}
