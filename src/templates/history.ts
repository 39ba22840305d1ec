import { achievement } from '../functions/achievement.ts';
import { serialOfIso } from '../kernel/calendar.ts';
import { say, searchWords, type Text } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { blankAsZero, kpi } from '../plan/expression.ts';
import { dateField, linesField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { StripCell, Table } from '../plan/said.ts';
import { show } from '../plan/show.ts';
import { SAMPLE_SOURCE, STATUSES, UNIT_TYPES } from '../sheets/history.ts';
import { CLOSED_AFTER, ENTERED } from '../sheets/sampleHistory.ts';
import { textsIn, unlessTexts, unlessZero } from './shared/expressions.ts';
import { sampleLedger } from './shared/ledger.ts';
import { entered, LOG_ROWS, monthAfter, onceFilled, samplesField } from './shared/log.ts';
import { ACHIEVEMENT_NOTE } from './shared/measures.ts';
import { moneyField } from './shared/money.ts';
import { unitField } from './shared/strip.ts';

const period = show.month('period', say('Month', '月份'), {
  named: 'Period',
  note: say('The first day of the month.', '该月第一天。'),
});
const unitType = show.text('unitType', say('Unit type', '单位类型'), {
  choices: Object.values<Text>(UNIT_TYPES),
  named: 'UnitType',
});
const unitName = show.text('unit', say('Unit', '单位'), { named: 'UnitName' });
const metric = show.text('metric', say('Metric', '指标'), { named: 'Metric' });
const target = show.amount('target', say('Target', '目标'), { named: 'Target', optional: true });
const actual = show.amount('actual', say('Actual', '实际'), { named: 'Actual', optional: true });

export const history = defineTemplate({
  id: 'history',
  label: say('History', '历史台账'),
  words: searchWords('archive, time series, trend data, past months', '历史数据，往月数据，存档，数据底稿'),
  summary: say(
    'One row for each period, unit and metric; the month’s close adds to it, trends and reviews read it.',
    '每期、每单位、每指标一行；月末关账追加，趋势与复盘据此读取。',
  ),
  // The sheet name History is reserved by a host.
  name: say('Monthly history', '历史台账'),
  prefix: 'History',
  subtitle: say(
    'Only add rows; never edit old ones. To correct a month, add a new row and mark the old one superseded. One row per month, unit and metric.',
    '只追加新行，不改旧数据；更正时追加一行，并将旧行状态改为“已被取代”。每月、每单位、每指标一行。',
  ),
  frozenColumns: 4,
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
      columns: [period, unitType, unitName, metric, target, actual],
    }),
    samples: samplesField,
  },
  sheet({ lastClosed, money, rows, samples }, language) {
    const lines = entered(rows, samples, () => sampleLedger(lastClosed, language));
    return {
      amounts: money,
      strip: [...read, 'unit'],
      tables: [
        {
          ...table,
          rows: lines.map(line => ({
            ...line,
            period: monthAfter(line.period, 0),
            source: rows.length > 0 ? ENTERED : SAMPLE_SOURCE,
            closedAt: serialOfIso(monthAfter(line.period, 1)) + CLOSED_AFTER,
            status: STATUSES.closed,
          })),
        },
      ],
    };
  },
});

const periods = f`Rows[period]`;

const read: readonly StripCell[] = [
  show.month('LastPeriod', say('Latest month', '最近月份'), {
    value: unlessTexts(textsIn(periods), onceFilled('Rows', 'period', f`MAX(${periods})`)),
    note: say('The latest month with a row.', '历史台账中最近的月份。'),
  }),
  show.integer('RowCount', say('Rows', '行数'), { value: unlessTexts(textsIn(periods), f`COUNT(${periods})`) }),
];

const table: Omit<Table, 'rows'> = {
  key: 'Rows',
  spare: LOG_ROWS,
  columns: [
    period,
    unitType,
    unitName,
    metric,
    target,
    actual,
    show.percent('achievement', say('Achievement', '达成率'), {
      named: 'Achievement',
      formula: kpi(achievement, {
        actual: unlessZero(f`[target]`, f`[actual]`),
        target: blankAsZero(f`[target]`),
      }),
      note: ACHIEVEMENT_NOTE,
    }),
    show.text('source', say('Source', '来源'), { named: 'Source', width: 130 }),
    show.date('closedAt', say('Closed on', '关账日'), { named: 'ClosedAt' }),
    show.text('status', say('Status', '状态'), { choices: Object.values<Text>(STATUSES), named: 'Status' }),
  ],
};
