import { notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { labelKey } from '../kernel/label.ts';
import { type Native, NoTwin } from '../kernel/native.ts';
import { type LabelRange, labels } from '../kernel/ranges.ts';
import { say, searchWords } from '../kernel/text.ts';

export const churnList = defineFunction({
  name: 'CHURN_LIST',
  family: 'customers',
  kind: 'list',
  text: {
    label: say('Churn from lists', '名单流失率'),
    words: searchWords('logo churn, lost accounts, attrition by name', '客户流失率，流失名单，丢失客户'),
    summary: say(
      'Share of the different customers of the first list that are missing from the second.',
      '前期名单中的客户（去重）在后期名单中消失的比例。',
    ),
    formula: '|before ∖ after| ÷ |before|',
    source: 'Customer churn on the opening base, from customer lists',
  },
  parameters: {
    customers_before: labels({
      label: say('Customers before', '前期客户'),
      about: say(
        'Names or numbers; a heading such as “Customer” is skipped, repeats count once.',
        '客户名称或编号；“客户”等标题不计，重复只计一次。',
      ),
      separate: true,
      alone: true,
    }),
    customers_after: labels({
      label: say('Customers after', '后期客户'),
      about: say('The later list, in the same way.', '后期客户名单，读法相同。'),
      separate: true,
      alone: true,
    }),
  },
  examples: [
    {
      given: { customers_before: [['A'], ['B'], ['C'], ['D']], customers_after: [['A'], ['C'], ['D'], ['E']] },
      result: 0.25,
    },
    { given: { customers_before: [['A'], ['A'], ['B']], customers_after: [['b']] }, result: 0.5 },
  ],
  compute({ customers_before, customers_after }) {
    const before = distinct(customers_before);
    const after = distinct(customers_after);
    if (before.size === 0) return notAvailable('customers_before names nobody', '前期名单中没有客户');
    const lost = [...before].filter(customer => !after.has(customer)).length;
    return lost / before.size;
  },
});

function distinct(customers: LabelRange): Set<string> {
  const keys = new Set<string>();
  customers.each(customer => keys.add(labelKey(customer)));
  return keys;
}

export const native: Native<typeof churnList> = new NoTwin(
  'labels are compared without capitals, stray spaces and full-width forms, which built-in functions do not do',
  '名称比较不计大小写、多余空格和全角形式，内置函数做不到',
);
