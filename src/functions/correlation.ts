import { divisionByZero, notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { headingLanguage, headings } from '../kernel/headings.ts';
import { largestOf } from '../kernel/lists.ts';
import { numbers } from '../kernel/ranges.ts';
import { sumOf } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';
import { confidenceLevel, standardErrors } from './shared/confidence.ts';
import { CORRELATION_HEADINGS, LEAST_PAIRS } from './shared/correlationHeadings.ts';

export { row } from './shared/correlationTwin.ts';

export const correlation = defineFunction({
  name: 'CORRELATION',
  family: 'team',
  kind: 'table',
  text: {
    label: say('Correlation', '相关系数'),
    words: searchWords(
      'Pearson, r, relationship, link between figures, R squared',
      '相关性，关联度，相关分析，皮尔逊，关系',
    ),
    summary: say(
      'Whether two figures go together, from −1 to 1, and the range the true value may lie in; no proof of a cause.',
      '两项数据是否同向变化（−1 到 1），以及真实值的可能范围；相关不等于因果。',
    ),
    formula: 'r = Σ(x − x̄)(y − ȳ) ÷ √(Σ(x − x̄)²·Σ(y − ȳ)²);  low, high = tanh(artanh r ± z ÷ √(n − 3))',
    source: 'K. Pearson, 1896; interval by R. A. Fisher’s z transformation, “On the Probable Error”, Metron, 1921',
  },
  parameters: {
    x: numbers({
      label: say('X', '横轴'),
      about: say('One figure of each case; a pair with a blank is skipped.', '各样本的一项数值；任一为空则该对不计。'),
    }),
    y: numbers({
      label: say('Y', '纵轴'),
      about: say('The other one, beside it.', '对应的另一项数值。'),
    }),
    confidence: confidenceLevel(),
    language: headingLanguage(),
  },
  examples: [
    {
      given: { x: [[1], [2], [3], [4], [5]], y: [[2], [1], [4], [3], [5]], language: 'en' },
      result: [
        ['r', 'Low', 'High', 'Pairs'],
        [0.8, -0.2796400419693546, 0.9861961933012714, 5],
      ],
    },
    {
      given: { x: [[1], [2], [3], [4], [5], [6]], y: [[9], [7], [5], [null], [1], [-1]], language: 'zh' },
      result: [
        ['相关系数', '下限', '上限', '样本数'],
        [-1, -1, -1, 5],
      ],
    },
  ],
  compute({ x, y, confidence, language }) {
    const across: number[] = [];
    const up: number[] = [];
    x.each((value, index) => {
      const other = y.at(index);
      if (other === null) return;
      across.push(value);
      up.push(other);
    });
    const pairs = across.length;
    if (pairs < LEAST_PAIRS) {
      return notAvailable(
        `${LEAST_PAIRS} pairs are the least, found ${pairs}`,
        `至少需要 ${LEAST_PAIRS} 对数据，实为 ${pairs} 对`,
      );
    }
    if (isConstant(across)) return divisionByZero('x is the same in all pairs', 'x（横轴）各对数值相同');
    if (isConstant(up)) return divisionByZero('y is the same in all pairs', 'y（纵轴）各对数值相同');
    const r = pearson(across, up);
    const z = Math.atanh(r);
    const half = standardErrors(confidence) / Math.sqrt(pairs - 3);
    return [headings(CORRELATION_HEADINGS, language), [r, Math.tanh(z - half), Math.tanh(z + half), pairs]];
  },
});

function isConstant(values: readonly number[]): boolean {
  return values.every(value => value === values[0]);
}

/** So far from 1 a line may be by rounding alone, which would open an interval around it. */
const ROUNDING = 1e-12;

function pearson(x: readonly number[], y: readonly number[]): number {
  const [across, up] = [deviations(x), deviations(y)];
  const product = (a: readonly number[], b: readonly number[]) =>
    sumOf(a.map((value, index) => value * (b[index] ?? 0)));
  const r = product(across, up) / Math.sqrt(product(across, across) * product(up, up));
  return Math.abs(r) > 1 - ROUNDING ? Math.sign(r) : r;
}

/** From the mean, as shares of the largest: squares of very small and very large ones would be no numbers any more. */
function deviations(values: readonly number[]): number[] {
  const centred = lessMean(lessMean(values));
  const largest = largestOf(centred.map(Math.abs));
  return centred.map(value => value / largest);
}

/** Taken off a second time, the mean is exact to the last digit of the deviations. */
function lessMean(values: readonly number[]): number[] {
  const mean = sumOf(values) / values.length;
  return values.map(value => value - mean);
}
