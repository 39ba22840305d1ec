import { activityIndex } from '../functions/activityIndex.ts';
import { type Language, say, searchWords, type Text } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { above, column, columnOf, type Expression, kpi, unlessBlank } from '../plan/expression.ts';
import { dateField, linesField, numberField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Column, Row, RowAbove, StripCell, Table } from '../plan/said.ts';
import { show } from '../plan/show.ts';
import {
  checks,
  each,
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
  between,
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

const counted = { minimum: 0, optional: true } as const;

/** What a salesperson does. */
const COUNTS = [
  show.integer('calls', say('Calls', '电话'), counted),
  show.integer('emails', say('E-mails', '邮件'), counted),
  show.integer('visits', say('Visits', '拜访'), counted),
  show.integer('followUps', say('Follow-ups', '跟进'), counted),
  show.integer('demos', say('Demos', '演示'), counted),
] as const;
const KEYS = COUNTS.map(({ key }) => key);
/** How often in a week, and how much it matters. */
const GOALS = { calls: 50, emails: 40, visits: 5, followUps: 20, demos: 3 };
const WEIGHTS = { calls: 0.2, emails: 0.1, visits: 0.3, followUps: 0.2, demos: 0.2 };

const date = show.date('date', say('Date', '日期'));
const person = show.text('person', say('Salesperson', '销售员'));

export const activity = defineTemplate({
  id: 'activity',
  label: say('Activity log', '销售日报与周报'),
  words: searchWords(
    'call log, CRM diary, visits, daily report, weekly report, activity tracking',
    '日报，周报，拜访记录，工作日志，活动量度，跟进记录',
  ),
  summary: say(
    'A daily log of calls, e-mails, visits, follow-ups and demos; weekly and monthly totals and an activity index.',
    '每日填报电话、邮件、拜访、跟进、演示，自动汇总周报、月报和活动量指数。',
  ),
  name: say('Activity', '销售日报与周报'),
  prefix: 'Activity',
  subtitle: say(
    'Add one line per person per day in the yellow table at the bottom; goals and weights can be changed.',
    '每人每天在底部黄色表格填一行；目标与权重可自行调整。',
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
      columns: [date, person, ...COUNTS],
    }),
    samples: samplesField,
  },
  sheet({ week, weeks, entries, samples }, language) {
    const monday = mondayOf(week);
    const start = dayAfter(monday, -7 * (weeks - 1));
    const log = entered(entries, samples, () => sampleLog(monday, language));
    return {
      strip: strip(start, monday),
      tables: [
        peopleTable(distinct(log.map(line => line.person))),
        weekTable(weeks),
        monthTable(start, weeks),
        logTable(log),
      ],
    };
  },
});

const strip = (start: string, monday: string): StripCell[] => [
  show.date('Week', say('Week to report', '汇报周（周一）'), {
    value: monday,
    note: say('The Monday of the week that is shown by person.', '“各销售员”所示的一周，填周一日期。'),
  }),
  show.date('Start', say('First week', '首周（周一）'), {
    value: start,
    note: say('The Monday with which the weekly totals begin.', '周汇总的起始周一。'),
  }),
  show.percent('Cap', say('Cap', '封顶'), {
    value: 1.5,
    minimum: 0,
    note: say('An activity counts at most so many times its goal.', '单项最多计到目标的多少倍。'),
  }),
];

const logged = (key: string): Expression => columnOf('Log', key);
const inDays = (from: Expression, to: Expression) => between(logged('date'), from, to);
const added = (parts: readonly Expression[]) => parts.reduce((sum, part) => f`${sum}+${part}`);

/** A column for each activity with its sum over the rows of the log that meet the tests. */
const countColumns = (shown: Expression, tests: readonly Expression[]): Column[] => [
  ...COUNTS.map(({ key, label }) =>
    show.integer(key, label, { eachRow: true, formula: unlessBlank(shown, sumIfs(logged(key), ...tests)) }),
  ),
  show.integer('total', say('Activities', '活动量'), {
    eachRow: true,
    formula: unlessBlank(shown, unlessTexts(textsIn(f`[calls:demos]`), f`SUM([calls:demos])`)),
  }),
];

/** ACTIVITY_INDEX by built-in functions: one call of ours a row would be a round trip each in some hosts. */
function indexColumn(goalRow: string, share?: Expression, note = INDEX_NOTE): Column {
  const weighted = KEYS.map(key => {
    const weekly = above('People', goalRow, key);
    const goal = share ? f`${weekly}*${share}` : weekly;
    return f`${above('People', 'weight', key)}*MIN(Cap,${column(key)}/${goal})`;
  });
  const goals = f`MIN(${above('People', goalRow, 'calls', 'demos')})`;
  const index = f`100*${added(weighted)}/SUM(People[weight.calls:demos])`;
  return show.points('index', say('Activity index', '活动量指数'), {
    eachRow: true,
    formula: unlessBlank(f`[total]`, unlessZero(f`[total]`, unlessZero(goals, index))),
    note,
  });
}

