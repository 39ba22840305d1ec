import { translateFormulaToA1, translateFormulaToR1C1 } from '@borgar/fx';
import { address } from '../plan/address.ts';

const cell = (row: number, column: number): string => address({ row, column, rows: 1, columns: 1 });

/** A formula by where it reads from its own cell: formulas that were filled down are the same text. */
export function relative(formula: string, row: number, column: number): string {
  return REFERENCE.test(formula) ? translateFormulaToR1C1(formula, cell(row, column)) : formula;
}

/** A formula as it stands in another cell after it was filled down, or up, or across. */
export function filledTo(formula: string, row: number, column: number, to: number, across = column): string {
  if (!REFERENCE.test(formula)) return formula;
  return translateFormulaToA1(translateFormulaToR1C1(formula, cell(row, column)), cell(to, across));
}

/** Something like A1 or A:A, whose meaning may move with the cell. Most formulas of a table have none. */
const REFERENCE = /[A-Z]\$?\d|[A-Z]:\$?[A-Z]|\d:\$?\d/i;
