import type { FileTable } from '../files/readFile.ts';
import { matched } from './matched.ts';

/** The sheet of a workbook that looks most like an export, the first of several; a hidden one only where there is no other. */
export function likeliestSheet({ sheets }: FileTable): number {
  const anySeen = sheets.some(({ isHidden }) => !isHidden);
  const scores = sheets.map(({ cells, isHidden }) =>
    isHidden && anySeen ? -1 : Object.keys(matched(cells).columns).length,
  );
  return Math.max(0, scores.indexOf(Math.max(...scores)));
}
