import { describe, expect, it } from 'vitest';
import { commission } from '../../src/functions/commission.ts';
import { isoOf } from '../../src/kernel/calendar.ts';
import type { Cell, Matrix } from '../../src/kernel/cell.ts';
import { periodAfter } from '../../src/kernel/period.ts';
import { dealPeriods, newDeals } from '../../src/month/close/newDeals.ts';
import { aggregate } from '../../src/month/figures/aggregate.ts';
import { close, closed, Ledger } from '../../src/month/figures/history.ts';
import { monthFigures } from '../../src/month/figures/monthFigures.ts';
import { foundNames, renamed } from '../../src/month/import/aliases.ts';
import type { Deal } from '../../src/month/import/deal.ts';
import { nearNames } from '../../src/month/import/nearNames.ts';
import { enrich, readRoster, withoutDeals } from '../../src/month/import/roster.ts';
import { initialValues } from '../../src/plan/template.ts';
import type { HistoryRow, UnitType } from '../../src/sheets/history.ts';
import { deals as template } from '../../src/templates/deals.ts';
import { planModel } from '../../src/templates/planModel.ts';
import { PLAN_A, PLAN_B } from '../../src/templates/shared/planSamples.ts';
import { cellsOf, imported, sharedTable } from '../support/files.ts';
import { figuresOf, specOf } from '../support/planning.ts';
import { sharedFolder, withoutShared } from '../support/shared.ts';

const STAMP = { source: 'export', closedAt: 43101 };

/** The file's own sums, cell by cell and without any of the code under test. */
function plainSums(
  cells: Matrix,
  key: (line: readonly Cell[]) => string | undefined,
  amount: string,
): Map<string, number> {
  const [head = [], ...lines] = cells;
  const column = head.findIndex(cell => String(cell).replace('\uFEFF', '') === amount);
  const cents = new Map<string, number>();
  for (const line of lines) {
    const name = key(line);
    if (name !== undefined) cents.set(name, (cents.get(name) ?? 0) + Math.round(Number(line[column]) * 100));
  }
  return new Map([...cents].map(([name, sum]) => [name, sum / 100]));
}

