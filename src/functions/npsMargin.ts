import { notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { say, searchWords } from '../kernel/text.ts';
import { confidenceLevel } from './shared/confidence.ts';
import { npsMarginOf } from './shared/npsMargin.ts';
import { countNps, npsScores } from './shared/scores.ts';
import { scoresTwin } from './shared/scoresTwin.ts';

export const npsMargin = defineFunction({
  name: 'NPS_MARGIN',
  family: 'customers',
  kind: 'list',
  text: {
    label: say('NPS margin of error', '净推荐值误差'),
    words: searchWords('confidence interval, sampling error', '置信区间，抽样误差'),
    summary: say(
      'By how many points the Net Promoter Score may be off, given how many people answered.',
      '按答卷数量估计，净推荐值可能偏差多少分。',
    ),
    formula: 'z × 100 × √((p + d − (p − d)²) ÷ n),  p, d the shares of promoters and detractors',
    source:
      'B. Rocks, “Interval Estimation for the Net Promoter Score”, The American Statistician, 2016 (Wald interval)',
  },
  parameters: { scores: npsScores(), confidence: confidenceLevel() },
  examples: [
    { given: { scores: [[10], [10], [7], [0]] }, result: 81.25581424161612 },
    { given: { scores: [[10], [9], [10]] }, result: 0 },
  ],
  compute({ scores, confidence }) {
    const counts = countNps(scores);
    if (counts.total === 0) return notAvailable('no score is filled in', '没有已填写的评分');
    return npsMarginOf(counts, confidence);
  },
});

export const native: Native<typeof npsMargin> = {
  print: ({ scores, confidence }) =>
    scoresTwin(scores, (promoters, detractors) => {
      const variance = `(COUNT(${scores})*(${promoters}+${detractors})-(${promoters}-${detractors})^2)/COUNT(${scores})^3`;
      return `NORMSINV((1+${confidence})/2)*100*SQRT(${variance})`;
    }),
};
