import { keptIn, keptText } from '../../src/month/change/keptText.ts';
import type { Kept } from '../../src/month/change/locate.ts';
import { type AskedSetting, askSetting, keepSetting, settingText } from '../ops/setting.ts';

/** The workbook's setting that holds the undo, and what is being written. */
const KEY = 'kpi.month';

export function askKept(workbook: Excel.Workbook): AskedSetting {
  return askSetting(workbook, KEY);
}

export function readKept(setting: AskedSetting): Kept {
  return keptIn(settingText(setting) ?? '{}');
}

export function keep(workbook: Excel.Workbook, state: Kept): void {
  keepSetting(workbook, KEY, keptText(state));
}
