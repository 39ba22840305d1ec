import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const penetration = defineShare({
  name: 'PENETRATION',
  family: 'market',
  text: {
    label: say('Territory penetration', '区域渗透率'),
    words: searchWords('market coverage, territory coverage, white space', '覆盖率，铺货率，渗透，区域覆盖'),
    summary: say('Share of the targeted customers or outlets that are covered.', '目标客户或网点中已覆盖的比例。'),
    source: 'Market penetration (P. Farris et al., “Marketing Metrics”)',
  },
  part: {
    name: 'covered',
    label: say('Covered', '已覆盖数'),
    about: say(
      'Customers or outlets that buy from us. If blank, the result is blank.',
      '已覆盖的客户或网点数；为空则结果为空。',
    ),
    minimum: 0,
  },
  whole: {
    name: 'targeted',
    label: say('Targeted', '目标数'),
    about: say('Customers or outlets there are to win.', '目标客户或网点总数。'),
    minimum: 0,
  },
  examples: [
    { given: { covered: 180, targeted: 600 }, result: 0.3 },
    { given: { covered: 7, targeted: 8 }, result: 0.875 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
