import { type Argument, type Cell, CellError, type Matrix } from '../../kernel/cell.ts';
import { clean, type Decimal, decimal } from '../../kernel/decimal.ts';
import { at, expected, invalid, passedOn, place, shown } from '../../kernel/errors.ts';
import { isHeader } from '../../kernel/header.ts';
import { known } from '../../kernel/known.ts';
import { labelKey } from '../../kernel/label.ts';
import { cellsOf, isBlank, optionalText, type Parameter } from '../../kernel/parameters.ts';
import { say } from '../../kernel/text.ts';

/** One step of a commission plan. It holds from `from` up to the next tier's `from`. */
export interface Tier {
  /** An achievement, or an amount where there is no target. */
  readonly from: number;
  readonly rate: number;
  readonly bonus: number;
  /** What the plan calls it; the tiers without a label are numbered from the lowest. */
  readonly label: string | number;
  /**
   * The same figures for exact arithmetic, made once for all the rows that the plan pays. `below` is what the tiers
   * under this one pay slice by slice when it is reached, for a target of 1.
   */
  readonly exact: Readonly<Record<'from' | 'rate' | 'bonus' | 'below', Decimal>>;
}

type TierCells = Omit<Tier, 'exact'>;

/** The tiers of a plan, lowest first, at least one. */
export type Plan = readonly [Tier, ...Tier[]];

/** A share of a target above this is not meant as one: somebody typed 80 for 80 %, or amounts for shares. */
export const LARGEST_SHARE = 10;

/** A plan's tier table: columns from, rate, [bonus], [label]; with or without headings, rows in any order. */
export function tiersParameter(): Parameter<Plan> {
  return {
    shape: 'table',
    type: 'any',
    label: say('Tiers', '档位表'),
    about: say(
      'Columns from, rate, bonus (optional), label (optional), with or without headings, rows in any order.',
      '列依次为起点、比例、奖金（可省）、名称（可省）；可带标题行，行序不限。',
    ),
    optional: false,
    read: readKnownPlan,
  };
}

/** Several plans in one table, told apart by its column plan: rates by product, by grade, by type of customer. */
export class Plans {
  private readonly plans: ReadonlyMap<string, { readonly name: string; readonly plan: Plan }>;

  constructor(plans: ReadonlyMap<string, { readonly name: string; readonly plan: Plan }>) {
    this.plans = plans;
  }

  get names(): string[] {
    return [...this.plans.values()].map(({ name }) => name);
  }

  find(name: string): Plan | undefined {
    return this.plans.get(labelKey(name))?.plan;
  }
}

/** The same table, which may hold several plans; `planParameter` says which of them is meant. */
export function plansParameter(): Parameter<Plan | Plans> {
  return { ...tiersParameter(), read: readKnownTable };
}

export function planParameter(): Parameter<string | undefined> {
  return optionalText({
    label: say('Plan', '方案'),
    about: say('Which plan, where the tier table has a column “plan”.', '档位表含“方案”列时，按哪个方案计算。'),
  });
}

/** The plan that is meant. */
export function planOf(tiers: Plan | Plans, name: string | undefined): Plan | CellError {
  if (!(tiers instanceof Plans)) {
    return name === undefined
      ? tiers
      : invalid('plan: the tier table has no column “plan”', 'plan（方案）：档位表没有“方案”列');
  }
  const names = tiers.names.map(known => `"${known}"`);
  if (name === undefined)
    return invalid(`plan: say which of ${names.join(', ')}`, `plan（方案）：请指明${names.join('、')}中的哪一个`);
  return tiers.find(name) ?? at(expected.oneOf(name, names), say('plan', 'plan（方案）'));
}

export type TierColumns = Readonly<Record<'from' | 'rate' | 'bonus' | 'label' | 'plan', number | undefined>>;

/** `to` is read over: a tier ends where the next begins. */
const HEADINGS: Readonly<Record<keyof TierColumns | 'to', readonly string[]>> = {
  from: ['from', 'threshold', 'achievement from', '起点', '起', '达成率起', '下限', '门槛', '从'],
  rate: ['rate', 'commission rate', 'commission', '比例', '提成比例', '提成率', '费率'],
  bonus: ['bonus', 'extra', '奖金', '奖励', '固定奖金', '额外奖金', '奖金额', '达标奖金'],
  to: ['to', 'until', 'up to', 'achievement to', '终点', '止', '达成率止', '上限', '至'],
  label: ['label', 'level', 'tier', 'name', '名称', '档位', '级别', '等级', '层级'],
  plan: ['plan', 'commission plan', '方案', '提成方案'],
};

