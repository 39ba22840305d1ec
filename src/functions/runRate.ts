import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { say, searchWords } from '../kernel/text.ts';
import { actualToDate } from './shared/paced.ts';
import { periodParameters, projected, weekParameters } from './shared/workCalendar.ts';
import { timeShareTwin } from './shared/workCalendarTwin.ts';

export const runRate = defineFunction({
  name: 'RUN_RATE',
  family: 'targets',
  kind: 'map',
  text: {
    label: say('Run rate', '预计完成'),
    words: searchWords('forecast, projection, landing, extrapolation', '预测，预估，月底预计，推算'),
    summary: say(
      'The total that the period will reach if it goes on as so far.',
      '按目前进度推算整个周期可完成的总额。',
    ),
    formula: 'actual ÷ time elapsed',
    source: 'Run-rate projection on elapsed working days',
  },
  parameters: { actual: actualToDate, ...periodParameters, ...weekParameters },
  examples: [
    // 1 to 14 September 2025 has ten working days, half of them over on the 5th.
    { given: { actual: 60000, start: 45901, end: 45914, as_of: 45905 }, result: 120000 },
    { given: { actual: 60000, start: 45901, end: 45914, as_of: 45930 }, result: 60000 },
  ],
  compute: ({ actual, ...period }) => projected(actual, period),
});

export const native: Native<typeof runRate> = {
  oneCell: true,
  print: ({ actual, ...period }) => `${actual}/${timeShareTwin(period)}`,
};
