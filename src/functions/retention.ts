import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { number, numberOr } from '../kernel/parameters.ts';
import { ratio } from '../kernel/ratio.ts';
import { say, searchWords } from '../kernel/text.ts';

export const retention = defineFunction({
  name: 'RETENTION',
  family: 'customers',
  kind: 'map',
  text: {
    label: say('Retention rate', '留存率'),
    words: searchWords('customer retention, renewal, keep rate', '客户留存率，保留率，续约率，老客户留存'),
    summary: say(
      'Share of the customers at the start who are still there at the end; new ones do not count.',
      '期初客户到期末仍留存的比例，不含新客户。',
    ),
    formula: '(at_end − new) ÷ at_start',
    source: 'Customer retention rate (CRR)',
  },
  parameters: {
    at_start: number({
      label: say('At start', '期初数'),
      about: say('Customers at the start of the period.', '期初客户数。'),
      minimum: 0,
    }),
    at_end: number({
      label: say('At end', '期末数'),
      about: say('Customers at the end. If blank, the result is blank.', '期末客户数；为空则结果为空。'),
      minimum: 0,
      measured: true,
    }),
    new: numberOr(0, {
      label: say('New', '新增数'),
      about: say('Customers won in the period.', '期内新增客户数。'),
      minimum: 0,
    }),
  },
  examples: [
    { given: { at_start: 200, at_end: 180, new: 30 }, result: 0.75 },
    { given: { at_start: 100, at_end: 90 }, result: 0.9 },
  ],
  compute: inputs => ratio(inputs.at_end - inputs.new, inputs.at_start, 'at_start'),
});

export const native: Native<typeof retention> = {
  print: text =>
    text.new === '0' ? `${text.at_end}/${text.at_start}` : `(${text.at_end}-${text.new})/${text.at_start}`,
};
