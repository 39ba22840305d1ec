import { describe, expect, it } from 'vitest';
import { achievement } from '../../src/functions/achievement.ts';
import { nps } from '../../src/functions/nps.ts';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import {
  blankKept,
  builtin,
  column,
  columnOf,
  columns,
  type Expression,
  kpi,
  operator,
  parameter,
  value,
} from '../../src/plan/expression.ts';
import { layOut } from '../../src/plan/layout.ts';
import { formula } from '../../src/plan/print.ts';
import type { SheetSpec } from '../../src/plan/sheetSpec.ts';
import { NOTHING_TAKEN } from '../support/planning.ts';

const label = (en: string) => ({ en, zh: en });

const SPEC: SheetSpec = {
  template: 'test',
  name: label('Test'),
  prefix: 'Test',
  title: 'Test',
  subtitle: label(''),
  orientation: 'portrait',
  frozenColumns: 0,
  parameters: [{ key: 'AsOf', label: label('As of'), format: 'date', value: 1 }],
  tables: [
    {
      key: 'Rows',
      spare: 0,
      above: [],
      rows: [{}, {}],
      columns: [
        { key: 'a', label: label('A mount'), format: 'money' },
        { key: 'b', label: label("It's [x] #1"), format: 'money' },
        { key: 'c', label: label('目标'), format: 'money' },
      ],
    },
  ],
};

function printed(expression: Expression, dialect = excelDialect, row: number | undefined = 0): string {
  const layout = layOut(SPEC, { language: 'en', dialect, taken: NOTHING_TAKEN });
  const [table] = layout.tables;
  if (!table) throw new Error('no table');
  return formula(expression, layout, dialect === excelDialect && row !== undefined ? { table, row } : { table });
}

/** A formula outside a table, in Google Sheets. */
function inCell(expression: Expression): string {
  return formula(expression, layOut(SPEC, { language: 'en', dialect: sheetsDialect, taken: NOTHING_TAKEN }), {});
}

const call = kpi(achievement, { actual: blankKept(column('a')), target: column('c') });

describe('formula(expression, layout, position)', () => {
  it('writes structured references for Excel, with brackets and escapes where a heading needs them', () => {
    expect(printed(column('c'))).toBe('=[@目标]');
    expect(printed(column('a'))).toBe('=[@[A mount]]');
    expect(printed(column('b'))).toBe("=[@[It''s '[x'] '#1]]");
    expect(printed(columnOf('Rows', 'a'))).toBe('=Test[A mount]');
    expect(printed(columnOf('Rows', 'a', 'c'))).toBe('=Test[[A mount]:[目标]]');
    expect(printed(columns('a', 'c'))).toBe('=Test[@[A mount]:[目标]]');
  });

  it('hands blanks to Excel’s custom functions as texts', () => {
    expect(printed(call)).toBe('=KPI.ACHIEVEMENT(IF([@[A mount]]="","",[@[A mount]]),[@目标])');
  });

  it('writes one call over the whole column for Google Sheets', () => {
    expect(printed(call, sheetsDialect)).toBe('=KPI_ACHIEVEMENT(A$8:A$9,C$8:C$9)');
  });

  it('wraps built-in arithmetic over a column in ARRAYFORMULA', () => {
    expect(printed(operator(column('a'), '-', column('c')), sheetsDialect)).toBe('=ARRAYFORMULA(A$8:A$9-C$8:C$9)');
  });

  it('wraps a cell’s own formula that filters a range, but no plain total', () => {
    const filtered = builtin('IF', operator(columnOf('Rows', 'a'), '>', value(0)), columnOf('Rows', 'c'), value(''));
    const total = builtin('SUM', columnOf('Rows', 'a'));
    expect(inCell(operator(total, '/', value(2)))).toBe('=SUM($A$8:$A$9)/2');
    expect(inCell(kpi(nps, { scores: filtered }))).toBe('=ARRAYFORMULA(KPI_NPS(IF($A$8:$A$9>0,$C$8:$C$9,"")))');
    expect(inCell(kpi(nps, { scores: blankKept(columnOf('Rows', 'a')) }))).toBe('=KPI_NPS($A$8:$A$9)');
  });

  it('leaves out arguments in the middle and cuts them at the end', () => {
    const weighted = kpi(achievement, { actual: value(1), target: value(2), weight: value(0.5) });
    expect(printed(weighted)).toBe('=KPI.ACHIEVEMENT(1,2,,0.5)');
  });

  it('keeps the order of nested operators, and doubles quotes in texts', () => {
    const sum = operator(operator(value(1), '+', value(2)), '*', parameter('AsOf'));
    expect(printed(sum)).toBe('=(1+2)*Test_AsOf');
    expect(printed(builtin('IF', value(true), value('say "x"'), value(false)))).toBe('=IF(TRUE,"say ""x""",FALSE)');
  });
});
