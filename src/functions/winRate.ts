import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const winRate = defineShare({
  name: 'WIN_RATE',
  family: 'funnel',
  text: {
    label: say('Win rate', '成交率'),
    words: searchWords(
      'close rate, closing ratio, hit rate, strike rate, success rate',
      '成单率，赢单率，签单率，中标率，销售成功率，赢率',
    ),
    summary: say(
      'Share of opportunities won; to leave open deals out, give only the closed ones (won + lost).',
      '商机中成交的比例；若只计已关闭的商机（赢单加输单），则不受未关闭商机影响。',
    ),
    source: 'Won ÷ opportunities of CRM pipeline reporting (Salesforce, HubSpot)',
  },
  part: {
    name: 'won',
    label: say('Won', '赢单数'),
    about: say('Deals that were won. If blank, the result is blank.', '赢单数；为空则结果为空。'),
    minimum: 0,
  },
  whole: {
    name: 'opportunities',
    label: say('Opportunities', '商机数'),
    about: say('Won and lost deals together, or all deals worked on.', '赢单与输单合计，或全部跟进的商机数。'),
    minimum: 0,
  },
  examples: [
    { given: { won: 33, opportunities: 150 }, result: 0.22 },
    { given: { won: 45, opportunities: 180 }, result: 0.25 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
