import { type Argument, type Cell, CellError, isMatrix, type Matrix } from '../../kernel/cell.ts';
import type { Size } from '../../kernel/native.ts';
import type { Parameter } from '../../kernel/parameters.ts';
import { say, type Text } from '../../kernel/text.ts';
import { numberIn } from './number.ts';
import { nameIn, type Reference, referenceIn } from './reference.ts';

/** What was typed for an argument, as the formula will say it. */
export type ArgumentReading =
  | { readonly is: 'absent' }
  | { readonly is: 'literal'; readonly formula: string; readonly value: Argument }
  /** Cells, a name or an expression: what they hold is not known here. */
  | { readonly is: 'reference'; readonly formula: string; readonly size: Size | undefined }
  | { readonly is: 'problem'; readonly problem: Text };

type Shape = Pick<Parameter<unknown>, 'shape' | 'type' | 'read'>;

/** Reads what was typed: a reference, a number, a date, a list of values, an expression after "=", or a text. */
export function readArgument(typed: string, parameter: Shape): ArgumentReading {
  const raw = typed.trim();
  if (raw === '') return { is: 'absent' };
  if (raw.startsWith('"')) return checked(quoted(raw), parameter);
  if (/^[=＝]/.test(raw)) return expression(raw.slice(1).trim());
  // "p90" is a word of a choice before it is a cell.
  if (parameter.type === 'choice' && !(parameter.read(raw) instanceof CellError)) return checked(raw, parameter);
  const reference = referenceIn(raw);
  if (reference) return cells(reference);
  const value = valueIn(raw.normalize('NFKC'), raw, parameter);
  if (value !== undefined) return checked(value, parameter);
  const name = nameIn(raw);
  if (name) return cells(name);
  const computed = /[-+*/&^()]/.test(raw) && /\p{L}/u.test(raw);
  return computed ? expression(raw, misfit(parameter)) : { is: 'problem', problem: misfit(parameter) };
}

function cells({ formula, size }: Reference): ArgumentReading {
  return { is: 'reference', formula, size };
}

/** A text between quotation marks, those inside doubled; undefined when it does not end. */
function quoted(raw: string): string | undefined {
  return /^"(?:[^"]|"")*"$/.test(raw) ? raw.slice(1, -1).replaceAll('""', '"') : undefined;
}

function checked(value: Argument, parameter: Shape): ArgumentReading {
  if (value === undefined) {
    return { is: 'problem', problem: say('Close the quotation mark.', '请补全引号。') };
  }
  const read = parameter.read(value);
  if (read instanceof CellError) return { is: 'problem', problem: sentence(read.message) };
  const day = parameter.type === 'date' && typeof value === 'number';
  return { is: 'literal', formula: day ? printedDay(value) : printed(value), value };
}

/** What was typed, if it is a value of the kind that the parameter wants. */
function valueIn(typed: string, raw: string, { shape, type }: Shape): Argument {
  const single = scalarIn(typed, type);
  if (single !== undefined) return single;
  if (shape !== 'scalar') return listIn(typed, type);
  return type === 'text' || type === 'choice' || type === 'any' ? raw : undefined;
}

function scalarIn(typed: string, type: Shape['type']): Cell | undefined {
  if (type === 'date') return dateIn(typed);
  if (type === 'text') return undefined;
  if (type === 'any' && /^(?:true|false)$/i.test(typed)) return typed.toLowerCase() === 'true';
  return numberIn(typed);
}

/** "9, 10, 8" or {9,10;8,7}. */
function listIn(typed: string, type: Shape['type']): Matrix | undefined {
  const braces = /^\{(.*)\}$/.exec(typed);
  const rows = (braces?.[1] ?? typed)
    .split(braces ? ';' : '\n')
    .map(row => row.split(/[,、]/).map(cell => cell.trim()));
  if (!braces && (rows[0]?.length ?? 0) < 2) return undefined;
  const matrix = rows.map(row => row.map(cell => scalarIn(cell, type) ?? quoted(cell) ?? cell));
  const numeric = type === 'number' || type === 'date';
  if (numeric && matrix.some(row => row.some(cell => typeof cell !== 'number'))) return undefined;
  return matrix.every(row => row.length === matrix[0]?.length) ? matrix : undefined;
}

/** A day as a serial number. */
function dateIn(typed: string): number | undefined {
  const [, year = '', month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed) ?? [];
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (year === '' || new Date(time).getUTCDate() !== Number(day)) return undefined;
  return time / 86_400_000 + 25_569;
}

/** A day as every locale reads it. */
function printedDay(serial: number): string {
  const day = new Date((serial - 25_569) * 86_400_000);
  return `DATE(${day.getUTCFullYear()},${day.getUTCMonth() + 1},${day.getUTCDate()})`;
}

/** Anything that a cell could compute, as long as its brackets and quotation marks close. */
function expression(formula: string, otherwise?: Text): ArgumentReading {
  const outside = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '');
  let depth = 0;
  for (const sign of outside) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth < 0) break;
  }
  if (outside === '' && formula === '') return { is: 'absent' };
  if (depth === 0 && !/["']/.test(outside) && !/[-+*/&^(,]$/.test(outside.trim())) {
    const reference = referenceIn(formula);
    return reference ? cells(reference) : { is: 'reference', formula, size: undefined };
  }
  const problem = say('A bracket or quotation mark does not close.', '括号或引号不成对。');
  return { is: 'problem', problem: otherwise ?? problem };
}

function misfit({ shape, type }: Shape): Text {
  if (shape !== 'scalar') {
    return say(
      'Give a range such as D5:D24, or values such as 9, 10, 8.',
      '请填写区域（如 D5:D24）或数值（如 9, 10, 8）。',
    );
  }
  if (type === 'date') {
    return say(
      'Give a date such as 2026-01-31, or a cell such as D5.',
      '请填写日期（如 2026-01-31）或单元格（如 D5）。',
    );
  }
  return say('Give a number, or a cell such as D5.', '请填写数字，或单元格（如 D5）。');
}

/** The engine's messages go after a colon; here they stand alone. */
export function sentence({ en, zh }: Text): Text {
  return say(`${en.charAt(0).toUpperCase()}${en.slice(1)}.`, `${zh}。`);
}

/** A value as a formula says it. */
export function printed(value: Argument): string {
  if (isMatrix(value)) return `{${value.map(row => row.map(printed).join(',')).join(';')}}`;
  if (value instanceof CellError) return value.code;
  if (typeof value === 'number') return String(value).toUpperCase();
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return `"${(value ?? '').replaceAll('"', '""')}"`;
}
