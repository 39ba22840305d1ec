import { type Argument, type Cell, CellError, isMatrix, type Matrix } from '../../src/kernel/cell.ts';
import type { DrawnPart } from './listTwins.ts';
import type { Random } from './random.ts';

const NAMES: readonly Cell[] = ['Ann', 'ann', 'Ben', '王伟', 'Cai', 7, 'O’Neil', 'Li', 'Eve', 'Fay'];
/** Names that built-in functions compare otherwise: their twins are errors. */
const ODD: readonly Cell[] = [' Ann', 'Be?', '007', '>5', '-', '', 'Ann '];
const ERROR = new CellError('#N/A', { en: '#N/A', zh: '#N/A' });

/** Names that come again, with values that tie. */
export function drawLeaderboard(random: Random): DrawnPart {
  const count = random.whole(2, 10);
  const isOdd = random.chance(0.1);
  const names = list(count, () => random.pick(isOdd && random.chance(0.3) ? ODD : NAMES));
  const value = random.pick<() => number>([
    () => random.whole(0, 4),
    () => random.whole(-30, 30) / 10,
    () => random.whole(0, 9_999_999) / 100,
    () => 0,
  ]);
  const values = list(count, (): Cell => (random.chance(0.15) ? random.pick([null, '']) : value()));
  const isSpoiled = random.chance(0.1);
  const said = values.map((cell, at) => (isSpoiled && at === count - 1 ? random.pick([ERROR, 'none']) : cell));
  const n = random.pick([undefined, undefined, 3, random.whole(1, 12)]);
  const order = random.pick([undefined, 'highest', 'lowest', '升序']);
  const isRow = random.chance(0.2);
  const lie = (cells: readonly Cell[]): Argument => (isRow ? [cells] : cells.map(cell => [cell]));
  const rest: Argument[] = order === undefined ? (n === undefined ? [] : [n]) : [n, order];
  const part = { place: random.whole(1, count + 1), column: random.whole(1, 4) };
  // A text over blanks may be a heading to the function.
  return {
    ...part,
    ...random.pick(FORMS),
    args: [lie(names), lie(said), ...rest],
    sound: [lie(names), lie(values), ...rest],
    mayFail: isOdd || (isSpoiled && !said.some(cell => typeof cell === 'number')),
  };
}

type Form = Pick<DrawnPart, 'form' | 'made'>;

/** Figures as our templates make them of their cells: a blank counts as 0, or shortfalls alone. */
const FORMS: readonly Form[] = [
  {},
  {},
  made(
    (names, cells) => `IF(${names}="","",IF(${cells}="",0,${cells}))`,
    (name, cell) => (isBlank(name) ? '' : isBlank(cell) ? 0 : cell),
  ),
  made(
    (_, cells) => `IF(IF(${cells}="","",${cells})<0,${cells},"")`,
    (_, cell) => (cell instanceof CellError || isBelow(cell) ? cell : ''),
  ),
  made(
    (_, cells) => `IF(${cells}<0,0-${cells},"")`,
    (_, cell) => (cell instanceof CellError ? cell : isBelow(cell) ? 0 - cell : ''),
  ),
];

function made(form: (names: string, cells: string) => string, of: (name: Cell, cell: Cell) => Cell): Form {
  return {
    form: ([names = '', cells = '', ...rest]) => [names, form(names, cells), ...rest],
    made: ([names, cells, ...rest]) => {
      const computed = matrixOf(cells).map((line, row) =>
        line.map((cell, column) => of(matrixOf(names)[row]?.[column] ?? null, cell)),
      );
      return [names, computed, ...rest];
    },
  };
}

function matrixOf(argument: Argument): Matrix {
  return isMatrix(argument) ? argument : [[argument ?? null]];
}

function isBlank(cell: Cell): boolean {
  return cell === null || cell === '';
}

function isBelow(cell: Cell): cell is number {
  return typeof cell === 'number' && cell < 0;
}

function list<Item>(count: number, item: () => Item): Item[] {
  return Array.from({ length: count }, item);
}
