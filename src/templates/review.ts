import { leaderboard } from '../functions/leaderboard.ts';
import { quadrant } from '../functions/quadrant.ts';
import { serialOfIso } from '../kernel/calendar.ts';
import { type Language, say, type Text } from '../kernel/text.ts';
import { defineSpec } from '../plan/defineTemplate.ts';
import {
  above,
  builtin,
  column,
  columnOf,
  kpi,
  operator,
  PLACE,
  parameter,
  unlessBlank,
  value,
} from '../plan/expression.ts';
import { dateField, linesField, textField } from '../plan/field.ts';
import type { ColumnSpec, ParameterSpec, TableSpec } from '../plan/sheetSpec.ts';
import { LIGHT_COLORS } from '../plan/theme.ts';
import { dueColumn, openState, stateColumn, textColumn } from './shared/actions.ts';
import { byRegion, groupsField } from './shared/breakdown.ts';
import { BLANK, joined, unlessZero } from './shared/expressions.ts';
import { TOTALS, TRACKER } from './shared/fromTracker.ts';
import { SAMPLE_MONTH, trackerNeed } from './shared/ledger.ts';
import { countOf, unlit } from './shared/lights.ts';
import { dayAfter, entered, samplesField, wordColumn } from './shared/log.ts';
import { type MoneyFormat, moneyField } from './shared/money.ts';
import { SAMPLE_ACTIONS, SAMPLE_LESSONS, SAMPLE_WHYS } from './shared/reviewSamples.ts';
import { periodCell, periodField, trackerLightCells } from './shared/strip.ts';

export const review = defineSpec({
  id: 'review',
  label: say('Review report', '复盘报告'),
  summary: say(
    'What was achieved, key problems (5 Whys), lessons, and next month’s actions by priority; filled in from the tracker.',
    '达成情况、关键问题（5Why 分析）、经验教训和按优先级排列的下月行动；数据取自目标跟踪。',
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
      columns: [
        { key: 'action', label: say('Action', '行动'), type: 'text' },
        { key: 'owner', label: say('Owner', '负责人'), type: 'text', optional: true },
        { key: 'importance', label: say('Importance', '重要度'), type: 'number', optional: true },
        { key: 'urgency', label: say('Urgency', '紧急度'), type: 'number', optional: true },
      ],
      initial: () => [],
    }),
    samples: samplesField,
  },
  sheet({ title, period, day, money, groups, actions, samples }, language) {
    const lines = entered<ActionLine>(actions, samples, () => SAMPLE_ACTIONS[language]);
    return {
      template: 'review',
      name: say('Review', '复盘报告'),
      prefix: 'Review',
      title,
      subtitle: say(
        'The data comes from the tracker. Fill in the yellow cells: why it happened, what was learned, who does what by when.',
        '数据取自目标跟踪；填写黄色单元格：为什么发生、学到什么、谁在何时做什么。',
      ),
      orientation: 'landscape',
      frozenColumns: 0,
      needs: [trackerNeed(SAMPLE_MONTH, language)],
      parameters: stripOf(period, money, language),
      tables: [
        { ...byRegion({ money, groups, language }), title: say('1  What was achieved', '一、达成情况') },
        missTable(money),
        whyTable(samples, language),
        lessonTable(samples, language),
        actionTable(lines, day, language),
      ],
    };
  },
});

interface ActionLine {
  readonly action: string;
  readonly owner: string | undefined;
  readonly importance: number | undefined;
  readonly urgency: number | undefined;
}

function stripOf(period: string, money: MoneyFormat, language: Language): ParameterSpec[] {
  return [
    periodCell(period),
    { key: 'AsOf', label: say('Data as of', '数据截至'), format: 'date', value: TRACKER.asOf },
    { key: 'Target', label: say('Target', '目标'), format: money, value: TOTALS.target },
    { key: 'Actual', label: say('Actual', '实际'), format: money, value: TOTALS.actual },
    {
      key: 'Achievement',
      label: say('Achievement', '达成率'),
      format: 'percent',
      value: unlessBlank(parameter('Actual'), TRACKER.totalAchievement),
    },
    {
      key: 'Gap',
      label: say('Gap', '差额'),
      format: money,
      value: unlessBlank(parameter('Actual'), operator(parameter('Actual'), '-', parameter('Target'))),
    },
    {
      key: 'Lights',
      label: say('Red / amber / green', '红 / 黄 / 绿'),
      format: 'text',
      value: joined(
        countOf(TRACKER.light, 'red'),
        ' / ',
        countOf(TRACKER.light, 'amber'),
        ' / ',
        countOf(TRACKER.light, 'green'),
        unlit(TRACKER.light, TRACKER.person),
      ),
    },
    ...trackerLightCells(language),
  ];
}

const MISSES = 5;
const WHYS = 3;
const ACTIONS = 'Actions';

