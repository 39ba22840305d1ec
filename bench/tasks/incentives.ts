import { ROUND, SUMPRODUCT, VLOOKUP } from '@formulajs/formulajs';
import { achievement } from '../../src/functions/achievement.ts';
import { commission } from '../../src/functions/commission.ts';
import { clean } from '../../src/kernel/decimal.ts';
import { randomFrom } from '../random.ts';
import type { Task } from '../task.ts';

/** Six tiers by achievement: from, rate, bonus. */
export const PLAN: readonly (readonly [from: number, rate: number, bonus: number])[] = [
  [0, 0, 0],
  [0.6, 0.01, 0],
  [0.8, 0.015, 500],
  [1, 0.02, 1000],
  [1.2, 0.03, 3000],
  [1.5, 0.04, 5000],
];

export function people(rows: number) {
  const random = randomFrom(rows);
  const sales: (number | null)[][] = [];
  const targets: number[][] = [];
  for (let row = 0; row < rows; row++) {
    sales.push([random() < 0.01 ? null : Math.round(random() * 20_000_000) / 100]);
    targets.push([1000 * Math.ceil(50 + random() * 100)]);
  }
  return { sales, targets };
}

/** Sales, targets, and the plan beside the first rows. */
function cells(sales: (number | null)[][], targets: number[][], plan: readonly (readonly number[])[]) {
  return sales.map(([amount], row) => [amount ?? null, targets[row]?.[0] ?? null, null, null, ...(plan[row] ?? [])]);
}

type Tiers = readonly (readonly [from: number, rate: number, bonus: number])[];

/** What sales in cents pay, in cents: in tenths of the target and thousandths of the rate. */
export function centsOf(plan: Tiers, mode: 'whole' | 'marginal'): (paid: number, aim: number) => number {
  const from = plan.map(tier => Math.round(tier[0] * 10));
  const rate = plan.map(tier => Math.round(tier[1] * 1000));
  const bonus = plan.map(tier => Math.round(tier[2] * 100) * 10_000);
  let kept = 0;
  const below = rate.map((own, tier) => (kept += (from[tier] ?? 0) * ((rate[tier - 1] ?? 0) - own)));
  return (paid, aim) => {
    let tier = plan.length - 1;
    while (tier >= 0 && paid * 10 < (from[tier] ?? 0) * aim) tier--;
    if (tier < 0) return 0;
    const slices = mode === 'whole' ? 0 : aim * (below[tier] ?? 0);
    const units = slices + paid * 10 * (rate[tier] ?? 0) + (bonus[tier] ?? 0);
    const cents = Math.floor(units / 10_000);
    return (units - cents * 10_000) * 2 >= 10_000 ? cents + 1 : cents;
  };
}

/** A bare loop that is as exact, and checks everything. */
function payExactly(
  sales: (number | null)[][],
  targets: number[][],
  plan: Tiers,
  mode: 'whole' | 'marginal',
): (number | string | null)[][] {
  const pay = centsOf(plan, mode);
  return sales.map(([amount], row) => {
    const target = targets[row]?.[0];
    if (amount === null || amount === undefined) return [null];
    if (typeof amount !== 'number' || typeof target !== 'number' || target <= 0) return ['#VALUE!'];
    const [paid, aim] = [Math.round(amount * 100), Math.round(target * 100)];
    if (paid / 100 !== amount || aim / 100 !== target || paid > 1e11) return ['too fine'];
    return [pay(paid, aim) / 100];
  });
}

const COMMISSION_BUDGET = { bare: 6, hyperFormula: 1 / 3 };

