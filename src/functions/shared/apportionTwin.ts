import { DIVISION_BY_ZERO, WRONG, when } from '../../kernel/native.ts';

/** A total that is shared out by weights over neighbouring cells, as texts. */
export interface ApportionTexts {
  /** One cell. */
  readonly total: string;
  readonly unit: string;
  /** A column, or a row where `across`. */
  readonly weights: string;
  /** Beside the weights; '' where nothing is locked. */
  readonly locked: string;
  /** Which cells take part, as a product's factor; '' for all. */
  readonly member: string;
  readonly across: boolean;
  /** The amounts that were shared out before, which a tie goes on from; '' for none. */
  readonly above: string;
  /** The cell of a range that is asked for. */
  own(range: string): string;
}

/** So far binary arithmetic is off in a quota, by a share of all units; ten times less is seen. */
const NOISE = '1E-14';
/** So far it is off in an amount, by a share of what was added up. */
const DUST = '4E-15';
/** So far it is off in a number of units, of which there are 10 billion at most. */
const HAIR = '0.00005';

/**
 * The share of one cell by the method of largest remainders, as `apportion` gives it. It counts whole units: where a
 * fraction of one cannot be told from a whole, or remainders not from each other, there is an error and no share.
 * Texts among the figures have been seen to before, so that what is not blank is a number; weights may be blank as
 * empty texts are, and reach arithmetic as texts with a 0 in front.
 */
export function apportionTwin(given: ApportionTexts): string {
  const { total, unit, weights, locked, above, own } = given;
  const weight = own(weights);
  const sign = when(`${total}<0`, '-1', '1');
  const units = `(${wholeUnits(given)}+(${isLargest(given)})*(MOD(${unitsOf(given)}+${HAIR},1)-${HAIR}))`;
  const share = when(`${weight}=""`, '""', `${sign}*ROUND(${unit}*${units},12)`);
  const [rest, dust] = [restOf(given), `${DUST}*${amountsOf(given)}`];
  const isNobody = `(SUMPRODUCT(${freeOf(given, `(${weights}<>"")`)}+0)=0)`;
  const tests = [
    ...inDoubt(given),
    `${isNobody}*(ABS(${rest})>${dust})`,

    ...(locked ? [`(${sign}*${rest}<-${dust})`] : []),
    // Half a unit before is rounded up, and may be a little less than half in binary arithmetic.
    ...(above ? [`(${unit}<>INT(${unit}))*(ABS(MOD(${above}/${unit},1)-0.5)<0.000001)`] : []),
  ];
  const result = locked ? when(`${own(locked)}=""`, share, own(locked)) : share;
  // Weights that add up to 0 are an error for those with a lock, too.
  const isWeighed = when(`${sumOfWeights(given)}+${isNobody}=0`, DIVISION_BY_ZERO, result);
  return when(tests.join('+'), WRONG, isWeighed);
}

/** Where a unit more or less hangs on digits that a cell does not keep, or there are too many units. */
function inDoubt(given: ApportionTexts): string[] {
  const { unit } = given;
  const dust = `${DUST}*${amountsOf(given)}/${unit}`;
  const off = `ABS(MOD(${unitsOf(given)}+0.5,1)-0.5)`;
  return [`(${amountsOf(given)}>1E10*${unit})`, `(ABS(2*${off}-0.0001-${dust})<0.0001-${dust})`];
}

/** A factor for each cell, and 0 where it takes no part. */
function freeOf({ locked, member }: ApportionTexts, factor: string): string {
  return [factor, ...(locked ? [`(${locked}="")`] : []), ...(member ? [member] : [])].join('*');
}

function restOf({ total, locked, member }: ApportionTexts): string {
  if (locked === '') return total;
  return `(${total}-${member ? `SUMPRODUCT(--${member},${locked})` : `SUM(${locked})`})`;
}

/** How large the amounts are that were added up. */
function amountsOf({ total, locked }: ApportionTexts): string {
  return locked === '' ? `ABS(${total})` : `(ABS(${total})+SUMSQ(${locked})^0.5)`;
}

function unitsOf(given: ApportionTexts): string {
  return `ABS(${restOf(given)})/${given.unit}`;
}

function wholeOf(given: ApportionTexts): string {
  return `INT(${unitsOf(given)}+${HAIR})`;
}

function sumOfWeights({ weights, locked, member }: ApportionTexts): string {
  const factors = [...(locked ? [`(${locked}="")`] : []), ...(member ? [member] : [])];
  if (factors.length === 0) return `SUM(${weights})`;
  return `SUMPRODUCT(${factors.length > 1 ? factors.join('*') : `--${factors.join()}`},${weights})`;
}

