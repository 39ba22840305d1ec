import { workingDays } from '../kernel/calendar.ts';
import { divisionByZero } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { DIVISION_BY_ZERO, isBlank, type Native, WRONG, when } from '../kernel/native.ts';
import { date, number, optionalDate } from '../kernel/parameters.ts';
import { say, searchWords } from '../kernel/text.ts';
import { endBeforeStart, weekParameters } from './shared/workCalendar.ts';
import { workingDaysTwin } from './shared/workCalendarTwin.ts';

export const prorate = defineFunction({
  name: 'PRORATE',
  family: 'incentives',
  kind: 'map',
  text: {
    label: say('Proration', '在岗折算'),
    words: searchWords(
      'pro rata, part-month, mid-month joiner, new hire target',
      '按天折算，新人折算，入离职折算，按比例',
    ),
    summary: say(
      'A target or a pay for the part of a period in which somebody was there, by working days.',
      '按在岗工作日折算期间的目标或金额，适用于期中入职、离职或调岗。',
    ),
    formula: 'amount × working days of [from, to] within [start, end] ÷ working days of [start, end]',
    source: 'Proration of quotas and variable pay for joiners, leavers and transfers',
  },
  parameters: {
    amount: number({
      label: say('Amount', '金额'),
      about: say('For the whole period. If blank, the result is blank.', '整个期间的金额；为空则结果为空。'),
      measured: true,
    }),
    start: date({ label: say('Start', '开始日期'), about: say('First day of the period.', '期间的第一天。') }),
    end: date({ label: say('End', '结束日期'), about: say('Last day of the period.', '周期的最后一天。') }),
    from: optionalDate({
      label: say('From', '在岗起'),
      about: say('First day that counts; if blank, the start.', '在岗第一天；为空即期间开始。'),
    }),
    to: optionalDate({
      label: say('To', '在岗止'),
      about: say('Last day that counts; if blank, the end.', '在岗最后一天；为空即期间结束。'),
    }),
    ...weekParameters,
  },
  examples: [
    // January to March 2026 has 64 weekdays, 32 of them from 16 February on.
    { given: { amount: 100000, start: 46023, end: 46112, from: 46069 }, result: 50000 },
    { given: { amount: 64000, start: 46023, end: 46112, to: 46053 }, result: 22000 },
    { given: { amount: 64000, start: 46023, end: 46112, from: 46113 }, result: 0 },
  ],
  compute({ amount, start, end, from, to, calendar, week }) {
    if (end < start) return endBeforeStart(start, end);
    if (from !== undefined && to !== undefined && to < from) return endBeforeStart(from, to, 'from', 'to');
    const total = workingDays(start, end, week, calendar);
    if (total === 0)
      return divisionByZero('there is no working day from start to end', '开始日期与结束日期之间没有工作日');
    const [first, last] = [Math.max(start, from ?? start), Math.min(end, to ?? end)];
    return last < first ? 0 : (amount * workingDays(first, last, week, calendar)) / total;
  },
});

export const native: Native<typeof prorate> = {
  oneCell: true,
  print({ amount, start, end, from, to, ...week }) {
    const first = from === '' ? start : when(isBlank(from), start, `MAX(${start},${from})`);
    const last = to === '' ? end : when(isBlank(to), end, `MIN(${end},${to})`);
    const total = workingDaysTwin(start, end, week);
    const there = `${amount}*${workingDaysTwin(first, last, week)}/${total}`;
    const shown = when(`${total}=0`, DIVISION_BY_ZERO, when(`${last}<${first}`, '0', there));
    const inOrder =
      from === '' || to === '' ? shown : when(`(${to}<${from})*(LEN(${from})>0)*(LEN(${to})>0)`, WRONG, shown);
    return when(`${end}<${start}`, WRONG, inOrder);
  },
};
