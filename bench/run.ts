/**
 * Side by side in one run, over the same inputs: ours, a bare loop written by hand, and what else there is.
 * --check exits with 1 where a budget is missed, --check sizes looks at the sizes only, --only NAME at one task.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Budget, coldCommissionTime, loadTime, ratioBudgets, sizeBudgets } from './budgets.ts';
import { type Comparison, ENGINES } from './compare.ts';
import { milliseconds, table, times } from './table.ts';
import { TASKS } from './tasks/all.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const args = process.argv.slice(2);
const only = args.includes('--only') ? args[args.indexOf('--only') + 1] : undefined;
const budgets: Budget[] = [];
/** Of the processor's own time. */
const LOAD_MILLISECONDS = 10;
const COLD_ROWS = 10_000;
/** 60 on a quiet machine. */
const COLD_MILLISECONDS = 90;

if (only === undefined) {
  const sizes = sizeBudgets(dist);
  budgets.push(...sizes);
  console.log(`Sizes of what npm run build has written\n\n${sizeTable(sizes)}\n`);
  const load = loadTime(dist);
  console.log(`The scripts for Sheets load in a bare V8 context in ${milliseconds(load)} ms (median; budget 10 ms).\n`);
  budgets.push({ what: 'Google Sheets, loading, ms', value: load, most: LOAD_MILLISECONDS });
  if (!args.includes('sizes')) {
    const cold = coldCommissionTime(dist, COLD_ROWS);
    console.log(
      `KPI_COMMISSION over ${COLD_ROWS} rows takes ${milliseconds(cold)} ms in a script just loaded (median).\n`,
    );
    budgets.push({ what: 'Code.js, cold, COMMISSION', value: cold, most: COLD_MILLISECONDS });
  }
}
if (!args.includes('sizes')) {
  const comparisons: Comparison[] = [];
  for (const [index, { name }] of TASKS.entries()) {
    if (only === undefined || name.startsWith(only)) comparisons.push(await apart(index));
  }
  print(comparisons);
  budgets.push(...ratioBudgets(comparisons));
}
const missed = budgets.filter(({ value, most }) => value > most);
for (const { what, value, most } of missed) {
  console.error(`Budget missed: ${what}: ${value.toFixed(2)}, at most ${most.toFixed(2)}`);
}
if (args.includes('--check') && missed.length > 0) process.exitCode = 1;

/** Every task in a process of its own, so that none runs on the heap that the one before has left. */
function apart(task: number): Promise<Comparison> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL('one.ts', import.meta.url)), [String(task)]);
    child.once('message', message => resolve(message as Comparison));
    child.once('exit', code => reject(new Error(`the task ended with ${code} and without a result`)));
  });
}

function sizeTable(sizes: readonly Budget[]): string {
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;
  const rows = sizes.map(({ what, value, most }) => [what, kilobytes(value), kilobytes(most)]);
  return table(['What', 'Size', 'Budget'], rows);
}

function print(comparisons: readonly Comparison[]): void {
  const engines = Object.keys(ENGINES) as (keyof typeof ENGINES)[];
  const show = (
    title: string,
    cell: (comparison: Comparison, engine: (typeof engines)[number]) => string | undefined,
  ) => {
    const rows = comparisons.map(comparison => [
      comparison.task,
      comparison.size,
      ...engines.map(engine => cell(comparison, engine) ?? '—'),
    ]);
    console.log(`${title}\n\n${table(['Task', 'Over', ...engines.map(engine => ENGINES[engine])], rows, 2)}\n`);
  };
  show(
    'Milliseconds of processor time (median)',
    ({ measured }, engine) => measured[engine] && milliseconds(measured[engine].time),
  );
  show('Time as a multiple of ours', ({ measured }, engine) =>
    measured[engine] && measured.ours ? times(measured[engine].time / measured.ours.time) : undefined,
  );
  show('Megabytes that the heap grows by, copies of the input included', ({ measured }, engine) =>
    measured[engine]?.memory.toFixed(1),
  );
  for (const { task, unlike, against, differences } of comparisons) {
    if (against) console.log(`${task}: what stands under “${ENGINES.bare}” is ${against}.`);
    if (unlike) console.log(`${task}: the peers do the nearest that they can (${unlike}).`);
    for (const difference of differences) console.log(`${task}: ${difference}.`);
  }
}
