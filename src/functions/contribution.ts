import type { Cell } from '../kernel/cell.ts';
import { divisionByZero, expected, notAvailable } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { numberGrid } from '../kernel/ranges.ts';
import { Sum } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';
import { gridOf } from './shared/grid.ts';

export const contribution = defineFunction({
  name: 'CONTRIBUTION',
  family: 'growth',
  kind: 'table',
  text: {
    label: say('Contribution', '贡献度'),
    words: searchWords('share of change, growth drivers, decomposition', '增长贡献，贡献率，拉动，归因'),
    summary: say(
      'Each part’s change as a share of the total change; the shares add up to 1.',
      '各部分的变动占总变动的比例，合计为 1。',
    ),
    formula: '(current − previous) ÷ (Σ current − Σ previous)',
    source: 'Contribution to growth, as national accounts state it',
  },
  parameters: {
    current: numberGrid({
      label: say('Current', '本期'),
      about: say('This period’s figures. A blank is left out.', '本期各部分的数值；空单元格不参与。'),
    }),
    previous: numberGrid({
      label: say('Previous', '前期'),
      about: say('The earlier figures beside them; a blank counts as 0.', '对应的前期数值；空单元格按 0 计。'),
    }),
  },
  examples: [
    { given: { current: [[130], [90], [100]], previous: [[100], [80], [100]] }, result: [[0.75], [0.25], [0]] },
    { given: { current: [[150, 90]], previous: [[100, 100]] }, result: [[1.25, -0.25]] },
  ],
  compute({ current, previous }) {
    if (current.shape !== previous.shape) {
      return expected.sameShape('current', current.shape, 'previous', previous.shape);
    }
    const changes: (number | null)[] = new Array<null>(current.length).fill(null);
    const total = new Sum();
    let filled = 0;
    current.each((value, index) => {
      const before = previous.at(index) ?? 0;
      changes[index] = value - before;
      total.add(value);
      total.add(-before);
      filled++;
    });
    if (filled === 0) return notAvailable('current has no figure', 'current（本期）没有数值');
    if (total.value === 0) return divisionByZero('the total change is 0', '总变动为 0');
    const shareOf = (change: number | null | undefined): Cell => (change == null ? null : change / total.value);
    return gridOf(current, index => shareOf(changes[index]));
  },
});
