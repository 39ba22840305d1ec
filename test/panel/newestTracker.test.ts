import { describe, expect, it } from 'vitest';
import { loadedLibrary } from '../../src/panel/loadedLibrary.ts';
import { sheetsDialect } from '../../src/plan/dialect.ts';
import { scorecard } from '../../src/templates/scorecard.ts';
import { NOTHING_TAKEN, specOf } from '../support/planning.ts';

describe('assemble() of the loadedLibrary', () => {
  const spec = specOf(scorecard, 'en');
  const names = ['Person', 'Target', 'Actual', 'AmberFrom', 'GreenAbove', 'Green'].map(name => `Tracker2_${name}`);
  const sheet = { sheetId: '1', sheet: 'S', template: 'tracker' };
  const textOf = (ours: readonly { prefix: string; marks: Record<string, string> }[]) =>
    JSON.stringify(
      loadedLibrary.assemble(spec, {
        language: 'en',
        dialect: sheetsDialect,
        taken: { ...NOTHING_TAKEN, names, ours: ours.map(each => ({ ...sheet, ...each })) },
      }),
    );

  it('reads the tracker of the month at hand, not one that is closed', () => {
    const closed = { prefix: 'Tracker', marks: { closed: '2026-03' } };
    const rolled = textOf([closed, { prefix: 'Tracker2', marks: {} }]);
    expect(rolled).toContain('Tracker2_Actual');
    expect(rolled).not.toMatch(/\bTracker_/);
  });

  it('reads the only tracker, and what is still to be inserted', () => {
    for (const ours of [[], [{ prefix: 'Tracker', marks: {} }]]) {
      expect(textOf(ours)).toMatch(/\bTracker_Actual/);
      expect(textOf(ours)).not.toContain('Tracker2_');
    }
  });
});
