import { NOT_AVAILABLE, NoTwin, type RowTwin, WRONG, when } from '../../kernel/native.ts';
import { along, misfit, textsIn, unknown } from './listTwin.ts';

type Name = 'x' | 'y' | 'x_cut' | 'y_cut' | 'labels';

/** Which field the point of a row lies in. */
export const row: RowTwin<Name> = {
  print(text, part, { x, y, labels }) {
    const list = x && along(part, x);
    if (!list || !y?.isReference || (text.labels !== '' && !labels?.isReference)) return unknown();
    if (list instanceof NoTwin) return list;
    if (x.rows !== y.rows || x.columns !== y.columns) return misfit();
    if (labels && (labels.rows * labels.columns !== 4 || (labels.rows > 1 && labels.columns > 1))) {
      return new NoTwin('its names are no row or column of four', '象限名称并非一行或一列的四个单元格');
    }
    const [across, up] = [list.own(text.x), list.own(text.y)];
    const points = `SUMPRODUCT(ISNUMBER(${text.x})*ISNUMBER(${text.y}))`;
    const right = `(${across}>=${cut(text.x_cut, text.x)})`;
    const high = `(${up}>=${cut(text.y_cut, text.y)})`;
    // I: both, II: high, III: neither, IV: right.
    const field = when(high, `2-${right}`, `3+${right}`);
    const numeral = `CHOOSE(${field},"I","II","III","IV")`;
    const label = `INDEX(${text.labels},${field})`;
    const named = text.labels === '' ? numeral : when(`LEN(TRIM(${label}))=0`, numeral, `TRIM(${label})`);
    const shown = when(`(${across}="")+(${up}="")`, '""', named);
    // A median is that of whole points.
    const isMedian = [text.x_cut, text.y_cut].map(given =>
      given === '' ? '1' : isGiven(given) ? '0' : `(LEN(${given})=0)`,
    );
    const medians = isMedian.join('+');
    const isPartial = `((COUNT(${text.x})<>${points})+(COUNT(${text.y})<>${points}))`;
    const checked =
      medians === '0+0'
        ? shown
        : when(`(${medians})*(${points}<2)`, NOT_AVAILABLE, when(`(${medians})*${isPartial}`, WRONG, shown));
    const texts = [text.x_cut, text.y_cut]
      .filter(given => given !== '' && !isGiven(given))
      .map(given => `ISTEXT(${given})`);
    return when([textsIn(text.x), textsIn(text.y), ...texts].join('+'), WRONG, checked);
  },
  size: ({ x }) => x,
};

function cut(given: string, range: string): string {
  if (given === '') return `MEDIAN(${range})`;
  return isGiven(given) ? given : when(`LEN(${given})=0`, `MEDIAN(${range})`, given);
}

function isGiven(text: string): boolean {
  return Number.isFinite(Number(text.replace(/[()]/g, '')));
}
