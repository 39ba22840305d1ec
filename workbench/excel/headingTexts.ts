import type { ICellData } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { textData } from './typed.ts';

/** A heading: what it is to say, and whether it was there before others were written. */
export interface Heading {
  readonly text: string;
  readonly isKnown: boolean;
}

/** Headings of a table are texts, and each of them is another: Name, Name2; a blank one is Column1. */
export function uniqueHeadings(headings: readonly Heading[]): string[] {
  const taken = new Set(headings.filter(({ isKnown }) => isKnown).map(({ text }) => text.toLowerCase()));
  return headings.map(({ text, isKnown }, index) => {
    if (isKnown) return text;
    const wanted = text === '' ? `Column${index + 1}` : text;
    let unique = wanted;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${wanted}${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

export function writeHeading(sheet: FWorksheet, row: number, column: number, text: string): void {
  const cell: ICellData = { ...textData(text), f: null, si: null, p: null };
  sheet.getRange(row, column).setValue(cell);
}
