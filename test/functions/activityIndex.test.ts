import { describe, expect, it } from 'vitest';
import { activityIndex } from '../../src/functions/activityIndex.ts';
import { column } from '../support/column.ts';
import { expectError } from '../support/expectError.ts';

describe('ACTIVITY_INDEX(counts, goals, weights, [cap])', () => {
  it('answers 100 where all goals are met, and weighs what is missing', () => {
    expect(activityIndex.call([column(50, 20), column(50, 20), column(0.6, 0.4)])).toBe(100);
    expect(activityIndex.call([column(50, 10), column(50, 20), column(0.6, 0.4)])).toBe(80);
    expect(activityIndex.call([column(50, 10), column(50, 20), column(6, 4)])).toBe(80);
  });

  it('counts an activity up to the cap', () => {
    expect(activityIndex.call([column(90), column(30), column(1)])).toBe(150);
    expect(activityIndex.call([column(90), column(30), column(1), 2])).toBe(200);
  });

  it('leaves out an activity whose count is blank, and reads headers', () => {
    expect(activityIndex.call([column('n', 9, null), column('goal', 10, 10), column('w', 1, 3)])).toBe(90);
  });

  it('answers #N/A without a count and #DIV/0! without a weight', () => {
    expectError(activityIndex.call([column(null), column(1), column(1)]), '#N/A', 'no count is filled in');
    expectError(activityIndex.call([column(1), column(1), column(0)]), '#DIV/0!', 'weights add up to 0');
  });

  it('names the argument and the row of what does not fit', () => {
    const [two, ones] = [column(1, 2), column(1, 1)];
    expectError(activityIndex.call([two, column(1, 0), ones]), '#DIV/0!', 'goals: row 2', 'the goal is 0 or blank');
    expectError(activityIndex.call([two, column(1, null), ones]), '#DIV/0!', 'goals: row 2');
    expectError(activityIndex.call([column(1, 'x'), two, ones]), '#VALUE!', 'counts: row 2', '"x"');
    expectError(activityIndex.call([two, two, column(1, -1)]), '#VALUE!', 'weights: row 2', '0 or more, found -1');
  });
});
