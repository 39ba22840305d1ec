import { defineShare } from './shared/share.ts';

export const costRatio = defineShare({
  name: 'COST_RATIO',
  family: 'money',
  text: {
    label: { en: 'Selling cost ratio', zh: '销售费用率' },
    summary: { en: 'What selling costs as a share of the sales it brings.', zh: '销售费用占销售额的比例。' },
    source: 'Sales expense ratio (cost of sales organisation ÷ sales)',
  },
  part: {
    name: 'selling_cost',
    label: { en: 'Selling cost', zh: '销售费用' },
    about: {
      en: 'Salaries, commissions, travel, promotion … If blank, the result is blank.',
      zh: '工资、提成、差旅、推广等；为空则结果为空。',
    },
    minimum: 0,
  },
  whole: {
    name: 'sales',
    label: { en: 'Sales', zh: '销售额' },
    about: { en: 'Sales of the same period.', zh: '同期销售额。' },
    minimum: 0,
  },
  examples: [
    { given: { selling_cost: 90000, sales: 1000000 }, result: 0.09 },
    { given: { selling_cost: 15, sales: 60 }, result: 0.25 },
  ],
});

export { shareTwin as native } from './shared/shareTwin.ts';
