import type { Cell } from '../kernel/cell.ts';
import { at, divisionByZero, expected, invalid, place } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { numberGrid } from '../kernel/ranges.ts';
import { say, searchWords } from '../kernel/text.ts';
import { confidenceLevel, standardErrors } from './shared/confidence.ts';

export const rateInterval = defineFunction({
  name: 'RATE_INTERVAL',
  family: 'team',
  kind: 'table',
  text: {
    label: say('Confidence interval of a rate', '比率置信区间'),
    words: searchWords('Wilson, confidence interval, significance, small sample', '置信度，显著性，小样本，误差范围'),
    summary: say(
      'The range the true rate may lie in: 3 of 4 deals won does not prove 75%.',
      '比率真实值的可能范围：4 单赢 3 单，并不能说明成交率就是 75%。',
    ),
    formula: '(p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) ÷ (1 + z²/n),  p = part ÷ whole, n = whole',
    source: 'E. B. Wilson, “Probable Inference”, Journal of the American Statistical Association, 1927',
  },
  parameters: {
    part: numberGrid({
      label: say('Part', '部分'),
      about: say(
        'How many: won, on time …; a column gives a row for each.',
        '其中的数量，如赢单数；可为一列，逐行计算。',
      ),
      minimum: 0,
    }),
    whole: numberGrid({
      label: say('Whole', '总体'),
      about: say('Of how many.', '总数。'),
      minimum: 0,
    }),
    confidence: confidenceLevel(),
  },
  examples: [
    { given: { part: 3, whole: 4 }, result: [[0.300641842582402, 0.9544127391902995]] },
    { given: { part: 0, whole: 10 }, result: [[0, 0.27753279986288915]] },
  ],
  compute({ part, whole, confidence }) {
    if (part.shape !== whole.shape) return expected.sameShape('part', part.shape, 'whole', whole.shape);
    const z = standardErrors(confidence);
    return Array.from({ length: part.length }, (_, row): Cell[] => {
      const hits = part.at(row);
      if (hits === null) return [null, null];
      const cases = whole.at(row) ?? 0;
      const problem =
        cases === 0
          ? divisionByZero('whole is 0', 'whole（总体）为 0')
          : hits > cases
            ? invalid(`part (${hits}) is above whole (${cases})`, `部分（${hits}）大于总体（${cases}）`)
            : undefined;
      if (problem) {
        const error = part.length === 1 ? problem : at(problem, place.row(row));
        return [error, error];
      }
      return wilson(hits, cases, z);
    });
  },
});

function wilson(hits: number, cases: number, z: number): [low: number, high: number] {
  const rate = hits / cases;
  const spread = (z * z) / cases;
  const centre = rate + spread / 2;
  const half = z * Math.sqrt((rate * (1 - rate)) / cases + spread / (4 * cases));
  // At the ends centre and half are the same, and only their rounding would show.
  return [hits === 0 ? 0 : (centre - half) / (1 + spread), hits === cases ? 1 : (centre + half) / (1 + spread)];
}
