import { split } from '../functions/split.ts';
import { type Language, say } from '../kernel/text.ts';
import { defineSpec } from '../plan/defineTemplate.ts';
import {
  above,
  blankAsZero,
  builtin,
  carried,
  column,
  columnOf,
  type Expression,
  kpi,
  operator,
  parameter,
  unlessBlank,
  value,
} from '../plan/expression.ts';
import { choiceField, dateField, linesField, numberField, textField } from '../plan/field.ts';
import type { ColumnSpec, Format, TableSpec } from '../plan/sheetSpec.ts';
import { LIGHT_COLORS } from '../plan/theme.ts';
import { BLANK, checks, exactly, sumOf, totals, unlessZero } from './shared/expressions.ts';
import { firstOfYear, PERIOD_PATTERNS, type PlanPeriod, periodsOf, planSpan } from './shared/periods.ts';
import { pastField, pastTable, periodWeights, WEIGHT_BASES } from './shared/periodWeights.ts';
import { historyField, type Reasonableness, reasonableness } from './shared/reasonableness.ts';
import { SAMPLE_PEOPLE, SAMPLE_REGIONS } from './shared/samples.ts';
import { weekField } from './shared/workingDays.ts';

interface Region {
  readonly name: string;
  readonly weight: number;
}

interface Person {
  readonly region: string;
  readonly person: string;
  readonly weight: number;
  readonly ramp: number | undefined;
}

export const targetSplit = defineSpec({
  id: 'target-split',
  label: say('Target split', '目标拆解（总-分-人）'),
  summary: say(
    'Company target to regions or product lines, to people, to months: every level adds up exactly.',
    '公司总目标拆到区域或产品线，再到个人和各期，每一级合计与上一级完全一致。',
  ),
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Target split', '目标拆解') }),
    total: numberField({ label: say('Company target', '公司总目标'), initial: 5000, minimum: 0 }),
    unit: numberField({
      label: say('Round to', '取整单位'),
      hint: say('Every share is a multiple of it, e.g. 1 or 0.01.', '每份为该单位的整数倍，如 1 或 0.01。'),
      initial: 1,
      minimum: 1e-9,
    }),
    currency: textField({
      label: say('Currency and unit', '币种与单位'),
      initial: say('USD thousand', '万元'),
    }),
    start: dateField({ label: say('Starts on', '开始日期'), initial: firstOfYear }),
    periods: choiceField({ label: say('Periods', '期间'), initial: 'months', choices: PERIOD_PATTERNS }),
    regions: linesField({
      label: say('Regions or product lines', '区域或产品线'),
      hint: say('One region per line: name, weight.', '每行一条：名称、权重。'),
      columns: [
        { key: 'name', label: say('Name', '名称'), type: 'text' },
        { key: 'weight', label: say('Weight', '权重'), type: 'number' },
      ],
      minimum: 1,
      initial: language => SAMPLE_REGIONS.map(({ name, weight }) => ({ name: name[language], weight })),
    }),
    basis: choiceField({
      label: say('Weight of the periods', '各期权重依据'),
      initial: 'even',
      choices: WEIGHT_BASES,
    }),
    week: weekField,
    past: pastField,
    people: linesField({
      label: say('People', '人员'),
      hint: say(
        'One person per line: region, name, weight, ramp (0.5 for a newcomer; may be left out).',
        '每行一条：区域、姓名、权重、新人系数（如 0.5，可省略）。',
      ),
      columns: [
        { key: 'region', label: say('Region', '区域'), type: 'text' },
        { key: 'person', label: say('Person', '姓名'), type: 'text' },
        { key: 'weight', label: say('Weight', '权重'), type: 'number' },
        { key: 'ramp', label: say('Ramp', '新人系数'), type: 'number', optional: true },
      ],
      initial: samplePeople,
    }),
    history: historyField,
  },
  sheet({ title, total, unit, currency, start, periods, regions, basis, week, past, people, history }, language) {
    const plan = periodsOf(periods, start);
    const parts: Parts = {
      money: moneyFormat(unit),
      plan,
      weights: periodWeights(basis, plan, week),
      check: reasonableness(history, people, planSpan(periods), language),
    };
    return {
      template: 'target-split',
      name: say('Target split', '目标拆解'),
      prefix: 'TargetSplit',
      title,
      subtitle: say(
        'Change the yellow cells: total, weights, and “Locked” to keep a share as it is. ✓ means that a level adds up to the one above.',
        '修改黄色单元格：总目标、权重；在“锁定”中填数可保持该份不变。✓ 表示与上一级合计一致。',
      ),
      orientation: 'landscape',
      frozenColumns: 2,
      form: { start, periods },
      parameters: [
        {
          key: 'Total',
          label: say('Company target', '公司总目标'),
          format: moneyFormat(unit),
          value: total,
          rule: { kind: 'number', minimum: 0 },
        },
        {
          key: 'Unit',
          label: say('Round to', '取整单位'),
          format: 'number',
          value: unit,
          rule: { kind: 'number', minimum: 0 },
          note: say('Every share is a multiple of it.', '每份为该单位的整数倍。'),
        },
        { key: 'Currency', label: say('Currency and unit', '币种与单位'), format: 'text', value: currency },
      ],
      tables: [
        regionTable(regions, parts.money),
        peopleTable(people, parts),
        ...pastTable(basis, plan, past, parts.money),
      ],
    };
  },
});

