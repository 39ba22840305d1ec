import { say, type Text } from '../kernel/text.ts';
import type { PortReason } from '../port/port.ts';

/** Everything that the pane itself says; functions and templates bring their own words. */
export const strings = {
  product: say('Sales KPI', '销售KPI'),
  sections: say('Sections', '栏目'),
  home: say('Home', '首页'),
  templates: say('Templates', '模板'),
  functions: say('Functions', '函数'),
  brokeOff: say('The last change was interrupted. Finish or undo it first.', '上次写入中途中断。请先完成或撤销。'),
  finishIt: say('Finish it', '完成写入'),
  takeItBack: say('Undo it', '撤销写入'),
  mended: say('Nothing is left half-done.', '中断的写入已处理完毕。'),
  /** Said in the language that it switches to. */
  switchLanguage: say('Switch to English', '切换到中文'),
  languageName: say('English', '中文'),

  greeting: say('Targets, tracking and commission, exact to the cent.', '目标、跟踪与提成，精确到分。'),
  startWith: say('Start with a template', '从模板开始'),
  families: say('Functions by subject', '按主题查找函数'),
  functionCount: (count: number) => say(`${count} ${count === 1 ? 'function' : 'functions'}`, `${count} 个函数`),
  privacy: say('Your data never leaves the workbook.', '数据不会离开您的工作簿。'),
  version: (version: string) => say(`Version ${version}`, `版本 ${version}`),

  month: say('Month-end', '月度工作'),
  monthLead: say('Import data, close, report, reconcile.', '导入数据、关账、汇报、对账。'),
  monthParts: {
    bringIn: say('Import data', '导入数据'),
    close: say('Close and roll over', '关账与结转'),
    report: say('Report', '月报'),
    pay: say('Statements and payroll', '提成单与发放'),
    reconcile: say('Reconcile', '对账'),
    cadence: say('Recurring tasks', '例行工作'),
  },
  care: say('Workbook maintenance', '工作簿维护'),
  share: say('Share a copy', '分享副本'),
  shareAbout: say('For people who do not have the add-in', '供未安装插件的人使用'),
  health: say('Formula check', '公式检查'),
  healthAbout: say('Finds and repairs broken KPI formulas', '查找并修复失效的 KPI 公式'),
  doctor: say('Data check', '数据体检'),
  doctorAbout: say(
    'Numbers stored as text, mixed dates, duplicate rows and more',
    '文本型数字、日期格式混乱、重复行等',
  ),
  loading: say('Loading…', '正在加载…'),
  working: say('Working on the workbook…', '正在处理工作簿…'),
  introduction: say('Get started', '快速入门'),
  stepOf: (step: number, steps: number) => say(`Step ${step} of ${steps}`, `第 ${step} 步，共 ${steps} 步`),
  introductionSteps: [
    {
      title: say('Insert a template', '插入模板'),
      text: say(
        'You get a new sheet with sample data. Nothing is overwritten, and you can undo it with one click.',
        '模板会成为带示例数据的新工作表，不会覆盖已有内容，随时可一键撤销。',
      ),
    },
    {
      title: say('Fill in the yellow cells', '填写黄色单元格'),
      text: say(
        'Put your own data in their place. Everything else is calculated by formulas that you can read and check.',
        '换成自己的数据，其余均由公式计算，可查可核。',
      ),
    },
    {
      title: say('Come back here', '回到这里'),
      text: say(
        'This page shows what’s red and what to do next. Every function is here too, with its definition.',
        '首页会显示哪些亮红灯、下一步该做什么；所有函数及其定义也都在这里。',
      ),
    },
  ],
  next: say('Next', '继续'),
  skip: say('Skip', '跳过'),
  begin: say('Begin', '开始使用'),

  nextStep: say('Next step', '下一步'),
  nextSteps: {
    start: say('Split the target of the whole team down to every person.', '先把团队总目标拆解到每个人。'),
    follow: say('Follow every target through the month.', '按月跟踪每个目标的完成情况。'),
    explain: say('Nothing is red. See what lies behind the numbers.', '没有红灯。来看看数字背后的原因。'),
    pay: say('Calculate commission and bonuses.', '计算业绩对应的提成与奖金。'),
    close: say('Keep this month’s data, so that months can be compared.', '留存本月数据，便于逐月比较。'),
    fill: (rows: number) =>
      say(
        `${rows} ${rows === 1 ? 'row has' : 'rows have'} no data yet. Fill in the actuals.`,
        `${rows} 行尚无数据，请填写实际值。`,
      ),
    red: (rows: number) =>
      say(
        `${rows} ${rows === 1 ? 'row is' : 'rows are'} red. Look at what holds them back.`,
        `${rows} 行亮红灯，请查看原因。`,
      ),
    amber: (rows: number) =>
      say(
        `${rows} ${rows === 1 ? 'row is' : 'rows are'} amber. Keep an eye on them.`,
        `${rows} 行亮黄灯，请持续关注。`,
      ),
    mend: (rows: number) =>
      say(
        `${rows} ${rows === 1 ? 'light' : 'lights'} could not be read. The formula check finds out why.`,
        `有 ${rows} 个红绿灯无法读取。请运行公式检查。`,
      ),
    wait: say('The lights are still being calculated.', '红绿灯仍在计算中。'),
    fine: say('Nothing is red. Update the data when there is new data.', '没有红灯。有新数据时请及时更新。'),
  },
  goTo: (sheet: string) => say(`Go to “${sheet}”`, `转到“${sheet}”`),
  insertA: (label: Text): Text => say(`Insert ${label.en}`, `插入${label.zh}`),
  inWorkbook: say('In this workbook', '本工作簿'),
  lights: {
    red: (count: number) => say(`${count} red`, `红 ${count}`),
    amber: (count: number) => say(`${count} amber`, `黄 ${count}`),
    green: (count: number) => say(`${count} green`, `绿 ${count}`),
    none: (count: number) => say(`${count} without data`, `无数据 ${count}`),
    unread: (count: number) => say(`${count} not readable`, `无法读取 ${count}`),
  },
  asOf: (day: string) => say(`as of ${day}`, `截至 ${day}`),
  readAgain: say('Read the workbook again', '重新读取工作簿'),
  moreTemplates: say('All templates', '全部模板'),

  labels: say('Language of the sheets', '工作表语言'),
  labelsLead: say(
    'Titles, labels, headings and notes change. Data, formulas and whatever you have typed stay as they are; so do words that formulas write, such as the status.',
    '更换标题、标签、表头和批注；数据、公式和您输入的内容不变，公式算出的文字（如红绿灯）也不变。',
  ),
  labelsSheets: say('Sheets', '工作表'),
  labelsInto: say('Language', '语言'),
  labelsChange: say('Change language', '切换语言'),
  labelsChanging: say('Changing the language', '正在切换语言'),
  labelsNone: say('Choose at least one sheet.', '请至少选择一张工作表。'),
  labelsSame: say('All labels are in this language already.', '所有标签已是该语言。'),
  labelsChanged: (labels: number, sheets: number) =>
    say(
      `${labels === 1 ? '1 label' : `${labels} labels`} on ${sheets} ${sheets === 1 ? 'sheet' : 'sheets'} ${labels === 1 ? 'was' : 'were'} changed.`,
      `已更换 ${sheets} 张工作表的 ${labels} 处标签。`,
    ),
  labelsLeft: (labels: number) =>
    say(
      `Labels that hold something else by now, and stay as they are: ${labels}.`,
      `有 ${labels} 处标签已另有内容，保持不变。`,
    ),
  labelsBack: say('The labels are as they were.', '标签已恢复原样。'),
  noSheets: say(
    'This workbook has no Sales KPI sheet yet. Insert a template first.',
    '本工作簿尚无销售KPI 生成的工作表，请先插入模板。',
  ),

  needs: (labels: readonly Text[]): Text => {
    const [are, them] = labels.length > 1 ? ['They are', 'them'] : ['It is', 'it'];
    return say(
      `This sheet reads data from: ${labels.map(({ en }) => en).join(', ')}. ${are} not in this workbook yet; insert ${them} first, then come back here.`,
      `此表取数自：${labels.map(({ zh }) => zh).join('、')}。本工作簿中尚无该表，请先插入，再回到这里。`,
    );
  },
  insertFirst: (label: Text): Text => say(`Insert ${label.en} first`, `先插入${label.zh}`),
  rememberedChoices: say('Filled in as last time in this workbook.', '已填入本工作簿上次的选择。'),

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
    'Paste rows from a spreadsheet, or type; arrow keys go from row to row.',
    '可从表格粘贴多行，也可直接输入；用上下方向键换行。',
  ),
  rowCount: (count: number) => say(`${count} ${count === 1 ? 'row' : 'rows'}`, `${count} 行`),

  insertSheet: say('Insert as a new sheet', '插入为新工作表'),
  inserting: (label: Text): Text => say(`Inserting ${label.en}`, `正在插入${label.zh}`),
  steps: {
    names: say('Reading which names are in use', '正在读取已用名称'),
    plan: say('Preparing the sheet', '正在准备工作表'),
    write: say('Writing the sheet', '正在写入工作表'),
    takeOut: say('Removing it', '正在撤销'),
  },
  cancel: say('Cancel', '取消'),
  cancelling: say('Cancelling and removing what was written', '正在取消，并移除已写入的内容'),
  cancelled: say('Cancelled. Your workbook is as it was.', '已取消，工作簿未作改动。'),
  inserted: (sheet: string) => say(`Inserted in the sheet “${sheet}”.`, `已插入工作表“${sheet}”。`),
  undo: say('Undo', '撤销'),
  keepSheet: say('Keep the sheet', '保留工作表'),
  deleteSheet: say('Delete the sheet', '删除工作表'),
  undone: (sheet: string) => say(`The sheet “${sheet}” was removed.`, `已移除工作表“${sheet}”。`),
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
  gives: say('Result', '结果'),
  arguments: say('Arguments', '参数'),
  noArguments: say('This function takes no arguments.', '此函数没有参数。'),
  useSelection: say('Use selection', '使用所选区域'),
  useSelectionFor: (label: Text): Text => say(`Use selection for ${label.en}`, `用所选区域填写${label.zh}`),
  took: (address: string) => say(`Filled in ${address}`, `已填入 ${address}`),
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
    'The workbook or the sheet is protected. Unprotect it, then try again.',
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
  selection: say(
    'More than one range is selected, or no cells at all. Select one range, then try again.',
    '选中了多个区域，或未选中单元格。请只选择一个区域，然后重试。',
  ),
  gone: say(
    'The sheet is no longer in the workbook. Read the workbook again, then choose another sheet.',
    '该工作表已不在工作簿中。请重新读取工作簿，然后选择其他工作表。',
  ),
  tooLarge: say(
    'Too many cells are selected. Select the table only, then try again.',
    '所选单元格过多。请只选择表格区域，然后重试。',
  ),
  sentTooMuch: say(
    'This is more than Excel on the web takes at a time, and nothing was changed. Take fewer rows, or open the workbook in Excel on your computer.',
    '数据量超过 Excel 网页版一次可接收的上限，未作任何改动。请减少行数，或用桌面版 Excel 打开该工作簿。',
  ),
  readTooMuch: say(
    'The workbook holds more than Excel on the web gives at a time, and nothing was changed. Open it in Excel on your computer, then try again.',
    '工作簿的内容超过 Excel 网页版一次可返回的上限，未作任何改动。请用桌面版 Excel 打开后重试。',
  ),
  memoryFull: say(
    'The workbook cannot remember this much, and nothing was changed. Do it in smaller parts: fewer sheets or rows at a time.',
    '工作簿无法保存这么多内容，未作任何改动。请分批操作，每次处理较少的工作表或行。',
  ),
  mixed: say(
    'A column of a table holds formulas that differ from row to row; Excel would write one of them into all rows, so nothing was changed. Make them alike or move the one that differs out of the table, then try again.',
    '表格的某一列中各行公式不同，Excel 会将其中一个写入所有行，因此未作任何改动。请统一该列公式，或将不同的公式移出表格，然后重试。',
  ),
  unreachable: say(
    'The spreadsheet does not answer. Check your connection, then try again.',
    '表格没有响应。请检查网络连接，然后重试。',
  ),
  busy: say(
    'Somebody else is writing in this spreadsheet right now. Wait a moment, then try again; nothing was changed. (After a pane was closed while it wrote, this lasts two minutes at most.)',
    '其他人正在写入该表格，请稍候重试；未作任何改动。（若有窗格在写入时被关闭，最多需等待两分钟。）',
  ),
  cutOff: say(
    'The last change was interrupted and could not be undone yet. Try again: what is left of it is found, and can be finished or undone.',
    '操作中断，已写入的部分暂时无法撤销。请重试：残留内容会被找到，可完成或撤销。',
  ),
  failed: say(
    'That didn’t work. Nothing was changed. Try again; if it fails again, reload the pane.',
    '操作未成功，未作任何改动。请重试；如仍失败，请重新加载此窗格。',
  ),
};
