import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/functions/catalogue.gen.ts';
import { type Argument, type Cell, CellError, type Matrix } from '../src/kernel/cell.ts';
import { decimal, roundHalfAwayFromZero } from '../src/kernel/decimal.ts';
import type { KpiFunction } from '../src/kernel/function.ts';
import { column, rowsOf } from './support/column.ts';
import { day } from './support/days.ts';
import { readShared, sharedFolder, withoutShared } from './support/shared.ts';
import { openTwinBook, wrongTwins } from './support/twinBook.ts';
import { caseRows, layCase, type TwinCase } from './support/twins.ts';

type Inputs = Readonly<Record<string, unknown>>;

interface Oracle {
  readonly id: string;
  readonly kpi: string;
  readonly inputs: Inputs;
  readonly expected: unknown;
  readonly tolerance: number;
}

/** What others define otherwise, and how we do. */
const DEFINED_OTHERWISE: Readonly<Record<string, string>> = {
  'nps-peer-n': 'ignores scores off the scale; with us a score of 11 or −1 is #VALUE! with its position',
  'season-hp12c-cma': 'asks for the centred moving average, a step of SEASONAL_INDEX that is no function of its own',
};

/** Every call that the measures make, for their twins. */
const calls: { readonly fn: KpiFunction; readonly args: readonly Argument[] }[] = [];

const call = (name: string, ...args: readonly Argument[]): Cell | Matrix => {
  const fn = catalogue.find(candidate => candidate.name === name);
  if (!fn) throw new Error(`${name} is not in the catalogue`);
  calls.push({ fn, args });
  const result = fn.call(args);
  if (result instanceof CellError) throw new Error(`${name} answers ${result.code} ${result.message.en}`);
  return result;
};
const figure = (name: string, ...args: readonly Argument[]): number => Number(call(name, ...args));
const percent = (name: string, ...args: readonly Argument[]): number => 100 * figure(name, ...args);
const at = (inputs: Inputs, ...names: readonly string[]): number[] => names.map(name => Number(inputs[name] ?? 0));
const listOf = (inputs: Inputs, name: string): Matrix => column(...((inputs[name] as Cell[]) ?? []));
const repeat = (count: unknown, value: Cell): Cell[] => new Array<Cell>(Number(count)).fill(value);

