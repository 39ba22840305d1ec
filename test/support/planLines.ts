import type { Language } from '../../src/kernel/text.ts';

type Line = Readonly<Record<string, string | number>>;

/** One line for every list of a template, by its index. */
export const PLAN_LINES: Readonly<
  Record<string, (index: number, language: Language) => Readonly<Record<string, Line>>>
> = {
  analysis: index => ({ metrics: { metric: `Metric ${index}`, shown: index % 2 ? 'percent' : '金额', target: index } }),
  credits: (index, language) => ({
    credits: { number: `D-${index}`, person: `Person ${index}`, role: { en: 'owner', zh: '主责' }[language] },
  }),
  deals: index => ({
    people: { person: `Person ${index}`, target: 1000 },
    products: { product: `Product ${index}`, factor: 1, spiff: 5 },
    deals: {
      date: '2026-03-02',
      number: `D-${index}`,
      product: `Product ${index}`,
      person: `Person ${index}`,
      amount: 700 + (index % 600),
    },
  }),
  incentive: index => ({
    people: {
      person: `Person ${index}`,
      region: `Region ${index % 40}`,
      sales: 900 + (index % 500),
      target: 1000,
      prior: index,
    },
  }),
  interview: index => ({ metrics: { metric: `Figure ${index}`, shown: '数量', target: index } }),
  leaderboard: index => ({ people: { person: `Person ${index}`, m1: 100 + (index % 50), m3: index } }),
  people: index => ({
    people: { person: `Person ${index}` },
    results: {
      period: '2026-03-01',
      person: `Person ${index}`,
      won: 10 + (index % 7),
      lost: 9,
      sales: 900 + (index % 500),
      due: 100,
      collected: index % 100,
    },
  }),
  'plan-model': index => ({
    rows: { person: `Person ${index % 40}`, month: '2026-01-01', target: 1000, sales: 700 + (index % 600) },
  }),
  pipeline: (index, language) => ({
    opportunities: {
      number: `P-${index}`,
      customer: `Customer ${index}`,
      competitor: `Competitor ${index % 10}`,
      person: `Person ${index % 12}`,
      opened: '2026-01-05',
      stage: { en: 'Proposal', zh: '方案报价' }[language],
      entered: '2026-02-02',
      amount: 1000 + index,
      expected: '2026-03-01',
      ...(index % 3 === 0 ? { state: 'won', closed: '2026-03-03' } : { state: 'open' }),
    },
  }),
  statement: index => ({
    deals: { number: `D-${index}`, credited: 700, running: 700 * (index + 1), commission: 7, spiff: index % 3 },
    extras: { what: `Correction ${index}`, amount: index % 10, note: 'late' },
  }),
  review: index => ({ actions: { action: `Action ${index}`, importance: (index % 5) + 1, urgency: 3 } }),
  // One KPI carries the whole weight, so that any number of them adds up to 100 %.
  scorecard: (index, language) => ({
    kpis: {
      dimension: (language === 'zh' ? ['结果', '客户'] : ['Results', 'Customer'])[index % 2] ?? '',
      kpi: `KPI ${index}`,
      shown: 'number',
      direction: index % 3 ? 'higher' : '越低越好',
      weight: index === 0 ? 1 : 0,
      target: 10,
      gate: 0.5,
    },
  }),
};
