import { NoTwin, type RowTwin, WRONG, when } from '../../kernel/native.ts';
import { along, textsIn, unknown } from './listTwin.ts';

/** Those who tie share the prizes of their places in cents, and the first of them get the cents that are left. */
export const row: RowTwin<'values' | 'prizes' | 'above'> = {
  print({ values, prizes, above }, part, ranges) {
    const list = ranges.values && along(part, ranges.values);
    if (!list || !ranges.prizes?.isReference) return unknown();
    if (list instanceof NoTwin) return list;
    const { rows, columns } = ranges.prizes;
    if (rows > 1 && columns > 1) return new NoTwin('its cells are no single row or column', '单元格并非单行或单列');
    const value = list.own(values);
    const count = (test: string): string => `SUMPRODUCT(ISNUMBER(${values})*(${test}))`;
    const [better, asGood] = [count(`${values}>${value}`), count(`${values}>=${value}`)];
    const before = count(`(${values}=${value})*(${list.position(values)}<${list.position(value)})`);
    const step = columns > 1 ? 'COLUMN' : 'ROW';
    const places = `(${step}(${prizes})-${step}(INDEX(${prizes},1)))`;
    const sum = `SUMPRODUCT((${places}>=${better})*(${places}<${asGood}),${prizes})`;
    const cents = `INT(100*${sum}+0.00005)`;
    const tied = `(${asGood}-${better})`;
    const even = `INT(${cents}/${tied})+(${before}<MOD(${cents},${tied}))`;
    const share = `ROUND((${even})/100+(${before}=0)*(${sum}-${cents}/100),12)`;
    // Where a cent more or less hangs on digits that a cell does not keep, there is no share.
    const off = `ABS(MOD(100*${sum}+0.5,1)-0.5)`;
    const inDoubt = `(${sum}>1E8)+(${off}<0.0001)*(${off}>4E-13*${sum})`;
    const won = when(inDoubt, WRONG, share);
    // A blank says that everybody can win.
    const isBelow = Number.isFinite(Number(above)) ? `${value}<=${above}` : `(LEN(${above})>0)*(${value}<=${above})`;
    const shown = when(`${value}=""`, '""', above === '' ? won : when(isBelow, '0', won));
    return when(`${textsIn(values)}+${textsIn(prizes)}`, WRONG, shown);
  },
  size: ({ values }) => values,
};
