import { describe, expect, it } from 'vitest';
import type { ImportAnswers } from '../../src/tables/outcome.ts';
import { lines, outcomeFrom } from '../support/outcome.ts';
import { rowsXml, workbook } from '../support/zip.ts';

const DAY = '2026-03-15';

/** What is asked, the file, the answer, and the sum that comes of it. */
const CASES: readonly (readonly [string, string, ImportAnswers, number])[] = [
  ['stage', lines('Owner,Stage,Amount,Date', `A,Frob,1,${DAY}`), { stages: { Frob: 'won' } }, 1],
  ['stage', lines('Owner,Stage,Amount,Date', `A,,1,${DAY}`, `B,,2,${DAY}`), { stages: { '': 'won' } }, 3],
  ['currencies', lines('Owner,Amount,Currency,Date', `A,1,USD,${DAY}`, `B,2,EUR,${DAY}`), { currency: 'EUR' }, 2],
  ['currencies', lines('Owner,Amount,Currency,Date', `A,1,USD,${DAY}`, `B,2,EUR,${DAY}`), { oneCurrency: true }, 3],
  ['column', lines('Owner,Forecast amount,Date', `A,1,${DAY}`), { confirmed: { amount: 'Forecast amount' } }, 1],
  ['columns', lines('Owner,Wertung,Date', `A,7,${DAY}`), { columns: { amount: 'Wertung' } }, 7],
  ['product', lines('Product,Quantity,Price,Date', `A,2,3,${DAY}`), { product: true }, 6],
  ['dateOrder', lines('Owner,Amount,Date', 'A,1,03/04/2026'), { dateOrders: { closed: 'dayFirst' } }, 1],
  ['dateOrder', lines('Owner,Amount,Date', 'A,1,26/03/05'), { dateOrders: { closed: 'yearFirst' } }, 1],
  [
    'kind',
    lines('Owner,Measure,Amount,Date', `A,Target,9,${DAY}`, `A,Actual,7,${DAY}`),
    { kinds: { 'Measure: Target': 'leave' } },
    7,
  ],
  [
    'sums',
    lines('Owner,Amount,Date', `A,1,${DAY}`, `B,2,${DAY}`, `C,4,${DAY}`, `Board,7,${DAY}`),
    { sums: 'totals' },
    7,
  ],
  [
    'below',
    lines('Owner,Amount,Month', 'A,1,2026-03', 'B,2,2026-03', 'Total,3,', 'Board,9,2026-03'),
    { below: 'leave' },
    3,
  ],
  ['halfConverted', lines('Owner,Amount,Date', 'A,1,2026-04-03', 'B,2,13/04/2026'), { swapped: { closed: true } }, 3],
  ['decimalMark', lines('Owner;Amount;Date', `A;1.234;${DAY}`), { decimalMarks: { amount: 'comma' } }, 1234],
  ['spaces', lines('Owner;Amount;Date', `A;1 234;${DAY}`), { spaced: { amount: true } }, 1234],
  ['credit', lines('Owner;Amount;Date', `A;5 CR;${DAY}`), { credits: { amount: 'minus' } }, -5],
  ['total', lines('Owner,Amount,Date', `A,1,${DAY}`, 'Total,9,'), { totals: true }, 1],
  ['twice', lines('Owner,Amount,Date', `A,1,${DAY}`, `A,1,${DAY}`), { twice: 'first' }, 1],
  ['twice', lines('Owner,Amount,Date', `A,1,${DAY}`, `A,1,${DAY}`), { twice: 'all' }, 2],
  ['headings', lines(`A,1,${DAY}`, `B,2,${DAY}`), { headings: false }, 3],
  ['year', lines('Owner,Jan,Feb', 'A,1,2'), { year: 2026 }, 3],
  [
    'fillDown',
    lines('Owner,Amount,Date', `A,1,${DAY}`, `,2,${DAY}`, `B,4,${DAY}`, `,8,${DAY}`),
    { fillDown: true },
    15,
  ],
];

describe('importFile() with answers', () => {
  it.each(CASES)('%s is asked, and answered', async (about, file, answers, sum) => {
    const asked = await outcomeFrom(file);
    expect(asked.questions.map(question => question.about)).toContain(about);
    for (const { about: each, values } of asked.questions) expect([each, values.length > 0]).toEqual([each, true]);
    const answered = await outcomeFrom(file, { answers });
    expect([answered.questions, answered.sums.all]).toEqual([[], sum]);
  });

  it('reads the sheets that are named, and says which others hold amounts', async () => {
    const heading = ['Owner', 'Amount', 'Date'];
    const book = workbook({
      East: rowsXml([heading, ['A', 1, { date: 46_096 }]]),
      West: rowsXml([heading, ['B', 2, { date: 46_096 }]]),
      Older: rowsXml([
        [...heading, 'Note'],
        ['C', 4, { date: 46_096 }, 'x'],
      ]),
    });
    const asked = await outcomeFrom(book);
    expect(asked.questions.map(({ about, values }) => [about, values])).toEqual([['sheets', ['East', 'West']]]);
    expect(asked.warnings.join()).toContain('not read: Older');
    const both = await outcomeFrom(book, { answers: { sheets: ['East', 'West'] } });
    expect([both.questions, both.sums.all]).toEqual([[], 3]);
  });

  it('asks about deals that stand on two sheets', async () => {
    const rows = (...lines: (string | number)[][]) =>
      rowsXml([['Owner', 'Amount', 'Date'], ...lines.map(line => [...line, { date: 46_096 }])]);
    const book = workbook({ All: rows(['A', 1], ['B', 2]), East: rows(['A', 1]), West: rows(['B', 2]) });
    const { questions } = await outcomeFrom(book, { answers: { sheets: ['All', 'East', 'West'] } });
    expect(questions.map(({ about }) => about)).toEqual(['twice']);
  });
});
