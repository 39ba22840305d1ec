import { achievement } from '../functions/achievement.ts';
import { pace } from '../functions/pace.ts';
import { runRate } from '../functions/runRate.ts';
import { timeProgress } from '../functions/timeProgress.ts';
import { type Language, say } from '../kernel/text.ts';
import { defineSpec } from '../plan/defineTemplate.ts';
import { column, type Expression, kpi, operator, parameter, unlessBlank } from '../plan/expression.ts';
import { dateField, linesField, textField, toggleField } from '../plan/field.ts';
import type { AboveRow, ColumnSpec, ParameterSpec, TableSpec } from '../plan/sheetSpec.ts';
import { Problems } from '../plan/template.ts';
import { sumOf, sumOnceFilled, totalOf, totals, unlessAnyBlank, unlessZero } from './shared/expressions.ts';
import { lightColumn } from './shared/lights.ts';
import { type MoneyFormat, moneyField } from './shared/money.ts';
import { firstOfMonth, lastOfMonth } from './shared/periods.ts';
import { SAMPLE_PEOPLE } from './shared/samples.ts';
import { dateCell, endField, lightCells, startField, unitCell, unitField } from './shared/strip.ts';
import {
  type CalendarLine,
  calendarField,
  calendarOf,
  calendarTable,
  unreadableDay,
  weekCell,
  weekField,
} from './shared/workingDays.ts';

export const tracker = defineSpec({
  id: 'tracker',
  label: say('Monthly target tracker', '月度目标跟踪'),
  summary: say(
    'Target, actual, gap, light, pace and projected total for each person, product line and region.',
    '按区域、产品线、销售员跟踪目标、实际、差额、红绿灯、进度和预计完成。',
  ),
  fields: {
    title: textField({
      label: say('Title', '标题'),
      initial: say('Monthly target tracker', '月度目标跟踪'),
    }),
    start: startField(firstOfMonth),
    end: endField(lastOfMonth),
    asOf: dateField({
      label: say('Data as of', '数据截至'),
      hint: say(
        'The date of your latest data; pace and projection count up to it. It never changes to today by itself.',
        '最新数据的日期，进度和预计完成按此计算；不会自动取当天。',
      ),
      initial: lastOfMonth,
    }),
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
      columns: [
        { key: 'region', label: say('Region', '区域'), type: 'text', optional: true },
        { key: 'product', label: say('Product line', '产品线'), type: 'text', optional: true },
        { key: 'person', label: say('Salesperson', '销售员'), type: 'text', optional: true },
        { key: 'target', label: say('Target', '目标'), type: 'number', optional: true },
        { key: 'lastMonth', label: say('Last month', '上月'), type: 'number', optional: true, unasked: true },
        {
          key: 'lastYear',
          label: say('Same month last year', '去年同期'),
          type: 'number',
          optional: true,
          unasked: true,
        },
      ],
      initial: language =>
        SAMPLE_PEOPLE.map(({ region, product, person, target }) => ({
          region: region[language],
          product: product[language],
          person: person[language],
          target,
          lastMonth: undefined,
          lastYear: undefined,
        })),
    }),
    samples: toggleField({
      label: say('Fill in sample actuals', '填入示例实际值'),
      hint: say('Made-up data that shows how it works.', '虚构数据，仅作演示。'),
      initial: true,
    }),
  },
  sheet({ title, start, end, asOf, unit, money, week, calendar, people, samples }, language) {
    const wrong = unreadableDay(calendar);
    if (wrong >= 0) return dateProblem(wrong);
    const period = periodOf(calendar);
    return {
      template: 'tracker',
      name: say('Tracker', '目标跟踪'),
      prefix: 'Tracker',
      title,
      subtitle: say(
        'Fill in the yellow cells: target and actual. The rest is computed. Add rows at the end of the table.',
        '填写黄色单元格中的目标和实际，其余自动计算；可在表末添加行。',
      ),
      orientation: 'landscape',
      frozenColumns: 3,
      form: { title, money },
      parameters: [
        dateCell('Start', start),
        dateCell('End', end),
        dateCell('AsOf', asOf),
        unitCell(unit),
        weekCell(week, language),
        progressCell(period),
        ...lightCells(language),
      ],
      tables: [
        {
          key: 'Rows',
          spare: 50,
          above: [totalsRow(period)],
          columns: columnsOf(language, money, period).filter(
            ({ key }) => !(key === 'lastMonth' || key === 'lastYear') || people.some(row => row[key] !== undefined),
          ),
          rows: people.map((row, index) => {
            const sample = samples ? SAMPLE_PEOPLE[index % SAMPLE_PEOPLE.length] : undefined;
            return {
              region: row.region ?? null,
              product: row.product ?? null,
              person: row.person ?? null,
              target: row.target ?? null,
              lastMonth: row.lastMonth ?? null,
              lastYear: row.lastYear ?? null,
              actual: sample?.actual ?? null,
              note: sample?.cause[language] || null,
            };
          }),
        },
        ...calendarTable(calendar, language),
      ] satisfies TableSpec[],
    };
  },
});

