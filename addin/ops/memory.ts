import { synced } from './apply.ts';
import { askSetting, keepSetting, settingText } from './setting.ts';

const KEY = 'kpi.pane';

export async function recall(): Promise<string | undefined> {
  const { workbook } = new Excel.RequestContext();
  const setting = askSetting(workbook, KEY);
  await synced(workbook);
  return settingText(setting);
}

export async function remember(text: string): Promise<void> {
  const { workbook } = new Excel.RequestContext();
  keepSetting(workbook, KEY, text);
  await synced(workbook);
}
