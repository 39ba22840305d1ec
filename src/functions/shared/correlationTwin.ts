import { type HeadingLanguage, headings } from '../../kernel/headings.ts';
import { cut, NOT_AVAILABLE, type RowTwin, when } from '../../kernel/native.ts';
import { CORRELATION_HEADINGS, LEAST_PAIRS } from './correlationHeadings.ts';
import { elsewhere, misfit, unknown } from './listTwin.ts';

/** Its headings and the row below them. */
export const row: RowTwin<'x' | 'y' | 'confidence' | 'language'> = {
  print({ x, y, confidence, language }, { place, column }, ranges) {
    if (!ranges.x?.isReference || !ranges.y?.isReference) return unknown();
    if (ranges.x.rows !== ranges.y.rows || ranges.x.columns !== ranges.y.columns) return misfit();
    const named = headings(CORRELATION_HEADINGS, language as HeadingLanguage)[Number(column) - 1];
    if (named === undefined) return elsewhere();
    const pairs = `SUMPRODUCT(ISNUMBER(${x})*ISNUMBER(${y}))`;
    const r = `CORREL(${x},${y})`;
    const figure =
      [r, end(r, pairs, '-', confidence), end(r, pairs, '+', confidence), `${pairs}+0*${r}`][Number(column) - 1] ?? r;
    // Where there is no figure, the whole result is its error, that of a cell beside a blank as well.
    const shown = (cell: string): string => when(`${pairs}+0*SUM(${x},${y})<${LEAST_PAIRS}`, NOT_AVAILABLE, cell);
    const heading = shown(when(`ISNUMBER(${r})`, JSON.stringify(named), r));
    if (place === '1') return heading;
    if (place === '2') return shown(figure);
    if (Number.isFinite(Number(place))) return elsewhere();
    return when(`${place}=1`, heading, when(`${place}=2`, shown(figure), NOT_AVAILABLE));
  },
  size: () => ({ rows: 2, columns: CORRELATION_HEADINGS.length }),
};

function end(r: string, pairs: string, side: '-' | '+', confidence: string): string {
  const z = `FISHER(${r})${side}NORMSINV((1+${confidence})/2)/SQRT(${pairs}-3)`;
  return when(`ABS(${cut(r)})=1`, cut(r), `FISHERINV(${z})`);
}
