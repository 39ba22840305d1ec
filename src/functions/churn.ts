import { defineShare } from './shared/share.ts';

export const churn = defineShare({
  name: 'CHURN',
  family: 'customers',
  text: {
    label: { en: 'Churn rate', zh: '流失率' },
    summary: {
      en: 'Customers lost in the period as a share of those at its start.',
      zh: '期内流失客户占期初客户的比例。',
    },
    source: 'Customer churn on the opening base (subscription-business standard)',
  },
  part: {
    name: 'lost',
    label: { en: 'Lost', zh: '流失数' },
    about: {
      en: 'Customers lost in the period. If blank, the result is blank.',
      zh: '期内流失的客户数；为空则结果为空。',
    },
    minimum: 0,
  },
  whole: {
    name: 'at_start',
    label: { en: 'At start', zh: '期初数' },
    about: { en: 'Customers at the start of the period.', zh: '期初客户数。' },
    minimum: 0,
  },
  examples: [
    { given: { lost: 48, at_start: 1695 }, result: 48 / 1695 },
    { given: { lost: 20, at_start: 400 }, result: 0.05 },
  ],
});

export { shareTwin as native } from './shared/shareTwin.ts';
