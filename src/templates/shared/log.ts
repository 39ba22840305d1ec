import { civilOf, isoOf, serialOf, serialOfIso } from '../../kernel/calendar.ts';
import { say, type Text } from '../../kernel/text.ts';
import { columnOf, type Expression } from '../../plan/expression.ts';
import { toggleField } from '../../plan/field.ts';
import { f } from '../../plan/formulaText.ts';
import type { Column, Row } from '../../plan/said.ts';
import { show } from '../../plan/show.ts';
import { unlessZero } from './expressions.ts';

/** Rows of a log that are ready to be filled in where the host's tables do not grow by themselves. */
export const LOG_ROWS = 1000;

/** 31 December 9999: no day comes after it, but every text does. */
export const LAST_DAY = 2958465;

export const samplesField = toggleField({
  label: say('Fill in sample rows', '填入示例数据'),
  hint: say(
    'Made-up data that shows how it works, where you enter none above.',
    '上方未输入时填入虚构数据，仅作演示。',
  ),
  initial: true,
});

/** What was entered in the form; else the sample, if it is wanted. */
export function entered<Row>(lines: readonly Row[], samples: boolean, sample: () => readonly Row[]): readonly Row[] {
  return lines.length > 0 || !samples ? lines : sample();
}

/** Words that the template brings: the names of figures, of steps, of buckets. */
export function wordColumn(key: string, label: Text): Column {
  return show.text(key, label, { fixed: true });
}

/** A day (yyyy-mm-dd) some days after another. */
export function dayAfter(day: string, days: number): string {
  return isoOf(serialOfIso(day) + days);
}

/** The first day of the month some months after another day's (yyyy-mm-dd). */
export function monthAfter(day: string, months: number): string {
  const { year, month } = civilOf(serialOfIso(day));
  return isoOf(serialOf(year, month + months, 1));
}

export function mondayOf(day: string): string {
  const serial = serialOfIso(day);
  // Serial 2 is a Monday.
  return isoOf(serial - ((serial - 2) % 7));
}

/** Blank as long as a column holds no figure; else the expression. */
export function onceFilled(table: string, key: string, expression: Expression): Expression {
  return unlessZero(f`COUNT(${columnOf(table, key)})`, expression);
}

/** Rows for names that are still to be typed, so that a short table has room before the next one begins. */
export function padded(rows: readonly Row[], least: number): readonly Row[] {
  const missing = Math.max(0, least - rows.length);
  return [...rows, ...Array.from({ length: missing }, () => ({}))];
}

/** Each once, in the order of their first appearance. */
export function distinct(names: readonly string[]): string[] {
  return [...new Set(names)];
}

/** A month in each row, one after the other: the first is so many months after that of a day. */
export function monthColumn(day: Expression, first = 0, note?: Text): Column {
  return show.month('month', say('Month', '月份'), {
    eachRow: true,
    formula: monthStart(day, f`#-${1 - first}`),
    ...(note && { note }),
  });
}

/** Tests that a column of a log lies in the days from one to another, that one left out. */
export function between(dates: Expression, from: Expression, to: Expression): readonly Expression[] {
  return [dates, criterion('>=', from), dates, criterion('<', to)];
}

/** Tests that a column of a log lies in the month that begins on a day. */
export function inMonth(dates: Expression, month: Expression): readonly Expression[] {
  return between(dates, month, monthStart(month, 1));
}

/** A criterion such as ">=" and a figure, as COUNTIFS and SUMIFS read it. */
export function criterion(sign: '<' | '>' | '<=' | '>=', bound: Expression): Expression {
  return f`${sign}&${bound}`;
}

/** The first day of the month that is `months` after the month of a day. */
export function monthStart(day: Expression, months: Expression | number): Expression {
  return f`DATE(YEAR(${day}),MONTH(${day})+${months},1)`;
}
