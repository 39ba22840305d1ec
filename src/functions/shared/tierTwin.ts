import { CellError, type Matrix } from '../../kernel/cell.ts';
import { isBlank, NoTwin, WRONG, when } from '../../kernel/native.ts';
import { layoutOf, type Plan, type Tier, type TierColumns, tiersParameter } from './tiers.ts';

/**
 * A tier table in built-in functions. Its rows may stand in any order and under headings, so tiers are taken by
 * rank; a tier that is added or taken out later makes the twin an error and not another figure.
 */
export interface TierTwin {
  readonly plan: Plan;
  /** What all tiers have, lowest first, as an array. */
  all(what: TierFigure): string;
  /** The same without the lowest tier, and without the highest. */
  upper(what: TierFigure): string;
  lower(what: TierFigure): string;
  /** The label of the tier of this rank; the rank itself where the table has none. */
  label(rank: string): string;
  /** The formula, as long as the table has as many tiers. */
  guarded(formula: string): string;
}

export type TierFigure = 'from' | 'rate' | 'bonus';

const tiers = tiersParameter();

export function tierTwin(table: string, cells: Matrix | undefined): TierTwin | NoTwin {
  if (!cells) return new NoTwin('the layout of the tier table is not known', '档位表的结构未知');
  const plan = tiers.read(cells);
  const layout = layoutOf(cells);
  if (!(layout instanceof CellError) && layout.columns.plan !== undefined)
    return new NoTwin('the tier table holds several plans', '档位表含多个方案');
  if (plan instanceof CellError || layout instanceof CellError) {
    return new NoTwin('the tier table has a fault', '档位表有误');
  }
  return table.startsWith('{') ? ofLiterals(plan) : ofCells(table, plan, within(layout.columns, cells[0]?.length ?? 0));
}

function ofLiterals(plan: Plan): TierTwin {
  const list = (what: TierFigure, from: number, to: number): string =>
    `{${plan
      .slice(from, to)
      .map(tier => tier[what])
      .join(';')}}`;
  return {
    plan,
    all: what => list(what, 0, plan.length),
    upper: what => list(what, 1, plan.length),
    lower: what => list(what, 0, plan.length - 1),
    label: rank => `INDEX({${plan.map(labelText).join(';')}},${rank})`,
    guarded: formula => formula,
  };
}

function labelText({ label }: Tier): string {
  return typeof label === 'number' ? `${label}` : `"${label.replace(/"/g, '""')}"`;
}

/** Columns told by their order alone may lie beyond the table. */
function within({ from, rate, bonus, label, plan }: TierColumns, width: number): TierColumns {
  const inside = (column: number | undefined): number | undefined =>
    column !== undefined && column < width ? column : undefined;
  return { from, rate, bonus: inside(bonus), label: inside(label), plan };
}

function ofCells(table: string, plan: Plan, columns: TierColumns): TierTwin {
  const column = (index: number | undefined): string => `INDEX(${table},0,${(index ?? 0) + 1})`;
  const from = column(columns.from);
  const list = (what: TierFigure, first: number, last: number): string => {
    const ranks = Array.from({ length: last - first + 1 }, (_, rank) => first + rank);
    const begins = `SMALL(${from},{${ranks.join(';')}})`;
    if (what === 'from') return begins;
    return columns[what] === undefined ? '0' : `SUMIF(${from},${begins},${column(columns[what])})`;
  };
  const name = (rank: string): string => `INDEX(${column(columns.label)},MATCH(SMALL(${from},${rank}),${from},0))`;
  return {
    plan,
    all: what => list(what, 1, plan.length),
    upper: what => list(what, 2, plan.length),
    lower: what => list(what, 1, plan.length - 1),
    label: rank => (columns.label === undefined ? rank : when(isBlank(name(rank)), rank, name(rank))),
    guarded: formula => when(`COUNT(${from})<>${plan.length}`, WRONG, formula),
  };
}

/** How many tiers a figure has reached; one exactly on an edge is in the upper tier. */
export function rankIn({ all }: TierTwin, figure: string): string {
  return `SUMPRODUCT(--(${figure}>=${all('from')}))`;
}

/** What the tier has that a figure has reached, 0 below the lowest. */
export function reachedIn(twin: TierTwin, what: TierFigure, figure: string, scale = ''): string {
  return stepped(twin, what, begins => `(${figure}>=${scaled(begins, scale)})`);
}

/** Every slice of an amount at its own tier's rate. */
export function slicesIn(twin: TierTwin, amount: string, scale: string): string {
  return stepped(twin, 'rate', from => {
    const begins = scaled(from, scale);
    return `(${amount}>${begins})*(${amount}-${begins})`;
  });
}

/** Each tier’s figure from its edge on, less that of the tier below it. */
function stepped({ plan, all, upper, lower }: TierTwin, what: TierFigure, from: (edges: string) => string): string {
  const sum = `SUMPRODUCT(${from(all('from'))}*${all(what)})`;
  return plan.length === 1 ? sum : `(${sum}-SUMPRODUCT(${from(upper('from'))}*${lower(what)}))`;
}

function scaled(edges: string, scale: string): string {
  return scale === '' ? edges : `ROUND(${edges}*${scale},8)`;
}
