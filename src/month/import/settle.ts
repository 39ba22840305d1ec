import { exactSum } from '../figures/exactSum.ts';
import { belowQuestions, belowTotal } from './belowTotal.ts';
import type { Reading } from './deal.ts';
import type { Answers, Question } from './inspect.ts';
import { doubled, twiceQuestions } from './repeatedDeals.ts';
import { asTotals, sumQuestions } from './sumRows.ts';
import { differs } from './totals.ts';

/** What only shows once all rows are read: totals of the file that disagree, deals that come twice. */
export function readingQuestions(reading: Reading, answers: Answers): Question[] {
  const totals = answers.totals ? [] : reading.totals.filter(differs);
  return [
    ...totals.map(({ row, label, amount = 0, sum = 0 }): Question => ({ ask: 'total', row, label, amount, sum })),
    ...sumQuestions(reading.deals, answers),
    ...belowQuestions(reading, answers),
    ...twiceQuestions(reading, answers),
  ];
}

/** The reading as the answers make it: sums of others are totals, deals that come twice count once, or each time. */
export function settled(read: Reading, answers: Answers): Reading {
  const reading = withoutBelow(withoutSums(read, answers), answers);
  const gone = doubled(reading, answers.twice);
  if (gone.size === 0) return reading;
  const repeated = reading.deals.filter(({ row }) => gone.has(row));
  return {
    ...reading,
    deals: reading.deals.filter(({ row }) => !gone.has(row)),
    left: {
      ...reading.left,
      repeated: { count: gone.size, amount: exactSum(repeated.map(({ counted }) => counted)) },
    },
  };
}

function withoutSums(reading: Reading, answers: Answers): Reading {
  const totals = asTotals(reading.deals, answers);
  if (totals.length === 0) return reading;
  const rows = new Set(totals.map(({ row }) => row));
  return {
    ...reading,
    deals: reading.deals.filter(({ row }) => !rows.has(row)),
    totals: [...reading.totals, ...totals].sort((a, b) => a.row - b.row),
    twice: reading.twice.filter(group => !group.rows.some(row => rows.has(row))),
  };
}

function withoutBelow(reading: Reading, { below }: Answers): Reading {
  const gone = below === 'leave' ? belowTotal(reading) : [];
  if (gone.length === 0) return reading;
  const { kind } = reading.left;
  const rows = new Set(gone.map(({ row }) => row));
  return {
    ...reading,
    deals: reading.deals.filter(({ row }) => !rows.has(row)),
    left: {
      ...reading.left,
      kind: { count: kind.count + gone.length, amount: exactSum([kind.amount, ...gone.map(({ counted }) => counted)]) },
    },
  };
}
