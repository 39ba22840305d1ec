import { describe, expect, it } from 'vitest';
import { type ImportMemory, remember } from '../../src/month/import/memory.ts';

const columns = { signature: 'amount|date', headings: { amount: 'Amount', closed: 'Date' } };
const alias = (from: string, to: string | null, field: 'person' | 'region' = 'person') => ({ field, from, to });

const NO_MEMORY: ImportMemory = { columns: [], answers: {}, aliases: [] };

describe('remember(memory, columns, answers, aliases)', () => {
  it('keeps columns, answers and names, with what is said later in the place of what was said before', () => {
    const first = remember(
      NO_MEMORY,
      columns,
      { product: true, dateOrders: { closed: 'dayFirst' }, stages: { sold: 'won', gone: 'lost' } },
      [alias('Ana', 'Anna'), alias('Bem', 'Ben')],
    );
    const again = { ...columns, headings: { amount: 'Amount' } };
    const second = remember(first, again, { stages: { gone: 'open' }, credits: { amount: 'minus' } }, [
      alias('Ana', null),
      alias('Ana', 'Anhui', 'region'),
    ]);
    expect(second.columns).toEqual([again]);
    expect(second.aliases).toEqual([alias('Bem', 'Ben'), alias('Ana', null), alias('Ana', 'Anhui', 'region')]);
    expect(second.answers).toEqual({
      'amount|date': {
        confirmed: {},
        dateOrders: { closed: 'dayFirst' },
        decimalMarks: {},
        spaced: {},
        credits: { amount: 'minus' },
        stages: { sold: 'won', gone: 'open' },
      },
    });
    expect(first.answers['amount|date']?.product).toBe(true);
  });

  it('keeps every kind of answer of before beside those of now', () => {
    const before = {
      confirmed: { amount: 'Net' },
      dateOrders: { closed: 'dayFirst' },
      decimalMarks: { amount: 'comma' },
      spaced: { amount: true },
      credits: { amount: 'plus' },
      stages: { sold: 'won' },
    } as const;
    const now = {
      confirmed: { person: 'Rep' },
      dateOrders: { created: 'monthFirst' },
      decimalMarks: { collected: 'point' },
      spaced: { collected: false },
      credits: { collected: 'minus' },
      stages: { lead: 'open' },
    } as const;
    const memory = remember(remember(NO_MEMORY, columns, before, []), columns, now, []);
    expect(memory.answers[columns.signature]).toEqual({
      confirmed: { ...before.confirmed, ...now.confirmed },
      dateOrders: { ...before.dateOrders, ...now.dateOrders },
      decimalMarks: { ...before.decimalMarks, ...now.decimalMarks },
      spaced: { ...before.spaced, ...now.spaced },
      credits: { ...before.credits, ...now.credits },
      stages: { ...before.stages, ...now.stages },
    });
  });

  it('keeps what was said of files with other headings', () => {
    const other = { signature: 'betrag|datum', headings: { amount: 'Betrag' } };
    const memory: ImportMemory = remember(
      remember(NO_MEMORY, columns, { stages: { sold: 'won' } }, []),
      other,
      { stages: {} },
      [],
    );
    expect(memory.columns).toEqual([columns, other]);
    expect(memory.answers['amount|date']?.stages).toEqual({ sold: 'won' });
    expect(memory.answers['betrag|datum']?.stages).toEqual({});
  });
});
