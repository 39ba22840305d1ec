import type { Content, Spot } from '../../src/grid/grid.ts';
import { type Patch, pending } from '../../src/grid/patch.ts';
import { isoOf } from '../../src/kernel/calendar.ts';
import { type Cell, CellError, errorCodeIn } from '../../src/kernel/cell.ts';
import { type PatchState, patchState, type Steps } from '../../src/kernel/patchState.ts';
import { say } from '../../src/kernel/text.ts';
import { localFormula } from '../../src/plan/localFormula.ts';
import type { PatchRequest } from '../../src/port/bookPort.ts';
import { literal } from '../ops/literal.ts';
import { Refusal } from '../server/answer.ts';
import { type SentCell, sheetsById } from '../server/inspect.ts';
import { KeptText } from '../server/keptText.ts';
import { isLocked, rangeReader } from './readBook.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** All or nothing, under the document's lock. Answers with the cells that were changed since. */
export function patch(request: PatchRequest, spreadsheet: Spreadsheet): Spot[] {
  const { patches } = request;
  const sheets = sheetsById(
    patches.map(({ sheetId }) => sheetId),
    spreadsheet,
  );
  // What meets a protected sheet half-way could not be taken back on it either.
  for (const sheet of sheets.values()) if (isLocked(sheet)) throw new Refusal('protected', sheet.getName());
  const kept = new KeptText(spreadsheet, 'book');
  if (request.kept !== undefined && request.kept !== kept.text) {
    throw new Refusal('busy', 'something else is kept by now');
  }
  const { left, changed } = leftIn(patches, sheets, spreadsheet);
  if (changed.length > 0) return changed;
  const writer = { sheets, locale: spreadsheet.getSpreadsheetLocale(), spreadsheet };
  carryOut(request, left, kept, writer);
  return [];
}

interface Writer {
  readonly sheets: ReadonlyMap<string, Sheet>;
  readonly locale: string;
  readonly spreadsheet: Spreadsheet;
}

const NOTHING = '{}';

function carryOut({ keep, meanwhile }: PatchRequest, left: readonly Patch[], kept: KeptText, writer: Writer): void {
  const first = meanwhile ?? keep;
  const before = kept.text || NOTHING;
  try {
    if (first !== undefined) kept.keep(first);
    // From here on the way back is in the document, even if the script is cut off.
    SpreadsheetApp.flush();
    for (const { after, ...place } of left) write(writer, place, after);
    SpreadsheetApp.flush();
    // What is kept becomes less only once every cell is known to be written.
    if (keep !== undefined && keep !== first) {
      kept.keep(keep);
      SpreadsheetApp.flush();
    }
  } catch (problem) {
    const now = takeBack(left, { before, meanwhile: first, after: keep === first ? undefined : keep }, writer);
    if (now === 'between') throw new Refusal('cutOff', String(problem));
    if (now === 'before') throw problem;
  }
}

/** Says how the document is then. Where it cannot be taken back either, what is kept still says how. */
function takeBack(left: readonly Patch[], steps: Steps, writer: Writer): PatchState {
  try {
    const kept = new KeptText(writer.spreadsheet, 'book');
    const now = patchState(steps, kept.text || NOTHING);
    // What had broken off before is offered again. That all was done is not sure where a flush has failed.
    if (now === 'before' || (steps.meanwhile === steps.before && steps.after !== undefined)) return now;
    for (const { before, fresh, ...place } of left) if (!fresh) write(writer, place, before);
    SpreadsheetApp.flush();
    if (steps.meanwhile !== undefined) kept.keep(steps.before);
    SpreadsheetApp.flush();
    return 'before';
  } catch {
    return 'between';
  }
}

function write({ sheets, locale }: Writer, { sheetId, row, column }: Spot, contents: Patch['after']): void {
  const range = sheets.get(sheetId)?.getRange(row + 1, column + 1, contents.length, contents[0]?.length ?? 1);
  range?.setValues(contents.map(line => line.map(content => written(content, locale))));
}

function written(content: Content, locale: string): number | string | boolean {
  if (content === null) return '';
  if (typeof content !== 'object') return literal(content);
  // In this form Sheets reads a day in every locale.
  return 'date' in content ? isoOf(content.date) : localFormula(content.formula, locale);
}

function leftIn(
  patches: readonly Patch[],
  sheets: ReadonlyMap<string, Sheet>,
  spreadsheet: Spreadsheet,
): ReturnType<typeof pending> {
  const read = rangeReader(spreadsheet);
  const compared = new Set(patches.flatMap(({ sheetId, fresh }) => (fresh ? [] : [sheetId])));
  const held = new Map(
    [...compared].flatMap(id => {
      const sheet = sheets.get(id);
      return sheet ? [[id, read(sheet.getDataRange())] as const] : [];
    }),
  );
  return pending(patches, ({ sheetId, row, column }) => {
    const sheet = held.get(sheetId);
    if (!sheet) return { formula: GONE, value: null };
    return { formula: sheet.formulas[row]?.[column] ?? '', value: cellIn(sheet.values[row]?.[column] ?? null) };
  });
}

/** What a cell of a sheet holds that is not there any more: nothing that anybody would write. */
const GONE = '=#REF!';

function cellIn(sent: SentCell): Cell {
  if (sent === null || typeof sent !== 'object') return sent;
  const [code] = sent;
  return new CellError(errorCodeIn(code) ?? '#VALUE!', say(code, code));
}
