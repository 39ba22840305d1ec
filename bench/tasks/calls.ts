import { excelFunctions } from '../../addin/functions/run.ts';
import { cells } from '../../src/functions/cells.gen.ts';
import { randomFrom } from '../random.ts';
import type { Task } from '../task.ts';

/** What Excel hands over and takes back: ranges, each with arrays of its own. */
type Range = readonly (readonly unknown[])[];
type Call = (...given: readonly unknown[]) => unknown;

const PLAN: Range = [
  ['from', 'rate', 'bonus'],
  [0.5, 0.005, 1],
  [0.6, 0.01, 100],
  [0.8, 0.015, 500],
  [1, 0.02, 1000],
  [1.2, 0.03, 3000],
  [1.5, 0.04, 5000],
];
const CALENDAR: Range = Array.from({ length: 30 }, (_, week) => [45901 + week * 7, week % 3 === 0 ? 'work' : '']);

const fresh = (range: Range): Range => range.map(row => [...row]);
const one = (cell: unknown): Range => [[cell]];

/** A column of formulas as Excel calculates it: a call a row, each with its own copy of the plan or calendar. */
function callsTask(name: string, budget: number, bare: Call, given: (sales: number, target: number) => unknown[]) {
  return (rows: number): Task => {
    const random = randomFrom(rows);
    const calls = Array.from({ length: rows }, () =>
      given(1 + Math.round(random() * 20_000_000) / 100, 1000 * Math.ceil(50 + random() * 100)),
    );
    const run = excelFunctions(cells).get(name);
    if (!run) throw new ReferenceError(`there is no function ${name}`);
    const invocation = { parameterAddresses: ['Sheet1!A1', 'Sheet1!B1'] };
    const cellOf = (result: unknown): number | string => {
      const [[cell]] = result as [[number | string]];
      return cell;
    };
    return {
      name: `${name}, a call a row`,
      size: `${rows.toLocaleString('en')} calls`,
      kind: 'calls',
      budget: { bare: budget },
      ours: () => calls.map(args => [cellOf(run(...args, invocation))]),
      bare: () => calls.map(args => cellOf(bare(...args))),
    };
  };
}

export const commissionCalls = callsTask('COMMISSION', 10, bareCommission, (sales, target) => [
  one(sales),
  one(target),
  fresh(PLAN),
  ...[null, null, null, null, null],
]);

export const rateCalls = callsTask('COMMISSION_RATE', 8, bareRate, (sales, target) => [
  one(sales / target),
  fresh(PLAN),
]);

export const achievementCalls = callsTask('ACHIEVEMENT', 12, bareAchievement, (sales, target) => [
  one(sales),
  one(target),
  ...[null, null],
]);

export const paceCalls = callsTask('PACE', 12, barePace, (sales, target) => [
  one(sales),
  one(target),
  ...[45901, 45930, 45910].map(one),
  fresh(CALENDAR),
  null,
]);

function numberIn(range: unknown): number {
  const [[cell]] = range as [[unknown]];
  if (typeof cell !== 'number') throw new TypeError('#VALUE!');
  return cell;
}

function bareAchievement(actual: unknown, target: unknown): unknown {
  const [reached, aim] = [numberIn(actual), numberIn(target)];
  if (aim === 0) throw new RangeError('#DIV/0!');
  const share = reached / aim;
  return [[aim > 0 ? share : 2 - share]];
}

/** In whole cents and hundredths of a percent, and everything checked. */
function bareCommission(sales: unknown, target: unknown, plan: unknown): unknown {
  const [amount, aim] = [Math.round(numberIn(sales) * 100), Math.round(numberIn(target) * 100)];
  let [best, paid, extra] = [-1, 0, 0];
  for (const [from, rate, bonus] of (plan as Range).slice(1)) {
    if (typeof from !== 'number' || typeof rate !== 'number' || typeof bonus !== 'number')
      throw new TypeError('#VALUE!');
    const edge = Math.round(from * 1e4);
    if (amount * 1e4 < edge * aim || edge < best) continue;
    [best, paid, extra] = [edge, Math.round(rate * 1e4), Math.round(bonus * 100)];
  }
  if (best < 0) return [[0]];
  return [[Math.floor((amount * paid + extra * 1e4 + 5e3) / 1e4) / 100]];
}

function bareRate(achievement: unknown, plan: unknown): unknown {
  const shown = Number(numberIn(achievement).toPrecision(15));
  let [best, found] = [-1, 0];
  for (const [from, rate] of (plan as Range).slice(1)) {
    if (typeof from !== 'number' || typeof rate !== 'number') throw new TypeError('#VALUE!');
    if (shown >= from && from > best) [best, found] = [from, rate];
  }
  return [[found]];
}

function barePace(...given: unknown[]): unknown {
  const [actual = 0, target = 0, start = 0, end = 0, now = 0] = given.slice(0, 5).map(numberIn);
  const kinds = new Map((given[5] as Range).map(([day, kind]) => [day, kind]));
  let [all, past] = [0, 0];
  for (let day = start; day <= end; day++) {
    const kind = kinds.get(day);
    const isWorked = kind === undefined ? (day + 6) % 7 >= 1 && (day + 6) % 7 <= 5 : kind === 'work';
    if (!isWorked) continue;
    all++;
    if (day <= now) past++;
  }
  return [[actual / (past / all) / target]];
}
