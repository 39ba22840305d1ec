import { say, type Text } from '../../../../kernel/text.ts';
import type { Approval } from '../../../../sheets/history.ts';

/** What the page of statements and payroll says. */
export const payWords = {
  none: say(
    'Insert commission by deal, or an incentive plan, to have statements.',
    '插入逐单提成表或激励方案后即有提成单。',
  ),
  period: say('Period', '期间'),
  by: {
    deals: say(
      'From commission by deal, with prizes and bonuses of the incentive sheet for that month.',
      '取自逐单提成表，并计入激励方案表当月的奖金。',
    ),
    incentive: say('From the incentive sheet.', '取自激励方案表。'),
  },
  partial: say(
    'The incentive sheet is of an earlier version: its prizes and bonuses are missing here. Insert it anew.',
    '激励方案表为旧版本：此处缺少其中的奖金，请重新插入。',
  ),
  mixed: (units: readonly string[]): Text =>
    say(
      `The sheets are in different units (${units.join(', ')}): what would be a sum of them has no figure.`,
      `各表的币种与单位不同（${units.join('、')}）：不能相加的金额不予显示。`,
    ),
  overlaps: say(
    'Several sheets of commission by deal end in this month: all of them are paid. Make sure that no deal is in two of them.',
    '有多张逐单提成表在该月结束：各表均计入应发。请确认没有成交同时在两张表中。',
  ),
  waiting: (count: number): Text =>
    say(
      `${count} ${count === 1 ? 'statement has' : 'statements have'} no pay yet: the sheet is still calculating, shows an error, or has no target there.`,
      `${count} 份提成单尚无应发金额：表仍在计算，该处有错误，或缺少目标。`,
    ),
  faults: (count: number): Text =>
    say(
      `${count} ${count === 1 ? 'deal counts' : 'deals count'} for nobody: see “Counts” on the sheet of commission by deal.`,
      `${count} 笔成交未计入任何人：见逐单提成表的“是否计入”。`,
    ),
  caption: (month: string): Text => say(`Statements, ${month}`, `${month}提成单`),
  total: say('Total', '合计'),
  person: say('Salesperson', '销售员'),
  pay: say('Pay', '应发'),
  state: say('State', '状态'),
  remark: say('Remark', '备注'),
  remarkOf: (person: string): Text => say(`Remark, ${person}`, `${person}的备注`),
  stateOf: (person: string): Text => say(`State, ${person}`, `${person}的状态`),
  states: {
    draft: say('draft', '草稿'),
    sent: say('sent', '已发送'),
    questioned: say('questioned', '有异议'),
    approved: say('approved', '已确认'),
  } satisfies Record<Approval, Text>,
  counts: (counts: Readonly<Record<Approval, number>>): Text =>
    say(
      `Draft ${counts.draft}, sent ${counts.sent}, questioned ${counts.questioned}, approved ${counts.approved}.`,
      `草稿 ${counts.draft}，已发送 ${counts.sent}，有异议 ${counts.questioned}，已确认 ${counts.approved}。`,
    ),
  all: say('Set all to', '全部设为'),
  asIs: say('as they are', '保持不变'),
  correction: (amount: string, reason: string): Text =>
    say(`Correction ${amount} (${reason})`, `更正 ${amount}（${reason}）`),
  gone: say('not on the sheet any more', '表中已无此人'),
  twoNames: (before: string, now: string): Text =>
    say(
      `${before} is agreed on and not on the sheet any more; ${now} has the same pay and is not agreed on. If they are one person, both would be paid: write the name of before on the sheet.`,
      `${before}已有约定金额但表中已无此人；${now} 的应发金额相同且尚未约定。若为同一人将重复发放：请在表中改回原姓名。`,
    ),
  takenBack: say('taken back', '收回'),
  dueLater: (amount: string): Text =>
    say(
      `The sheet pays ${amount} otherwise than approved: booked as a correction in a later period.`,
      `表中金额与已确认的相差 ${amount}：将在以后的期间登记为更正。`,
    ),
  corrections: say('Corrections to book', '待登记的更正'),
  correctionsLead: say(
    'Approved statements of earlier periods, and what the sheets pay now.',
    '此前期间已确认的提成单，以及表中现在的金额。',
  ),
  due: (of: string, before: string, after: string): Text =>
    say(`${of}: ${before} approved, ${after} now`, `${of}：已确认 ${before}，现为 ${after}`),
  bookAll: (count: number, month: string): Text =>
    say(`Book ${count === 1 ? 'it' : `all ${count}`} in ${month}`, `在${month}登记（${count} 项）`),
  save: say('Save states', '保存状态'),
  unsaved: (count: number): Text =>
    say(
      `${count} ${count === 1 ? 'statement changes' : 'statements change'}; kept in the history.`,
      `${count} 份提成单有变更，将记入历史台账。`,
    ),
  handOut: say('One statement per person', '每人一份提成单'),
  handOutLead: say('Values only: nobody sees what others are paid.', '只含数值：各人看不到他人的金额。'),
  asSheets: (count: number): Text => say(`Insert ${count} sheets`, `插入 ${count} 张工作表`),
  asFiles: (count: number): Text => say(`Save ${count} files (.zip)`, `保存 ${count} 个文件（.zip）`),
  asWorkbook: say('Open them in a new workbook', '在新工作簿中打开'),
  failed: say('The files could not be made.', '无法生成文件。'),
  archive: (period: string): Text => say(`Statements ${period}`, `提成单 ${period}`),
  payroll: say('Payroll', '发放表'),
  payrollLead: (approved: number, count: number): Text =>
    say(
      `${approved} of ${count} statements are approved. The table has everybody, corrections included.`,
      `${count} 份提成单中已确认 ${approved} 份。表中列出所有人，含更正。`,
    ),
  payrollCsv: say('Payroll as CSV', '发放表（CSV）'),
  title: ({ en, zh }: Text): Text => say(`Statements of ${en}`, `${zh}提成单`),
};
