import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commission } from '../../src/functions/commission.ts';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import { periodText } from '../../src/kernel/period.ts';
import type { Change } from '../../src/month/change/changeSet.ts';
import type { Request } from '../../src/month/change/locate.ts';
import type { Deal } from '../../src/month/import/deal.ts';
import { type Agreement, agreementChanges, dueCorrections, payStatements } from '../../src/month/pay/approvals.ts';
import { type PaidPeriod, payouts } from '../../src/month/pay/payLines.ts';
import { statementValues } from '../../src/month/pay/statementValues.ts';
import { type MonthSheets, placeIn } from '../../src/panel/views/month/monthSheets.ts';
import { payoutsIn } from '../../src/panel/views/month/pay/paying.ts';
import { payWords } from '../../src/panel/views/month/pay/payWords.ts';
import { personMonthsIn } from '../../src/panel/views/month/personMonths.ts';
import { decided, historyOf, type PreparedDeals, prepare } from '../../src/panel/views/month/planning.ts';
import { withPlans } from '../../src/panel/views/month/sheetPlans.ts';
import { belowHeadings } from '../../src/plan/namedColumns.ts';
import { paidDealNames, readPaidDeals } from '../../src/sheets/deals.ts';
import { readHistory } from '../../src/sheets/history.ts';
import { deals as template } from '../../src/templates/deals.ts';
import { history } from '../../src/templates/history.ts';
import { HOSTS, type Played } from '../support/allTemplates.ts';
import { deal } from '../support/deals.ts';
import { opsOf, specOf } from '../support/planning.ts';

const MONTH = 2026 * 12 + 2;
const of = (id: string, person: string, amount: number, day: string, given: Partial<Deal> = {}): Deal =>
  deal({ id, person, amount, closed: serialOfIso(day), month: 2026 * 12 + Number(day.slice(5, 7)) - 1, ...given });
const QUARTER = [
  of('A-1', 'Ann', 30_000, '2026-01-05', { product: 'Devices', customer: '=Harbour', manager: 'Zoe' }),
  of('A-2', 'Ben', 20_000.35, '2026-02-03', { product: 'Services' }),
  of('A-4', 'ann ', 50_000, '2026-03-09', { product: 'Services' }),
  of('A-3', 'Ann', 40_000, '2026-03-02', { product: 'Devices' }),
  of('007', '王芳', 90_000, '2026-03-31', { product: 'Devices' }),
  of('A-6', 'Ann', -20_000, '2026-03-31', { product: 'Devices' }),
  of('A-7', 'Ann', 9, '2026-03-31', { product: 'Devices', outcome: 'lost' }),
  of('A-8', 'Ann', 9, '2026-04-01', { product: 'Devices' }),
];

