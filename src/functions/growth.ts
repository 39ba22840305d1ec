import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { ratio } from '../kernel/ratio.ts';

export const growth = defineFunction({
  name: 'GROWTH',
  family: 'growth',
  kind: 'map',
  text: {
    label: { en: 'Growth', zh: '增长率（环比/同比）' },
    summary: {
      en: 'Change on an earlier period: month on month, or year on year with last year’s column.',
      zh: '与前期相比的增长率：与上月比为环比，与去年同期比为同比。',
    },
    formula: '(current − previous) ÷ |previous|',
    source: 'Growth rate with the absolute base, so that the sign is the direction of the change',
  },
  parameters: {
    current: number({
      label: { en: 'Current', zh: '本期' },
      about: { en: 'This period’s figure. If blank, the result is blank.', zh: '本期数值；为空则结果为空。' },
      measured: true,
    }),
    previous: number({
      label: { en: 'Previous', zh: '对比期' },
      about: { en: 'The earlier period’s figure.', zh: '上期或去年同期数值。' },
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
