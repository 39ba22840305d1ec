import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const rate = defineShare({
  name: 'RATE',
  family: 'team',
  text: {
    label: say('Rate', '比率'),
    words: searchWords(
      'defect rate, training participation, percentage, proportion, share',
      '缺陷率，合格率，培训参与率，占比，百分比，使用率',
    ),
    summary: say(
      'Any other share: training participation, defect rate, use of sales material, orders on time.',
      '其他任何占比：培训参与率、次品率、资料使用率、准时交付率等。',
    ),
    source: 'Part by whole',
  },
  part: {
    name: 'part',
    label: say('Part', '部分'),
    about: say('What is counted. If blank, the result is blank.', '要计的数量；为空则结果为空。'),
  },
  whole: {
    name: 'whole',
    label: say('Whole', '总体'),
    about: say('What it is counted of.', '总数。'),
  },
  examples: [
    { given: { part: 27, whole: 30 }, result: 0.9 },
    { given: { part: 3, whole: 400 }, result: 0.0075 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
