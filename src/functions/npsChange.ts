import { notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { heading, headingLanguage, headings } from '../kernel/headings.ts';
import { say, searchWords } from '../kernel/text.ts';
import { confidenceLevel } from './shared/confidence.ts';
import { npsMarginOf } from './shared/npsMargin.ts';
import { countNps, netPromoterScore, npsScores } from './shared/scores.ts';

export const npsChange = defineFunction({
  name: 'NPS_CHANGE',
  family: 'customers',
  kind: 'table',
  text: {
    label: say('NPS change', '净推荐值变化'),
    words: searchWords('NPS trend, significance', '推荐值变化，显著性'),
    summary: say(
      'Whether the Net Promoter Score really changed, or the change is within its margin of error.',
      '两次净推荐值的变化是真实变化，还是仍在误差范围内的波动。',
    ),
    formula: 'change = after − before;  margin = √(margin(before)² + margin(after)²);  real where |change| > margin',
    source: 'Difference of two independent scores; margins as in B. Rocks, The American Statistician, 2016',
  },
  parameters: {
    before: npsScores(say('Before', '前期评分'), true),
    after: npsScores(say('After', '后期评分'), true),
    confidence: confidenceLevel(),
    language: headingLanguage(),
  },
  examples: [
    {
      given: { before: [[0], [0], [0]], after: [[10], [10]], language: 'en' },
      result: [
        ['Before', 'After', 'Change', 'Margin', 'Verdict'],
        [-100, 100, 200, 0, 'real'],
      ],
    },
    {
      given: { before: [[10], [10], [7], [0]], after: [[10], [10], [10], [10]], language: 'zh' },
      result: [
        ['前期', '后期', '变化', '误差', '判断'],
        [25, 100, 75, 81.25581424161612, '波动'],
      ],
    },
  ],
  compute({ before, after, confidence, language }) {
    const [first, second] = [countNps(before), countNps(after)];
    if (first.total === 0) return notAvailable('before: no score is filled in', 'before（前期评分）：没有已填写的评分');
    if (second.total === 0) return notAvailable('after: no score is filled in', 'after（后期评分）：没有已填写的评分');
    const [from, to] = [netPromoterScore(first), netPromoterScore(second)];
    const margin = Math.hypot(npsMarginOf(first, confidence), npsMarginOf(second, confidence));
    const real = Math.abs(to - from) > margin;
    const verdict = heading(real ? say('real', '真实变化') : say('noise', '波动'), language);
    return [headings(HEADINGS, language), [from, to, to - from, margin, verdict]];
  },
});

const HEADINGS = [
  say('Before', '前期'),
  say('After', '后期'),
  say('Change', '变化'),
  say('Margin', '误差'),
  say('Verdict', '判断'),
];
