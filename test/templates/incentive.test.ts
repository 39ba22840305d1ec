import { describe, expect, it } from 'vitest';
import { planCheck } from '../../src/functions/planCheck.ts';
import { initialValues, Problems } from '../../src/plan/template.ts';
import { incentive } from '../../src/templates/incentive.ts';
import { SAMPLE_PEOPLE } from '../../src/templates/shared/samples.ts';
import { figuresOf, specOf, TODAY } from '../support/planning.ts';

const line = (person: string, sales: number | undefined, target: number | undefined, region = 'R') => ({
  person,
  region,
  sales,
  target,
});

/** The statement's columns for these people. */
function statement(people: readonly object[], changes: Readonly<Record<string, unknown>> = {}) {
  const figures = figuresOf(specOf(incentive, 'en', { people, ...changes }), 'en');
  return (key: string) => figures.column('Statement', key).slice(0, people.length);
}

describe('incentive', () => {
  const quoted = [line('A', 960000, 800000), line('B', 450000, 600000), line('C', 840000, 800000)];

  it('pays the commissions of the worked plan, and names the tier', () => {
    const of = statement(quoted);
    expect(of('commission')).toEqual([31800, 0, 17800]);
    expect(of('tier')).toEqual(['Gold', null, 'Silver']);
  });

  it('gives 5,000, 3,000 and 1,000 to the first three, and what they span to those who tie', () => {
    expect(statement(quoted)('prize')).toEqual([5000, 1000, 3000]);
    const tied = [line('A', 9, 9), line('B', 9, 9), line('C', 7, 9), line('D', undefined, 9)];
    expect(statement(tied)('prize')).toEqual([4000, 4000, 1000, null]);
  });

  it('gives no prize to whoever sold nothing or took more back, though places are left', () => {
    expect(statement([line('A', 9, 9), line('B', 0, 9), line('C', -3, 9)])('prize')).toEqual([5000, 0, 0]);
    expect(statement([line('A', 0, 9), line('B', 0, 9)])('prize')).toEqual([0, 0]);
  });

  it('ranks by achievement where that is wanted', () => {
    const people = [line('Large', 900, 1000), line('Small', 120, 100)];
    expect(statement(people, { rankBy: 'achievement' })('prize')).toEqual([3000, 5000]);
  });

  it('pays 3,000 to a region of six at 112 %, and nothing below 110 %', () => {
    const six = Array.from({ length: 6 }, (_, index) => line(`P${index}`, 112, 100, 'North'));
    const of = statement([...six, line('Other', 109, 100, 'South')]);
    expect(of('teamBonus')).toEqual([500, 500, 500, 500, 500, 500, 0]);
  });

  it('pays no team bonus where somebody sold without a target: it would be measured by the targets of the others', () => {
    const people = [line('A', 100, 100, 'North'), line('B', 30, undefined, 'North'), line('C', 112, 100, 'South')];
    const figures = figuresOf(specOf(incentive, 'zh', { people }), 'zh');
    expect(figures.column('Statement', 'team').slice(0, 3)).toEqual(['✗ 缺目标', '✗ 缺目标', 1.12]);
    expect(figures.column('Statement', 'teamBonus').slice(0, 3)).toEqual([null, null, 500]);
    expect(figures.above('Statement', 'check', 'team')).toBe(2);
    const meant = statement(people.map(row => ({ ...row, target: row.target ?? 0 })));
    expect(meant('team')).toEqual([1.3, 1.3, 1.12]);
  });

  it('measures a region with a negative target as ACHIEVEMENT does', () => {
    const people = [line('A', -20, -10, 'North'), line('B', -5, -10, 'South')];
    expect(statement(people)('team')).toEqual([0, 1.5]);
    expect(statement(people)('teamBonus')).toEqual([0, 500]);
  });

  it('has no total of sales as long as nobody has any', () => {
    for (const changes of [{}, { fromTracker: true }]) {
      const figures = figuresOf(
        specOf(incentive, 'en', { people: [line('Nobody', undefined, 100)], ...changes }),
        'en',
      );
      expect(figures.above('Statement', 'total', 'sales')).toBe('');
      expect(figures.above('Statement', 'total', 'total')).toBe(0);
      expect(figures.above('Statement', 'check', 'total')).toBe(0);
    }
  });

  it('adds everything up', () => {
    const figures = figuresOf(specOf(incentive, 'zh', { people: quoted }), 'zh');
    expect(figures.column('Statement', 'total').slice(0, 3)).toEqual([36800, 1000, 20800]);
    expect(figures.above('Statement', 'total', 'total')).toBe(58600);
    expect(figures.above('Statement', 'check', 'total')).toBe(0);
  });

  it('pays marginal tiers of amounts with the year to date: 145,000 sold before, 20,000 now, 1,100', () => {
    const tiers = [
      { from: 0, rate: 0.04 },
      { from: 150000, rate: 0.06 },
      { from: 250000, rate: 0.08 },
    ];
    const people = [{ ...line('A', 20000, undefined), prior: 145000 }];
    const of = statement(people, { basis: 'amount', mode: 'marginal', toDate: true, tiers });
    expect(of('commission')).toEqual([1100]);
    expect(of('tier')).toEqual([2]);
  });

  it('reads sales and targets from the tracker by name, and leaves those blank who have no actual', () => {
    const people = [line('Anna Bell', undefined, undefined, 'East'), line('Henry Irwin', undefined, undefined, 'West')];
    const of = statement(people, { fromTracker: true });
    expect(of('sales')).toEqual([840000, '']);
    expect(of('target')).toEqual([800000, 400000]);
    expect(of('commission')).toEqual([17800, null]);
  });

  it('pays the team bonus by the tracker’s regions, and to nobody who is of another one there', () => {
    const regionOf = (name: string) => {
      const index = SAMPLE_PEOPLE.findIndex(({ person }) => person.en === name);
      return SAMPLE_PEOPLE[index]?.region.en ?? '';
    };
    const names = ['Anna Bell', 'Clara Dean'];
    const right = names.map(name => line(name, undefined, undefined, regionOf(name)));
    const wrong = [line('Anna Bell', undefined, undefined, 'North'), ...right.slice(1)];
    const figures = (people: readonly object[]) =>
      figuresOf(specOf(incentive, 'en', { people, fromTracker: true, teamFrom: 0.5 }), 'en');
    const reached = (name: string) => {
      const rows = SAMPLE_PEOPLE.filter(({ region }) => region.en === regionOf(name));
      const sum = (of: (row: (typeof rows)[number]) => number | null) =>
        rows.reduce((all, row) => all + (of(row) ?? 0), 0);
      return sum(({ actual }) => actual) / sum(({ target }) => target);
    };
    const before = figures(right);
    expect(before.column('Statement', 'team').slice(0, 2)).toEqual(names.map(reached));
    expect(before.column('Statement', 'teamBonus').slice(0, 2)).toEqual([500, 500]);
    expect(before.above('Statement', 'check', 'team')).toBe(0);
    const after = figures(wrong);
    expect(after.column('Statement', 'team').slice(0, 2)).toEqual(['✗', reached('Clara Dean')]);
    expect(after.column('Statement', 'teamBonus').slice(0, 2)).toEqual([null, 500]);
    expect(after.above('Statement', 'check', 'team')).toBe(1);
  });

  it('has room for what is wrong with any plan', () => {
    const wrong = [1, 2, 3, 4, 5, 6].map(step => ({ from: step / 5, rate: (9 - step) * 2, bonus: 100 - step }));
    for (const tiers of [wrong, wrong.slice(0, 1), wrong.map(tier => ({ ...tier, rate: tier.from / 100 }))]) {
      for (const mode of ['whole', 'marginal']) {
        const spec = specOf(incentive, 'en', { tiers, mode });
        const room = spec.tables.find(({ key }) => key === 'PlanCheck')?.rows.length ?? 0;
        const rows = tiers.map(({ from, rate, bonus }) => [from, rate, bonus, null]);
        const found = planCheck.call([rows, mode, 'en', room - 1]);
        expect(Array.isArray(found) ? found.length : found).toBeLessThanOrEqual(room);
      }
    }
  });

  it('reads the tracker by itself where the workbook has one, and says where its figures differ', () => {
    const names = ['Tracker_Person', 'Tracker_Actual'];
    expect(initialValues(incentive, { language: 'en', today: TODAY, names })).toMatchObject({ fromTracker: true });
    expect(initialValues(incentive, { language: 'en', today: TODAY })).toMatchObject({ fromTracker: false });
    const figures = figuresOf(specOf(incentive, 'en', { fromTracker: true }), 'en');
    const everybody = figures.above('Statement', 'check', 'sales');
    expect(everybody).toBe(0);
    const one = figuresOf(
      specOf(incentive, 'en', { fromTracker: true, people: [line('Anna Bell', undefined, undefined, 'East')] }),
      'en',
    );
    expect(one.above('Statement', 'check', 'sales')).toBeLessThan(0);
  });

  it('is about the people of the tracker where the workbook has one', () => {
    const people = [
      { person: 'Zoe', region: 'Islands' },
      { person: 'Max', region: '' },
    ];
    const given = initialValues(incentive, { language: 'zh', today: TODAY, people });
    expect(given.people).toMatchObject([{ person: 'Zoe', region: 'Islands' }, { person: 'Max' }]);
    const made = incentive.build({ ...given, fromTracker: true }, 'zh');
    expect(made instanceof Problems ? made : figuresOf(made, 'zh').column('Statement', 'person')).toEqual([
      'Zoe',
      'Max',
    ]);
    const samples = initialValues(incentive, { language: 'en', today: TODAY, people: [] }).people;
    expect(samples).toHaveLength(SAMPLE_PEOPLE.length);
  });

  it('says what is doubtful in the plan', () => {
    const figures = figuresOf(specOf(incentive, 'en', { tiers: [{ from: 0, rate: 20 }] }), 'en');
    expect(figures.column('PlanCheck', 'severity').slice(0, 2)).toEqual(['Severity', 'error']);
    expect(figures.column('PlanCheck', 'finding')[1]).toContain('20 is above 1');
  });
});
