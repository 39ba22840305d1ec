import { notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { ratioOf, rowsWhere, type Sql } from '../kernel/sql.ts';
import { say, searchWords } from '../kernel/text.ts';
import { countNps, netPromoterScore, npsScores } from './shared/scores.ts';
import { scoresTwin } from './shared/scoresTwin.ts';

export const nps = defineFunction({
  name: 'NPS',
  family: 'customers',
  kind: 'list',
  text: {
    label: say('Net Promoter Score', '净推荐值'),
    words: searchWords('NPS, recommendation, loyalty, would recommend', '口碑，推荐度，客户忠诚度，推荐值'),
    summary: say(
      'Share of promoters (9–10) minus share of detractors (0–6), in points from −100 to 100.',
      '推荐者（9–10 分）占比减贬损者（0–6 分）占比，−100 到 100 分。',
    ),
    formula: '100 × (promoters − detractors) ÷ answers',
    source: 'F. Reichheld, “The One Number You Need to Grow”, Harvard Business Review, 2003',
  },
  parameters: { scores: npsScores() },
  examples: [
    { given: { scores: [[3], [4], [5], [6], [8], [8], [8], [9], [10], [10]] }, result: -10 },
    { given: { scores: [['Score'], [10], [null], [9], ['N/A'], [6], [8]] }, result: 25 },
  ],
  compute({ scores }) {
    const counts = countNps(scores);
    if (counts.total === 0) return notAvailable('no score is filled in', '没有已填写的评分');
    return netPromoterScore(counts);
  },
});

export const native: Native<typeof nps> = {
  print: ({ scores }) =>
    scoresTwin(scores, (promoters, detractors) => `100*(${promoters}-${detractors})/COUNT(${scores})`),
};

export const sql: Sql<typeof nps> = {
  print: ({ scores }, words) =>
    ratioOf(`100 * (${rowsWhere(`${scores} >= 9`)} - ${rowsWhere(`${scores} <= 6`)})`, `COUNT(${scores})`, words),
};
