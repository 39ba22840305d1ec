/**
 * Members that only the engine knows, under names that nobody else uses: no text, no message to a worker, no answer and
 * no setting of a host is called so.
 */
const OURS = [
  ...['compute', 'measured', 'separate', 'isAchievement', 'isScalar', 'isNumber', 'isMeasured', 'varying'],
  ...['sameShape', 'headerCells', 'skipHeader', 'isFilledBefore', 'isAboveAll', 'labelOf', 'cellAt'],
  ...['blankTarget', 'wholeNumber', 'oneOf', 'reachedBy', 'scaled'],
];

/** What a bundler may give shorter names to, and some more where nothing but the engine is bundled. */
export function shortNames(more: readonly string[] = []): RegExp {
  return new RegExp(`^(?:${[...OURS, ...more].join('|')})$`);
}