function samplePeople(language: Language): readonly Person[] {
  return SAMPLE_PEOPLE.map(({ region, person, weight, ramp }) => ({
    region: region[language],
    person: person[language],
    weight,
    ramp,
  }));
}

function regionTable(regions: readonly Region[], money: Format): TableSpec {
  return {
    key: 'Regions',
    title: say('1  Company to regions', '一、公司到区域'),
    spare: 6,
    above: [
      totals({ weight: sumOf('Regions', 'weight'), target: sumOf('Regions', 'target') }),
      checks({ target: operator(sumOf('Regions', 'target'), '-', parameter('Total')) }),
    ],
    columns: [
      { key: 'region', label: say('Region', '区域'), format: 'text' },
      weightColumn,
      lockedColumn(money),
      {
        key: 'target',
        label: say('Target', '目标'),
        format: money,
        spills: {
          columns: 1,
          formula: kpi(split, {
            total: parameter('Total'),
            weights: columnOf('Regions', 'weight'),
            unit: parameter('Unit'),
            locked: columnOf('Regions', 'locked'),
          }),
        },
        note: say(
          'Share of the company target by weight; the shares add up to it exactly.',
          '按权重拆分公司总目标，合计与总目标完全一致。',
        ),
      },
      {
        key: 'people',
        label: say('People', '个人合计'),
        format: 'check',
        // A region without a target is no region whose people tie out at nothing.
        formula: unlessBlank(
          column('region'),
          builtin(
            'IF',
            operator(column('target'), '=', BLANK),
            value('✗'),
            operator(
              builtin('SUMIF', columnOf('People', 'region'), exactly(column('region')), columnOf('People', 'target')),
              '-',
              column('target'),
            ),
          ),
        ),
        note: say('✓: the targets of this region’s people add up to it.', '✓：该区域个人目标合计与区域目标一致。'),
      },
    ],
    rows: regions.map(({ name, weight }) => ({ region: name, weight })),
  };
}

interface Parts {
  readonly money: Format;
  readonly plan: readonly PlanPeriod[];
  readonly weights: readonly (Expression | number)[];
  readonly check: Reasonableness;
}

