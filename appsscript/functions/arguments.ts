import { type Argument, type Cell, CellError, errorCodeIn } from '../../src/kernel/cell.ts';
import { say } from '../../src/kernel/text.ts';
import { serialsIn } from './dates.ts';

/**
 * What Sheets hands to a custom function, as the engine's cells: a range is a 2-D array and a single cell its
 * bare value, a blank cell is "", an error cell its text, an argument that was left out is undefined.
 */
export function toArguments(given: ArrayLike<unknown>, zone: () => string): Argument[] {
  const toCell = cellReader(zone);
  return Array.from(given, argument => {
    if (argument === undefined) return undefined;
    return Array.isArray(argument) ? argument.map(row => rowOf(row).map(toCell)) : toCell(argument);
  });
}

function rowOf(row: unknown): readonly unknown[] {
  return Array.isArray(row) ? row : [row];
}

/** One value as Sheets hands it to scripts. The zone is asked for only where there is a date. */
export function cellReader(zone: () => string): (value: unknown) => Cell {
  let serial: ((date: Date) => number) | undefined;
  return value => {
    if (value === '' || value === null || value === undefined) return null;
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    if (isDate(value)) {
      serial ??= serialsIn(zone());
      return serial(value);
    }
    const text = String(value);
    const code = errorCodeIn(text);
    return code === undefined ? text : new CellError(code, say(text, text));
  };
}

/** `instanceof` is false for a date that was made in another realm, as a host may do. */
function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === '[object Date]';
}
