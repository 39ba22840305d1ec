import { serialOf } from '../../src/kernel/calendar.ts';

/** The serial number of a day written as 2025-10-01. */
export function day(text: string): number {
  const [year = 0, month = 0, dayOfMonth = 0] = text.split('-').map(Number);
  return serialOf(year, month, dayOfMonth);
}

/**
 * The Chinese holidays of 2025 with the weekend days worked for them, as the State Council published them:
 * 国务院办公厅关于2025年部分节假日安排的通知, 国办发明电〔2024〕12号, 12 November 2024.
 */
export const CHINA_2025: readonly (readonly [number, string])[] = [
  ...['2025-01-01'],
  ...['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31', '2025-02-01', '2025-02-02', '2025-02-03', '2025-02-04'],
  ...['2025-04-04', '2025-04-05', '2025-04-06'],
  ...['2025-05-01', '2025-05-02', '2025-05-03', '2025-05-04', '2025-05-05'],
  ...['2025-05-31', '2025-06-01', '2025-06-02'],
  ...['2025-10-01', '2025-10-02', '2025-10-03', '2025-10-04', '2025-10-05', '2025-10-06', '2025-10-07', '2025-10-08'],
]
  .map((text): readonly [number, string] => [day(text), '休'])
  .concat(['2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11'].map(text => [day(text), '班']));
