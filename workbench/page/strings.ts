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
  startAnew: { en: 'Start anew…', zh: '重新开始…' },
  startAnewTitle: { en: 'Start with a new workbook?', zh: '要从新工作簿开始吗？' },
  startAnewSays: {
    en: 'This workbook, with everything in it, is deleted from this browser. To have it as a file, download it first.',
    zh: '此工作簿及其全部内容将从此浏览器中删除。如需保留，请先下载为文件。',
  },
  startAnewDo: { en: 'Delete and start anew', zh: '删除并重新开始' },
  cancel: { en: 'Cancel', zh: '取消' },
  notKept: {
    en: 'The workbook is open in another tab, or this browser stores nothing: what you do here is lost when the page is closed.',
    zh: '工作簿已在另一标签页中打开，或此浏览器不允许存储：关闭页面后，此处的内容将丢失。',
  },
  keepFailed: {
    en: 'The workbook could not be stored in this browser: download it before you close the page.',
    zh: '无法将工作簿存入此浏览器：请在关闭页面前下载。',
  },
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
    en: 'Everything runs in this browser. Nothing you type or open leaves it. The workbook is kept in it, one per program, until you start anew.',
    zh: '一切都在此浏览器中运行。您输入或打开的内容不会离开浏览器。工作簿保存在其中（两个程序各有一份），直到您重新开始。',
  },
  aboutNot: {
    en: 'It is not Excel or Google Sheets: it does not print, share, or open their files. To use the add-in in them, follow the README.',
    zh: '它不是 Excel 或 Google 表格：不能打印、共享，也不能打开其文件。要在其中使用本插件，请参阅 README。',
  },
} as const satisfies Record<string, Text>;

/** Excel passes no sentence on with these errors. */
export const plainReasons: Readonly<Partial<Record<ErrorCode, Text>>> = {
  '#DIV/0!': { en: 'A division by zero.', zh: '除数为零。' },
  '#NUM!': { en: 'The number is too large.', zh: '数值过大。' },
  '#VALUE!': { en: 'A value is of the wrong kind.', zh: '值的类型不正确。' },
  '#N/A': { en: 'There is no value.', zh: '没有可用的值。' },
};
