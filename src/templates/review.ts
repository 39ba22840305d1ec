import { leaderboard } from '../functions/leaderboard.ts';
import { quadrant } from '../functions/quadrant.ts';
import { say, searchWords, type Text } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { kpi, unlessBlank } from '../plan/expression.ts';
import { dateField, linesField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Row, StripCell, Table } from '../plan/said.ts';
import { show } from '../plan/show.ts';
import { LIGHT_COLORS } from '../plan/theme.ts';
import { dueColumn, OPEN, stateColumn, textColumn } from './shared/actions.ts';
import { byRegion, groupsField } from './shared/breakdown.ts';
import { joined, unlessZero } from './shared/expressions.ts';
import { noteOf, TOTALS, TRACKER } from './shared/fromTracker.ts';
import { SAMPLE_MONTH, trackerNeed } from './shared/ledger.ts';
import { countOf, unlit } from './shared/lights.ts';
import { dayAfter, entered, samplesField, wordColumn } from './shared/log.ts';
import { moneyField } from './shared/money.ts';
import { SAMPLE_ACTIONS, SAMPLE_LESSONS, SAMPLE_WHYS } from './shared/reviewSamples.ts';
import { periodField, TRACKER_LIGHT_CELLS } from './shared/strip.ts';

const LEVEL = { minimum: 1, maximum: 5, whole: true, optional: true } as const;
const action = textColumn('action', say('Action', '行动'), 180);
const owner = show.text('owner', say('Owner', '负责人'), { optional: true });
const importance = show.integer('importance', say('Importance', '重要度'), LEVEL);
const urgency = show.integer('urgency', say('Urgency', '紧急度'), LEVEL);

export const review = defineTemplate({
  id: 'review',
  label: say('Review report', '复盘报告'),
  words: searchWords(
    'retrospective, post-mortem, 5 Whys, 5Why, root cause, lessons, action plan',
    '五个为什么，行动计划，总结，根因分析，经验教训',
  ),
  summary: say(
    'What was achieved, key problems (5 Whys), lessons, and next month’s actions by priority; filled in from the tracker.',
    '达成情况、关键问题（5Why 分析）、经验教训和按优先级排列的下月行动；数据取自目标跟踪。',
  ),
  name: say('Review', '复盘报告'),
  prefix: 'Review',
  subtitle: say(
    'The data comes from the tracker. Fill in the yellow cells: why it happened, what was learned, who does what by when.',
    '数据取自目标跟踪；填写黄色单元格：为什么发生、学到什么、谁在何时做什么。',
  ),
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Sales review', '销售复盘报告') }),
    period: periodField,
    day: dateField({ label: say('Day of the review', '复盘日期'), initial: today => today }),
    money: moneyField,
    groups: groupsField,
    actions: linesField({
      label: say('Actions', '行动'),
      hint: say(
        'One action per line: what, owner, importance and urgency from 1 to 5. May be filled in on the sheet later.',
        '每行一条：行动、负责人、重要度和紧急度（1–5）；也可之后在表中填写。',
      ),
      columns: [action, owner, importance, urgency],
    }),
    samples: samplesField,
  },
  sheet({ day, money, groups, actions, samples }, language) {
    const lines = entered<Row>(actions, samples, () => SAMPLE_ACTIONS);
    return {
      amounts: money,
      needs: [trackerNeed(SAMPLE_MONTH, language)],
      strip: ['period', ...OF_TRACKER, ...TRACKER_LIGHT_CELLS],
      tables: [
        { ...byRegion(groups), title: say('1  What was achieved', '一、达成情况') },
        misses,
        whyTable(samples ? SAMPLE_WHYS : {}),
        lessonTable(samples ? SAMPLE_LESSONS : []),
        actionTable(lines.map((line, index) => ({ ...line, due: dayAfter(day, 7 * (index + 1)), state: OPEN }))),
      ],
    };
  },
});

const OF_TRACKER: readonly StripCell[] = [
  show.date('AsOf', say('Data as of', '数据截至'), { value: TRACKER.asOf }),
  show.amount('Target', say('Target', '目标'), { value: TOTALS.target }),
  show.amount('Actual', say('Actual', '实际'), { value: TOTALS.actual }),
  show.percent('Achievement', say('Achievement', '达成率'), {
    value: unlessBlank(f`Actual`, TRACKER.totalAchievement),
  }),
  show.amount('Gap', say('Gap', '差额'), { value: unlessBlank(f`Actual`, f`Actual-Target`) }),
  show.text('Lights', say('Red / amber / green', '红 / 黄 / 绿'), {
    value: joined(
      countOf(TRACKER.light, 'red'),
      ' / ',
      countOf(TRACKER.light, 'amber'),
      ' / ',
      countOf(TRACKER.light, 'green'),
      unlit(TRACKER.light, TRACKER.person),
    ),
  }),
];

