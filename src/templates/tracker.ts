import { achievement } from '../functions/achievement.ts';
import { pace } from '../functions/pace.ts';
import { runRate } from '../functions/runRate.ts';
import { timeProgress } from '../functions/timeProgress.ts';
import type { Language } from '../kernel/text.ts';
import { blankKept, column, type Expression, kpi, operator, parameter, unlessBlank } from '../plan/expression.ts';
import { dateField, linesField, textField, toggleField } from '../plan/field.ts';
import type { AboveRow, ColumnSpec, ParameterSpec, TableSpec } from '../plan/sheetSpec.ts';
import { defineTemplate, Problems } from '../plan/template.ts';
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

export const tracker = defineTemplate({
  id: 'tracker',
  label: { en: 'Monthly target tracker', zh: '月度目标跟踪' },
  summary: {
    en: 'Target, actual, gap, light, pace and projected total for each person, product line and region.',
    zh: '按区域、产品线、销售员跟踪目标、实际、差额、红绿灯、进度和预计完成。',
  },
  fields: {
    title: textField({
      label: { en: 'Title', zh: '标题' },
      initial: { en: 'Monthly target tracker', zh: '月度目标跟踪' },
    }),
    start: startField(firstOfMonth),
    end: endField(lastOfMonth),
    asOf: dateField({
      label: { en: 'Data as of', zh: '数据截至' },
      hint: {
        en: 'The date of your latest data; pace and projection count up to it. It never changes to today by itself.',
        zh: '最新数据的日期，进度和预计完成按此计算；不会自动取当天。',
      },
      initial: lastOfMonth,
    }),
    unit: unitField,
    money: moneyField,
    week: weekField,
    calendar: calendarField,
    people: linesField({
      label: { en: 'Rows', zh: '明细' },
      hint: {
        en: 'One target per line: region, product line, salesperson, target. Paste from a sheet if you like.',
        zh: '每行一条：区域、产品线、销售员、目标；可从表格粘贴。',
      },
      columns: [
        { key: 'region', label: { en: 'Region', zh: '区域' }, type: 'text', optional: true },
        { key: 'product', label: { en: 'Product line', zh: '产品线' }, type: 'text', optional: true },
        { key: 'person', label: { en: 'Salesperson', zh: '销售员' }, type: 'text', optional: true },
        { key: 'target', label: { en: 'Target', zh: '目标' }, type: 'number', optional: true },
        { key: 'lastMonth', label: { en: 'Last month', zh: '上月' }, type: 'number', optional: true, unasked: true },
        {
          key: 'lastYear',
          label: { en: 'Same month last year', zh: '去年同期' },
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
      label: { en: 'Fill in sample actuals', zh: '填入示例实际值' },
      hint: { en: 'Made-up data that shows how it works.', zh: '虚构数据，仅作演示。' },
      initial: true,
    }),
  },
  sheet({ title, start, end, asOf, unit, money, week, calendar, people, samples }, language) {
    const wrong = unreadableDay(calendar);
    if (wrong >= 0) return dateProblem(wrong);
    const period = periodOf(calendar);
    return {
      template: 'tracker',
      name: { en: 'Tracker', zh: '目标跟踪' },
      prefix: 'Tracker',
      title,
      subtitle: {
        en: 'Fill in the yellow cells: target and actual. The rest is computed. Add rows at the end of the table.',
        zh: '填写黄色单元格中的目标和实际，其余自动计算；可在表末添加行。',
      },
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
    label: { en: 'Time elapsed', zh: '时间进度' },
    format: 'percent',
    value: kpi(timeProgress, period),
    note: { en: 'Share of the period’s working days that have passed.', zh: '期间工作日中已过去的比例。' },
  };
}

/** A row without a target has nothing to be measured by: it stays blank instead of failing the whole column. */
const measured = unlessZero(column('target'), blankKept(column('actual')));

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
    { key: 'region', label: { en: 'Region', zh: '区域' }, format: 'text', named: 'Region' },
    { key: 'product', label: { en: 'Product line', zh: '产品线' }, format: 'text', named: 'Product' },
    { key: 'person', label: { en: 'Salesperson', zh: '销售员' }, format: 'text', named: 'Person' },
    {
      key: 'target',
      label: { en: 'Target', zh: '目标' },
      format: money,
      rule: { kind: 'number' },
      named: 'Target',
    },
    {
      key: 'actual',
      label: { en: 'Actual to date', zh: '累计实际' },
      format: money,
      rule: { kind: 'number' },
      named: 'Actual',
      note: {
        en: 'The actual up to the date above. Leave it blank where there is no data yet.',
        zh: '截至上方日期的实际完成；尚无数据时留空。',
      },
    },
    {
      key: 'achievement',
      label: { en: 'Achievement', zh: '达成率' },
      format: 'percent',
      named: 'Achievement',
      formula: kpi(achievement, { actual: measured, target: blankKept(column('target')) }),
      note: { en: 'Actual ÷ target.', zh: '实际 ÷ 目标。' },
    },
    {
      key: 'gap',
      label: { en: 'Gap', zh: '差额' },
      format: money,
      named: 'Gap',
      formula: unlessAnyBlank([column('actual'), column('target')], operator(column('actual'), '-', column('target'))),
      note: { en: 'Actual − target.', zh: '实际 − 目标。' },
    },
    lightColumn(language, 'person', { named: 'Light' }),
    {
      key: 'pace',
      label: { en: 'Pace', zh: '进度达成率' },
      format: 'percent',
      formula: kpi(pace, { actual: started(measured), target: blankKept(column('target')), ...period }),
      note: { en: 'Achievement ÷ time elapsed: 100% is on pace.', zh: '达成率 ÷ 时间进度，100% 即与进度同步。' },
    },
    {
      key: 'projected',
      label: { en: 'Projected total', zh: '预计完成' },
      format: money,
      formula: kpi(runRate, { actual: started(blankKept(column('actual'))), ...period }),
      note: {
        en: 'Actual ÷ time elapsed: the period’s total if it goes on like this.',
        zh: '实际 ÷ 时间进度，即照此下去的全期完成额。',
      },
    },
    { key: 'lastMonth', label: { en: 'Last month', zh: '上月' }, format: money, named: 'LastMonth' },
    { key: 'lastYear', label: { en: 'Same month last year', zh: '去年同期' }, format: money, named: 'LastYear' },
    {
      key: 'note',
      label: { en: 'Note (reason for a miss)', zh: '备注（未达原因）' },
      format: 'text',
      named: 'Note',
      width: 220,
    },
  ];
}

function dateProblem(line: number): Problems {
  return new Problems({
    calendar: {
      en: `Line ${line + 1}, Date: write it as 2026-10-01.`,
      zh: `第 ${line + 1} 行，日期：请写成 2026-10-01。`,
    },
  });
}
