import { serialOfIso } from '../../kernel/calendar.ts';
import { type Language, say } from '../../kernel/text.ts';
import { columnOf, type Expression } from '../../plan/expression.ts';
import { choiceField, linesField } from '../../plan/field.ts';
import type { ParameterSpec, TableSpec } from '../../plan/sheetSpec.ts';

const WEEKS = [
  { value: 'mon-fri', label: say('Monday to Friday', '周一至周五') },
  { value: 'mon-sat', label: say('Monday to Saturday', '周一至周六') },
  { value: 'all', label: say('every day', '每天') },
] as const;
type WeekChoice = (typeof WEEKS)[number]['value'];

export const weekField = choiceField({
  label: say('Working week', '工作周'),
  initial: 'mon-fri',
  choices: WEEKS,
});

/** The words are what the functions read in either language. */
export function weekCell(week: WeekChoice, language: Language): ParameterSpec {
  return {
    key: 'Week',
    label: say('Working week', '工作周'),
    format: 'text',
    value: WEEKS.find(({ value }) => value === week)?.label[language] ?? week,
    rule: { kind: 'list', values: WEEKS.map(({ label }) => label[language]) },
  };
}

export const calendarField = linesField({
  label: say('Days off and make-up days', '节假日与调休'),
  hint: say(
    'One day per line: date (2026-10-01), off or work. Leave empty if the week alone counts.',
    '每行一条：日期（如 2026-10-01）、休或班；只按工作周计算时留空。',
  ),
  columns: [
    { key: 'day', label: say('Date', '日期'), type: 'text' },
    { key: 'kind', label: say('Off or work', '休或班'), type: 'text' },
  ],
  initial: () => [],
});

export interface CalendarLine {
  readonly day: string;
  readonly kind: string;
}

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The lines whose date nobody can read. */
export function unreadableDay(lines: readonly CalendarLine[]): number {
  return lines.findIndex(({ day }) => !ISO_DAY.test(day));
}

/** As WORKDAYS reads them. */
const KINDS = { en: ['off', 'work'], zh: ['休', '班'] } as const;

export function calendarTable(lines: readonly CalendarLine[], language: Language): TableSpec[] {
  if (lines.length === 0) return [];
  const kinds = KINDS[language];
  return [
    {
      key: 'Calendar',
      title: say('Days off and make-up days', '节假日与调休'),
      appendix: true,
      spare: 20,
      above: [],
      columns: [
        { key: 'day', label: say('Date', '日期'), format: 'date', rule: { kind: 'date' }, named: 'CalendarDay' },
        {
          key: 'kind',
          label: say('Off or work', '休或班'),
          format: 'text',
          named: 'CalendarKind',
          rule: { kind: 'list', values: kinds },
          note: say(
            'off: a day on which nobody works. work: a weekend day that is worked to make up for one.',
            '休：放假；班：调休上班的周末。',
          ),
        },
      ],
      rows: lines.map(({ day, kind }) => ({ day: serialOfIso(day), kind })),
    },
  ];
}

/** The calendar as an argument, if the sheet has one. */
export function calendarOf(lines: readonly CalendarLine[]): { calendar?: Expression } {
  return lines.length === 0 ? {} : { calendar: columnOf('Calendar', 'day', 'kind') };
}