describe.skipIf(!sharedFolder)(`the CRM export of 8,800 deals${withoutShared}`, async () => {
  const cells = sharedFolder ? cellsOf(await sharedTable('data/maven_crm_sales_pipeline.csv')) : [];
  const team = sharedFolder ? cellsOf(await sharedTable('data/maven_crm_sales_teams.csv')) : [];
  const products = sharedFolder ? cellsOf(await sharedTable('data/maven_crm_products.csv')) : [];
  const { matching, inspection, reading } = imported(cells);
  const roster = readRoster(team);
  const deals = enrich(reading.deals, roster);
  const history = closed([], close([], monthFigures(deals), STAMP));

  const [AGENT, PRODUCT, STAGE, CLOSE] = [1, 2, 4, 6] as const;
  const memberOf = new Map(team.slice(1).map(line => [line[0], line]));
  const keys: Readonly<Record<UnitType, ((line: readonly Cell[]) => Cell | undefined) | undefined>> = {
    company: () => '',
    person: line => line[AGENT],
    product: line => line[PRODUCT],
    manager: line => memberOf.get(line[AGENT] ?? null)?.[1],
    region: line => memberOf.get(line[AGENT] ?? null)?.[2],
    team: undefined,
  };

  it('is matched without a hand and without a question about its cells', () => {
    expect(matching.columns).toEqual({
      id: 0,
      person: 1,
      product: 2,
      customer: 3,
      stage: 4,
      created: 5,
      closed: 6,
      amount: 7,
    });
    expect(inspection.questions).toEqual([]);
    expect(reading).toMatchObject({ bad: [], totals: [], repeated: [] });
    expect(reading.deals).toHaveLength(8800);
  });

  it('becomes ten closed months', () => {
    const ledger = new Ledger(history);
    expect(ledger.periods).toEqual(Array.from({ length: 10 }, (_, month) => periodAfter('2017-03', month)));
    const sales = ledger.all('company', 'sales').map(({ actual }) => actual ?? 0);
    expect(sales.reduce((sum, value) => sum + value, 0)).toBe(10_005_534);
    expect(ledger.find('2017-03', 'company', '', 'sales')?.actual).toBe(1_134_672);
    expect(ledger.all('company', 'deals').reduce((sum, { actual }) => sum + (actual ?? 0), 0)).toBe(4238);
  });

  it.each(['person', 'manager', 'region', 'product'] as const)('has every figure by %s as plain sums say', unitType => {
    const sums = plainSums(
      cells,
      line => (line[STAGE] === 'Won' ? `${String(line[CLOSE]).slice(0, 7)} ${keys[unitType]?.(line)}` : undefined),
      'close_value',
    );
    const found = new Ledger(history)
      .all(unitType, 'sales')
      .map(({ period, unit, actual }) => [`${period} ${unit}`, actual] as const);
    expect(new Map(found)).toEqual(sums);
    expect(sums.size).toBeGreaterThan(20);
  });

  it('asks about GTXPro and about nothing else', () => {
    const list = products.slice(1).map(line => String(line[0]));
    const asked = nearNames('product', foundNames(deals, 'product'), list);
    expect(asked.map(({ found, candidates }) => [found, candidates[0]?.name])).toEqual([['GTXPro', 'GTX Pro']]);
    expect(
      nearNames(
        'person',
        foundNames(deals, 'person'),
        roster.map(({ person }) => person),
      ),
    ).toEqual([]);
  });

  it('counts GTXPro as GTX Pro once the user has said so, and only then', () => {
    const productOf = (list: readonly Deal[]): unknown[] =>
      aggregate(list, ['product']).map(({ keys: [name] }) => name);
    expect(productOf(deals)).toContain('GTXPro');
    const resolved = renamed(deals, [{ field: 'product', from: 'GTXPro', to: 'GTX Pro' }]);
    expect(productOf(resolved)).toContain('GTX Pro');
    expect(productOf(resolved)).not.toContain('GTXPro');
    expect(aggregate(resolved, [])).toEqual(aggregate(deals, []));
  });

  it('names the five agents of the team without deals', () => {
    expect(withoutDeals(reading.deals, roster).sort()).toEqual([
      'Carl Lin',
      'Carol Thompson',
      'Elizabeth Anderson',
      'Mei-Mei Johns',
      'Natalya Ivanova',
    ]);
  });

  it('becomes commission by deal of each quarter: everybody’s deals are their plain sum, and pay what the plan does', () => {
    const tiers = [
      [0, 0.01, 0],
      [0.8, 0.02, 500],
      [1, 0.03, 1000],
    ];
    const plan = { tiers, mode: 'marginal', cap: null, basis: 'achievement' } as const;
    const quarters = dealPeriods(deals).filter(({ kind }) => kind === 'quarter');
    expect(quarters.map(({ deals: count }) => count)).toEqual([531, 1254, 1257, 1196]);
    for (const period of quarters) {
      const { values } = newDeals({ period, deals, plan, targetOf: () => 100_000, language: 'en' });
      const found = figuresOf(specOf(template, 'en', values), 'en');
      const months = new Set([0, 1, 2].map(month => periodAfter(isoOf(period.start).slice(0, 7), month)));
      const sums = plainSums(
        cells,
        line =>
          line[STAGE] === 'Won' && months.has(String(line[CLOSE]).slice(0, 7)) ? String(line[AGENT]) : undefined,
        'close_value',
      );
      const people = found.column('People', 'person').map(String);
      expect(new Map(people.map((person, row) => [person, found.column('People', 'credited')[row]]))).toEqual(sums);
      const due = people.map(person => commission.call([sums.get(person) ?? 0, 100_000, tiers, 'marginal']));
      expect(found.column('People', 'commission')).toEqual(due);
      expect(found.above('People', 'total', 'commission')).toBeCloseTo(
        due.reduce<number>((a, b) => a + Number(b), 0),
        6,
      );
      expect([found.above('People', 'check', 'whole'), found.above('Deals', 'check', 'counts')]).toEqual([0, 0]);
    }
  });

  it('costs two plans over its ten months as plain sums do', () => {
    // The file has no targets: everybody is to sell 30,000 a month.
    const months = new Ledger(history).all('person', 'sales').map(({ unit, period, actual }) => ({
      person: unit,
      month: `${period}-01`,
      target: 30_000,
      sales: actual ?? undefined,
    }));
    expect(months.length).toBeGreaterThan(250);
    const { rows } = initialValues(planModel, { language: 'en', today: '2018-01-05', personMonths: months });
    expect(rows).toEqual(months);
    const found = figuresOf(specOf(planModel, 'en', { rows }), 'en');
    const plans = [
      [PLAN_A, 'whole', 'payA'],
      [PLAN_B, 'marginal', 'payB'],
    ] as const;
    for (const [plan, mode, key] of plans) {
      const tiers = plan.map(({ from, rate, bonus }) => [from, rate, bonus]);
      const due = months.map(({ sales, target }) => commission.call([sales ?? null, target, tiers, mode]));
      expect(found.column('Rows', key)).toEqual(due);
      expect(found.above('Rows', 'total', key)).toBeCloseTo(
        due.reduce<number>((sum, pay) => sum + Number(pay), 0),
        6,
      );
    }
  });

  it('changes nothing when it is closed again, in any order', () => {
    const again = close(history, monthFigures([...deals].reverse()), { ...STAMP, closedAt: 43200 });
    expect(again).toMatchObject({ append: [], supersede: [], restated: [] });
    expect(again.unchanged).toBe(history.length);
  });
});

