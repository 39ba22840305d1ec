import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planParameters } from '../../src/functions/shared/payout.ts';
import { type Cell, CellError } from '../../src/kernel/cell.ts';
import type { Value } from '../../src/kernel/json.ts';
import { explained, statementOf } from '../../src/month/report/statement.ts';
import type { SheetSpec } from '../../src/plan/sheetSpec.ts';
import { type PaidRow, type PayPlan, paidRows, planOnSheet } from '../../src/sheets/incentive.ts';
import { incentive } from '../../src/templates/incentive.ts';
import { figuresOf, specOf } from '../support/planning.ts';

const YEAR_TO_DATE: PayPlan = {
  tiers: [
    [0, 0.04],
    [150000, 0.06],
    [250000, 0.08],
  ],
  mode: 'marginal',
  cap: null,
  basis: 'amount',
  toDate: true,
};
const row = (given: Partial<PaidRow>): PaidRow => ({
  person: 'Anna',
  sales: 20000,
  target: null,
  prior: 145000,
  ...given,
});
const anna = { person: 'Anna', actual: 20000, target: null };

describe('statementOf(paid, plan, rows)', () => {
  it('counts the sales of earlier months where the incentive sheet does: 145,000 sold before, 20,000 now', () => {
    expect(statementOf(anna, YEAR_TO_DATE, [row({})])).toMatchObject({ pay: 1100, problem: undefined });
    // A refund takes 1,000 of what was paid back.
    expect(statementOf({ ...anna, actual: -20000 }, YEAR_TO_DATE, [row({ prior: 160000 })]).pay).toBe(-1000);
    const steps = explained(anna, YEAR_TO_DATE, 'en', [row({})]);
    expect('en' in steps ? steps.en : steps.at(-1)?.[5]).toBe(1100);
  });

  it('pays nothing by a guess: what was sold before has to be known', () => {
    expect(statementOf(anna, YEAR_TO_DATE)).toMatchObject({ pay: null, problem: { zh: expect.any(String) } });
    expect(statementOf(anna, YEAR_TO_DATE, [row({ person: 'Ben' })]).problem?.en).toBe('not on the incentive sheet');
    expect(statementOf(anna, YEAR_TO_DATE, [row({}), row({ person: 'ANNA ' })]).problem?.en).toContain('twice');
    expect(statementOf(anna, { ...YEAR_TO_DATE, mode: 'sideways' }, [row({})]).problem?.en).toContain('"sideways"');
  });

  it('reads the mode as the sheet does: 180,000 by 4 % and 6 % is 8,800 slice by slice, 10,800 on all', () => {
    const tiers = [
      [0, 0.04],
      [100000, 0.06],
    ];
    for (const mode of ['progressive', '分段', '累进', 'Marginal ']) {
      expect(statementOf({ ...anna, actual: 180000 }, { tiers, mode, cap: null }).pay).toBe(8800);
    }
    expect(statementOf({ ...anna, actual: 180000 }, { tiers, mode: '追溯', cap: null }).pay).toBe(10800);
  });

  it('says of whom there is no target, blank or 0, where the tiers count achievement', () => {
    const plan: PayPlan = { tiers: [[0.8, 0.02]], mode: null, cap: null, basis: 'achievement' };
    for (const target of [null, 0]) {
      const { pay, problem } = statementOf({ person: 'Anna', actual: 900, target }, plan);
      expect([pay, problem?.en, problem?.zh]).toEqual([
        null,
        'there is no target, and the tiers count achievement',
        '没有目标，而档位按达成率计',
      ]);
      const steps = explained({ person: 'Anna', actual: 900, target }, plan, 'en');
      expect('en' in steps && steps.en).toBe(problem?.en);
    }
  });

  it('takes tiers up to 10 for shares and those above for amounts where a sheet does not say', () => {
    const pay = (from: number) =>
      statementOf(
        { person: 'Anna', actual: 500, target: 100 },
        {
          tiers: [
            [0, 0.01],
            [from, 0.02],
          ],
          mode: null,
          cap: null,
        },
      ).pay;
    // 500 of 100 is 5 times the target, which is below 10; as an amount it is above 11.
    expect([pay(10), pay(11)]).toEqual([5, 10]);
  });

  it('takes the target of the sheet where it counts to date, and says nothing of the tracker’s', () => {
    const plan: PayPlan = { ...YEAR_TO_DATE, basis: 'achievement', mode: 'whole', tiers: [[0.8, 0.02]] };
    const paid = { person: 'Anna', actual: 900, target: 5000 };
    const { pay, remark } = statementOf(paid, plan, [row({ sales: 900, target: 1000, prior: 0 })]);
    expect([pay, remark]).toEqual([18, undefined]);
  });

  it('says where the incentive sheet counts other figures than the tracker', () => {
    const plan: PayPlan = { tiers: [[0.8, 0.02]], mode: null, cap: null, basis: 'achievement' };
    const paid = { person: 'Anna', actual: 900, target: 1000 };
    const remark = (given: Partial<PaidRow>) =>
      statementOf(paid, plan, [row({ sales: 900, target: 1000, prior: null, ...given })]).remark?.en;
    expect(remark({})).toBeUndefined();
    expect(remark({ sales: 950 })).toBe('Sales on the incentive sheet: 950, on the tracker: 900.');
    expect(remark({ target: null })).toBe('Target on the incentive sheet: blank, on the tracker: 1,000.');
    expect(statementOf(paid, plan).remark).toBeUndefined();
    const here = statementOf(paid, plan, [row({ sales: 950, target: 1000 })]).remark?.zh;
    expect(here).toBe('激励方案表中的销售额为950，目标跟踪表中为900。');
    // Where the tiers count amounts nobody looks at the target.
    expect(statementOf(paid, { ...plan, basis: 'amount' }, [row({ sales: 900, target: 7 })]).remark).toBeUndefined();
  });

  it('takes the noise behind the digits of a sum for no difference', () => {
    const plan: PayPlan = { tiers: [[0.8, 0.02]], mode: null, cap: null, basis: 'achievement' };
    // What SUMIF makes of 0.1 and 0.2.
    const noisy = row({ sales: 0.30000000000000004, target: 0.30000000000000004 });
    expect(statementOf({ person: 'Anna', actual: 0.3, target: 0.3 }, plan, [noisy]).remark).toBeUndefined();
  });

  it('pays nothing where a cell of the plan is an error, its level and the sales before included', () => {
    const error = new CellError('#DIV/0!', { en: '#DIV/0!', zh: '#DIV/0!' });
    const cells: Readonly<Record<string, readonly Cell[]>> = { TierFrom: [0], TierRate: [0.04], TierLevel: [error] };
    const read = (name: string) => (name in cells ? (cells[name] ?? []) : [null]);
    const plan = planOnSheet(read, { basis: 'amount' }) as PayPlan;
    const { pay, problem } = statementOf(anna, JSON.parse(JSON.stringify(plan)));
    expect(pay).toBeNull();
    expect(problem?.en).toContain('the cell holds #DIV/0!');
    const before = statementOf(anna, YEAR_TO_DATE, [row({ prior: '#DIV/0!' })]);
    expect(before).toMatchObject({ pay: null, problem: { en: expect.stringContaining('the cell holds #DIV/0!') } });
  });

  it.each(['Mode', 'Cap', 'Prior'])('pays nothing where the cells of %s were taken out, as the sheet does', gone => {
    const cells: Readonly<Record<string, readonly Cell[]>> = {
      TierFrom: [0],
      TierRate: [0.04],
      Mode: ['marginal'],
      Cap: [null],
      Person: ['Anna'],
      Sales: [20000],
      Target: [null],
      Prior: [145000],
    };
    const read = (name: string) => (name === gone ? [] : (cells[name] ?? []));
    const plan = planOnSheet(read, { basis: 'amount', toDate: 'true' });
    const { pay, problem } = statementOf(anna, plan as PayPlan, paidRows(read));
    expect(pay).toBeNull();
    expect(problem?.en).toContain('#REF!');
    expect(problem?.zh).toContain('#REF!');
  });
});

