import type { PanelPort } from '../../src/port/port.ts';
import type { Book } from '../../workbench/book/book.ts';
import type { Settings } from '../../workbench/sheets/sheetState.ts';
import { type Played, playSheets } from './sheets.ts';

/** The sidebar's own port over the built script: what it asks goes the way of google.script.run. */
export async function sheetsInNode(
  settings: Partial<Settings> = {},
  book?: Book,
): Promise<{ readonly port: PanelPort; readonly played: Played }> {
  const played = await playSheets(settings, undefined, book);
  Object.assign(globalThis, { google: played.host.google() });
  const { sheetsPort } = await import('../../appsscript/sidebar/port.ts');
  return { port: sheetsPort('en'), played };
}
