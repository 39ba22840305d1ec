import { INSERTION, MADE } from '../../src/month/change/sheetMarks.ts';
import { INSERTED } from '../../src/plan/inserted.ts';
import type { Copied } from '../../src/share/copies.ts';
import { synced } from '../ops/apply.ts';
import { portError } from '../ops/portError.ts';

/** What tells that a sheet was inserted by us; a copy is the user's own. */
const MARKS = ['template', 'prefix', INSERTED, INSERTION, MADE];

/** Two round trips; what failed half-way is taken out again. */
export async function copy(sheetIds: readonly string[]): Promise<readonly Copied[]> {
  const { workbook } = new Excel.RequestContext();
  const copies = sheetIds.map(from => {
    const made = workbook.worksheets.getItem(from).copy('End');
    const marks = MARKS.map(key => made.customProperties.getItemOrNullObject(key));
    made.load('id,name');
    for (const mark of marks) mark.load('key');
    return { from, made, marks };
  });
  await synced(workbook);
  const done = copies.map(({ from, made }) => ({ from, sheetId: made.id, sheet: made.name }));
  try {
    for (const { marks } of copies) for (const mark of marks) if (!mark.isNullObject) mark.delete();
    await workbook.context.sync();
  } catch (reason) {
    await remove(done.map(({ sheetId }) => sheetId)).catch(() => undefined);
    throw portError(reason);
  }
  return done;
}

export async function remove(sheetIds: readonly string[]): Promise<void> {
  const { workbook } = new Excel.RequestContext();
  const sheets = sheetIds.map(id => workbook.worksheets.getItemOrNullObject(id));
  for (const sheet of sheets) sheet.load('id');
  await synced(workbook);
  for (const sheet of sheets) if (!sheet.isNullObject) sheet.delete();
  await synced(workbook);
}
