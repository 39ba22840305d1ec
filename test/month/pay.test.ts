import { describe, expect, it } from 'vitest';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import type { Cell } from '../../src/kernel/cell.ts';
import { labelKey } from '../../src/kernel/label.ts';
import type { Change } from '../../src/month/change/changeSet.ts';
import { close, originOf } from '../../src/month/figures/history.ts';
import {
  type Agreement,
  agreementChanges,
  dueCorrections,
  payStatements,
  underTwoNames,
} from '../../src/month/pay/approvals.ts';
import { type PaidPeriod, payouts } from '../../src/month/pay/payLines.ts';
import { payrollCsv, payrollRows } from '../../src/month/pay/payroll.ts';
import type { DealsSheet, PaidByDeals } from '../../src/sheets/deals.ts';
import { HISTORY_COLUMNS, readHistory } from '../../src/sheets/history.ts';

const JUNE = 2026 * 12 + 5;
const TODAY = serialOfIso('2026-07-03');

const person = (name: string, pay: number | null, more: Partial<PaidByDeals> = {}): PaidByDeals => ({
  person: name,
  manager: '',
  target: null,
  credited: null,
  commission: pay,
  spiffs: 0,
  override: null,
  pay,
  ...more,
});
const sheetOf = (month: string, people: readonly PaidByDeals[], months = 1): DealsSheet => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const end = new Date(Date.UTC(year, number - 1 + months, 0)).toISOString().slice(0, 10);
  return {
    prefix: 'Deals',
    start: serialOfIso(`${month}-01`),
    end: serialOfIso(end),
    unit: 'USD',
    deals: [],
    people,
    products: [],
    basis: 'amount',
    faults: 0,
  };
};
const paidBy = (...deals: DealsSheet[]): PaidPeriod[] =>
  payouts({ deals, paid: undefined, month: undefined, unit: '' });

/** A history sheet that takes changes as a host writes them. */
class Sheet {
  cells: Cell[][] = [];

  get history() {
    return readHistory(this.cells);
  }

  write(changes: readonly Change[]): this {
    for (const change of changes) {
      if (change.kind === 'append') this.cells.push(...change.rows.map(row => [...row]));
      if (change.kind !== 'cells') continue;
      const column = HISTORY_COLUMNS.findIndex(name => change.name === `History_${name}`);
      for (const { row, before, after } of change.cells) {
        const line = this.cells[row] ?? [];
        expect(line[column] === '' ? null : line[column]).toEqual(before);
        line[column] = after;
      }
    }
    return this;
  }

  agree(payout: PaidPeriod, chosen: Readonly<Record<string, Agreement>>, all: readonly PaidPeriod[] = []): Change[] {
    return agreementChanges({
      payout,
      statements: payStatements(payout, this.history),
      chosen: new Map(Object.entries(chosen).map(([name, agreement]) => [labelKey(name), agreement])),
      corrections: dueCorrections(all, payout, this.history),
      history: { prefix: 'History', cells: this.cells },
      today: TODAY,
      language: 'en',
    });
  }
}
const approved = { state: 'approved', remark: '' } as const;

