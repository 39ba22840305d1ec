import { describe, expect, it } from 'vitest';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import { Ledger } from '../../src/month/figures/history.ts';
import { reconcile } from '../../src/month/reconcile/reconcile.ts';
import { reconciliationSheet } from '../../src/month/reconcile/reconciliationSheet.ts';
import { report } from '../../src/month/report/report.ts';
import { reportSheet } from '../../src/month/report/reportSheet.ts';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { preview } from '../../src/plan/preview.ts';
import { opsOf } from '../support/planning.ts';

const LANGUAGES = ['en', 'zh'] as const;
const found = reconcile(
  [
    { key: '=HT-1', amount: 100, collected: 40 },
    { key: 'HT-2', amount: 50, collected: 50 },
  ],
  [{ key: 'HT-2', amount: 45.5 }],
  0.3,
);
const month = report({
  period: '2025-09',
  rows: [
    { person: 'Anna', region: 'East', target: 800000, actual: 840000 },
    { person: 'Ben', region: 'East', target: 600000, actual: 450000 },
  ],
  plan: {
    tiers: [
      [0.8, 0.015, 0],
      [1, 0.02, 1000],
    ],
    mode: 'whole',
    cap: null,
  },
  thresholds: { amberFrom: 0.8, greenAbove: 1 },
  ledger: new Ledger([]),
  start: serialOfIso('2025-09-01'),
  end: serialOfIso('2025-09-30'),
  asOf: serialOfIso('2025-09-30'),
  week: 'mon-fri',
});

describe('reconciliationSheet()', () => {
  it.each(LANGUAGES)('lists the differences and adds them up (%s)', language => {
    const [table] = preview(reconciliationSheet(found, language), language, excelDialect).tables;
    expect(table?.rows.map(row => [row[0]?.text, row[5]?.text])).toEqual([
      ['=HT-1', '-40.00'],
      ['HT-2', '-4.50'],
    ]);
    expect(table?.above[0]?.cells[5]?.text).toBe('-44.50');
  });

  it('counts what agrees and what does not below the title', () => {
    const more = reconcile(
      [
        { key: 'A', amount: 1 },
        { key: 'B', amount: 2 },
        { key: 'C', amount: 3 },
      ],
      [
        { key: 'A', amount: 1 },
        { key: 'B', amount: 1 },
        { key: 'D', amount: 1 },
        { key: 'E', amount: 1 },
      ],
      0.3,
    );
    expect(reconciliationSheet(more, 'zh')).toMatchObject({
      title: '对账差异',
      subtitle: {
        en: '1 without a receipt, 2 not in the CRM, 1 with other amounts; 1 agree.',
        zh: '财务无收款 1 项，CRM 无记录 2 项，金额不一致 1 项；一致 1 项。',
      },
    });
  });

  it('writes a contract’s number as text, whatever it begins with', () => {
    for (const dialect of [excelDialect, sheetsDialect]) {
      const ops = opsOf(reconciliationSheet(found, 'en'), 'en', dialect);
      const formulas = ops.flatMap(op =>
        op.op === 'formulas' ? op.formulas.flat() : op.op === 'spill' ? [op.formula] : [],
      );
      expect(formulas.some(formula => formula.includes('HT-1'))).toBe(false);
      expect(ops.some(op => op.op === 'values' && op.values.flat().includes('=HT-1'))).toBe(true);
    }
  });
});

describe('reportSheet()', () => {
  it.each(LANGUAGES)('shows exceptions and statements (%s)', language => {
    const [exceptions, statements] = preview(reportSheet(month, language), language, excelDialect).tables;
    expect(exceptions?.rows.map(row => [row[0]?.text, row[2]?.text])).toEqual([['Ben', '75.0%']]);
    expect(statements?.rows.map(row => [row[0]?.text, row[4]?.text])).toEqual([
      ['Anna', '17,800.00'],
      ['Ben', '0.00'],
    ]);
    expect(statements?.above[0]?.cells[4]?.text).toBe('17,800.00');
  });

  it('can be inserted where nothing stands out', () => {
    const quiet = { ...month, exceptions: [], statements: [] };
    expect(opsOf(reportSheet(quiet, 'en'), 'en', sheetsDialect).length).toBeGreaterThan(0);
  });
});
