import { say, type Text } from '../../../../kernel/text.ts';

/** What the page of the report says. */
export const reportWords = {
  exceptions: say('Exceptions', '异常'),
  noExceptions: say('No exceptions.', '没有异常。'),
  leaders: say('Top performers', '业绩领先'),
  statements: say('Commission', '提成'),
  byDeal: say(
    'As on the sheet of commission by deal, which shows it deal by deal.',
    '取自逐单提成表，逐笔计算见该表。',
  ),
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
  summary: say('Summary', '简报'),
  summaryLanguage: say('Language of the summary', '简报语言'),
  noUnit: say('amounts as in the tracker', '金额单位同目标跟踪表'),
  copy: say('Copy', '复制'),
  copied: say('Copied.', '已复制。'),
  copyYourself: say('Selected: copy it with Ctrl+C (⌘C).', '已选中，请按 Ctrl+C（⌘C）复制。'),
  insertReview: say('Insert a pre-filled review', '插入复盘报告（已填数据）'),
};
