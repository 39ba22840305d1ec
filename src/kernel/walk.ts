/** A step's result, at once or later. */
export type Later<Value> = Value | Promise<Value>;

/** Work in steps, which does not know whether its host answers at once or later. */
export type Walk<Value> = Generator<Later<unknown>, Value, unknown>;

/** One step of a walk, and what it comes to. */
export function* step<Value>(later: Later<Value>): Walk<Value> {
  // Whoever carries out a walk hands back what the step has given, or throws what it has thrown.
  return (yield later) as Value;
}

/** Carries out a walk whose steps all answer at once. */
export function walkNow<Value>(walk: Walk<Value>): Value {
  let next = walk.next();
  while (!next.done) next = walk.next(next.value);
  return next.value;
}

/** Carries out a walk step by step. */
export async function walkLater<Value>(walk: Walk<Value>): Promise<Value> {
  let next = walk.next();
  while (!next.done) {
    const answer = await Promise.resolve(next.value).then(
      value => () => walk.next(value),
      reason => () => walk.throw(reason),
    );
    next = answer();
  }
  return next.value;
}
