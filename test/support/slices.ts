/** Carries out sliced work, and what it told on its way. */
export function slicesOf<Result>(work: Generator<number, Result>): {
  readonly steps: readonly number[];
  readonly result: Result;
} {
  const steps: number[] = [];
  for (;;) {
    const step = work.next();
    if (step.done) return { steps, result: step.value };
    steps.push(step.value);
  }
}
