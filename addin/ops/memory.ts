import { synced } from './apply.ts';
import { askSetting, isShort, keepSetting, settingText } from './setting.ts';

/** What is remembered under one key of the workbook's settings. */
export function memoryOf(key: string) {
  return {
    async recall(): Promise<string | undefined> {
      const { workbook } = new Excel.RequestContext();
      const setting = askSetting(workbook, key);
      await synced(workbook);
      return settingText(setting);
    },
    async remember(text: string): Promise<void> {
      const { workbook } = new Excel.RequestContext();
      if (!isShort(key, text)) {
        askSetting(workbook, key);
        await synced(workbook);
      }
      keepSetting(workbook, key, text);
      await synced(workbook);
    },
  };
}
