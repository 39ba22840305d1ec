import { workingDays } from '../kernel/calendar.ts';
import { defineFunction } from '../kernel/function.ts';
import { type Native, WRONG, when } from '../kernel/native.ts';
import { date } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';
import { endBeforeStart, weekParameters } from './shared/workCalendar.ts';
import { workingDaysTwin } from './shared/workCalendarTwin.ts';

export const workdays = defineFunction({
  name: 'WORKDAYS',
  family: 'targets',
  kind: 'map',
  text: {
    label: say('Working days', '工作日'),
    words: searchWords('business days, working calendar, holidays', '上班天数，出勤天数，工作天数，调休'),
    summary: say(
      'Working days from start to end, both included, with holidays and the weekend days worked to make up for them.',
      '起止日期（含首尾）之间的工作日天数，计入节假日休息和调休上班。',
    ),
    formula: 'days of the week that are worked − days off + make-up days',
    source: 'NETWORKDAYS, extended by make-up days (调休) as in the State Council’s yearly holiday notice',
  },
  parameters: {
    start: date({
      label: say('Start', '开始日期'),
      about: say('First day. If blank, the result is blank.', '第一天；为空则结果为空。'),
      measured: true,
    }),
    end: date({
      label: say('End', '结束日期'),
      about: say('Last day, included.', '最后一天（含）。'),
    }),
    ...weekParameters,
  },
  examples: [
    // 1 to 31 October 2025: 23 weekdays, six of them off, Saturday the 11th worked.
    {
      given: {
        start: 45931,
        end: 45961,
        calendar: [
          [45931, '休'],
          [45932, '休'],
          [45933, '休'],
          [45936, '休'],
          [45937, '休'],
          [45938, '休'],
          [45941, '班'],
        ],
      },
      result: 18,
    },
    { given: { start: 45931, end: 45961 }, result: 23 },
    { given: { start: 45931, end: 45961, week: '单休' }, result: 27 },
  ],
  compute: ({ start, end, week, calendar }) =>
    end < start ? endBeforeStart(start, end) : workingDays(start, end, week, calendar),
});

export const native: Native<typeof workdays> = {
  oneCell: true,
  print: ({ start, end, ...week }) => when(`${end}<${start}`, WRONG, workingDaysTwin(start, end, week)),
};
