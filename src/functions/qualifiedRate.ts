import { defineShare } from './shared/share.ts';

export const qualifiedRate = defineShare({
  name: 'QUALIFIED_RATE',
  family: 'funnel',
  text: {
    label: { en: 'Lead qualification rate', zh: '合格机会率' },
    summary: {
      en: 'Share of the leads that turned out to be real opportunities.',
      zh: '线索中被确认为合格商机的比例。',
    },
    source: 'Lead-to-opportunity qualification rate of pipeline reporting',
  },
  part: {
    name: 'qualified',
    label: { en: 'Qualified', zh: '合格商机数' },
    about: {
      en: 'Leads that were qualified. If blank, the result is blank.',
      zh: '确认合格的线索数；为空则结果为空。',
    },
    minimum: 0,
  },
  whole: {
    name: 'leads',
    label: { en: 'Leads', zh: '线索数' },
    about: { en: 'All leads of the period.', zh: '期内全部线索数。' },
    minimum: 0,
  },
  examples: [
    { given: { qualified: 80, leads: 100 }, result: 0.8 },
    { given: { qualified: 30, leads: 120 }, result: 0.25 },
  ],
});

export { shareTwin as native } from './shared/shareTwin.ts';
