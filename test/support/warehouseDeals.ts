import type { DuckDBConnection } from '@duckdb/node-api';
import { labelKey } from '../../src/kernel/label.ts';
import { aggregate, type Figure } from '../../src/month/figures/aggregate.ts';
import { ExactSum } from '../../src/month/figures/exactSum.ts';
import type { Deal } from '../../src/month/import/deal.ts';
import { countedAmount } from '../../src/month/import/readRows.ts';
import { OWN_NAMES, type Source } from '../../src/warehouse/source.ts';

const hash = (salt: number, most: number): string => `(hash(i * 31 + ${salt}) % ${most})`;

/**
 * Deals of three years, the same in every run: 500 people in four spellings, blank people and payments, credit notes,
 * payments that are just the share that is needed, answers.
 */
export function dealsSql(rows: number): string {
  return `
    WITH raw AS (
      SELECT i, ${hash(1, 500)} p, ${hash(2, 5_000_000)} cents, ${hash(3, 1096)} d, ${hash(4, 10)} o, ${hash(5, 7)} capital,
             ${hash(6, 11)} spaced, ${hash(7, 13)} wide, ${hash(8, 100)} paid, ${hash(9, 14)} answer, ${hash(10, 97)} q
      FROM range(${rows}) t(i))
    SELECT
      CASE WHEN q = 1 THEN NULL WHEN wide = 0 THEN 'Ｓｅｌｌｅｒ　' || p WHEN spaced = 0 THEN ' Seller ' || p || ' '
           WHEN capital = 0 THEN 'SELLER ' || p WHEN p < 50 THEN '王芳' || p ELSE 'Seller ' || p END AS person,
      'Region ' || (p % 8) AS region,
      CASE WHEN o < 3 THEN 'Won' WHEN o < 8 THEN 'lost' ELSE 'open' END AS stage,
      DATE '2023-01-01' + CAST(d AS INTEGER) AS closed,
      CAST(CASE WHEN q = 0 THEN -1 ELSE 1 END * cents * 0.01 AS DECIMAL(18, 4)) AS amount,
      CASE WHEN paid < 10 THEN NULL WHEN paid < 20 THEN CAST(CASE WHEN q = 0 THEN -1 ELSE 1 END * cents * 0.01 * 0.3 AS DECIMAL(18, 4))
           ELSE CAST(CASE WHEN q = 0 THEN -1 ELSE 1 END * cents * 0.0001 * paid AS DECIMAL(18, 4)) END AS collected,
      CAST(q AS INTEGER) AS quantity,
      CAST(cents * 0.0053 AS DECIMAL(18, 4)) AS cost,
      CASE WHEN answer > 10 THEN NULL ELSE CAST(answer AS INTEGER) END AS score
    FROM raw`;
}

export const DEALS_SOURCE: Source = {
  ...OWN_NAMES,
  columns: { ...OWN_NAMES.columns, region: 'region', score: 'score' },
  minimumShare: 0.3,
};

export interface EngineFigure extends Omit<Figure, 'keys'> {
  readonly promoters: number;
  readonly detractors: number;
  readonly answers: number;
}

const FIGURES = ['amount', 'signed', 'collected', 'quantity', 'cost', 'deals', 'won', 'lost'] as const;
type FigureSums = Readonly<Record<(typeof FIGURES)[number], ExactSum>>;
/** More deals would not fit into memory. */
const AT_ONCE = 500_000;

function addFigures(sums: Map<string, FigureSums>, deals: readonly Deal[]): void {
  for (const figure of aggregate(deals, ['month', 'person'])) {
    const key = figureKey(figure.keys[0] ?? '', String(figure.keys[1]));
    const known = sums.get(key) ?? newSums();
    sums.set(key, known);
    for (const name of FIGURES) known[name].add(figure[name]);
  }
}

function newSums(): FigureSums {
  const [amount, signed, collected, quantity] = [new ExactSum(), new ExactSum(), new ExactSum(), new ExactSum()];
  const [cost, deals, won, lost] = [new ExactSum(), new ExactSum(), new ExactSum(), new ExactSum()];
  return { amount, signed, collected, quantity, cost, deals, won, lost };
}

function valuesOf(sums: FigureSums = newSums()): Omit<Figure, 'keys'> {
  const { amount, signed, collected, quantity, cost, deals, won, lost } = sums;
  return {
    amount: amount.value,
    signed: signed.value,
    collected: collected.value,
    quantity: quantity.value,
    cost: cost.value,
    deals: deals.value,
    won: won.value,
    lost: lost.value,
  };
}

