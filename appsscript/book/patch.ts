import type { Content, Spot } from '../../src/grid/grid.ts';
import { changedSince, type Patch } from '../../src/grid/patch.ts';
import { isoOf } from '../../src/kernel/calendar.ts';
import { type Cell, CellError, errorCodeIn } from '../../src/kernel/cell.ts';
import type { PatchRequest } from '../../src/panel/bookPort.ts';
import { localFormula } from '../../src/plan/localFormula.ts';
import { literal } from '../ops/literal.ts';
import { Refusal } from '../server/answer.ts';
import { type SentCell, sheetsById } from '../server/inspect.ts';
import { KeptText } from '../server/keptText.ts';
import { isLocked, rangeReader } from './readBook.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** All or nothing, under the document's lock. Answers with the cells that were changed since. */
export function patch({ patches, keep }: PatchRequest, spreadsheet: Spreadsheet): Spot[] {
  const sheets = sheetsById(
    patches.map(({ sheetId }) => sheetId),
    spreadsheet,
  );
  // What meets a protected sheet half-way could not be taken back on it either.
  for (const sheet of sheets.values()) if (isLocked(sheet)) throw new Refusal('protected', sheet.getName());
  const changed = changedIn(patches, sheets, spreadsheet);
  if (changed.length > 0) return changed;
  const locale = spreadsheet.getSpreadsheetLocale();
  const kept = new KeptText(spreadsheet, 'book');
  const before = kept.text;
  try {
    kept.keep(keep);
    // From here on the way back is in the document, even if the script is cut off.
    SpreadsheetApp.flush();
    for (const { after, ...place } of patches) write(sheets, place, after, locale);
    SpreadsheetApp.flush();
  } catch (problem) {
    takeBack(patches, sheets, locale, () => kept.keep(before || '{}'));
    throw problem;
  }
  return [];
}

/** Where that fails too, what is kept still says how. */
function takeBack(
  patches: readonly Patch[],
  sheets: ReadonlyMap<string, Sheet>,
  locale: string,
  forget: () => void,
): void {
  try {
    for (const { before, fresh, ...place } of patches) if (!fresh) write(sheets, place, before, locale);
    forget();
    SpreadsheetApp.flush();
  } catch {
    return;
  }
}

function write(
  sheets: ReadonlyMap<string, Sheet>,
  { sheetId, row, column }: Spot,
  contents: Patch['after'],
  locale: string,
): void {
  const range = sheets.get(sheetId)?.getRange(row + 1, column + 1, contents.length, contents[0]?.length ?? 1);
  range?.setValues(contents.map(line => line.map(content => written(content, locale))));
}

function written(content: Content, locale: string): number | string | boolean {
  if (content === null) return '';
  if (typeof content !== 'object') return literal(content);
  // In this form Sheets reads a day in every locale.
  return 'date' in content ? isoOf(content.date) : localFormula(content.formula, locale);
}

function changedIn(patches: readonly Patch[], sheets: ReadonlyMap<string, Sheet>, spreadsheet: Spreadsheet): Spot[] {
  const read = rangeReader(spreadsheet);
  const compared = new Set(patches.flatMap(({ sheetId, fresh }) => (fresh ? [] : [sheetId])));
  const held = new Map(
    [...compared].flatMap(id => {
      const sheet = sheets.get(id);
      return sheet ? [[id, read(sheet.getDataRange())] as const] : [];
    }),
  );
  return changedSince(patches, ({ sheetId, row, column }) => {
    const sheet = held.get(sheetId);
    return { formula: sheet?.formulas[row]?.[column] ?? '', value: cellIn(sheet?.values[row]?.[column] ?? null) };
  });
}

function cellIn(sent: SentCell): Cell {
  if (sent === null || typeof sent !== 'object') return sent;
  const [code] = sent;
  return new CellError(errorCodeIn(code) ?? '#VALUE!', { en: code, zh: code });
}
