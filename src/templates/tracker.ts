import { achievement } from '../functions/achievement.ts';
import { pace } from '../functions/pace.ts';
import { runRate } from '../functions/runRate.ts';
import { timeProgress } from '../functions/timeProgress.ts';
import { say, searchWords } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { type Expression, kpi, unlessBlank } from '../plan/expression.ts';
import { linesField, textField, toggleField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Column, RowAbove, StripCell } from '../plan/said.ts';
import { show } from '../plan/show.ts';
import { Problems } from '../plan/template.ts';
import { sumOf, sumOnceFilled, totals, unlessAnyBlank, unlessZero } from './shared/expressions.ts';
import { lightColumn } from './shared/lights.ts';
import { ACHIEVEMENT_NOTE } from './shared/measures.ts';
import { moneyField } from './shared/money.ts';
import { firstOfMonth, lastOfMonth } from './shared/periods.ts';
import { SAMPLE_PEOPLE } from './shared/samples.ts';
import { asOfField, endField, LIGHT_CELLS, startField, unitField } from './shared/strip.ts';
import {
  type CalendarLine,
  calendarField,
  calendarOf,
  calendarTable,
  unreadableDay,
  weekField,
} from './shared/workingDays.ts';

const region = show.text('region', say('Region', '区域'), { named: 'Region', optional: true });
const product = show.text('product', say('Product line', '产品线'), { named: 'Product', optional: true });
const person = show.text('person', say('Salesperson', '销售员'), { named: 'Person', optional: true });
const target = show.amount('target', say('Target', '目标'), { named: 'Target', optional: true });
/** The month's roll-over brings them; a form does not ask. */
const earlier = { format: 'amount', type: 'number', optional: true, unasked: true } as const;
const lastMonth = { key: 'lastMonth', label: say('Last month', '上月'), named: 'LastMonth', ...earlier } as const;
const lastYear = {
  key: 'lastYear',
  label: say('Same month last year', '去年同期'),
  named: 'LastYear',
  ...earlier,
} as const;

export const tracker = defineTemplate({
  id: 'tracker',
  label: say('Monthly target tracker', '月度目标跟踪'),
  words: searchWords(
    'quota, attainment, progress bar, forecast, target vs actual, monthly report',
    '目标达成率，销售额达成率，进度条，完成率，总销量，业绩跟踪',
  ),
  summary: say(
    'Target, actual, gap, light, pace and projected total for each person, product line and region.',
    '按区域、产品线、销售员跟踪目标、实际、差额、红绿灯、进度和预计完成。',
  ),
  name: say('Tracker', '目标跟踪'),
  prefix: 'Tracker',
  subtitle: say(
    'Fill in the yellow cells: target and actual. The rest is computed. Add rows at the end of the table.',
    '填写黄色单元格中的目标和实际，其余自动计算；可在表末添加行。',
  ),
  frozenColumns: 3,
  fields: {
    title: textField({
      label: say('Title', '标题'),
      initial: say('Monthly target tracker', '月度目标跟踪'),
    }),
    start: startField(firstOfMonth),
    end: endField(lastOfMonth),
    asOf: asOfField(
      lastOfMonth,
      say(
        'The date of your latest data; pace and projection count up to it. It never changes to today by itself.',
        '最新数据的日期，进度和预计完成按此计算；不会自动取当天。',
      ),
    ),
    unit: unitField,
    money: moneyField,
    week: weekField,
    calendar: calendarField,
    people: linesField({
      label: say('Rows', '明细'),
      hint: say(
        'One target per line: region, product line, salesperson, target. Paste from a sheet if you like.',
        '每行一条：区域、产品线、销售员、目标；可从表格粘贴。',
      ),
      columns: [region, product, person, target, lastMonth, lastYear],
      initial: SAMPLE_PEOPLE.map(line => ({ ...line, lastMonth: undefined, lastYear: undefined })),
    }),
    samples: toggleField({
      label: say('Fill in sample actuals', '填入示例实际值'),
      hint: say('Made-up data that shows how it works.', '虚构数据，仅作演示。'),
      initial: true,
    }),
  },
  sheet({ title, money, calendar, people, samples }) {
    const wrong = unreadableDay(calendar);
    if (wrong >= 0) return dateProblem(wrong);
    const period = periodOf(calendar);
    return {
      amounts: money,
      form: { title, money },
      strip: ['start', 'end', 'asOf', 'unit', 'week', progressCell(period), ...LIGHT_CELLS],
      tables: [
        {
          key: 'Rows',
          spare: 50,
          above: [totalsRow(period)],
          columns: columnsOf(
            period,
            [lastMonth, lastYear].filter(({ key }) => people.some(row => row[key] !== undefined)),
          ),
          rows: people.map((row, index) => {
            const sample = samples ? SAMPLE_PEOPLE[index % SAMPLE_PEOPLE.length] : undefined;
            return { ...row, actual: sample?.actual, note: sample?.cause };
          }),
        },
        ...calendarTable(calendar),
      ],
    };
  },
});

