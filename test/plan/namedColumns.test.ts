import { describe, expect, it } from 'vitest';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import type { Expression } from '../../src/plan/expression.ts';
import { belowHeadings, namesAtHeadings } from '../../src/plan/namedColumns.ts';
import { isExpression, type SheetSpec } from '../../src/plan/sheetSpec.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { history } from '../../src/templates/history.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { only, opsOf, people, specOf } from '../support/planning.ts';

/** The marks of a sheet with so many rows, as it is inserted. */
function marked(template: typeof tracker, dialect = sheetsDialect, rows = 2000) {
  const ops = opsOf(specOf(template, 'en', { people: people(rows, ['N', 'S']) }), 'en', dialect);
  const marks = Object.fromEntries(only(ops, 'mark').map(({ key, value }) => [key, value]));
  return { prefix: marks.prefix ?? '', marks };
}

describe('namesAtHeadings(sheet)', () => {
  it('tells those of a sheet that is inserted now, however long it is', () => {
    const [names] = namesAtHeadings(marked(tracker));
    expect(names).toEqual(expect.arrayContaining(['Tracker_Person', 'Tracker_Target', 'Tracker_Light']));
    expect(names).not.toContain('Tracker_TotalTarget');
    expect(namesAtHeadings(marked(history))[0]).toContain('History_Period');
  });

  it('finds none in Excel, and in a sheet that keeps nothing of its insertion', () => {
    expect(namesAtHeadings(marked(tracker, excelDialect, 3))).toEqual([]);
    expect(namesAtHeadings({ prefix: 'Tracker', marks: {} })).toEqual([]);
  });
});

describe('belowHeadings(columns, sheets)', () => {
  const sheet = marked(tracker, sheetsDialect, 3);
  const column = (...cells: (string | number | null)[]) => ({ cells, formulas: [] });

  it('leaves a blank in place of a heading, whatever it is called', () => {
    const columns = { Tracker_Person: column('Wer', 'Ann'), Tracker_Actual: column(null, 5), Tracker_AsOf: column(7) };
    expect(belowHeadings(columns, [sheet, undefined])).toEqual({
      Tracker_Person: column(null, 'Ann'),
      Tracker_Actual: column(null, 5),
      Tracker_AsOf: column(7),
    });
  });

  it('knows the headings where one of them is a year', () => {
    const columns = { Tracker_Person: column('Salesperson', 'Ann'), Tracker_Actual: column(2026, 5) };
    expect(belowHeadings(columns, [sheet])).toEqual({
      Tracker_Person: column(null, 'Ann'),
      Tracker_Actual: column(null, 5),
    });
  });

  it('takes nothing away where a figure stands in the first row', () => {
    const columns = { Tracker_Person: column('Ann', 'Bob'), Tracker_Target: column(100, null) };
    expect(belowHeadings(columns, [sheet])).toEqual(columns);
  });
});

describe('names in templates', () => {
  const named = new Set(
    gallery.flatMap(template => {
      const { prefix, tables } = specOf(template, 'en', { calendar: [{ day: '2026-03-02', kind: 'off' }] });
      return tables.flatMap(({ columns }) =>
        columns.flatMap(column => (column.named ? [`${prefix}_${column.named}`] : [])),
      );
    }),
  );

  it.each(gallery.map(template => [template.id, template] as const))(
    'of %s are those of columns where a column is read',
    (_, template) => {
      for (const expression of expressionsOf(specOf(template, 'en', { fromTracker: true, fromHistory: true }))) {
        if (expression.is === 'columnNamed') expect(named).toContain(expression.name);
        if (expression.is === 'reference') expect(named).not.toContain(expression.name);
      }
    },
  );
});

function expressionsOf({ parameters, tables }: SheetSpec): Expression[] {
  const own = [
    ...parameters.map(({ value }) => value),
    ...tables.flatMap(({ columns, rows, above }) => [
      ...columns.flatMap(({ formula, spills }) => [formula, spills?.formula]),
      ...rows.flatMap(row => Object.values(row)),
      ...above.flatMap(({ cells }) => Object.values(cells)),
    ]),
  ];
  return own.filter(isExpression).flatMap(withParts);
}

function withParts(expression: Expression): Expression[] {
  const parts = (): readonly (Expression | undefined)[] => {
    switch (expression.is) {
      case 'kpi':
      case 'builtin':
        return expression.args;
      case 'operator':
        return [expression.left, expression.right];
      case 'blankAsZero':
        return [expression.cells];
      default:
        return [];
    }
  };
  return [expression, ...parts().flatMap(part => (part ? withParts(part) : []))];
}
