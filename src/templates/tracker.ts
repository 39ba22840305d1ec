import { achievement } from '../functions/achievement.ts';
import { rag } from '../functions/rag.ts';
import { serialOfIso } from '../kernel/calendar.ts';
import type { Language } from '../kernel/text.ts';
import {
  blankKept,
  builtin,
  column,
  columnOf,
  kpi,
  operator,
  parameter,
  unlessBlank,
  value,
} from '../plan/expression.ts';
import { dateField, linesField, textField, toggleField } from '../plan/field.ts';
import { defineTemplate } from '../plan/template.ts';
import { ragLights, ragStyle } from './shared/lights.ts';
import { firstOfMonth, lastOfMonth } from './shared/periods.ts';
import { SAMPLE_PEOPLE } from './shared/samples.ts';

export const tracker = defineTemplate({
  id: 'tracker',
  label: { en: 'Monthly target tracker', zh: '月度目标跟踪' },
  summary: {
    en: 'Target, actual, gap and light for each person, product line and region, with totals.',
    zh: '按区域、产品线、销售员跟踪目标、实际、差额和红绿灯，并有合计。',
  },
  fields: {
    title: textField({
      label: { en: 'Title', zh: '标题' },
      initial: { en: 'Monthly target tracker', zh: '月度目标跟踪' },
    }),
    start: dateField({ label: { en: 'Period start', zh: '期间开始' }, initial: firstOfMonth }),
    end: dateField({ label: { en: 'Period end', zh: '期间结束' }, initial: lastOfMonth }),
    asOf: dateField({
      label: { en: 'Figures as of', zh: '数据截至' },
      hint: {
        en: 'A date cell that you change; nothing uses today’s date by itself.',
        zh: '由您填写的日期，不会自动取当天。',
      },
      initial: today => today,
    }),
    unit: textField({ label: { en: 'Currency and unit', zh: '币种与单位' }, initial: { en: 'USD', zh: '元' } }),
    people: linesField({
      label: { en: 'Rows', zh: '明细' },
      hint: {
        en: 'One line each: region, product line, salesperson, target. Paste from a sheet if you like.',
        zh: '每行一条：区域、产品线、销售员、目标；可从表格粘贴。',
      },
      columns: [
        { key: 'region', label: { en: 'Region', zh: '区域' }, type: 'text' },
        { key: 'product', label: { en: 'Product line', zh: '产品线' }, type: 'text' },
        { key: 'person', label: { en: 'Salesperson', zh: '销售员' }, type: 'text' },
        { key: 'target', label: { en: 'Target', zh: '目标' }, type: 'number', optional: true },
      ],
      initial: language =>
        SAMPLE_PEOPLE.map(({ region, product, person, target }) => ({
          region: region[language],
          product: product[language],
          person: person[language],
          target,
        })),
    }),
    samples: toggleField({
      label: { en: 'Fill in sample actuals', zh: '填入示例实际值' },
      hint: { en: 'Invented figures that show how it works.', zh: '虚构数据，仅作演示。' },
      initial: true,
    }),
  },
  sheet({ title, start, end, asOf, unit, people, samples }, language) {
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
      parameters: [
        {
          key: 'Start',
          label: { en: 'Period start', zh: '期间开始' },
          format: 'date',
          value: serialOfIso(start),
          rule: { kind: 'date' },
        },
        {
          key: 'End',
          label: { en: 'Period end', zh: '期间结束' },
          format: 'date',
          value: serialOfIso(end),
          rule: { kind: 'date' },
        },
        {
          key: 'AsOf',
          label: { en: 'Figures as of', zh: '数据截至' },
          format: 'date',
          value: serialOfIso(asOf),
          rule: { kind: 'date' },
          note: { en: 'The day up to which the actuals count.', zh: '实际值统计到这一天。' },
        },
        { key: 'Unit', label: { en: 'Currency and unit', zh: '币种与单位' }, format: 'text', value: unit },
        {
          key: 'AmberFrom',
          label: { en: 'Amber from', zh: '黄灯下限' },
          format: 'percent',
          value: 0.8,
          rule: { kind: 'number', minimum: 0 },
          note: { en: 'Below it the light is red.', zh: '低于此值为红灯。' },
        },
        {
          key: 'GreenAbove',
          label: { en: 'Green above', zh: '绿灯界限' },
          format: 'percent',
          value: 1,
          rule: { kind: 'number', minimum: 0 },
          note: { en: 'Above it the light is green.', zh: '高于此值为绿灯。' },
        },
      ],
      tables: [
        {
          key: 'Rows',
          spare: 50,
          above: [
            {
              key: 'total',
              label: { en: 'Total', zh: '合计' },
              role: 'total',
              cells: {
                target: sum('target'),
                actual: sum('actual'),
                achievement: builtin(
                  'IF',
                  operator(sum('target'), '=', value(0)),
                  value(''),
                  kpi(achievement, { actual: sum('actual'), target: sum('target') }),
                ),
                gap: operator(sum('actual'), '-', sum('target')),
              },
            },
          ],
          columns: [
            { key: 'region', label: { en: 'Region', zh: '区域' }, format: 'text' },
            { key: 'product', label: { en: 'Product line', zh: '产品线' }, format: 'text' },
            { key: 'person', label: { en: 'Salesperson', zh: '销售员' }, format: 'text' },
            { key: 'target', label: { en: 'Target', zh: '目标' }, format: 'money', rule: { kind: 'number' } },
            {
              key: 'actual',
              label: { en: 'Actual to date', zh: '本期实际' },
              format: 'money',
              rule: { kind: 'number' },
              note: {
                en: 'What was reached up to the date above. Leave it blank where there is no figure yet.',
                zh: '截至上方日期的实际完成；尚无数据时留空。',
              },
            },
            {
              key: 'achievement',
              label: { en: 'Achievement', zh: '达成率' },
              format: 'percent',
              formula: kpi(achievement, { actual: measured, target: column('target') }),
              note: { en: 'Actual ÷ target.', zh: '实际 ÷ 目标。' },
            },
            {
              key: 'gap',
              label: { en: 'Gap', zh: '差额' },
              format: 'money',
              formula: unlessBlank(column('actual'), operator(column('actual'), '-', column('target'))),
              note: { en: 'Actual − target.', zh: '实际 − 目标。' },
            },
            {
              key: 'light',
              label: { en: 'Light', zh: '红绿灯' },
              format: 'text',
              formula: unlessBlank(column('person'), light(language)),
              lights: ragLights(language),
              note: {
                en: 'Red below “Amber from”, green above “Green above”, amber between them.',
                zh: '低于黄灯下限为红，高于绿灯界限为绿，其间为黄。',
              },
            },
            {
              key: 'note',
              label: { en: 'Note (reason for a miss)', zh: '备注（未达原因）' },
              format: 'text',
              width: 220,
            },
          ],
          rows: people.map((row, index) => ({
            ...row,
            target: row.target ?? null,
            actual: samples ? (SAMPLE_PEOPLE[index % SAMPLE_PEOPLE.length]?.actual ?? null) : null,
          })),
        },
      ],
    };
  },
});

/** A row without a target has nothing to be measured by: it stays blank instead of failing the whole column. */
const measured = builtin('IF', operator(column('target'), '=', value(0)), value(''), blankKept(column('actual')));

function sum(key: string) {
  return builtin('SUM', columnOf('Rows', key));
}

function light(language: Language) {
  return kpi(rag, {
    achievement: column('achievement'),
    amber_from: parameter('AmberFrom'),
    green_above: parameter('GreenAbove'),
    style: value(ragStyle(language)),
  });
}
