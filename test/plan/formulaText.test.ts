import { describe, expect, it } from 'vitest';
import { say } from '../../src/kernel/text.ts';
import {
  above,
  builtin,
  column,
  columnOf,
  columns,
  operator,
  PLACE,
  parameter,
  value,
  words,
} from '../../src/plan/expression.ts';
import { f } from '../../src/plan/formulaText.ts';

describe('f`…`', () => {
  it('reads cells by what they mean', () => {
    expect(f`[sales]`).toEqual(column('sales'));
    expect(f`[from:level]`).toEqual(columns('from', 'level'));
    expect(f`Tiers[from]`).toEqual(columnOf('Tiers', 'from'));
    expect(f`Tiers[from:level]`).toEqual(columnOf('Tiers', 'from', 'level'));
    expect(f`Rows[total.sales]`).toEqual(above('Rows', 'total', 'sales'));
    expect(f`Week[goal.calls:demos]`).toEqual(above('Week', 'goal', 'calls', 'demos'));
    expect(f`Cap`).toEqual(parameter('Cap'));
    expect(f`7*#`).toEqual(operator(value(7), '*', PLACE));
  });

  it('binds as a spreadsheet does, from left to right', () => {
    expect(f`1+2*[a]-3`).toEqual(
      operator(operator(value(1), '+', operator(value(2), '*', column('a'))), '-', value(3)),
    );
    expect(f`(1+2)*[a]`).toEqual(operator(operator(value(1), '+', value(2)), '*', column('a')));
    expect(f`"<="&[a]+0.5`).toEqual(operator(value('<='), '&', operator(column('a'), '+', value(0.5))));
    expect(f`[a]-[b]>=0`).toEqual(operator(operator(column('a'), '-', column('b')), '>=', value(0)));
  });

  it('takes expressions, words and literals in its holes', () => {
    const sum = f`SUM(Rows[a])`;
    expect(sum).toEqual(builtin('SUM', columnOf('Rows', 'a')));
    expect(f`IF(${sum}>0,${say('some', '有')},${'a "b"'})`).toEqual(
      builtin('IF', operator(sum, '>', value(0)), words('some', '有'), value('a "b"')),
    );
    expect(f`${-1}+${2}`).toEqual(operator(value(-1), '+', value(2)));
  });

  it('refuses what is no formula', () => {
    expect(() => f`[a`).toThrow(/] is missing/);
    expect(() => f`1 1`).toThrow(/unexpected 1/);
    expect(() => f`1+`).toThrow(/too early/);
    expect(() => f`NONE([a])`).toThrow(/no function NONE/);
    expect(() => f`IF([a];1)`).toThrow(/not a formula: ;1/);
    expect(() => f`IF([a],1`).toThrow(/\) is missing/);
    expect(() => f`)`).toThrow(/unexpected \)/);
  });
});
