import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { say, searchWords } from '../kernel/text.ts';
import { recurringParameters, retained } from './shared/recurring.ts';
import { retainedTwin } from './shared/recurringTwin.ts';

export const grr = defineFunction({
  name: 'GRR',
  family: 'customers',
  kind: 'map',
  text: {
    label: say('Gross revenue retention (GRR)', '总收入留存率（GRR）'),
    words: searchWords('GRR, gross dollar retention, revenue churn', '毛收入留存，收入流失，续费率'),
    summary: say(
      'Share of the recurring revenue at the start that is kept, without any upselling; never above 100%.',
      '期初经常性收入中保留下来的比例，不含增购，不会超过 100%。',
    ),
    formula: '(start − churned − contraction) ÷ start',
    source: 'Gross revenue retention of subscription businesses',
  },
  parameters: recurringParameters,
  examples: [
    { given: { start: 10000, churned: 1000, contraction: 500 }, result: 0.85 },
    { given: { start: 100000, churned: 5000, contraction: 0 }, result: 0.95 },
  ],
  compute: inputs => retained(inputs),
});

export const native: Native<typeof grr> = {
  print: text => retainedTwin(text),
};