type Period = Partial<Record<'start' | 'end' | 'as_of' | 'week' | 'calendar', Expression>>;

function periodOf(calendar: readonly CalendarLine[]): Period {
  return {
    start: parameter('Start'),
    end: parameter('End'),
    as_of: parameter('AsOf'),
    week: parameter('Week'),
    ...calendarOf(calendar),
  };
}

function progressCell(period: Period): ParameterSpec {
  return {
    key: 'TimeProgress',
    label: say('Time elapsed', '时间进度'),
    format: 'percent',
    value: kpi(timeProgress, period),
    note: say('Share of the period’s working days that have passed.', '期间工作日中已过去的比例。'),
  };
}

/** A row without a target has nothing to be measured by: it stays blank instead of failing the whole column. */
const measured = unlessZero(column('target'), column('actual'));

/** Before the first working day is over there is no pace. */
const started = (expression: Expression): Expression => unlessZero(parameter('TimeProgress'), expression);

function totalsRow(period: Period): AboveRow {
  const [target, actual] = [totalOf('Rows', 'target'), totalOf('Rows', 'actual')];
  return totals(
    {
      target: sumOf('Rows', 'target'),
      // Nobody's actual known is no actual, not one of 0.
      actual: sumOnceFilled('Rows', 'actual'),
      achievement: unlessZero(target, kpi(achievement, { actual, target })),
      gap: unlessBlank(actual, operator(actual, '-', target)),
      pace: unlessZero(target, started(kpi(pace, { actual, target, ...period }))),
      projected: started(kpi(runRate, { actual, ...period })),
    },
    { target: 'TotalTarget', actual: 'TotalActual', achievement: 'TotalAchievement', gap: 'TotalGap' },
  );
}

function columnsOf(language: Language, money: MoneyFormat, period: Period): ColumnSpec[] {
  return [
    { key: 'region', label: say('Region', '区域'), format: 'text', named: 'Region' },
    { key: 'product', label: say('Product line', '产品线'), format: 'text', named: 'Product' },
    { key: 'person', label: say('Salesperson', '销售员'), format: 'text', named: 'Person' },
    {
      key: 'target',
      label: say('Target', '目标'),
      format: money,
      rule: { kind: 'number' },
      named: 'Target',
    },
    {
      key: 'actual',
      label: say('Actual to date', '累计实际'),
      format: money,
      rule: { kind: 'number' },
      named: 'Actual',
      note: say(
        'The actual up to the date above. Leave it blank where there is no data yet.',
        '截至上方日期的实际完成；尚无数据时留空。',
      ),
    },
    {
      key: 'achievement',
      label: say('Achievement', '达成率'),
      format: 'percent',
      named: 'Achievement',
      formula: kpi(achievement, { actual: measured, target: column('target') }),
      note: say('Actual ÷ target.', '实际 ÷ 目标。'),
    },
    {
      key: 'gap',
      label: say('Gap', '差额'),
      format: money,
      named: 'Gap',
      formula: unlessAnyBlank([column('actual'), column('target')], operator(column('actual'), '-', column('target'))),
      note: say('Actual − target.', '实际 − 目标。'),
    },
    lightColumn(language, 'person', { named: 'Light' }),
    {
      key: 'pace',
      label: say('Pace', '进度达成率'),
      format: 'percent',
      formula: kpi(pace, { actual: started(measured), target: column('target'), ...period }),
      note: say('Achievement ÷ time elapsed: 100% is on pace.', '达成率 ÷ 时间进度，100% 即与进度同步。'),
    },
    {
      key: 'projected',
      label: say('Projected total', '预计完成'),
      format: money,
      formula: kpi(runRate, { actual: started(column('actual')), ...period }),
      note: say(
        'Actual ÷ time elapsed: the period’s total if it goes on like this.',
        '实际 ÷ 时间进度，即照此下去的全期完成额。',
      ),
    },
    { key: 'lastMonth', label: say('Last month', '上月'), format: money, named: 'LastMonth' },
    { key: 'lastYear', label: say('Same month last year', '去年同期'), format: money, named: 'LastYear' },
    {
      key: 'note',
      label: say('Note (reason for a miss)', '备注（未达原因）'),
      format: 'text',
      named: 'Note',
      width: 220,
    },
  ];
}

function dateProblem(line: number): Problems {
  return new Problems({
    calendar: say(`Line ${line + 1}, Date: write it as 2026-10-01.`, `第 ${line + 1} 行，日期：请写成 2026-10-01。`),
  });
}
