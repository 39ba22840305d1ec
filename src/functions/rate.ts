import { defineShare } from './shared/share.ts';

export const rate = defineShare({
  name: 'RATE',
  family: 'team',
  text: {
    label: { en: 'Rate', zh: '比率' },
    summary: {
      en: 'Any other share: training participation, defect rate, use of sales material, orders on time.',
      zh: '其他任何占比：培训参与率、次品率、资料使用率、准时交付率等。',
    },
    source: 'Part by whole',
  },
  part: {
    name: 'part',
    label: { en: 'Part', zh: '部分' },
    about: { en: 'What is counted. If blank, the result is blank.', zh: '要计的数量；为空则结果为空。' },
  },
  whole: {
    name: 'whole',
    label: { en: 'Whole', zh: '总体' },
    about: { en: 'What it is counted of.', zh: '总数。' },
  },
  examples: [
    { given: { part: 27, whole: 30 }, result: 0.9 },
    { given: { part: 3, whole: 400 }, result: 0.0075 },
  ],
});

export { shareTwin as native } from './shared/shareTwin.ts';