const MISSES = 5;

/** Who is furthest below target, and what the tracker says about it. */
const misses: Table = {
  key: 'Misses',
  title: say('2  Largest shortfalls', '二、主要缺口'),
  columns: [
    show.rank('rank', say('Rank', '名次'), {
      spills: {
        columns: 4,
        formula: unlessZero(
          f`COUNTIF(${TRACKER.gap},"<0")`,
          kpi(leaderboard, {
            names: TRACKER.person,
            values: f`IF(${TRACKER.gap}<0,0-${TRACKER.gap},"")`,
            n: MISSES,
          }),
        ),
      },
    }),
    show.text('person', say('Salesperson', '销售员'), { spilled: true }),
    show.amount('shortfall', say('Shortfall', '缺口'), {
      spilled: true,
      note: say('How much of the target is missing.', '距目标尚缺的金额。'),
    }),
    show.percent('share', say('Share', '占比'), { spilled: true }),
    show.text('cause', say('Note in the tracker', '目标跟踪表备注'), {
      eachRow: true,
      formula: unlessBlank(f`[rank]`, f`IFERROR(${noteOf(f`[person]`)}&"","")`),
    }),
  ],
  rows: MISSES,
};

const why = (number: number) => textColumn(`why${number}`, say(`Why? (${number})`, `为什么（${number}）`), 140);

/** Five times why, until the cause is one that somebody can do something about. */
const whyTable = (sample: Row): Table => ({
  key: 'Whys',
  title: say('3  Key problems: five whys', '三、关键问题：五问法'),
  columns: [
    show.text('where', say('Where', '对象'), {
      eachRow: true,
      suggested: true,
      formula: f`INDEX(Misses[person],#)&""`,
      note: say('The largest shortfalls; write over it for another problem.', '取自主要缺口；可改写为其他问题。'),
    }),
    textColumn('problem', say('Problem', '问题'), 140),
    ...[1, 2, 3, 4, 5].map(why),
    textColumn('root', say('Root cause', '根本原因'), 160),
  ],
  rows: [sample, {}, {}],
});

const LESSONS: readonly Text[] = [say('Keep', '保持'), say('Change', '改进'), say('Try', '尝试')];

const lessonTable = (samples: readonly Row[]): Table => ({
  key: 'Lessons',
  title: say('4  Lessons', '四、经验教训'),
  columns: [
    wordColumn('kind', say('Type', '类型')),
    textColumn('lesson', say('What we learned', '经验'), 140),
    textColumn('evidence', say('Evidence', '依据'), 140),
  ],
  rows: LESSONS.map((kind, row) => ({ kind, ...samples[row] })),
});

/** By importance and urgency; the words can be changed above the headings. */
const DO_NOW = say('Do now', '立即做');
const PLAN = say('Plan', '计划做');
const DROP = say('Drop', '不做');
const DELEGATE = say('Delegate', '授权做');

const actionTable = (rows: readonly Row[]): Table => ({
  key: 'Actions',
  title: say('5  Next month’s actions', '五、下月行动'),
  spare: 20,
  above: [
    {
      key: 'fields',
      label: say('Fields I to IV', '四象限名称'),
      role: 'input',
      format: 'text',
      cells: { action: DO_NOW, due: PLAN, importance: DROP, urgency: DELEGATE },
    },
  ],
  columns: [
    owner,
    action,
    dueColumn,
    importance,
    urgency,
    show.text('field', say('Priority', '优先级'), {
      spills: {
        columns: 1,
        formula: kpi(quadrant, {
          x: f`Actions[urgency]`,
          y: f`Actions[importance]`,
          x_cut: 3,
          y_cut: 3,
          labels: f`Actions[fields.action:urgency]`,
        }),
      },
      lights: [
        { word: DO_NOW, ...LIGHT_COLORS.red },
        { word: PLAN, ...LIGHT_COLORS.green },
        { word: DROP, ...LIGHT_COLORS.none },
        { word: DELEGATE, ...LIGHT_COLORS.amber },
      ],
      note: say(
        'I: important and urgent. II: important only. III: neither. IV: urgent only. 3 or more of 5 counts.',
        '一：重要且紧急；二：仅重要；三：皆否；四：仅紧急。满分 5，3 及以上为是。',
      ),
    }),
    stateColumn,
  ],
  rows,
});