const INDEX_NOTE: Text = say(
  '100 × Σ weight × (count ÷ goal, cut to the cap) ÷ Σ weight; 100 is all goals met.',
  '100 × Σ 权重 ×（次数 ÷ 目标，不超过封顶）÷ Σ 权重；100 为全部达标。',
);

function peopleTable(people: readonly string[]): Table {
  const inWeek = inDays(f`Week`, f`Week+7`);
  const team = kpi(activityIndex, {
    counts: f`People[total.calls:demos]`,
    goals: f`People[teamGoal.calls:demos]`,
    weights: f`People[weight.calls:demos]`,
    cap: f`Cap`,
  });
  const inLog = added(KEYS.map(key => sumIfs(logged(key), ...inWeek)));
  return {
    key: 'People',
    title: say('1  The week, by salesperson', '一、本周各销售员'),
    above: [
      inputs('goal', say('Weekly goal per person', '每人每周目标'), 'number', GOALS),
      inputs('weight', say('Weight', '权重'), 'percent', WEIGHTS),
      {
        key: 'teamGoal',
        label: say('Team goal', '团队目标'),
        role: 'total',
        cells: each(KEYS, key => f`${above('People', 'goal', key)}*COUNTIF(People[person],"<>")`),
      },
      totals({
        ...each([...KEYS, 'total'], key => sumOf('People', key)),
        index: unlessZero(f`People[total.total]`, unlessZero(f`MIN(People[teamGoal.calls:demos])`, team)),
      }),
      // A week that is no date has no rows in the log.
      checks({ total: f`${inLog}-${sumOf('People', 'total')}+${textsIn(f`Week`)}` }),
    ],
    columns: [
      {
        ...person,
        note: say(
          'Spell names as in the log. ✗ above: the log has someone not listed here.',
          '须与日报中的写法一致。上方出现 ✗ 表示日报中有人未列出。',
        ),
      },
      indexColumn('goal'),
      ...countColumns(f`[person]`, [logged('person'), exactly(f`[person]`), ...inWeek]),
    ],
    rows: padded(
      people.map(name => ({ person: name })),
      Math.max(8, people.length + 2),
    ),
  };
}

const inputs = (key: string, label: Text, format: 'number' | 'percent', cells: Readonly<Record<string, number>>) =>
  ({ key, label, role: 'input', format, cells }) as const;

const outside = (table: string): RowAbove =>
  checks({ total: f`${sumOfCells(f`Log[calls:demos]`)}-${sumOf(table, 'total')}` });

const weekTable = (weeks: number): Table => ({
  key: 'Weeks',
  title: say('2  By week', '二、周汇总'),
  charts: [
    { kind: 'column', title: say('Activities by week', '每周活动量'), categories: 'week', series: KEYS },
    { kind: 'column', title: say('Activity index by week', '每周活动量指数'), categories: 'week', series: ['index'] },
  ],
  above: [outside('Weeks')],
  columns: [
    show.date('week', say('Week from', '周（周一）'), {
      eachRow: true,
      formula: f`Start+7*(#-1)`,
      note: say('✗ above: entries outside these weeks.', '上方出现 ✗ 表示有日报不在这些周内。'),
    }),
    indexColumn('teamGoal'),
    ...countColumns(f`[week]`, inDays(f`[week]`, f`[week]+7`)),
  ],
  rows: weeks,
});

function monthTable(start: string, weeks: number): Table {
  const last = dayAfter(start, 7 * weeks - 1);
  const months = Array.from({ length: 14 }, (_, index) => monthAfter(start, index)).filter(month => month <= last);
  const next = monthStart(f`[month]`, 1);
  return {
    key: 'Months',
    title: say('3  By month', '三、月汇总'),
    above: [outside('Months')],
    columns: [
      monthColumn(f`Start`),
      indexColumn(
        'teamGoal',
        f`(${next}-[month])/7`,
        say('As above; the weekly goals count for the month’s days ÷ 7.', '同上；周目标按当月天数 ÷ 7 折算。'),
      ),
      ...countColumns(f`[month]`, inDays(f`[month]`, next)),
    ],
    rows: months.length,
  };
}

const logTable = (rows: readonly Row[]): Table => ({
  key: 'Log',
  title: say('4  Daily log', '四、日报'),
  spare: LOG_ROWS,
  columns: [date, person, ...COUNTS, show.text('note', say('Note', '备注'), { width: 160 })],
  rows,
});

/** A day of each sample person, and on which of the week's five days there was a demo. */
const DAYS = [
  { calls: 10, emails: 8, visits: 1, followUps: 4, demos: [1, 0, 1, 0, 1] },
  { calls: 8, emails: 8, visits: 1, followUps: 2, demos: [0, 0, 0, 0, 0] },
  { calls: 15, emails: 8, visits: 1, followUps: 4, demos: [1, 1, 1, 1, 1] },
  { calls: 5, emails: 4, visits: 1, followUps: 2, demos: [0, 0, 0, 0, 0] },
] as const;
const SAMPLE_WEEKS = 4;

/** The same week four times, up to the one that is reported: 100, 66, 120 and 55 points. */
function sampleLog(monday: string, language: Language) {
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
