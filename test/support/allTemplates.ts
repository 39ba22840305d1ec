import type { PanelPort } from '../../src/port/port.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { inOrder } from '../../src/templates/shared/order.ts';
import type { Book } from '../../workbench/book/book.ts';
import type { Platform } from '../../workbench/excel/customFunctions.ts';
import { officeInNode } from './officeInNode.ts';
import { neededBy, opsOf, specOf } from './planning.ts';
import { sheetsInNode } from './sheetsPort.ts';

export interface Played {
  readonly port: PanelPort;
  readonly book: Book;
  /** Protects a sheet against the user. */
  readonly protect: (sheetId: string) => void;
  /** Round trips to Excel, calls of services in Google Sheets. */
  readonly trips: () => number;
}

async function excelOn(platform: Platform): Promise<Played> {
  const { port, book, host } = await officeInNode({ platform });
  return {
    port,
    book,
    protect: id => host.context.protectedSheets.add(id),
    trips: () => host.syncs,
  };
}

/** Excel as it hands a blank to a function: as 0. */
export const excelOnDesktop = (): Promise<Played> => excelOn('desktop');

/** Both hosts, each with its own client library or built script. */
export const HOSTS: Readonly<Record<string, () => Promise<Played>>> = {
  Excel: () => excelOn('web'),
  async 'Google Sheets'() {
    // With a decimal comma: a formula that is written or read in English notation fails.
    const { port, played } = await sheetsInNode({ locale: 'de_DE' });
    const { state } = played.host;
    const univerId = (id: string) =>
      played.book.workbook
        .getSheets()
        .find(sheet => String(state.sheetId(sheet)) === id)
        ?.getSheetId() ?? '';
    return {
      port,
      book: played.book,
      protect: id => state.protectedSheets.add(univerId(id)),
      trips: () => state.ledger.calls.length,
    };
  },
};

/** Every template once, each after the sheets that it reads, and everything computed. */
export async function insertAllTemplates(played: Played): Promise<void> {
  await insertTemplates(
    played,
    gallery.map(({ id }) => id),
  );
}

export async function insertTemplates({ port, book }: Played, ids: readonly string[]): Promise<void> {
  const inserted = new Set<string>();
  for (const template of inOrder(gallery).filter(({ id }) => ids.includes(id))) {
    const spec = specOf(template, 'en');
    for (const sheet of [...neededBy(spec, 'en'), spec]) {
      if (inserted.has(sheet.template)) continue;
      inserted.add(sheet.template);
      await port.apply(opsOf(sheet, 'en', port.dialect, await port.inspect()));
    }
  }
  await book.calculated();
  // Sheets that were inserted one upon the other have been computed with half of what they read.
  book.recalculate();
  await book.calculated();
}
