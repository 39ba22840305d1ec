import { activityIndex } from '../functions/activityIndex.ts';
import { serialOfIso } from '../kernel/calendar.ts';
import { type Language, say, type Text } from '../kernel/text.ts';
import { defineSpec } from '../plan/defineTemplate.ts';
import {
  above,
  builtin,
  column,
  columnOf,
  columns,
  type Expression,
  kpi,
  operator,
  PLACE,
  parameter,
  unlessBlank,
  value,
} from '../plan/expression.ts';
import { dateField, linesField, numberField, textField } from '../plan/field.ts';
import type { AboveRow, ColumnSpec, ParameterSpec, TableSpec } from '../plan/sheetSpec.ts';
import {
  checks,
  exactly,
  sumIfs,
  sumOf,
  sumOfCells,
  textsIn,
  totals,
  unlessTexts,
  unlessZero,
} from './shared/expressions.ts';
import {
  computedRows,
  criterion,
  dayAfter,
  distinct,
  entered,
  LOG_ROWS,
  mondayOf,
  monthAfter,
  monthColumn,
  monthStart,
  padded,
  samplesField,
} from './shared/log.ts';
import { SAMPLE_PEOPLE } from './shared/samples.ts';

/** What a salesperson does, how often in a week, and how much it matters. */
const ACTIVITIES = [
  { key: 'calls', label: say('Calls', '电话'), goal: 50, weight: 0.2 },
  { key: 'emails', label: say('E-mails', '邮件'), goal: 40, weight: 0.1 },
  { key: 'visits', label: say('Visits', '拜访'), goal: 5, weight: 0.3 },
  { key: 'followUps', label: say('Follow-ups', '跟进'), goal: 20, weight: 0.2 },
  { key: 'demos', label: say('Demos', '演示'), goal: 3, weight: 0.2 },
] as const;
type ActivityKey = (typeof ACTIVITIES)[number]['key'];

const FIRST = 'calls';
const LAST = 'demos';

type Entry = { readonly date: string; readonly person: string } & {
  readonly [Key in ActivityKey]: number | undefined;
};

export const activity = defineSpec({
  id: 'activity',
  label: say('Activity log', '销售日报与周报'),
  summary: say(
    'A daily log of calls, e-mails, visits, follow-ups and demos; weekly and monthly totals and an activity index.',
    '每日填报电话、邮件、拜访、跟进、演示，自动汇总周报、月报和活动量指数。',
  ),
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Sales activity', '销售日报与周报') }),
    week: dateField({
      label: say('Week to report', '汇报周'),
      hint: say('Any day of it; weeks begin on Monday.', '该周任意一天，每周从周一开始。'),
      initial: today => dayAfter(mondayOf(today), -7),
    }),
    weeks: numberField({
      label: say('Weeks shown', '显示周数'),
      initial: 13,
      minimum: 1,
      maximum: 53,
      whole: true,
    }),
    entries: linesField({
      label: say('Log', '日报'),
      hint: say(
        'One day and person per line: date, salesperson, calls, e-mails, visits, follow-ups, demos. Or fill them in on the sheet.',
        '每行一条：日期、销售员、电话、邮件、拜访、跟进、演示；也可在表中填写。',
      ),
      columns: [
        { key: 'date', label: say('Date', '日期'), type: 'date' },
        { key: 'person', label: say('Salesperson', '销售员'), type: 'text' },
        { key: 'calls', label: say('Calls', '电话'), type: 'number', optional: true },
        { key: 'emails', label: say('E-mails', '邮件'), type: 'number', optional: true },
        { key: 'visits', label: say('Visits', '拜访'), type: 'number', optional: true },
        { key: 'followUps', label: say('Follow-ups', '跟进'), type: 'number', optional: true },
        { key: 'demos', label: say('Demos', '演示'), type: 'number', optional: true },
      ],
      initial: () => [],
    }),
    samples: samplesField,
  },
  sheet({ title, week, weeks, entries, samples }, language) {
    const monday = mondayOf(week);
    const start = dayAfter(monday, -7 * (weeks - 1));
    const log = entered(entries, samples, () => sampleLog(monday, language));
    const people = distinct(log.map(({ person }) => person));
    return {
      template: 'activity',
      name: say('Activity', '销售日报与周报'),
      prefix: 'Activity',
      title,
      subtitle: say(
        'Add one line per person per day in the yellow table at the bottom; goals and weights can be changed.',
        '每人每天在底部黄色表格填一行；目标与权重可自行调整。',
      ),
      orientation: 'landscape',
      frozenColumns: 0,
      parameters: strip(start, monday),
      tables: [peopleTable(people), weekTable(weeks), monthTable(start, weeks), logTable(log)],
    };
  },
});

