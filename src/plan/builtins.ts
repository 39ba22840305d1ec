import { civilOf, serialOf } from '../kernel/calendar.ts';
import { type Cell, CellError, isMatrix, type Matrix } from '../kernel/cell.ts';
import { decimal, roundHalfAwayFromZero } from '../kernel/decimal.ts';
import { divisionByZero, expected, invalid, notAvailable } from '../kernel/errors.ts';
import { isBlank } from '../kernel/parameters.ts';
import { sumOf } from '../kernel/sum.ts';
import type { Builtin, Operator } from './expression.ts';

/** A built-in function's arguments are computed when it asks for them, as IF must not compute both branches. */
export type Lazy = () => Cell | Matrix;

/** The criterion that every text meets, and nothing else does. */
export const ANY_TEXT = '?*';

type Body = (args: readonly Lazy[]) => Cell | Matrix;

const BODIES: Readonly<Record<Builtin, Body>> = {
  IF: ([test, yes, no]) => choose(test?.() ?? null, yes, no),
  IFERROR: ([tried, otherwise]) => {
    const cell = single(tried?.() ?? null);
    return cell instanceof CellError ? (otherwise?.() ?? null) : cell;
  },
  SUM: args => overNumbers(args, sumOf),
  AVERAGE: args =>
    overNumbers(args, list =>
      list.length === 0 ? divisionByZero('there is no number', '没有数字') : sumOf(list) / list.length,
    ),
  MAX: args => overNumbers(args, list => list.reduce((most, next) => Math.max(most, next), list[0] ?? 0)),
  MIN: args => overNumbers(args, list => list.reduce((least, next) => Math.min(least, next), list[0] ?? 0)),
  COUNT: args => args.flatMap(arg => flat(arg())).filter(cell => typeof cell === 'number').length,
  SUMIF: ([where, criterion, amounts]) => sumWhere(amounts ?? where, [where, criterion]),
  COUNTIF: ([cells, criterion]) => {
    const criteria = criterion?.() ?? null;
    const count = (cell: Cell): number => matching([cells, () => cell]).length;
    return isMatrix(criteria) ? criteria.map(line => line.map(count)) : count(criteria);
  },
  SUMIFS: ([amounts, ...pairs]) => sumWhere(amounts, pairs),
  MAXIFS: ([cells, ...pairs]) => reduceWhere(cells, pairs, list => Math.max(...list)),
  MINIFS: ([cells, ...pairs]) => reduceWhere(cells, pairs, list => Math.min(...list)),
  COUNTIFS: args => {
    const criteria = args.map((arg, index) => (index % 2 === 1 ? arg() : null));
    const shape = criteria.find(isMatrix);
    if (!shape) return matching(args).length;
    // A figure for each criterion of a list.
    return shape.map((line, row) =>
      line.map(
        (_, column) =>
          matching(
            args.map((arg, index) => (index % 2 === 1 ? () => cellAt(criteria[index] ?? null, row, column) : arg)),
          ).length,
      ),
    );
  },
  // Of one list, which it computes cell by cell wherever it stands.
  SUMPRODUCT: args => overNumbers(args, sumOf),
  ABS: ([cell]) => numeric(single(cell?.() ?? null), Math.abs),
  ROUND: ([cells, places]) => {
    const round = (cell: Cell): Cell =>
      numeric(cell, amount => {
        const rounded = Number(roundHalfAwayFromZero(decimal(amount), Number(single(places?.() ?? 0))));
        // No cell shows a negative zero.
        return rounded === 0 ? 0 : rounded;
      });
    const amounts = cells?.() ?? null;
    return isMatrix(amounts) ? amounts.map(line => line.map(round)) : round(amounts);
  },
  INDEX: ([cells, row]) => numeric(single(row?.() ?? null), index => flat(cells?.() ?? null)[index - 1] ?? null),
  MATCH: ([wanted, cells]) => {
    const meets = meeting(single(wanted?.() ?? null));
    const index = flat(cells?.() ?? null).findIndex(other => !isBlank(other) && meets(other));
    return index < 0 ? notAvailable('not found', '未找到') : index + 1;
  },
  SUBSTITUTE: ([texts, sign, other]) => {
    const [from, to] = [sign, other].map(arg => String(single(arg?.() ?? null) ?? ''));
    const replaced = (cell: Cell): Cell =>
      cell instanceof CellError ? cell : `${cell ?? ''}`.split(from ?? '').join(to ?? '');
    const cells = texts?.() ?? null;
    return isMatrix(cells) ? cells.map(line => line.map(replaced)) : replaced(cells);
  },
  DATE: args => {
    const [year = 0, month = 1, day = 1] = args.map(arg => single(arg()));
    return numeric(year, y => numeric(month, m => numeric(day, d => serialOf(y, m, 1) + d - 1)));
  },
  YEAR: ([day]) => numeric(single(day?.() ?? null), serial => civilOf(serial).year),
  MONTH: ([day]) => numeric(single(day?.() ?? null), serial => civilOf(serial).month),
  DAY: ([day]) => numeric(single(day?.() ?? null), serial => civilOf(serial).day),
};

