import { type Cell, CellError } from '../kernel/cell.ts';
import { decimal } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import { heading, headingLanguage, headings } from '../kernel/headings.ts';
import { optionalNumber } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';
import { edgesOf, payFor, planParameters } from './shared/payout.ts';

export const commissionNext = defineFunction({
  name: 'COMMISSION_NEXT',
  family: 'incentives',
  kind: 'table',
  text: {
    label: say('Next tier', '下一档'),
    words: searchWords('next accelerator, distance to tier, motivation', '距下一档，还差多少，升档，冲刺'),
    summary: say(
      'The next tier, how much more to sell to reach it, commission now and there, and what the next sale would earn.',
      '下一档是哪一档、还差多少销售额、目前与到档时的提成，以及再卖一笔能得多少。',
    ),
    formula: 'missing = from(next tier) − sales;  pay on the step = pay(sales + step) − pay(sales)',
    source: 'Earnings estimator of commission practice',
  },
  parameters: {
    ...planParameters,
    step: optionalNumber({
      label: say('Next sale', '下一笔销售额'),
      about: say('How much would be sold next; if left out its pay is blank.', '接下来再卖多少；省略时该列为空。'),
      minimum: Number.MIN_VALUE,
    }),
    language: headingLanguage(),
  },
  examples: [
    {
      given: {
        sales: 700000,
        target: 800000,
        tiers: [
          [0.8, 0.015, 0],
          [1, 0.02, 1000],
        ],
        step: 100000,
        language: 'en',
      },
      result: [
        ['Next tier', 'Still to sell', 'Commission now', 'Commission at tier', 'Commission on next sale'],
        [2, 100000, 10500, 17000, 6500],
      ],
    },
    {
      given: { sales: 300, tiers: [[0, 0.1, 0, '基础']], mode: 'marginal', step: 50, language: 'zh' },
      result: [
        ['下一档', '还差销售额', '目前提成', '达档提成', '下一笔提成'],
        ['已达最高档', null, 30, null, 5],
      ],
    },
  ],
  compute({ sales, target, tiers, mode, step, language }) {
    const edges = edgesOf(tiers, target);
    if (edges instanceof CellError) return edges;
    const payAt = (amount: typeof sold) => payFor(tiers, edges, amount, mode, 2);
    const sold = decimal(sales);
    const now = payAt(sold);
    const next = edges.reachedBy(sold) + 1;
    const edge = edges.at(next);
    const onStep = step === undefined ? null : Number(payAt(sold.plus(decimal(step))).minus(now));
    const row: Cell[] = edge
      ? [tiers[next]?.label ?? null, Number(edge.minus(sold)), Number(now), Number(payAt(edge)), onStep]
      : [heading(say('top tier reached', '已达最高档'), language), null, Number(now), null, onStep];
    return [headings(HEADINGS, language), row];
  },
});

const HEADINGS = [
  say('Next tier', '下一档'),
  say('Still to sell', '还差销售额'),
  say('Commission now', '目前提成'),
  say('Commission at tier', '达档提成'),
  say('Commission on next sale', '下一笔提成'),
];
