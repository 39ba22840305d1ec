import { say, type Text } from '../kernel/text.ts';

const ROWS = 300_000;

/** What a file may be. Beyond it the browser would be slow or run out of memory before a figure is seen. */
export const LIMITS = {
  bytes: 40 * 2 ** 20,
  /** Of data. */
  rows: ROWS,
  /** With the heading over them. */
  lines: ROWS + 1,
  columns: 500,
  /** Characters without a line break. */
  line: 1_000_000,
  /** Bytes that a workbook may unfold to: 300,000 rows of 15 columns. */
  unpacked: 180 * 2 ** 20,
  /** Of a workbook, blank ones aside. */
  cells: 6_000_000,
} as const;

const megabytes = (bytes: number): string => (bytes / 2 ** 20).toFixed(0);

export const problems = {
  empty: say('The file is empty.', '文件为空。'),
  markup: say(
    'This is a web page or XML under the name of a table, as many systems save it. Open it in Excel and save it as XLSX.',
    '这是网页或 XML，并非表格文件（不少系统这样导出）。请用 Excel 打开后另存为 XLSX。',
  ),
  json: say('This is JSON, not a table: export it as CSV or XLSX.', '这是 JSON，并非表格：请导出为 CSV 或 XLSX。'),
  richText: say(
    'This is a formatted document, not a table: copy its table into Excel and save it as XLSX.',
    '这是带格式的文档，并非表格：请将其中的表格复制到 Excel 并另存为 XLSX。',
  ),
  noRows: say('There are no rows in the file.', '文件中没有数据行。'),
  tooLarge: (bytes: number): Text =>
    say(
      `The file has ${megabytes(bytes)} MB; up to ${megabytes(LIMITS.bytes)} MB can be read. Export fewer months or columns.`,
      `文件为 ${megabytes(bytes)} MB，最多可读取 ${megabytes(LIMITS.bytes)} MB。请减少导出的月份或列。`,
    ),
  unfoldsTo: (bytes: number): Text =>
    say(
      `The workbook unfolds to ${megabytes(bytes)} MB; up to ${megabytes(LIMITS.unpacked)} MB can be read. Export fewer months or columns, or as CSV.`,
      `工作簿展开后为 ${megabytes(bytes)} MB，最多可读取 ${megabytes(LIMITS.unpacked)} MB。请减少月份或列，或导出为 CSV。`,
    ),
  tooManyCells: say(
    `The workbook has more than ${LIMITS.cells} filled cells. Export fewer months or columns.`,
    `工作簿的非空单元格超过 ${LIMITS.cells} 个。请减少月份或列。`,
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
  unknownEncoding: say(
    'The file’s letters cannot be made out. Save it as “CSV UTF-8” or as XLSX, or choose its encoding.',
    '无法识别文件的编码。请另存为“CSV UTF-8”或 XLSX，或选择文件编码。',
  ),
  notATable: say('This is not a table: choose a CSV or XLSX file.', '这不是表格文件：请选择 CSV 或 XLSX 文件。'),
  oldExcel: say(
    'This is an old or a password-protected Excel file. Save it as XLSX without a password.',
    '这是旧版或带密码的 Excel 文件。请另存为不带密码的 XLSX。',
  ),
  damaged: say('The Excel file is damaged or is no workbook.', 'Excel 文件已损坏或不是工作簿。'),
  noWorkbook: say(
    'This is not an XLSX workbook: save it as XLSX or CSV.',
    '这不是 XLSX 工作簿：请另存为 XLSX 或 CSV。',
  ),
  workerDied: say(
    'Reading broke off: the page has run out of memory or was stopped. Nothing was read. Try a smaller file, or CSV.',
    '读取中断：页面内存不足或已被终止，未读取任何内容。请使用较小的文件或 CSV。',
  ),
  unreadable: say(
    'The file could not be read. Has it been moved or is it open elsewhere?',
    '无法读取文件，可能已被移动或正被占用。',
  ),
} as const;

export function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'en' in value && 'zh' in value;
}
