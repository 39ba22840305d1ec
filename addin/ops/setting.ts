import { PortError } from '../../src/panel/port.ts';

/** Excel on the web keeps 2 MB of settings. */
const MOST_KEPT = 1_900_000;

/** The workbook's settings belong to this add-in alone, and are saved with the workbook. */
export function askSetting(workbook: Excel.Workbook, key: string): Excel.Setting {
  const setting = workbook.settings.getItemOrNullObject(key);
  setting.load('value');
  return setting;
}

/** Once the batch that asked is synced. */
export function settingText(setting: Excel.Setting): string | undefined {
  return setting.isNullObject ? undefined : String(setting.value);
}

export function keepSetting(workbook: Excel.Workbook, key: string, text: string): void {
  if (text.length > MOST_KEPT) throw new PortError('failed', `${text.length} > ${MOST_KEPT}`);
  workbook.settings.add(key, text);
}
