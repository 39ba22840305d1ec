import type { Content, Spot } from '../grid/grid.ts';
import { areaIn, type Places } from '../grid/places.ts';
import type { Size } from '../kernel/native.ts';
import { say } from '../kernel/text.ts';
import { type Call, referencesIn, scan } from '../native/scan.ts';
import { type Conversion, functionOf, hasParts, onlyCall, sizeOf, toNative } from '../native/toNative.ts';
import type { ReferenceCells } from '../native/twin.ts';
import { columnLetters } from '../plan/address.ts';
import { listBelow } from '../plan/headings.ts';

/** Why a cell has to become a value. */
type Kept = Extract<Conversion, { readonly is: 'value' }>;

/**
 * A list as a formula for each of its cells, below its headings where the formula shows them, or why its cells have no
 * twins; undefined where it is no list.
 */
export function cellByCell(formula: string, spot: Spot, places: Places): Content[][] | Kept | undefined {
  const headed = listBelow(formula);
  const list = (headed?.list ?? formula).replace(/^=\s*(?:ARRAYFORMULA\((.*)\)$)?/is, '$1');
  const cells: ReferenceCells = reference => places.read(reference, spot);
  const size = sizeOfList(list, cells);
  if (!size) return whyNot(list, cells);
  if (readsByName(list, spot, places))
    return { is: 'value', fn: functionOf(callIn(list)?.name ?? '')?.name ?? '', why: BY_NAME };
  const above = headed ? 1 : 0;
  const lines: Content[][] = headed ? [[...headed.headings]] : [];
  for (let row = 0; row < size.rows; row++) {
    const line = partsOf(list, size, { ...spot, row: spot.row + above + row }, { spot, places, place: row + 1, above });
    if (!Array.isArray(line)) return line;
    lines.push(line);
  }
  return lines;
}

const BY_NAME = say('it reads cells of another sheet by a name', '按名称读取其他工作表的单元格');

/** The workbench's engine looks for a place among cells that a name has on another sheet on the formula's own sheet. */
function readsByName(list: string, spot: Spot, places: Places): boolean {
  return referencesIn(list).some(reference => {
    const place = areaIn(reference) ? undefined : places.find(reference, spot);
    return place !== undefined && place.sheet.sheetId !== spot.sheetId && place.area.rows * place.area.columns > 1;
  });
}

interface Place {
  /** Where the list's formula stands. */
  readonly spot: Spot;
  readonly places: Places;
  readonly place: number;
  /** How many rows of headings there are. */
  readonly above: number;
}

function partsOf(
  list: string,
  { columns }: Size,
  own: Spot,
  { spot, places, place, above }: Place,
): Content[] | Kept | undefined {
  const cells: ReferenceCells = reference => places.read(reference, spot);
  const line: Content[] = [];
  for (let column = 0; column < columns; column++) {
    // Rows that are put in or deleted are counted again.
    const letters = `$${columnLetters(spot.column)}`;
    const counted = `ROWS(${letters}$${spot.row + 1}:${letters}${spot.row + place + above})`;
    const down = above > 0 ? `${counted}-${above}` : counted;
    const part = partText(list, columns > 1 ? `${down},${column + 1}` : down);
    if (part === undefined) return undefined;
    const conversion = toNative(`=${part}`, cells, range => cellOf(range, place, own, places));
    if (conversion.is === 'value') return conversion;
    if (conversion.is === 'formula' && conversion.array) return undefined;
    line.push({ formula: conversion.is === 'formula' ? conversion.formula : `=${part}` });
  }
  return line;
}

/** The cell at a place of a column, where it stands in the row of the formula. */
export function cellOf(column: string, place: number, own: Spot, places: Places): string | undefined {
  const found = places.find(column, own);
  if (!found || found.sheet.sheetId !== own.sheetId || found.area.columns !== 1) return undefined;
  return found.area.row + place - 1 === own.row ? `$${columnLetters(found.area.column)}${own.row + 1}` : undefined;
}

/** A condition holds for the whole list; what it lets through is taken apart. */
function partText(list: string, at: string): string | undefined {
  const text = list.trim();
  if (/^"(?:[^"]|"")*"$/.test(text)) return text;
  if (onlyCall(text)) return `INDEX(${text},${at})`;
  const branches = branchesOf(text);
  const [condition, ...others] = branches ?? [];
  const parts = others.map(branch => partText(branch, at));
  if (condition === undefined || parts.includes(undefined)) return undefined;
  return `IF(${[condition, ...parts].join(',')})`;
}

/** The first cell of a list says why none has a twin. */
function whyNot(list: string, cells: ReferenceCells): Kept | undefined {
  const call = callIn(list);
  const part = call && hasParts(call) ? partText(list, '1,1') : undefined;
  const conversion = part === undefined ? undefined : toNative(`=${part}`, cells);
  return conversion?.is === 'value' ? conversion : undefined;
}

function branchesOf(text: string): readonly string[] | undefined {
  const [call, ...others] = scan(text, name => /^IF$/i.test(name));
  return typeof call === 'object' && others.length === 0 ? call.args : undefined;
}

function sizeOfList(list: string, cells: ReferenceCells): Size | undefined {
  const call = callIn(list);
  return call && sizeOf(call, cells);
}

/** The call that makes a list, under the conditions that it may have. */
function callIn(list: string): Call | undefined {
  const call = onlyCall(list);
  if (call) return call;
  for (const branch of branchesOf(list.trim())?.slice(1) ?? []) {
    const found = callIn(branch);
    if (found) return found;
  }
  return undefined;
}
