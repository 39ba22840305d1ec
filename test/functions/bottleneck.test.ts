import { describe, expect, it } from 'vitest';
import { bottleneck } from '../../src/functions/bottleneck.ts';
import { column } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';

describe('BOTTLENECK(stages, counts)', () => {
  it('answers the stage with the lowest step conversion', () => {
    expect(bottleneck.call([column('Leads', 'Demo', 'Offer', 'Won'), column(1000, 500, 100, 80)])).toBe('Offer');
    expect(bottleneck.call([column('A', 'B'), column(10, 20)])).toBe('B');
  });

  it('takes the earlier of two that are alike, and leaves out blanks', () => {
    expect(bottleneck.call([column('A', 'B', 'C'), column(8, 4, 2)])).toBe('B');
    expect(bottleneck.call([column('A', 'B', 'C'), column(8, null, 2)])).toBe('C');
  });

  it('looks past a stage that nobody reached', () => {
    expect(bottleneck.call([column('A', 'B', 'C'), column(8, 0, 0)])).toBe('B');
  });

  it('answers #N/A with fewer than two stages', () => {
    expectError(bottleneck.call([column('A', 'B'), column(8, null)]), '#N/A', 'two stages');
    expectError(bottleneck.call([column('A', 'B'), column(0, 3)]), '#N/A', 'above 0');
  });

  it('names the argument and the position of what does not fit', () => {
    expectError(bottleneck.call([column('A', 'B'), column(8, 'x')]), '#VALUE!', 'counts: row 2', '"x"');
    expectError(bottleneck.call([column('A', ''), column(8, 4)]), '#VALUE!', 'stages: row 2');
  });
});
