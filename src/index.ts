/**
 * The engine as a library for Node and the browser: every function, every template and the reading of files, without a
 * spreadsheet and without a server. `exports` in package.json leads here.
 */

import { isText } from './files/limits.ts';
import { type FileChoices, readBytes } from './files/readFile.ts';
import { catalogue } from './functions/catalogue.gen.ts';
import { type Argument, type Cell, CellError, type Matrix } from './kernel/cell.ts';
import type { KpiFunction } from './kernel/function.ts';
import { type Language, say, type Text } from './kernel/text.ts';
import { assemble } from './plan/assemble.ts';
import { type Dialect, excelDialect, plainDialect, sheetsDialect } from './plan/dialect.ts';
import type { Op } from './plan/op.ts';
import { type Preview, preview } from './plan/preview.ts';
import type { SheetSpec } from './plan/sheetSpec.ts';
import { initialValues, Problems, type Template } from './plan/template.ts';
import { type ImportOptions, type ImportOutcome, outcomeOf, refusal } from './tables/outcome.ts';
import { gallery } from './templates/gallery.gen.ts';
import { inOrder } from './templates/shared/order.ts';

export type {
  Argument,
  Cell,
  ImportOptions,
  ImportOutcome,
  KpiFunction,
  Language,
  Matrix,
  Op,
  Preview,
  Template,
  Text,
};
export { CellError, Problems };

/** All functions, each with its texts in both languages, its parameters, its source and its examples. */
export const functions: readonly KpiFunction[] = catalogue;

/** All templates, in the order of the gallery. */
export const templates: readonly Template[] = inOrder(gallery);

/**
 * A function by its name: `kpi('ACHIEVEMENT', 840000, 800000)` is 1.05.
 *
 * Ranges are lists of rows, a blank cell is null, a date its serial number, an argument that is left out undefined.
 * Nothing is thrown: what is wrong comes back as a CellError with a sentence in both languages, and so does a name
 * that is not known (#NAME?).
 */
export function kpi(name: string, ...given: readonly Argument[]): Cell | Matrix {
  const sought = name.replace(/^KPI[._]/i, '').toUpperCase();
  const found = functions.find(fn => fn.name === sought);
  return found ? found.call(given) : new CellError('#NAME?', say(`there is no function ${name}`, `没有函数 ${name}`));
}

export interface SheetOptions {
  readonly language?: Language;
  /** The day that forms begin with, as 2026-03-31; today where it is left out. */
  readonly today?: string;
  /** Values of the template's fields in place of the first ones. */
  readonly values?: Readonly<Record<string, unknown>>;
}

export interface Sheet {
  /** How it looks, with its figures computed and written out. */
  readonly preview: Preview;
  /** What a host does to make it: the same list that Excel and Google Sheets carry out. */
  opsFor(host: keyof typeof DIALECTS): readonly Op[];
}

const DIALECTS: Readonly<Record<'excel' | 'sheets' | 'file', Dialect>> = {
  excel: excelDialect,
  sheets: sheetsDialect,
  file: plainDialect,
};

/**
 * The sheet of a template, or what is wrong with the values, field by field.
 * @throws RangeError where no template has that id.
 */
export function sheetOf(
  id: string,
  { language = 'en', today = isoToday(), values = {} }: SheetOptions = {},
): Sheet | Problems {
  const template = templates.find(candidate => candidate.id === id);
  if (!template)
    throw new RangeError(`There is no template ${id}; there are: ${templates.map(known => known.id).join(', ')}`);
  const made = template.build({ ...initialValues(template, { language, today }), ...values }, language);
  return made instanceof Problems ? made : sheet(made, language);
}

function sheet(spec: SheetSpec, language: Language): Sheet {
  return {
    preview: preview(spec, language, excelDialect),
    opsFor: host => assemble(spec, { language, dialect: DIALECTS[host], taken: { sheets: [], names: [], tables: [] } }),
  };
}

function isoToday(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/**
 * Reads an export (CSV, TSV, XLSX …) as the pane does: its columns, its deals, exact sums by month and person, and the
 * questions that the file leaves open. Nothing is guessed: what is asked is answered in `options.answers`.
 */
export async function readExport(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  options: ImportOptions & FileChoices = {},
): Promise<ImportOutcome> {
  const { encoding, delimiter } = options;
  const table = await readBytes(name, bytes, { encoding, delimiter });
  return isText(table) ? refusal(table, options.language) : outcomeOf(table, options);
}
