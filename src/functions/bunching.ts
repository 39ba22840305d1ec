import { type Calendar, type Week, workingDays } from '../kernel/calendar.ts';
import type { CellError } from '../kernel/cell.ts';
import { divisionByZero, expected, invalid } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { countWhere, cut, DIVISION_BY_ZERO, type Native, NoTwin, WRONG, when } from '../kernel/native.ts';
import { numberOr } from '../kernel/parameters.ts';
import { dates, numbers } from '../kernel/ranges.ts';
import { Sum } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';
import { endBeforeStart, periodParameters, weekParameters } from './shared/workCalendar.ts';
import { workingDaysTwin } from './shared/workCalendarTwin.ts';

export const bunching = defineFunction({
  name: 'BUNCHING',
  family: 'incentives',
  kind: 'list',
  text: {
    label: say('Month-end bunching', '月末集中度'),
    words: searchWords(
      'hockey stick, sandbagging, quarter-end rush, month-end spike, pull-forward',
      '压单，冲量，突击成单，月底冲刺，季末冲量，集中成交',
    ),
    summary: say(
      'Share of the period’s sales that falls in its last working days: much of it tells of deals held back or rushed.',
      '期间销售额中落在最后几个工作日的比例；过高说明订单被压后或突击。',
    ),
    formula: 'Σ amounts from the day on which the last working days begin to end ÷ Σ amounts from start to end',
    source: 'Hockey stick of sales at the end of a period (P. Oyer, Quarterly Journal of Economics, 1998)',
  },
  parameters: {
    dates: dates({
      label: say('Dates', '日期'),
      about: say('The date of each deal; those outside the period are not counted.', '每单的日期；期间之外的不计。'),
    }),
    amounts: numbers({
      label: say('Amounts', '金额'),
      about: say(
        'The amount of each deal; blanks are skipped, refunds are negative.',
        '每单的金额；为空则不计，退款为负数。',
      ),
    }),
    start: periodParameters.start,
    end: periodParameters.end,
    days: numberOr(3, {
      label: say('Days', '天数'),
      about: say(
        'So many last working days; weekends and holidays after the first of them belong to them.',
        '最后几个工作日；其首日之后的周末和节假日一并计入。',
      ),
      minimum: 1,
      whole: true,
    }),
    ...weekParameters,
  },
  examples: [
    // 31 January 2025 is a Friday: the last three weekdays begin on Wednesday the 29th.
    {
      given: {
        dates: [[45664], [45685], [45686], [45688]],
        amounts: [[50], [20], [10], [20]],
        start: 45658,
        end: 45688,
      },
      result: 0.3,
    },
    // With the holidays from 28 January on they begin on Friday the 24th.
    {
      given: {
        dates: [[45664], [45681], [45682]],
        amounts: [[50], [30], [20]],
        start: 45658,
        end: 45688,
        days: 2,
        calendar: [[45685], [45686], [45687], [45688]],
      },
      result: 0.5,
    },
  ],
  compute({ dates: sold, amounts, start, end, days, calendar, week }) {
    if (end < start) return endBeforeStart(start, end);
    const found = workingDays(start, end, week, calendar);
    if (found < days) return tooShort(found, days);
    const from = lastDaysFrom(start, end, days, { calendar, week });
    const late = new Sum();
    const total = new Sum();
    amounts.each((amount, index) => {
      const day = sold.at(index);
      if (day === null) sold.reject(index, expected.date(null));
      if (day === null || Math.floor(day) < start || Math.floor(day) > end) return;
      total.add(amount);
      if (day >= from) late.add(amount);
    });
    if (total.value === 0) return divisionByZero('the amounts of the period add up to 0', '期间内的金额合计为 0');
    if (total.value < 0) return negative(total.value);
    return late.value / total.value;
  },
});

/** The last day from which there are so many working days up to the end; the later the day, the fewer there are. */
function lastDaysFrom(
  start: number,
  end: number,
  days: number,
  { calendar, week }: { readonly calendar: Calendar; readonly week: Week },
): number {
  let [enough, tooLate] = [start, end + 1];
  while (tooLate - enough > 1) {
    const middle = Math.floor((enough + tooLate) / 2);
    if (workingDays(middle, end, week, calendar) >= days) enough = middle;
    else tooLate = middle;
  }
  return enough;
}

function tooShort(found: number, days: number): CellError {
  return invalid(
    `days (${days}) is more than the working days from start to end (${found})`,
    `天数（days，${days}）多于期间内的工作日（${found}）`,
  );
}

function negative(total: number): CellError {
  return invalid(`the amounts of the period add up to ${total}, less than 0`, `期间内的金额合计为 ${total}，小于 0`);
}

/** Where the last days of a week without Sundays begin: WORKDAY.INTL does not count back alike in all spreadsheets. */
function sixDayWeek(end: string, days: string): string {
  // 0 on a Monday, 6 on a Sunday.
  const weekday = `MOD(${end}-2,7)`;
  const sundays = `INT((${days}+4-MIN(${weekday},5))/6)`;
  return `(${end}-INT(${weekday}/6)-${days}+1-${sundays})`;
}

export const native: Native<typeof bunching> = {
  print({ dates: sold, amounts, start, end, days, ...week }) {
    if (week.calendar !== '') {
      return new NoTwin(
        'the last working days with make-up days need an array formula',
        '含调休的最后几个工作日需要数组公式',
      );
    }
    const after = `(${end}+1)`;
    const from = {
      'mon-fri': `WORKDAY(${after},0-${days})`,
      'mon-sat': sixDayWeek(end, days),
      all: `(${after}-${days})`,
    }[week.week as Week];
    const sum = (first: string): string => `SUMPRODUCT((${sold}>=${first})*(${sold}<${after}),${amounts})`;
    const share = `${sum(from)}/${sum(start)}`;
    const shown = when(`${cut(sum(start))}=0`, DIVISION_BY_ZERO, when(`${sum(start)}<0`, WRONG, share));
    const inOrder = when(`${workingDaysTwin(start, end, week)}<${days}`, WRONG, shown);
    const wrong = `(${end}<${start})+${countWhere(amounts, `(1-ISNUMBER(${sold}))`)}>0`;
    return when(wrong, WRONG, inOrder);
  },
};
