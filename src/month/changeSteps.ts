import { type Change, type ChangeSet, cellsIn } from './changeSet.ts';

/** A part of a change set that a host does in one go; what is done is kept, so that another call can go on. */
export interface Step {
  readonly id: string;
  /** From 0. */
  readonly index: number;
  readonly count: number;
  readonly changes: readonly Change[];
}

export interface StepLimits {
  readonly cells: number;
  /** Characters of JSON. */
  readonly characters: number;
}

/** One step stays well inside a call of google.script.run and a few seconds of Apps Script. */
export const SCRIPT_LIMITS: StepLimits = { cells: 5000, characters: 400_000 };

/** Cuts a change set into steps that each stay within the limits; done in their order they are the set. */
export function stepsOf({ id, changes }: ChangeSet, limits: StepLimits = SCRIPT_LIMITS): Step[] {
  const groups: Change[][] = [];
  let group: Change[] = [];
  let cells = 0;
  let characters = 0;
  for (const piece of changes.flatMap(change => pieces(change, limits))) {
    const moreCells = cellsIn(piece);
    const moreCharacters = JSON.stringify(piece).length;
    if (group.length > 0 && (cells + moreCells > limits.cells || characters + moreCharacters > limits.characters)) {
      groups.push(group);
      group = [];
      cells = 0;
      characters = 0;
    }
    group.push(piece);
    cells += moreCells;
    characters += moreCharacters;
  }
  if (group.length > 0) groups.push(group);
  return groups.map((list, index) => ({ id, index, count: groups.length, changes: list }));
}

/** A change that is too large, cut into several of its kind. */
function pieces(change: Change, limits: StepLimits): Change[] {
  switch (change.kind) {
    case 'cells':
      return slices(change.cells, 1, limits).map(cells => ({ ...change, cells }));
    case 'append':
      return slices(change.rows, change.columns.length, limits).map(rows => ({ ...change, rows }));
    case 'remove':
      // Rows come out from the last to the first, as they went in.
      return slices(change.rows, change.columns.length, limits)
        .reverse()
        .map(rows => ({ ...change, rows }));
    default:
      return [change];
  }
}

// What kind, name and brackets take up.
const FRAME = 1000;

function slices<Item>(items: readonly Item[], cellsEach: number, limits: StepLimits): Item[][] {
  const result: Item[][] = [];
  let slice: Item[] = [];
  let cells = 0;
  let characters = FRAME;
  for (const item of items) {
    const length = JSON.stringify(item).length + 1;
    if (slice.length > 0 && (cells + cellsEach > limits.cells || characters + length > limits.characters)) {
      result.push(slice);
      slice = [];
      cells = 0;
      characters = FRAME;
    }
    slice.push(item);
    cells += cellsEach;
    characters += length;
  }
  if (slice.length > 0) result.push(slice);
  return result;
}
