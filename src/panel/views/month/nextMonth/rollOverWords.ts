import { say, type Text } from '../../../../kernel/text.ts';
import type { NextRow } from '../../../../month/rollOver/rollOver.ts';

/** What rolling over and re-planning say. */
export const rollWords = {
  title: (month: Text): Text => say(`Roll over to ${month.en}`, `结转至${month.zh}`),
  lead: (month: Text): Text =>
    say(
      `A new tracker for ${month.en}. The one of the month before stays, closed and protected; your own sheets stay as they are.`,
      `新建${month.zh}目标跟踪表。上月的表保留，标记关账并加保护；您自己的工作表不受影响。`,
    ),
  notOver: (month: Text): Text =>
    say(
      `${month.en} is not over yet: data that comes later will be missing.`,
      `${month.zh}尚未结束，之后的数据将缺失。`,
    ),
  notClosed: (month: Text): Text =>
    say(
      `${month.en} is not in the history yet. Close it first: next year is compared with it.`,
      `历史台账中尚无${month.zh}的数据。请先关账，明年将与之比较。`,
    ),
  source: say('Targets from', '目标来源'),
  fromSplit: (sheet: string): Text => say(`the target split (${sheet})`, `目标拆解（${sheet}）`),
  fromLast: say('last month’s targets', '上月目标'),
  growth: say('Change in %', '增减（%）'),
  growthRange: say('Enter a number from −100 to 1,000.', '请输入 −100 到 1000 之间的数。'),
  notInSplit: (month: Text): Text =>
    say(
      `The target split has no data for ${month.en}: take last month’s targets, or insert next year’s split.`,
      `目标拆解中没有${month.zh}的数据：请使用上月目标，或插入新一年的拆解表。`,
    ),
  otherUnit: (split: string, tracker: string): Text =>
    say(
      `The split is in “${split}”, the tracker in “${tracker}”: figures are taken as they are.`,
      `目标拆解的单位为“${split}”，目标跟踪表为“${tracker}”：数值将原样带入。`,
    ),
  times: (by: string): Text => say(`multiplied by ${by}`, `乘以 ${by}`),
  over: (by: string): Text => say(`divided by ${by}`, `除以 ${by}`),
  converted: (split: string, tracker: string, how: Text): Text =>
    say(
      `The split is in “${split}”, the tracker in “${tracker}”: its targets are ${how.en}.`,
      `目标拆解的单位为“${split}”，目标跟踪表为“${tracker}”：目标值将${how.zh} 后带入。`,
    ),
  caption: (month: Text): Text => say(`The new tracker, ${month.en}`, `新目标跟踪表，${month.zh}`),
  heads: [
    say('Name', '名称'),
    say('Target', '目标'),
    say('Last month', '上月'),
    say('Same month last year', '去年同期'),
  ],
  statuses: {
    stays: undefined,
    joined: say('new', '新增'),
    kept: say('no target', '无目标'),
  } satisfies Record<NextRow['status'], Text | undefined>,
  total: say('Total', '合计'),
  left: say('Without a target: who stays in the tracker?', '没有目标，哪些仍保留在目标跟踪表中？'),
  follow: say('These sheets will switch to the new month', '以下工作表将改为显示新月份'),
  followHelp: say(
    'Clear the box of a sheet that belongs to the month before, such as a review.',
    '属于上月的表（如复盘）请取消勾选。',
  ),
  statementStays: say(
    'A statement that people are paid by stays with its month unless you tick it: for the new month insert another one.',
    '发放奖金所依据的明细表默认保留在所属月份；勾选后才会切换。新月份请另行插入一张。',
  ),
  nobody: say('There is nobody to roll over: no row has a target.', '没有可结转的行：没有任何目标。'),
  notMade: (code: string): Text =>
    say(
      `The workbook could not be read, and nothing was changed. Try again. (${code})`,
      `无法读取工作簿，未作任何改动，请重试。（${code}）`,
    ),
  working: say('Making the new sheet…', '正在生成新工作表…'),
  done: (title: Text): Text =>
    say(`Done: ${title.en}. You can undo this at any time.`, `${title.zh}：已完成。可随时撤销。`),
  anyway: say('Undo anyway', '仍然撤销'),
  undoes: (title: Text): Text => say(`Last change: ${title.en}`, `上次更改：${title.zh}`),
  replan: say('Re-plan the open months', '调整未关账月份'),
  replanLead: say(
    'What the closed months missed is spread over the open ones; the year’s total stays.',
    '将已关账月份的缺口分摊到未关账月份，全年总目标不变。',
  ),
  lock: say('Closed months count with', '已关账月份按'),
  locks: {
    actual: say('their actuals', '实际完成计'),
    target: say('their targets', '原目标计'),
  },
  missing: (figure: string): Text =>
    say(`Shortfall of ${figure}: added to the open months.`, `缺口 ${figure}，加到未关账月份。`),
  ahead: (figure: string): Text =>
    say(`Surplus of ${figure}: taken off the open months.`, `超出 ${figure}，从未关账月份中减去。`),
  onPlan: say('The closed months are exactly on plan.', '已关账月份与计划一致。'),
  reached: say(
    'The closed months already cover the full total: nothing is left for the open ones.',
    '已关账月份已完成全部目标，未关账月份不再分配。',
  ),
  replanCaption: say('The target split, month by month', '目标拆解，按月'),
  replanHeads: [say('Month', '月份'), say('Plan', '目标'), say('New', '新目标'), say('Actual', '实际')],
  write: say('Write into the target split', '写入目标拆解'),
  nothingNew: say('The target split is already up to date.', '目标拆解已是最新，无需写入。'),
};
