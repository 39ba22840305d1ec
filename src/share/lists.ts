import type { Content, Spot } from '../grid/grid.ts';
import type { Places } from '../grid/places.ts';
import type { Size } from '../kernel/native.ts';
import { scan } from '../native/scan.ts';
import { onlyCall, sizeOf, toNative } from '../native/toNative.ts';
import type { ReadCells } from '../native/twin.ts';
import { columnLetters } from '../plan/address.ts';
import { listBelow } from '../plan/headings.ts';

/**
 * A list as a formula for each of its cells, below its headings where the formula shows them; undefined where its cells
 * have no twins.
 */
export function cellByCell(formula: string, spot: Spot, places: Places): Content[][] | undefined {
  const headed = listBelow(formula);
  const list = (headed?.list ?? formula).replace(/^=\s*(?:ARRAYFORMULA\((.*)\)$)?/is, '$1');
  const cells: ReadCells = reference => places.read(reference, spot);
  const size = sizeOfList(list, cells);
  if (!size) return undefined;
  const above = headed ? 1 : 0;
  const lines: Content[][] = headed ? [[...headed.headings]] : [];
  for (let row = 0; row < size.rows; row++) {
    const line = partsOf(list, size, { ...spot, row: spot.row + above + row }, { spot, places, place: row + 1, above });
    if (!line) return undefined;
    lines.push(line);
  }
  return lines;
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
): Content[] | undefined {
  const cells: ReadCells = reference => places.read(reference, spot);
  const line: Content[] = [];
  for (let column = 0; column < columns; column++) {
    // Rows that are put in or deleted are counted again.
    const letters = `$${columnLetters(spot.column)}`;
    const counted = `ROWS(${letters}$${spot.row + 1}:${letters}${spot.row + place + above})`;
    const down = above > 0 ? `${counted}-${above}` : counted;
    const part = partText(list, columns > 1 ? `${down},${column + 1}` : down);
    if (part === undefined) return undefined;
    const conversion = toNative(`=${part}`, cells, range => cellOf(range, place, own, places));
    if (conversion.is === 'value' || (conversion.is === 'formula' && conversion.array)) return undefined;
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

function branchesOf(text: string): readonly string[] | undefined {
  const [call, ...others] = scan(text, name => /^IF$/i.test(name));
  return typeof call === 'object' && others.length === 0 ? call.args : undefined;
}

function sizeOfList(list: string, cells: ReadCells): Size | undefined {
  const call = onlyCall(list);
  if (call) return sizeOf(call, cells);
  for (const branch of branchesOf(list.trim())?.slice(1) ?? []) {
    const size = sizeOfList(branch, cells);
    if (size) return size;
  }
  return undefined;
}
