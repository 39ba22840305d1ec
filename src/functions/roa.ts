import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const roa = defineShare({
  name: 'ROA',
  family: 'money',
  text: {
    label: say('Return on assets', '资产回报率'),
    words: searchWords('ROA, return on investment, asset efficiency', '总资产收益率，资产收益率，投资回报'),
    summary: say('Net income as a share of the assets that earned it.', '净利润占资产总额的比例。'),
    source: 'Return on assets of financial statement analysis',
  },
  part: {
    name: 'net_income',
    label: say('Net income', '净利润'),
    about: say(
      'Profit of the period; a loss is negative. If blank, the result is blank.',
      '期内净利润，亏损为负；为空则结果为空。',
    ),
  },
  whole: {
    name: 'assets',
    label: say('Assets', '资产总额'),
    about: say('Total assets, best the mean of start and end of the period.', '资产总额，最好取期初与期末的平均。'),
    minimum: 0,
  },
  examples: [
    { given: { net_income: 120000, assets: 1500000 }, result: 0.08 },
    { given: { net_income: -10, assets: 400 }, result: -0.025 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
