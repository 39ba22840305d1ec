import { achievement } from '../functions/achievement.ts';
import { serialOfIso } from '../kernel/calendar.ts';
import { type Language, say } from '../kernel/text.ts';
import { defineSpec } from '../plan/defineTemplate.ts';
import { blankAsZero, builtin, column, columnOf, kpi } from '../plan/expression.ts';
import { dateField, linesField, textField } from '../plan/field.ts';
import type { ColumnSpec } from '../plan/sheetSpec.ts';
import { STATUSES, UNIT_TYPES } from '../sheets/history.ts';
import { textsIn, unlessTexts, unlessZero } from './shared/expressions.ts';
import { sampleLedger } from './shared/ledger.ts';
import { entered, LOG_ROWS, monthAfter, onceFilled, samplesField } from './shared/log.ts';
import { type MoneyFormat, moneyField } from './shared/money.ts';
import { unitCell, unitField } from './shared/strip.ts';

const periods = columnOf('Rows', 'period');

export const history = defineSpec({
  id: 'history',
  label: say('History', '历史台账'),
  summary: say(
    'One row for each period, unit and metric; the month’s close adds to it, trends and reviews read it.',
    '每期、每单位、每指标一行；月末关账追加，趋势与复盘据此读取。',
  ),
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('History', '历史台账') }),
    lastClosed: dateField({
      label: say('Last closed month', '最近关账月份'),
      hint: say('Any day of it.', '该月任意一天。'),
      initial: today => monthAfter(today, -1),
    }),
    unit: unitField,
    money: moneyField,
    rows: linesField({
      label: say('Rows', '明细'),
      hint: say(
        'Months that are closed already. One row of the history per line: month (2026-01-01), unit type, unit, metric, target, actual.',
        '已关账的各期。每行一条：月份（如 2026-01-01）、单位类型、单位、指标、目标、实际。',
      ),
      columns: [
        { key: 'period', label: say('Month', '月份'), type: 'date' },
        { key: 'unitType', label: say('Unit type', '单位类型'), type: 'text' },
        { key: 'unit', label: say('Unit', '单位'), type: 'text' },
        { key: 'metric', label: say('Metric', '指标'), type: 'text' },
        { key: 'target', label: say('Target', '目标'), type: 'number', optional: true },
        { key: 'actual', label: say('Actual', '实际'), type: 'number', optional: true },
      ],
      initial: () => [],
    }),
    samples: samplesField,
  },
  sheet({ title, lastClosed, unit, money, rows, samples }, language) {
    const lines = entered(rows, samples, () => sampleLedger(lastClosed, language));
    return {
      template: 'history',
      // The sheet name History is reserved by a host.
      name: say('Monthly history', '历史台账'),
      prefix: 'History',
      title,
      subtitle: say(
        'Only add rows; never edit old ones. To correct a month, add a new row and mark the old one superseded. One row per month, unit and metric.',
        '只追加新行，不改旧数据；更正时追加一行，并将旧行状态改为“已被取代”。每月、每单位、每指标一行。',
      ),
      orientation: 'landscape',
      frozenColumns: 4,
      parameters: [
        {
          key: 'LastPeriod',
          label: say('Latest month', '最近月份'),
          format: 'month',
          value: unlessTexts(textsIn(periods), onceFilled('Rows', 'period', builtin('MAX', periods))),
          note: say('The latest month with a row.', '历史台账中最近的月份。'),
        },
        {
          key: 'RowCount',
          label: say('Rows', '行数'),
          format: 'integer',
          value: unlessTexts(textsIn(periods), builtin('COUNT', periods)),
        },
        unitCell(unit),
      ],
      tables: [
        {
          key: 'Rows',
          spare: LOG_ROWS,
          above: [],
          columns: columnsOf(language, money),
          rows: lines.map(({ period, target, actual, ...line }) => ({
            ...line,
            period: serialOfIso(monthAfter(period, 0)),
            target: target ?? null,
            actual: actual ?? null,
            source: SOURCE[language],
            closedAt: serialOfIso(monthAfter(period, 1)) + 4,
            status: STATUSES.closed[language],
          })),
        },
      ],
    };
  },
});

const SOURCE = { en: 'Entered at the start', zh: '初始录入' } as const;

function columnsOf(language: Language, money: MoneyFormat): ColumnSpec[] {
  const oneOf = (texts: Readonly<Record<string, { en: string; zh: string }>>) =>
    ({ kind: 'list', values: Object.values(texts).map(text => text[language]) }) as const;
  return [
    {
      key: 'period',
      label: say('Month', '月份'),
      format: 'month',
      rule: { kind: 'date' },
      named: 'Period',
      note: say('The first day of the month.', '该月第一天。'),
    },
    {
      key: 'unitType',
      label: say('Unit type', '单位类型'),
      format: 'text',
      rule: oneOf(UNIT_TYPES),
      named: 'UnitType',
    },
    { key: 'unit', label: say('Unit', '单位'), format: 'text', named: 'UnitName' },
    { key: 'metric', label: say('Metric', '指标'), format: 'text', named: 'Metric' },
    { key: 'target', label: say('Target', '目标'), format: money, rule: { kind: 'number' }, named: 'Target' },
    { key: 'actual', label: say('Actual', '实际'), format: money, rule: { kind: 'number' }, named: 'Actual' },
    {
      key: 'achievement',
      label: say('Achievement', '达成率'),
      format: 'percent',
      named: 'Achievement',
      formula: kpi(achievement, {
        actual: unlessZero(column('target'), column('actual')),
        target: blankAsZero(column('target')),
      }),
      note: say('Actual ÷ target.', '实际 ÷ 目标。'),
    },
    { key: 'source', label: say('Source', '来源'), format: 'text', named: 'Source', width: 130 },
    {
      key: 'closedAt',
      label: say('Closed on', '关账日'),
      format: 'date',
      rule: { kind: 'date' },
      named: 'ClosedAt',
    },
    { key: 'status', label: say('Status', '状态'), format: 'text', rule: oneOf(STATUSES), named: 'Status' },
  ];
}
