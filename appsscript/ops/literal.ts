/**
 * Sheets reads a text that is written to a cell as if it had been typed: "=1" is a formula, "007" a number,
 * "3-4" a date, "true" a logical value. A leading apostrophe keeps it a text and is not part of it. Texts that
 * cannot be misread go without, so that their owner does not meet apostrophes while editing.
 */
export function literal<Value>(value: Value): Value | string {
  return typeof value === 'string' && MISREAD.test(value) ? `'${value}` : value;
}

const MISREAD = /^\s*[=+\-@'#]|\d|^\s*(?:true|false)\s*$/i;
