import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { ratio } from '../kernel/ratio.ts';
import { say, searchWords } from '../kernel/text.ts';

export const salesVelocity = defineFunction({
  name: 'SALES_VELOCITY',
  family: 'funnel',
  kind: 'map',
  text: {
    label: say('Sales velocity', '销售速率'),
    words: searchWords('pipeline velocity, throughput, speed', '销售速度，成单速度，产出速度'),
    summary: say(
      'Sales the pipeline yields per day at the current win rate, deal size and cycle.',
      '按当前成交率、平均合同额和销售周期，商机每天带来的销售额。',
    ),
    formula: 'opportunities × win_rate × average_deal ÷ cycle_days',
    source: 'Sales velocity equation of pipeline management',
  },
  parameters: {
    opportunities: number({
      label: say('Opportunities', '商机数'),
      about: say('Open opportunities. If blank, the result is blank.', '在手商机数；为空则结果为空。'),
      minimum: 0,
      measured: true,
    }),
    win_rate: number({
      label: say('Win rate', '成交率'),
      about: say('A fraction, 0.25 for 25%.', '小数，25% 为 0.25。'),
      minimum: 0,
      maximum: 1,
    }),
    average_deal: number({
      label: say('Average deal', '平均合同额'),
      about: say('What a won deal brings.', '每单平均金额。'),
    }),
    cycle_days: number({
      label: say('Cycle in days', '销售周期（天）'),
      about: say('Days from opening to closing a deal.', '从建立机会到成交的天数。'),
      minimum: 0,
    }),
  },
  examples: [
    { given: { opportunities: 40, win_rate: 0.25, average_deal: 30000, cycle_days: 60 }, result: 5000 },
    {
      given: { opportunities: [[40], [null]], win_rate: 0.5, average_deal: 300, cycle_days: 30 },
      result: [[200], [null]],
    },
  ],
  compute: ({ opportunities, win_rate, average_deal, cycle_days }) =>
    ratio(opportunities * win_rate * average_deal, cycle_days, 'cycle_days'),
});

export const native: Native<typeof salesVelocity> = {
  print: ({ opportunities, win_rate, average_deal, cycle_days }) =>
    `${opportunities}*${win_rate}*${average_deal}/${cycle_days}`,
};