/** Published percentages are as they were published, 85 for 85 %; ours are fractions. */
const MEASURES: Readonly<Record<string, (inputs: Inputs) => unknown>> = {
  achievement: inputs => percent('ACHIEVEMENT', ...at(inputs, 'actual', 'target')),
  achievement_pct_truncated: inputs => Math.trunc(percent('ACHIEVEMENT', ...at(inputs, 'actual', 'target'))),
  attainment_payout: ({ attainment, tiers }) =>
    percent('COMMISSION', Number(attainment), undefined, planOf(tiers), 'marginal', null, null, null, 10),
  cagr: inputs => percent('CAGR', ...at(inputs, 'start', 'end', 'periods')),
  churn_rate: inputs =>
    'lost' in inputs
      ? percent('CHURN', ...at(inputs, 'lost', 'start'))
      : 100 - percent('RETENTION', ...at(inputs, 'start', 'end', 'new')),
  collection_effectiveness: inputs =>
    percent('CEI', ...at(inputs, 'beginning', 'sales', 'ending_total', 'ending_current')),
  commission: commissionOf,
  commission_draw(inputs) {
    const rows = rowsOf(call('DRAW', listOf(inputs, 'earnings'), Number(inputs.draw))).slice(1);
    return { paid: rows.map(row => row[2]), balance: rows[rows.length - 1]?.[3] };
  },
  csat: inputs =>
    'scores' in inputs
      ? percent('CSAT', listOf(inputs, 'scores'), 5, Number(inputs.threshold))
      : percent(
          'CSAT',
          column(...repeat(inputs.satisfied, 5), ...repeat(Number(inputs.total) - Number(inputs.satisfied), 1)),
        ),
  dso: inputs => figure('DSO', ...at(inputs, 'receivables', 'sales', 'days')),
  funnel_overall_conversion: inputs => 100 * Number(funnelOf(inputs).pop()?.[3]),
  funnel_stage_conversion: inputs =>
    funnelOf(inputs)
      .slice(1)
      .map(row => 100 * Number(row[2])),
  growth: inputs => percent('GROWTH', ...at(inputs, 'current', 'previous')),
  growth_abs_base: inputs => percent('GROWTH', ...at(inputs, 'current', 'previous')),
  grr: inputs => percent('GRR', ...at(inputs, 'start', 'churned', 'contraction')),
  market_share: inputs => percent('MARKET_SHARE', ...at(inputs, 'company', 'market')),
  nps: inputs =>
    figure(
      'NPS',
      'scores' in inputs
        ? listOf(inputs, 'scores')
        : column(...repeat(inputs.promoters, 9), ...repeat(inputs.passives, 7), ...repeat(inputs.detractors, 6)),
    ),
  nrr: inputs => percent('NRR', ...at(inputs, 'start', 'churned', 'contraction', 'expansion')),
  quick_ratio: inputs => figure('QUICK_RATIO', ...at(inputs, 'new', 'expansion', 'churned', 'contraction')),
  repurchase_rate({ repeat: again, total }) {
    const names = Array.from({ length: Number(total) }, (_, index) => `customer ${index}`);
    return percent('REPURCHASE', column(...names, ...names.slice(0, Number(again))));
  },
  retention_rate: ({ start, lost }) => percent('RETENTION', Number(start), Number(start) - Number(lost)),
  round_half_up: ({ x, digits }) => Number(roundHalfAwayFromZero(decimal(Number(x)), Number(digits))),
  run_rate({ to_date, elapsed, total_periods }) {
    const start = day('2025-01-01');
    const [end, asOf] = [start + Number(total_periods) - 1, start + Number(elapsed) - 1];
    return figure('RUN_RATE', Number(to_date), start, end, asOf, null, 'all');
  },
  sales_cycle({ total_days, deals_count }) {
    const opened = day('2025-01-01');
    const closed = opened + Number(total_days) / Number(deals_count);
    return figure('SALES_CYCLE', column(...repeat(deals_count, opened)), column(...repeat(deals_count, closed)));
  },
  sales_velocity: inputs =>
    figure('SALES_VELOCITY', ...at(inputs, 'opportunities', 'win_rate', 'avg_deal', 'cycle_days')),
  seasonal_index: inputs => firstColumn(call('SEASONAL_INDEX', listOf(inputs, 'series'), Number(inputs.period))),
  share_change_bps: inputs =>
    1e4 *
    (figure('MARKET_SHARE', ...at(inputs, 'company_now', 'market_now')) -
      figure('MARKET_SHARE', ...at(inputs, 'company_before', 'market_before'))),
  target_split({ total, weights, decimals = 0 }) {
    const unit = Number(`1e-${Number(decimals)}`);
    return firstColumn(call('SPLIT', Number(total), column(...(weights as unknown[]).map(Number)), unit));
  },
  // SCORE without its limits is the weighted mean; amounts are given as shares of a million, since no achievement is 50.
  weighted_average(inputs) {
    const shares = listOf(inputs, 'values').map(line => line.map(value => Number(value) / 1e6));
    const mean = figure('SCORE', shares, listOf(inputs, 'weights'), 1e9, -1e9);
    return typeof mean === 'number' ? 1e6 * mean : mean;
  },
  weighted_pipeline: inputs => figure('WEIGHTED_PIPELINE', listOf(inputs, 'amounts'), listOf(inputs, 'probabilities')),
  // The sources take z = 1.96 exactly; this is the confidence that has it.
  wilson_interval: inputs => rowsOf(call('RATE_INTERVAL', ...at(inputs, 'successes', 'n'), 0.9500042097035591))[0],
  win_rate: ({ won, lost, total }) => percent('WIN_RATE', Number(won), Number(total ?? Number(won) + Number(lost))),
};

function planOf(tiers: unknown): Matrix {
  return (tiers as readonly { readonly from: number; readonly rate: number }[]).map(({ from, rate }) => [from, rate]);
}