interface FoundTier extends TierCells {
  readonly row: number;
}

function readTable(argument: Argument): Plan | Plans | CellError {
  const cells = cellsOf(argument);
  if (cells instanceof CellError) return cells;
  const width = cells[0]?.length ?? 0;
  if (width < 2) return invalid('expected at least the columns from and rate', '至少应有起点和比例两列');
  const layout = layoutOf(cells);
  if (layout instanceof CellError) return layout;
  const { headed, columns } = layout;
  const plans = new Map<string, { name: string; found: FoundTier[] }>();
  for (const [row, line] of cells.entries()) {
    if ((headed && row === 0) || line.every(isBlank)) continue;
    const name = columns.plan === undefined ? '' : nameIn(line[columns.plan] ?? null);
    const tier = name instanceof CellError ? name : readTier(line, columns);
    if (tier instanceof CellError) return at(tier, place.row(row));
    const key = labelKey(String(name));
    const plan = plans.get(key) ?? { name: String(name), found: [] };
    plans.set(key, plan);
    const twin = plan.found.find(other => clean(other.from) === clean(tier.from));
    if (twin) return at(duplicate(tier.from, twin.row), place.row(row));
    plan.found.push({ ...tier, row });
  }
  const made = [...plans].flatMap(([key, { name, found }]) => {
    const plan = madeOf(found);
    return plan ? [[key, { name, plan }] as const] : [];
  });
  const [first] = made;
  if (!first) return invalid('expected at least one tier', '至少应有一个档位');
  return columns.plan === undefined ? first[1].plan : new Plans(new Map(made));
}

function nameIn(cell: Cell): string | CellError {
  if (cell instanceof CellError) return at(passedOn(cell), PLAN);
  return isBlank(cell) ? at(invalid('the cell is blank', '单元格为空'), PLAN) : String(cell).trim();
}

const PLAN = say('plan', '方案');

/** The tiers of one plan, lowest first. */
function madeOf(found: readonly FoundTier[]): Plan | undefined {
  let lower: Tier['exact'] | undefined;
  const [lowest, ...higher] = [...found]
    .sort((a, b) => a.from - b.from)
    .map(({ from, rate, bonus, label }, index): Tier => {
      const start = decimal(from);
      const below = lower ? lower.below.plus(start.minus(lower.from).times(lower.rate)) : decimal(0);
      lower = { from: start, rate: decimal(rate), bonus: decimal(bonus), below };
      return { from, rate, bonus, label: label === '' ? index + 1 : label, exact: lower };
    });
  return lowest && [lowest, ...higher];
}

const readKnownTable = known(readTable);

/** For functions that look at one plan. */
function readKnownPlan(argument: Argument): Plan | CellError {
  const table = readKnownTable(argument);
  return table instanceof Plans
    ? invalid('the column “plan” holds several plans: give the rows of one', '“方案”列含多个方案：请只选一个方案的各行')
    : table;
}

/** Where the columns of a tier table are. A first row with a figure in it is a tier, even if it was typed as text. */
export interface TierLayout {
  readonly headed: boolean;
  readonly columns: TierColumns;
  /** Whether the headings told the columns apart, and not their order. */
  readonly known: boolean;
  /** The column with the ends of the tiers, which no payout looks at. */
  readonly to: number | undefined;
}

export function layoutOf(cells: Matrix): TierLayout | CellError {
  const first = cells[0] ?? [];
  const headed = first.every(cell => isBlank(cell) || isHeader(cell));
  const lines = cells.slice(headed ? 1 : 0).filter(line => !line.every(isBlank));
  const named = headed ? byHeading(cells) : undefined;
  const columns = named ?? byPosition(lines, first.length);
  if (columns instanceof CellError) return columns;
  const to = first.findIndex(cell => HEADINGS.to.includes(headingKey(cell)));
  return { headed, columns, known: named !== undefined, to: named && to >= 0 ? to : undefined };
}