describe('payouts()', () => {
  const incentive = [
    { person: 'Ann', sales: 1, target: 1, prior: null, commission: 900, total: 5900.5 },
    { person: 'Cy', sales: 1, target: 1, prior: null, commission: 10, total: 510 },
    { person: 'Dee', sales: 1, target: 1, prior: null, commission: 10, total: 10 },
  ];

  it('pays by deals where there are some, with the prizes and bonuses of the month’s incentive sheet', () => {
    const deals = [sheetOf('2026-06', [person('ann', 1000, { spiffs: 200, commission: 800 }), person('Ben', 50)])];
    const [payout, ...others] = payouts({ deals, paid: incentive, month: JUNE, unit: 'usd' });
    expect(others).toEqual([]);
    expect(payout).toMatchObject({ period: '2026-06', by: 'deals', unit: 'USD', isPartial: false });
    expect(payout?.lines).toEqual([
      { person: 'ann', commission: 800, extras: 5200.5, pay: 6000.5 },
      { person: 'Ben', commission: 50, extras: 0, pay: 50 },
      { person: 'Cy', commission: 0, extras: 500, pay: 500 },
    ]);
  });

  it('pays by the incentive sheet in months without deals, and takes no other month’s prizes to the deals', () => {
    const deals = [sheetOf('2026-01', [person('Ann', 1000)], 3)];
    const found = payouts({ deals, paid: incentive, month: JUNE, unit: 'EUR' });
    expect(found.map(({ period, by, months }) => [period, by, months])).toEqual([
      ['2026-06', 'incentive', ['2026-06', '2026-06']],
      ['2026-03', 'deals', ['2026-01', '2026-03']],
    ]);
    expect(found[0]?.lines[0]).toEqual({ person: 'Ann', commission: 900, extras: 5000.5, pay: 5900.5 });
    expect(found[1]?.lines).toEqual([{ person: 'Ann', commission: 1000, extras: 0, pay: 1000 }]);
  });

  it('pays the prizes of a month that lies within a period of deals, and leaves its commission to the end', () => {
    const deals = [sheetOf('2026-05', [person('Ann', 1000)], 3)];
    const found = payouts({ deals, paid: incentive, month: JUNE, unit: 'USD' });
    expect(
      found.map(({ period, by, lines }) => [period, by, lines.map(({ person: name, pay }) => [name, pay])]),
    ).toEqual([
      ['2026-07', 'deals', [['Ann', 1000]]],
      [
        '2026-06',
        'incentive',
        [
          ['Ann', 5000.5],
          ['Cy', 500],
        ],
      ],
    ]);
    const old = incentive.map(({ commission: _, ...row }) => row);
    expect(payouts({ deals, paid: old, month: JUNE, unit: 'USD' })[1]).toMatchObject({ isPartial: true, lines: [] });
  });

  it('adds up no two units', () => {
    const sheet = sheetOf('2026-06', [person('Ann', 2), person('Ben', 3)]);
    const [mixed] = payouts({ deals: [{ ...sheet, unit: '万元' }], paid: incentive, month: JUNE, unit: '元' });
    expect(mixed?.units).toEqual(['万元', '元']);
    expect(mixed?.lines.map(({ person: name, pay }) => [name, pay])).toEqual([
      ['Ann', null],
      ['Ben', 3],
      ['Cy', null],
    ]);
    const two = paidBy({ ...sheet, unit: '万元' }, { ...sheet, unit: '元' });
    expect(two[0]?.lines.map(({ pay }) => pay)).toEqual([null, null]);
    expect(paidBy({ ...sheet, unit: 'USD' }, { ...sheet, unit: ' ' })[0]).toMatchObject({
      units: [],
      lines: [{ pay: 4 }, {}],
    });
  });

  it('adds up what ends in the same month, and says so', () => {
    const month = sheetOf('2026-03', [person('Ann', 1000.1), person('Ben', 5)]);
    const quarter = sheetOf('2026-01', [person('ann ', 0.2), person('Cy', null)], 3);
    expect(paidBy(month, quarter)).toMatchObject([
      {
        period: '2026-03',
        months: ['2026-01', '2026-03'],
        overlaps: true,
        lines: [
          { person: 'Ann', pay: 1000.3 },
          { person: 'Ben', pay: 5 },
          { person: 'Cy', pay: null },
        ],
      },
    ]);
    expect(paidBy(month)[0]?.overlaps).toBe(false);
  });

  it('knows no pay by achievement where there is no target, and counts the deals that count for nobody', () => {
    const [ann, ben] = [person('Ann', 0, { credited: 500 }), person('Ben', 0, { credited: 0 })];
    const sheet = sheetOf('2026-06', [ann, ben, person('Cy', 7, { credited: 5, target: 10 })]);
    const byAchievement = paidBy({ ...sheet, basis: 'achievement', faults: 2 })[0];
    expect(byAchievement?.lines.map(({ pay }) => pay)).toEqual([null, 0, 7]);
    expect(byAchievement?.faults).toBe(2);
    expect(paidBy(sheet)[0]?.lines.map(({ pay }) => pay)).toEqual([0, 0, 7]);
  });

  it('knows no pay of a name that stands in several rows, each of which has all of its deals', () => {
    const [june] = paidBy(sheetOf('2026-06', [person('Ann', 100), person('ann ', 100), person('Ben', 5)]));
    expect(june?.lines.map(({ person: name, pay }) => [name, pay])).toEqual([
      ['Ann', null],
      ['Ben', 5],
    ]);
    const twice = [...incentive, { ...incentive[0], person: 'ANN', total: 7 }] as typeof incentive;
    const [byPlan] = payouts({ deals: [], paid: twice, month: JUNE, unit: '' });
    expect(byPlan?.lines.map(({ person: name, pay }) => [name, pay])).toEqual([
      ['Ann', null],
      ['Cy', 510],
      ['Dee', 10],
    ]);
    const deals = [sheetOf('2026-06', [person('Ann', 1000)])];
    expect(payouts({ deals, paid: twice, month: JUNE, unit: '' })[0]?.lines[0]).toMatchObject({ pay: null });
  });

  it('says where an older incentive sheet does not tell commission apart, and has no figure for an error', () => {
    const old = incentive.map(({ commission: _, ...row }) => row);
    const deals = [sheetOf('2026-06', [person('Ann', null)])];
    expect(payouts({ deals, paid: old, month: JUNE, unit: '' })).toMatchObject([
      { isPartial: true, lines: [{ person: 'Ann', pay: null }] },
    ]);
    const wrong = incentive.map(row => ({ ...row, total: '#VALUE!' }));
    expect(payouts({ deals: [], paid: wrong, month: JUNE, unit: '' })[0]?.lines[0]).toMatchObject({ pay: null });
  });
});

