import { describe, expect, it } from 'vitest';
import { leads } from '../../src/functions/leads.ts';
import { column, rowsOf } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';
import { expectSame } from '../support/expectSame.ts';

describe('LEADS(new_leads, carried_over)', () => {
  it('adds up what is new and what is left over', () => {
    expect(leads.call([80, 35])).toBe(115);
    expectSame(leads.call([column(1, 2), 10]), column(11, 12));
  });

  it('leaves a row blank without new leads; nothing carried over counts as 0', () => {
    expectSame(leads.call([column(null, 5), column(3, null)]), column(null, 5));
  });

  it('names the argument and the row of what is no count', () => {
    expectError(leads.call([-1, 3]), '#VALUE!', 'new_leads', 'expected 0 or more, found -1');
    const rows = rowsOf(leads.call([column(1, 2), column(3, 'many')]));
    expect(rows[0]?.[0]).toBe(4);
    expectError(rows[1]?.[0], '#VALUE!', 'carried_over', 'row 2', '"many"');
    expectError(leads.call([1]), '#VALUE!', 'carried_over', 'missing');
  });
});
