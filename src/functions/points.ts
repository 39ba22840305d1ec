import type { CellError } from '../kernel/cell.ts';
import { decimal } from '../kernel/decimal.ts';
import { at, place } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { type Native, WRONG, when } from '../kernel/native.ts';
import { number } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';
import { NO_ACHIEVEMENT, typedAsPercent } from './shared/achieved.ts';

const current = say('Current', '本期');
const previous = say('Previous', '对比期');

export const points = defineFunction({
  name: 'POINTS',
  family: 'growth',
  kind: 'map',
  text: {
    label: say('Change in points', '百分点变化'),
    words: searchWords(
      'percentage point change, pp, ppt, basis points, rate difference',
      '百分点，增减点数，比率变化，份额变化',
    ),
    summary: say(
      'Change of a rate in percentage points: from 40% to 45% is 5 points (not 5%, and not 0.05).',
      '比率的变化，单位为百分点：40% 到 45% 为 5 个百分点（不是 5%，也不是 0.05）。',
    ),
    formula: '100 × (current − previous),  rates as fractions',
    source: 'Percentage point: the difference of two percentages, as statistical offices report changes of rates',
  },
  parameters: {
    current: number({
      label: current,
      about: say(
        'This period’s rate, 0.45 for 45%. If blank, the result is blank.',
        '本期比率，45% 为 0.45；为空则结果为空。',
      ),
      measured: true,
    }),
    previous: number({
      label: previous,
      about: say(
        'The earlier period’s rate, 0.4 for 40%. If blank, the result is blank.',
        '上期或去年同期的比率，40% 为 0.4；为空则结果为空。',
      ),
      measured: true,
    }),
  },
  examples: [
    { given: { current: 0.45, previous: 0.4 }, result: 5 },
    { given: { current: [[0.125], [null]], previous: [[0.2], [0.2]] }, result: [[-7.5], [null]] },
  ],
  compute(rates) {
    const wrong = typed(rates.current, 'current', current) ?? typed(rates.previous, 'previous', previous);
    return wrong ?? Number(decimal(rates.current).minus(decimal(rates.previous)).times(100));
  },
});

/** 45 for 45 % would be a hundred times as many points. */
function typed(rate: number, name: string, label: typeof current): CellError | undefined {
  const wrong = typedAsPercent(Math.abs(rate));
  return wrong && at(wrong, place.parameter(name, label));
}

export const native: Native<typeof points> = {
  print: rates => {
    const wrong = [rates.current, rates.previous].map(rate => `(ABS(${rate})>=${NO_ACHIEVEMENT})`).join('+');
    return when(wrong, WRONG, `100*(${rates.current}-${rates.previous})`);
  },
};
