import { defineFunction } from '../kernel/function.ts';
import type { Native } from '../kernel/native.ts';
import { say, searchWords } from '../kernel/text.ts';
import { periodParameters, timeShare, weekParameters } from './shared/workCalendar.ts';
import { timeShareTwin } from './shared/workCalendarTwin.ts';

export const timeProgress = defineFunction({
  name: 'TIME_PROGRESS',
  family: 'targets',
  kind: 'map',
  text: {
    label: say('Time elapsed', '时间进度'),
    words: searchWords('elapsed time, days gone, progress bar', '进度条，时间进度条，已过天数，时间占比'),
    summary: say(
      'Share of the period’s working days that have passed at the end of a day: 0 before the period, 1 after it.',
      '截至某日已过去的工作日占整个周期工作日的比例；周期开始前为 0，结束后为 1。',
    ),
    formula: 'working days(start … as_of) ÷ working days(start … end)',
    source: 'Time-elapsed pacing on working days (时间进度)',
  },
  parameters: { ...periodParameters, ...weekParameters },
  examples: [
    // Monday 1 to Sunday 14 September 2025: ten working days, five of them over on Friday the 5th.
    { given: { start: 45901, end: 45914, as_of: 45905 }, result: 0.5 },
    { given: { start: 45901, end: 45914, as_of: [[45900], [45901], [45930]] }, result: [[0], [0.1], [1]] },
  ],
  compute: timeShare,
});

export const native: Native<typeof timeProgress> = {
  oneCell: true,
  print: text => timeShareTwin(text),
};
