import { say, type Text } from '../../../../kernel/text.ts';
import { rowsOf } from '../words.ts';

/** What the page says on which deals are held against receipts. */
export const reconcileWords = {
  reconcileLead: say(
    'Two lists side by side: what is in one and not in the other, and what differs. Nothing is changed in either.',
    '两份清单逐项核对：一方有而另一方没有的，以及金额不同的。不会改动任何一方。',
  ),
  sides: {
    crm: say('1. Sales of the CRM', '1. CRM 成交清单'),
    receipts: say('2. Receipts of finance', '2. 财务收款清单'),
  },
  useCollection: say('Use the collection sheet', '使用回款跟踪表'),
  collectionSheet: say('Collection sheet', '回款跟踪表'),
  differences: say('Differences', '差异'),
  matchBy: say('Match by', '匹配依据'),
  keys: { contract: say('Contract number', '合同编号'), customer: say('Customer', '客户') },
  noCommonKey: say(
    'The two lists have neither contract numbers nor customers in common columns. Choose such a column on both sides.',
    '两份清单没有共同的合同编号或客户列，请在两边选择相应的列。',
  ),
  leastShare: say('Minimum collected for a contract to count (%)', '最低回款比例（%）：达到才计入业绩'),
  expected: say('Expected', '应收'),
  received: say('Received', '实收'),
  difference: say('Difference', '差额'),
  effect: say('Effect on credited sales', '对业绩的影响'),
  effectLead: say(
    'How credited sales would change if the receipts are right.',
    '以实际收款为准时，计入业绩的金额增减。',
  ),
  withoutKey: (count: number): Text =>
    say(`${rowsOf(count)} ${count === 1 ? 'names' : 'name'} nothing to match by`, `${count} 行缺少匹配依据`),
  allAgree: say('Everything agrees.', '全部一致。'),
  shouldBe: (expected: string, received: string): Text =>
    say(`expected ${expected}, received ${received}`, `应收 ${expected}，实收 ${received}`),
};
