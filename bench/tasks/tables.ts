import { COUNTIFS, ROUND, SUM } from '@formulajs/formulajs';
import { cohort } from '../../src/functions/cohort.ts';
import { split } from '../../src/functions/split.ts';
import { civilOf, serialOf } from '../../src/kernel/calendar.ts';
import type { KpiFunction } from '../../src/kernel/function.ts';
import { randomFrom } from '../random.ts';
import type { Task } from '../task.ts';

const TOTAL = 123_456_789;

/** A bare loop that is as exact: weights in cents, products below 2^53. */
function splitExactly(weights: number[][]): number[][] | string {
  const cents = new Float64Array(weights.length);
  let sum = 0;
  for (const [index, [weight = 0]] of weights.entries()) {
    const units = Math.round(weight * 100);
    if (weight < 0 || units / 100 !== weight) return '#VALUE!';
    cents[index] = units;
    sum += units;
  }
  const rests = new Float64Array(weights.length);
  let left = TOTAL;
  const shares = Array.from(cents, (units, index) => {
    const product = units * TOTAL;
    const share = Math.floor(product / sum);
    rests[index] = product - share * sum;
    left -= share;
    return share;
  });
  const bound = left > 0 ? (rests.slice().sort()[rests.length - left] ?? 0) : Number.POSITIVE_INFINITY;
  let ties = left;
  for (const rest of rests) if (rest > bound) ties--;
  return shares.map((share, index) => {
    const rest = rests[index] ?? 0;
    return [share + (rest > bound || (rest === bound && ties-- > 0) ? 1 : 0)];
  });
}

export function splitTask(rows: number): Task {
  const random = randomFrom(rows);
  const weights = Array.from({ length: rows }, () => [Math.round(random() * 1_000_000) / 100]);
  return {
    name: 'SPLIT',
    size: `${rows.toLocaleString('en')} cells`,
    kind: 'table',
    unlike: 'shares do not add up to the total',
    ours: () => split.call([TOTAL, weights]),
    budget: { bare: 2, hyperFormula: 1 / 8 },
    bare: () => splitExactly(weights),
    formulajs() {
      const sum = Number(SUM(weights));
      return weights.map(([weight = 0]) => ROUND((TOTAL * weight) / sum, 0));
    },
    sheet: {
      cells: weights.map(([weight = 0], row) => (row === 0 ? [weight, null, null, TOTAL] : [weight])),
      formulas: [
        { row: 0, column: 4, formula: `=SUM(A1:A${rows})` },
        ...weights.map((_, row) => ({ row, column: 1, formula: `=ROUND($D$1*A${row + 1}/$E$1,0)` })),
      ],
      edited: { row: 0, column: 3, other: TOTAL + 1 },
    },
  };
}

/** As many names as rows: the table is as long as the data. */
export function rankingTask(fn: KpiFunction, rows: number): Task {
  const random = randomFrom(rows);
  const names = Array.from({ length: rows }, (_, row) => [`Person ${row}`]);
  const values = Array.from({ length: rows }, () => [Math.round(random() * 1e8) / 100]);
  return {
    name: fn.name,
    size: `${rows.toLocaleString('en')} names`,
    kind: 'table',
    budget: { bare: 2 },
    ours: () => fn.call([names, values]),
    bare() {
      const totals = new Map<string, number>();
      for (const [row, [name = '']] of names.entries()) {
        const key = name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
        totals.set(key, (totals.get(key) ?? 0) + (values[row]?.[0] ?? 0));
      }
      const sorted = [...totals].sort((a, b) => b[1] - a[1]);
      const total = sorted.reduce((sum, [, value]) => sum + value, 0);
      return sorted.map(([name, value], index) => [index + 1, name, value, value / total]);
    },
  };
}

const MONTHS = 12;

export function cohortTask(rows: number): Task {
  const random = randomFrom(rows);
  const customers = Array.from({ length: rows }, () => [`Customer ${Math.floor(random() * rows * 0.2)}`]);
  const first = serialOf(2025, 1, 1);
  const dates = Array.from({ length: rows }, () => [first + Math.floor(random() * 365)]);
  const months = dates.map(([date = 0]) => civilOf(date).month);
  const earliest = new Map<string, number>();
  customers.forEach(([customer = ''], row) => {
    earliest.set(customer, Math.min(earliest.get(customer) ?? MONTHS, months[row] ?? MONTHS));
  });
  const cohorts = customers.map(([customer = '']) => earliest.get(customer) ?? 0);
  const pairs = Array.from({ length: MONTHS }, (_, cohort) =>
    Array.from({ length: MONTHS - cohort }, (_, later) => [cohort + 1, cohort + 1 + later] as const),
  ).flat();
  return {
    name: 'COHORT',
    size: `${rows.toLocaleString('en')} orders`,
    kind: 'table',
    unlike: 'cohorts given beforehand, orders counted instead of customers',
    ours: () => cohort.call([customers, dates]),
    bare: () => bareCohorts(customers, dates),
    formulajs: () => pairs.map(([cohort, month]) => COUNTIFS(cohorts, `=${cohort}`, months, `=${month}`)),
    sheet: {
      cells: customers.map(([customer = ''], row) => [customer, cohorts[row] ?? 0, months[row] ?? 0]),
      formulas: pairs.map(([cohort, month], row) => ({
        row,
        column: 4,
        formula: `=COUNTIFS(B$1:B$${rows},${cohort},C$1:C$${rows},${month})`,
      })),
      edited: { row: 0, column: 2, other: 12 },
    },
  };
}

function bareCohorts(customers: string[][], dates: number[][]): unknown {
  const bought = new Map<string, Set<number>>();
  for (let row = 0; row < customers.length; row++) {
    const customer = customers[row]?.[0];
    const date = dates[row]?.[0];
    if (customer === undefined || date === undefined) continue;
    if (typeof date !== 'number') return '#VALUE!';
    const { year, month } = civilOf(date);
    const key = customer.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
    const periods = bought.get(key);
    if (periods) periods.add(year * 12 + month);
    else bought.set(key, new Set([year * 12 + month]));
  }
  const cohorts = new Map<number, number[]>();
  for (const periods of bought.values()) {
    const first = Math.min(...periods);
    const counts = cohorts.get(first) ?? [];
    cohorts.set(first, counts);
    for (const period of periods) counts[period - first] = (counts[period - first] ?? 0) + 1;
  }
  return [...cohorts].sort(([a], [b]) => a - b).map(([, counts]) => counts.map(count => count / (counts[0] ?? 1)));
}
