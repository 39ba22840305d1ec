import { describe, expect, it } from 'vitest';
import { CellError } from '../../src/kernel/cell.ts';
import { pipeline } from '../../src/templates/pipeline.ts';
import { figuresOf, headlinesOf, specOf } from '../support/planning.ts';

const STAGES = [
  { stage: 'Demo', chance: 0.2, days: 10 },
  { stage: 'Offer', chance: 0.5, days: 20 },
  { stage: 'Won', chance: 1 },
];
type More = Readonly<Record<string, unknown>>;
const open = (stage: string, amount: number | undefined, more: More = {}) => ({
  customer: 'C',
  stage,
  amount,
  ...more,
});
const won = (amount: number | undefined, closed: string | undefined, more: More = {}) => ({
  customer: 'C',
  state: 'won',
  amount,
  closed,
  ...more,
});
const lost = (stage: string, amount: number, closed: string, reason: string | undefined, more: More = {}) => ({
  customer: 'C',
  state: 'lost',
  stage,
  amount,
  closed,
  reason,
  ...more,
});

const DEALS = [
  open('Demo', 1000, { person: 'Ann', opened: '2026-03-01', entered: '2026-03-05', expected: '2026-03-01' }),
  open('demo', 2000, { person: 'Ben', entered: '2026-03-20', expected: '2026-04-01', nextDate: '2026-03-31' }),
  open('Offer', 4000, { person: 'Ann', probability: 0.9, expected: '2026-03-31', nextDate: '2026-03-30' }),
  open('Offer', undefined, { person: 'Ann', probability: 0, entered: '2026-03-11' }),
  won(3000, '2026-03-31', { person: 'Ann', opened: '2026-03-01', reason: 'Price', competitor: 'Rival' }),
  won(5000, '2026-02-28', { person: 'Ben', opened: '2026-02-08' }),
  lost('Offer', 700, '2026-03-15', 'Price', { person: 'Ben', entered: '2026-03-05', competitor: 'Rival' }),
];
const given = {
  start: '2026-03-01',
  end: '2026-03-31',
  asOf: '2026-03-31',
  stages: STAGES,
  reasons: [{ reason: 'Price' }],
  opportunities: DEALS,
};
const spec = (changes: More = {}) => specOf(pipeline, 'en', { ...given, ...changes });
const figures = (changes: More = {}) => figuresOf(spec(changes), 'en');
const checksOf = (opportunities: readonly More[]) => figures({ opportunities }).column('Deals', 'check');

