import { writeXlsx } from 'hucre';
import type { Matrix } from '../src/kernel/cell.ts';
import type { Language } from '../src/kernel/text.ts';
import { toNative } from '../src/native/toNative.ts';
import { assemble } from '../src/plan/assemble.ts';
import { excelDialect, plainDialect } from '../src/plan/dialect.ts';
import { layOut } from '../src/plan/layout.ts';
import type { TakenNames } from '../src/plan/op.ts';
import type { SheetSpec } from '../src/plan/sheetSpec.ts';
import { figuresOf } from './figures.ts';
import { withPlainBars } from './fileBars.ts';
import { withFileTexts } from './fileText.ts';
import { handle } from './handlers.ts';
import { Cells } from './references.ts';
import { type FileFormulas, SheetWriter, type WrittenInstead } from './sheetWriter.ts';
import { storedFormula } from './stored.ts';

export type { FileFormulas } from './sheetWriter.ts';

/** A formula that became its figure, and why. */
export interface Frozen {
  readonly sheet: string;
  readonly formula: string;
  readonly why: { readonly en: string; readonly zh: string };
}

export interface Exported {
  readonly file: Uint8Array;
  readonly frozen: readonly Frozen[];
}

/**
 * Sheets of templates as an .xlsx file, without Excel. `native` writes our functions as their twins, or as figures
 * where there is none, for people without the add-in; `addin` as Excel stores them, so that they come alive where
 * the add-in is. Figures are in both, so that viewers show them; with `none` there is nothing else. A sheet may read the
 * sheets before it.
 */
export async function exportWorkbook(
  specs: readonly SheetSpec[],
  language: Language,
  formulas: FileFormulas,
): Promise<Exported> {
  const dialect = formulas === 'addin' ? excelDialect : plainDialect;
  const cells = new Cells();
  const taken = { sheets: [] as string[], names: [] as string[], tables: [] as string[] };
  const frozen: Frozen[] = [];
  const font = FONTS[language] ?? FONTS.en;
  const drafts = specs.map(whole => {
    const spec = {
      ...whole,
      tables: whole.tables.map(table => ({ ...table, spare: Math.min(table.spare, MOST_SPARE) })),
    };
    const naming = { language, dialect, taken: taken as TakenNames };
    const read = (name: string): Matrix | undefined => cells.read(name, '');
    const layout = layOut({ ...spec, ...(spec.needs ? { needs: spec.needs.map(filled(read)) } : {}) }, naming);
    const figures = figuresOf(layout);
    const ops = assemble(spec, naming);
    for (const op of ops) {
      if (op.op === 'values') merge(figures, op.values);
      if (op.op === 'name') cells.addName(op.name, { sheet: layout.sheet, area: op.area });
    }
    cells.addSheet(layout.sheet, figures);
    taken.sheets.push(layout.sheet);
    for (const op of ops) {
      if (op.op === 'name') taken.names.push(op.name);
      if (op.op === 'table') taken.tables.push(op.name);
    }
    const writer = new SheetWriter(layout.sheet, font, figures, (formula, table) =>
      written(formula, layout.sheet, table),
    );
    for (const op of ops) handle(op, writer);
    return writer;
  });

  function written(formula: string, sheet: string, table: string | undefined): WrittenInstead {
    if (formulas === 'none') return { is: 'value' };
    if (formulas === 'addin') {
      const stored = storedFormula(formula, table);
      return { is: 'formula', formula: stored, array: cells.needsArray(stored, sheet) };
    }
    const native = toNative(formula, reference => cells.read(reference, sheet));
    if (native.is === 'value') {
      frozen.push({ sheet, formula, why: native.why });
      return { is: 'value' };
    }
    const text = (native.is === 'same' ? formula : native.formula).replace(/^=/, '');
    return { is: 'formula', formula: storedFormula(text, table), array: cells.needsArray(text, sheet) };
  }

  const file = await writeXlsx({
    sheets: drafts.map(writer => withFileTexts(writer.finished())),
    namedRanges: drafts.flatMap(({ names }) => names),
    activeSheet: drafts.length - 1,
    defaultFont: { name: font, size: 11 },
    properties: {
      title: specs.at(-1)?.title ?? '',
      custom: Object.fromEntries(
        drafts.flatMap(({ sheet, marks }) =>
          Object.entries(marks).map(([key, value]) => [`kpi.${sheet.name}.${key}`, value]),
        ),
      ),
    },
  });
  return { file: withPlainBars(file), frozen };
}

const FONTS = { en: 'Calibri', zh: 'Microsoft YaHei' };

/** Rows that wait to be filled in have their formulas in the file, so there are not too many of them. */
const MOST_SPARE = 50;

/** What a sheet reads from another is there when that sheet is in the file too. */
function filled(read: (name: string) => Matrix | undefined) {
  return (need: NonNullable<SheetSpec['needs']>[number]) => ({
    ...need,
    names: Object.fromEntries(Object.entries(need.names).map(([name, sample]) => [name, read(name) ?? sample])),
  });
}

/** Literal cells beside computed ones. */
function merge(figures: Matrix[number][], values: Matrix): void {
  for (const [row, line] of values.entries()) {
    figures[row] = (figures[row] ?? []).map((cell, column) => line[column] ?? cell);
  }
}
