import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { ratio } from '../kernel/ratio.ts';
import { say, searchWords } from '../kernel/text.ts';

export const dso = defineFunction({
  name: 'DSO',
  family: 'money',
  kind: 'map',
  text: {
    label: say('Days sales outstanding (DSO)', '应收账款周转天数（DSO）'),
    words: searchWords(
      'DSO, collection period, days to collect',
      '账期，回款天数，收款天数，应收周转天数，平均回款天数',
    ),
    summary: say('How many days of sales are still unpaid.', '应收账款相当于多少天的销售额。'),
    formula: 'receivables ÷ sales × days',
    source: 'Days sales outstanding, simple method (Credit Research Foundation)',
  },
  parameters: {
    receivables: number({
      label: say('Receivables', '应收账款'),
      about: say(
        'What customers owe at the end of the period. If blank, the result is blank.',
        '期末应收账款余额；为空则结果为空。',
      ),
      measured: true,
    }),
    sales: number({
      label: say('Sales', '销售额'),
      about: say('Sales on credit of the period.', '期内赊销额。'),
      minimum: 0,
    }),
    days: number({
      label: say('Days', '天数'),
      about: say('Days of the period: 365, 90, 30 …', '期间天数，如 365、90、30。'),
      minimum: 0,
    }),
  },
  examples: [
    { given: { receivables: 50000, sales: 200000, days: 365 }, result: 91.25 },
    { given: { receivables: 300, sales: 900, days: 90 }, result: 30 },
  ],
  compute: ({ receivables, sales, days }) => ratio(receivables * days, sales, 'sales'),
});

export const native: Native<typeof dso> = {
  print: ({ receivables, sales, days }) => `${receivables}*${days}/${sales}`,
};
