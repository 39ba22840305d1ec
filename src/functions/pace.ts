import { CellError } from '../kernel/cell.ts';
import { defineFunction } from '../kernel/function.ts';
import { type Native, when } from '../kernel/native.ts';
import { say, searchWords } from '../kernel/text.ts';
import { achieved } from './shared/achieved.ts';
import { actualToDate, periodTarget } from './shared/paced.ts';
import { periodParameters, projected, weekParameters } from './shared/workCalendar.ts';
import { timeShareTwin } from './shared/workCalendarTwin.ts';

export const pace = defineFunction({
  name: 'PACE',
  family: 'targets',
  kind: 'map',
  text: {
    label: say('Pace', '进度达成率'),
    words: searchWords('on track, run rate against target, pacing', '进度条，进度达标，达成进度，进度差'),
    summary: say(
      'Achievement divided by time elapsed: 1 is on pace, above 1 ahead, below 1 behind.',
      '达成率与时间进度之比：等于 1 为同步，大于 1 超前，小于 1 落后。',
    ),
    formula: '(actual ÷ target) ÷ time elapsed',
    source: 'Pacing against elapsed working days (进度达成率)',
  },
  parameters: { actual: actualToDate, target: periodTarget, ...periodParameters, ...weekParameters },
  examples: [
    // 1 to 14 September 2025 has ten working days, half of them over on the 5th.
    { given: { actual: 60000, target: 100000, start: 45901, end: 45914, as_of: 45905 }, result: 1.2 },
    {
      given: { actual: [[40000], [null]], target: [[100000], [80000]], start: 45901, end: 45914, as_of: 45905 },
      result: [[0.8], [null]],
    },
  ],
  compute(inputs) {
    // The total that the pace leads to, by the target: so a loss that is to be kept small comes out right too.
    const total = projected(inputs.actual, inputs);
    return total instanceof CellError ? total : achieved(total, inputs.target);
  },
});

export const native: Native<typeof pace> = {
  oneCell: true,
  print({ actual, target, ...period }) {
    const share = `${actual}/${timeShareTwin(period)}/${target}`;
    return when(`${target}>0`, share, `2-${share}`);
  },
};