describe('statements and their approval', () => {
  it('are drafts, are agreed on in the history, and leave its other rows alone', () => {
    const sheet = new Sheet();
    const [june] = paidBy(sheetOf('2026-06', [person('Ann', 100), person('Ben', 50), person('Cy', null)]));
    if (!june) throw new Error('no payout');
    expect(payStatements(june, sheet.history).map(({ state, total }) => [state, total])).toEqual([
      ['draft', 100],
      ['draft', 50],
      ['draft', null],
    ]);
    sheet.write(
      sheet.agree(june, { Ann: { state: 'questioned', remark: 'a deal is missing' }, Ben: approved, Cy: approved }),
    );
    expect(sheet.cells.map(row => [row[1], row[2], row[3], row[5], row[6], row[8]])).toEqual([
      ['person', 'Ann', 'Pay', 100, 'a deal is missing', 'questioned'],
      ['person', 'Ben', 'Pay', 50, '', 'approved'],
    ]);
    // The same again has nothing to write; another state goes where it stands.
    expect(sheet.agree(june, { Ben: approved })).toEqual([]);
    sheet.write(sheet.agree(june, { ANN: { state: 'approved', remark: 'clear' } }));
    expect(sheet.cells).toHaveLength(2);
    expect(payStatements(june, sheet.history)[0]).toMatchObject({ state: 'approved', remark: 'clear', total: 100 });
    // A close of the month's sales says nothing about what people are paid.
    const figure = {
      period: '2026-06',
      unitType: 'person',
      unit: 'Ben',
      metric: 'sales',
      target: 1,
      actual: 2,
    } as const;
    expect(close(sheet.history.rows, [figure], { source: 'x', closedAt: 1 })).toMatchObject({
      append: [figure],
      supersede: [],
    });
  });

  it('keep what was approved: the difference is booked once, in a later period, by name and sign', () => {
    const sheet = new Sheet();
    const before = paidBy(sheetOf('2026-06', [person('Ann', 1000), person('Ben', 50)]));
    const [june] = before;
    if (!june) throw new Error('no payout');
    sheet.write(sheet.agree(june, { Ann: approved }));
    // A refund, and a deal of June that came late: Ann has approved, Ben has not.
    const after = paidBy(
      sheetOf('2026-06', [person('Ann', 900.1), person('Ben', 40)]),
      sheetOf('2026-07', [person('Ann', 300), person('Ben', 60)]),
    );
    const [july, corrected] = after;
    if (!july || !corrected) throw new Error('no payout');
    expect(payStatements(corrected, sheet.history).map(({ total, due }) => [total, due])).toEqual([
      [1000, -99.9],
      [40, 0],
    ]);
    expect(dueCorrections(after, july, sheet.history)).toEqual([
      { person: 'Ann', of: '2026-06', before: 1000, after: 900.1, amount: -99.9 },
    ]);
    sheet.write(sheet.agree(july, {}, after));
    expect(payStatements(july, sheet.history).map(({ total }) => total)).toEqual([200.1, 60]);
    expect(payStatements(july, sheet.history)[0]?.corrections).toMatchObject([
      { metric: 'correction', actual: -99.9, source: '2026-06: 1,000 → 900.1' },
    ]);
    // Booked, it is due no more, in July or in August.
    expect(dueCorrections(after, july, sheet.history)).toEqual([]);
    const august = paidBy(sheetOf('2026-08', [person('Ann', 1)]))[0];
    expect(august && dueCorrections([...after, august], august, sheet.history)).toEqual([]);
    // And what changes again beyond it is.
    const again = paidBy(sheetOf('2026-06', [person('Ann', 950)]))[0];
    expect(again && august && dueCorrections([again, august], august, sheet.history)).toEqual([
      { person: 'Ann', of: '2026-06', before: 900.1, after: 950, amount: 49.9 },
    ]);
  });

  it('takes up corrections of several months, and none where the later statement is approved itself', () => {
    const sheet = new Sheet();
    const past = paidBy(sheetOf('2026-05', [person('Ann', 10)]), sheetOf('2026-06', [person('Ann', 20)]));
    for (const payout of past) sheet.write(sheet.agree(payout, { Ann: approved }));
    const now = paidBy(
      sheetOf('2026-05', [person('Ann', 11)]),
      sheetOf('2026-06', [person('Ann', 18)]),
      sheetOf('2026-07', [person('Ann', 5)]),
    );
    const [july] = now;
    if (!july) throw new Error('no payout');
    sheet.write(sheet.agree(july, {}, now));
    expect(payStatements(july, sheet.history)[0]).toMatchObject({ total: 4, corrections: { length: 2 } });
    sheet.write(sheet.agree(july, { Ann: approved }));
    expect(payStatements(july, sheet.history)[0]?.total).toBe(4);
    const later = paidBy(sheetOf('2026-05', [person('Ann', 12)]))[0];
    expect(later && dueCorrections([later, july], july, sheet.history)).toEqual([]);
  });

  it('has no figure where an approved amount is no number any more, rather than what the sheets say since', () => {
    const sheet = new Sheet();
    for (const june of paidBy(sheetOf('2026-06', [person('Ann', 1000)])))
      sheet.write(sheet.agree(june, { Ann: approved }));
    sheet.cells = sheet.cells.map(row => row.with(HISTORY_COLUMNS.indexOf('Actual'), '1,000'));
    const [june] = paidBy(sheetOf('2026-06', [person('Ann', 900)]));
    expect(june && payStatements(june, sheet.history)[0]).toMatchObject({ state: 'approved', total: null, due: 0 });
  });

  it('pays corrections to who is not among the people of the later period any more', () => {
    const sheet = new Sheet();
    for (const june of paidBy(sheetOf('2026-06', [person('Ann', 1000)])))
      sheet.write(sheet.agree(june, { Ann: approved }));
    const now = paidBy(sheetOf('2026-06', [person('Ann', 1100)]), sheetOf('2026-07', [person('Ben', 5)]));
    const [july] = now;
    if (!july) throw new Error('no payout');
    sheet.write(sheet.agree(july, {}, now));
    expect(payStatements(july, sheet.history).map(({ person: name, total }) => [name, total])).toEqual([
      ['Ben', 5],
      ['Ann', 100],
    ]);
    // It is agreed on as any other, and is not due again.
    sheet.write(sheet.agree(july, { Ann: approved }));
    expect(payStatements(july, sheet.history)[1]).toMatchObject({ person: 'Ann', state: 'approved', total: 100 });
    expect(dueCorrections(now, july, sheet.history)).toEqual([]);
  });

  it('pays who has left the sheet as was agreed', () => {
    const sheet = new Sheet();
    const [june] = paidBy(sheetOf('2026-06', [person('Ann', 100), person('Ben', 50)]));
    if (!june) throw new Error('no payout');
    sheet.write(sheet.agree(june, { Ben: approved }));
    const [left] = paidBy(sheetOf('2026-06', [person('Ann', 100)]));
    expect(left && payStatements(left, sheet.history)[1]).toMatchObject({
      person: 'Ben',
      line: undefined,
      total: 50,
      due: 0,
    });
  });

  it('ask whether who has left and who came for the same pay are one person: both would be paid', () => {
    const sheet = new Sheet();
    const [june] = paidBy(sheetOf('2026-06', [person('Ann Lee', 100), person('Ben', 50), person('Cy', 50)]));
    if (!june) throw new Error('no payout');
    expect(underTwoNames(payStatements(june, sheet.history))).toEqual([]);
    sheet.write(sheet.agree(june, { 'Ann Lee': approved, Ben: approved }));
    const [renamed] = paidBy(sheetOf('2026-06', [person('Ann Li', 100), person('Ben', 50), person('Cy', 50)]));
    if (!renamed) throw new Error('no payout');
    expect(underTwoNames(payStatements(renamed, sheet.history))).toEqual([{ before: 'Ann Lee', now: 'Ann Li' }]);
    sheet.write(sheet.agree(renamed, { 'Ann Li': approved }));
    expect(underTwoNames(payStatements(renamed, sheet.history))).toEqual([]);
  });
});

