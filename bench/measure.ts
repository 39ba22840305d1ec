export interface Measured {
  /** Median, in milliseconds. */
  readonly time: number;
  /** What the heap grew by from an empty start to the result, in megabytes: the engine's copy of the input included. */
  readonly memory: number;
}

/** Milliseconds of work that is not counted: until then an engine of JavaScript makes code faster. */
const WARM_UP = 300;
/** Work that takes less is done several times over for one figure. */
const SHORT = 20;
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
  let last = first;
  for (let spent = 0; spent < WARM_UP && !slow; spent += last) last = await clock();
  const repeats = Math.max(1, Math.floor(SHORT / last));
  const once = async (): Promise<number> => {
    let time = 0;
    for (let repeat = 0; repeat < repeats; repeat++) time += await clock();
    return time / repeats;
  };
  const times: number[] = [];
  for (let index = 0; index < (slow ? SLOW_RUNS : RUNS); index++) times.push(await once());
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

/** The same of a run that may answer later. */
export function timedLater(run: () => unknown): number | Promise<number> {
  const start = stopwatch();
  const result = run();
  return result instanceof Promise ? result.then(start) : start();
}

/** Milliseconds of this process' own processor time, so that what else the machine does counts little. */
export function stopwatch(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
}
