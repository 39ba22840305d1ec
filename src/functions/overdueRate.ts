import { divisionByZero, expected } from '../kernel/errors.ts';
import { defineFunction } from '../kernel/function.ts';
import { countWhere, type Native, WRONG, when } from '../kernel/native.ts';
import { date } from '../kernel/parameters.ts';
import { dates, numbers } from '../kernel/ranges.ts';
import { nullIf, ratioOf, rowsWhere, type Sql } from '../kernel/sql.ts';
import { Sum } from '../kernel/sum.ts';
import { say, searchWords } from '../kernel/text.ts';

export const overdueRate = defineFunction({
  name: 'OVERDUE_RATE',
  family: 'money',
  kind: 'list',
  text: {
    label: say('Overdue rate', '逾期率'),
    words: searchWords('past due, delinquency, late payments, bad debt', '逾期账款，逾期占比，坏账，超期'),
    summary: say('Share of the outstanding amount that is past due.', '未回款金额中已逾期的比例。'),
    formula: 'Σ (amount − paid) where due date < as_of ÷ Σ (amount − paid)',
    source: 'Overdue receivables ÷ receivables (ageing analysis of credit management)',
  },
  parameters: {
    due_dates: dates({
      label: say('Due dates', '到期日'),
      about: say('When each amount is to be paid.', '各笔款项的到期日。'),
    }),
    amounts: numbers({
      label: say('Amounts', '应收金额'),
      about: say('What is to be paid; blanks are skipped.', '应收金额；为空则不计。'),
      minimum: 0,
    }),
    paid: numbers({
      label: say('Collected', '已回款'),
      about: say('What has been paid of it; a blank is nothing.', '其中已收的金额；为空即未收。'),
      minimum: 0,
    }),
    as_of: date({
      label: say('As of', '截至日期'),
      about: say('The day of the count; what is due that day is not overdue.', '统计日期；当日到期不算逾期。'),
    }),
  },
  examples: [
    {
      given: {
        due_dates: [[45291], [45322], [45350]],
        amounts: [[100], [200], [300]],
        paid: [[40], [200], [120]],
        as_of: 45322,
      },
      result: 0.25,
    },
    { given: { due_dates: [[100], [101]], amounts: [[50], [50]], paid: [[null], [null]], as_of: 101 }, result: 0.5 },
  ],
  compute({ due_dates, amounts, paid, as_of }) {
    const overdue = new Sum();
    const owed = new Sum();
    amounts.each((amount, index) => {
      const due = due_dates.at(index);
      if (due === null) due_dates.reject(index, expected.date(null));
      const open = Math.max(0, amount - (paid.at(index) ?? 0));
      owed.add(open);
      if (due !== null && Math.floor(due) < as_of) overdue.add(open);
    });
    if (owed.value === 0) return divisionByZero('nothing is owed', '没有未收款项');
    return overdue.value / owed.value;
  },
});

export const native: Native<typeof overdueRate> = {
  print({ due_dates, amounts, paid, as_of }) {
    // A blank as paid is nothing paid; the empty text of a formula is one too.
    const open = `ISNUMBER(${amounts})*(1-ISNUMBER(${paid})*(${paid}>=${amounts}))`;
    const sum = (where: string): string => `(SUMPRODUCT(${where},${amounts})-SUMPRODUCT(${where},${paid}))`;
    const rate = `${sum(`${open}*(${due_dates}<${as_of})`)}/${sum(open)}`;
    return when(`${countWhere(amounts, `(1-ISNUMBER(${due_dates}))`)}>0`, WRONG, rate);
  },
};

export const sql: Sql<typeof overdueRate> = {
  print({ due_dates, amounts, paid, as_of }, words) {
    const open = `CASE WHEN ${paid} IS NULL THEN ${amounts} WHEN ${amounts} > ${paid} THEN ${amounts} - ${paid} ELSE 0 END`;
    const rate = ratioOf(`SUM(CASE WHEN ${due_dates} < ${as_of} THEN ${open} ELSE 0 END)`, `SUM(${open})`, words);
    return nullIf(`${rowsWhere(`${amounts} IS NOT NULL AND ${due_dates} IS NULL`)} > 0`, rate);
  },
};