export function commissionTask(rows: number): Task {
  const { sales, targets } = people(rows);
  const plan = PLAN.map(tier => [...tier]);
  return {
    name: 'COMMISSION, whole',
    size: `${rows.toLocaleString('en')} rows × ${PLAN.length} tiers`,
    kind: 'map',
    unlike: 'binary rounding',
    budget: COMMISSION_BUDGET,
    ours: () => commission.call([sales, targets, plan]),
    bare: () => payExactly(sales, targets, PLAN, 'whole'),
    formulajs: () =>
      sales.map(([amount], row) => {
        if (amount === null || amount === undefined) return '';
        const reached = amount / (targets[row]?.[0] ?? 0);
        return ROUND(amount * Number(VLOOKUP(reached, plan, 2, true)) + Number(VLOOKUP(reached, plan, 3, true)), 2);
      }),
    sheet: {
      cells: cells(sales, targets, PLAN),
      formulas: sales.map((_, index) => {
        const row = index + 1;
        const tier = (column: number) => `VLOOKUP(A${row}/B${row},$E$1:$G$6,${column},TRUE())`;
        return { row: index, column: 2, formula: `=IF(A${row}="","",ROUND(A${row}*${tier(2)}+${tier(3)},2))` };
      }),
      edited: { row: 5, column: 5, other: 0.05 },
      result: { row: 1, column: 2 },
    },
  };
}

export function marginalTask(rows: number): Task {
  const { sales, targets } = people(rows);
  const plan = PLAN.map(([from, rate]) => [from, rate]);
  // Each tier's rate above the one before: the slices' pay is a sum of products then.
  const steps = PLAN.map(([from, rate], index) => [from, rate - (PLAN[index - 1]?.[1] ?? 0)] as const);
  const froms = steps.map(([from]) => from);
  const rates = steps.map(([, rate]) => rate);
  return {
    name: 'COMMISSION, marginal',
    size: `${rows.toLocaleString('en')} rows × ${PLAN.length} tiers`,
    kind: 'map',
    unlike: 'binary rounding',
    budget: COMMISSION_BUDGET,
    ours: () => commission.call([sales, targets, plan, 'marginal']),
    bare: () =>
      payExactly(
        sales,
        targets,
        PLAN.map(([from, rate]) => [from, rate, 0]),
        'marginal',
      ),
    formulajs: () =>
      sales.map(([amount], row) => {
        if (amount === null || amount === undefined) return '';
        const target = targets[row]?.[0] ?? 0;
        const slices = froms.map(from => Math.max(0, amount - from * target));
        return ROUND(Number(SUMPRODUCT(slices, rates)), 2);
      }),
    sheet: {
      cells: cells(sales, targets, steps),
      formulas: sales.map((_, index) => {
        const row = index + 1;
        const edge = `$E$1:$E$6*B${row}`;
        return {
          row: index,
          column: 2,
          formula: `=IF(A${row}="","",ROUND(SUMPRODUCT((A${row}>${edge})*(A${row}-${edge})*$F$1:$F$6),2))`,
        };
      }),
      edited: { row: 5, column: 5, other: 0.05 },
      result: { row: 1, column: 2 },
    },
  };
}

export function achievementTask(rows: number): Task {
  const { sales, targets } = people(rows);
  return {
    name: 'ACHIEVEMENT',
    size: `${rows.toLocaleString('en')} rows`,
    kind: 'map',
    budget: { bare: 4 },
    ours: () => achievement.call([sales, targets, null, 1.25]),
    bare: () =>
      sales.map(([amount], row) => {
        const target = targets[row]?.[0];
        if (amount === null || amount === undefined) return [null];
        if (typeof amount !== 'number' || typeof target !== 'number') return ['#VALUE!'];
        const base = clean(target * 1.25);
        if (base === 0) return ['#DIV/0!'];
        const share = amount / base;
        return [base > 0 ? share : 2 - share];
      }),
    formulajs: () =>
      sales.map(([amount], row) => {
        if (amount === null || amount === undefined) return '';
        const base = (targets[row]?.[0] ?? 0) * 1.25;
        return 1 + (amount - base) / Math.abs(base);
      }),
    sheet: {
      cells: cells(sales, targets, [[1.25]]),
      formulas: sales.map((_, index) => {
        const row = index + 1;
        const base = `B${row}*$E$1`;
        return {
          row: index,
          column: 2,
          formula: `=IF(A${row}="","",1+(A${row}-${base})/ABS(${base}))`,
        };
      }),
      edited: { row: 0, column: 4, other: 1 },
      result: { row: 1, column: 2 },
    },
  };
}
