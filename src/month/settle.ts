import type { Reading } from './deal.ts';
import { ExactSum } from './exactSum.ts';
import type { Answers, Question } from './inspect.ts';
import { differs } from './totals.ts';
import { doubled, twiceQuestions } from './twice.ts';

/** What only shows once all rows are read: totals of the file that disagree, deals that come twice. */
export function readingQuestions(reading: Reading, answers: Answers): Question[] {
  const totals = answers.totals ? [] : reading.totals.filter(differs);
  return [
    ...totals.map(({ row, label, amount = 0, sum = 0 }): Question => ({ ask: 'total', row, label, amount, sum })),
    ...twiceQuestions(reading, answers),
  ];
}

/** The reading as the answers make it: deals that come twice count once, or each time. */
export function settled(reading: Reading, { twice }: Answers): Reading {
  const gone = doubled(reading, twice);
  if (gone.size === 0) return reading;
  const sum = new ExactSum();
  for (const deal of reading.deals) if (gone.has(deal.row)) sum.add(deal.counted);
  return {
    ...reading,
    deals: reading.deals.filter(({ row }) => !gone.has(row)),
    left: { ...reading.left, repeated: { count: gone.size, amount: sum.value } },
  };
}