/** What a host would read of the sheet, by its names. */
function readerOf(spec: SheetSpec): (name: string) => readonly Cell[] {
  const figures = figuresOf(spec, 'en');
  const columns = new Map(
    spec.tables.flatMap(({ key, columns: all }) =>
      all.flatMap(column => (column.named ? [[column.named, figures.column(key, column.key)] as const] : [])),
    ),
  );
  return name =>
    columns.get(name) ?? (spec.parameters.some(({ key }) => key === name) ? [figures.parameter(name)] : []);
}

const words = planParameters.mode.choices?.flatMap(({ value, label, aliases }) => [
  value,
  label.en,
  label.zh,
  ...aliases,
]);
const cents = fc.integer({ min: -30_000_000, max: 30_000_000 }).map(amount => amount / 100);
const blankOr = (arbitrary: fc.Arbitrary<number>): fc.Arbitrary<number | null> =>
  fc.option(arbitrary, { nil: null, freq: 8 });
const tiers = (basis: string) =>
  fc.uniqueArray(
    fc.record({
      from: fc.integer({ min: 0, max: basis === 'amount' ? 20_000_000 : 250 }).map(from => from / 100),
      rate: fc.oneof(
        { weight: 20, arbitrary: fc.integer({ min: 0, max: 3000 }).map(rate => rate / 10_000) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(20, '5 %'),
        },
      ),
      bonus: blankOr(fc.integer({ min: 0, max: 100_000 }).map(bonus => bonus / 100)),
      level: fc.constantFrom(null, 'A'),
    }),
    { selector: ({ from }) => from, minLength: 1, maxLength: 5 },
  );
