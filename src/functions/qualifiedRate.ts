import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const qualifiedRate = defineShare({
  name: 'QUALIFIED_RATE',
  family: 'funnel',
  text: {
    label: say('Lead qualification rate', '合格机会率'),
    words: searchWords('opportunity rate, MQL to SQL, lead quality', '销售成功机会率，合格线索率，机会率，线索质量'),
    summary: say('Share of the leads that turned out to be real opportunities.', '线索中被确认为合格商机的比例。'),
    source: 'Lead-to-opportunity qualification rate of pipeline reporting',
  },
  part: {
    name: 'qualified',
    label: say('Qualified', '合格商机数'),
    about: say('Leads that were qualified. If blank, the result is blank.', '确认合格的线索数；为空则结果为空。'),
    minimum: 0,
  },
  whole: {
    name: 'leads',
    label: say('Leads', '线索数'),
    about: say('All leads of the period.', '期内全部线索数。'),
    minimum: 0,
  },
  examples: [
    { given: { qualified: 80, leads: 100 }, result: 0.8 },
    { given: { qualified: 30, leads: 120 }, result: 0.25 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
