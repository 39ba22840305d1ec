import { divisionByZero, notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { numberGrid } from '../kernel/ranges.ts';
import { Sum } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';
import { gridOf } from './shared/grid.ts';

export const mix = defineFunction({
  name: 'MIX',
  family: 'money',
  kind: 'table',
  text: {
    label: say('Mix', '结构占比'),
    words: searchWords('share of total, composition, product mix, structure', '占比分析，构成比，销售结构，产品结构'),
    summary: say(
      'Each value’s share of their total: sales by product, region, channel …',
      '各项占合计的比例：按产品、区域、渠道等。',
    ),
    formula: 'value ÷ Σ values',
    source: 'Common-size (vertical) analysis',
  },
  parameters: {
    values: numberGrid({
      label: say('Values', '数值'),
      about: say('The parts of one total; blanks stay blank.', '同一合计的各部分；空单元格保持为空。'),
    }),
  },
  examples: [
    { given: { values: [[50], [30], [20]] }, result: [[0.5], [0.3], [0.2]] },
    { given: { values: [[3, null, 1]] }, result: [[0.75, null, 0.25]] },
  ],
  compute({ values }) {
    const sum = new Sum();
    let filled = 0;
    values.each(value => {
      sum.add(value);
      filled++;
    });
    if (filled === 0) return notAvailable('no value is filled in', '没有已填写的数值');
    const total = sum.value;
    if (total === 0) return divisionByZero('the values add up to 0', '数值合计为 0');
    return gridOf(values, index => {
      const value = values.at(index);
      return value === null ? null : value / total;
    });
  },
});