describe('originOf()', () => {
  it('is the month of a correction, whatever somebody wrote before or behind it', () => {
    expect(originOf('2026-06: 1,000 → 900.1')).toBe('2026-06');
    expect(originOf('refund of D-7; 2026-06: 1,000 → 900.1')).toBe('2026-06');
    expect(originOf('2026-06-30, late')).toBe('2026-06');
    expect(originOf('by agreement')).toBe('');
    expect(originOf('no. 12026-06')).toBe('');
  });
});

describe('payroll', () => {
  it('has everybody with the period, the currency and the team, and no text that becomes a formula', () => {
    const [june] = paidBy(sheetOf('2026-06', [person('=Ann', -5.5), person('Ben, "B"', 50), person('Cy', null)]));
    if (!june) throw new Error('no payout');
    const team = [{ person: 'ben, "b"', manager: '', team: 'North', region: '' }];
    const rows = payrollRows(june, payStatements(june, readHistory([])), team);
    expect(payrollCsv(rows, 'en')).toBe(
      'Salesperson,Period,Pay,Currency,Cost centre,State\r\n' +
        "'=Ann,2026-06,-5.5,USD,,draft\r\n" +
        '"Ben, ""B""",2026-06,50,USD,North,draft\r\n' +
        'Cy,2026-06,,USD,,draft\r\n',
    );
  });
});
