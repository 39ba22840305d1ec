import { clean } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { ratio } from '../kernel/ratio.ts';
import { say, searchWords } from '../kernel/text.ts';

export const quickRatio = defineFunction({
  name: 'QUICK_RATIO',
  family: 'customers',
  kind: 'map',
  text: {
    label: say('SaaS quick ratio', 'SaaS 速动比率'),
    words: searchWords('growth efficiency, SaaS', '增长效率，速动'),
    summary: say(
      'Recurring revenue gained for each 1 that is lost; 4 and more is strong growth.',
      '每流失 1 元经常性收入对应新增多少；4 以上为强劲增长。',
    ),
    formula: '(new + expansion) ÷ (churned + contraction)',
    source: 'SaaS quick ratio (M. Hamid, Social Capital, 2015)',
  },
  parameters: {
    new: number({
      label: say('New', '新增收入'),
      about: say('Revenue of new customers. If blank, the result is blank.', '新客户带来的收入；为空则结果为空。'),
      minimum: 0,
      measured: true,
    }),
    expansion: number({
      label: say('Expansion', '增购收入'),
      about: say('More revenue from those there were.', '老客户增加的收入。'),
      minimum: 0,
    }),
    churned: number({
      label: say('Churned', '流失收入'),
      about: say('Revenue lost with customers who left.', '客户流失带走的收入。'),
      minimum: 0,
    }),
    contraction: number({
      label: say('Contraction', '减购收入'),
      about: say('Revenue lost with customers who stayed.', '留存客户减少的收入。'),
      minimum: 0,
    }),
  },
  examples: [
    { given: { new: 2000, expansion: 1000, churned: 5000, contraction: 5000 }, result: 0.3 },
    { given: { new: 300, expansion: 100, churned: 80, contraction: 20 }, result: 4 },
  ],
  compute: inputs =>
    ratio(clean(inputs.new + inputs.expansion), clean(inputs.churned + inputs.contraction), 'churned + contraction'),
});

export const native: Native<typeof quickRatio> = {
  print: text => `(${text.new}+${text.expansion})/(${text.churned}+${text.contraction})`,
};
