import { split } from '../functions/split.ts';
import { say, searchWords } from '../kernel/text.ts';
import { defineTemplate } from '../plan/defineTemplate.ts';
import { above, blankAsZero, carried, columnOf, type Expression, kpi, unlessBlank } from '../plan/expression.ts';
import { choiceField, dateField, linesField, numberField, textField } from '../plan/field.ts';
import { f } from '../plan/formulaText.ts';
import type { Column, Row, RowAbove, Table } from '../plan/said.ts';
import { inStrip, show } from '../plan/show.ts';
import { LIGHT_COLORS } from '../plan/theme.ts';
import { checks, each, exactly, sumIf, sumOf, totals, unlessZero } from './shared/expressions.ts';
import { firstOfYear, PERIOD_PATTERNS, type PlanPeriod, periodsOf, planSpan } from './shared/periods.ts';
import { pastField, pastTable, periodWeights, WEIGHT_BASES } from './shared/periodWeights.ts';
import { historyField, reasonableness } from './shared/reasonableness.ts';
import { SAMPLE_PEOPLE, SAMPLE_REGIONS } from './shared/samples.ts';
import { weekField } from './shared/workingDays.ts';

const region = show.text('region', say('Region', '区域'), { named: 'Region' });
const person = show.text('person', say('Person', '姓名'), { named: 'Person' });
const weight = show.number('weight', say('Weight', '权重'), {
  minimum: 0,
  note: say(
    'Market share, history, headcount and so on; only the proportion counts.',
    '市场份额、历史业绩、人数等，只看比例。',
  ),
});
const ramp = show.factor('ramp', say('Ramp', '新人系数'), {
  minimum: 0,
  optional: true,
  note: say('Multiplies the weight: 0.5 for a newcomer, blank for 1.', '与权重相乘：新人如 0.5，留空为 1。'),
});
const locked = show.amount('locked', say('Locked', '锁定'), {
  note: say('A number here keeps this share; the others take the rest.', '填数则该份固定，其余重新分配。'),
});

export const targetSplit = defineTemplate({
  id: 'target-split',
  label: say('Target split', '目标拆解（总-分-人）'),
  words: searchWords(
    'quota setting, quota allocation, target breakdown, cascade, annual plan',
    '目标分解，任务分解，指标分配，任务下达，年度目标',
  ),
  summary: say(
    'Company target to regions or product lines, to people, to months: every level adds up exactly.',
    '公司总目标拆到区域或产品线，再到个人和各期，每一级合计与上一级完全一致。',
  ),
  name: say('Target split', '目标拆解'),
  prefix: 'TargetSplit',
  subtitle: say(
    'Change the yellow cells: total, weights, and “Locked” to keep a share as it is. ✓ means that a level adds up to the one above.',
    '修改黄色单元格：总目标、权重；在“锁定”中填数可保持该份不变。✓ 表示与上一级合计一致。',
  ),
  frozenColumns: 2,
  fields: {
    title: textField({ label: say('Title', '标题'), initial: say('Target split', '目标拆解') }),
    total: inStrip(
      numberField({ label: say('Company target', '公司总目标'), initial: 5000, minimum: 0 }),
      show.amount,
      'Total',
      { minimum: 0 },
    ),
    unit: inStrip(
      numberField({
        label: say('Round to', '取整单位'),
        hint: say('Every share is a multiple of it, e.g. 1 or 0.01.', '每份为该单位的整数倍，如 1 或 0.01。'),
        initial: 1,
        minimum: 1e-9,
      }),
      show.number,
      'Unit',
      { minimum: 0, note: say('Every share is a multiple of it.', '每份为该单位的整数倍。') },
    ),
    currency: inStrip(
      textField({ label: say('Currency and unit', '币种与单位'), initial: say('USD thousand', '万元') }),
      show.text,
      'Currency',
    ),
    start: dateField({ label: say('Starts on', '开始日期'), initial: firstOfYear }),
    periods: choiceField({ label: say('Periods', '期间'), initial: 'months', choices: PERIOD_PATTERNS }),
    regions: linesField({
      label: say('Regions or product lines', '区域或产品线'),
      hint: say('One region per line: name, weight.', '每行一条：名称、权重。'),
      columns: [show.text('name', say('Name', '名称')), weight],
      minimum: 1,
      initial: SAMPLE_REGIONS,
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
      columns: [region, person, weight, ramp],
      initial: SAMPLE_PEOPLE,
    }),
    history: historyField,
  },
  sheet({ unit, start, periods, regions, basis, week, past, people, history }) {
    const plan = periodsOf(periods, start);
    const check = reasonableness(history, planSpan(periods));
    return {
      // A unit under 1 needs its cents shown.
      amounts: Number.isInteger(unit) ? 'money' : 'cents',
      form: { start, periods },
      strip: ['total', 'unit', 'currency'],
      tables: [
        regionTable(regions.map(({ name, ...line }) => ({ region: name, ...line }))),
        peopleTable(
          people.map(line => ({ ...line, ...check.of(line.person) })),
          plan,
          periodWeights(basis, plan, week),
          check.columns,
        ),
        ...pastTable(basis, plan, past),
      ],
    };
  },
});

