import { describe, expect, it } from 'vitest';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { layOut } from '../../src/plan/layout.ts';
import { funnel } from '../../src/templates/funnel.ts';
import { targetSplit } from '../../src/templates/targetSplit.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { NOTHING_TAKEN, specOf } from '../support/planning.ts';

const naming = { language: 'en', dialect: excelDialect } as const;

describe('layOut(spec, naming)', () => {
  it('keeps the wanted names where they are free', () => {
    const layout = layOut(specOf(tracker, 'en'), { ...naming, taken: NOTHING_TAKEN });
    expect([layout.sheet, layout.prefix, layout.tables[0]?.name]).toEqual(['Tracker', 'Tracker', 'Tracker']);
  });

  it('numbers a sheet name that is taken, whatever its capitals', () => {
    const taken = { ...NOTHING_TAKEN, sheets: ['TRACKER', 'Tracker 2'] };
    expect(layOut(specOf(tracker, 'en'), { ...naming, taken }).sheet).toBe('Tracker 3');
  });

  it('numbers all of its names where one of them is taken, as a name or as a table', () => {
    const byName = { ...NOTHING_TAKEN, names: ['targetsplit_unit'] };
    expect(layOut(specOf(targetSplit, 'en'), { ...naming, taken: byName }).prefix).toBe('TargetSplit2');
    const byTable = { ...NOTHING_TAKEN, tables: ['TRACKER'] };
    expect(layOut(specOf(tracker, 'en'), { ...naming, taken: byTable }).prefix).toBe('Tracker2');
  });

  it('makes a host’s table only where it can grow, and leaves spare rows elsewhere', () => {
    const excel = layOut(specOf(tracker, 'en'), { ...naming, taken: NOTHING_TAKEN }).tables[0];
    const sheets = layOut(specOf(tracker, 'en'), { ...naming, dialect: sheetsDialect, taken: NOTHING_TAKEN }).tables[0];
    expect([excel?.native, excel?.rows]).toEqual([true, 8]);
    expect([sheets?.native, sheets?.rows]).toEqual([false, 58]);
    // Each row takes its own part of what is split over its table; the funnel's stages are a table that spills.
    expect(
      [targetSplit, funnel].map(template =>
        layOut(specOf(template, 'en'), { ...naming, taken: NOTHING_TAKEN }).tables.map(table => table.native),
      ),
    ).toEqual([
      [true, true],
      [false, true, false],
    ]);
  });
});
