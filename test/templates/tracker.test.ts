import { describe, expect, it } from 'vitest';
import { workdays } from '../../src/functions/workdays.ts';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import { excelDialect } from '../../src/plan/dialect.ts';
import { initialValues } from '../../src/plan/template.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { figuresOf, only, opsOf, specOf, TODAY } from '../support/planning.ts';

describe('tracker', () => {
  it('gives the achievements, gaps and lights of the worked rows', () => {
    const figures = figuresOf(specOf(tracker, 'en'), 'en');
    expect(figures.column('Rows', 'achievement').slice(0, 3)).toEqual([1.05, 0.75, 1.1]);
    expect(figures.column('Rows', 'gap').slice(0, 3)).toEqual([40000, -150000, 30000]);
    expect(figures.column('Rows', 'light')).toEqual([
      'green',
      'red',
      'green',
      'amber',
      'amber',
      'amber',
      'green',
      'no data',
    ]);
  });

  it('writes the lights in Chinese on a Chinese sheet', () => {
    expect(figuresOf(specOf(tracker, 'zh'), 'zh').column('Rows', 'light').slice(0, 2)).toEqual(['绿', '红']);
  });

  it('adds up targets and actuals, and measures the one by the other', () => {
    const figures = figuresOf(specOf(tracker, 'en'), 'en');
    const total = (key: string) => figures.above('Rows', 'total', key);
    expect([total('target'), total('actual'), total('gap')]).toEqual([4300000, 3755000, -545000]);
    expect(total('achievement')).toBeCloseTo(3755000 / 4300000, 12);
  });

  it('leaves blanks where there are no actuals', () => {
    const figures = figuresOf(specOf(tracker, 'en', { samples: false }), 'en');
    expect(new Set(figures.column('Rows', 'achievement'))).toEqual(new Set([null]));
    expect(new Set(figures.column('Rows', 'light'))).toEqual(new Set(['no data']));
  });

  // 1 to 14 September 2025 has ten working days, half of them over on Friday the 5th.
  const fortnight = { start: '2025-09-01', end: '2025-09-14', asOf: '2025-09-05' };

  it('has no total, no gap and no achievement until one actual is known; a 0 is one', () => {
    const spec = specOf(tracker, 'en', { samples: false });
    const totalsWith = (actual: number | null) => {
      const tables = spec.tables.map(table => ({
        ...table,
        rows: table.rows.map((row, index) => (index === 0 ? { ...row, actual } : row)),
      }));
      const figures = figuresOf({ ...spec, tables }, 'en');
      return ['actual', 'gap', 'achievement', 'pace', 'projected'].map(
        key => figures.above('Rows', 'total', key) ?? '',
      );
    };
    expect(totalsWith(null)).toEqual(['', '', '', '', '']);
    expect(totalsWith(0).slice(0, 3)).toEqual([0, expect.any(Number), 0]);
  });

  it('measures actuals by the time that has passed, and carries them on to the end', () => {
    const figures = figuresOf(specOf(tracker, 'en', fortnight), 'en');
    expect(figures.parameter('TimeProgress')).toBe(0.5);
    expect(figures.column('Rows', 'pace').slice(0, 3)).toEqual([2.1, 1.5, 2.2]);
    expect(figures.column('Rows', 'projected').slice(0, 3)).toEqual([1680000, 900000, 660000]);
    expect(figures.above('Rows', 'total', 'projected')).toBe(2 * 3755000);
  });

  it('counts days off and make-up days where a calendar is given', () => {
    const calendar = [
      { day: '2025-09-04', kind: 'off' },
      { day: '2025-09-13', kind: '班' },
    ];
    const spec = specOf(tracker, 'zh', { ...fortnight, calendar });
    expect(figuresOf(spec, 'zh').parameter('TimeProgress')).toBe(0.4);
    expect(only(opsOf(spec, 'zh', excelDialect), 'freeze')[0]?.rows).toBeGreaterThan(0);
    const problems = tracker.build(
      { ...initialValues(tracker, { language: 'en', today: TODAY }), calendar: [{ day: '1 Oct', kind: 'off' }] },
      'en',
    );
    expect(problems).toMatchObject({ fields: { calendar: { en: 'Line 1, Date: write it as 2026-10-01.' } } });
  });

  it('offers China’s public holidays by year, which leave the working days that the law leaves', () => {
    const { calendar } = tracker.fields;
    // A year less its weekends and its statutory holidays: 11 until 2024, 13 since.
    const lawful = new Map([
      [2024, 366 - 104 - 11],
      [2025, 365 - 104 - 13],
      [2026, 365 - 104 - 13],
    ]);
    for (const language of ['en', 'zh'] as const) {
      const known = (calendar?.offers ?? []).map(({ label, lines }) => {
        const year = Number(/\d{4}/.exec(label[language])?.[0]);
        const rows = lines(language).map(({ day, kind }) => [serialOfIso(String(day)), String(kind)]);
        expect(rows).toEqual(rows.toSorted(([a], [b]) => Number(a) - Number(b)));
        const days = workdays.call([serialOfIso(`${year}-01-01`), serialOfIso(`${year}-12-31`), rows]);
        expect([year, days]).toEqual([year, lawful.get(year) ?? days]);
        return year;
      });
      expect(known.length).toBeGreaterThan(2);
      const latest = Math.max(...known);
      expect(known[0]).toBe(latest);
      // The page says how far it goes.
      expect(calendar?.hint?.[language]).toContain(String(latest));
      expect(calendar?.hint?.[language]).toContain(String(latest + 1));
    }
  });

  it('has no pace before the first working day is over', () => {
    const figures = figuresOf(specOf(tracker, 'en', { ...fortnight, asOf: '2025-08-31' }), 'en');
    expect(new Set(figures.column('Rows', 'pace'))).toEqual(new Set([null]));
    expect(figures.above('Rows', 'total', 'projected')).toBe('');
  });

  it('defines the names that other sheets read, over every row', () => {
    const names = only(opsOf(specOf(tracker, 'en'), 'en', excelDialect), 'name');
    const structured = Object.fromEntries(names.map(op => [op.name, op.structured]));
    expect(structured).toMatchObject({
      Tracker_Person: '=Tracker[Salesperson]',
      Tracker_Region: '=Tracker[Region]',
      Tracker_Product: '=Tracker[Product line]',
      Tracker_Target: '=Tracker[Target]',
      Tracker_Actual: '=Tracker[Actual to date]',
      Tracker_Achievement: '=Tracker[Achievement]',
      Tracker_Light: '=Tracker[Status]',
      Tracker_Note: '=Tracker[Note (reason for a miss)]',
    });
    expect(Object.keys(structured)).toEqual(
      expect.arrayContaining(['Tracker_TotalTarget', 'Tracker_TotalActual', 'Tracker_TotalAchievement']),
    );
  });
});
