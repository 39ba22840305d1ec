import { NOT_AVAILABLE, NoTwin, type RowTwin, WRONG, when } from '../../kernel/native.ts';
import { along, elsewhere, textsIn, unknown } from './listTwin.ts';

/** Over two full periods every season has one ratio to its moving average, but for the middle one of an odd period. */
export const row: RowTwin<'values' | 'period'> = {
  print({ values, period }, part, { values: reach }) {
    const list = reach && along({ ...part, column: '' }, reach);
    if (!list) return unknown();
    if (list instanceof NoTwin) return list;
    if (part.column !== '' && part.column !== '1') return elsewhere();
    const [season, count] = [Number(period), reach.rows * reach.columns];
    if (count !== 2 * season)
      return new NoTwin('it is over more or less than two full periods', '数据并非恰好两个完整周期');
    const half = Math.floor(season / 2);
    const ratio = (index: string, from: string, to: string): string => {
      const [first, last] = [from, to].map(place => `INDEX(${values},${place})`);
      // With an even period the window has half a value at either end.
      const sum = season % 2 === 0 ? `(SUM(${first}:${last})-(${first}+${last})/2)` : `SUM(${first}:${last})`;
      return `INDEX(${values},${index})*${season}/${sum}`;
    };
    const { place } = part;
    const at = (index: number): string => ratio(String(index), String(index - half), String(index + half));
    // The middle season of an odd period comes twice.
    const twice = season % 2 === 0 ? '' : `(${at(half + 1)}+${at(half + 1 + season)})/2`;
    const once = Array.from({ length: season }, (_, index) => half + 1 + index).slice(twice === '' ? 0 : 1);
    const all = [...once.map(at), ...(twice === '' ? [] : [twice])];
    const shift = when(`${place}>${half}`, '0', String(season));
    const single = ratio(`${place}+${shift}`, `${place}+${shift}-${half}`, `${place}+${shift}+${half}`);
    const own = twice === '' ? single : when(`${place}=${half + 1}`, twice, single);
    const isMissing = `(${place}>${season})+(COUNT(INDEX(${values},1):INDEX(${values},COUNT(${values})))<COUNT(${values}))`;
    const index = `${own}*${season}/(${all.join('+')})`;
    const result = when(
      `COUNT(${values})<${count}`,
      when(isMissing, WRONG, NOT_AVAILABLE),
      when(`${place}>${season}`, WRONG, index),
    );
    return when(textsIn(values), WRONG, result);
  },
  size: (_, { period }) => ({ rows: Number(period), columns: 1 }),
};
