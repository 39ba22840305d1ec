import { describe, expect, it } from 'vitest';
import { commission } from '../../src/functions/commission.ts';
import { commissionByDeal } from '../../src/functions/commissionByDeal.ts';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { deals } from '../../src/templates/deals.ts';
import { column, rowsOf } from '../support/column.ts';
import { insertedIn } from '../support/editContract.ts';
import { figuresOf, headlinesOf, specOf } from '../support/planning.ts';

const deal = (person: string, amount: number, more: Readonly<Record<string, unknown>> = {}) => ({
  date: '2026-03-02',
  number: 'D',
  person,
  amount,
  ...more,
});
const TIERS = [
  { from: 0, rate: 0.05 },
  { from: 0.5, rate: 0.08 },
  { from: 1, rate: 0.12 },
];
const PEOPLE = [
  { person: 'Ann', target: 100000 },
  { person: 'Ben', target: 80000 },
];
const DEALS = [
  deal('Ann', 30000),
  deal('Ben', 20000),
  deal('Ann', 40000),
  deal('Ann', 50000),
  deal('Ben', 90000),
  deal('Ann', -20000),
];
const GIVEN = { tiers: TIERS, people: PEOPLE, products: [], deals: DEALS, mode: 'marginal' };
const figures = (changes: Readonly<Record<string, unknown>> = {}) =>
  figuresOf(specOf(deals, 'en', { ...GIVEN, ...changes }), 'en');

