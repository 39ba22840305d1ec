import type { CellError } from '../kernel/cell.ts';
import { divisionByZero, expected, invalid } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { countWhere, DIVISION_BY_ZERO, daysOf, isBlank, type Native, WRONG, when } from '../kernel/native.ts';
import { optionalDate } from '../kernel/parameters.ts';
import { dates, numbers } from '../kernel/ranges.ts';
import { Sum } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';

/**
 * By amount, of what was due. Credit management also counts invoices, or divides by what was paid: a customer who does
 * not pay at all would then not count.
 */
export const onTimeRate = defineFunction({
  name: 'ON_TIME_RATE',
  family: 'money',
  kind: 'list',
  text: {
    label: say('On-time collection rate', '按期回款率'),
    words: searchWords(
      'paid on time, payment discipline, punctual payment, terms kept',
      '准时回款率，及时回款率，按时付款，回款及时率，守约率',
    ),
    summary: say(
      'Share of the money due that was paid on or before its due date; what was paid late, or not at all, is not on time.',
      '应收款中在到期日当天或之前收回的比例；逾期收回和未收回的都不算按期。',
    ),
    formula: 'Σ min(paid, amount) where paid_date ≤ due_date ÷ Σ amount;  with as_of only what is due by then',
    source: 'Paid within the terms of the invoice (APQC Open Standards), by amount and of all that was due',
  },
  parameters: {
    due_dates: dates({
      label: say('Due dates', '到期日'),
      about: say('When each instalment is to be paid.', '各笔款项的到期日。'),
    }),
    amounts: numbers({
      label: say('Amounts', '应收金额'),
      about: say(
        'What is due, a row for each instalment; one that is paid in parts has a row for each part.',
        '应收金额，每期一行；分次支付的一期按次拆成多行。',
      ),
      minimum: 0,
    }),
    paid_dates: dates({
      label: say('Paid on', '回款日期'),
      about: say('When it was paid; blank while it is not.', '回款日期；未收则为空。'),
    }),
    paid: numbers({
      label: say('Collected', '已回款'),
      about: say(
        'What was paid of it, less refunds; above the amount it counts as the amount.',
        '其中已收的金额（扣除退款）；超过应收的部分不计。',
      ),
      minimum: 0,
    }),
    as_of: optionalDate({
      label: say('As of', '截至日期'),
      about: say(
        'What is due after this day is not counted yet; if left out, all rows count as due.',
        '此日之后到期的暂不计；省略时各行均视为已到期。',
      ),
    }),
  },
  examples: [
    {
      given: {
        due_dates: [[100], [110], [120], [130]],
        amounts: [[100], [200], [300], [400]],
        paid_dates: [[100], [111], [115], [null]],
        paid: [[100], [200], [150], [null]],
      },
      result: 0.25,
    },
    {
      given: {
        due_dates: [[100], [130]],
        amounts: [[100], [400]],
        paid_dates: [[90], [null]],
        paid: [[80], [null]],
        as_of: 129,
      },
      result: 0.8,
    },
  ],
  compute({ due_dates, amounts, paid_dates, paid, as_of }) {
    const onTime = new Sum();
    const due = new Sum();
    // Money beside a blank amount would be lost without a word.
    paid.each((sum, index) => {
      if (sum > 0 && amounts.at(index) === null) amounts.reject(index, noAmount());
      if (sum > 0 && paid_dates.at(index) === null) paid_dates.reject(index, expected.date(null));
    });
    amounts.each((amount, index) => {
      const [last, day, sum] = [due_dates.at(index), paid_dates.at(index), paid.at(index)];
      if (last === null) due_dates.reject(index, expected.date(null));
      if (day !== null && sum === null) paid.reject(index, noSum());
      if (last === null || (as_of !== undefined && Math.floor(last) > as_of)) return;
      due.add(amount);
      if (day !== null && Math.floor(day) <= Math.floor(last)) onTime.add(Math.min(sum ?? 0, amount));
    });
    if (due.value === 0) return divisionByZero('nothing is due', '没有到期款项');
    return onTime.value / due.value;
  },
});

function noAmount(): CellError {
  return invalid(
    'expected the amount that was due beside what was paid, the cell is blank',
    '已回款旁应有应收金额，单元格为空',
  );
}

function noSum(): CellError {
  return invalid('expected what was paid beside the date, the cell is blank', '回款日期旁应有已回款金额，单元格为空');
}

export const native: Native<typeof onTimeRate> = {
  print({ due_dates, amounts, paid_dates, paid, as_of }) {
    const wrong = [
      countWhere(amounts, `(1-ISNUMBER(${due_dates}))`),
      countWhere(paid, `(${paid}>0)*(2-ISNUMBER(${amounts})-ISNUMBER(${paid_dates}))`),
      countWhere(paid_dates, `ISNUMBER(${amounts})*(1-ISNUMBER(${paid}))`),
    ].join('+');
    const counts = `ISNUMBER(${amounts})${as_of === '' ? '' : `*((${isBlank(as_of)})+(${daysOf(due_dates)}<=${as_of})>0)`}`;
    const inTime = `${counts}*ISNUMBER(${paid_dates})*(${daysOf(paid_dates)}<=${daysOf(due_dates)})`;
    const onTime = `(SUMPRODUCT(${inTime}*(${paid}<${amounts}),${paid})+SUMPRODUCT(${inTime}*(${paid}>=${amounts}),${amounts}))`;
    const due = as_of === '' ? `SUM(${amounts})` : `SUMPRODUCT(${counts},${amounts})`;
    return when(`${wrong}>0`, WRONG, when(`${due}=0`, DIVISION_BY_ZERO, `${onTime}/${due}`));
  },
};