describe('pipeline', () => {
  it('weighs an open amount by its stage, or by what is typed, and nothing where no amount is known', () => {
    expect(figures().column('Deals', 'chance')).toEqual([0.2, 0.2, 0.9, 0, '', '', '']);
    expect(figures().column('Deals', 'weighted')).toEqual([200, 400, 3600, '', '', '', '']);
    expect(headlinesOf(spec(), 'en').slice(0, 3)).toEqual([4, 7000, 4200]);
    expect(figures().above('Deals', 'check', 'weighted')).toBe(0);
  });

  it('a stage without a probability weighs nothing, one of 0 weighs 0', () => {
    const stages = [{ stage: 'Demo' }, { stage: 'Offer', chance: 0 }, { stage: 'Won', chance: 1 }];
    expect(figures({ stages }).column('Deals', 'weighted').slice(0, 3)).toEqual(['', '', 3600]);
    const opportunities = [open('Offer', 10)];
    expect(figures({ stages, opportunities }).column('Deals', 'weighted')).toEqual([0]);
  });

  it('counts the days in a stage to the day of the data, of what is closed to its closing', () => {
    expect(figures().column('Deals', 'days')).toEqual([26, 11, '', 20, '', '', 10]);
    // Twenty days in a stage that allows twenty are not too many.
    expect(figures().column('Deals', 'stalled')).toEqual(['stalled', 'stalled', '', '', '', '', '']);
    expect(figures().column('Deals', 'step')).toEqual(['none set', '', 'overdue', 'none set', '', '', '']);
    expect(headlinesOf(spec(), 'en').slice(3, 5)).toEqual([2, 1]);
    const [, days] = figures().column('Days', 'deals');
    expect([days, figures().column('Days', 'mean')[1], figures().column('Days', 'median')[2]]).toEqual([2, 18.5, 15]);
  });

  it('the funnel has who came into a stage, and of a group only its own', () => {
    expect(figures().column('Stages', 'reached')).toEqual([7, 5, 2]);
    expect(figures().column('Stages', 'step')).toEqual(['', 5 / 7, 2 / 5]);
    expect(headlinesOf(spec(), 'en')[7]).toBe('Won');
    const parameters = spec().parameters.map(cell => (cell.key === 'Only' ? { ...cell, value: 'ann' } : cell));
    const ofAnn = figuresOf({ ...spec(), parameters }, 'en');
    expect(ofAnn.column('Stages', 'reached')).toEqual([4, 3, 1]);
    expect(ofAnn.column('Stages', 'open')).toEqual([2, 2, 0]);
  });

  it('lands where what is won and what is expected by the end come to', () => {
    const landing = spec().tables[1];
    const values = landing?.columns.map(({ key }) => figures().column('Landing', key)[0]);
    expect(values).toEqual(['', 3000, 3800, 6800, '', '', '', 400]);
    const parameters = spec().parameters.map(cell => (cell.key === 'Target' ? { ...cell, value: 8000 } : cell));
    const aimed = figuresOf({ ...spec(), parameters }, 'en');
    const against = landing?.columns.map(({ key }) => aimed.column('Landing', key)[0]);
    // 5,000 open by the end of the month over the 5,000 that are still missing.
    expect(against).toEqual([8000, 3000, 3800, 6800, -1200, 0.85, 1, 400]);
  });

  it('counts won and lost by person, month, reason and competitor', () => {
    expect(figures().column('Groups', 'name').slice(0, 2)).toEqual(['Ann', 'Ben']);
    expect(figures().column('Groups', 'winRate').slice(0, 3)).toEqual([1, 0.5, '']);
    expect(figures().column('Groups', 'wonAmount').slice(0, 2)).toEqual([3000, 5000]);
    expect(figures().column('Months', 'wonAmount').slice(4, 6)).toEqual([5000, 3000]);
    expect(figures().column('Months', 'weighted').slice(5, 7)).toEqual([3800, 400]);
    expect([figures().column('Reasons', 'won'), figures().column('Reasons', 'lostAmount')]).toEqual([[1], [700]]);
    expect(figures().column('Competitors', 'winRate')[0]).toBe(0.5);
    expect(headlinesOf(spec(), 'en').slice(5, 7)).toEqual([2 / 3, 25]);
  });

  it('groups by product line or source, and says who has none', () => {
    const opportunities = [open('Demo', 1, { product: 'A', source: 'Fair' }), open('Demo', 2, { source: 'Fair' })];
    const by = (word: string) => {
      const parameters = spec().parameters.map(cell => (cell.key === 'By' ? { ...cell, value: word } : cell));
      return figuresOf({ ...spec({ opportunities }), parameters }, 'en')
        .column('Groups', 'name')
        .slice(0, 2);
    };
    expect(by('product line')).toEqual(['A', '(none)']);
    expect(by('source')[0]).toBe('Fair');
    expect(by('salesperson')[0]).toBe('(none)');
  });

  it('says of each row what does not add up, and counts such rows', () => {
    const faulty = [
      open('Elsewhere', 1),
      { customer: 'C', amount: 1 },
      open('Demo', 1, { closed: '2026-03-02' }),
      won(undefined, '2026-03-02'),
      won(1, undefined),
      lost('Demo', 1, '2026-03-02', undefined),
      lost('Demo', 1, '2026-03-02', 'Weather'),
      lost('Elsewhere', 1, '2026-03-02', 'Price'),
      open('Demo', 1, { entered: '2026-04-01' }),
      won(1, '2026-03-02', { opened: '2026-03-03' }),
      won(1, '2026-03-02', { stage: 'Elsewhere' }),
      won(1, '2026-03-02', { state: 'lost', stage: 'Demo', reason: 'Price' }),
    ];
    expect(checksOf(faulty)).toEqual([
      '✗ no such stage',
      '✗ no such stage',
      '✗ open, with a closing date',
      '✗ won without an amount',
      '✗ no closing date',
      '✗ lost without a reason',
      '✗ no such reason',
      '✗ no such stage',
      '✗ in the stage too late',
      '✗ closed before opened',
      '✗ no such stage',
      '',
    ]);
    expect(figures({ opportunities: faulty }).above('Deals', 'check', 'check')).toBe('✗ rows: 11');
    expect(figures({ opportunities: faulty }).above('Stages', 'check', 'open')).toBe(2);
    expect(figures({ opportunities: faulty }).above('Reasons', 'check', 'lost')).toBe(2);
    expect(checksOf(DEALS)).toEqual(Array.from({ length: 7 }, () => ''));
    expect(figures().above('Deals', 'check', 'check')).toBe(0);
  });

  it('takes names that look like criteria as they are', () => {
    const stages = [
      { stage: '<50', chance: 0.1, days: 1 },
      { stage: '*', chance: 0.2, days: 1 },
      { stage: '?', chance: 1 },
    ];
    const opportunities = [open('<50', 100), open('*', 100), open('?', 100)];
    const sheet = figures({ stages, opportunities });
    expect(sheet.column('Deals', 'weighted')).toEqual([10, 20, 100]);
    expect(sheet.column('Stages', 'open')).toEqual([1, 1, 1]);
    expect(sheet.column('Stages', 'reached')).toEqual([3, 2, 1]);
  });

  it('a state is known in every language, and none that is another word', () => {
    const state = (word: string) => spec({ opportunities: [{ ...won(1, '2026-03-02'), state: word }] });
    const words = (sheet: ReturnType<typeof spec>) => sheet.tables.at(-1)?.rows.map(row => row.state);
    expect(words(state('赢单'))).toEqual(['won']);
    expect(words(spec({ opportunities: [open('Demo', 1)] }))).toEqual(['open']);
    const asked = { ...given, opportunities: [{ ...won(1, '2026-03-02'), state: 'perhaps' }] };
    expect(() => specOf(pipeline, 'en', asked)).toThrow('Line 1: write open, won or lost.');
  });

  it('shows no error without an opportunity', () => {
    const sheet = spec({ opportunities: [], samples: false });
    const cells = sheet.tables.flatMap(({ key, columns }) =>
      columns.flatMap(column => figuresOf(sheet, 'en').column(key, column.key)),
    );
    expect(cells.length).toBeGreaterThan(100);
    expect(cells.filter(cell => cell instanceof CellError)).toEqual([]);
  });
});
