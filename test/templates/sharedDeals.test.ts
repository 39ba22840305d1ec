import { describe, expect, it } from 'vitest';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { initialValues } from '../../src/plan/template.ts';
import { credits } from '../../src/templates/credits.ts';
import { deals } from '../../src/templates/deals.ts';
import { insertedWithNeeds } from '../support/editContract.ts';
import { figuresOf, specOf, TODAY } from '../support/planning.ts';
import { reading } from '../support/sheetNames.ts';

const line = (number: string, person: string, role: string, share?: number) => ({ number, person, role, share });
const LINES = [
  line('D-1', 'Ann', 'owner'),
  line('D-1', 'Ben', 'split', 0.4),
  line('D-1', 'Cleo', 'overlay', 0.1),
  line('D-2', 'Ben', 'owner', 0.5),
  line('D-2', 'Ann', 'split', 0.4),
];
const deal = (number: string, person: string, amount: number, more = {}) => ({
  date: '2026-03-02',
  number,
  person,
  amount,
  ...more,
});
const WHOLE = ['Ann', 'Ben', 'Cleo'].map(person => deal('D-1', person, 1000.01, { product: 'Kit' }));
const GIVEN = {
  fromCredits: true,
  basis: 'amount',
  tiers: [{ from: 0, rate: 0.1 }],
  people: ['Ann', 'Ben', 'Cleo'].map(person => ({ person, manager: person === 'Cleo' ? undefined : 'Cleo' })),
  products: [{ product: 'Kit', factor: 1, spiff: 200 }],
  deals: WHOLE,
};
const figures = (changes: Readonly<Record<string, unknown>> = {}, lines = LINES, language: 'en' | 'zh' = 'en') =>
  figuresOf(
    reading(specOf(deals, 'en', { ...GIVEN, ...changes }), language, specOf(credits, language, { credits: lines })),
    'en',
  );

