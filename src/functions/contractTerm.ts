import { expected, invalid, notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { type Native, NoTwin } from '../kernel/native.ts';
import { dates } from '../kernel/ranges.ts';
import { Sum } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';
import { monthsBetween } from './shared/months.ts';

export const contractTerm = defineFunction({
  name: 'CONTRACT_TERM',
  family: 'funnel',
  kind: 'list',
  text: {
    label: say('Contract term', '平均合同期限（月）'),
    words: searchWords('contract length, subscription length, duration', '合同期限，合约期，签约年限'),
    summary: say(
      'Mean length of contracts in months, first and last day included: 1 January to 31 December is 12.',
      '合同的平均期限（月），首尾两日都计入：1 月 1 日至 12 月 31 日为 12 个月。',
    ),
    formula: 'mean of the months from start to the day after end',
    source: 'Contract term of CRM contracts: end date = start date + term − 1 day (Salesforce)',
  },
  parameters: {
    start: dates({
      label: say('Start', '开始日'),
      about: say('First day of each contract.', '各合同的首日。'),
    }),
    end: dates({
      label: say('End', '结束日'),
      about: say('Its last day; a blank is left out.', '各合同的末日；为空则不计。'),
    }),
  },
  examples: [
    { given: { start: [[45292], [45292]], end: [[45657], [45473]] }, result: 9 },
    { given: { start: [[45292], [45300]], end: [[45306], [null]] }, result: 15 / 31 },
  ],
  compute({ start, end }) {
    const months = new Sum();
    let contracts = 0;
    end.each((last, index) => {
      const first = start.at(index);
      if (first === null) start.reject(index, expected.date(null));
      else if (Math.floor(last) < Math.floor(first)) end.reject(index, endsBeforeStart());
      else months.add(monthsBetween(Math.floor(first), Math.floor(last) + 1));
      contracts++;
    });
    return contracts === 0 ? notAvailable('no contract has an end', '没有填写结束日的合同') : months.value / contracts;
  },
});

function endsBeforeStart() {
  return invalid('the contract ends before it starts', '结束日早于开始日');
}

export const native: Native<typeof contractTerm> = new NoTwin(
  'a month is counted by its own days, contract by contract',
  '每份合同须按各月实际天数折算',
);
