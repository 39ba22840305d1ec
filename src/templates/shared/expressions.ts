import { above, builtin, columnOf, type Expression, operator, value } from '../../plan/expression.ts';
import type { AboveRow } from '../../plan/sheetSpec.ts';

export const BLANK = value('');

export function sumOf(table: string, key: string): Expression {
  return builtin('SUM', columnOf(table, key));
}

/** The first of the cells that is blank leaves a blank; else the expression. */
export function unlessAnyBlank(cells: readonly Expression[], expression: Expression): Expression {
  return cells.reduceRight((inner, cell) => builtin('IF', operator(cell, '=', BLANK), BLANK, inner), expression);
}

/** Blank where the cell is 0 or blank, as what nothing can be measured by. */
export function unlessZero(cell: Expression, expression: Expression): Expression {
  return builtin('IF', operator(cell, '=', value(0)), BLANK, expression);
}

/** All texts one after the other. */
export function joined(...parts: readonly (Expression | string)[]): Expression {
  const [first = BLANK, ...rest] = parts.map(part => (typeof part === 'string' ? value(part) : part));
  return rest.reduce((text, part) => operator(text, '&', part), first);
}

export function totals(cells: AboveRow['cells'], named?: AboveRow['named']): AboveRow {
  return { key: 'total', label: { en: 'Total', zh: '合计' }, role: 'total', cells, ...(named ? { named } : {}) };
}

export function totalOf(table: string, key: string): Expression {
  return above(table, 'total', key);
}

/** Differences that have to be 0. */
export function checks(differences: Readonly<Record<string, Expression>>): AboveRow {
  const cells = Object.fromEntries(
    Object.entries(differences).map(([key, difference]) => [key, builtin('ROUND', difference, value(6))]),
  );
  return { key: 'check', label: { en: 'Check', zh: '核对' }, role: 'check', format: 'check', cells };
}

/** A bar of blocks, one for each step, for hosts without bars of their own; at most as long as `longest`. */
export function bar(share: Expression, step: number, longest: number): Expression {
  // What arithmetic leaves behind must not tip a half block over.
  const exact = builtin('ROUND', operator(share, '/', value(step)), value(6));
  const blocks = builtin('ROUND', exact, value(0));
  const atMost = builtin('IF', operator(blocks, '>', value(longest)), value(longest), blocks);
  return builtin('REPT', value('█'), builtin('IF', operator(atMost, '<', value(0)), value(0), atMost));
}