describe.skipIf(!sharedFolder)(`the ledger of 7,300 rows in GBK${withoutShared}`, async () => {
  const table = sharedFolder ? await sharedTable('data/cn_sales_orders.csv') : undefined;
  const cells = table ? cellsOf(table) : [];
  const { matching, inspection, reading } = imported(cells);
  const history: HistoryRow[] = closed([], close([], monthFigures(reading.deals), STAMP));

  it('is decoded and matched by its own headings', () => {
    expect(table?.encoding).toBe('gb18030');
    expect(matching.columns).toEqual({ closed: 0, product: 1, region: 2, amount: 3, quantity: 4, month: 5 });
    expect(inspection.questions).toEqual([]);
    expect(reading).toMatchObject({ bad: [], totals: [], otherMonth: [] });
  });

  it('comes to 30,909,504 in thirteen months, with twelve changes month on month from April 2024', () => {
    const months = new Ledger(history).all('company', 'sales');
    expect(months.reduce((sum, { actual }) => sum + (actual ?? 0), 0)).toBe(30_909_504);
    const changes = months
      .slice(1)
      .map(({ period, actual }, index) => [period, (actual ?? 0) - (months[index]?.actual ?? 0)]);
    expect(changes).toHaveLength(12);
    expect(changes[0]).toEqual(['2024-04', 2_722_637 - 1_032_426]);
    expect(changes[11]?.[0]).toBe('2025-03');
  });

  it.each([
    ['region', 2],
    ['product', 1],
  ] as const)('has every figure by %s as plain sums say', (unitType, column) => {
    const sums = plainSums(
      cells,
      line => {
        const [year, month = ''] = String(line[0]).split('/');
        return `${year}-${month.padStart(2, '0')} ${line[column]}`;
      },
      '销售额',
    );
    const found = new Ledger(history)
      .all(unitType, 'sales')
      .map(({ period, unit, actual }) => [`${period} ${unit}`, actual] as const);
    expect(new Map(found)).toEqual(sums);
  });
});

describe.skipIf(!sharedFolder)(`the hundred orders with a byte-order mark${withoutShared}`, async () => {
  const cells = sharedFolder ? cellsOf(await sharedTable('data/cn_sales_small.csv')) : [];
  const { matching, reading } = imported(cells);

  it('is matched by its own headings', () => {
    expect(matching.columns).toEqual({
      closed: 0,
      id: 1,
      region: 2,
      person: 3,
      product: 5,
      price: 6,
      quantity: 7,
      discount: 8,
      amount: 9,
      cost: 10,
      profit: 11,
    });
    expect(reading.bad).toEqual([]);
  });

  it('comes to 899,904.94, by person as plain sums say', () => {
    expect(aggregate(reading.deals, [])[0]?.amount).toBe(899_904.94);
    const people = aggregate(reading.deals, ['person']).map(
      ({ keys: [name], amount }) => [String(name), amount] as const,
    );
    expect(new Map(people)).toEqual(plainSums(cells, line => String(line[3]), '收入(折后)'));
    expect(people).toHaveLength(8);
  });
});
