import { say } from '../../kernel/errors.ts';
import type { Text } from '../../kernel/text.ts';

/** What a file may be. Beyond it the browser would be slow or run out of memory before a figure is seen. */
export const LIMITS = {
  bytes: 40 * 2 ** 20,
  rows: 300_000,
  columns: 500,
  /** Characters without a line break. */
  line: 1_000_000,
  /** Bytes that a packed file may unfold to. */
  unpacked: 600 * 2 ** 20,
} as const;

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);

export const problems = {
  empty: say('The file is empty.', '文件为空。'),
  noRows: say('There are no rows in the file.', '文件中没有数据行。'),
  tooLarge: (bytes: number): Text =>
    say(
      `The file has ${megabytes(bytes)} MB; up to ${megabytes(LIMITS.bytes)} MB can be read. Export fewer months or columns.`,
      `文件为 ${megabytes(bytes)} MB，最多可读取 ${megabytes(LIMITS.bytes)} MB。请减少导出的月份或列。`,
    ),
  tooManyRows: say(
    `The file has more than ${LIMITS.rows} rows. Export fewer months.`,
    `文件超过 ${LIMITS.rows} 行。请减少导出的月份。`,
  ),
  tooManyColumns: (columns: number): Text =>
    say(
      `The file has ${columns} columns; up to ${LIMITS.columns} can be read. Is it a table with headings?`,
      `文件有 ${columns} 列，最多可读取 ${LIMITS.columns} 列。请确认是否为带标题的表格。`,
    ),
  endlessLine: say(
    'The file has no line breaks where rows should end. It is not a table.',
    '文件中没有换行，无法分出各行，不是表格。',
  ),
  notATable: say('This is not a table: choose a CSV or XLSX file.', '这不是表格文件：请选择 CSV 或 XLSX 文件。'),
  oldExcel: say(
    'This is an old or a password-protected Excel file. Save it as XLSX without a password.',
    '这是旧版或带密码的 Excel 文件。请另存为不带密码的 XLSX。',
  ),
  damaged: say('The Excel file is damaged or is no workbook.', 'Excel 文件已损坏或不是工作簿。'),
  unreadable: say(
    'The file could not be read. Has it been moved or is it open elsewhere?',
    '无法读取文件，可能已被移动或正被占用。',
  ),
} as const;

export function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'en' in value && 'zh' in value;
}
