import { defineShare } from './shared/share.ts';

export const switchRate = defineShare({
  name: 'SWITCH_RATE',
  family: 'market',
  text: {
    label: { en: 'Competitor switch rate', zh: '竞品转化率' },
    summary: {
      en: 'Share of the competitors’ customers in sight who came over to us.',
      zh: '所接触的竞品客户中转向本公司的比例。',
    },
    source: 'Brand switching rate of market research',
  },
  part: {
    name: 'won_from_competitors',
    label: { en: 'Won from competitors', zh: '竞品转入数' },
    about: {
      en: 'Customers who came over. If blank, the result is blank.',
      zh: '从竞品转来的客户数；为空则结果为空。',
    },
    minimum: 0,
  },
  whole: {
    name: 'competitor_customers',
    label: { en: 'Competitor customers', zh: '竞品客户数' },
    about: { en: 'Customers of competitors who were approached.', zh: '所接触的竞品客户数。' },
    minimum: 0,
  },
  examples: [
    { given: { won_from_competitors: 9, competitor_customers: 60 }, result: 0.15 },
    { given: { won_from_competitors: 5, competitor_customers: 40 }, result: 0.125 },
  ],
});

export { shareTwin as native } from './shared/shareTwin.ts';
