import { PortError } from '../../src/port/port.ts';

/** Excel on the web keeps 2 MB of an add-in's settings: bytes, over all of its keys; room is left for short ones. */
const MOST_KEPT = 1_850_000;
/** What is no longer than this is kept without looking at the others first. */
const SHORT = 50_000;

/** The settings of a workbook, where a batch has asked for them. */
const asked = new WeakMap<Excel.Workbook, Excel.SettingCollection>();

export interface AskedSetting {
  readonly key: string;
  readonly settings: Excel.SettingCollection;
}

/** The workbook's settings belong to this add-in alone, and are saved with the workbook. */
export function askSetting(workbook: Excel.Workbook, key: string): AskedSetting {
  const { settings } = workbook;
  settings.load('items/key,items/value');
  asked.set(workbook, settings);
  return { key, settings };
}

/** Once the batch that asked is synced. */
export function settingText({ key, settings }: AskedSetting): string | undefined {
  const setting = settings.items.find(item => item.key === key);
  return setting && String(setting.value);
}

/** Where the settings were asked for before, what does not fit beside the others is refused. */
export function keepSetting(workbook: Excel.Workbook, key: string, text: string): void {
  const others = (asked.get(workbook)?.items ?? []).filter(item => item.key !== key);
  if (isShort(key, text)) {
    workbook.settings.add(key, text);
    return;
  }
  const bytes = others.reduce((sum, item) => sum + bytesOf(item.key, String(item.value)), bytesOf(key, text));
  if (bytes > MOST_KEPT) throw new PortError('memoryFull', `${bytes} > ${MOST_KEPT}`);
  workbook.settings.add(key, text);
}

export function isShort(key: string, text: string): boolean {
  return bytesOf(key, text) <= SHORT;
}

const encoder = new TextEncoder();

function bytesOf(key: string, text: string): number {
  return encoder.encode(JSON.stringify([key, text])).length;
}
