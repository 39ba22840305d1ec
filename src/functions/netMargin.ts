import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const netMargin = defineShare({
  name: 'NET_MARGIN',
  family: 'money',
  text: {
    label: say('Net margin', '净利率'),
    words: searchWords('net profit, profitability, bottom line', '利润率，净利润率，纯利率，销售利润率'),
    summary: say('Share of the revenue that is left as net profit.', '净利润占收入的比例。'),
    source: 'Net profit margin of financial statement analysis',
  },
  part: {
    name: 'net_profit',
    label: say('Net profit', '净利润'),
    about: say(
      'Profit after all costs and taxes; a loss is negative. If blank, the result is blank.',
      '扣除全部成本和税费后的利润，亏损为负；为空则结果为空。',
    ),
  },
  whole: {
    name: 'revenue',
    label: say('Revenue', '收入'),
    about: say('Revenue of the same period.', '同期收入。'),
    minimum: 0,
  },
  examples: [
    { given: { net_profit: 120000, revenue: 800000 }, result: 0.15 },
    { given: { net_profit: -50, revenue: 200 }, result: -0.25 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