describe('deals that are shared', () => {
  it('credit 60, 40 and 10 on top, to the cent, and a SPIFF to whoever has a part of the deal itself', () => {
    const shown = figures();
    expect(shown.column('Deals', 'part')).toEqual([0.6, 0.4, 0.1]);
    expect(shown.column('Deals', 'role')).toEqual(['owner', 'split', 'overlay']);
    // 400.004 and 100.001 are rounded; the owner has the rest of 1,000.01.
    expect(shown.column('Deals', 'credited')).toEqual([600.01, 400, 100]);
    expect(shown.column('Deals', 'spiff')).toEqual([120, 80, 0]);
    expect(shown.column('Deals', 'pay')).toEqual([180, 120, 10]);
    expect(shown.above('Deals', 'check', 'counts')).toBe(0);
    expect(shown.above('Deals', 'check', 'part')).toBe(0);
    expect(shown.above('People', 'check', 'whole')).toBe(0);
  });

  it('add up whatever the shares, for a refund and a factor, too', () => {
    const thirds = [line('D-1', 'Ann', 'owner'), ...['Ben', 'Cleo'].map(each => line('D-1', each, 'split', 1 / 3))];
    const of = (amount: number, factor = 1) =>
      figures(
        {
          deals: WHOLE.map(each => ({ ...each, amount })),
          products: [{ product: 'Kit', factor, spiff: 100 }],
        },
        thirds,
      );
    expect(of(100).column('Deals', 'credited')).toEqual([33.34, 33.33, 33.33]);
    expect(of(-100).column('Deals', 'credited')).toEqual([-33.34, -33.33, -33.33]);
    expect(of(0.5, 0.1).column('Deals', 'credited')).toEqual([0.01, 0.02, 0.02]);
    expect(of(100).column('Deals', 'spiff')).toEqual([33.34, 33.33, 33.33]);
  });

  it('count for nobody as long as their credits are not finished, or somebody is not among them', () => {
    const rows = [deal('D-2', 'Ben', 500), deal('D-2', 'Ann', 500), deal('D-1', 'Zoe', 500), ...WHOLE];
    const people = [...GIVEN.people, { person: 'Zoe' }];
    const shown = figures({ deals: rows, people });
    expect(shown.column('Deals', 'counts').slice(0, 4)).toEqual([
      ...['✗ credits unfinished', '✗ credits unfinished', '✗ not in the credits'],
      // As long as somebody else has a row of it.
      '✗ rows of the deal differ',
    ]);
    expect(shown.column('Deals', 'part').slice(0, 4)).toEqual([0.5, 0.4, 0, 0.6]);
    expect(shown.column('Deals', 'pay').slice(0, 3)).toEqual(['', '', '']);
    expect(shown.above('Deals', 'check', 'counts')).toBe('✗ deals: 6');
  });

  it('count for nobody where the rows of a deal are not the same for all who share it', () => {
    const counts = (rows: readonly unknown[]) => figures({ deals: rows }).column('Deals', 'counts');
    // A refund beside one of them only, one of them twice, another amount.
    const [first, second] = WHOLE;
    const uneven = '✗ rows of the deal differ';
    expect(counts([...WHOLE, { ...first, amount: -1000.01 }])).toEqual([uneven, uneven, uneven, uneven]);
    expect(counts([...WHOLE, second])).toContain(uneven);
    expect(counts([first, { ...second, amount: 900 }, WHOLE[2]])).toContain(uneven);
    expect(figures({ deals: [...WHOLE, second] }).above('Deals', 'check', 'counts')).toMatch(/✗/);
    // All of them twice, as where the whole deal was refunded.
    const back = WHOLE.map(row => ({ ...row, amount: -row.amount }));
    expect(counts([...WHOLE, ...back])).toEqual(['yes', 'yes', 'yes', 'yes', 'yes', 'yes']);
  });

  it('are whole where the credits do not have them', () => {
    const shown = figures({ deals: [deal('D-9', 'Ann', 500), deal('D-8', 'Ben', 70, { product: 'Kit' })] });
    expect(shown.column('Deals', 'part')).toEqual([1, 1]);
    expect(shown.column('Deals', 'credited')).toEqual([500, 70]);
    expect(shown.column('Deals', 'spiff')).toEqual([0, 200]);
  });

  it('say who shares a deal that stands here and has no row of it', () => {
    expect(figures({ deals: WHOLE.slice(0, 1) }).above('Deals', 'check', 'part')).toBe('✗ credits without a row: 2');
    expect(figures({ deals: [deal('D-9', 'Ann', 5)] }).above('Deals', 'check', 'part')).toBe(0);
  });

  it('pay a manager for what the team is credited with, overlays included', () => {
    const people = ['Ann', 'Ben', 'Cleo'].map(person => ({ person, manager: 'Max' }));
    const managerTiers = [{ from: 0, rate: 0.01 }];
    const shown = figures({ people: [...people, { person: 'Max' }], managerTiers });
    expect(shown.column('People', 'teamSales')).toEqual(['', '', '', 1100.01]);
    expect(shown.column('People', 'override')).toEqual(['', '', '', 11]);
    expect(shown.column('People', 'pay')).toEqual([180, 120, 10, 11]);
  });

  it('are read from credits in the other language', () => {
    const lines = LINES.map(({ role, ...each }) => ({
      ...each,
      role: { owner: '主责', split: '分摊', overlay: '附加' }[role] ?? '',
    }));
    const shown = figures({}, lines, 'zh');
    expect(shown.column('Deals', 'credited')).toEqual([600.01, 400, 100]);
    expect(shown.column('Deals', 'role')).toEqual(['owner', 'split', 'overlay']);
  });

  it('are read where the workbook has a credits sheet', () => {
    const of = (names: readonly string[]) => initialValues(deals, { language: 'en', today: TODAY, names }).fromCredits;
    expect([of(['Credits_Number']), of(['Deals_Number']), of([])]).toEqual([true, false, false]);
  });

  it('are shown in the samples: a deal of three, and one that waits', () => {
    for (const language of ['en', 'zh'] as const) {
      const shown = figuresOf(
        reading(specOf(deals, language, { fromCredits: true }), language, specOf(credits, language)),
        language,
      );
      expect(shown.column('Deals', 'credited').slice(2, 5)).toEqual([240000, 160000, 40000]);
      expect(shown.above('Deals', 'check', 'counts')).toBe({ en: '✗ deals: 2', zh: '✗ 条：2' }[language]);
      const samples = figuresOf(specOf(deals, language, { fromCredits: true }), language);
      expect(samples.column('Deals', 'pay')).toEqual(shown.column('Deals', 'pay'));
    }
  });

  it.each([
    ['Excel', excelDialect],
    ['Google Sheets', sheetsDialect],
  ] as const)('follow each cell of both sheets (%s)', async (host, dialect) => {
    const own = { ...GIVEN, deals: [...WHOLE, deal('D-2', 'Ben', 500), deal('D-3', 'Ann', 70)] };
    const spec = specOf(deals, 'en', { ...own, managerTiers: [{ from: 0, rate: 0.01 }] });
    const { reader, needed, book } = await insertedWithNeeds(host, dialect, spec, each =>
      each.template === 'credits' ? specOf(credits, 'en', { credits: LINES }) : each,
    );
    const [shared] = needed;
    const inCredits = (at: number, key: string, cell: string | number | null) => () =>
      shared?.do({ is: 'type', table: 'Credits', at, key, cell });
    const inDeals = (at: number, key: string, cell: string | number | null) => () =>
      reader.do({ is: 'type', table: 'Deals', at, key, cell });
    for (const [step, edit] of [
      () => undefined,
      ...[inCredits(1, 'share', 1 / 3), inCredits(1, 'share', '12万'), inCredits(2, 'role', 'split')],
      ...[inDeals(0, 'number', null), inDeals(1, 'person', 'Ann'), inDeals(2, 'amount', '12万')],
      () => reader.do({ is: 'delete', table: 'Deals', at: 0 }),
      () => shared?.do({ is: 'insert', table: 'Credits', at: 0 }),
    ].entries()) {
      edit();
      await book.calculated();
      reader.read(Object.assign({}, ...needed.map(sheet => sheet.names('en'))));
      reader.compare('en', step);
    }
    book.dispose();
  });
});