const ofRegion = sumIf(f`People[region]`, exactly(f`[region]`), f`People[target]`);

const regionTable = (rows: readonly Row[]): Table => ({
  key: 'Regions',
  title: say('1  Company to regions', '一、公司到区域'),
  spare: 6,
  above: [
    totals(each(['weight', 'target'], key => sumOf('Regions', key))),
    checks({ target: f`${sumOf('Regions', 'target')}-Total` }),
  ],
  columns: [
    show.text('region', region.label),
    weight,
    locked,
    show.amount('target', say('Target', '目标'), {
      spills: {
        columns: 1,
        formula: kpi(split, {
          total: f`Total`,
          weights: f`Regions[weight]`,
          unit: f`Unit`,
          locked: f`Regions[locked]`,
        }),
      },
      note: say(
        'Share of the company target by weight; the shares add up to it exactly.',
        '按权重拆分公司总目标，合计与总目标完全一致。',
      ),
    }),
    {
      key: 'people',
      label: say('People', '个人合计'),
      format: 'check',
      // A region without a target is no region whose people tie out at nothing.
      formula: unlessBlank(f`[region]`, f`IF([target]="","✗",${ofRegion}-[target])`),
      note: say('✓: the targets of this region’s people add up to it.', '✓：该区域个人目标合计与区域目标一致。'),
    },
  ],
  rows,
});

const periodKey = (index: number) => `period${index + 1}`;

function peopleTable(
  rows: readonly Row[],
  plan: readonly PlanPeriod[],
  weights: readonly (Expression | number)[],
  check: readonly Column[],
): Table {
  const keys = plan.map((_, index) => periodKey(index));
  return {
    key: 'People',
    title: say('2  Regions to people, people to periods', '二、区域到个人、个人到各期'),
    spare: 20,
    above: peopleTotals(keys, weights),
    columns: [
      region,
      person,
      weight,
      ramp,
      locked,
      show.factor('share', say('Weight × ramp', '折算权重'), {
        // As a text it is the error of its region alone, without the add-in, too.
        formula: unlessBlank(
          f`[person]`,
          f`IFERROR([weight]*IF([ramp]="",1,[ramp]),${say('✗ not a number', '✗ 非数字')})`,
        ),
      }),
      show.amount('regionTarget', say('Region’s target', '区域目标'), {
        formula: unlessBlank(
          f`[person]`,
          f`IF([region]="",0,SUMIF(Regions[region],${exactly(f`[region]`)},Regions[target]))`,
        ),
        centred: false,
        lights: [{ condition: { when: 'between', from: 0, below: 1e-9 }, ...LIGHT_COLORS.red }],
        note: say(
          'Red: the region is none of the table above, or has no target.',
          '红色：该区域不在上表中，或没有目标。',
        ),
      }),
      show.amount('target', say('Target', '目标'), {
        named: 'Target',
        spills: {
          columns: 1,
          formula: kpi(split, {
            total: blankAsZero(f`People[regionTarget]`),
            weights: blankAsZero(f`People[share]`),
            unit: f`Unit`,
            locked: f`People[locked]`,
            groups: f`People[region]`,
          }),
        },
        note: say('Share of the region’s target by weight × ramp.', '按折算权重拆分区域目标。'),
      }),
      ...check,
      ...periodColumns(keys, plan),
    ],
    rows,
  };
}

function peopleTotals(keys: readonly string[], weights: readonly (Expression | number)[]): RowAbove[] {
  const [first = '', last = first] = [keys[0], keys[keys.length - 1]];
  const [targets, periods] = [f`People[target]`, columnOf('People', first, last)];
  return [
    {
      key: 'weights',
      label: say('Weight of the period', '各期权重'),
      role: 'input',
      format: 'factor',
      cells: Object.fromEntries(weights.map((share, index) => [periodKey(index), share])),
      named: Object.fromEntries(keys.map((key, index) => [key, `Weight${index + 1}`])),
    },
    totals(each(['target', ...keys], key => sumOf('People', key))),
    checks({
      // How many people have no region in the table above, or one without a target.
      regionTarget: f`COUNTIF(People[regionTarget],0)`,
      target: f`${sumOf('People', 'target')}-Total`,
      [first]: f`IF(COUNT(${targets})=0,0-Total,SUM(${periods})-${sumOf('People', 'target')})`,
    }),
  ];
}

/** Each person's target over the periods; what is left over goes on from where the rows above have stopped. */
function periodColumns(keys: readonly string[], plan: readonly PlanPeriod[]): Column[] {
  const [first = '', last = first] = [keys[0], keys[keys.length - 1]];
  const sharesOf = (total: Expression) =>
    kpi(split, { total, weights: above('People', 'weights', first, last), unit: f`Unit` });
  const formula = unlessZero(f`COUNT(People[target])`, sharesOf(blankAsZero(f`People[target]`)));
  const spills = { columns: plan.length, formula, row: { formula: sharesOf(carried('target')), at: 2 } };
  return plan.map(({ label }, index) =>
    show.amount(periodKey(index), label, {
      named: `Period${index + 1}`,
      ...(index === 0 ? { spills } : { spilled: true }),
    }),
  );
}
