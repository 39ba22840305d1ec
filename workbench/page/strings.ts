import type { ErrorCode } from '../../src/kernel/cell.ts';
import type { Text } from '../../src/kernel/text.ts';

export const strings = {
  product: { en: 'Sales KPI', zh: '销售KPI' },
  workbench: { en: 'Workbench', zh: '工作台' },
  host: { en: 'Play as', zh: '模拟' },
  language: { en: '中文', zh: 'English' },
  languageLabel: { en: '切换为中文', zh: 'Switch to English' },
  dark: { en: 'Dark', zh: '深色' },
  light: { en: 'Light', zh: '浅色' },
  openCsv: { en: 'Open CSV…', zh: '打开 CSV…' },
  download: { en: 'Download .xlsx', zh: '下载 .xlsx' },
  downloadFailed: { en: 'The workbook could not be written as a file.', zh: '无法将工作簿写成文件。' },
  csvFailed: { en: 'This file could not be read as CSV.', zh: '无法将此文件读取为 CSV。' },
  what: { en: 'What is this?', zh: '这是什么？' },
  close: { en: 'Close', zh: '关闭' },
  hint: { en: 'Select a cell with an error to read why.', zh: '选中出错的单元格，可在此查看原因。' },
  loading: { en: 'Starting…', zh: '正在启动…' },
  startFailed: { en: 'The host could not be started.', zh: '无法启动所模拟的程序。' },
  aboutTitle: { en: 'A local stand-in for Excel and Google Sheets', zh: '在本机模拟的 Excel 与 Google 表格' },
  aboutIs: {
    en: 'The spreadsheet on the left is Univer, an open-source engine. The pane on the right is the add-in itself, the same files that are installed into Excel or Google Sheets; they talk to the spreadsheet as they talk to those programs.',
    zh: '左侧是开源表格引擎 Univer。右侧窗格就是本插件，与装入 Excel 或 Google 表格的文件完全相同，与表格的交互方式也相同。',
  },
  aboutPrivate: {
    en: 'Everything runs in this browser. Nothing you type or open leaves it, and nothing is kept when the page is closed.',
    zh: '一切都在此浏览器中运行。您输入或打开的内容不会离开浏览器，关闭页面后也不会保留。',
  },
  aboutNot: {
    en: 'It is not Excel or Google Sheets: charts, printing, sharing and files of theirs are not shown here. To use the add-in in them, follow the README.',
    zh: '它不是 Excel 或 Google 表格：不含图表、打印、共享，也不能打开其文件。要在其中使用本插件，请参阅 README。',
  },
} as const satisfies Record<string, Text>;

/** Excel passes no sentence on with these errors. */
export const plainReasons: Readonly<Partial<Record<ErrorCode, Text>>> = {
  '#DIV/0!': { en: 'A division by zero.', zh: '除数为零。' },
  '#NUM!': { en: 'The number is too large.', zh: '数值过大。' },
  '#VALUE!': { en: 'A value is of the wrong kind.', zh: '值的类型不正确。' },
  '#N/A': { en: 'There is no value.', zh: '没有可用的值。' },
};