/** Sources name tiers paid slice by slice in several ways; what they name retroactive is our "whole". */
function commissionOf(inputs: Inputs): number {
  const { sales, mode, tiers, rate, quota, threshold, bonus, base } = inputs;
  const decimals = Number(inputs.round ?? 10);
  const pay = (target: Argument, plan: Matrix, kind: string): number =>
    figure('COMMISSION', Number(sales), target, plan, kind, null, null, null, decimals);
  if (mode === 'flat') return pay(undefined, [[0, Number(rate), Number(bonus ?? base ?? 0)]], 'whole');
  if (mode === 'threshold') return pay(Number(quota), [[Number(threshold), Number(rate)]], 'whole');
  if (mode === 'quota_marginal') {
    return pay(Number(quota), [...planOf(tiers), [Number(inputs.max_attainment), 0]], 'marginal');
  }
  return pay(undefined, planOf(tiers), mode === 'retroactive' ? 'retroactive' : 'marginal');
}

function funnelOf(inputs: Inputs): Cell[][] {
  const counts = listOf(inputs, 'stages');
  const stages = column(...counts.map((_, index) => `stage ${index + 1}`));
  return rowsOf(call('FUNNEL', stages, counts))
    .slice(1)
    .map(row => [...row]);
}

function firstColumn(result: Cell | Matrix): (Cell | undefined)[] {
  return rowsOf(result).map(([cell]) => cell);
}

/** Compares figures within the tolerance, in lists and records too. */
function expectWithin(actual: unknown, expected: unknown, tolerance: number): void {
  if (typeof expected === 'number') {
    expect(typeof actual).toBe('number');
    // The last digits of binary arithmetic, on top of what the source allows.
    expect(Math.abs(Number(actual) - expected)).toBeLessThanOrEqual(
      tolerance + 1e-12 * Math.max(1, Math.abs(expected)),
    );
  } else if (typeof expected === 'object' && expected !== null) {
    expect(Object.keys(Object(actual))).toEqual(Object.keys(expected));
    for (const [key, value] of Object.entries(expected)) expectWithin((actual as Inputs)[key], value, tolerance);
  } else expect.fail(`a kind of expected value that is not known: ${String(expected)}`);
}

describe.skipIf(sharedFolder === undefined)(`published figures${withoutShared}`, () => {
  const oracles = sharedFolder === undefined ? [] : (JSON.parse(readShared('data/oracles.json')) as readonly Oracle[]);

  it('are there, and each is either measured or defined otherwise', () => {
    expect(oracles.length).toBeGreaterThanOrEqual(100);
    const unknown = oracles.filter(({ id, kpi }) => !(kpi in MEASURES) && !(id in DEFINED_OTHERWISE));
    expect(unknown.map(({ id, kpi }) => `${id}: ${kpi}`)).toEqual([]);
    for (const id of Object.keys(DEFINED_OTHERWISE)) expect(oracles.map(oracle => oracle.id)).toContain(id);
  });

  it.each(oracles.filter(({ id }) => !(id in DEFINED_OTHERWISE)).map(oracle => [oracle.id, oracle] as const))(
    '%s comes out',
    (_, { kpi, inputs, expected, tolerance }) => {
      expectWithin(MEASURES[kpi]?.(inputs), expected, tolerance);
    },
  );

  it('come out by the twins too, computed by another engine', async () => {
    calls.length = 0;
    for (const { id, kpi, inputs } of oracles) if (!(id in DEFINED_OTHERWISE)) MEASURES[kpi]?.(inputs);
    const cases = new Map<KpiFunction, TwinCase[]>();
    let rows = 0;
    for (const { fn, args } of calls) {
      const longest = Math.max(1, ...args.map(argument => (Array.isArray(argument) ? argument.length : 1)));
      const list = cases.get(fn) ?? [];
      // The cases of a function stand at equal distances: a longer one is a sheet's only one.
      const laid = longest <= caseRows(fn) ? layCase(fn, { args, sound: args }, list.length * caseRows(fn)) : undefined;
      if (laid) cases.set(fn, [...list, laid]);
      rows += laid ? 1 : 0;
    }
    expect(cases.size).toBeGreaterThan(15);
    expect(rows).toBeGreaterThan(60);
    const book = openTwinBook(cases);
    for (const [fn, list] of cases) expect([fn.name, await wrongTwins(book, fn, list)]).toEqual([fn.name, []]);
    book.dispose();
  });
});