const people = fc.array(
  fc.record({ sales: blankOr(cents), target: blankOr(cents.map(Math.abs)), prior: blankOr(cents) }),
  { minLength: 1, maxLength: 4 },
);

describe('the statement in the pane and the cell on the sheet', () => {
  it('are one figure, for any person, plan, mode, alias, cap and sales before', () => {
    let paid = 0;
    const cases = fc.constantFrom('achievement', 'amount').chain(basis =>
      fc.record({
        basis: fc.constant(basis),
        toDate: fc.boolean(),
        tiers: tiers(basis),
        people,
        mode: fc.constantFrom(...(words ?? []), null, 'sideways'),
        cap: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 500_000 }), fc.constant('none')),
      }),
    );
    fc.assert(
      fc.property(cases, ({ basis, toDate, tiers: steps, people: lines, mode, cap }) => {
        const typed: Readonly<Record<string, Value>> = { Mode: mode, Cap: cap };
        const made = specOf(incentive, 'en', { basis, toDate, samples: false });
        const rows = lines.map((line, index) => ({ person: `P${index}`, region: 'East', ...line }));
        const spec: SheetSpec = {
          ...made,
          parameters: made.parameters.map(cell =>
            cell.key in typed ? { ...cell, value: typed[cell.key] ?? null } : cell,
          ),
          tables: made.tables.map(table =>
            table.key === 'Tiers' ? { ...table, rows: steps } : table.key === 'Statement' ? { ...table, rows } : table,
          ),
        };
        const read = readerOf(spec);
        const plan = planOnSheet(read, spec.form ?? {});
        const onSheet = figuresOf(spec, 'en').column('Statement', 'commission');
        for (const [index, { sales, target }] of lines.entries()) {
          const inPane = statementOf({ person: `P${index}`, actual: sales, target }, plan as PayPlan, paidRows(read));
          const cell = onSheet[index];
          expect(inPane.pay).toBe(typeof cell === 'number' ? cell : null);
          expect(inPane.remark).toBeUndefined();
          if (typeof cell === 'number') paid++;
        }
      }),
      { seed: 2026, numRuns: 1500 },
    );
    expect(paid).toBeGreaterThan(1000);
  });
});
