import { say, type Text } from '../../../kernel/text.ts';

export const rowsOf = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;

/** What several pages of the month say. */
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
    pay: say(
      'Approve what everybody is paid, book corrections, hand over to payroll',
      '确认各人应发，登记更正，交付发放',
    ),
    reconcile: say('CRM deals against finance receipts', '核对 CRM 成交与财务收款'),
    cadence: say('Deadlines, and what was missed', '例行工作的期限与逾期'),
  },
  pasted: say('pasted cells', '粘贴的单元格'),
  reading: (share: number): Text => say(`Reading… ${share}%`, `正在读取… ${share}%`),
  underWay: say('Reading', '正在读取'),
  stop: say('Stop', '停止'),
  goOnWorking: say('Go on', '继续'),
  another: say('Choose another file', '更换文件'),
  assumed: say('What had to be assumed', '读取时的假定'),
  month: say('Month', '月份'),
  lights: {
    red: say('red', '红'),
    amber: say('amber', '黄'),
    green: say('green', '绿'),
    none: say('no data', '无数据'),
  },
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
  samplesEnd: (rows: number): Text =>
    say(
      `${rowsOf(rows)} of sample data in the history no longer ${rows === 1 ? 'counts' : 'count'}: marked superseded.`,
      `历史台账中的 ${rows} 行示例数据不再计入：状态改为“已被取代”。`,
    ),
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
  sold: say('Sales', '销售额'),
  target: say('Target', '目标'),
  achieved: say('Achievement', '达成率'),
  noFigures: (count: number): Text =>
    say(
      `${count === 1 ? '1 cell' : `${count} cells`} of the tracker should hold a number and ${count === 1 ? 'does' : 'do'} not. Correct ${count === 1 ? 'it' : 'them'} before you close the month or start the next one.`,
      `目标跟踪表中有 ${count} 个单元格应为数字而不是数字。关账或开始下月前请先更正。`,
    ),
  noFigure: (person: string, figure: 'target' | 'actual', text: string): Text =>
    figure === 'target'
      ? say(`${person}, target: ${text}`, `${person}，目标：${text}`)
      : say(`${person}, actual: ${text}`, `${person}，实际：${text}`),
  moreOnSheet: (count: number): Text =>
    say(`${count} more ${count === 1 ? 'is' : 'are'} on the sheet.`, `另有 ${count} 项，见工作表。`),
  shareRange: say('Type a share from 0 to 100.', '请填写 0 到 100 之间的比例。'),
};
