import { CellError } from '../kernel/cell.ts';
import { divisionByZero } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { type Native, WRONG, when } from '../kernel/native.ts';
import { say, searchWords } from '../kernel/text.ts';
import { actualToDate, periodTarget } from './shared/paced.ts';
import { periodParameters, progressOf, weekParameters } from './shared/workCalendar.ts';
import { remainingTwin } from './shared/workCalendarTwin.ts';

export const requiredRate = defineFunction({
  name: 'REQUIRED_RATE',
  family: 'targets',
  kind: 'map',
  text: {
    label: say('Required daily rate', '日均需完成'),
    words: searchWords('daily target, what each day must bring, catch-up', '每日需完成，日均目标，每天要卖多少，追赶'),
    summary: say(
      'What each working day that is left must bring to reach the target; 0 once it is reached.',
      '要达成目标，剩余每个工作日需完成的数额；已达成则为 0。',
    ),
    formula: '(target − actual) ÷ working days after as_of',
    source: 'Required run rate on remaining working days',
  },
  parameters: { actual: actualToDate, target: periodTarget, ...periodParameters, ...weekParameters },
  examples: [
    // 1 to 14 September 2025 has ten working days, five of them left after the 5th.
    { given: { actual: 60000, target: 100000, start: 45901, end: 45914, as_of: 45905 }, result: 8000 },
    { given: { actual: 120000, target: 100000, start: 45901, end: 45914, as_of: 45905 }, result: 0 },
  ],
  compute({ actual, target, ...period }) {
    const progress = progressOf(period);
    if (progress instanceof CellError) return progress;
    if (actual >= target) return 0;
    return progress.remaining === 0
      ? divisionByZero('no working day is left after as_of', '截至日期（as_of）之后没有剩余工作日')
      : (target - actual) / progress.remaining;
  },
});

export const native: Native<typeof requiredRate> = {
  oneCell: true,
  print({ actual, target, ...period }) {
    const missing = when(`${actual}>=${target}`, '0', `(${target}-${actual})/${remainingTwin(period)}`);
    return when(`${period.end}<${period.start}`, WRONG, missing);
  },
};
