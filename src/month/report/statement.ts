import { commission } from '../../functions/commission.ts';
import { commissionExplain } from '../../functions/commissionExplain.ts';
import { LARGEST_SHARE } from '../../functions/shared/tiers.ts';
import { type Argument, CellError, errorCodeIn, isMatrix, type Matrix } from '../../kernel/cell.ts';
import { clean } from '../../kernel/decimal.ts';
import type { Value } from '../../kernel/json.ts';
import { labelKey } from '../../kernel/label.ts';
import { isBlank } from '../../kernel/parameters.ts';
import { type Language, say, type Text } from '../../kernel/text.ts';
import type { PaidRow, PayPlan } from '../../sheets/incentive.ts';
import { amountText } from '../figures/shownFigures.ts';

/** One person's commission of a month by the plan of that month. */
export interface Statement {
  readonly person: string;
  readonly sales: number | null;
  readonly target: number | null;
  readonly pay: number | null;
  /** Why there is none. */
  readonly problem: Text | undefined;
  /** In what the incentive sheet counts otherwise. */
  readonly remark: Text | undefined;
}

export interface Paid {
  readonly person: string;
  readonly actual: number | null;
  readonly target: number | null;
}

/** The rows of the incentive sheet where it is of this month; undefined where they are not known. */
export type PaidRows = readonly PaidRow[] | undefined;

export function statementOf(paid: Paid, plan: PayPlan, rows?: PaidRows): Statement {
  const { person, actual, target } = paid;
  const given = argumentsOf(paid, plan, rows);
  const pay = isText(given) ? null : commission.call(given);
  return {
    person,
    sales: actual,
    target,
    pay: typeof pay === 'number' ? pay : null,
    problem: isText(given) ? given : pay instanceof CellError ? pay.message : undefined,
    remark: remarkOn(paid, plan, rows),
  };
}

/** The same, step by step: the last row is the pay, to the cent. */
export function explained(paid: Paid, plan: PayPlan, language: Language, rows?: PaidRows): Matrix | Text {
  const given = argumentsOf(paid, plan, rows);
  if (isText(given)) return given;
  const table = commissionExplain.call([...given, 2, language]);
  if (isMatrix(table)) return table;
  return table instanceof CellError ? table.message : [];
}

/** Where the steps give the rates. */
export const RATE_COLUMN = 4;

/** COMMISSION's arguments up to prior_sales, as the incentive sheet gives them; or why they are not known. */
function argumentsOf({ person, actual, target }: Paid, plan: PayPlan, rows: PaidRows): Argument[] | Text {
  const { tiers, mode, cap, toDate } = plan;
  const countsTarget = basisOf(plan) === 'achievement';
  const args = (aim: Argument, prior: Argument): Argument[] | Text =>
    countsTarget && (isBlank(aim as never) || aim === 0)
      ? NO_TARGET
      : [
          actual,
          countsTarget ? standing(aim) : undefined,
          tiers.map(line => line.map(standing)),
          standing(mode),
          standing(cap),
          undefined,
          standing(prior),
        ];
  if (!toDate) return args(target, undefined);
  if (!rows) return UNKNOWN_PRIOR;
  const row = rowOf(person, rows);
  return isText(row) ? row : args(row.target, row.prior);
}

/** The cell as it stood: of an error only its code is kept, and no function may take that for a word. */
function standing<Held extends Argument>(held: Held): Held | CellError {
  const code = typeof held === 'string' ? errorCodeIn(held) : undefined;
  return code ? new CellError(code, say(code, code)) : held;
}

/** Where a sheet does not say what its tiers count, tiers that begin at amounts do. */
function basisOf({ basis, tiers }: PayPlan): 'achievement' | 'amount' {
  const amounts = tiers.some(([from]) => typeof from === 'number' && from > LARGEST_SHARE);
  return basis ?? (amounts ? 'amount' : 'achievement');
}

function rowOf(person: string, rows: readonly PaidRow[]): PaidRow | Text {
  const [row, twin] = rows.filter(other => labelKey(other.person) === labelKey(person));
  if (!row) return NOT_ON_SHEET;
  return twin ? TWICE_ON_SHEET : row;
}

function remarkOn({ person, actual, target }: Paid, plan: PayPlan, rows: PaidRows): Text | undefined {
  if (!rows) return undefined;
  const row = rowOf(person, rows);
  if (isText(row)) return row;
  if (!isSame(row.sales, actual)) return differs(say('Sales', '销售额'), row.sales, actual);
  const sameTarget = plan.toDate || basisOf(plan) === 'amount' || isSame(row.target, target);
  return sameTarget ? undefined : differs(say('Target', '目标'), row.target, target);
}

/** The tracker's figures are added exactly, those of the sheet as a spreadsheet adds. */
function isSame(onSheet: Value, here: number | null): boolean {
  return typeof onSheet === 'number' && here !== null ? clean(onSheet) === clean(here) : onSheet === here;
}

function differs(figure: Text, onSheet: Value, here: number | null): Text {
  const text = (value: Value): Text => {
    if (value === null) return say('blank', '空');
    const shown = typeof value === 'number' ? amountText(value) : String(value);
    return say(shown, shown);
  };
  const [theirs, ours] = [text(onSheet), text(here)];
  return say(
    `${figure.en} on the incentive sheet: ${theirs.en}, on the tracker: ${ours.en}.`,
    `激励方案表中的${figure.zh}为${theirs.zh}，目标跟踪表中为${ours.zh}。`,
  );
}

const NO_TARGET = say('there is no target, and the tiers count achievement', '没有目标，而档位按达成率计');
const UNKNOWN_PRIOR = say(
  'the plan counts the sales of earlier months, which are known for the month of the incentive sheet only',
  '方案计入前期累计销售额，只有激励方案表所在月份才有该数据',
);
const NOT_ON_SHEET = say('not on the incentive sheet', '激励方案表中没有此人');
const TWICE_ON_SHEET = say('appears twice on the incentive sheet', '在激励方案表中出现两次');

function isText(value: object): value is Text {
  return 'en' in value;
}
