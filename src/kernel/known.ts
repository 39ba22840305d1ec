/** A team has a few plans and calendars, and every formula of a column hands one of them over anew. */
const KEPT = 16;
/** Larger tables take longer to compare than they are worth to keep. */
const MOST_CELLS = 4_000;

/** What was made stays as it is, so it is known again by itself. */
const lasting = new WeakSet<object>();

/**
 * Makes something of a table once, however often the same cells come. What is made must be left as it is, and the
 * cells are kept as a copy, since those who hand them over may change theirs.
 */
export function known<Given, Made>(make: (given: Given) => Made): (given: Given) => Made {
  const kept: { readonly copy: unknown; readonly made: Made }[] = [];
  const ofLasting = new WeakMap<object, Made>();
  const byCells = (given: Given): Made => {
    for (const { copy, made } of kept) if (same(copy, given)) return made;
    const made = make(given);
    if (isObject(made)) lasting.add(made);
    if (cellsIn(given) <= MOST_CELLS) {
      kept.unshift({ copy: copied(given), made });
      kept.length = Math.min(kept.length, KEPT);
    }
    return made;
  };
  return given => {
    if (!isObject(given) || !lasting.has(given)) return byCells(given);
    const made = ofLasting.get(given) ?? byCells(given);
    ofLasting.set(given, made);
    return made;
  };
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Whether two arguments hold the same cells in the same places. */
export function same(one: unknown, other: unknown): boolean {
  if (!Array.isArray(one) || !Array.isArray(other)) return Object.is(one, other);
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) {
    if (one[index] !== other[index] && !same(one[index], other[index])) return false;
  }
  return true;
}

function copied(given: unknown): unknown {
  return Array.isArray(given) ? given.map(copied) : given;
}

function cellsIn(given: unknown): number {
  const [row] = Array.isArray(given) ? given : [];
  return Array.isArray(given) ? given.length * (Array.isArray(row) ? row.length : 1) : 1;
}