describe.each(Object.entries(HOSTS))('commission by deal from a file in %s', (_, start) => {
  let played: Played;
  beforeAll(async () => {
    played = await start();
  });
  afterAll(() => played.book.dispose());

  const look = async (deals: readonly Deal[]): Promise<[MonthSheets, PreparedDeals]> => {
    await played.book.settled();
    await played.book.calculated();
    const place = await placeIn(played.port, await played.port.inspect());
    const lists = { team: [], products: [] };
    return [place, await prepare({ place, deals, aliases: [], lists, month: MONTH }, {})];
  };
  const change = async (request: Request) => {
    const planned = await withPlans(request, played.port, '2026-04-02');
    if ('reason' in planned) throw new Error(planned.reason.en);
    return played.port.month.change(planned);
  };
  const apply = async (deals: readonly Deal[], more: { removes?: boolean; period?: string } = {}) => {
    const [place, prepared] = await look(deals);
    const newSheets = prepared.dealPeriods.filter(({ name, kind }) => name === more.period || kind === more.period);
    const { set } = decided({
      ...{ place, prepared, month: MONTH, closes: [], newSheets, removes: more.removes ?? false },
      ...{ source: 'file', today: '2026-04-02', language: 'en' },
    });
    return change({ is: 'apply', set });
  };
  const sheets = async () => [...(await look([]))[0].deals].sort((a, b) => a.start - b.start);
  const startOf = ({ sheet }: PreparedDeals['byDeal'][number]) => sheet.start;
  const byStart = ({ byDeal }: PreparedDeals) => [...byDeal].sort((a, b) => startOf(a) - startOf(b));

  it('makes a sheet of a quarter whose deals add up to everybody’s commission, and takes it back', async () => {
    const [, prepared] = await look(QUARTER);
    expect(prepared.dealPeriods.map(({ name, deals }) => [name, deals])).toEqual([
      ['2026-01', 1],
      ['2026-02', 1],
      ['2026-03', 4],
      ['2026-04', 1],
      ['2026-Q1', 6],
      ['2026-Q2', 1],
      ['2026-01 – 2026-04', 7],
    ]);
    expect(await apply(QUARTER, { period: '2026-Q1' })).toMatchObject({ conflicts: [], sheets: 1 });
    const [sheet] = await sheets();
    expect(sheet?.deals.map(({ cells }) => [cells.Number, cells.Person, cells.Amount, cells.Customer])).toEqual([
      ['A-1', 'Ann', 30_000, '=Harbour'],
      ['A-2', 'Ben', 20_000.35, null],
      ['A-3', 'Ann', 40_000, null],
      ['A-4', 'Ann', 50_000, null],
      ['007', '王芳', 90_000, null],
      ['A-6', 'Ann', -20_000, null],
    ]);
    expect(sheet?.products).toEqual(['Devices', 'Services']);
    expect(sheet?.people.map(({ person, manager, credited }) => [person, manager, credited])).toEqual([
      ['Ann', 'Zoe', 100_000],
      ['Ben', '', 20_000.35],
      ['王芳', '', 90_000],
    ]);
    expect(await change({ is: 'takeBack' })).toMatchObject({ conflicts: [] });
    expect(await sheets()).toEqual([]);
  });

  it('makes one for each quarter, and brings the next file to those that it is of', async () => {
    expect(await apply(QUARTER, { period: 'quarter' })).toMatchObject({ conflicts: [], sheets: 2 });
    const before = await sheets();
    expect(before.map(({ deals }) => deals.length)).toEqual([6, 1]);
    // The same again has nothing to write.
    const [, again] = await look(QUARTER);
    expect(
      byStart(again).map(({ added, changed, gone, same }) => [added.length, changed.length, gone.length, same]),
    ).toEqual([
      [0, 0, 0, 6],
      [0, 0, 0, 1],
    ]);
    expect(again.dealPeriods).toEqual([]);
    const next = [
      ...QUARTER.slice(0, 3),
      of('A-3', 'Ben', 41_000, '2026-03-02', { product: 'Devices' }),
      of('A-6', 'Ann', -20_000, '2026-03-31', { product: 'Devices' }),
      of('A-8', 'Ann', 9, '2026-04-01', { product: 'Devices' }),
      ...Array.from({ length: 80 }, (_, index) => of(`B-${index}`, 'Ann', 10 + index, '2026-03-30')),
    ];
    const [, seen] = await look(next);
    expect(byStart(seen)[0]).toMatchObject({
      changed: [{ columns: ['Person', 'Amount'] }],
      gone: [{ cells: { Number: '007' } }],
    });
    expect(await apply(next, { removes: true })).toMatchObject({ conflicts: [] });
    const after = await sheets();
    expect(after.map(({ deals }) => deals.length)).toEqual([85, 1]);
    const sum = next
      .filter(({ closed = 0 }) => closed < serialOfIso('2026-04-01'))
      .reduce((all, { amount }) => all + amount, 0);
    expect(after[0]?.people.reduce((all, { credited }) => all + (credited ?? 0), 0)).toBeCloseTo(sum, 6);
    expect(await change({ is: 'takeBack' })).toMatchObject({ conflicts: [] });
    expect(await sheets()).toEqual(before);
  });

  it('keeps what was approved, and books what a later file changes as a correction of the next period', async () => {
    const { port } = played;
    const closed = [
      { period: '2026-02-01', unitType: '个人', unit: '王芳', metric: 'Sales', actual: 7.5 },
      { period: '2026-01-01', unitType: 'person', unit: 'Ann', metric: 'Sales', target: 10, actual: 5 },
      { period: '2026-01-01', unitType: 'person', unit: 'Ann', metric: 'Deals', actual: 3 },
      { period: '2026-01-01', unitType: 'region', unit: 'East', metric: 'Sales', actual: 3 },
    ];
    const rows = { samples: false, rows: closed };
    await port.apply(opsOf(specOf(history, 'en', rows), 'en', port.dialect, await port.inspect()));
    // The plan model begins with what everybody sold.
    expect(await personMonthsIn(port, await port.inspect())).toEqual([
      { person: 'Ann', month: '2026-01-01', target: 10, sales: 5 },
      { person: '王芳', month: '2026-02-01', target: undefined, sales: 7.5 },
    ]);
    const pay = async (chosen: readonly (readonly [string, Agreement])[], books = false) => {
      const [place] = await look([]);
      const all = payoutsIn(place);
      const [payout] = all.filter(({ period }) => period === (books ? '2026-08' : '2026-07'));
      if (!payout || !place.history) throw new Error('nothing to pay');
      const read = historyOf(place);
      const statements = payStatements(payout, read);
      const corrections = books ? dueCorrections(all, payout, read) : [];
      const facts = { history: place.history, today: 46200, language: 'zh' } as const;
      const changes = agreementChanges({ payout, statements, chosen: new Map(chosen), corrections, ...facts });
      if (changes.length > 0)
        await change({ is: 'apply', set: { id: `pay ${Math.random()}`, title: payWords.none, changes } });
      const [after] = await look([]);
      return payStatements(payout, historyOf(after)).map(({ person, state, total }) => [person, state, total]);
    };
    // Who is paid by amounts needs no target.
    const own = { tiers: [{ from: 0, rate: 0.1 }], basis: 'amount', deals: [], samples: false };
    for (const [start, end] of [
      ['2026-07-01', '2026-07-31'],
      ['2026-08-01', '2026-08-31'],
    ]) {
      const people = [{ person: 'Ann' }, { person: '王芳' }];
      const spec = specOf(template, 'en', {
        ...own,
        start,
        end,
        people,
        products: [{ product: 'Devices', factor: 1 }],
      });
      await port.apply(opsOf(spec, 'en', port.dialect, await port.inspect()));
    }
    const july = [of('J-1', 'Ann', 1000, '2026-07-03'), of('J-2', '王芳', 500.55, '2026-07-04')];
    await apply([...july, of('J-3', 'Ann', 20, '2026-08-04')]);
    const agreement = { state: 'approved', remark: 'as told' } as const;
    expect(await pay([['ann', agreement]])).toEqual([
      ['Ann', 'approved', 100],
      ['王芳', 'draft', 50.06],
    ]);
    // A refund of the month that was paid.
    await apply([...july, of('J-4', 'Ann', -300, '2026-07-30'), of('J-3', 'Ann', 20, '2026-08-04')]);
    expect(await pay([])).toEqual([
      ['Ann', 'approved', 100],
      ['王芳', 'draft', 50.06],
    ]);
    expect(await pay([], true)).toEqual([
      ['Ann', 'draft', -28],
      ['王芳', 'draft', 0],
    ]);
    expect(await change({ is: 'takeBack' })).toMatchObject({ conflicts: [] });
    const [left] = await look([]);
    expect(
      dueCorrections(
        payoutsIn(left),
        payoutsIn(left).filter(({ period }) => period === '2026-08')[0] as PaidPeriod,
        historyOf(left),
      ),
    ).toMatchObject([{ person: 'Ann', amount: -30 }]);
  });

  it('makes a sheet of values for each statement, all of them or none, and takes them out again', async () => {
    const [{ deals }] = await look([]);
    const [payout] = payouts({ deals, paid: undefined, month: undefined, unit: '' }).filter(
      ({ period }) => period === '2026-07',
    );
    const sheet = deals.find(({ end }) => end === serialOfIso('2026-07-31'));
    if (!payout || !sheet) throw new Error('nothing to pay');
    const columns = belowHeadings(await played.port.month.columns(paidDealNames(sheet.prefix)), []);
    const shared = { period: periodText(payout.period), unit: 'USD', manager: '', language: 'en' } as const;
    const changes = payStatements(payout, readHistory([])).flatMap((statement, index): Change[] => {
      const planned = statementValues({ ...shared, statement, deals: readPaidDeals(sheet.prefix, columns) });
      return planned ? [{ kind: 'sheet', mark: `statement ${index}`, prefix: '', ...planned }] : [];
    });
    const before = (await played.port.inspect()).sheets;
    expect(await change({ is: 'apply', set: { id: 'statements', title: payWords.none, changes } })).toMatchObject({
      conflicts: [],
      sheets: 2,
    });
    const { sheets: after } = await played.port.inspect();
    expect(after.filter(name => !before.includes(name))).toEqual(['Statement Ann', 'Statement 王芳']);
    const { ours } = await played.port.inspect();
    const totals = ours.filter(({ template: id }) => id === 'statement').map(({ prefix }) => `${prefix}_Total`);
    await played.book.calculated();
    const read = await played.port.read(totals);
    expect(totals.map(name => read[name]?.[0]?.[0])).toEqual([70, 50.06]);
    expect(await change({ is: 'takeBack' })).toMatchObject({ conflicts: [] });
    expect((await played.port.inspect()).sheets).toEqual(before);
  });

  it('takes the place of the samples, and pays as the plan does', async () => {
    const start = { start: '2026-05-01', end: '2026-05-31' };
    await played.port.apply(
      opsOf(specOf(template, 'zh', start), 'zh', played.port.dialect, await played.port.inspect()),
    );
    const before = await sheets();
    const at = before.findIndex(({ start: first }) => first === serialOfIso(start.start));
    const team = before[at]?.people ?? [];
    const own = team.slice(0, 3).map(({ person }, index) => of(`M-${index}`, person, 500_000 + index, '2026-05-07'));
    const [, seen] = await look(own);
    expect(byStart(seen)[at]).toMatchObject({ samples: { length: 8 }, gone: [], added: { length: 3 } });
    await apply(own);
    const sheet = (await sheets())[at];
    expect(sheet?.deals.map(({ cells }) => cells.Number)).toEqual(['M-0', 'M-1', 'M-2']);
    const plan = [
      [0.8, 0.015, 0],
      [1, 0.02, 1000],
      [1.2, 0.03, 3000],
    ];
    expect(sheet?.people.slice(0, 3).map(({ pay }) => pay)).toEqual(
      sheet?.people.slice(0, 3).map(({ target }, index) => commission.call([500_000 + index, target, plan])),
    );
    await change({ is: 'takeBack' });
    expect(await sheets()).toEqual(before);
  });
});
