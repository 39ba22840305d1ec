import { say } from '../../kernel/text.ts';
import { ANY_TEXT } from '../../plan/builtins.ts';
import { bar, builtin, columnOf, type Expression, unlessBlank } from '../../plan/expression.ts';
import { f } from '../../plan/formulaText.ts';
import type { Column, RowAbove } from '../../plan/said.ts';

export function sumOf(table: string, key: string): Expression {
  return sumOfCells(columnOf(table, key));
}

export function sumOfCells(cells: Expression): Expression {
  return unlessTexts(textsIn(cells), f`SUM(${cells})`);
}

/** How many cells hold anything. */
export function filledIn(cells: Expression): Expression {
  return f`COUNT(${cells})+${textsIn(cells)}`;
}

/** Blank where no cell holds a figure, as nobody's is not a figure of 0. */
export function sumOnceFilled(table: string, key: string): Expression {
  const cells = columnOf(table, key);
  return unlessTexts(textsIn(cells), unlessZero(f`COUNT(${cells})`, f`SUM(${cells})`));
}

/**
 * The criterion that a cell's own text meets, and no other one: a name may begin like a criterion, as the segment
 * "<50 people" does, and its * ? ~ are signs of it. A blank cell meets blanks.
 */
export function exactly(name: Expression): Expression {
  return f`"="&${asWritten(name)}`;
}

/** A text for what looks texts up by patterns: a tilde in front makes a sign of it stand for itself. */
export function asWritten(text: Expression): Expression {
  return ['~', '*', '?'].reduce((escaped, sign) => f`SUBSTITUTE(${escaped},${sign},${`~${sign}`})`, text);
}

/** Where what a cell names stands among others. A number is looked up as one. */
export function placeOf(cell: Expression, names: Expression): Expression {
  return f`MATCH(IF(COUNT(${cell})>0,${cell},${asWritten(cell)}),${names},0)`;
}

/** The sum of the cells beside those that meet a criterion. */
export function sumIf(where: Expression, criterion: Expression, cells: Expression): Expression {
  return unlessText(textsIn(cells, where, criterion), f`SUMIF(${where},${criterion},${cells})`);
}

/** The sum of the cells whose rows meet all criteria. */
export function sumIfs(cells: Expression, ...criteria: readonly Expression[]): Expression {
  return unlessText(textsIn(cells, ...criteria), builtin('SUMIFS', cells, ...criteria));
}

/** How many of the cells hold a text, such as 12万 or the sentence of an error. */
export function textsIn(cells: Expression, ...criteria: readonly Expression[]): Expression {
  return criteria.length === 0
    ? f`COUNTIF(${cells},${ANY_TEXT})`
    : builtin('COUNTIFS', ...criteria, cells, f`${ANY_TEXT}`);
}

/** Spreadsheets sum over texts as if they were not there: a sum says how many there are instead. */
export function unlessTexts(texts: Expression, sum: Expression): Expression {
  return f`IF(${texts}>0,${say('✗ not a number: ', '✗ 非数字：')}&${texts},${sum})`;
}

/** The same for a sum that stands in every row, which says no more than it has to. */
export function unlessText(texts: Expression, sum: Expression): Expression {
  return f`IF(${texts}>0,${say('✗ not a number', '✗ 非数字')},${sum})`;
}

/** The first of the cells that is blank leaves a blank; else the expression. */
export function unlessAnyBlank(cells: readonly Expression[], expression: Expression): Expression {
  return cells.reduceRight((inner, cell) => unlessBlank(cell, inner), expression);
}

/** Blank where the cell is 0 or blank, as what nothing can be measured by. */
export function unlessZero(cell: Expression, expression: Expression): Expression {
  return f`IF(${cell}=0,"",${expression})`;
}

/** 0 where the cell is blank, as in a difference. */
export function zeroIfBlank(cell: Expression): Expression {
  return f`IF(${cell}="",0,${cell})`;
}

/** The same in several columns. */
export function each<Content>(
  keys: readonly string[],
  cell: (key: string, index: number) => Content,
): Record<string, Content> {
  return Object.fromEntries(keys.map((key, index) => [key, cell(key, index)]));
}

/** All texts one after the other. */
export function joined(...parts: readonly (Expression | string)[]): Expression {
  const [first = f`""`, ...rest] = parts.map(part => f`${part}`);
  return rest.reduce((text, part) => f`${text}&${part}`, first);
}

export function totals(cells: RowAbove['cells'], named?: RowAbove['named']): RowAbove {
  return { key: 'total', label: say('Total', '合计'), role: 'total', cells, ...(named ? { named } : {}) };
}

/** Differences that have to be 0, and what says for itself what is wrong, or is 0. */
export function checks(
  differences: Readonly<Record<string, Expression>>,
  findings: Readonly<Record<string, Expression>> = {},
): RowAbove {
  const rounded = Object.entries(differences).map(([key, difference]) => [key, f`ROUND(${difference},6)`] as const);
  const cells = { ...findings, ...Object.fromEntries(rounded) };
  return { key: 'check', label: say('Check', '核对'), role: 'check', format: 'check', cells };
}

/** Rows of the same name where each row is paid by itself: prizes and tiers would be those of the parts. */
export function rowsAlike(names: Expression): Expression {
  const rows = f`SUMPRODUCT((${names}<>"")*(COUNTIF(${names},${exactly(names)})>1))`;
  return f`IF(${rows}>0,${say('✗ rows alike: ', '✗ 重复行：')}&${rows},0)`;
}

/** A column of bars, which a figure of `longest` fills; no bar where the cell holds no number. */
export function bars(
  cell: Expression,
  longest: number,
  figure = cell,
): Pick<Column, 'format' | 'eachRow' | 'formula' | 'longest'> {
  const formula = unlessZero(f`COUNT(${cell})`, bar(figure, longest));
  return { format: 'bar', eachRow: true, formula, longest };
}