function strip(start: string, monday: string): ParameterSpec[] {
  return [
    {
      key: 'Week',
      label: say('Week to report', '汇报周（周一）'),
      format: 'date',
      value: serialOfIso(monday),
      rule: { kind: 'date' },
      note: say('The Monday of the week that is shown by person.', '“各销售员”所示的一周，填周一日期。'),
    },
    {
      key: 'Start',
      label: say('First week', '首周（周一）'),
      format: 'date',
      value: serialOfIso(start),
      rule: { kind: 'date' },
      note: say('The Monday with which the weekly totals begin.', '周汇总的起始周一。'),
    },
    {
      key: 'Cap',
      label: say('Cap', '封顶'),
      format: 'percent',
      value: 1.5,
      rule: { kind: 'number', minimum: 0 },
      note: say('An activity counts at most so many times its goal.', '单项最多计到目标的多少倍。'),
    },
  ];
}

const of = (key: string): Expression => columnOf('Log', key);

/** Tests that a log's row lies in the days from one to another, that one left out. */
function between(from: Expression, to: Expression): Expression[] {
  return [of('date'), criterion('>=', from), of('date'), criterion('<', to)];
}

/** A column for each activity with its sum over the rows of the log that meet the tests. */
function countColumns(shown: Expression, tests: readonly Expression[]): ColumnSpec[] {
  return [
    ...ACTIVITIES.map(({ key, label }): ColumnSpec => {
      const sum = sumIfs(of(key), ...tests);
      return { key, label, format: 'integer', eachRow: true, formula: unlessBlank(shown, sum) };
    }),
    {
      key: 'total',
      label: say('Activities', '活动量'),
      format: 'integer',
      eachRow: true,
      formula: unlessBlank(shown, unlessTexts(textsIn(ALL), builtin('SUM', ALL))),
    },
  ];
}

/** A row's counts of all activities. */
const ALL = columns(FIRST, LAST);

const weights = above('People', 'weight', FIRST, LAST);

/** ACTIVITY_INDEX by built-in functions: one call of ours a row would be a round trip each in some hosts. */
function indexColumn(goalRow: string, share?: Expression): ColumnSpec {
  const parts = ACTIVITIES.map(({ key }) => {
    const weekly = above('People', goalRow, key);
    const goal = share ? operator(weekly, '*', share) : weekly;
    const reached = builtin('MIN', parameter('Cap'), operator(column(key), '/', goal));
    return operator(above('People', 'weight', key), '*', reached);
  });
  const weighted = parts.reduce((sum, part) => operator(sum, '+', part));
  const goals = builtin('MIN', above('People', goalRow, FIRST, LAST));
  const index = operator(operator(value(100), '*', weighted), '/', builtin('SUM', weights));
  return {
    key: 'index',
    label: INDEX,
    format: 'points',
    eachRow: true,
    formula: unlessBlank(column('total'), unlessZero(column('total'), unlessZero(goals, index))),
    note: INDEX_NOTE,
  };
}

const INDEX: Text = say('Activity index', '活动量指数');
const INDEX_NOTE: Text = say(
  '100 × Σ weight × (count ÷ goal, cut to the cap) ÷ Σ weight; 100 is all goals met.',
  '100 × Σ 权重 ×（次数 ÷ 目标，不超过封顶）÷ Σ 权重；100 为全部达标。',
);

function each(cell: (key: ActivityKey) => Expression): Record<string, Expression> {
  return Object.fromEntries(ACTIVITIES.map(({ key }) => [key, cell(key)]));
}

function peopleTable(people: readonly string[]): TableSpec {
  const inWeek = between(parameter('Week'), operator(parameter('Week'), '+', value(7)));
  const goals = above('People', 'teamGoal', FIRST, LAST);
  const team = kpi(activityIndex, {
    counts: above('People', 'total', FIRST, LAST),
    goals,
    weights,
    cap: parameter('Cap'),
  });
  const inLog = ACTIVITIES.map(({ key }) => sumIfs(of(key), ...inWeek));
  const logged = inLog.reduce((sum, part) => operator(sum, '+', part));
  return {
    key: 'People',
    title: say('1  The week, by salesperson', '一、本周各销售员'),
    spare: 0,
    above: [
      inputs('goal', say('Weekly goal per person', '每人每周目标'), 'number', 'goal'),
      inputs('weight', say('Weight', '权重'), 'percent', 'weight'),
      {
        key: 'teamGoal',
        label: say('Team goal', '团队目标'),
        role: 'total',
        cells: each(key =>
          operator(above('People', 'goal', key), '*', builtin('COUNTIF', columnOf('People', 'person'), value('<>'))),
        ),
      },
      totals({
        ...each(key => sumOf('People', key)),
        total: sumOf('People', 'total'),
        index: unlessZero(above('People', 'total', 'total'), unlessZero(builtin('MIN', goals), team)),
      }),
      // A week that is no date has no rows in the log.
      checks({ total: operator(operator(logged, '-', sumOf('People', 'total')), '+', textsIn(parameter('Week'))) }),
    ],
    columns: [
      {
        key: 'person',
        label: say('Salesperson', '销售员'),
        format: 'text',
        note: say(
          'Spell names as in the log. ✗ above: the log has someone not listed here.',
          '须与日报中的写法一致。上方出现 ✗ 表示日报中有人未列出。',
        ),
      },
      indexColumn('goal'),
      ...countColumns(column('person'), [of('person'), exactly(column('person')), ...inWeek]),
    ],
    rows: padded(
      people.map(person => ({ person })),
      Math.max(8, people.length + 2),
    ),
  };
}

