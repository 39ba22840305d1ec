import { bridgeTo, loadLibrary } from '../../scripts/samples/officeLibrary.ts';
import type { PanelPort } from '../../src/port/port.ts';
import type { Book } from '../../workbench/book/book.ts';
import { createHeadlessBook } from '../../workbench/book/headless.ts';
import type { FunctionMetadata, Platform } from '../../workbench/excel/customFunctions.ts';
import { ExcelHost } from '../../workbench/excel/host.ts';
import { NOTES_SHIM } from './notesShim.ts';

export interface OfficeInNode {
  readonly book: Book;
  readonly host: ExcelHost;
  readonly port: PanelPort;
}

interface Options {
  readonly language?: string;
  /** One that holds something already. */
  readonly book?: Book;
  readonly platform?: Platform;
  /** The newest requirement set of ExcelApi that this Excel has. */
  readonly excelApi?: string;
  /** Without custom functions, which may ask the workbook which cells are blank: for counting round trips. */
  readonly functions?: boolean;
  /** A client library that has notes, as the newest ones do. */
  readonly notes?: boolean;
}

/**
 * Microsoft's own client library in plain Node, speaking its protocol to our host over a headless book; the add-in's
 * modules run against it. The library keeps itself in globals, so there is one at a time.
 */
export async function officeInNode({
  language = 'en-US',
  book = createHeadlessBook(language.startsWith('zh') ? 'zh' : 'en'),
  platform = 'web',
  excelApi = '1.16',
  functions = true,
  notes = false,
}: Options = {}): Promise<OfficeInNode> {
  const host = new ExcelHost(book);
  host.functions.platform = platform;
  const library = loadLibrary(language, excelApi, notes ? NOTES_SHIM : '');
  library.OfficeExtension.HostBridge.init(bridgeTo(host));
  Object.assign(globalThis, library);
  const { excelFunctions } = await import('../../addin/functions/run.ts');
  const { catalogue } = await import('../../src/functions/catalogue.gen.ts');
  for (const [name, run] of excelFunctions(catalogue)) library.CustomFunctions.associate(name, run);
  const { functionsMetadata } = await import('../../addin/metadata.ts');
  const metadata = functionsMetadata(language.startsWith('zh') ? 'zh' : 'en').functions as readonly FunctionMetadata[];
  if (functions) host.functions.register('KPI', metadata);
  const { excelPort } = await import('../../addin/excelPort.ts');
  return { book, host, port: excelPort() };
}
