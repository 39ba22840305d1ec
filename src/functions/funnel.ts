import type { Cell } from '../kernel/cell.ts';
import { defineFunction } from '../kernel/function.ts';
import { heading, headingLanguage, headings } from '../kernel/headings.ts';
import { ratio } from '../kernel/ratio.ts';
import { say, searchWords } from '../kernel/text.ts';
import { funnelParameters, stagesOf, stepConversion } from './shared/funnelStages.ts';

export const funnel = defineFunction({
  name: 'FUNNEL',
  family: 'funnel',
  kind: 'table',
  text: {
    label: say('Sales funnel', '销售漏斗'),
    words: searchWords('pipeline stages, stage conversion, sales process', '漏斗分析，逐级转化，阶段转化'),
    summary: say(
      'Conversion from stage to stage and from the top, and what is lost on the way; a stage that grew is flagged.',
      '各阶段的逐级转化率、累计转化率和流失量；数量反而增加的阶段加以标注。',
    ),
    formula: 'step = count ÷ count before;  cumulative = count ÷ first count;  lost = count before − count',
    source: 'Sales funnel analysis',
  },
  parameters: { ...funnelParameters, language: headingLanguage() },
  examples: [
    {
      given: { stages: [['Leads'], ['Qualified'], ['Won']], counts: [[1000], [200], [50]], language: 'en' },
      result: [
        ['Stage', 'Count', 'Step conversion', 'Cumulative conversion', 'Lost', 'Flag'],
        ['Leads', 1000, null, 1, null, null],
        ['Qualified', 200, 0.2, 0.2, 800, null],
        ['Won', 50, 0.25, 0.05, 150, null],
      ],
    },
    {
      given: { stages: [['线索'], ['演示'], ['报价']], counts: [[80], [20], [30]], language: 'zh' },
      result: [
        ['阶段', '数量', '逐级转化率', '累计转化率', '流失', '标注'],
        ['线索', 80, null, 1, null, null],
        ['演示', 20, 0.25, 0.25, 60, null],
        ['报价', 30, 1.5, 0.375, -10, '增加'],
      ],
    },
  ],
  compute({ stages, counts, language }) {
    const found = stagesOf(stages, counts);
    if (found.length === 0) return [];
    const top = found[0]?.count ?? 0;
    const rows = found.map(stage => {
      const { name, count, before } = stage;
      const lost = before === undefined ? null : before - count;
      const flag = lost !== null && lost < 0 ? heading(say('grew', '增加'), language) : null;
      return [name, count, stepConversion(stage), ratio(count, top, 'the first count'), lost, flag] satisfies Cell[];
    });
    return [headings(HEADINGS, language), ...rows];
  },
});

const HEADINGS = [
  say('Stage', '阶段'),
  say('Count', '数量'),
  say('Step conversion', '逐级转化率'),
  say('Cumulative conversion', '累计转化率'),
  say('Lost', '流失'),
  say('Flag', '标注'),
];
