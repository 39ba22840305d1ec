import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const costRatio = defineShare({
  name: 'COST_RATIO',
  family: 'money',
  text: {
    label: say('Selling cost ratio', '销售费用率'),
    words: searchWords(
      'selling expense ratio, cost of sales, expense rate, budget use',
      '费用率，费销比，销售费用占比，费用占比',
    ),
    summary: say('What selling costs as a share of the sales it brings.', '销售费用占销售额的比例。'),
    source: 'Sales expense ratio (cost of sales organisation ÷ sales)',
  },
  part: {
    name: 'selling_cost',
    label: say('Selling cost', '销售费用'),
    about: say(
      'Salaries, commissions, travel, promotion … If blank, the result is blank.',
      '工资、提成、差旅、推广等；为空则结果为空。',
    ),
    minimum: 0,
  },
  whole: {
    name: 'sales',
    label: say('Sales', '销售额'),
    about: say('Sales of the same period.', '同期销售额。'),
    minimum: 0,
  },
  examples: [
    { given: { selling_cost: 90000, sales: 1000000 }, result: 0.09 },
    { given: { selling_cost: 15, sales: 60 }, result: 0.25 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
