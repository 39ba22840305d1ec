import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { exportWorkbook } from '../../export/workbook.ts';
import { sheetsFor } from '../../scripts/export.ts';
import type { Language } from '../../src/kernel/text.ts';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import { initialValues } from '../../src/plan/template.ts';
import { credits } from '../../src/templates/credits.ts';
import { deals } from '../../src/templates/deals.ts';
import { incentive } from '../../src/templates/incentive.ts';
import { statement } from '../../src/templates/statement.ts';
import { insertedWithNeeds } from '../support/editContract.ts';
import { figuresOf, headlinesOf, only, opsOf, specOf, TODAY } from '../support/planning.ts';
import { reading } from '../support/sheetNames.ts';

const deal = (number: string, person: string, amount: number, more = {}) => ({
  date: '2026-03-02',
  number,
  customer: `Customer of ${number}`,
  person,
  amount,
  ...more,
});
const TIERS = [
  { from: 0, rate: 0.05 },
  { from: 0.5, rate: 0.08 },
  { from: 1, rate: 0.12 },
];
const GIVEN = {
  mode: 'marginal',
  tiers: TIERS,
  managerTiers: [{ from: 1, rate: 0.01 }],
  people: [
    { person: 'Ann', target: 100000, manager: 'Mia' },
    { person: 'Ben', target: 80000, manager: 'Mia' },
    { person: 'Mia' },
  ],
  products: [{ product: 'Kit', factor: 1, spiff: 250.5 }],
  deals: [
    deal('D-1', 'Ann', 30000),
    deal('D-2', 'Ben', 20000),
    deal('D-3', 'ann', 40000, { product: 'Kit', customer: undefined }),
    deal('D-4', 'Ann', 5, { date: '2026-01-31' }),
    deal('D-5', 'Ann', 50000, { date: undefined }),
    deal('D-6', 'Ben', 90000),
    deal('D-7', 'Ann', -20000),
  ],
};
const DEALS = specOf(deals, 'en', GIVEN);
const own = (person: string, more = {}) => specOf(statement, 'en', { person, samples: false, ...more });
const of = (person: string, more = {}, source = DEALS) => figuresOf(reading(own(person, more), 'en', source), 'en');
const paidIn = (source: typeof DEALS, person: string) => {
  const figures = figuresOf(source, 'en');
  return figures.column('People', 'pay')[figures.column('People', 'person').indexOf(person)];
};

