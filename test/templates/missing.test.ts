import { describe, expect, it } from 'vitest';
import type { Template } from '../../src/plan/template.ts';
import { customers } from '../../src/templates/customers.ts';
import { deals } from '../../src/templates/deals.ts';
import { incentive } from '../../src/templates/incentive.ts';
import { people } from '../../src/templates/people.ts';
import { pipeline } from '../../src/templates/pipeline.ts';
import { planModel } from '../../src/templates/planModel.ts';
import { figuresOf, specOf } from '../support/planning.ts';

type Strip = Readonly<Record<string, string | number | null>>;

/** A template whose strip somebody has changed. */
function changed(template: Template, strip: Strip, changes: Readonly<Record<string, unknown>> = {}) {
  const spec = specOf(template, 'en', changes);
  const parameters = spec.parameters.map(cell =>
    cell.key in strip ? { ...cell, value: strip[cell.key] ?? null } : cell,
  );
  return { ...spec, parameters };
}
function headlines(template: Template, strip: Strip, key?: string) {
  const spec = changed(template, strip);
  const figures = figuresOf(spec, 'en');
  const table = spec.tables.find(other => (key ? other.key === key : other.headline));
  return table?.columns.map(column => figures.column(table.key, column.key)[0]) ?? [];
}
const check = (template: Template, strip: Strip, table: string, key: string) =>
  figuresOf(changed(template, strip), 'en').above(table, 'check', key);

describe('what figures go by and somebody has blanked or mistyped is said, not counted as nothing', () => {
  it('a product of two rows, and one without a factor, pay nothing and say so', () => {
    const given = {
      people: [{ person: 'Ann', target: 1000 }],
      tiers: [{ from: 0, rate: 0.1 }],
      deals: [{ date: '2026-03-02', number: '1', product: 'A', person: 'Ann', amount: 1000 }],
      start: '2026-03-01',
      end: '2026-03-31',
    };
    const products = (...factors: readonly (number | null)[]) => {
      const spec = specOf(deals, 'en', { ...given, products: [{ product: 'A', factor: 1 }] });
      const rows = factors.map(factor => ({ product: 'A', factor }));
      const tables = spec.tables.map(table => (table.key === 'Products' ? { ...table, rows } : table));
      return figuresOf({ ...spec, tables }, 'en');
    };
    const counts = (...factors: readonly (number | null)[]) => {
      const figures = products(...factors);
      return [figures.column('Deals', 'counts')[0], figures.above('Deals', 'total', 'pay')];
    };
    expect(counts(1)).toEqual(['yes', 100]);
    expect(counts(1, 1)).toEqual(['✗ product stands twice', 0]);
    expect(counts(null)).toEqual(['✗ product without a factor', 0]);
    expect(products(1, 1).above('Deals', 'check', 'counts')).toMatch(/^✗/);
  });

  it('a mode that is blank pays by no default', () => {
    const counts = (strip: Strip) =>
      new Set(figuresOf(changed(deals, strip), 'en').column('Deals', 'counts').filter(Boolean));
    expect(counts({ Mode: null })).toEqual(new Set(['✗ no commission method']));
    expect(counts({ Base: 'gross margin' })).toEqual(new Set(['✗ what deals count by']));
    expect(check(incentive, {}, 'Statement', 'tier')).toBe(0);
    expect(check(incentive, { Mode: null }, 'Statement', 'tier')).toBe('✗ no commission method');
    expect(check(incentive, { PerHead: null }, 'Statement', 'teamBonus')).toBe('✗ no threshold or bonus');
    expect(check(planModel, { ModeB: null }, 'Rows', 'sales')).toBe('✗ no commission method');
    expect(check(people, { JudgedBy: 'xyz' }, 'People', 'score')).toBe('✗ judged by');
    expect(check(people, {}, 'People', 'score')).toBe(0);
  });

  it.each([null, 'n/a'])('opportunities: a period or a day that is %s is no period of nothing', blank => {
    const landing = headlines(pipeline, { End: blank }, 'Landing');
    expect(landing.slice(1)).toEqual(landing.slice(1).map(() => '✗ no period'));
    expect(headlines(pipeline, { AsOf: blank }).slice(3, 5)).toEqual(['✗ no day', '✗ no day']);
  });

  it('opportunities: a stage without a probability, and a grouping that is none', () => {
    const spec = specOf(pipeline, 'en');
    const tables = spec.tables.map(table =>
      table.key === 'Stages'
        ? { ...table, rows: table.rows.map((row, index) => (index === 0 ? { ...row, chance: null } : row)) }
        : table,
    );
    expect(figuresOf({ ...spec, tables }, 'en').above('Stages', 'check', 'chance')).toBe('✗ no probability: 1');
    expect(figuresOf(spec, 'en').above('Stages', 'check', 'chance')).toBe(0);
    const groups = figuresOf(changed(pipeline, { By: 'region' }), 'en').column('Deals', 'group');
    expect(new Set(groups.filter(group => group !== ''))).toEqual(new Set(['✗ group by']));
  });

  it.each(['AsOf', 'Factor', 'LostAfter'])('customers: without %s nobody is at risk or lost by mistake', key => {
    const shown = headlines(customers, { [key]: null });
    expect(shown.slice(0, 7)).toEqual(shown.slice(0, 7).map(() => '✗ missing'));
    expect(check(customers, { [key]: null }, 'Customers', 'status')).toBe('✗ missing');
  });

  it('customers: borders of classes that divide nothing', () => {
    for (const strip of [{ UpToA: null }, { UpToA: 80 }, { UpToB: 95 }, { UpToA: 0.96, UpToB: 0.95 }])
      expect(check(customers, strip, 'Customers', 'status')).toBe('✗ class borders');
    expect(check(customers, {}, 'Customers', 'status')).toBe(0);
  });
});
