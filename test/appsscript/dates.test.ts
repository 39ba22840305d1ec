import { afterEach, describe, expect, it, vi } from 'vitest';
import { serialsIn } from '../../appsscript/functions/dates.ts';
import { instantOf } from '../../workbench/sheets/dates.ts';

/** Offsets of every kind: none, odd quarters, both hemispheres, midnight changes of clocks, a day left out. */
const ZONES = [
  'UTC',
  'Asia/Shanghai',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/New_York',
  'America/Sao_Paulo',
  'Asia/Beirut',
  'Pacific/Apia',
  'Pacific/Kiritimati',
];
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000 + 25569;

describe('serialsIn', () => {
  const machine = process.env.TZ;
  afterEach(() => {
    process.env.TZ = machine ?? '';
    vi.unstubAllGlobals();
  });

  it.each(ZONES)('serialsIn(%s) gives back the day of every date cell, whatever the machine', zone => {
    for (const here of ['UTC', 'Pacific/Apia', 'America/New_York']) {
      process.env.TZ = here;
      const serialOf = serialsIn(zone);
      for (let serial = day('2008-01-01'); serial < day('2020-01-01'); serial += 1) {
        // Samoa went from 29 to 31 December 2011; no clock there has ever shown the day between.
        if (zone === 'Pacific/Apia' && serial === day('2011-12-30')) continue;
        expect(Math.floor(serialOf(instantOf(serial, zone)))).toBe(serial);
      }
    }
  });

  it('serialsIn() is exact to the time of day', () => {
    const serialOf = serialsIn('Asia/Shanghai');
    expect(serialOf(new Date('2026-03-31T16:00:00Z'))).toBe(day('2026-04-01'));
    expect(serialOf(new Date('2026-04-01T03:59:59.500Z'))).toBeCloseTo(day('2026-04-01') + 43199.5 / 86400, 9);
  });

  it('serialsIn() knows the days before the clocks were unified', () => {
    expect(serialsIn('Asia/Shanghai')(instantOf(1, 'Asia/Shanghai'))).toBeCloseTo(1, 9);
  });

  it('serialsIn() asks Google where Intl does not know the zone', () => {
    vi.stubGlobal('Utilities', { formatDate: (date: Date) => date.toISOString().replace('Z', '') });
    expect(serialsIn('Nowhere/Land')(new Date('2026-04-01T00:00:00Z'))).toBe(day('2026-04-01'));
  });
});
