import { defineShare } from './shared/share.ts';

export const winRate = defineShare({
  name: 'WIN_RATE',
  family: 'funnel',
  text: {
    label: { en: 'Win rate', zh: '成交率' },
    summary: {
      en: 'Share of opportunities won; to leave open deals out, give only the closed ones (won + lost).',
      zh: '商机中成交的比例；若只计已关闭的商机（赢单加输单），则不受未关闭商机影响。',
    },
    source: 'Won ÷ opportunities of CRM pipeline reporting (Salesforce, HubSpot)',
  },
  part: {
    name: 'won',
    label: { en: 'Won', zh: '赢单数' },
    about: { en: 'Deals that were won. If blank, the result is blank.', zh: '赢单数；为空则结果为空。' },
    minimum: 0,
  },
  whole: {
    name: 'opportunities',
    label: { en: 'Opportunities', zh: '商机数' },
    about: { en: 'Won and lost deals together, or all deals worked on.', zh: '赢单与输单合计，或全部跟进的商机数。' },
    minimum: 0,
  },
  examples: [
    { given: { won: 33, opportunities: 150 }, result: 0.22 },
    { given: { won: 45, opportunities: 180 }, result: 0.25 },
  ],
});

export { shareTwin as native } from './shared/shareTwin.ts';