describe('deals', () => {
  it('pays what each deal adds, slice by slice or at the rate reached, and adds up to the plan', () => {
    expect(figures().column('Deals', 'commission')).toEqual([1500, 1000, 2600, 4800, 7800, -2400]);
    expect(figures({ mode: 'whole' }).column('Deals', 'commission')).toEqual([1500, 1000, 4100, 8800, 12200, -2400]);
    expect(figures().column('Deals', 'running')).toEqual([30000, 20000, 70000, 120000, 110000, 100000]);
    expect(figures().column('People', 'commission')).toEqual([6500, 8800]);
    expect(figures().column('People', 'whole')).toEqual([6500, 8800]);
    expect(figures().column('People', 'achievement')).toEqual([1, 1.375]);
    expect(figures().above('People', 'check', 'whole')).toBe(0);
    expect(headlinesOf(specOf(deals, 'en', GIVEN), 'en').slice(0, 2)).toEqual([15300, 15300]);
  });

  it('goes on from what was sold before, pays the cap at most, and a bonus from 0 on once', () => {
    const people = [{ person: 'Ann', target: 100000, prior: 60000, cap: 5000 }];
    const own = DEALS.filter(({ person }) => person === 'Ann');
    const amounts = own.map(({ amount }) => amount);
    const tiers = [{ from: 0, rate: 0.05, bonus: 100 }, ...TIERS.slice(1)];
    for (const terms of [
      { prior: 60000, cap: 5000 },
      { prior: undefined, cap: undefined },
    ]) {
      const table = tiers.map(({ from, rate, ...more }) => [from, rate, 'bonus' in more ? more.bonus : 0]);
      const given = { people: [{ person: 'Ann', target: 100000, ...terms }], deals: own, tiers };
      const paid = rowsOf(
        commissionByDeal.call([column(...amounts), table, undefined, 100000, 'marginal', terms.prior, terms.cap]),
      ).flat();
      expect(figures(given).column('Deals', 'commission')).toEqual(paid);
      expect(figures(given).column('People', 'whole')).toEqual([
        commission.call([100000, 100000, table, 'marginal', terms.cap, undefined, terms.prior]),
      ]);
    }
    expect(figures({ people, deals: own }).above('Deals', 'check', 'commission')).toBe(0);
  });

  it('counts by amount, payment or margin, with the product’s factor and SPIFF', () => {
    const products = [{ product: 'Service', factor: 0.5, spiff: 200 }];
    const given = {
      people: [{ person: 'Ann', target: 1000 }],
      products,
      tiers: [{ from: 0, rate: 0.1 }],
      deals: [
        deal('Ann', 1000, { product: 'service', collected: 400, cost: 700 }),
        deal('Ann', 500, { collected: 500, cost: 100 }),
        deal('Ann', -100, { product: 'Service' }),
      ],
    };
    const credited = (base: string) => figures({ ...given, base }).column('Deals', 'credited');
    expect(credited('amount')).toEqual([500, 500, -50]);
    expect(credited('collected')).toEqual([200, 500, 0]);
    expect(credited('margin')).toEqual([150, 400, -50]);
    expect(figures(given).column('Deals', 'spiff')).toEqual([200, 0, 0]);
    expect(figures(given).column('Deals', 'pay')).toEqual([250, 50, -5]);
    const half = figures({ ...given, share: 0.5 });
    expect(half.column('Deals', 'counts')).toEqual(['not yet', 'yes', 'yes']);
    expect(half.column('Deals', 'pay')).toEqual(['', 50, -5]);
  });

  it('says which deals cannot be paid, and counts them', () => {
    const odd = figures({
      deals: [
        deal('Ann', 100, { person: undefined }),
        deal('Zoe', 100),
        deal('Ann', 100, { product: 'Cars' }),
        deal('Ann', 100),
      ],
    });
    expect(odd.column('Deals', 'counts')).toEqual([
      '✗ no salesperson',
      '✗ not among the people',
      '✗ not among the products',
      'yes',
    ]);
    expect(odd.above('Deals', 'check', 'counts')).toBe('✗ deals: 3');
    expect(figures().above('Deals', 'check', 'counts')).toBe(0);
    const twice = figures({ people: [...PEOPLE, { person: 'ann', target: 5 }] });
    expect(twice.above('People', 'check', 'manager')).toBe('✗ rows alike: 2');
  });

  it('counts what lies in the period, from its first day to its last, and what has no day', () => {
    const of = (date: string | undefined) => deal('Ann', 100, { date });
    const period = figures({
      start: '2026-03-01',
      end: '2026-03-31',
      deals: [of('2026-02-28'), of('2026-03-01'), of('2026-03-31'), of('2026-04-01'), of(undefined)],
    });
    expect(period.column('Deals', 'counts')).toEqual(['outside the period', 'yes', 'yes', 'outside the period', 'yes']);
    expect(period.above('Deals', 'total', 'credited')).toBe(300);
    expect(period.above('Deals', 'check', 'counts')).toBe(0);
  });

  it('pays nothing as long as the period, or a deal’s day, is no date, and says so', () => {
    const spec = specOf(deals, 'en', GIVEN);
    const parameters = spec.parameters.map(cell => (cell.key === 'Start' ? { ...cell, value: '3月' } : cell));
    const shown = figuresOf({ ...spec, parameters }, 'en');
    expect(shown.column('Deals', 'counts')[0]).toBe('✗ no period');
    expect(shown.above('Deals', 'check', 'counts')).toBe('✗ deals: 6');
    const tables = spec.tables.map(table =>
      table.key === 'Deals'
        ? { ...table, rows: [{ ...table.rows[0], date: '3月5日' }, ...table.rows.slice(1)] }
        : table,
    );
    const undated = figuresOf({ ...spec, tables }, 'en');
    expect(undated.column('Deals', 'counts').slice(0, 2)).toEqual(['✗ not a date', 'yes']);
    expect(undated.above('Deals', 'check', 'counts')).toBe('✗ deals: 1');
  });

  it('pays by amounts without a target, and nobody by achievement who has none', () => {
    const none = { people: [{ person: 'Ann' }], deals: [deal('Ann', 1000)] };
    expect(figures({ ...none, basis: 'amount', tiers: [{ from: 500, rate: 0.1 }] }).column('Deals', 'pay')).toEqual([
      50,
    ]);
    expect(figures(none).column('Deals', 'commission')).toEqual(['']);
    expect(figures(none).above('People', 'check', 'target')).toBe('✗ no target: 1');
    expect(figures().above('People', 'check', 'target')).toBe(0);
  });

  describe('with tiers for managers', () => {
    const managerTiers = [
      { from: 0.8, rate: 0.01 },
      { from: 1, rate: 0.02 },
    ];
    const team = [...PEOPLE.map(person => ({ ...person, manager: 'mia' })), { person: 'Mia' }];

    it('pays a manager for the credited sales of the team, by tiers of the target of the team', () => {
      // 100,000 and 110,000 of 180,000: 36,000 at 1% and 30,000 at 2%, or all at 2%.
      const paid = figures({ people: team, managerTiers });
      expect(paid.column('People', 'teamSales')).toEqual(['', '', 210000]);
      expect(paid.column('People', 'teamTarget')).toEqual(['', '', 180000]);
      expect(paid.column('People', 'override')).toEqual(['', '', 960]);
      expect(figures({ people: team, managerTiers, mode: 'whole' }).column('People', 'override')).toEqual([
        '',
        '',
        4200,
      ]);
      expect(paid.column('People', 'pay')).toEqual([6500, 8800, 960]);
      expect(headlinesOf(specOf(deals, 'en', { ...GIVEN, people: team, managerTiers }), 'en')).toEqual([
        16260, 15300, 0, 960, 210000,
      ]);
      expect(paid.above('Deals', 'check', 'pay')).toBe(0);
      expect(paid.above('People', 'check', 'teamSales')).toBe(0);
    });

    it('goes on from what the team sold before, as its people do', () => {
      const people = team.map(line => (line.person === 'Mia' ? line : { ...line, prior: 60000 }));
      // From 120,000 to 330,000 of 180,000: 36,000 at 1%, 150,000 at 2%.
      expect(figures({ people, managerTiers }).column('People', 'override')).toEqual(['', '', 3360]);
    });

    it('counts by amount without targets, and pays nobody by achievement whose team has none', () => {
      const people = team.map(({ person, ...line }) => ({ ...line, person, target: undefined }));
      const byAmount = {
        people,
        basis: 'amount',
        tiers: [{ from: 0, rate: 0.1 }],
        managerTiers: [{ from: 200000, rate: 0.1 }],
      };
      expect(figures(byAmount).column('People', 'override')).toEqual(['', '', 1000]);
      expect(figures({ people, managerTiers }).column('People', 'override')).toEqual(['', '', '']);
      expect(figures({ people, managerTiers }).above('People', 'check', 'target')).toBe('✗ no target: 2');
    });

    it.each([
      ['Excel', excelDialect],
      ['Google Sheets', sheetsDialect],
    ] as const)('follows each cell of them (%s)', async (host, dialect) => {
      const given = { ...GIVEN, people: team, managerTiers, products: [{ product: 'A', factor: 1 }] };
      const { edited, book } = await insertedIn(host, dialect, specOf(deals, 'en', given));
      edited.compare('en', 'as it was');
      for (const edit of [
        { is: 'type', table: 'ManagerTiers', at: 1, key: 'rate', cell: 0.05 },
        { is: 'type', table: 'People', at: 1, key: 'manager', cell: 'Max' },
        { is: 'type', table: 'People', at: 0, key: 'target', cell: '12万' },
        { is: 'type', table: 'People', at: 0, key: 'target', cell: null },
        { is: 'type', table: 'People', at: 1, key: 'manager', cell: 'Mia' },
        { is: 'delete', table: 'People', at: 0 },
        { is: 'insert', table: 'People', at: 0 },
      ] as const) {
        edited.do(edit);
        await book.calculated();
        edited.compare('en', edit);
      }
      book.dispose();
    });

    it('says whose manager is not among the people, and has neither table nor columns without such tiers', () => {
      const lost = [...PEOPLE.map(person => ({ ...person, manager: 'Max' })), { person: 'Mia' }];
      const paid = figures({ people: lost, managerTiers });
      expect(paid.above('People', 'check', 'teamSales')).toBe('✗ manager not among the people: 2');
      expect(paid.column('People', 'override')).toEqual(['', '', '']);
      const plain = specOf(deals, 'en', { ...GIVEN, people: team });
      expect(plain.tables.map(({ key }) => key)).toEqual(['Figures', 'People', 'Tiers', 'Products', 'Deals']);
      expect(plain.tables[1]?.columns.map(({ key }) => key)).not.toContain('override');
    });
  });
});
