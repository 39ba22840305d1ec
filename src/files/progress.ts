/** What a long reading tells, and how it is stopped. */
export interface Watch {
  /** 0 to 1. */
  readonly progress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** The user stopped it. */
export class Stopped extends Error {}

export function checkStopped({ signal }: Watch): void {
  if (signal?.aborted) throw new Stopped();
}

/** Lets the pane draw and hear clicks. A message is quicker than a timeout, which browsers stretch to 4 ms. */
export function breathe(): Promise<void> {
  return new Promise(resolve => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
}

const SLICE_MILLISECONDS = 12;

/** Runs a generator of the pipeline slice by slice; it yields how many of `rows` are done. */
export async function runSliced<Result>(
  steps: Generator<number, Result>,
  rows: number,
  watch: Watch = {},
): Promise<Result> {
  let since = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since < SLICE_MILLISECONDS) continue;
    watch.progress?.(rows === 0 ? 1 : step.value / rows);
    await breathe();
    checkStopped(watch);
    since = performance.now();
  }
}
