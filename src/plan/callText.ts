import { type Cell, CellError, isMatrix, type Matrix } from '../kernel/cell.ts';
import { argumentsOf, type Example, type KpiFunction } from '../kernel/function.ts';
import type { Dialect } from './dialect.ts';

/** A call with literal arguments as somebody would type it; ranges are array constants, a blank in one is "". */
export function callText(fn: KpiFunction, given: Example['given'], dialect: Dialect): string {
  const args = argumentsOf(fn, given);
  return `${dialect.functionName(fn.name)}(${args.map(argument => (argument === undefined ? '' : constant(argument))).join(', ')})`;
}

function constant(argument: Cell | Matrix): string {
  if (!isMatrix(argument)) return literal(argument);
  return `{${argument.map(row => row.map(literal).join(',')).join(';')}}`;
}

function literal(cell: Cell): string {
  if (cell instanceof CellError) return cell.code;
  if (cell === null) return '""';
  if (typeof cell === 'string') return `"${cell.replace(/"/g, '""')}"`;
  return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell);
}