/** The weights of those who take part, and 0 for the others. */
function freeWeights(given: ApportionTexts): string {
  return freeOf(given, figures(given, given.weights));
}

/** Of another group's text or negative weight, too, which have no part in this one. */
function figures({ member }: ApportionTexts, weights: string): string {
  const isFigure = `ISNUMBER(${weights})${member ? `*(${weights}>=0)` : ''}`;
  return `VALUE(0&REPT(${weights},${isFigure}))`;
}

/** The quota of a weight in units; one just below a whole number is taken for it. */
function quota(given: ApportionTexts, weight: string): string {
  return `${wholeOf(given)}*(${weight}/${sumOfWeights(given)}+${NOISE})`;
}

/** The units of a cell: its quota's whole ones, and one of those that are left where its remainder is large enough. */
function wholeUnits(given: ApportionTexts): string {
  const { weights, own } = given;
  const [all, weight] = [freeWeights(given), own(weights)];
  const [remainders, remainder] = [all, figures(given, weight)].map(of => `MOD(${quota(given, of)},1)`);
  // Beyond both bounds a remainder is larger; between them it is a tie, and goes by the order.
  const [bounds, first, second] = given.across ? ['{-1;1}', '{0;1}', '{1;-1}'] : ['{-1,1}', '{0,1}', '{1,-1}'];
  const larger = `(${remainders}>${remainder}+${bounds}*${wholeOf(given)}*${NOISE})`;
  const byOrder = `ABS(${first}-(${order(given, weights)}<${order(given, weight)}))`;
  // Weights of few digits tie where their remainders are so near; of others nobody knows.
  const digits = `INT(-LOG10(3*${NOISE}*(1+${wholeOf(given)})*${sumOfWeights(given)}))`;
  const many = `SUMPRODUCT(--(ROUND(${figures(given, weights)},${digits})<>${figures(given, weights)}))`;
  const doubtful = `${second}*1E6*SIGN(${all})*(${weights}<>${weight})*${many}`;
  const ahead = `SUMPRODUCT(${larger}*(${byOrder}+${doubtful}))`;
  return `INT(${quota(given, figures(given, weight))})+LOOKUP(SUMPRODUCT(${remainders})-${ahead},{-99999;0.5},{0;1})`;
}

function position({ across }: ApportionTexts, range: string): string {
  return `${across ? 'COLUMN' : 'ROW'}(${range})`;
}

/** Whose turn comes first: the earlier place, or those from where the shares above have stopped. */
function order(given: ApportionTexts, range: string): string {
  const place = position(given, range);
  return given.above === '' ? place : `(${place}+1E6*(${place}<${firstTurn(given)}))`;
}

function firstTurn(given: ApportionTexts): string {
  const { weights, above, unit } = given;
  const turns = freeOf(given, `(${figures(given, weights)}>0)`);
  const before = `INT(ROUND(${above}/${unit},9)+0.5)`;
  return `SUMPRODUCT(SMALL(${position(given, weights)}+1E7*(1-${turns}),1+MOD(${before},SUMPRODUCT(${turns}+0))))`;
}

/** Whether what is no whole unit goes to this cell: to the largest share, of equal ones to the first. */
function isLargest(given: ApportionTexts): string {
  const { weights, above, own } = given;
  const [all, weight] = [freeWeights(given), own(weights)];
  const place = position(given, weights);
  if (above === '') {
    return `SUMPRODUCT((${all}>${weight})+(${all}=${weight})*(${place}<${position(given, weight)}))=0`;
  }
  // Of the largest weights those have a unit more whose turn it was. The first of these comes at the first turn, or
  // at the first place, where there are none or they go round.
  const noise = `${wholeOf(given)}*${NOISE}`;
  const [remainders, remainder] = [all, figures(given, weight)].map(of => `MOD(${quota(given, of)},1)`);
  const left = `SUMPRODUCT(${remainders}-(${remainders}>${remainder}+${noise}))`;
  const turn = firstTurn(given);
  const later = `SUMPRODUCT((${all}=${weight})*(${place}>=${turn}))`;
  const from = `${turn}*(ABS(2*${left}-1-${later})<${later})`;
  const first = `SUMPRODUCT(SMALL(${place}+1E7*(${place}<${from})+1E9*(${all}<>${weight}),1))`;
  const others = `SUMPRODUCT((ABS(${remainders}-${remainder})<=${noise})*SIGN(${all})*(${all}<>${weight}))`;
  const isFirst = when(others, WRONG, `${first}=${position(given, weight)}`);
  const isWhole = `MOD(${unitsOf(given)}+${HAIR},1)<0.0001`;
  return `${when(`(${isWhole})+SUMPRODUCT(--(${all}>${weight}))`, '0', isFirst)}+0`;
}
