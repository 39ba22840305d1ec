import { describe, expect, it } from 'vitest';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import { Ledger } from '../../src/month/figures/history.ts';
import { type ReportTask, report } from '../../src/month/report/report.ts';
import { reportSheet } from '../../src/month/report/reportSheet.ts';
import { summary } from '../../src/month/report/summary.ts';
import { deal } from '../support/deals.ts';

const PLAN = { tiers: [[0, 0.02]], mode: null, cap: null, basis: 'achievement' } as const;
/** On the 26th of September 2025, 20 of 22 working days are over. */
const TASK: ReportTask = {
  period: '2025-09',
  rows: [
    { person: 'Anna', region: 'East', target: 1000, actual: 950 },
    { person: 'Ben', region: 'East', target: 1000, actual: 850 },
    { person: 'Clara', region: 'West', target: 1000, actual: 500 },
    { person: 'Dan', region: 'West', target: null, actual: 70 },
    { person: 'Eve', region: 'West', target: 1000, actual: null },
  ],
  plan: PLAN,
  thresholds: { amberFrom: 0.8, greenAbove: 1 },
  ledger: new Ledger([]),
  start: serialOfIso('2025-09-01'),
  end: serialOfIso('2025-09-30'),
  asOf: serialOfIso('2025-09-26'),
  week: 'mon-fri',
  deals: [
    deal({ customer: 'Acme', amount: 100, collected: 40, due: serialOfIso('2025-09-25') }),
    deal({ customer: '', id: 'HT-7', amount: 500, due: serialOfIso('2025-09-01') }),
    deal({ customer: 'acme', amount: 20, collected: 0, due: serialOfIso('2025-09-01') }),
    // Due on the day itself, paid in full, paid back, lost, due at no day.
    deal({ customer: 'Bolt', amount: 9, due: serialOfIso('2025-09-26') }),
    deal({ customer: 'Bolt', amount: 9, collected: 9, due: serialOfIso('2025-09-01') }),
    deal({ customer: 'Bolt', amount: -9, collected: 0, due: serialOfIso('2025-09-01') }),
    deal({ customer: 'Bolt', amount: 9, outcome: 'lost', due: serialOfIso('2025-09-01') }),
    deal({ customer: 'Bolt', amount: 9 }),
  ],
};

describe('reportSheet(report, language)', () => {
  const { tables, ...sheet } = reportSheet(report(TASK), 'en');
  const [exceptions, statements] = tables;

  it('is named and titled by its month in either language', () => {
    expect(sheet.name).toEqual({ en: 'Report 2025-09', zh: '月报 2025-09' });
    expect(sheet.prefix).toBe('Report');
    expect(statements?.columns.map(({ key }) => key)).toEqual([
      'person',
      'target',
      'sales',
      'achievement',
      'pay',
      'note',
    ]);
    expect(sheet.title).toBe('Monthly report, September 2025');
    expect(reportSheet(report(TASK), 'zh').title).toBe('2025年9月月报');
    expect(sheet.subtitle).toEqual({ en: 'Data as of 2025-09-26.', zh: '数据截至 2025-09-26。' });
  });

  it('lists what stands out, shares as percents and money as money', () => {
    expect(exceptions?.rows.map(({ name, kind, gap, cause }) => [name, kind, gap, cause])).toEqual([
      ['Clara', 'Below target (red)', -500, null],
      ['Ben', 'Behind pace', -150, null],
      ['HT-7', 'Overdue payments', null, null],
      ['Acme', 'Overdue payments', null, null],
      ['Eve', 'No data yet', null, null],
    ]);
    expect(exceptions?.rows.map(({ value }) => value)).toEqual([
      0.5,
      expect.closeTo(0.85 / (20 / 22), 12),
      500,
      80,
      null,
    ]);
    expect(exceptions?.rowFormats).toEqual(['percent', 'percent', 'cents', 'cents', 'cents']);
  });

  it('pays everybody by the plan, with the achievement beside it, and says why somebody is not paid', () => {
    expect(statements?.rows).toEqual([
      { person: 'Anna', target: 1000, sales: 950, achievement: 0.95, pay: 19, note: null },
      { person: 'Ben', target: 1000, sales: 850, achievement: 0.85, pay: 17, note: null },
      { person: 'Clara', target: 1000, sales: 500, achievement: 0.5, pay: 10, note: null },
      {
        person: 'Dan',
        target: null,
        sales: 70,
        achievement: null,
        pay: null,
        note: 'there is no target, and the tiers count achievement',
      },
      { person: 'Eve', target: 1000, sales: null, achievement: null, pay: null, note: null },
    ]);
  });
});

describe('summary(report, language, unit)', () => {
  it('names the day while the month runs, what is overdue, and who cannot be paid', () => {
    expect(summary(report(TASK), 'en', 'USD').split('\n')).toEqual([
      'Sales summary, September 2025, as of 2025-09-26 (USD)',
      'Total 2,370 of 4,000, 59.3%; gap -1,630.',
      'People: 0 green, 2 amber, 1 red, 2 without data.',
      'Top performers: 1. Anna 950; 2. Ben 850; 3. Clara 500.',
      'Below target (red): Clara 50.0% (-500).',
      'Behind pace: Ben 93.5% (-150).',
      'Overdue payments: HT-7 500; Acme 80.',
      'No data yet: Eve.',
      'Commission can’t be calculated for Dan.',
    ]);
    const chinese = summary(report(TASK), 'zh', '元');
    expect(chinese).toContain('2025年9月销售简报，截至2025-09-26（元）');
    expect(chinese).toContain('逾期未回款：HT-7 500；Acme 80。');
    expect(chinese).toContain('无法计算提成：Dan。');
  });

  it('names eight of a kind and says how many more there are', () => {
    const rows = Array.from({ length: 10 }, (_, index) => ({
      person: `P${index}`,
      region: '',
      target: 1,
      actual: null,
    }));
    expect(summary(report({ ...TASK, rows, deals: [] }), 'en', 'USD')).toContain(
      'No data yet: P0; P1; P2; P3; P4; P5; P6; P7; 2 more.',
    );
    expect(summary(report({ ...TASK, rows: rows.slice(2), deals: [] }), 'zh', '元')).not.toContain('另有');
  });

  it('speaks of no lights where nobody has a target', () => {
    const rows = [{ person: 'Anna', region: '', target: null, actual: 950 }];
    expect(summary(report({ ...TASK, rows, deals: [], plan: undefined }), 'en', 'USD').split('\n')).toEqual([
      'Sales summary, September 2025, as of 2025-09-26 (USD)',
      'Total 950.',
      'Top performers: 1. Anna 950.',
    ]);
  });
});
