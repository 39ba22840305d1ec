import { synced } from '../ops/apply.ts';

/** A setting of its own: that of the pane is rewritten at every insertion, and this one may be much longer. */
const KEY = 'kpi.month.memory';

export async function recall(): Promise<string | undefined> {
  const { workbook } = new Excel.RequestContext();
  const setting = workbook.settings.getItemOrNullObject(KEY);
  setting.load('value');
  await synced(workbook);
  return setting.isNullObject ? undefined : String(setting.value);
}

export async function remember(text: string): Promise<void> {
  const { workbook } = new Excel.RequestContext();
  workbook.settings.add(KEY, text);
  await synced(workbook);
}
