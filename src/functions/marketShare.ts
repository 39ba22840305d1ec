import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const marketShare = defineShare({
  name: 'MARKET_SHARE',
  family: 'market',
  text: {
    label: say('Market share', '市场份额'),
    words: searchWords('share of market, penetration of market', '市场占有率，市占率'),
    summary: say('Our sales as a share of the whole market’s.', '本公司销售额占行业销售额的比例。'),
    source: 'Market share by value (P. Farris et al., “Marketing Metrics”)',
  },
  part: {
    name: 'own_sales',
    label: say('Own sales', '本公司销售额'),
    about: say('Our sales. If blank, the result is blank.', '本公司销售额；为空则结果为空。'),
    minimum: 0,
  },
  whole: {
    name: 'industry_sales',
    label: say('Industry sales', '行业销售额'),
    about: say('Sales of the whole market, ours included.', '整个市场的销售额，含本公司。'),
    minimum: 0,
  },
  examples: [
    { given: { own_sales: 200000, industry_sales: 1000000 }, result: 0.2 },
    { given: { own_sales: 75, industry_sales: 600 }, result: 0.125 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