export function callBuiltin(name: Builtin, args: readonly Lazy[]): Cell | Matrix {
  return BODIES[name](args);
}

/** An operator on two cells; on ranges it works cell by cell. */
export function operate(operator: Operator, left: Cell | Matrix, right: Cell | Matrix): Cell | Matrix {
  if (!isMatrix(left) && !isMatrix(right)) return operateCells(operator, left, right);
  const shape = isMatrix(left) ? left : isMatrix(right) ? right : [];
  return shape.map((line, row) =>
    line.map((_, column) => operateCells(operator, cellAt(left, row, column), cellAt(right, row, column))),
  );
}

export function single(result: Cell | Matrix): Cell {
  if (!isMatrix(result)) return result;
  return result.length === 1 && result[0]?.length === 1
    ? (result[0][0] ?? null)
    : invalid('expected a single value', '应为单个值');
}

function choose(test: Cell | Matrix, yes: Lazy | undefined, no: Lazy | undefined): Cell | Matrix {
  if (!isMatrix(test)) {
    if (test instanceof CellError) return test;
    return (isTrue(test) ? yes : no)?.() ?? null;
  }
  const branches = { yes: yes?.() ?? null, no: no?.() ?? null };
  return test.map((line, row) =>
    line.map((cell, column) =>
      cell instanceof CellError ? cell : cellAt(isTrue(cell) ? branches.yes : branches.no, row, column),
    ),
  );
}

function isTrue(cell: Cell): boolean {
  return cell === true || (typeof cell === 'number' && cell !== 0);
}

function cellAt(cells: Cell | Matrix, row: number, column: number): Cell {
  if (!isMatrix(cells)) return cells;
  const line = cells[cells.length === 1 ? 0 : row] ?? [];
  return line[line.length === 1 ? 0 : column] ?? null;
}

/** A log's column is read by every row of the tables above it. */
const flattened = new WeakMap<Matrix, readonly Cell[]>();

function flat(result: Cell | Matrix): readonly Cell[] {
  if (!isMatrix(result)) return [result];
  const known = flattened.get(result) ?? result.flat();
  flattened.set(result, known);
  return known;
}

function overNumbers(args: readonly Lazy[], reduce: (numbers: readonly number[]) => Cell): Cell {
  const cells = args.flatMap(arg => flat(arg()));
  return cells.find(cell => cell instanceof CellError) ?? reduce(cells.filter(cell => typeof cell === 'number'));
}

function sumWhere(amounts: Lazy | undefined, pairs: readonly (Lazy | undefined)[]): Cell {
  return reduceWhere(amounts, pairs, sumOf);
}

/** Of the numbers whose places meet all criteria; 0 where there are none. */
function reduceWhere(
  amounts: Lazy | undefined,
  pairs: readonly (Lazy | undefined)[],
  reduce: (numbers: readonly number[]) => number,
): Cell {
  const cells = flat(amounts?.() ?? null);
  const chosen = matching(pairs).map(index => cells[index] ?? null);
  const numbers = chosen.filter(cell => typeof cell === 'number');
  return chosen.find(cell => cell instanceof CellError) ?? (numbers.length > 0 ? reduce(numbers) : 0);
}

