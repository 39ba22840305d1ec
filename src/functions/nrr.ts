import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';
import { recurringParameters, retained } from './shared/recurring.ts';
import { retainedTwin } from './shared/recurringTwin.ts';

export const nrr = defineFunction({
  name: 'NRR',
  family: 'customers',
  kind: 'map',
  text: {
    label: say('Net revenue retention (NRR)', '净收入留存率（NRR）'),
    words: searchWords('NRR, NDR, net dollar retention, upsell', '净收入留存，续约增购，续费率'),
    summary: say(
      'Recurring revenue of the customers at the start, after losses and upselling, as a share of what it was.',
      '期初客户的经常性收入在流失、减购和增购之后，占期初的比例。',
    ),
    formula: '(start − churned − contraction + expansion) ÷ start',
    source: 'Net revenue retention of subscription businesses',
  },
  parameters: {
    ...recurringParameters,
    expansion: number({
      label: say('Expansion', '增购收入'),
      about: say('Revenue gained from the same customers.', '同一批客户增加的收入。'),
      minimum: 0,
    }),
  },
  examples: [
    { given: { start: 20000, churned: 2000, contraction: 1000, expansion: 1000 }, result: 0.9 },
    { given: { start: 100000, churned: 10000, contraction: 5000, expansion: 15000 }, result: 1 },
  ],
  compute: ({ expansion, ...inputs }) => retained(inputs, expansion),
});

export const native: Native<typeof nrr> = {
  print: ({ expansion, ...text }) => retainedTwin(text, expansion),
};
