import { clean } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { ratio } from '../kernel/ratio.ts';
import { say, searchWords } from '../kernel/text.ts';

export const cei = defineFunction({
  name: 'CEI',
  family: 'money',
  kind: 'map',
  text: {
    label: say('Collection effectiveness index (CEI)', '回款效率（CEI）'),
    words: searchWords('collection efficiency, cash collection', '催收效率，收款效率'),
    summary: say(
      'Share of what could be collected in the period that was collected.',
      '期内可收款项中实际收回的比例。',
    ),
    formula: '(beginning + sales − ending_total) ÷ (beginning + sales − ending_current)',
    source: 'Collection Effectiveness Index, Credit Research Foundation',
  },
  parameters: {
    beginning: number({
      label: say('Beginning', '期初应收'),
      about: say('Receivables at the start of the period.', '期初应收账款。'),
    }),
    sales: number({
      label: say('Sales', '赊销额'),
      about: say(
        'Sales on credit; the monthly average where the period is longer.',
        '期内赊销额；期间超过一个月时取月平均。',
      ),
    }),
    ending_total: number({
      label: say('Ending total', '期末应收'),
      about: say('All receivables at the end. If blank, the result is blank.', '期末应收账款总额；为空则结果为空。'),
      measured: true,
    }),
    ending_current: number({
      label: say('Ending current', '期末未到期'),
      about: say('Those of them that are not due yet.', '其中尚未到期的部分。'),
    }),
  },
  examples: [
    { given: { beginning: 6200, sales: 3630, ending_total: 6340, ending_current: 3590 }, result: 3490 / 6240 },
    { given: { beginning: 100, sales: 60, ending_total: 60, ending_current: 60 }, result: 1 },
  ],
  compute({ beginning, sales, ending_total, ending_current }) {
    const collectable = clean(beginning + sales - ending_current);
    return ratio(clean(beginning + sales - ending_total), collectable, 'beginning + sales − ending_current');
  },
});

export const native: Native<typeof cei> = {
  print: ({ beginning, sales, ending_total, ending_current }) =>
    `(${beginning}+${sales}-${ending_total})/(${beginning}+${sales}-${ending_current})`,
};
