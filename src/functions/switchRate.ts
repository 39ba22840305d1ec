import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const switchRate = defineShare({
  name: 'SWITCH_RATE',
  family: 'market',
  text: {
    label: say('Competitor switch rate', '竞品转化率'),
    words: searchWords(
      'competitive win, conquest, displacement, takeaway',
      '竞品转换率，抢单率，竞品替换，竞品客户转化',
    ),
    summary: say(
      'Share of the competitors’ customers in sight who came over to us.',
      '所接触的竞品客户中转向本公司的比例。',
    ),
    source: 'Brand switching rate of market research',
  },
  part: {
    name: 'won_from_competitors',
    label: say('Won from competitors', '竞品转入数'),
    about: say('Customers who came over. If blank, the result is blank.', '从竞品转来的客户数；为空则结果为空。'),
    minimum: 0,
  },
  whole: {
    name: 'competitor_customers',
    label: say('Competitor customers', '竞品客户数'),
    about: say('Customers of competitors who were approached.', '所接触的竞品客户数。'),
    minimum: 0,
  },
  examples: [
    { given: { won_from_competitors: 9, competitor_customers: 60 }, result: 0.15 },
    { given: { won_from_competitors: 5, competitor_customers: 40 }, result: 0.125 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
