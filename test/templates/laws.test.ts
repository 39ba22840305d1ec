import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Cell, CellError } from '../../src/kernel/cell.ts';
import { excelDialect, sheetsDialect } from '../../src/plan/dialect.ts';
import type { Area, Op } from '../../src/plan/op.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { figuresOf, only, opsOf, rowsOf, specOf } from '../support/planning.ts';

const camelCase = (id: string): string => id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

const LANGUAGES = ['en', 'zh'] as const;
const DIALECTS = [excelDialect, sheetsDialect] as const;

function areasOf(op: Op): readonly Area[] {
  if ('areas' in op) return op.areas;
  return 'area' in op ? [op.area] : [];
}

describe.each(gallery.map(template => [template.id, template] as const))('%s', (id, template) => {
  it.each(LANGUAGES)('makes the same sheet from the same values, and leaves them as they are (%s)', language => {
    expect(specOf(template, language)).toEqual(specOf(template, language));
  });

  describe.each(LANGUAGES)('in %s', language => {
    it.each(DIALECTS)('writes on its own new sheet only, inside its bounds', dialect => {
      const ops = opsOf(specOf(template, language), language, dialect);
      const [first] = ops;
      expect(first?.op).toBe('addSheet');
      if (first?.op !== 'addSheet') return;
      expect(only(ops, 'addSheet')).toHaveLength(1);
      for (const area of ops.flatMap(areasOf)) {
        expect(area.row + area.rows).toBeLessThanOrEqual(first.rows);
        expect(area.column + area.columns).toBeLessThanOrEqual(first.columns);
        expect(Math.min(area.row, area.column, area.rows - 1, area.columns - 1)).toBeGreaterThanOrEqual(0);
      }
    });

    it.each(DIALECTS)('never writes a literal and a formula into one cell, nor two formulas', dialect => {
      const ops = opsOf(specOf(template, language), language, dialect);
      const written = new Set<string>();
      const claim = (row: number, column: number): void => {
        expect(written.has(`${row},${column}`)).toBe(false);
        written.add(`${row},${column}`);
      };
      for (const { area, values } of only(ops, 'values')) {
        expect(values).toHaveLength(area.rows);
        values.forEach((line, row) => {
          expect(line).toHaveLength(area.columns);
          line.forEach((cell, column) => {
            if (cell !== null) claim(area.row + row, area.column + column);
          });
        });
      }
      for (const { area, formulas } of only(ops, 'formulas')) {
        formulas.forEach((line, row) => {
          line.forEach((_, column) => {
            claim(area.row + row, area.column + column);
          });
        });
      }
      for (const { area } of only(ops, 'spill')) {
        for (let row = 0; row < area.rows; row++) {
          for (let column = 0; column < area.columns; column++) claim(area.row + row, area.column + column);
        }
      }
    });

    it.each([0, 1, 2000])('shows no error with %i rows', count => {
      const spec = specOf(template, language, rowsOf(template, count, language));
      const figures = figuresOf(spec, language);
      const cells: Cell[] = spec.tables.flatMap(table => [
        ...table.columns.flatMap(({ key }) => figures.column(table.key, key)),
        ...table.above.flatMap(line => Object.keys(line.cells).map(key => figures.above(table.key, line.key, key))),
      ]);
      expect(cells.filter(cell => cell instanceof CellError)).toEqual([]);
      const checks = spec.tables.flatMap(table =>
        table.above
          .filter(line => line.role === 'check')
          .flatMap(line => Object.keys(line.cells).map(key => figures.above(table.key, line.key, key))),
      );
      if (count > 3) expect(checks.every(check => check === 0)).toBe(true);
    });

    it('has one custom-function call a column in Google Sheets, and as many ops for 2,000 rows as for 10', () => {
      const opsFor = (count: number) =>
        opsOf(specOf(template, language, rowsOf(template, count, language)), language, sheetsDialect);
      expect(opsFor(2000)).toHaveLength(opsFor(10).length);
      for (const { formula } of only(opsFor(10), 'spill'))
        expect(formula.match(/KPI_/g)?.length ?? 0).toBeLessThanOrEqual(1);
    });

    it.each(DIALECTS)('gives every name once', dialect => {
      const names = only(opsOf(specOf(template, language), language, dialect), 'name').map(({ name }) => name);
      expect(names).toEqual([...new Set(names)]);
    });

    it('uses no volatile function', () => {
      const texts = DIALECTS.flatMap(dialect => opsOf(specOf(template, language), language, dialect)).flatMap(op =>
        op.op === 'spill' ? [op.formula] : op.op === 'formulas' ? op.formulas.flat() : [],
      );
      expect(texts.length).toBeGreaterThan(0);
      for (const text of texts) expect(text).not.toMatch(/\b(NOW|TODAY|RAND|RANDBETWEEN|OFFSET|INDIRECT)\(/);
    });
  });

  it('is declarative: no host, no cell address', () => {
    const source = readFileSync(new URL(`../../src/templates/${camelCase(id)}.ts`, import.meta.url), 'utf8');
    // What it imports is the linter's to judge; a folder of the engine is called sheets.
    const own = source.replace(/^import [\s\S]*?;$/gm, '');
    expect(own).not.toMatch(/\b(excel|sheets|google|office)\b/i);
    expect(source).not.toMatch(/['"`]=[A-Z(]|\$[A-Z]+\$\d|['"][A-Z]{1,2}\d+(:[A-Z]{1,2}\d+)?['"]/);
  });
});
