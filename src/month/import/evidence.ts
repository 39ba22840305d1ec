import type { Cell, Matrix } from '../../kernel/cell.ts';
import { clean } from './clean.ts';
import { isNothing, isProblem } from './cleaning.ts';
import { DEAL_FIELDS, type DealField } from './dealField.ts';
import { flagged, isFlag, outcomeOf } from './stages.ts';

/** How far the cells of a column are what its heading says: a column called "date" without dates in it is none. */
export function evidence(samples: Matrix, column: number, field: DealField, heading: string): number {
  const cells = filled(samples, column);
  if (cells.length === 0) return samples.length > 0 ? 0.8 : 0.95;
  if (field === 'stage') return stages(isFlag(heading) ? cells.map(flagged) : cells, AMBIGUOUS.test(heading));
  if (field === 'currency' && cells.every(cell => typeof cell === 'number' || isFigure(cell))) return 0;
  const { kind } = DEAL_FIELDS[field];
  const good = cells.filter(cell => {
    const read = clean(cell, kind);
    return isProblem(read) ? read.ambiguous === true : true;
  }).length;
  // Figures that cannot be read are still its figures: each is a bad row with its reason, and the column is asked about.
  if (good * 2 < cells.length) return kind === 'amount' && cells.every(hasDigit) ? 0.55 : 0.3;
  // Neither amounts nor days are anybody's name.
  return kind === 'name' && field !== 'id' && cells.every(isDecimal) ? 0.3 : 1;
}

// A State may be Texas.
const AMBIGUOUS = /^(?:state|estado|stato|result|outcome|phase|fase|结果)$/;

/** Texts that are outcomes win over texts that may be stages; figures are none. */
function stages(cells: readonly Cell[], isAmbiguous: boolean): number {
  const figures = cells.filter(cell => typeof cell === 'number' || isFigure(cell)).length;
  if (figures * 2 >= cells.length) return 0;
  const known = cells.flatMap(cell => outcomeOf(String(cell)) ?? []);
  if (known.length === 0) return isAmbiguous ? 0 : 0.85;
  // How far a deal has come is no outcome: the column that knows won and lost is the one that counts.
  const ends = new Set(known.filter(outcome => outcome !== 'open')).size;
  return 0.9 + 0.05 * (known.length / cells.length) + 0.025 * ends;
}

/** Whether a column holds days: texts that can be nothing else, or numbers under a heading that speaks of time. */
export function holdsDays(samples: Matrix, column: number, heading: string): boolean {
  const cells = filled(samples, column);
  const speaks = /date|time|day|datum|fecha|data|日|时|年月/.test(heading);
  const days = cells.filter(cell => {
    if (typeof cell === 'number' || isFigure(cell) ? !speaks : typeof cell !== 'string') return false;
    const read = clean(cell, 'date');
    return isProblem(read) ? read.ambiguous === true : read.value !== null;
  });
  return days.length > 0 && days.length * 10 >= cells.length * 8;
}

function filled(samples: Matrix, column: number): Cell[] {
  return samples
    .map(line => line[column] ?? null)
    .filter(cell => cell !== null && !(typeof cell === 'string' && isNothing(cell)));
}

function isFigure(cell: Cell): boolean {
  return typeof cell === 'string' && /^[-+]?[\d.,\s]+%?$/.test(cell.trim());
}

function hasDigit(cell: Cell): boolean {
  return /\d/.test(String(cell));
}

function isDecimal(cell: Cell): boolean {
  return typeof cell === 'number' ? !Number.isInteger(cell) : /^-?\d+\.\d+$/.test(String(cell).trim());
}
