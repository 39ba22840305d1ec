import { notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { type Native, NoTwin } from '../kernel/native.ts';
import { say, searchWords } from '../kernel/text.ts';
import { funnelParameters, stagesOf, stepConversion } from './shared/funnelStages.ts';

export const bottleneck = defineFunction({
  name: 'BOTTLENECK',
  family: 'funnel',
  kind: 'list',
  text: {
    label: say('Bottleneck', '瓶颈环节'),
    words: searchWords('weakest stage, leak, constraint', '卡点，短板，薄弱环节，漏斗诊断'),
    summary: say('The stage with the lowest conversion from the stage before it.', '逐级转化率最低的阶段。'),
    formula: 'stage with the least count ÷ count before; the earlier one of equals',
    source: 'Sales funnel analysis',
  },
  parameters: funnelParameters,
  examples: [
    {
      given: { stages: [['Leads'], ['Demo'], ['Offer'], ['Won']], counts: [[1000], [500], [100], [80]] },
      result: 'Offer',
    },
    { given: { stages: [['线索'], ['成交']], counts: [[40], [10]] }, result: '成交' },
  ],
  compute({ stages, counts }) {
    let narrowest: string | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const stage of stagesOf(stages, counts)) {
      const step = stepConversion(stage);
      if (typeof step !== 'number' || step >= least) continue;
      narrowest = stage.name;
      least = step;
    }
    return (
      narrowest ??
      notAvailable(
        'expected two stages with a count at least, the first of them above 0',
        '至少应有两个填有数量的阶段，且前一阶段大于 0',
      )
    );
  },
});

export const native: Native<typeof bottleneck> = new NoTwin(
  'each stage is compared with the last one before it that is filled in',
  '每个阶段须与其前一个已填写的阶段比较',
);
