import { say, type Text } from '../../../../kernel/text.ts';

/** What the page says on which a month is closed. */
export const closeWords = {
  tracker: say('Tracker', '目标跟踪表'),
  closeMonth: (month: string): Text => say(`Close ${month}`, `${month}关账`),
  change: say('Month on month', '环比'),
  withoutFigures: say('Without data', '尚无数据'),
  nothingYet: say('The tracker has no data yet.', '目标跟踪表尚无数据。'),
  closesEarly: (month: string): Text => say(`${month} is not over yet.`, `${month}尚未结束。`),
  notApproved: (count: number): Text =>
    say(
      `${count} ${count === 1 ? 'statement' : 'statements'} of this month ${count === 1 ? 'is' : 'are'} not approved yet. You can close all the same.`,
      `该月有 ${count} 份提成单尚未确认，仍可关账。`,
    ),
  closedAlready: say('The history already has the same data.', '历史台账已有相同数据。'),
  closedFromFile: say(
    'This month was closed from a file. To restate it, import the corrected file.',
    '该月已用文件关账。如需更正，请导入更正后的文件。',
  ),
  closedMonths: say('Closed months', '已关账月份'),
};
