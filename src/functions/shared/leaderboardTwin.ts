import { BLANK_TOKENS } from '../../kernel/cell.ts';
import {
  DIVISION_BY_ZERO,
  NOT_AVAILABLE,
  NoTwin,
  type Part,
  type Reach,
  type RowTwin,
  type Texts,
  WRONG,
  when,
} from '../../kernel/native.ts';
import { elsewhere, HIDDEN, isPlain, misfit, SPECIAL, textsIn, unknown } from './listTwin.ts';

type Name = 'names' | 'values' | 'n' | 'order';

/** Every place compares every name with every other one. */
const MOST_NAMES = 1000;
const MOST_COMPARED = 100_000_000;

export const row: RowTwin<Name> = {
  print(text, part, { names, values }) {
    const figures = values && figuresOf(text, values);
    if (!names?.isReference || !figures) return unknown();
    if (names.rows !== values.rows || names.columns !== values.columns) return misfit();
    const problem = problemOf(names);
    if (problem) return problem;
    const across = names.columns > 1;
    const shown = shownIn(text, part, figures, across);
    if (shown instanceof NoTwin) return shown;
    const { place } = part;
    const limit = Number.isFinite(Number(text.n)) ? `${place}>${text.n}` : `(LEN(${text.n})>0)*(${place}>${text.n})`;
    const isLast = `${place}>SUMPRODUCT(${firstOnes(text, figures, across)})`;
    const beyond = text.n === '' ? isLast : `(${isLast})+(${limit})`;
    const result = when(`SUMPRODUCT(${figures.has}+0)=0`, NOT_AVAILABLE, when(beyond, '""', shown));
    return when(faults(text, figures, across).join('+'), WRONG, result);
  },
  size({ names }, { n }) {
    if (!names) return undefined;
    const count = names.rows * names.columns;
    const rows = Number(n) > 0 ? Math.min(Number(n), count) : count;
    return rows * count * count > MOST_COMPARED ? undefined : { rows, columns: 4 };
  },
};

function problemOf({ rows, columns, cells }: Reach): NoTwin | undefined {
  if (rows > 1 && columns > 1) return new NoTwin('its cells are no single row or column', '单元格并非单行或单列');
  if (rows * columns === 1) return new NoTwin('a single name is no list', '仅有一个名称');
  if (rows * columns > MOST_NAMES) {
    return new NoTwin(`more than ${MOST_NAMES} names would take long`, `名称超过 ${MOST_NAMES} 个，计算过慢`);
  }
  const isOdd = cells?.flat().some(name => !isPlain(String(name ?? '')));
  return isOdd ? new NoTwin('names have full-width or hidden characters', '名称含全角或不可见字符') : undefined;
}

/** The figures that are ranked, also where a formula makes them of one column, as our templates do. */
interface Figures {
  readonly cells: string;
  /** Which rows have one. */
  readonly has: string;
  /** The sum over all rows, or over those of the names that are looked for. */
  sum(names?: string, name?: string): string;
  /** Nothing but numbers and blanks may stand there. */
  readonly isPlain: boolean;
}

function figuresOf({ names, values }: Texts<Name>, { isReference }: Reach): Figures | undefined {
  const summed = (cells: string, all: string) => (list?: string, name?: string) =>
    list === undefined ? all : `SUMIF(${list},${name},${cells})`;
  if (isReference) {
    return { cells: values, has: `ISNUMBER(${values})`, sum: summed(values, `SUM(${values})`), isPlain: true };
  }
  const [, named, zeroed, same] = /^IF\(([^(),]+)="","",IF\(([^(),]+)="",0,([^(),]+)\)\)$/.exec(values) ?? [];
  if (named === names && zeroed !== undefined && zeroed === same) {
    const has = `(${names}<>"")`;
    return { cells: zeroed, has, sum: summed(zeroed, `SUMPRODUCT(--${has},${zeroed})`), isPlain: true };
  }
  const [, blank, below, minus, cells] =
    /^IF\((?:IF\(([^(),]+)="","",\1\)|([^(),]+))<0,(0-)?([^(),]+),""\)$/.exec(values) ?? [];
  if (cells === undefined || cells !== (blank ?? below)) return undefined;
  const sign = minus ? '-' : '';
  return {
    cells,
    has: `ISNUMBER(${cells})*(${cells}<0)`,
    sum: (list, name) =>
      `${sign}${list === undefined ? `SUMIF(${cells},"<0")` : `SUMIFS(${cells},${list},${name},${cells},"<0")`}`,
    isPlain: false,
  };
}

/** What is an error in the function, or compared otherwise by built-in functions. */
function faults({ names }: Texts<Name>, { cells, has, isPlain: isFigure }: Figures, across: boolean): string[] {
  const tokens = [...BLANK_TOKENS].map(token => `"${token}"`).join(';');
  // Signs stand crosswise to the names, so that each is looked for in each.
  const crosswise = (items: readonly (string | number)[]): string => items.join(across ? ';' : ',');
  const signs = crosswise(SPECIAL.map(sign => `"${sign}"`));
  return [
    // An error among the figures is told, too.
    isFigure ? textsIn(cells) : `0*SUM(${cells})`,
    `SUMPRODUCT(${has}*ISNUMBER(MATCH(${names}&"",{${tokens}},0)))`,
    `SUMPRODUCT(--(LEN(${names})<>LEN(TRIM(${names}))))`,
    `SUMPRODUCT(--ISNUMBER(FIND({${signs}},${names})))`,
    `SUMPRODUCT(--ISNUMBER(FIND(UNICHAR({${crosswise(HIDDEN)}}),${names})))`,
    // 007 and 7 are one name to SUMIF.
    `SUMPRODUCT(ISTEXT(${names})*ISNUMBER(VALUE(${names})))`,
  ];
}

function position(range: string, across: boolean): string {
  const of = across ? 'COLUMN' : 'ROW';
  return `(${of}(${range})-${of}(INDEX(${range},1))+1)`;
}

/** 1 at the first figure of each name. */
function firstOnes({ names }: Texts<Name>, { has }: Figures, across: boolean): string {
  const key = `${names}&(${has})`;
  return `${has}*(MATCH(${key},${key},0)=${position(names, across)})`;
}

function shownIn(text: Texts<Name>, { place, column }: Part, figures: Figures, across: boolean): string | NoTwin {
  const { names, order } = text;
  const sign = order === 'lowest' ? '-' : '';
  const total = figures.sum(names, `${names}&""`);
  // Each name's total at its first figure; everything else comes last.
  const totals = `(${sign === '' ? total : `0-${total.startsWith('-') ? `(${total})` : total}`}-1E99*(1-${firstOnes(text, figures, across)}))`;
  const own = `SUMPRODUCT(LARGE(${totals},${place}))`;
  const better = `SUMPRODUCT(--(${totals}>${own}))`;
  switch (column) {
    case '1':
      return `1+${better}`;
    case '2':
      return `INDEX(${names},SUMPRODUCT(SMALL(${position(names, across)}+1E9*(${totals}<>${own}),${place}-${better})))&""`;
    case '3':
      return `${sign}${own}`;
    case '4': {
      const sum = `(${figures.sum()})`;
      const isNothing = `ABS${sum}<=1E-13*SUMSQ(${figures.cells})^0.5`;
      return when(isNothing, DIVISION_BY_ZERO, `${sign}${own}/${sum}`);
    }
    default:
      return elsewhere();
  }
}
