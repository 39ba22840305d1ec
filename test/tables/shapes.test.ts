import { describe, expect, it } from 'vitest';
import { lines, outcomeFrom } from '../support/outcome.ts';

describe('months as columns, in other languages', () => {
  it.each([
    'Vendeur;janvier;février;mars;Total',
    'Vendedor;Enero;Febrero;Marzo;Total',
    'Verkäufer;Januar;Februar;März;Gesamt',
    '担当者;1月;2月;3月;合計',
  ])('%s: none is left out, the year is asked for, and nothing else', async heading => {
    const file = lines(heading, 'Anna;100;200;300;600');
    const asked = await outcomeFrom(file);
    expect(asked.questions.map(({ about, values }) => [about, values.length])).toEqual([['year', 3]]);
    expect(asked.sums.all).toBe(600);
    const { sums } = await outcomeFrom(file, { answers: { year: 2026 } });
    expect(sums.month).toEqual({ '2026-01': 100, '2026-02': 200, '2026-03': 300 });
  });

  it('202601 is a month', async () => {
    const { sums, questions } = await outcomeFrom(lines('Rep,202601,202602', 'Anna,100,200', 'Ben,10,20'));
    expect(questions).toEqual([]);
    expect(sums.month).toEqual({ '2026-01': 110, '2026-02': 220 });
  });
});

describe('quarters and years as columns', () => {
  it.each(['Rep,Q1 2026,Q2 2026', 'Rep,2025,2026', '销售员,一季度,二季度', 'Verkäufer,1. Quartal,2. Quartal'])(
    '%s is said to hold no months',
    async heading => {
      const { warnings, questions, sums } = await outcomeFrom(lines(heading, 'Anna,100,200'));
      expect(warnings.join()).toContain('Quarters or years stand as columns');
      expect(questions.map(({ about }) => about)).toEqual(['columns', 'columns']);
      expect(sums.all).toBe(0);
    },
  );
});

describe('one field more than headings in every row', () => {
  it('are row names where they count the rows, and said', async () => {
    const { columns, sums, warnings, bad } = await outcomeFrom(
      lines('Owner,Stage,Amount,Close date', '1,Anna,Won,100,2026-03-15', '2,Ben,Won,200,2026-03-16'),
    );
    expect(columns).toMatchObject({ person: 'Owner', amount: 'Amount', closed: 'Close date' });
    expect([sums.all, bad.length]).toEqual([300, 0]);
    expect(warnings.join()).toContain('row names');
  });

  it('are rows that were cut wrongly where they do not', async () => {
    const { sums, bad } = await outcomeFrom(lines('Owner,Month,Amount', 'Anna,2026-03,1,250', 'Ben,2026-03,2,500'));
    expect([sums.all, bad.length]).toEqual([0, 2]);
  });
});
