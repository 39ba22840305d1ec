import { say } from '../kernel/text.ts';
import { type DecimalMark, markOf, readShare } from '../month/import/amounts.ts';
import { isNothing, isProblem } from '../month/import/cleaning.ts';
import { DEAL_FIELDS } from '../month/import/dealField.ts';
import { isDates, MOST } from './dates.ts';
import {
  type Data,
  type DataCell,
  type DataColumn,
  examplesOf,
  type Finding,
  filled,
  fixOf,
  nameOf,
} from './finding.ts';

/** Figures that are texts: ¥1,234.50, 12.3万, (1,234), full-width digits. Sums leave them out. */
export function textNumbers({ columns }: Data): Finding[] {
  return columns.filter(isFigures).flatMap(column => {
    const texts = textsIn(column);
    if (texts.length === 0) return [];
    const mark = decimalMark(texts);
    const read = texts.flatMap(cell => {
      const cleaned = readShare(cell.value, mark);
      if (mark === undefined && markOf(cell.value) === 'either' && /\.\d{3}\D*$/.test(String(cell.value))) return [];
      return isProblem(cleaned) || cleaned.value === null ? [] : [{ cell, value: cleaned.value }];
    });
    const open = texts.length - read.length;
    const name = nameOf(column);
    const rest =
      open > 0 ? say(`; ${open} of them cannot be read for certain`, `；其中 ${open} 个无法确定`) : say('', '');
    return [
      {
        kind: 'numbers',
        what: say(
          `${name.en}: ${texts.length === 1 ? '1 number' : `${texts.length} numbers`} stored as text${rest.en}`,
          `${name.zh}：${texts.length} 个数字以文本形式存储${rest.zh}`,
        ),
        spots: texts,
        fixes: read.map(({ cell, value }) => fixOf(cell, value)),
        examples: examplesOf(read.map(({ cell, value }) => ({ before: String(cell.value), after: String(value) }))),
      },
    ];
  });
}

function textsIn(column: DataColumn): DataCell[] {
  return filled(column).filter(({ value, computed }) => typeof value === 'string' && !computed && !isNothing(value));
}

/** Most of what is filled in is a figure or can be read as one, and nothing is a number of something, such as 007. */
export function isFigures(column: DataColumn): boolean {
  if (isDates(column)) return false;
  const kind = column.field && DEAL_FIELDS[column.field].kind;
  if (kind === 'amount' || kind === 'share') return true;
  const texts = textsIn(column);
  const cells = filled(column).filter(({ value }) => typeof value !== 'string' || !isNothing(value));
  if (kind === 'name' || texts.some(({ value }) => /^\s*0\d/.test(String(value)))) return false;
  const readable = cells.filter(({ value }) => {
    const cleaned = readShare(value);
    return typeof value === 'number' || (!isProblem(cleaned) && cleaned.value !== null);
  });
  return cells.length > 0 && readable.length > MOST * cells.length;
}

/** 1,234 and 1.234 are read as the other rows of the column write their decimals. */
function decimalMark(texts: readonly DataCell[]): DecimalMark | undefined {
  const marks = new Set(texts.map(({ value }) => markOf(value)));
  const [point, comma] = [marks.has('point'), marks.has('comma')];
  return point === comma ? undefined : point ? 'point' : 'comma';
}
