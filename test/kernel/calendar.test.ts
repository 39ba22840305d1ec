import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import {
  type Calendar,
  civilOf,
  daysInMonth,
  isoOf,
  monthNumber,
  serialOf,
  type Week,
  weekdayOf,
  workingDays,
} from '../../src/kernel/calendar.ts';
import { Random } from '../support/random.ts';

const NOTHING: Calendar = { off: new Set(), work: new Set() };
const DAY = 86_400_000;

describe('civilOf(serial) and serialOf(year, month, day)', () => {
  it('know the days that a spreadsheet shows', () => {
    expect(civilOf(45689)).toEqual({ year: 2025, month: 2, day: 1 });
    expect(serialOf(2025, 2, 1)).toBe(45689);
    expect(serialOf(2000, 1, 1)).toBe(36526);
    expect(civilOf(2958465)).toEqual({ year: 9999, month: 12, day: 31 });
  });

  it('keep the 29 February 1900 that never was', () => {
    expect(civilOf(1)).toEqual({ year: 1900, month: 1, day: 1 });
    expect(civilOf(59)).toEqual({ year: 1900, month: 2, day: 28 });
    expect(civilOf(60)).toEqual({ year: 1900, month: 2, day: 29 });
    expect(civilOf(61)).toEqual({ year: 1900, month: 3, day: 1 });
    for (const serial of [1, 31, 32, 59, 60, 61]) {
      const { year, month, day } = civilOf(serial);
      expect(serialOf(year, month, day)).toBe(serial);
    }
  });

  it('agree with the proleptic Gregorian calendar on every day to 9999', () => {
    const origin = Date.UTC(1899, 11, 30);
    let different = 0;
    for (let serial = 61; serial <= 2958465; serial++) {
      const date = new Date(origin + serial * DAY);
      const { year, month, day } = civilOf(serial);
      const same = year === date.getUTCFullYear() && month === date.getUTCMonth() + 1 && day === date.getUTCDate();
      if (!same || serialOf(year, month, day) !== serial || weekdayOf(serial) !== date.getUTCDay()) different++;
    }
    expect(different).toBe(0);
  });

  it('cut the time of day off', () => {
    expect(civilOf(45689.999)).toEqual({ year: 2025, month: 2, day: 1 });
  });

  it('carry months over the end of a year', () => {
    expect(serialOf(2024, 14, 1)).toBe(serialOf(2025, 2, 1));
    expect(serialOf(2025, 0, 31)).toBe(serialOf(2024, 12, 31));
    expect(serialOf(2025, 3, 0)).toBe(serialOf(2025, 2, 28));
  });
});

describe('daysInMonth(year, month), monthNumber(serial), isoOf(serial)', () => {
  it('know leap years', () => {
    expect([2023, 2024, 2100, 2000].map(year => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
    expect(daysInMonth(2025, 12)).toBe(31);
  });

  it('count months across years and write a day out', () => {
    expect(monthNumber(serialOf(2026, 1, 31)) - monthNumber(serialOf(2025, 12, 1))).toBe(1);
    expect(isoOf(serialOf(2025, 2, 1))).toBe('2025-02-01');
  });
});

describe('workingDays(from, to, week, calendar)', () => {
  it('agrees with a count day by day', () => {
    const random = new Random('working days');
    const works: Record<Week, (weekday: number) => boolean> = {
      'mon-fri': weekday => weekday >= 1 && weekday <= 5,
      'mon-sat': weekday => weekday !== 0,
      all: () => true,
    };
    for (let round = 0; round < 2000; round++) {
      const week = random.pick(['mon-fri', 'mon-sat', 'all'] as const);
      const from = random.whole(1, 47000);
      const to = from + random.whole(0, 60);
      const off = new Set(Array.from({ length: 8 }, () => random.whole(from - 5, to + 5)));
      const work = new Set(
        Array.from({ length: 8 }, () => random.whole(from - 5, to + 5)).filter(day => !off.has(day)),
      );
      let count = 0;
      for (let day = from; day <= to; day++) {
        if (work.has(day) || (works[week](weekdayOf(day)) && !off.has(day))) count++;
      }
      expect(workingDays(from, to, week, { off, work })).toBe(count);
    }
  });

  it('is 0 where the end comes first', () => {
    expect(workingDays(100, 99, 'all', NOTHING)).toBe(0);
  });

  it('does not walk through the days: the whole calendar at once', () => {
    expect(workingDays(1, 2958465, 'all', NOTHING)).toBe(2958465);
    expect(workingDays(1, 2958459, 'mon-fri', NOTHING)).toBe((2958459 / 7) * 5);
  });
});

describe('the calendar in any time zone', () => {
  const script = `
    import { civilOf, serialOf, workingDays } from './src/kernel/calendar.ts';
    import { timeProgress } from './src/functions/timeProgress.ts';
    const none = { off: new Set(), work: new Set() };
    console.log(JSON.stringify([
      civilOf(serialOf(2024, 2, 29)), workingDays(serialOf(2024, 12, 20), serialOf(2025, 1, 10), 'mon-fri', none),
      timeProgress.call([45901, 45914, 45905]), civilOf(60),
    ]));`;

  it.each(['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Apia'])('is the same in %s', zone => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const run = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      cwd: root,
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    expect(run.stderr).toBe('');
    expect(JSON.parse(run.stdout)).toEqual([
      { year: 2024, month: 2, day: 29 },
      16,
      0.5,
      { year: 1900, month: 2, day: 29 },
    ]);
  });
});
