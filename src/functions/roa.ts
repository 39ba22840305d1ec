import { defineShare } from './shared/share.ts';

export const roa = defineShare({
  name: 'ROA',
  family: 'money',
  text: {
    label: { en: 'Return on assets', zh: '资产回报率' },
    summary: { en: 'Net income as a share of the assets that earned it.', zh: '净利润占资产总额的比例。' },
    source: 'Return on assets of financial statement analysis',
  },
  part: {
    name: 'net_income',
    label: { en: 'Net income', zh: '净利润' },
    about: {
      en: 'Profit of the period; a loss is negative. If blank, the result is blank.',
      zh: '期内净利润，亏损为负；为空则结果为空。',
    },
  },
  whole: {
    name: 'assets',
    label: { en: 'Assets', zh: '资产总额' },
    about: {
      en: 'Total assets, best the mean of start and end of the period.',
      zh: '资产总额，最好取期初与期末的平均。',
    },
    minimum: 0,
  },
  examples: [
    { given: { net_income: 120000, assets: 1500000 }, result: 0.08 },
    { given: { net_income: -10, assets: 400 }, result: -0.025 },
  ],
});

export { shareTwin as native } from './shared/shareTwin.ts';
