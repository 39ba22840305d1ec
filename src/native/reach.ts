import { parseA1Ref } from '@borgar/fx';
import type { Reach } from '../kernel/native.ts';
import { type Call, referencesIn, type Shape, scan } from './scan.ts';
import type { ReferenceCells } from './twin.ts';

/** Over how many cells an argument reaches; undefined where its text does not tell, and the workbook is not known. */
export function reachOf(text: string, shape: Shape, cells: ReferenceCells): Reach | undefined {
  const known = shape.reference ? knownReach(text, cells) : undefined;
  if (known) return known;
  if (shape.reference) return shape.several ? written(text) : { rows: 1, columns: 1, isReference: true };
  const stacked = stackedIn(text);
  // Of other functions nobody knows how many cells they give.
  const isCalled = scan(text, name => !/^IF$/i.test(name)).some(part => isCall(part));
  if (stacked || isCalled || text.includes('{')) return stacked;
  const reaches = referencesIn(text).map(reference => knownReach(reference, cells) ?? written(reference));
  const [first = SINGLE] = reaches;
  // Computed cell by cell, of cells that stand side by side.
  const isOne = reaches.every(reach => reach?.rows === first.rows && reach.columns === first.columns);
  return isOne ? { rows: first.rows, columns: first.columns, isReference: false } : undefined;
}

const SINGLE: Reach = { rows: 1, columns: 1, isReference: false };

function knownReach(reference: string, cells: ReferenceCells): Reach | undefined {
  const known = cells(reference);
  return known && { rows: known.length, columns: known[0]?.length ?? 0, isReference: true, cells: known };
}

function written(reference: string): Reach | undefined {
  const parsed = parseA1Ref(reference, { allowNamed: false });
  if (!parsed || !('range' in parsed) || !parsed.range) return undefined;
  const { top, left, bottom, right } = parsed.range;
  if (top == null || left == null || bottom == null || right == null) return undefined;
  return { rows: bottom - top + 1, columns: right - left + 1, isReference: true };
}

/** Two cells as a column: how a formula of one row is given a sum above it, too. */
function stackedIn(text: string): Reach | undefined {
  const [call, ...others] = scan(text, name => /^CHOOSE$/i.test(name));
  if (!isCall(call) || others.length > 0) return undefined;
  const [which, ...stacked] = call.args;
  return which === '{1;2}' && stacked.length === 2 ? { rows: 2, columns: 1, isReference: false, stacked } : undefined;
}

function isCall(part: string | Call | undefined): part is Call {
  return typeof part === 'object';
}