type Period = Partial<Record<'start' | 'end' | 'as_of' | 'week' | 'calendar', Expression>>;

function periodOf(calendar: readonly CalendarLine[]): Period {
  return { start: f`Start`, end: f`End`, as_of: f`AsOf`, week: f`Week`, ...calendarOf(calendar) };
}

const progressCell = (period: Period): StripCell =>
  show.percent('TimeProgress', say('Time elapsed', '时间进度'), {
    value: kpi(timeProgress, period),
    note: say('Share of the period’s working days that have passed.', '期间工作日中已过去的比例。'),
  });

/** A row without a target has nothing to be measured by: it stays blank instead of failing the whole column. */
const measured = unlessZero(f`[target]`, f`[actual]`);

/** Before the first working day is over there is no pace. */
const started = (expression: Expression): Expression => unlessZero(f`TimeProgress`, expression);

function totalsRow(period: Period): RowAbove {
  const all = { actual: f`Rows[total.actual]`, target: f`Rows[total.target]` };
  return totals(
    {
      target: sumOf('Rows', 'target'),
      // Nobody's actual known is no actual, not one of 0.
      actual: sumOnceFilled('Rows', 'actual'),
      achievement: unlessZero(all.target, kpi(achievement, all)),
      gap: unlessBlank(all.actual, f`${all.actual}-${all.target}`),
      pace: unlessZero(all.target, started(kpi(pace, { ...all, ...period }))),
      projected: started(kpi(runRate, { actual: all.actual, ...period })),
    },
    { target: 'TotalTarget', actual: 'TotalActual', achievement: 'TotalAchievement', gap: 'TotalGap' },
  );
}

const columnsOf = (period: Period, known: readonly Column[]): Column[] => [
  region,
  product,
  person,
  target,
  show.amount('actual', say('Actual to date', '累计实际'), {
    named: 'Actual',
    note: say(
      'The actual up to the date above. Leave it blank where there is no data yet.',
      '截至上方日期的实际完成；尚无数据时留空。',
    ),
  }),
  show.percent('achievement', say('Achievement', '达成率'), {
    named: 'Achievement',
    formula: kpi(achievement, { actual: measured, target: f`[target]` }),
    note: ACHIEVEMENT_NOTE,
  }),
  show.amount('gap', say('Gap', '差额'), {
    named: 'Gap',
    formula: unlessAnyBlank([f`[actual]`, f`[target]`], f`[actual]-[target]`),
    note: say('Actual − target.', '实际 − 目标。'),
  }),
  lightColumn('person', { named: 'Light' }),
  show.percent('pace', say('Pace', '进度达成率'), {
    formula: kpi(pace, { actual: started(measured), target: f`[target]`, ...period }),
    note: say('Achievement ÷ time elapsed: 100% is on pace.', '达成率 ÷ 时间进度，100% 即与进度同步。'),
  }),
  show.amount('projected', say('Projected total', '预计完成'), {
    formula: kpi(runRate, { actual: started(f`[actual]`), ...period }),
    note: say(
      'Actual ÷ time elapsed: the period’s total if it goes on like this.',
      '实际 ÷ 时间进度，即照此下去的全期完成额。',
    ),
  }),
  ...known,
  show.text('note', say('Note (reason for a miss)', '备注（未达原因）'), { named: 'Note', width: 220 }),
];

function dateProblem(line: number): Problems {
  return new Problems({
    calendar: say(`Line ${line + 1}, Date: write it as 2026-10-01.`, `第 ${line + 1} 行，日期：请写成 2026-10-01。`),
  });
}
