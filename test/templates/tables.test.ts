import { describe, expect, it } from 'vitest';
import { relative } from '../../src/grid/relative.ts';
import type { Language } from '../../src/kernel/text.ts';
import { excelDialect } from '../../src/plan/dialect.ts';
import { columnIndex, layOut, type TableLayout } from '../../src/plan/layout.ts';
import { wordingsOf } from '../../src/plan/relabel.ts';
import type { SheetSpec } from '../../src/plan/sheetSpec.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { NOTHING_TAKEN, only, opsOf, TODAY } from '../support/planning.ts';

/** Every sheet that a template makes of its first values and of each of its choices, with the tables of Excel in it. */
const sheets = gallery.flatMap(template =>
  wordingsOf(template, TODAY).map(({ spec }, choice) => [`${template.id}, choice ${choice}`, spec] as const),
);

function tablesOf(spec: SheetSpec, language: Language): readonly TableLayout[] {
  const layout = layOut(spec, { language, dialect: excelDialect, taken: NOTHING_TAKEN });
  return layout.tables.filter(({ native }) => native);
}

/** Formulas by their cell. */
function formulasOf(spec: SheetSpec, language: Language): ReadonlyMap<string, string> {
  const written = only(opsOf(spec, language, excelDialect), 'formulas').flatMap(({ area, formulas }) =>
    formulas.flatMap((line, down) =>
      line.map((formula, right) => [`${area.row + down} ${area.column + right}`, formula] as const),
    ),
  );
  return new Map(written);
}

describe.each(sheets)('tables of Excel in %s', (_, spec) => {
  it.each(['en', 'zh'] as const)('a column has one formula in all of its rows, or none (%s)', language => {
    const formulas = formulasOf(spec, language);
    for (const table of tablesOf(spec, language)) {
      for (const { key } of table.spec.columns) {
        const column = columnIndex(table, key);
        const meant = Array.from({ length: table.rows }, (_row, index) => {
          const row = table.firstRow + index;
          const formula = formulas.get(`${row} ${column}`);
          return formula && relative(formula, row, column);
        });
        expect(new Set(meant).size, `${table.name}, ${key}`).toBe(1);
      }
    }
  });

  it('tables stand apart', () => {
    const tables = tablesOf(spec, 'en');
    for (const [index, { headingRow, name }] of tables.entries()) {
      const before = tables[index - 1];
      if (before) expect(headingRow, name).toBeGreaterThan(before.headingRow + before.rows + 1);
    }
  });

  it('nothing spills into a table', () => {
    const tables = tablesOf(spec, 'en');
    for (const { area } of only(opsOf(spec, 'en', excelDialect), 'spill')) {
      const met = tables.filter(
        ({ headingRow, rows, spec: { columns } }) =>
          area.row <= headingRow + rows && headingRow < area.row + area.rows && area.column < columns.length,
      );
      expect(met.map(({ name }) => name)).toEqual([]);
    }
  });

  it('headings are texts that differ, also while they are changed into the other language one by one', () => {
    for (const { name, spec: table } of tablesOf(spec, 'en')) {
      for (const language of ['en', 'zh'] as const) {
        const said = table.columns.map(({ label }) => label[language].toLowerCase());
        expect([name, said.includes(''), new Set(said).size]).toEqual([name, false, said.length]);
      }
      const clashes = table.columns.filter(({ key, label }) =>
        table.columns.some(other => other.key !== key && other.label.en.toLowerCase() === label.zh.toLowerCase()),
      );
      expect(clashes).toEqual([]);
    }
  });
});
