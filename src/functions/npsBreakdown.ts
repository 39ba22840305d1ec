import { notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { heading, headingLanguage, headings } from '../kernel/headings.ts';
import { say, searchWords } from '../kernel/text.ts';
import { countNps, npsScores } from './shared/scores.ts';

export const npsBreakdown = defineFunction({
  name: 'NPS_BREAKDOWN',
  family: 'customers',
  kind: 'table',
  text: {
    label: say('NPS breakdown', '净推荐值构成'),
    words: searchWords('promoters, passives, detractors', '推荐者，贬损者，中立者，评分分布'),
    summary: say(
      'How many promoters, passives and detractors there are, and their shares.',
      '推荐者、中立者、贬损者的人数和占比。',
    ),
    formula: 'promoters 9–10, passives 7–8, detractors 0–6',
    source: 'F. Reichheld, “The One Number You Need to Grow”, Harvard Business Review, 2003',
  },
  parameters: { scores: npsScores(), language: headingLanguage() },
  examples: [
    {
      given: { scores: [[10], [9], [8], [6], [3]], language: 'en' },
      result: [
        ['Group', 'Count', 'Share'],
        ['Promoters', 2, 0.4],
        ['Passives', 1, 0.2],
        ['Detractors', 2, 0.4],
      ],
    },
    {
      given: { scores: [[10], [0]], language: 'zh' },
      result: [
        ['组别', '人数', '占比'],
        ['推荐者', 1, 0.5],
        ['中立者', 0, 0],
        ['贬损者', 1, 0.5],
      ],
    },
  ],
  compute({ scores, language }) {
    const { promoters, passives, detractors, total } = countNps(scores);
    if (total === 0) return notAvailable('no score is filled in', '没有已填写的评分');
    const group = (en: string, zh: string, count: number) => [heading({ en, zh }, language), count, count / total];
    return [
      headings([say('Group', '组别'), say('Count', '人数'), say('Share', '占比')], language),
      group('Promoters', '推荐者', promoters),
      group('Passives', '中立者', passives),
      group('Detractors', '贬损者', detractors),
    ];
  },
});
