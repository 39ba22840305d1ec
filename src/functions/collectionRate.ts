import { say, searchWords } from '../kernel/text.ts';
import { defineShare } from './shared/share.ts';

export const collectionRate = defineShare({
  name: 'COLLECTION_RATE',
  family: 'money',
  text: {
    label: say('Collection rate', '回款率'),
    words: searchWords('cash collected, receivables collected, payment rate', '收款率，销售回款率，货款回收率，到账率'),
    summary: say('Share of the money due that has been collected.', '应收款中已收回的比例。'),
    source: 'Cash collected ÷ receivables due in the period',
  },
  part: {
    name: 'collected',
    label: say('Collected', '已回款'),
    about: say('Money received. If blank, the result is blank.', '已收到的金额；为空则结果为空。'),
  },
  whole: {
    name: 'due',
    label: say('Due', '应回款'),
    about: say('Money that was due.', '应收回的金额。'),
    minimum: 0,
  },
  examples: [
    { given: { collected: 450000, due: 500000 }, result: 0.9 },
    { given: { collected: 30, due: 120 }, result: 0.25 },
  ],
});

export { shareSql as sql } from './shared/shareSql.ts';
export { shareTwin as native } from './shared/shareTwin.ts';
