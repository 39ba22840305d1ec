export interface Measured {
  /** Median, in milliseconds. */
  readonly time: number;
  /** What the heap grew by from an empty start to the result, in megabytes: the engine's copy of the input included. */
  readonly memory: number;
}

const WARM_UPS = 2;
const RUNS = 9;
/** Slow work is repeated less often. */
const SLOW = 1000;
const SLOW_RUNS = 3;

export async function measure(run: () => unknown, heapBefore: number): Promise<Measured> {
  const first = await timed(run);
  const memory = (process.memoryUsage().heapUsed - heapBefore) / 2 ** 20;
  const slow = first > SLOW;
  for (let warmUp = 1; warmUp < WARM_UPS && !slow; warmUp++) await run();
  const times: number[] = [];
  for (let index = 0; index < (slow ? SLOW_RUNS : RUNS); index++) times.push(await timed(run));
  times.sort((a, b) => a - b);
  return { time: times[Math.floor(times.length / 2)] ?? first, memory: Math.max(0, memory) };
}

/** The heap after everything that nobody holds has gone. */
export function emptyHeap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

async function timed(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
