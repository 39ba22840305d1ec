import { defineShare } from './shared/share.ts';

export const netMargin = defineShare({
  name: 'NET_MARGIN',
  family: 'money',
  text: {
    label: { en: 'Net margin', zh: '净利率' },
    summary: { en: 'Share of the revenue that is left as net profit.', zh: '净利润占收入的比例。' },
    source: 'Net profit margin of financial statement analysis',
  },
  part: {
    name: 'net_profit',
    label: { en: 'Net profit', zh: '净利润' },
    about: {
      en: 'Profit after all costs and taxes; a loss is negative. If blank, the result is blank.',
      zh: '扣除全部成本和税费后的利润，亏损为负；为空则结果为空。',
    },
  },
  whole: {
    name: 'revenue',
    label: { en: 'Revenue', zh: '收入' },
    about: { en: 'Revenue of the same period.', zh: '同期收入。' },
    minimum: 0,
  },
  examples: [
    { given: { net_profit: 120000, revenue: 800000 }, result: 0.15 },
    { given: { net_profit: -50, revenue: 200 }, result: -0.25 },
  ],
});

export { shareTwin as native } from './shared/shareTwin.ts';
