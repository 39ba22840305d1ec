import { clean } from '../kernel/decimal.ts';
import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { ratio } from '../kernel/ratio.ts';

export const cei = defineFunction({
  name: 'CEI',
  family: 'money',
  kind: 'map',
  text: {
    label: { en: 'Collection effectiveness index (CEI)', zh: '回款效率（CEI）' },
    summary: {
      en: 'Share of what could be collected in the period that was collected.',
      zh: '期内可收款项中实际收回的比例。',
    },
    formula: '(beginning + sales − ending_total) ÷ (beginning + sales − ending_current)',
    source: 'Collection Effectiveness Index, Credit Research Foundation',
  },
  parameters: {
    beginning: number({
      label: { en: 'Beginning', zh: '期初应收' },
      about: { en: 'Receivables at the start of the period.', zh: '期初应收账款。' },
    }),
    sales: number({
      label: { en: 'Sales', zh: '赊销额' },
      about: {
        en: 'Sales on credit; the monthly average where the period is longer.',
        zh: '期内赊销额；期间超过一个月时取月平均。',
      },
    }),
    ending_total: number({
      label: { en: 'Ending total', zh: '期末应收' },
      about: {
        en: 'All receivables at the end. If blank, the result is blank.',
        zh: '期末应收账款总额；为空则结果为空。',
      },
      measured: true,
    }),
    ending_current: number({
      label: { en: 'Ending current', zh: '期末未到期' },
      about: { en: 'Those of them that are not due yet.', zh: '其中尚未到期的部分。' },
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