describe('statement', () => {
  it('lists the deals of a person that count, in their order, with what each has earned', () => {
    const ann = of('Ann');
    const column = (key: string) => ann.column('Deals', key).slice(0, 5);
    expect(column('place')).toEqual([1, 3, 5, 7, '']);
    expect(column('number')).toEqual(['D-1', 'D-3', 'D-5', 'D-7', '']);
    expect(column('date')).toEqual([46083, 46083, '', 46083, '']);
    expect(column('customer')).toEqual(['Customer of D-1', '', 'Customer of D-5', 'Customer of D-7', '']);
    expect(column('credited')).toEqual([30000, 40000, 50000, -20000, '']);
    expect(column('running')).toEqual([30000, 70000, 120000, 100000, '']);
    expect(column('commission')).toEqual([1500, 2600, 4800, -2400, '']);
    expect(column('spiff')).toEqual([0, 250.5, 0, 0, '']);
    expect(column('pay')).toEqual([1500, 2850.5, 4800, -2400, '']);
    for (const key of ['number', 'customer', 'commission', 'spiff'])
      expect([key, ann.above('Deals', 'check', key)]).toEqual([key, 0]);
  });

  it('comes to what commission by deal pays the person, override included', () => {
    expect(of('Ann').above('Lines', 'total', 'amount')).toBe(6750.5);
    expect(of('Ben').above('Lines', 'total', 'amount')).toBe(8800);
    // 210,000 of 180,000: 30,000 above the target at 1%.
    expect(of('Mia').column('Lines', 'amount').slice(0, 3)).toEqual([0, 0, 300]);
    for (const person of ['Ann', 'Ben', 'Mia'])
      expect(of(person).above('Lines', 'total', 'amount')).toBe(paidIn(DEALS, person));
    expect([of('Ann').parameter('Manager'), of('Mia').parameter('Manager')]).toEqual(['Mia', 'Sales manager']);
  });

  it('adds draws and corrections with their reasons, and says what is taken back', () => {
    const extras = [
      { what: 'Draw', amount: -5000, note: 'Paid on the 15th' },
      { what: 'Correction', amount: 100.25, note: 'D-0' },
    ];
    expect(of('Ann', { extras }).above('Lines', 'total', 'amount')).toBe(1850.75);
    const spec = reading(own('Ann', { extras: [{ what: 'Draw', amount: -8000 }] }), 'en', DEALS);
    expect(figuresOf(spec, 'en').above('Lines', 'total', 'amount')).toBe(-1249.5);
    expect(headlinesOf(spec, 'en')).toEqual([0, 1249.5, 100000]);
    expect(headlinesOf(reading(own('Ann'), 'en', DEALS), 'en')).toEqual([6750.5, 0, 100000]);
  });

  it('takes prizes and team bonus from the incentive plan where there is one', () => {
    const plan = specOf(incentive, 'en', {
      samples: false,
      perHead: 500,
      teamFrom: 1,
      prizes: [{ prize: 300 }, { prize: 100 }],
      people: [
        { person: 'Ben', region: 'N', sales: 110000, target: 80000 },
        { person: 'Ann', region: 'N', sales: 100000, target: 100000 },
      ],
    });
    const ann = figuresOf(reading(own('Ann', { fromIncentive: true }), 'en', DEALS, plan), 'en');
    expect(ann.column('Lines', 'amount').slice(0, 5)).toEqual([6500, 250.5, 0, 100, 500]);
    expect(ann.above('Lines', 'total', 'amount')).toBe(7350.5);
    const on = (names: readonly string[]) =>
      initialValues(statement, { language: 'en', today: TODAY, names }).fromIncentive;
    expect([on(['Incentive_Prize']), on(['Deals_Payee'])]).toEqual([true, false]);
  });

  it('says whose deals do not all fit, who is not among the people, and who is there twice', () => {
    const short = of('Ann', { most: 3 });
    expect(short.above('Deals', 'check', 'number')).toBe('✗ not shown: 1');
    expect(short.above('Deals', 'check', 'commission')).toBe(2400);
    // What is paid is right, however many deals are shown.
    expect(short.above('Lines', 'total', 'amount')).toBe(6750.5);
    expect(of('Zoe').above('Deals', 'check', 'customer')).toBe('✗ not among the people');
    const twice = specOf(deals, 'en', { ...GIVEN, people: [...GIVEN.people, { person: 'Ann', target: 1 }] });
    expect(of('Ann', {}, twice).above('Deals', 'check', 'customer')).toBe('✗ rows alike');
  });

  it('follows shares of deals, to the cent', () => {
    const line = (person: string, role: string, share?: number) => ({ number: 'D-1', person, role, share });
    const shared = reading(
      specOf(deals, 'en', {
        ...GIVEN,
        fromCredits: true,
        deals: ['Ann', 'Ben', 'Mia'].map(person => deal('D-1', person, 33333.33, { product: 'Kit' })),
        people: [...GIVEN.people.slice(0, 2), { person: 'Mia', target: 1000 }],
      }),
      'en',
      specOf(credits, 'en', {
        credits: [line('Ann', 'owner'), line('Ben', 'split', 1 / 3), line('Mia', 'overlay', 0.1)],
      }),
    );
    for (const person of ['Ann', 'Ben', 'Mia']) {
      const figures = of(person, {}, shared);
      expect(figures.above('Lines', 'total', 'amount')).toBe(paidIn(shared, person));
      expect(figures.above('Deals', 'check', 'commission')).toBe(0);
    }
    expect(of('Ann', {}, shared).column('Deals', 'credited')[0]).toBe(22222.22);
    expect(of('Mia', {}, shared).column('Deals', 'credited')[0]).toBe(3333.33);
  });

  it('is made of typed lines as well, which come to the same', () => {
    const read = of('Ann');
    const cell = (key: string, row: number) => read.column('Deals', key)[row] || undefined;
    const lines = [0, 1, 2, 3].map(row => ({
      date: cell('date', row) && '2026-03-02',
      ...Object.fromEntries(
        ['number', 'customer', 'credited', 'running', 'commission', 'spiff'].map(key => [key, cell(key, row)]),
      ),
    }));
    const typed = own('Ann', {
      fromDeals: false,
      manager: 'Mia',
      period: '2026-03',
      unit: 'EUR',
      deals: lines,
      extras: [{ what: 'Rank prize', amount: 100 }],
    });
    expect(typed.needs).toBeUndefined();
    const figures = figuresOf(typed, 'en');
    expect(figures.above('Lines', 'total', 'amount')).toBe(6850.5);
    expect(figures.column('Deals', 'pay')).toEqual([1500, 2850.5, 4800, -2400]);
    expect(typed.parameters.map(({ value }) => value)).toEqual(['Ann', 'Mia', '2026-03', 'EUR']);
    expect(figures.column('Signatures', 'who')).toEqual(['Ann', 'Mia']);
  });

  it.each(['en', 'zh'] as const)('shows the sample person with both ways alike (%s)', (language: Language) => {
    const read = figuresOf(specOf(statement, language), language);
    const typed = figuresOf(specOf(statement, language, { fromDeals: false }), language);
    const inSheet = figuresOf(reading(specOf(statement, language), language, specOf(deals, language)), language);
    for (const key of ['number', 'running', 'commission', 'spiff', 'pay']) {
      expect(typed.column('Deals', key)).toEqual(read.column('Deals', key).slice(0, 4));
      expect(inSheet.column('Deals', key)).toEqual(read.column('Deals', key));
    }
    expect(typed.above('Lines', 'total', 'amount')).toBe(read.above('Lines', 'total', 'amount'));
  });

  it('is printed on one page', () => {
    const prints = only(opsOf(specOf(statement, 'en'), 'en', excelDialect), 'print');
    expect(prints).toEqual([{ op: 'print', orientation: 'portrait', onePage: true, titleRows: [0, 0] }]);
  });

  it('is one page of a file, and lists the deals there without the add-in', async () => {
    const { file } = await exportWorkbook(sheetsFor(statement, 'en', TODAY), 'en', 'native');
    const { sheets } = await readXlsx(file, { readStyles: true });
    const sheet = sheets.find(({ name }) => name === 'Statement');
    expect(sheet?.pageSetup).toMatchObject({ orientation: 'portrait', fitToWidth: 1, fitToHeight: 1 });
    const formulas = [...(sheet?.cells?.values() ?? [])].flatMap(({ formula }) => formula ?? []);
    expect(formulas.filter(formula => formula.includes('Deals_')).length).toBeGreaterThan(100);
    expect(formulas.filter(formula => /KPI/.test(formula))).toEqual([]);
  });

  it.each([
    ['Excel', excelDialect],
    ['Google Sheets', sheetsDialect],
  ] as const)('follows whom it is about, and the deals (%s)', async (host, dialect) => {
    const { reader, needed, book } = await insertedWithNeeds(host, dialect, own('Ann', { most: 4 }), each =>
      each.template === 'deals' ? DEALS : each,
    );
    const [sheet] = needed;
    for (const [step, edit] of [
      () => undefined,
      () => reader.do({ is: 'set', key: 'Person', cell: 'Ben' }),
      () => reader.do({ is: 'set', key: 'Person', cell: 'Mia' }),
      () => reader.do({ is: 'set', key: 'Person', cell: 'ann' }),
      () => reader.do({ is: 'type', table: 'Lines', at: 3, key: 'amount', cell: -7000 }),
      () => sheet?.do({ is: 'type', table: 'Deals', at: 2, key: 'person', cell: 'Ben' }),
      () => sheet?.do({ is: 'type', table: 'Deals', at: 0, key: 'amount', cell: '12万' }),
      () => sheet?.do({ is: 'delete', table: 'Deals', at: 0 }),
    ].entries()) {
      edit();
      await book.calculated();
      reader.read(Object.assign({}, ...needed.map(each => each.names('en'))));
      reader.compare('en', step);
    }
    book.dispose();
  });
});
