import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const conversion = defineShare({
  name: 'CONVERSION',
  family: 'funnel',
  text: {
    label: say('Conversion rate', '转化率'),
    words: searchWords('lead conversion, conversion ratio, hit rate', '线索转化率，商机转化率，转换率'),
    summary: say('Share that went on to the next step.', '进入下一步的比例。'),
    source: 'Conversion rate: conversions by all that could have converted',
  },
  part: {
    name: 'converted',
    label: say('Converted', '转化数'),
    about: say('How many went on. If blank, the result is blank.', '转化的数量；为空则结果为空。'),
    minimum: 0,
  },
  whole: {
    name: 'total',
    label: say('Total', '总数'),
    about: say('How many there were.', '总数。'),
    minimum: 0,
  },
  examples: [
    { given: { converted: 25, total: 200 }, result: 0.125 },
    { given: { converted: 9, total: 12 }, result: 0.75 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