function inputs(key: string, label: Text, format: 'number' | 'percent', figure: 'goal' | 'weight'): AboveRow {
  const cells = Object.fromEntries(ACTIVITIES.map(line => [line.key, line[figure]]));
  return { key, label, role: 'input', format, cells };
}

function outside(table: string): AboveRow {
  const logged = sumOfCells(columnOf('Log', FIRST, LAST));
  return checks({ total: operator(logged, '-', sumOf(table, 'total')) });
}

function weekTable(weeks: number): TableSpec {
  const from = column('week');
  return {
    key: 'Weeks',
    title: say('2  By week', '二、周汇总'),
    spare: 0,
    charts: [
      {
        kind: 'column',
        title: say('Activities by week', '每周活动量'),
        categories: 'week',
        series: ACTIVITIES.map(({ key }) => key),
      },
      {
        kind: 'column',
        title: say('Activity index by week', '每周活动量指数'),
        categories: 'week',
        series: ['index'],
      },
    ],
    above: [outside('Weeks')],
    columns: [
      {
        key: 'week',
        label: say('Week from', '周（周一）'),
        format: 'date',
        eachRow: true,
        formula: operator(parameter('Start'), '+', operator(value(7), '*', operator(PLACE, '-', value(1)))),
        note: say('✗ above: entries outside these weeks.', '上方出现 ✗ 表示有日报不在这些周内。'),
      },
      indexColumn('teamGoal'),
      ...countColumns(from, between(from, operator(from, '+', value(7)))),
    ],
    rows: computedRows(weeks),
  };
}

function monthTable(start: string, weeks: number): TableSpec {
  const from = column('month');
  const next = monthStart(from, value(1));
  const last = dayAfter(start, 7 * weeks - 1);
  const months = Array.from({ length: 14 }, (_, index) => monthAfter(start, index)).filter(month => month <= last);
  return {
    key: 'Months',
    title: say('3  By month', '三、月汇总'),
    spare: 0,
    above: [outside('Months')],
    columns: [
      monthColumn(parameter('Start')),
      {
        ...indexColumn('teamGoal', operator(operator(next, '-', from), '/', value(7))),
        note: say('As above; the weekly goals count for the month’s days ÷ 7.', '同上；周目标按当月天数 ÷ 7 折算。'),
      },
      ...countColumns(from, between(from, next)),
    ],
    rows: computedRows(months.length),
  };
}

function logTable(log: readonly Entry[]): TableSpec {
  return {
    key: 'Log',
    title: say('4  Daily log', '四、日报'),
    spare: LOG_ROWS,
    above: [],
    columns: [
      { key: 'date', label: say('Date', '日期'), format: 'date', rule: { kind: 'date' } },
      { key: 'person', label: say('Salesperson', '销售员'), format: 'text' },
      ...ACTIVITIES.map(
        ({ key, label }): ColumnSpec => ({ key, label, format: 'integer', rule: { kind: 'number', minimum: 0 } }),
      ),
      { key: 'note', label: say('Note', '备注'), format: 'text', width: 160 },
    ],
    rows: log.map(({ date, person, ...counts }) => ({
      date: serialOfIso(date),
      person,
      ...Object.fromEntries(ACTIVITIES.map(({ key }) => [key, counts[key] ?? null])),
    })),
  };
}

/** A day of each sample person, and on which of the week's five days there was a demo. */
const DAYS = [
  { calls: 10, emails: 8, visits: 1, followUps: 4, demos: [1, 0, 1, 0, 1] },
  { calls: 8, emails: 8, visits: 1, followUps: 2, demos: [0, 0, 0, 0, 0] },
  { calls: 15, emails: 8, visits: 1, followUps: 4, demos: [1, 1, 1, 1, 1] },
  { calls: 5, emails: 4, visits: 1, followUps: 2, demos: [0, 0, 0, 0, 0] },
] as const;
const SAMPLE_WEEKS = 4;

/** The same week four times, up to the one that is reported: 100, 66, 120 and 55 points. */
function sampleLog(monday: string, language: Language): Entry[] {
  return Array.from({ length: SAMPLE_WEEKS * 5 }, (_, index) => {
    const week = Math.floor(index / 5) - SAMPLE_WEEKS + 1;
    return DAYS.map(({ demos, ...counts }, person) => ({
      date: dayAfter(monday, week * 7 + (index % 5)),
      person: SAMPLE_PEOPLE[person]?.person[language] ?? '',
      ...counts,
      demos: demos[index % 5] ?? 0,
    }));
  }).flat();
}