function peopleTable(people: readonly Person[], { money, plan, weights, check }: Parts): TableSpec {
  const keys = plan.map((_, index) => periodKey(index));
  const first = keys[0] ?? '';
  const last = keys[keys.length - 1] ?? '';
  const sums = Object.fromEntries(keys.map(key => [key, sumOf('People', key)]));
  return {
    key: 'People',
    title: say('2  Regions to people, people to periods', '二、区域到个人、个人到各期'),
    spare: 20,
    above: [
      {
        key: 'weights',
        label: say('Weight of the period', '各期权重'),
        role: 'input',
        format: 'factor',
        cells: Object.fromEntries(weights.map((weight, index) => [periodKey(index), weight])),
        named: Object.fromEntries(weights.map((_, index) => [periodKey(index), `Weight${index + 1}`])),
      },
      totals({ target: sumOf('People', 'target'), ...sums }),
      checks({
        // How many people have no region in the table above, or one without a target.
        regionTarget: builtin('COUNTIF', columnOf('People', 'regionTarget'), value(0)),
        target: operator(sumOf('People', 'target'), '-', parameter('Total')),
        [first]: builtin(
          'IF',
          operator(builtin('COUNT', columnOf('People', 'target')), '=', value(0)),
          operator(value(0), '-', parameter('Total')),
          operator(builtin('SUM', columnOf('People', first, last)), '-', sumOf('People', 'target')),
        ),
      }),
    ],
    columns: [
      { key: 'region', label: say('Region', '区域'), format: 'text', named: 'Region' },
      { key: 'person', label: say('Person', '姓名'), format: 'text', named: 'Person' },
      weightColumn,
      {
        key: 'ramp',
        label: say('Ramp', '新人系数'),
        format: 'factor',
        rule: { kind: 'number', minimum: 0 },
        note: say('Multiplies the weight: 0.5 for a newcomer, blank for 1.', '与权重相乘：新人如 0.5，留空为 1。'),
      },
      lockedColumn(money),
      {
        key: 'share',
        label: say('Weight × ramp', '折算权重'),
        format: 'factor',
        formula: unlessBlank(
          column('person'),
          operator(
            column('weight'),
            '*',
            builtin('IF', operator(column('ramp'), '=', value('')), value(1), column('ramp')),
          ),
        ),
      },
      {
        key: 'regionTarget',
        label: say('Region’s target', '区域目标'),
        format: money,
        formula: unlessBlank(
          column('person'),
          builtin(
            'IF',
            operator(column('region'), '=', BLANK),
            value(0),
            builtin('SUMIF', columnOf('Regions', 'region'), exactly(column('region')), columnOf('Regions', 'target')),
          ),
        ),
        centred: false,
        lights: [{ condition: { when: 'between', from: 0, below: 1e-9 }, ...LIGHT_COLORS.red }],
        note: say(
          'Red: the region is none of the table above, or has no target.',
          '红色：该区域不在上表中，或没有目标。',
        ),
      },
      {
        key: 'target',
        label: say('Target', '目标'),
        format: money,
        named: 'Target',
        spills: {
          columns: 1,
          formula: kpi(split, {
            total: blankAsZero(columnOf('People', 'regionTarget')),
            weights: blankAsZero(columnOf('People', 'share')),
            unit: parameter('Unit'),
            locked: columnOf('People', 'locked'),
            groups: columnOf('People', 'region'),
          }),
        },
        note: say('Share of the region’s target by weight × ramp.', '按折算权重拆分区域目标。'),
      },
      ...check.columns,
      ...plan.map(({ label }, index): ColumnSpec => {
        const base = { key: periodKey(index), label, format: money, named: `Period${index + 1}` };
        if (index > 0) return { ...base, spilled: true };
        const sharesOf = (total: Expression) =>
          kpi(split, { total, weights: above('People', 'weights', first, last), unit: parameter('Unit') });
        const targets = columnOf('People', 'target');
        const formula = unlessZero(builtin('COUNT', targets), sharesOf(blankAsZero(targets)));
        // What is left over goes on from where the rows above have stopped.
        const row = { formula: sharesOf(carried('target')), at: 2 };
        return { ...base, spills: { columns: plan.length, formula, row } };
      }),
    ],
    rows: people.map(({ region, person, weight, ramp }, index) => ({
      region,
      person,
      weight,
      ramp: ramp ?? null,
      ...check.rows[index],
    })),
  };
}

function periodKey(index: number): string {
  return `period${index + 1}`;
}

const weightColumn: ColumnSpec = {
  key: 'weight',
  label: say('Weight', '权重'),
  format: 'number',
  rule: { kind: 'number', minimum: 0 },
  note: say(
    'Market share, history, headcount and so on; only the proportion counts.',
    '市场份额、历史业绩、人数等，只看比例。',
  ),
};

function lockedColumn(format: Format): ColumnSpec {
  return {
    key: 'locked',
    label: say('Locked', '锁定'),
    format,
    rule: { kind: 'number' },
    note: say('A number here keeps this share; the others take the rest.', '填数则该份固定，其余重新分配。'),
  };
}

/** A unit under 1 needs its cents shown. */
function moneyFormat(unit: number): Format {
  return Number.isInteger(unit) ? 'money' : 'cents';
}