/** The engine's own sums of the same deals, by month and person. */
export async function engineFigures(connection: DuckDBConnection, table: string): Promise<Map<string, EngineFigure>> {
  const result = await connection.stream(
    `SELECT COALESCE(person, ''), LOWER(stage), CAST(YEAR(closed) * 12 + MONTH(closed) - 1 AS INTEGER), CAST(amount AS DOUBLE),
            CAST(COALESCE(collected, 0) AS DOUBLE), quantity, CAST(cost AS DOUBLE), COALESCE(score, -1) FROM ${table}`,
  );
  const answers = new Map<string, { promoters: number; detractors: number; answers: number }>();
  const sums = new Map<string, FigureSums>();
  let deals: Deal[] = [];
  for (let chunk = await result.fetchChunk(); chunk && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    for (const row of chunk.getRows()) {
      const [person, stage, month, amount, collected, quantity, cost, score] = row;
      const deal = dealOf(String(person), String(stage), [month, amount, collected, quantity, cost].map(Number));
      const key = figureKey(deal.month ?? '', deal.person);
      const known = answers.get(key) ?? { promoters: 0, detractors: 0, answers: 0 };
      answers.set(key, known);
      if (Number(score) >= 0) known.answers++;
      if (Number(score) >= 9) known.promoters++;
      if (Number(score) >= 0 && Number(score) <= 6) known.detractors++;
      if (deal.outcome !== 'open') deals.push(deal);
    }
    if (deals.length < AT_ONCE) continue;
    addFigures(sums, deals);
    deals = [];
  }
  addFigures(sums, deals);
  const found = new Map<string, EngineFigure>();
  // Open deals belong to no figure, but may have an answer.
  for (const [key, counts] of answers) {
    const figure = sums.get(key);
    if (figure || counts.answers > 0) found.set(key, { ...valuesOf(figure), ...counts });
  }
  return found;
}

function dealOf(person: string, stage: string, figures: readonly number[]): Deal {
  const [month = 0, amount = 0, collected = 0, quantity = 0, cost = 0] = figures;
  const outcome = stage === 'won' || stage === 'lost' ? stage : 'open';
  const texts = { id: '', manager: '', team: '', region: '', product: '', customer: '', stage };
  const days = { created: undefined, closed: undefined, due: undefined };
  const counted = outcome === 'won' ? countedAmount(amount, collected, 0.3) : 0;
  return { row: 0, person, ...texts, ...days, outcome, month, amount, collected, counted, quantity, cost };
}

/** A month as a number, and a person in any spelling. */
function figureKey(month: number | string, person: string): string {
  return `${month}|${labelKey(person)}`;
}

export type ResultRow = Readonly<Record<string, unknown>>;

/** Rows of a result, with all spellings of a person as one. */
export function byLabel(rows: readonly ResultRow[]): Map<string, Record<string, number>> {
  const sums = new Map<string, Map<string, ExactSum>>();
  for (const row of rows) {
    const [year = 0, month = 0] = String(row.month).split('-').map(Number);
    const key = figureKey(year * 12 + month - 1, String(row.person ?? ''));
    const known = sums.get(key) ?? new Map<string, ExactSum>();
    sums.set(key, known);
    for (const [heading, value] of Object.entries(row)) {
      if (heading === 'month' || heading === 'person' || heading === 'region') continue;
      const sum = known.get(heading) ?? new ExactSum();
      known.set(heading, sum);
      sum.add(Number(value));
    }
  }
  return new Map(
    [...sums].map(([key, known]) => [
      key,
      Object.fromEntries([...known].map(([heading, sum]) => [heading, sum.value] as const)),
    ]),
  );
}

/** Figures that are not the engine's own, and how many were compared. */
export function differences(
  engine: ReadonlyMap<string, EngineFigure>,
  summed: ReadonlyMap<string, Readonly<Record<string, number>>>,
): { readonly compared: number; readonly differ: string[] } {
  const differ: string[] = [];
  let compared = 0;
  for (const [key, figure] of engine) {
    const { amount: sales, signed, collected, quantity, cost, deals, won, lost } = figure;
    const { promoters, detractors, answers } = figure;
    const passives = answers - promoters - detractors;
    const expected = {
      sales,
      signed,
      collected,
      quantity,
      cost,
      deals,
      won,
      lost,
      promoters,
      passives,
      detractors,
      answers,
    };
    for (const [heading, value] of Object.entries(expected)) {
      compared++;
      const other = summed.get(key)?.[heading];
      if (other !== value) differ.push(`${key} ${heading}: engine ${value}, SQL ${other}`);
    }
  }
  for (const key of summed.keys()) if (!engine.has(key)) differ.push(`${key}: not the engine's`);
  return { compared, differ };
}
