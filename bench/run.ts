/**
 * Side by side in one run, over the same inputs: ours, a bare loop written by hand, and what else there is.
 * --check exits with 1 where a budget is missed, --check sizes looks at the sizes only, --only NAME at one task.
 */
import { fileURLToPath } from 'node:url';
import { type Budget, loadTime, ratioBudgets, sizeBudgets } from './budgets.ts';
import { type Comparison, compare, ENGINES } from './compare.ts';
import { loadUniver } from './peers/bundled.ts';
import { milliseconds, table, times } from './table.ts';
import type { Task } from './task.ts';
import { achievementTask, commissionTask, marginalTask } from './tasks/incentives.ts';
import { csatTask, npsTask, repurchaseTask } from './tasks/lists.ts';
import { cohortTask, splitTask } from './tasks/tables.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const args = process.argv.slice(2);
const checking = args.includes('--check');
const sizesOnly = args.includes('sizes');
const only = args[args.indexOf('--only') + 1];
const wanted = args.includes('--only') && only ? (task: string) => task.startsWith(only) : () => true;

const TASKS: readonly (readonly [name: string, make: () => Task])[] = [
  ['NPS', () => npsTask(1_000_000)],
  ['CSAT', () => csatTask(1_000_000)],
  ['REPURCHASE', () => repurchaseTask(1_000_000, false)],
  ['REPURCHASE', () => repurchaseTask(2000, true)],
  ['COMMISSION', () => commissionTask(10_000)],
  ['COMMISSION', () => marginalTask(10_000)],
  ['ACHIEVEMENT', () => achievementTask(10_000)],
  ['SPLIT', () => splitTask(10_000)],
  ['COHORT', () => cohortTask(100_000)],
];

const budgets: Budget[] = [];
if (!args.includes('--only')) {
  const sizes = sizeBudgets(dist);
  budgets.push(...sizes);
  console.log('Sizes (npm run build first)\n');
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  console.log(
    table(
      ['What', 'Size', 'Budget'],
      sizes.map(({ what, value, most }) => [what, kilobytes(value), kilobytes(most)]),
    ),
  );
  console.log(`\nCode.js loads in a bare V8 context in ${milliseconds(loadTime(dist))} ms (median; budget 10 ms)\n`);
}
if (!sizesOnly) {
  const { openUniver } = await loadUniver();
  const comparisons: Comparison[] = [];
  for (const [name, make] of TASKS) {
    if (!wanted(name)) continue;
    comparisons.push(await compare(make(), openUniver));
  }
  print(comparisons);
  budgets.push(...ratioBudgets(comparisons));
}
const missed = budgets.filter(({ value, most }) => value > most);
for (const { what, value, most } of missed)
  console.error(`Budget missed: ${what}: ${value.toFixed(2)}, at most ${most}`);
if (checking && missed.length > 0) process.exitCode = 1;
process.exit();

function print(comparisons: readonly Comparison[]): void {
  const engines = Object.keys(ENGINES) as (keyof typeof ENGINES)[];
  const headings = ['Task', 'Over', ...engines.map(engine => ENGINES[engine])];
  const rows = (cell: (comparison: Comparison, engine: (typeof engines)[number]) => string | undefined) =>
    comparisons.map(comparison => [
      comparison.task,
      comparison.size,
      ...engines.map(engine => cell(comparison, engine) ?? '—'),
    ]);
  const tables: readonly (readonly [string, ReturnType<typeof rows>])[] = [
    [
      'Milliseconds of processor time (median)',
      rows(({ measured }, engine) => measured[engine] && milliseconds(measured[engine].time)),
    ],
    [
      'Time as a multiple of ours',
      rows(({ measured }, engine) =>
        measured[engine] && measured.ours ? times(measured[engine].time / measured.ours.time) : undefined,
      ),
    ],
    [
      'Megabytes that the heap grows by, copies of the input included',
      rows(({ measured }, engine) => measured[engine]?.memory.toFixed(1)),
    ],
  ];
  for (const [title, body] of tables) console.log(`${title}\n\n${table(headings, body, 2)}\n`);
  for (const { task, unlike, differences } of comparisons) {
    if (unlike) console.log(`${task}: the built-in formulas are the nearest there are (${unlike}).`);
    for (const difference of differences) console.log(`${task}: ${difference}`);
  }
}
