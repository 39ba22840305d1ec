import { fixedWords, say } from '../../kernel/text.ts';
import type { Expression } from '../../plan/expression.ts';
import { choiceField, linesField } from '../../plan/field.ts';
import { f } from '../../plan/formulaText.ts';
import type { Table } from '../../plan/said.ts';
import { inStrip, show } from '../../plan/show.ts';
import { chineseHolidays } from './chineseHolidays.gen.ts';

const WEEKS = [
  { value: 'mon-fri', label: fixedWords('Monday to Friday', '周一至周五') },
  { value: 'mon-sat', label: fixedWords('Monday to Saturday', '周一至周六') },
  { value: 'all', label: fixedWords('every day', '每天') },
] as const;
/** The words are what the functions read in either language. */
export const weekField = inStrip(
  choiceField({ label: say('Working week', '工作周'), initial: 'mon-fri', choices: WEEKS }),
  show.text,
  'Week',
);

/** As WORKDAYS reads them. */
const OFF = fixedWords('off', '休');
const WORK = fixedWords('work', '班');

const label = say('Days off and make-up days', '节假日与调休');
const columns = [
  show.date('day', say('Date', '日期'), { named: 'CalendarDay' }),
  show.text('kind', say('Off or work', '休或班'), {
    named: 'CalendarKind',
    choices: [OFF, WORK],
    note: say(
      'off: a day on which nobody works. work: a weekend day that is worked to make up for one.',
      '休：放假；班：调休上班的周末。',
    ),
  }),
] as const;

const years = chineseHolidays.map(({ year }) => year);
const [firstYear, lastYear] = [Math.min(...years), Math.max(...years)];

export const calendarField = linesField({
  label,
  hint: say(
    `One day per line: date (2026-10-01), off or work. Leave empty if the week alone counts. China’s public holidays are known for ${firstYear} to ${lastYear}; ${lastYear + 1} was not published yet when this version was made. Paste those of other countries.`,
    `每行一条：日期（如 2026-10-01）、休或班；只按工作周计算时留空。中国法定节假日已收录 ${firstYear}–${lastYear} 年；本版本制作时 ${lastYear + 1} 年安排尚未公布。其他国家请自行粘贴。`,
  ),
  offers: chineseHolidays.map(({ year, off, work }) => ({
    label: say(`Fill in China’s holidays of ${year}`, `填入 ${year} 年中国节假日与调休`),
    lines: [...off.map(day => ({ day, kind: OFF })), ...work.map(day => ({ day, kind: WORK }))].sort((a, b) =>
      a.day < b.day ? -1 : 1,
    ),
  })),
  // A date that nobody can read is told of by its line.
  columns: [{ ...columns[0], type: 'text' }, columns[1]],
});

export type CalendarLine = {
  readonly day: string;
  readonly kind: string;
};

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The lines whose date nobody can read. */
export function unreadableDay(lines: readonly CalendarLine[]): number {
  return lines.findIndex(({ day }) => !ISO_DAY.test(day));
}

export function calendarTable(rows: readonly CalendarLine[]): Table[] {
  return rows.length === 0 ? [] : [{ key: 'Calendar', title: label, appendix: true, spare: 20, columns, rows }];
}

/** The calendar as an argument, if the sheet has one. */
export function calendarOf(lines: readonly CalendarLine[]): { calendar?: Expression } {
  return lines.length === 0 ? {} : { calendar: f`Calendar[day:kind]` };
}
