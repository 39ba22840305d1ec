import { defineShare } from './shared/share.ts';

export const conversion = defineShare({
  name: 'CONVERSION',
  family: 'funnel',
  text: {
    label: { en: 'Conversion rate', zh: '转化率' },
    summary: { en: 'Share that went on to the next step.', zh: '进入下一步的比例。' },
    source: 'Conversion rate: conversions by all that could have converted',
  },
  part: {
    name: 'converted',
    label: { en: 'Converted', zh: '转化数' },
    about: { en: 'How many went on. If blank, the result is blank.', zh: '转化的数量；为空则结果为空。' },
    minimum: 0,
  },
  whole: {
    name: 'total',
    label: { en: 'Total', zh: '总数' },
    about: { en: 'How many there were.', zh: '总数。' },
    minimum: 0,
  },
  examples: [
    { given: { converted: 25, total: 200 }, result: 0.125 },
    { given: { converted: 9, total: 12 }, result: 0.75 },
  ],
});

export { shareTwin as native } from './shared/shareTwin.ts';
