export interface Measured {
  /** Median, in milliseconds. */
  readonly time: number;
  /** What the heap grew by from an empty start to the result, in megabytes: the engine's copy of the input included. */
  readonly memory: number;
}

const WARM_UPS = 2;
const RUNS = 9;
/** Slow work is repeated less often, and very slow work not at all. */
const SLOW = 1000;
const SLOW_RUNS = 3;
const VERY_SLOW = 10_000;

/** Does the work once and answers with its milliseconds. */
export type Clock = () => number | Promise<number>;

export async function measure(clock: Clock, heapBefore: number): Promise<Measured> {
  const first = await clock();
  const memory = (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20;
  if (first > VERY_SLOW) return { time: first, memory: Math.max(0, memory) };
  const slow = first > SLOW;
  for (let warmUp = 1; warmUp < WARM_UPS && !slow; warmUp++) await clock();
  const times: number[] = [];
  for (let index = 0; index < (slow ? SLOW_RUNS : RUNS); index++) times.push(await clock());
  times.sort((a, b) => a - b);
  return { time: times[Math.floor(times.length / 2)] ?? first, memory: Math.max(0, memory) };
}

/** The heap after everything that nobody holds has gone. */
export function emptyHeap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** Milliseconds of one run. */
export function timed(run: () => unknown): number {
  const start = stopwatch();
  run();
  return start();
}

/** Milliseconds of this process' own processor time, so that what else the machine does counts little. */
export function stopwatch(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}
