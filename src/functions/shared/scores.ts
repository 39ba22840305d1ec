import { type NumberRange, numbers } from '../../kernel/ranges.ts';
import { say } from '../../kernel/text.ts';

/** Answers to "how likely are you to recommend us", 0 to 10. */
export const npsScores = (label = say('Scores', '评分'), separate = false) =>
  numbers({
    label,
    about: say('Answers from 0 to 10, whole numbers; blanks are skipped.', '0 到 10 的整数评分；空单元格不计。'),
    minimum: 0,
    maximum: 10,
    whole: true,
    separate,
  });

export interface NpsCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly total: number;
}

/** 9 and 10 promote, 7 and 8 are passive, 0 to 6 detract. */
export function countNps(scores: NumberRange): NpsCounts {
  let promoters = 0;
  let detractors = 0;
  let total = 0;
  scores.each(score => {
    total++;
    if (score >= 9) promoters++;
    else if (score <= 6) detractors++;
  });
  return { promoters, passives: total - promoters - detractors, detractors, total };
}

/** In points, from −100 to 100. */
export function netPromoterScore({ promoters, detractors, total }: NpsCounts): number {
  return (100 * (promoters - detractors)) / total;
}
