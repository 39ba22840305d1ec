import { it } from 'vitest';
import type { Dialect } from '../../src/plan/dialect.ts';
import { isComputed, isExpression, type SheetSpec } from '../../src/plan/sheetSpec.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import type { HOSTS, Played } from './allTemplates.ts';
import { type Edit, insertedIn } from './editContract.ts';
import { specOf } from './planning.ts';

type Typed = Extract<Edit, { readonly is: 'type' }>;

/** Of each typed column the second filled cell, so that others stand around it. */
function cellsOf({ tables }: SheetSpec): Typed[] {
  return tables.flatMap(({ key: table, columns, rows }) =>
    columns.flatMap((column): Typed[] => {
      if (isComputed(column) || column.fixed) return [];
      const filled = rows.flatMap((row, at): Typed[] => {
        const cell = row[column.key] ?? null;
        return cell === null || isExpression(cell) ? [] : [{ is: 'type', table, key: column.key, at, cell }];
      });
      return filled.length > 1 ? filled.slice(1, 2) : filled;
    }),
  );
}

/** What a cell becomes: blank, and where it holds a text, the one of another row. */
function changesOf({ tables }: SheetSpec, typed: Typed): Typed[] {
  const rows = tables.find(({ key }) => key === typed.table)?.rows ?? [];
  const other = rows.map(row => row[typed.key]).find(cell => typeof cell === 'string' && cell !== typed.cell);
  const changes: Typed[] = [{ ...typed, cell: null }];
  if (typeof typed.cell === 'string' && typeof other === 'string') changes.push({ ...typed, cell: other });
  return changes;
}

/** One cell that is emptied is blank to all that reads it, and never 0; two rows may have the same name. */
export function blankCellContract(host: keyof typeof HOSTS | (() => Promise<Played>), dialect: Dialect): void {
  for (const template of gallery) {
    const spec = specOf(template, 'en');
    const cells = cellsOf(spec);
    if (cells.length === 0) continue;
    it(template.id, async () => {
      const { edited, book } = await insertedIn(host, dialect, spec);
      for (const typed of cells) {
        for (const change of changesOf(spec, typed)) {
          edited.do(change);
          await book.calculated();
          edited.compare('en', change);
        }
        edited.do(typed);
      }
      await book.calculated();
      edited.compare('en', 'as it was');
      book.dispose();
    });
  }
}
