import { say, type Text } from '../../../../kernel/text.ts';
import type { LeftOut } from '../../../../month/import/account.ts';
import { rowsOf } from '../words.ts';

/** Signs that cannot be told by looking at them. */
const DELIMITER_NAMES: Readonly<Record<string, Text>> = {
  ',': say('comma ,', '逗号 ,'),
  '\t': say('tab', '制表符'),
  ';': say('semicolon ;', '分号 ;'),
  '|': say('bar |', '竖线 |'),
  '，': say('Chinese comma ，', '中文逗号 ，'),
  '；': say('Chinese semicolon ；', '中文分号 ；'),
};

/** What the page says on which figures are brought in. */
export const bringInWords = {
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
  usePasted: say('Use the pasted cells', '使用粘贴的单元格'),
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
  next: say('Preview changes', '预览变化'),
  choose: say('(choose)', '（请选择）'),
  bad: (count: number): Text => say(`${rowsOf(count)} cannot be used`, `${count} 行无法使用`),
  badRow: (row: string, heading: string, text: string): Text =>
    say(`Row ${row}, ${heading} (${text}): `, `第 ${row} 行，${heading}（${text}）：`),
  goOn: say('Skip them and continue', '跳过这些行并继续'),
  cleaned: say('What was cleaned', '已清洗内容'),
  countsFrom: say(
    'Minimum collected for a deal to count (%); blank counts all',
    '最低回款比例（%）：达到才计入业绩，留空则全部计入',
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
  chooseAmount: say('Choose the column of the amounts.', '请选择金额所在的列。'),
};