function readTier(line: readonly Cell[], columns: TierColumns): TierCells | CellError {
  const from = amount(line, columns.from, 'from', '起点');
  if (from instanceof CellError) return from;
  const rate = amount(line, columns.rate, 'rate', '比例');
  if (rate instanceof CellError) return rate;
  if (rate > 1) {
    return invalid(
      `rate ${rate} is above 1; ${rate}% is written as ${rate / 100} or ${rate}%`,
      `比例 ${rate} 大于 1；${rate}% 应写作 ${rate / 100} 或 ${rate}%`,
    );
  }
  const bonus = isBlank(pick(line, columns.bonus)) ? 0 : amount(line, columns.bonus, 'bonus', '奖金');
  if (bonus instanceof CellError) return bonus;
  const label = pick(line, columns.label);
  if (label instanceof CellError) return passedOn(label);
  return { from, rate, bonus, label: isBlank(label) ? '' : typeof label === 'number' ? label : String(label).trim() };
}

function amount(line: readonly Cell[], column: number | undefined, en: string, zh: string): number | CellError {
  const cell = pick(line, column);
  const where = { en, zh };
  if (cell instanceof CellError) return at(passedOn(cell), where);
  if (typeof cell !== 'number') return at(expected.number(cell), where);
  return Number.isFinite(cell) && cell >= 0 ? cell : at(expected.between(cell, 0, Number.MAX_VALUE), where);
}

export function pick(line: readonly Cell[], column: number | undefined): Cell {
  return column === undefined ? null : (line[column] ?? null);
}

function byHeading(cells: Matrix): TierColumns | CellError | undefined {
  const headings = (cells[0] ?? []).map(headingKey);
  const find = (words: readonly string[]): number | undefined => {
    const index = headings.findIndex(heading => words.includes(heading));
    return index < 0 ? undefined : index;
  };
  const { from, rate, bonus, label, plan, to } = HEADINGS;
  const columns = {
    from: find(from),
    rate: find(rate),
    bonus: find(bonus),
    label: find(label),
    plan: find(plan),
  };
  if (columns.from === undefined || columns.rate === undefined) return undefined;
  const known = [...Object.values(columns), find(to)];
  const unread = headings.findIndex((_, index) => !known.includes(index) && holdsAmounts(cells, index));
  return columns.bonus === undefined && unread >= 0 ? unknownColumn(cells[0]?.[unread] ?? null, unread) : columns;
}

/** The unit beside a heading, "Rate (%)", does not belong to its name. */
function headingKey(cell: Cell): string {
  return labelKey(String(cell ?? ''))
    .replace(/\(.*\)|%/g, '')
    .trim();
}

function holdsAmounts(cells: Matrix, column: number): boolean {
  return cells.some(line => typeof line[column] === 'number' && line[column] !== 0);
}

/** Without known headings: from, rate, bonus, label; a third column of texts is the label. */
function byPosition(lines: Matrix, width: number): TierColumns | CellError {
  const ends = lines.slice(0, -1).every((line, row) => line[1] === lines[row + 1]?.[0]);
  if (width > 2 && lines.length > 1 && ends) return endsInsteadOfRates();
  const texts = width === 3 && lines.every(line => isBlank(line[2]) || typeof line[2] === 'string');
  const [bonus, label] = texts ? [undefined, 2] : [2, 3];
  return { from: 0, rate: 1, bonus, label, plan: undefined };
}

function unknownColumn(heading: Cell, column: number): CellError {
  return invalid(
    `column ${column + 1} ${shown(heading)} holds amounts under a heading that is not known: call it bonus, or leave it out`,
    `第 ${column + 1} 列${shown(heading)}有金额但标题无法识别：请改为“奖金”，或不要选入该列`,
  );
}

function endsInsteadOfRates(): CellError {
  return invalid(
    'the second column looks like the end of each tier; give from, rate, bonus, label, or put headings over the columns',
    '第二列似为各档终点；列应依次为起点、比例、奖金、名称，或为各列加上标题',
  );
}

function duplicate(from: number, row: number): CellError {
  return invalid(`from ${from} is also in row ${row + 1}`, `起点 ${from} 与第 ${row + 1} 行重复`);
}
