import { say, type Text } from '../../../kernel/text.ts';
import type { RowStatus } from '../../../month/figures/previewTracker.ts';
import type { LeftOut } from '../../../month/import/account.ts';

/** Signs that cannot be told by looking at them. */
const DELIMITER_NAMES: Readonly<Record<string, Text>> = {
  ',': say('comma ,', '逗号 ,'),
  '\t': say('tab', '制表符'),
  ';': say('semicolon ;', '分号 ;'),
  '|': say('bar |', '竖线 |'),
  '，': say('Chinese comma ，', '中文逗号 ，'),
  '；': say('Chinese semicolon ；', '中文分号 ；'),
};

const rowsOf = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;

const DAYS = {
  lastDeal: say('the last deal of the file', '文件中最后一笔成交'),
  monthEnd: say('the last day of the month', '当月最后一天'),
};

/** What the month's page says. */
export const words = {
  about: {
    bringIn: say(
      'From your CRM or order export into the tracker and the history',
      '将 CRM 或订单导出文件导入目标跟踪表和历史台账',
    ),
    close: say('Keep the month’s figures for good, then begin the next month', '留存当月数据，并开始下一个月'),
    report: say(
      'Exceptions, top performers, commission; and a summary to send',
      '异常、排名、提成，以及可直接发送的简报',
    ),
    reconcile: say('CRM deals against finance receipts', '核对 CRM 成交与财务收款'),
    cadence: say('Deadlines, and what was missed', '例行工作的期限与逾期'),
  },
  lead: say(
    'Choose a CRM or order export. You see what changes before anything is written.',
    '选择 CRM 或订单导出文件，写入前可先查看全部变化。',
  ),
  noSheets: say(
    'There is nowhere to put the data yet. Insert a tracker (current month) or a history (closed months).',
    '尚无可写入数据的表。请插入目标跟踪表（当月）或历史台账（已关账月份）。',
  ),
  noHistory: say(
    'Closing a month needs a history sheet, which this workbook does not have yet.',
    '关账需要历史台账，本工作簿中尚无该表。',
  ),
  file: say('Choose a file (CSV or Excel)', '选择文件（CSV 或 Excel）'),
  drop: say('or drop it here', '或拖到此处'),
  useSelected: say('Use the selected cells', '使用所选单元格'),
  selectTable: say(
    'Select a table in the workbook first: its headings and the rows below them.',
    '请先在工作簿中选择表格：标题行及其下方各行。',
  ),
  paste: say('or paste cells here', '或在此粘贴单元格'),
  pasted: say('pasted cells', '粘贴的单元格'),
  usePasted: say('Use the pasted cells', '使用粘贴的单元格'),
  reading: (share: number): Text => say(`Reading… ${share}%`, `正在读取… ${share}%`),
  underWay: say('Reading', '正在读取'),
  stop: say('Stop', '停止'),
  goOnWorking: say('Go on', '继续'),
  another: say('Choose another file', '更换文件'),
  sheet: say('Sheet', '工作表'),
  sheetRows: (name: string, rows: number): Text => say(`${name} (${rowsOf(rows)})`, `${name}（${rows} 行）`),
  readAs: (encoding: string, delimiter: Text): Text =>
    say(
      `Read as: ${[encoding, delimiter.en].filter(Boolean).join(', ')}`,
      `读取方式：${[encoding, delimiter.zh].filter(Boolean).join('，')}`,
    ),
  encoding: say('Encoding', '编码'),
  delimiter: say('Between columns', '列分隔符'),
  delimiterName: (sign: string): Text => DELIMITER_NAMES[sign] ?? say(sign, sign),
  firstRows: say('The first rows', '前几行'),
  assumed: say('What had to be assumed', '读取时的假定'),
  hiddenUnknown: say(
    'So many rows are selected that it was not looked at which of them are hidden: all are read.',
    '所选行数过多，未检查其中是否有隐藏行，已全部读取。',
  ),
  leaveHidden: say('Leave hidden rows out', '不读取隐藏行'),
  looksRight: say('The names above look right', '以上名称显示正确'),
  noHeadings: say('There are no headings: every row is data', '没有标题行，每一行都是数据'),
  firstRowHeads: say('The first row holds the headings', '首行是标题'),
  allSheets: (count: number): Text => say(`All ${count} of them`, `全部 ${count} 个`),
  onlySheet: (name: string): Text => say(`Only ${name}`, `仅 ${name}`),
  fillDown: say('Yes, take the one above', '是，沿用上方的值'),
  leaveBlank: say('No, it is blank', '否，保持空白'),
  asLastTime: say(
    'Filled in as last time for these headings. Check what each column means.',
    '已按上次对相同标题的选择填入，请核对各列的含义。',
  ),
  trackerMonth: say('Month for the tracker', '目标跟踪表月份'),
  lists: (people: number, products: number): Text =>
    people + products === 0
      ? say('Team and product lists (optional)', '团队与产品名单（可选）')
      : say(`Lists: ${people} people, ${products} products`, `名单：${people} 人，${products} 种产品`),
  listsLead: say(
    'A list with people and their manager, team or region fills in what the file does not say. A list of products finds names that nearly match.',
    '含人员及其经理、团队或区域的名单可补全文件缺少的信息；产品名单用于发现近似名称。',
  ),
  noNames: say('There is no column of people or of products in it.', '其中没有人员或产品列。'),
  forgetLists: say('Forget the lists', '清除名单'),
  columns: say('Columns', '列'),
  columnsLead: say('Check what each column means.', '请核对各列的含义。'),
  noColumn: say('(none)', '（无）'),
  doubtful: say('(not sure)', '（待确认）'),
  sample: (text: string): Text => say(`e.g. ${text}`, `例如：${text}`),
  month: say('Month', '月份'),
  next: say('Preview changes', '预览变化'),
  choose: say('(choose)', '（请选择）'),
  bad: (count: number): Text => say(`${rowsOf(count)} cannot be used`, `${count} 行无法使用`),
  badRow: (row: string, heading: string, text: string): Text =>
    say(`Row ${row}, ${heading} (${text}): `, `第 ${row} 行，${heading}（${text}）：`),
  goOn: say('Skip them and continue', '跳过这些行并继续'),
  cleaned: say('What was cleaned', '已清洗内容'),
  near: (found: string, rows: number): Text =>
    say(`“${found}” (in ${rowsOf(rows)}): is it one of these?`, `“${found}”（${rows} 行）：是否指以下之一？`),
  other: say('No, this is another one', '不，这是另一个'),
  namesTaken: (count: number): Text => say(`Names you have answered about (${count})`, `已确认的名称（${count}）`),
  takenAs: (from: string, to: string): Text => say(`“${from}” is “${to}”`, `“${from}”即“${to}”`),
  isAnother: (from: string): Text => say(`“${from}” is another one`, `“${from}”是另一个`),
  askAgain: say('Ask again', '重新确认'),
  askAgainOf: (from: string): Text => say(`Ask again about “${from}”`, `重新确认“${from}”`),
  preview: say('What changes', '变化预览'),
  caption: (month: string): Text => say(`The tracker’s rows, ${month}`, `目标跟踪表各行，${month}`),
  heads: {
    who: say('Name', '名称'),
    after: say('New', '新值'),
    before: say('was, change', '原值、增减'),
    light: say('Status', '红绿灯'),
  },
  statuses: {
    changed: say('changed', '有变化'),
    same: say('same', '不变'),
    absent: say('not in the file, unchanged', '文件中没有，保持不变'),
    formula: say('your formula, unchanged', '您的公式，保持不变'),
    duplicate: say('duplicate rows, unchanged', '重复行，保持不变'),
    incomplete: say('no name, unchanged', '未填名称，保持不变'),
  } satisfies Record<RowStatus, Text>,
  otherMonth: say('The tracker is of another month: it is left unchanged.', '目标跟踪表属于其他月份，保持不变。'),
  noDeals: (month: string): Text =>
    say(
      `The file has no deal of ${month}: the tracker is left unchanged.`,
      `文件中没有${month}的成交，目标跟踪表保持不变。`,
    ),
  countsFrom: say(
    'Minimum collected for a deal to count (%); blank counts all',
    '最低回款比例（%）：达到才计入业绩，留空则全部计入',
  ),
  idle: (names: readonly string[]): Text =>
    say(
      `On the team list, without a deal in the file (${names.length}): ${names.join(', ')}`,
      `名单中有但文件中无成交（${names.length} 人）：${names.join('、')}`,
    ),
  account: say('Where the rows went', '各行去向'),
  accountRows: say('Rows in the file', '文件行数'),
  accountDeals: say('Count', '计入'),
  accountBad: say('Cannot be used', '无法使用'),
  accountTotals: say('Totals of the file', '文件中的合计'),
  left: {
    lost: say('Lost', '输单'),
    open: say('Still open', '进行中'),
    unpaid: say('Paid too little', '回款不足'),
    otherMonth: say('Of other months', '其他月份'),
    currency: say('In other currencies', '其他币种'),
    kind: say('Left out as you said', '按您的选择不计入'),
    repeated: say('Counted already', '已计入过'),
    unanswered: say('Waiting for an answer', '待确认'),
    heading: say('Headings again', '重复标题'),
    table: say('A second table', '另一张表'),
    blank: say('Blank', '空行'),
    footer: say('Below the table', '表格下方'),
    hidden: say('Hidden', '隐藏'),
    crossTotals: say('Sums of columns', '各列合计'),
  } satisfies Record<LeftOut, Text>,
  missing: (names: string, amount: string): Text =>
    say(
      `Not in this file: ${names} (${amount} in the tracker). Keep, or set to 0?`,
      `文件中没有：${names}（目标跟踪表中为 ${amount}）。保留还是设为 0？`,
    ),
  missingKept: say('Keep: the file is part of the month', '保留：文件只是当月的一部分'),
  missingZero: say('Set to 0', '设为 0'),
  asOf: say('Data as of', '数据截至'),
  asOfMoved: (was: string, becomes: string, by: keyof typeof DAYS): Text =>
    say(`${was} → ${becomes} (${DAYS[by].en})`, `${was} → ${becomes}（${DAYS[by].zh}）`),
  asOfKept: (was: string): Text => say(`${was} (unchanged)`, `${was}（不变）`),
  asOfOther: (day: string, by: keyof typeof DAYS): Text =>
    say(`Not changed to ${day} (${DAYS[by].en}).`, `未改为 ${day}（${DAYS[by].zh}）。`),
  addRows: (count: number): Text => say(`Add ${rowsOf(count)} to the tracker`, `在目标跟踪表中添加 ${count} 行`),
  wouldFall: (names: string): Text =>
    say(
      `Closing this sets the data of these to 0: ${names}. They are in the history and not in this file.`,
      `关账会将以下对象的数据归零：${names}。历史台账中有，而本文件中没有。`,
    ),
  lights: {
    red: say('red', '红'),
    amber: say('amber', '黄'),
    green: say('green', '绿'),
    none: say('no data', '无数据'),
  },
  withoutRow: (names: readonly string[], more: number): Text => {
    const rest = more > 0 ? ` … +${more}` : '';
    return say(
      `In the file but not in the tracker: ${names.join(', ')}${rest}`,
      `文件中有但目标跟踪表中没有：${names.join('、')}${rest}`,
    );
  },
  total: (taken: string, total: string): Text =>
    say(`${taken} of ${total} go into the tracker.`, `共 ${total}，其中 ${taken} 写入目标跟踪表。`),
  close: say('Close months: add their data to the history', '关账：将当月数据追加到历史台账'),
  closeLead: say(
    'Leave this open while the month is still running. Closing twice changes nothing; different data is marked as restated.',
    '月份未结束时请勿勾选。重复关账不会有变化；数据不同则标为更正。',
  ),
  closeAll: (count: number): Text => say(`All ${count} months`, `全部 ${count} 个月`),
  monthStates: {
    new: say('not closed yet', '尚未关账'),
    same: say('closed, same data', '已关账，数据相同'),
    restated: say('closed with different data', '已关账，数据不同'),
  },
  notOver: say('not over yet', '尚未结束'),
  closing: (rows: number, restated: number): Text =>
    restated === 0
      ? say(`${rowsOf(rows)} will be added to the history.`, `将向历史台账追加 ${rows} 行。`)
      : say(
          `${rowsOf(rows)} will be added to the history; ${restated} of them ${restated === 1 ? 'restates an older one' : 'restate older ones'}.`,
          `将向历史台账追加 ${rows} 行，其中 ${restated} 行为更正。`,
        ),
  nothingToWrite: say('There is nothing to write.', '没有需要写入的内容。'),
  apply: say('Apply', '写入'),
  applying: say('Writing…', '正在写入…'),
  applied: (cells: number): Text =>
    say(
      `${cells} ${cells === 1 ? 'cell was' : 'cells were'} written. You can undo this at any time.`,
      `已写入 ${cells} 个单元格。可随时撤销。`,
    ),
  nothing: say('Already up to date; nothing was written.', '数据已是最新，未写入任何内容。'),
  undo: say('Undo the last change', '撤销上次写入'),
  undone: say('The workbook is as it was before.', '工作簿已恢复原状。'),
  cutOff: say('The last import was interrupted. Finish or undo it first.', '上次写入中途中断，请先完成或撤销。'),
  finish: say('Finish it', '完成写入'),
  restore: say('Undo it', '撤销写入'),
  conflicts: say('Nothing was written, because the workbook has changed since:', '工作簿此后有变动，未写入任何内容：'),
  more: (count: number): Text => say(`… and ${count} more`, `……另有 ${count} 项`),

  rows: (count: number): Text => say(rowsOf(count), `${count} 行`),
  noTracker: say('Insert a tracker first: it holds the current month.', '请先插入目标跟踪表，当月数据记在其中。'),
  tracker: say('Tracker', '目标跟踪表'),
  closeMonth: (month: string): Text => say(`Close ${month}`, `${month}关账`),
  sold: say('Sales', '销售额'),
  target: say('Target', '目标'),
  achieved: say('Achievement', '达成率'),
  change: say('Month on month', '环比'),
  noFigures: (count: number): Text =>
    say(
      `${count === 1 ? '1 cell' : `${count} cells`} of the tracker should hold a number and ${count === 1 ? 'does' : 'do'} not. Correct ${count === 1 ? 'it' : 'them'} before you close the month or start the next one.`,
      `目标跟踪表中有 ${count} 个单元格应为数字而不是数字。关账或开始下月前请先更正。`,
    ),
  noFigure: (person: string, figure: 'target' | 'actual', text: string): Text =>
    figure === 'target'
      ? say(`${person}, target: ${text}`, `${person}，目标：${text}`)
      : say(`${person}, actual: ${text}`, `${person}，实际：${text}`),
  withoutFigures: say('Without data', '尚无数据'),
  nothingYet: say('The tracker has no data yet.', '目标跟踪表尚无数据。'),
  closesEarly: (month: string): Text => say(`${month} is not over yet.`, `${month}尚未结束。`),
  closedAlready: say('The history already has the same data.', '历史台账已有相同数据。'),
  closedFromFile: say(
    'This month was closed from a file. To restate it, import the corrected file.',
    '该月已用文件关账。如需更正，请导入更正后的文件。',
  ),
  closedMonths: say('Closed months', '已关账月份'),

  exceptions: say('Exceptions', '异常'),
  noExceptions: say('No exceptions.', '没有异常。'),
  leaders: say('Top performers', '业绩领先'),
  statements: say('Commission', '提成'),
  statementsLead: say('Open a line to see how it was calculated.', '展开可查看计算过程。'),
  noPlan: say('Insert an incentive plan to calculate commission.', '插入激励方案后即可计算提成。'),
  weekUnknown: (reason: Text): Text =>
    say(
      `Week on the tracker: ${reason.en}. The pace here counts Monday to Friday.`,
      `目标跟踪表中的工作周：${reason.zh}。此处的进度按周一至周五计算。`,
    ),
  owedUnread: say(
    'The collection sheet could not be read: overdue payments are missing here.',
    '无法读取回款跟踪表：此处缺少逾期未回款。',
  ),
  planAssumed: say(
    'No incentive plan was kept when this month was closed: its commission goes by the plan that is on the sheet now.',
    '此月关账时未保存激励方案：提成按表中现有方案计算。',
  ),
  noPay: say('cannot be calculated', '无法计算'),
  moreOnSheet: (count: number): Text =>
    say(`${count} more ${count === 1 ? 'is' : 'are'} on the sheet.`, `另有 ${count} 项，见工作表。`),
  summary: say('Summary', '简报'),
  summaryLanguage: say('Language of the summary', '简报语言'),
  noUnit: say('amounts as in the tracker', '金额单位同目标跟踪表'),
  copy: say('Copy', '复制'),
  copied: say('Copied.', '已复制。'),
  copyYourself: say('Selected: copy it with Ctrl+C (⌘C).', '已选中，请按 Ctrl+C（⌘C）复制。'),
  insertReview: say('Insert a pre-filled review', '插入复盘报告（已填数据）'),

  reconcileLead: say(
    'Two lists side by side: what is in one and not in the other, and what differs. Nothing is changed in either.',
    '两份清单逐项核对：一方有而另一方没有的，以及金额不同的。不会改动任何一方。',
  ),
  sides: {
    crm: say('1. Sales of the CRM', '1. CRM 成交清单'),
    receipts: say('2. Receipts of finance', '2. 财务收款清单'),
  },
  useCollection: say('Use the collection sheet', '使用回款跟踪表'),
  collectionSheet: say('Collection sheet', '回款跟踪表'),
  chooseAmount: say('Choose the column of the amounts.', '请选择金额所在的列。'),
  differences: say('Differences', '差异'),
  matchBy: say('Match by', '匹配依据'),
  keys: { contract: say('Contract number', '合同编号'), customer: say('Customer', '客户') },
  noCommonKey: say(
    'The two lists have neither contract numbers nor customers in common columns. Choose such a column on both sides.',
    '两份清单没有共同的合同编号或客户列，请在两边选择相应的列。',
  ),
  leastShare: say('Minimum collected for a contract to count (%)', '最低回款比例（%）：达到才计入业绩'),
  shareRange: say('Type a share from 0 to 100.', '请填写 0 到 100 之间的比例。'),
  expected: say('Expected', '应收'),
  received: say('Received', '实收'),
  difference: say('Difference', '差额'),
  effect: say('Effect on credited sales', '对业绩的影响'),
  effectLead: say(
    'How credited sales would change if the receipts are right.',
    '以实际收款为准时，计入业绩的金额增减。',
  ),
  withoutKey: (count: number): Text =>
    say(`${rowsOf(count)} ${count === 1 ? 'names' : 'name'} nothing to match by`, `${count} 行缺少匹配依据`),
  allAgree: say('Everything agrees.', '全部一致。'),
  shouldBe: (expected: string, received: string): Text =>
    say(`expected ${expected}, received ${received}`, `应收 ${expected}，实收 ${received}`),

  cadenceLead: say(
    'Deadlines for recurring tasks. Tick what’s done; edit the table to fit your routine.',
    '例行工作的期限。完成后请勾选；可按实际情况修改下表。',
  ),
  dutiesTitle: (missed: number): Text =>
    missed > 0 ? say(`Due (${missed} overdue)`, `待办（${missed} 项逾期）`) : say('Due next', '近期待办'),
  missed: (count: number): Text => say(`Overdue (${count})`, `逾期（${count}）`),
  dueNext: say('Due next', '近期待办'),
  doneLately: say('Done lately', '最近完成'),
  dueIn: (days: number, day: string): Text => {
    if (days === 0) return say('due today', '今天到期');
    const count = `${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`;
    return days > 0
      ? say(`due in ${count} (${day})`, `${days} 天后到期（${day}）`)
      : say(`${count} overdue (${day})`, `已逾期 ${-days} 天（${day}）`);
  },
  andEarlier: (count: number): Text => say(`and ${count} earlier`, `此前另有 ${count} 次`),
  tick: say('Done', '完成'),
  tickOf: (label: Text, period: string): Text => say(`Done: ${label.en}, ${period}`, `完成：${label.zh}，${period}`),
  ticked: (label: Text): Text => say(`Done: ${label.en}`, `已完成：${label.zh}`),
  untick: say('Reopen', '取消完成'),
  untickOf: (label: Text): Text => say(`Reopen: ${label.en}`, `取消完成：${label.zh}`),
  from: (day: string): Text => say(`from ${day}`, `自 ${day}`),
  cadenceTable: say('Task schedule', '例行工作表'),
  cadenceDefaults: say('Back to the usual table', '恢复默认'),
  newTask: say('New task', '新任务'),
  addTask: say('Add a task', '添加任务'),
  taskName: say('Task', '任务'),
  remove: say('Remove', '删除'),
  removeTask: (label: Text): Text => say(`Remove ${label.en}`, `删除${label.zh}`),
  periods: {
    week: say('every week', '每周'),
    month: say('every month', '每月'),
    quarter: say('every quarter', '每季度'),
  },
  rules: {
    weekday: say('the same week, on', '当周'),
    weekdayAfter: say('the next week, on', '次周'),
    lastDay: say('on the last day', '最后一天'),
    dayAfter: say('afterwards, on day', '期后第几天'),
    workingDayAfter: say('afterwards, on working day', '期后第几个工作日'),
  },
  ruleText: {
    weekday: (day: Text): Text => say(`on ${day.en}`, `当周${day.zh}`),
    weekdayAfter: (day: Text): Text => say(`on ${day.en} of the next week`, `次周${day.zh}`),
    lastDay: (_: Text): Text => say('on the last day', '最后一天'),
    dayAfter: (day: Text): Text => say(`on day ${day.en} after it`, `期后第 ${day.zh} 天`),
    workingDayAfter: (day: Text): Text => say(`on working day ${day.en} after it`, `期后第 ${day.zh} 个工作日`),
  },
  howOften: say('How often', '频率'),
  when: say('When', '期限'),
  whichDay: say('Day', '日'),
  day: (number: number): Text => say(String(number), `${number}`),
  weekdays: [
    say('Monday', '周一'),
    say('Tuesday', '周二'),
    say('Wednesday', '周三'),
    say('Thursday', '周四'),
    say('Friday', '周五'),
    say('Saturday', '周六'),
    say('Sunday', '周日'),
  ],
};
