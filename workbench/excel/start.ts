import type { Language } from '../../src/kernel/text.ts';
import type { Book } from '../book/book.ts';
import type { FunctionMetadata } from './customFunctions.ts';
import { openTaskPane } from './frame.ts';
import { ExcelHost } from './host.ts';

export interface ExcelStartOptions {
  readonly book: Book;
  readonly language: Language;
  /** Where the task pane appears. */
  readonly place: HTMLElement;
  /** Folder of the built add-in, such as "/excel/". */
  readonly base: string;
}

const NAMESPACE = 'KPI';

/** Opens the workbook in Excel's clothes: the built add-in, with Microsoft's own client library, over this book. */
export async function startExcel({ book, language, place, base }: ExcelStartOptions): Promise<ExcelHost> {
  const host = new ExcelHost(book);
  const response = await fetch(`${base}${language === 'zh' ? 'functions.zh-CN.json' : 'functions.json'}`);
  const { functions } = (await response.json()) as { functions: readonly FunctionMetadata[] };
  host.functions.register(NAMESPACE, functions);
  followEditing(host);
  openTaskPane({ host, place, src: `${base}taskpane.html`, language: language === 'zh' ? 'zh-CN' : 'en-US' });
  return host;
}

/** While somebody types in a cell, Excel takes no request. */
function followEditing({ context }: ExcelHost): void {
  const { api } = context.book;
  api.addEvent(api.Event.SheetEditStarted, () => {
    context.editing = true;
  });
  api.addEvent(api.Event.SheetEditEnded, () => {
    context.editing = false;
  });
}
