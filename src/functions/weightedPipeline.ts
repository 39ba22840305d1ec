import { notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { countWhere, type Native, NOT_AVAILABLE, when } from '../kernel/native.ts';
import { numbers } from '../kernel/ranges.ts';
import type { Sql } from '../kernel/sql.ts';
import { Sum } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';

export const weightedPipeline = defineFunction({
  name: 'WEIGHTED_PIPELINE',
  family: 'funnel',
  kind: 'list',
  text: {
    label: say('Weighted pipeline', '加权商机'),
    words: searchWords('forecast, expected value, probability', '加权预测，商机金额，预计成交额，概率'),
    summary: say(
      'Value of the open deals, each weighted by how likely it is to be won.',
      '各商机金额按赢单概率加权后的合计。',
    ),
    formula: 'Σ amount × probability',
    source: 'Weighted pipeline of CRM forecasting',
  },
  parameters: {
    amounts: numbers({
      label: say('Amounts', '金额'),
      about: say('Value of each open deal.', '各商机的金额。'),
    }),
    probabilities: numbers({
      label: say('Probabilities', '赢单概率'),
      about: say('Beside them, fractions from 0 to 1.', '对应的概率，0 到 1 的小数。'),
      minimum: 0,
      maximum: 1,
    }),
  },
  examples: [
    { given: { amounts: [[100000], [20000]], probabilities: [[0.8], [0.3]] }, result: 86000 },
    { given: { amounts: [['Amount'], [500], [null]], probabilities: [['Chance'], [0.5], [0.9]] }, result: 250 },
  ],
  compute({ amounts, probabilities }) {
    const total = new Sum();
    let deals = 0;
    amounts.each((amount, index) => {
      const probability = probabilities.at(index);
      if (probability === null) return;
      total.add(amount * probability);
      deals++;
    });
    return deals === 0
      ? notAvailable('no deal has an amount and a probability', '没有同时填写金额和概率的商机')
      : total.value;
  },
});

export const native: Native<typeof weightedPipeline> = {
  print: ({ amounts, probabilities }) =>
    when(
      `${countWhere(amounts, `ISNUMBER(${probabilities})`)}+0*SUM(${amounts})=0`,
      NOT_AVAILABLE,
      `SUMPRODUCT(${amounts},${probabilities})`,
    ),
};

export const sql: Sql<typeof weightedPipeline> = {
  print: ({ amounts, probabilities }) => `SUM(${amounts} * ${probabilities})`,
};
