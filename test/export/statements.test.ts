import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sheetFiles } from '../../export/sheetFiles.ts';
import type { Cell } from '../../src/kernel/cell.ts';
import { periodText } from '../../src/kernel/period.ts';
import type { Language } from '../../src/kernel/text.ts';
import { payStatements } from '../../src/month/pay/approvals.ts';
import { payouts } from '../../src/month/pay/payLines.ts';
import { statementValues } from '../../src/month/pay/statementValues.ts';
import type { SheetSpec } from '../../src/plan/sheetSpec.ts';
import { readDealsSheet, readPaidDeals } from '../../src/sheets/deals.ts';
import { readHistory } from '../../src/sheets/history.ts';
import { deals as template } from '../../src/templates/deals.ts';
import { statement as statementTemplate } from '../../src/templates/statement.ts';
import { figuresOf, specOf } from '../support/planning.ts';

/** A team whose names are telling: none is a part of another, nor of any word. */
const TEAM = Array.from({ length: 35 }, (_, index) => `Qx${String.fromCharCode(65 + (index % 26))}zz${index + 10}`);
const NAMED = {
  People: {
    Payee: 'person',
    Manager: 'manager',
    Target: 'target',
    Credited: 'credited',
    Commission: 'commission',
    Spiffs: 'spiffs',
    Pay: 'pay',
  },
  Deals: {
    Date: 'date',
    Number: 'number',
    Customer: 'customer',
    Person: 'person',
    DealCredited: 'credited',
    Running: 'running',
    DealCommission: 'commission',
    DealSpiff: 'spiff',
  },
} as const;

/** The statements of a month of 35 people, as the pane makes them. */
function statementsOf(language: Language) {
  const lines = TEAM.flatMap((person, index) =>
    [0, 1, 2].map(deal => ({
      date: '2026-03-05',
      number: `No${person}${deal}`,
      customer: `=Customer of ${person}`,
      product: 'Devices',
      person,
      amount: 1000.37 * (index + 1) + 7 * deal,
    })),
  );
  const spec = specOf(template, language, {
    start: '2026-03-01',
    end: '2026-03-31',
    unit: 'USD',
    basis: 'amount',
    tiers: [
      { from: 0, rate: 0.0137 },
      { from: 40_000, rate: 0.0211 },
    ],
    mode: 'marginal',
    people: TEAM.map(person => ({ person, manager: `Boss of ${person}` })),
    products: [{ product: 'Devices', factor: 1, spiff: 3 }],
    deals: lines,
    samples: false,
  });
  const figures = figuresOf(spec, language);
  const column = (cells: readonly Cell[]) => ({ cells, formulas: [] });
  const named = Object.fromEntries(
    Object.entries(NAMED).flatMap(([table, names]) =>
      Object.entries(names).map(([name, key]) => [`D_${name}`, column(figures.column(table, key))] as const),
    ),
  );
  const sheet = readDealsSheet(
    'D',
    { ...named, D_Start: column([46082]), D_End: column([46112]) },
    { basis: 'amount' },
  );
  const [payout] = payouts({ deals: sheet ? [sheet] : [], paid: undefined, month: undefined, unit: 'USD' });
  if (!payout) throw new Error('nothing to pay');
  const statements = payStatements(payout, readHistory([]));
  const shared = { period: periodText(payout.period), unit: 'USD', deals: readPaidDeals('D', named), language };
  const specs = statements.map((statement): SheetSpec => {
    const planned = statementValues({ ...shared, statement, manager: `Boss of ${statement.person}` });
    const made = specOf(statementTemplate, language, planned?.values ?? {});
    return { ...made, name: { en: statement.person, zh: statement.person } };
  });
  return { statements, specs };
}

/** All texts of all parts of a workbook. */
function bytesOf(file: Uint8Array): string {
  return Object.values(unzipSync(file))
    .map(part => strFromU8(part))
    .join('\n');
}

describe.each(['en', 'zh'] as const)('statements as files of their own (%s)', language => {
  const { statements, specs } = statementsOf(language);

  it('add up to what the sheet pays, each from its own deals', () => {
    expect(statements).toHaveLength(35);
    const totals = specs.map(spec => figuresOf(spec, language).above('Lines', 'total', 'amount'));
    expect(totals).toEqual(statements.map(({ total }) => total));
    expect(specs[0]?.subtitle.en).toBe('What was earned deal by deal, and what is paid.');
    expect(totals.every(total => typeof total === 'number' && total > 9)).toBe(true);
    expect(specs.map(spec => figuresOf(spec, language).column('Deals', 'number').length)).toEqual(TEAM.map(() => 3));
  });

  it('hold no formula and nothing of anybody else', async () => {
    const files = await sheetFiles(specs, language);
    expect(Object.keys(files)).toEqual(TEAM.map(person => `${person}.xlsx`));
    for (const [index, file] of Object.values(files).entries()) {
      const text = bytesOf(file);
      const { total } = statements[index] ?? {};
      expect(text).toContain(String(total));
      expect(text).not.toMatch(/<f[ >]/);
      const others = TEAM.filter((person, other) => other !== index && text.includes(person));
      expect([TEAM[index], others]).toEqual([TEAM[index], []]);
    }
  });

  it('are told apart where two people have the same name, or one that no file may have', async () => {
    const [first] = specs;
    const named = (name: string): SheetSpec[] => (first ? [{ ...first, name: { en: name, zh: name } }] : []);
    const files = await sheetFiles([...named('Ann/Lee'), ...named('ann_lee'), ...named('王 芳')], language);
    expect(Object.keys(files)).toEqual(['Ann_Lee.xlsx', 'ann_lee 2.xlsx', '王 芳.xlsx']);
  });
});