/** Who is furthest below target, and what the tracker says about it. */
function missTable(money: MoneyFormat): TableSpec {
  const name = column('person');
  const short = operator(TRACKER.gap, '<', value(0));
  const place = builtin('MATCH', name, TRACKER.person, value(0));
  return {
    key: 'Misses',
    title: say('2  Largest shortfalls', '二、主要缺口'),
    spare: 0,
    above: [],
    columns: [
      {
        key: 'rank',
        label: say('Rank', '名次'),
        format: 'rank',
        spills: {
          columns: 4,
          formula: unlessZero(
            builtin('COUNTIF', TRACKER.gap, value('<0')),
            kpi(leaderboard, {
              names: TRACKER.person,
              values: builtin('IF', short, operator(value(0), '-', TRACKER.gap), BLANK),
              n: value(MISSES),
            }),
          ),
        },
      },
      { key: 'person', label: say('Salesperson', '销售员'), format: 'text', spilled: true },
      {
        key: 'shortfall',
        label: say('Shortfall', '缺口'),
        format: money,
        spilled: true,
        note: say('How much of the target is missing.', '距目标尚缺的金额。'),
      },
      { key: 'share', label: say('Share', '占比'), format: 'percent', spilled: true },
      {
        key: 'cause',
        label: say('Note in the tracker', '目标跟踪表备注'),
        format: 'text',
        eachRow: true,
        formula: unlessBlank(
          column('rank'),
          builtin('IFERROR', joined(builtin('INDEX', TRACKER.note, place), ''), BLANK),
        ),
      },
    ],
    rows: Array.from({ length: MISSES }, () => ({})),
  };
}

const WHY_COLUMNS = [1, 2, 3, 4, 5].map(
  (number): ColumnSpec => textColumn(`why${number}`, say(`Why? (${number})`, `为什么（${number}）`), 140),
);

/** Five times why, until the cause is one that somebody can do something about. */
function whyTable(samples: boolean, language: Language): TableSpec {
  return {
    key: 'Whys',
    title: say('3  Key problems: five whys', '三、关键问题：五问法'),
    spare: 0,
    above: [],
    columns: [
      {
        key: 'where',
        label: say('Where', '对象'),
        format: 'text',
        eachRow: true,
        suggested: true,
        formula: joined(builtin('INDEX', columnOf('Misses', 'person'), PLACE), ''),
        note: say('The largest shortfalls; write over it for another problem.', '取自主要缺口；可改写为其他问题。'),
      },
      textColumn('problem', say('Problem', '问题'), 140),
      ...WHY_COLUMNS,
      textColumn('root', say('Root cause', '根本原因'), 160),
    ],
    rows: Array.from({ length: WHYS }, (_, row) => (samples && row === 0 ? SAMPLE_WHYS[language] : {})),
  };
}

const LESSONS: readonly Text[] = [say('Keep', '保持'), say('Change', '改进'), say('Try', '尝试')];

function lessonTable(samples: boolean, language: Language): TableSpec {
  return {
    key: 'Lessons',
    title: say('4  Lessons', '四、经验教训'),
    spare: 0,
    above: [],
    columns: [
      wordColumn('kind', say('Type', '类型')),
      textColumn('lesson', say('What we learned', '经验'), 140),
      textColumn('evidence', say('Evidence', '依据'), 140),
    ],
    rows: LESSONS.map((kind, row) => ({
      kind: kind[language],
      ...(samples ? SAMPLE_LESSONS[language][row] : {}),
    })),
  };
}

/** By importance and urgency; the words can be changed above the headings. */
const FIELDS = {
  en: ['Do now', 'Plan', 'Drop', 'Delegate'],
  zh: ['立即做', '计划做', '不做', '授权做'],
} as const;

function actionTable(lines: readonly ActionLine[], day: string, language: Language): TableSpec {
  const [doNow, plan, drop, delegate] = FIELDS[language];
  const level = { kind: 'number', minimum: 1, maximum: 5, whole: true } as const;
  return {
    key: ACTIONS,
    title: say('5  Next month’s actions', '五、下月行动'),
    spare: 20,
    above: [
      {
        key: 'fields',
        label: say('Fields I to IV', '四象限名称'),
        role: 'input',
        format: 'text',
        cells: { action: doNow, due: plan, importance: drop, urgency: delegate },
      },
    ],
    columns: [
      { key: 'owner', label: say('Owner', '负责人'), format: 'text' },
      textColumn('action', say('Action', '行动'), 180),
      dueColumn,
      { key: 'importance', label: say('Importance', '重要度'), format: 'integer', rule: level },
      { key: 'urgency', label: say('Urgency', '紧急度'), format: 'integer', rule: level },
      {
        key: 'field',
        label: say('Priority', '优先级'),
        format: 'text',
        spills: {
          columns: 1,
          formula: kpi(quadrant, {
            x: columnOf(ACTIONS, 'urgency'),
            y: columnOf(ACTIONS, 'importance'),
            x_cut: value(3),
            y_cut: value(3),
            labels: above(ACTIONS, 'fields', 'action', 'urgency'),
          }),
        },
        lights: [
          { condition: { when: 'textIs', value: doNow }, ...LIGHT_COLORS.red },
          { condition: { when: 'textIs', value: plan }, ...LIGHT_COLORS.green },
          { condition: { when: 'textIs', value: drop }, ...LIGHT_COLORS.none },
          { condition: { when: 'textIs', value: delegate }, ...LIGHT_COLORS.amber },
        ],
        note: say(
          'I: important and urgent. II: important only. III: neither. IV: urgent only. 3 or more of 5 counts.',
          '一：重要且紧急；二：仅重要；三：皆否；四：仅紧急。满分 5，3 及以上为是。',
        ),
      },
      stateColumn(language),
    ],
    rows: lines.map(({ action, owner, importance, urgency }, index) => ({
      action,
      owner: owner ?? null,
      due: serialOfIso(dayAfter(day, 7 * (index + 1))),
      importance: importance ?? null,
      urgency: urgency ?? null,
      state: openState(language),
    })),
  };
}
