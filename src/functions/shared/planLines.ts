import { type Cell, CellError, type Matrix } from '../../kernel/cell.ts';
import { clean } from '../../kernel/decimal.ts';
import { shown } from '../../kernel/errors.ts';
import { labelKey } from '../../kernel/label.ts';
import { addAll } from '../../kernel/lists.ts';
import { isBlank } from '../../kernel/parameters.ts';
import { say, type Text } from '../../kernel/text.ts';
import { pick, type TierLayout } from './tiers.ts';

/** Something about a plan that is worth a look. Rows are counted in the range; none means the whole plan. */
export interface PlanFinding {
  readonly row: number | null;
  /** error: COMMISSION refuses the plan · warning: hardly meant · note: good to know */
  readonly severity: 'error' | 'warning' | 'note';
  readonly text: Text;
}

/** A tier of a plan as it stands there, whether or not it can be paid by. */
export interface PlanLine {
  readonly row: number;
  readonly from: number;
  readonly rate: number;
  readonly bonus: number;
  readonly to: number | undefined;
  /** Which plan it is a tier of, where the table has several. */
  readonly plan: string;
}

export function finding(severity: PlanFinding['severity'], row: number | null, en: string, zh: string): PlanFinding {
  return { row, severity, text: say(en, zh) };
}

/** Reads as many tiers as can be read, lowest first, and says what is wrong with the others. */
export function readLines(
  cells: Matrix,
  { headed, columns, to }: TierLayout,
): { lines: PlanLine[]; findings: PlanFinding[] } {
  const lines: PlanLine[] = [];
  const findings: PlanFinding[] = [];
  for (const [index, cellsOfRow] of cells.entries()) {
    if ((headed && index === 0) || cellsOfRow.every(isBlank)) continue;
    const row = index + 1;
    const bonus = pick(cellsOfRow, columns.bonus);
    const problems = [
      amountProblem(row, pick(cellsOfRow, columns.from), 'from', '起点'),
      amountProblem(row, pick(cellsOfRow, columns.rate), 'rate', '比例'),
      isBlank(bonus) ? undefined : amountProblem(row, bonus, 'bonus', '奖金'),
    ].filter(problem => problem !== undefined);
    addAll(findings, problems);
    if (problems.length > 0) continue;
    const end = pick(cellsOfRow, to);
    lines.push({
      row,
      from: amountOf(pick(cellsOfRow, columns.from)),
      rate: amountOf(pick(cellsOfRow, columns.rate)),
      bonus: amountOf(bonus),
      to: typeof end === 'number' ? clean(end) : undefined,
      plan: labelKey(String(pick(cellsOfRow, columns.plan) ?? '')),
    });
  }
  lines.sort((a, b) => a.from - b.from || a.row - b.row);
  return { lines, findings };
}

const amountOf = (cell: Cell): number => (typeof cell === 'number' ? clean(cell) : 0);

function amountProblem(row: number, cell: Cell, en: string, zh: string): PlanFinding | undefined {
  if (typeof cell === 'number') {
    if (cell >= 0 && Number.isFinite(cell)) return undefined;
    return finding('error', row, `${en} ${cell} is negative`, `${zh} ${cell} 为负数`);
  }
  if (isBlank(cell)) return finding('error', row, `${en} is blank`, `${zh}为空`);
  if (cell instanceof CellError) return finding('error', row, `${en} holds ${cell.code}`, `${zh}为 ${cell.code}`);
  return finding('error', row, `${en} is ${shown(cell)}, not a number`, `${zh}为${shown(cell)}，不是数字`);
}
