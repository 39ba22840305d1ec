import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { ratio } from '../kernel/ratio.ts';
import { say, searchWords } from '../kernel/text.ts';

export const growth = defineFunction({
  name: 'GROWTH',
  family: 'growth',
  kind: 'map',
  text: {
    label: say('Growth', '增长率（环比/同比）'),
    words: searchWords(
      'month on month, year on year, MoM, YoY, increase, trend',
      '销售增长率，增幅，涨幅，同期增长，环比，同比',
    ),
    summary: say(
      'Change on an earlier period: month on month, or year on year with last year’s column.',
      '与前期相比的增长率：与上月比为环比，与去年同期比为同比。',
    ),
    formula: '(current − previous) ÷ |previous|',
    source: 'Growth rate with the absolute base, so that the sign is the direction of the change',
  },
  parameters: {
    current: number({
      label: say('Current', '本期'),
      about: say('This period’s figure. If blank, the result is blank.', '本期数值；为空则结果为空。'),
      measured: true,
    }),
    previous: number({
      label: say('Previous', '对比期'),
      about: say('The earlier period’s figure.', '上期或去年同期数值。'),
    }),
  },
  examples: [
    { given: { current: 12000, previous: 10000 }, result: 0.2 },
    { given: { current: 1100000, previous: 1200000 }, result: -100000 / 1200000 },
    { given: { current: 10000, previous: -50000 }, result: 1.2 },
  ],
  compute: ({ current, previous }) => ratio(current - previous, Math.abs(previous), 'previous'),
});

export const native: Native<typeof growth> = {
  print: ({ current, previous }) => `(${current}-${previous})/ABS(${previous})`,
};
