import { catalogue } from '../../src/functions/catalogue.gen.ts';
import { toArguments } from './arguments.ts';
import { toSheets } from './results.ts';

const functions = new Map(catalogue.map(fn => [fn.name, fn]));

/** Every KPI_ function of the script comes here with its own name and arguments. */
export function call(name: string, given: ArrayLike<unknown>): unknown {
  const fn = functions.get(name);
  if (!fn) throw new Error(`#NAME? ${name}`);
  return toSheets(fn.call(toArguments(given, timeZone)), locale);
}

/** A custom function may read its spreadsheet's settings, and each read is a call to the server: only when needed. */
function timeZone(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
}

function locale(): string | undefined {
  try {
    return SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetLocale();
  } catch {
    return undefined;
  }
}
