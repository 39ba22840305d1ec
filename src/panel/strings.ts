import { say } from '../kernel/errors.ts';
import type { Text } from '../kernel/text.ts';
import type { PortReason } from './port.ts';

/** Everything that the pane itself says; functions and templates bring their own words. */
export const strings = {
  product: say('Sales KPI', '销售KPI'),
  sections: say('Sections', '栏目'),
  home: say('Home', '首页'),
  templates: say('Templates', '模板'),
  functions: say('Functions', '函数'),
  /** Said in the language that it switches to. */
  switchLanguage: say('Switch to English', '切换到中文'),
  languageName: say('English', '中文'),

  greeting: say('Targets, tracking and commission, exact to the cent.', '目标、跟踪与提成，精确到分。'),
  startWith: say('Start with a template', '从模板开始'),
  families: say('Functions by subject', '按主题查找函数'),
  functionCount: (count: number) => say(`${count} ${count === 1 ? 'function' : 'functions'}`, `${count} 个函数`),
  privacy: say('No figure leaves your workbook.', '数据不会离开您的工作簿。'),
  version: (version: string) => say(`Version ${version}`, `版本 ${version}`),

  search: say('Search templates and functions', '搜索模板和函数'),
  searchTemplates: say('Search templates', '搜索模板'),
  searchFunctions: say('Search functions', '搜索函数'),
  searchHint: say('Name, term or description', '名称、术语或说明'),
  clearSearch: say('Clear the search', '清空搜索'),
  found: (count: number) => say(`${count} found`, `找到 ${count} 项`),
  nothingFound: (query: string) =>
    say(
      `Nothing found for “${query}”. Try a shorter word, in English or Chinese.`,
      `未找到“${query}”。请换一个更短的词，中英文均可。`,
    ),

  galleryLead: say(
    'Each template becomes a new sheet; nothing in your workbook is overwritten.',
    '每个模板都会插入为新工作表，不会覆盖已有内容。',
  ),
  preview: say('Preview', '预览'),
  moreRows: (count: number) => say(`… and ${count} more rows`, `……另有 ${count} 行`),
  noPreview: say('The preview appears once the fields above are right.', '以上内容填写正确后显示预览。'),
  required: say('required', '必填'),
  optional: say('optional', '选填'),
  checkFields: (count: number) =>
    say(`${count === 1 ? 'One field needs' : `${count} fields need`} your attention.`, `有 ${count} 项需要修改。`),
  resetForm: say('Reset', '恢复默认'),
  addRow: say('Add a row', '添加一行'),
  removeRow: (row: number) => say(`Remove row ${row}`, `删除第 ${row} 行`),
  cellName: (column: string, row: number): Text => say(`${column}, row ${row}`, `${column}，第 ${row} 行`),
  pasteHint: say(
    'Rows copied from a spreadsheet can be pasted here. Arrow keys go from row to row.',
    '可粘贴从表格中复制的多行内容；用上下方向键换行。',
  ),
  rowCount: (count: number) => say(`${count} ${count === 1 ? 'row' : 'rows'}`, `${count} 行`),

  insertSheet: say('Insert as a new sheet', '插入为新工作表'),
  inserting: (label: Text): Text => say(`Inserting ${label.en}`, `正在插入${label.zh}`),
  steps: {
    names: say('Reading which names are in use', '正在读取已用名称'),
    plan: say('Preparing the sheet', '正在准备工作表'),
    write: say('Writing the sheet', '正在写入工作表'),
    takeOut: say('Taking it out again', '正在撤销'),
  },
  cancel: say('Cancel', '取消'),
  cancelling: say('Cancelling: what was written is taken out again', '正在取消，并移除已写入的内容'),
  cancelled: say('Cancelled. Your workbook is as it was.', '已取消，工作簿未作改动。'),
  inserted: (sheet: string) => say(`Inserted in the sheet “${sheet}”.`, `已插入工作表“${sheet}”。`),
  undo: say('Undo', '撤销'),
  undone: (sheet: string) => say(`The sheet “${sheet}” was taken out again.`, `已移除工作表“${sheet}”。`),
  templatesComing: say('Loading the templates', '正在加载模板'),
  templatesMissing: say(
    'The templates could not be loaded. Check your connection, then try again.',
    '模板未能加载。请检查网络连接，然后重试。',
  ),
  tryAgain: say('Try again', '重试'),
  dismiss: say('Close this message', '关闭提示'),

  formula: say('Formula', '公式'),
  definition: say('Definition', '定义'),
  source: say('Source', '出处'),
  example: say('Example', '示例'),
  more: say('Definition and example', '定义与示例'),
  gives: say('gives', '结果'),
  arguments: say('Arguments', '参数'),
  noArguments: say('This function takes no arguments.', '此函数没有参数。'),
  useSelection: say('Use selection', '使用所选区域'),
  useSelectionFor: (label: Text): Text => say(`Use selection for ${label.en}`, `用所选区域填写${label.zh}`),
  took: (address: string) => say(`Took ${address}`, `已填入 ${address}`),
  defaultIs: (value: string) => say(`Default: ${value}.`, `默认：${value}。`),
  leftOut: say('Default', '默认'),
  cellOrValue: say('e.g. D5, or a value', '如 D5，或直接填值'),
  cellsOrRange: say('e.g. D5:D24', '如 D5:D24'),
  ready: say('Ready to insert.', '可以插入。'),
  stillNeeded: (labels: string): Text => say(`Still needed: ${labels}.`, `还需填写：${labels}。`),
  toCorrect: (labels: string): Text => say(`To correct: ${labels}.`, `需要更正：${labels}。`),
  resultNow: say('Result with these values', '按此数值的结果'),
  insertFormula: say('Insert formula', '插入公式'),
  formulaInserted: (address: string) => say(`Inserted in ${address}.`, `已插入 ${address}。`),
  supportCode: (code: string) => say(`For support: ${code}`, `技术支持代码：${code}`),
};

/** What went wrong and the way out. */
export const reasons: Readonly<Record<PortReason, Text>> = {
  protected: say(
    'The workbook or the sheet is protected. Take the protection off, then try again.',
    '工作簿或工作表受保护。请先取消保护，然后重试。',
  ),
  editing: say(
    'A cell is still being edited. Press Enter in the sheet to finish, then try again.',
    '有单元格正在编辑。请在表格中按回车键完成编辑，然后重试。',
  ),
  occupied: say(
    'The active cell is not blank. Select a blank cell, then try again.',
    '当前单元格不是空白。请选择一个空白单元格，然后重试。',
  ),
  permission: say(
    'This account may not change the workbook. If you are signed in with several accounts, open it with one account only, then try again.',
    '此账号无权修改该工作簿。如果同时登录了多个账号，请只用一个账号打开，然后重试。',
  ),
  gone: say(
    'The sheet is no longer in the workbook. Read the workbook again, then choose another sheet.',
    '该工作表已不在工作簿中。请重新读取工作簿，然后选择其他工作表。',
  ),
  unreachable: say(
    'The spreadsheet does not answer. Check your connection, then try again.',
    '表格没有响应。请检查网络连接，然后重试。',
  ),
  failed: say(
    'This did not work, and nothing was changed. Try again; if it fails once more, reload the pane.',
    '操作未成功，未作任何改动。请重试；如仍失败，请重新加载此窗格。',
  ),
};
