import { synced } from './apply.ts';

/** The workbook's settings belong to this add-in alone, and are saved with the workbook. */
const KEY = 'kpi.pane';

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
