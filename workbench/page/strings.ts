import type { ErrorCode } from '../../src/kernel/cell.ts';
import { say, type Text } from '../../src/kernel/text.ts';

export const strings = {
  product: say('Sales KPI', '销售KPI'),
  workbench: say('Workbench', '工作台'),
  host: say('Play as', '模拟'),
  language: say('中文', 'English'),
  languageLabel: say('切换为中文', 'Switch to English'),
  dark: say('Dark', '深色'),
  light: say('Light', '浅色'),
  openCsv: say('Open CSV…', '打开 CSV…'),
  download: say('Download .xlsx', '下载 .xlsx'),
  downloadFailed: say('The workbook could not be written as a file.', '无法将工作簿写成文件。'),
  csvFailed: say('This file could not be read as CSV.', '无法将此文件读取为 CSV。'),
  startAnew: say('Start anew…', '重新开始…'),
  startAnewTitle: say('Start with a new workbook?', '要从新工作簿开始吗？'),
  startAnewSays: say(
    'This workbook, with everything in it, is deleted from this browser. To have it as a file, download it first.',
    '此工作簿及其全部内容将从此浏览器中删除。如需保留，请先下载为文件。',
  ),
  startAnewDo: say('Delete and start anew', '删除并重新开始'),
  cancel: say('Cancel', '取消'),
  notKept: say(
    'The workbook is open in another tab, or this browser stores nothing: what you do here is lost when the page is closed.',
    '工作簿已在另一标签页中打开，或此浏览器不允许存储：关闭页面后，此处的内容将丢失。',
  ),
  keepFailed: say(
    'The workbook could not be stored in this browser: download it before you close the page.',
    '无法将工作簿存入此浏览器：请在关闭页面前下载。',
  ),
  what: say('What is this?', '这是什么？'),
  close: say('Close', '关闭'),
  hint: say('Select a cell with an error to read why.', '选中出错的单元格，可在此查看原因。'),
  loading: say('Starting…', '正在启动…'),
  startFailed: say('The host could not be started.', '无法启动所模拟的程序。'),
  aboutTitle: say('A local stand-in for Excel and Google Sheets', '在本机模拟的 Excel 与 Google 表格'),
  aboutIs: say(
    'The spreadsheet on the left is Univer, an open-source engine. The pane on the right is the add-in itself, the same files that are installed into Excel or Google Sheets; they talk to the spreadsheet as they talk to those programs.',
    '左侧是开源表格引擎 Univer。右侧窗格就是本插件，与装入 Excel 或 Google 表格的文件完全相同，与表格的交互方式也相同。',
  ),
  aboutPrivate: say(
    'Everything runs in this browser. Nothing you type or open leaves it. The workbook is kept in it, one per program, until you start anew.',
    '一切都在此浏览器中运行。您输入或打开的内容不会离开浏览器。工作簿保存在其中（两个程序各有一份），直到您重新开始。',
  ),
  aboutNot: say(
    'It is not Excel or Google Sheets: it does not print, share, or open their files. To use the add-in in them, follow the README.',
    '它不是 Excel 或 Google 表格：不能打印、共享，也不能打开其文件。要在其中使用本插件，请参阅 README。',
  ),
} as const satisfies Record<string, Text>;

/** Excel passes no sentence on with these errors. */
export const plainReasons: Readonly<Partial<Record<ErrorCode, Text>>> = {
  '#DIV/0!': say('A division by zero.', '除数为零。'),
  '#NUM!': say('The number is too large.', '数值过大。'),
  '#VALUE!': say('A value is of the wrong kind.', '值的类型不正确。'),
  '#N/A': say('There is no value.', '没有可用的值。'),
};
