import { describe, expect, it } from 'vitest';
import { isoOf, serialOfIso } from '../../src/kernel/calendar.ts';
import { type AgendaTask, agenda, DEFAULT_CADENCE, type Duty } from '../../src/month/calendar/cadence.ts';

const run = (today: string, given: Partial<AgendaTask> = {}) =>
  agenda({
    table: DEFAULT_CADENCE,
    today: serialOfIso(today),
    done: [],
    since: serialOfIso(today),
    week: 'mon-fri',
    calendar: { off: new Set(), work: new Set() },
    ...given,
  });
const dated = (duties: readonly Duty[]) => duties.map(({ id, due }) => `${id} ${isoOf(due)}`);

describe('agenda()', () => {
  it('says what is due next, the soonest first', () => {
    // 27 March 2026 is a Friday.
    expect(dated(run('2026-03-27').next)).toEqual([
      'weekLog 2026-03-27',
      'weekReview 2026-03-30',
      'monthClose 2026-03-31',
      'incentives 2026-04-03',
      'monthReview 2026-04-05',
      'quarterReview 2026-04-10',
    ]);
  });

  it('says what was missed since the workbook came into use', () => {
    const { missed, next } = run('2026-04-07', { since: serialOfIso('2026-03-27') });
    expect(dated(missed)).toEqual([
      'weekLog 2026-03-27',
      'weekReview 2026-03-30',
      'monthClose 2026-03-31',
      'weekLog 2026-04-03',
      'incentives 2026-04-03',
      'monthReview 2026-04-05',
      'weekReview 2026-04-06',
    ]);
    expect(missed[0]?.days).toBe(-11);
    expect(dated(next).slice(0, 2)).toEqual(['weekLog 2026-04-10', 'quarterReview 2026-04-10']);
  });

  it('knows what is due for a month that is over', () => {
    expect(dated(run('2026-04-02').next)).toContain('monthReview 2026-04-05');
  });

  it('leaves out what is done', () => {
    const done = [
      { id: 'monthClose', start: serialOfIso('2026-03-01') },
      { id: 'weekLog', start: serialOfIso('2026-03-23') },
    ];
    const { next } = run('2026-03-27', { done });
    expect(dated(next)).toContain('monthClose 2026-04-30');
    expect(dated(next)).toContain('weekLog 2026-04-03');
  });

  it('counts working days with the calendar', () => {
    // 1 to 3 October 2025 are holidays; Saturday the 11th is worked.
    const off = new Set([1, 2, 3, 6, 7, 8].map(day => serialOfIso(`2025-10-0${day}`)));
    const calendar = { off, work: new Set([serialOfIso('2025-10-11')]) };
    const { next } = run('2025-10-01', { calendar, since: serialOfIso('2025-09-30') });
    expect(dated(next)).toContain('incentives 2025-10-11');
  });

  it('lists what is due on one day in the order of the table', () => {
    const task = (id: string) =>
      ({ id, label: { en: id, zh: id }, every: 'month', due: { on: 'dayAfter', day: 5 } }) as const;
    const table = ['c', 'a', 'b'].map(task);
    const { next, missed } = run('2026-04-07', { table, since: serialOfIso('2026-04-01') });
    expect(dated(missed)).toEqual(['c 2026-04-05', 'a 2026-04-05', 'b 2026-04-05']);
    expect(dated(next)).toEqual(['c 2026-05-05', 'a 2026-05-05', 'b 2026-05-05']);
  });

  it('takes a table that the user changed', () => {
    const table = [
      { id: 'own', label: { en: 'Own', zh: '自定' }, every: 'month', due: { on: 'dayAfter', day: 31 } },
    ] as const;
    expect(dated(run('2026-02-01', { table, since: serialOfIso('2026-01-31') }).next)).toEqual(['own 2026-02-28']);
  });
});
