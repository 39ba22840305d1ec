import { say } from '../../../kernel/errors.ts';
import type { Text } from '../../../kernel/text.ts';
import type { RowStatus } from '../../../month/previewTracker.ts';

const rowsOf = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;

/** What the month's page says. */
export const words = {
  title: say('Bring in the month’s figures', '导入本月数据'),
  lead: say(
    'Choose an export of your CRM or ledger. You see what changes before anything is written.',
    '选择CRM或台账的导出文件，写入前可先查看全部变化。',
  ),
  noTracker: say('Insert a tracker first: it is what the figures go into.', '请先插入跟踪表，数据将写入其中。'),
  file: say('File (CSV or Excel)', '文件（CSV或Excel）'),
  paste: say('or paste cells here', '或在此粘贴单元格'),
  usePasted: say('Use the pasted cells', '使用粘贴的单元格'),
  reading: (share: number): Text => say(`Reading … ${share} %`, `正在读取… ${share}%`),
  another: say('Choose another file', '选择其他文件'),
  columns: say('Columns', '列'),
  columnsLead: say('Check what each column means.', '请核对各列的含义。'),
  noColumn: say('(none)', '（无）'),
  sample: (text: string): Text => say(`e.g. ${text}`, `例如：${text}`),
  month: say('Month', '月份'),
  next: say('Show what changes', '查看变化'),
  dateOrder: (field: string, examples: string): Text =>
    say(`${field}: is the day or the month first? ${examples}`, `${field}：日在前还是月在前？${examples}`),
  orders: { dayFirst: say('Day first', '日在前'), monthFirst: say('Month first', '月在前') },
  decimalMark: (field: string, examples: string): Text =>
    say(`${field}: what stands before the decimals? ${examples}`, `${field}：小数点是哪个符号？${examples}`),
  marks: { point: say('A point', '点（.）'), comma: say('A comma', '逗号（,）') },
  stage: (stage: string, rows: number): Text =>
    say(`What does the stage “${stage}” mean? (in ${rowsOf(rows)})`, `阶段“${stage}”是什么意思？（${rows} 行）`),
  outcomes: { won: say('Won', '赢单'), lost: say('Lost', '输单'), open: say('Still open', '进行中') },
  currencies: (found: string): Text =>
    say(`Several currencies (${found}) are really one and can be added up`, `多种货币（${found}）实为同一种，可以相加`),
  choose: say('(choose)', '（请选择）'),
  bad: (count: number): Text => say(`${rowsOf(count)} cannot be used`, `${count} 行无法使用`),
  badRow: (row: number, heading: string, text: string): Text =>
    say(`Row ${row}, ${heading} (${text}): `, `第 ${row} 行，${heading}（${text}）：`),
  goOn: say('Go on without them', '忽略并继续'),
  cleaned: say('What was cleaned', '已清洗内容'),
  near: (found: string, rows: number): Text =>
    say(`“${found}” (in ${rowsOf(rows)}): is it one of these?`, `“${found}”（${rows} 行）：是否指以下之一？`),
  other: say('No, this is another one', '不，这是另一个'),
  preview: say('What changes', '变化预览'),
  caption: (month: string): Text => say(`The tracker’s rows, ${month}`, `跟踪表各行，${month}`),
  heads: [
    say('Who', '对象'),
    say('Before', '之前'),
    say('After', '之后'),
    say('Difference', '差额'),
    say('Light', '灯'),
  ],
  statuses: {
    changed: say('changed', '有变化'),
    same: say('same', '不变'),
    absent: say('not in the file, stays', '文件中没有，保持不变'),
    formula: say('a formula of yours, stays', '您的公式，保持不变'),
    duplicate: say('several rows for one, stays', '重复行，保持不变'),
    incomplete: say('says not who, stays', '未填对象，保持不变'),
  } satisfies Record<RowStatus, Text>,
  lights: {
    red: say('red', '红'),
    amber: say('amber', '黄'),
    green: say('green', '绿'),
    none: say('no data', '无数据'),
  },
  withoutRow: (names: string): Text => say(`In the file, without a row: ${names}`, `文件中有但表中没有：${names}`),
  total: (taken: string, total: string): Text =>
    say(`${taken} of ${total} go into the tracker.`, `共 ${total}，其中 ${taken} 写入跟踪表。`),
  close: say('Close the month: add its figures to the history', '关账：将本月数据追加到历史台账'),
  closing: (rows: number, restated: number): Text =>
    say(
      `${rows} rows for the history, ${restated} of them restated`,
      `历史台账新增 ${rows} 行，其中更正 ${restated} 行`,
    ),
  apply: say('Apply', '写入'),
  applying: say('Writing …', '正在写入…'),
  applied: (cells: number): Text =>
    say(
      `${cells} cells were written. Undo brings them back, also another day.`,
      `已写入 ${cells} 个单元格。可随时撤销。`,
    ),
  nothing: say('Everything stands there already; nothing was written.', '数据已是最新，未写入任何内容。'),
  undo: say('Undo the last figures', '撤销上次写入'),
  undone: say('The workbook is as it was before.', '工作簿已恢复原状。'),
  cutOff: say(
    'Writing figures was cut off half-way. Finish it or take it back first.',
    '上次写入中途中断，请先完成或撤回。',
  ),
  finish: say('Finish it', '完成写入'),
  restore: say('Take it back', '撤回'),
  conflicts: say('Nothing was written, because the workbook has changed since:', '工作簿此后有变动，未写入任何内容：'),
  more: (count: number): Text => say(`… and ${count} more`, `……另有 ${count} 项`),
};