/** The places at which every range meets the criterion beside it. */
function matching(pairs: readonly (Lazy | undefined)[]): number[] {
  const tests: { cells: readonly Cell[]; meets: (cell: Cell) => boolean }[] = [];
  for (let index = 0; index + 1 < pairs.length; index += 2) {
    tests.push({ cells: flat(pairs[index]?.() ?? null), meets: criterionOf(single(pairs[index + 1]?.() ?? null)) });
  }
  const length = tests[0]?.cells.length ?? 0;
  const places: number[] = [];
  for (let index = 0; index < length; index++) {
    if (tests.every(({ cells, meets }) => meets(cells[index] ?? null))) places.push(index);
  }
  return places;
}

function criterionOf(criterion: Cell): (cell: Cell) => boolean {
  if (criterion === ANY_TEXT) return cell => typeof cell === 'string' && cell !== '';
  const match = typeof criterion === 'string' ? /^(>=|<=|<>|>|<|=)(.*)$/.exec(criterion) : null;
  const [, sign, rest = ''] = match ?? [];
  if (!sign) return meeting(criterion);
  const operand: Cell = rest !== '' && Number.isFinite(Number(rest)) ? Number(rest) : rest;
  if (sign === '=' || sign === '<>') {
    const meets = meeting(operand);
    return cell => meets(cell) === (sign === '=');
  }
  return cell => typeof cell === 'number' && typeof operand === 'number' && compare(sign, cell, operand);
}

/** What is looked up is a pattern, where it holds one of the signs: any text, any character, the next one as it is. */
export function meeting(wanted: Cell): (cell: Cell) => boolean {
  if (typeof wanted !== 'string' || !/[*?~]/.test(wanted)) return cell => same(cell, wanted);
  const pattern = wanted.replace(/~?[\s\S]/gu, sign => {
    if (sign === '*') return '[\\s\\S]*';
    return sign === '?' ? '[\\s\\S]' : sign.replace(/^~(?=.)/su, '').replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  });
  const whole = new RegExp(`^${pattern}$`, 'iu');
  return cell => typeof cell === 'string' && whole.test(cell);
}

function operateCells(operator: Operator, left: Cell, right: Cell): Cell {
  if (left instanceof CellError) return left;
  if (right instanceof CellError) return right;
  switch (operator) {
    case '=':
      return same(left, right);
    case '<>':
      return !same(left, right);
    case '&':
      return `${left ?? ''}${right ?? ''}`;
    case '<':
    case '>':
    case '<=':
    case '>=':
      return compare(operator, order(left, right), 0);
    default:
      return arithmetic(operator, left, right);
  }
}

/** Spreadsheets put every text behind every number, and truths behind both; a blank is 0. */
function order(left: Cell, right: Cell): number {
  const [a, b] = [left ?? 0, right ?? 0];
  const [kindA, kindB] = [kindOf(a), kindOf(b)];
  if (kindA !== kindB) return kindA - kindB;
  if (typeof a === 'string') return a.toLowerCase().localeCompare(String(b).toLowerCase());
  return Number(a) - Number(b);
}

function kindOf(cell: Exclude<Cell, null>): number {
  return typeof cell === 'number' ? 0 : typeof cell === 'string' ? 1 : 2;
}

function compare(operator: string, left: number, right: number): boolean {
  if (operator === '<') return left < right;
  if (operator === '>') return left > right;
  return operator === '<=' ? left <= right : left >= right;
}

function arithmetic(operator: '+' | '-' | '*' | '/', left: Cell, right: Cell): Cell {
  return numeric(left, a =>
    numeric(right, b => {
      if (operator === '+') return sumOf([a, b]);
      if (operator === '-') return sumOf([a, -b]);
      if (operator === '*') return a * b;
      return b === 0 ? divisionByZero('the divisor is 0', '除数为 0') : a / b;
    }),
  );
}

function numeric(cell: Cell, compute: (amount: number) => Cell): Cell {
  if (cell instanceof CellError) return cell;
  if (cell === null || typeof cell === 'boolean') return compute(Number(cell));
  return typeof cell === 'number' ? compute(cell) : expected.number(cell);
}

/** A blank cell equals 0 and an empty text, as in every spreadsheet; capitals do not matter. */
function same(left: Cell, right: Cell): boolean {
  if ((left === null && right === 0) || (right === null && left === 0)) return true;
  if (isBlank(left) || isBlank(right)) return isBlank(left) && isBlank(right);
  return typeof left === 'string' && typeof right === 'string'
    ? left.toLowerCase() === right.toLowerCase()
    : left === right;
}
