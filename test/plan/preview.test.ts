import { describe, expect, it } from 'vitest';
import { excelDialect } from '../../src/plan/dialect.ts';
import { preview } from '../../src/plan/preview.ts';
import { Problems } from '../../src/plan/template.ts';
import { retention } from '../../src/templates/retention.ts';
import { scorecard } from '../../src/templates/scorecard.ts';
import { twelveKpi } from '../../src/templates/twelveKpi.ts';
import { specOf } from '../support/planning.ts';

describe('preview(spec, language, dialect)', () => {
  const cohorts = preview(specOf(retention, 'en'), 'en', excelDialect).tables[3];

  it('takes the headings of a spilled table from its first row, numbers as they are', () => {
    expect(cohorts?.headings.slice(0, 4)).toEqual(['Cohort', 'Customers', '0', '1']);
    expect(cohorts?.rows[0]?.slice(0, 4).map(({ text }) => text)).toEqual(['2025-10', '4', '100.0%', '50.0%']);
  });

  it('leaves out the room that a spilled table does not fill', () => {
    expect(cohorts?.rows).toHaveLength(6);
  });

  it('draws bars, and says what they show', () => {
    const dimensions = preview(specOf(scorecard, 'en'), 'en', excelDialect).tables.find(
      ({ title }) => title === 'By dimension',
    );
    const bars = dimensions?.rows.map(row => row[4]);
    expect(bars?.find(cell => cell?.bar !== undefined)).toMatchObject({
      text: expect.stringMatching(/%$/),
      computed: true,
    });
    for (const cell of bars ?? []) expect(cell?.bar ?? 0).toBeLessThanOrEqual(100);
  });

  it('shows words that the template brings as computed, and figures to type in as not', () => {
    const [row] = preview(specOf(twelveKpi, 'en'), 'en', excelDialect).tables[0]?.rows ?? [];
    expect(row?.slice(0, 6).map(({ computed }) => computed)).toEqual([true, true, false, false, true, true]);
    expect(row?.find(({ text }) => text === 'amber')).toMatchObject({ fill: '#FFEDC2' });
  });
});

describe('a line with a date', () => {
  it('is refused where the date cannot be read, with its place', () => {
    const orders = [{ date: '2026-02-30', customer: 'A', amount: 1 }];
    expect(retention.build({ ...valuesOf(), orders }, 'en')).toMatchObject({
      fields: { orders: { en: 'Line 1, Date: enter a date such as 2026-01-31.' } },
    });
    expect(
      retention.build({ ...valuesOf(), orders: [{ date: '2026-02-28', customer: 'A' }] }, 'en'),
    ).not.toBeInstanceOf(Problems);
  });
});

function valuesOf() {
  return {
    title: 'T',
    start: '2026-02-01',
    end: '2026-02-28',
    before: '2026-01-01',
    cohorts: 'month',
    unit: 'USD',
    money: 'money',
    samples: false,
  };
}
