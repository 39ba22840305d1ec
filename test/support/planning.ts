import type { Cell } from '../../src/kernel/cell.ts';
import type { Language } from '../../src/kernel/text.ts';
import { assemble } from '../../src/plan/assemble.ts';
import { type Dialect, excelDialect } from '../../src/plan/dialect.ts';
import { evaluate, type Figures } from '../../src/plan/evaluate.ts';
import { layOut } from '../../src/plan/layout.ts';
import type { Op, OpName, TakenNames } from '../../src/plan/op.ts';
import type { SheetSpec } from '../../src/plan/sheetSpec.ts';
import { initialValues, Problems, type Template } from '../../src/plan/template.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { SAMPLE_REGIONS } from '../../src/templates/shared/samples.ts';
import { logRows } from './logs.ts';

export const NOTHING_TAKEN: TakenNames = { sheets: [], names: [], tables: [] };
export const TODAY = '2026-03-10';

/** The sheet that a template makes of its first values, changed where the test says so. */
export function specOf(
  template: Template,
  language: Language,
  changes: Readonly<Record<string, unknown>> = {},
): SheetSpec {
  const spec = template.build({ ...initialValues(template, { language, today: TODAY }), ...changes }, language);
  if (spec instanceof Problems) throw new Error(JSON.stringify(spec.fields));
  return spec;
}

/** The sheets that a sheet reads, in the order in which they have to be inserted. */
export function neededBy(spec: SheetSpec, language: Language): SheetSpec[] {
  return (spec.needs ?? []).flatMap(need => {
    const template = gallery.find(({ id }) => id === need.template);
    if (!template) throw new Error(`no template ${need.template}`);
    const needed = specOf(template, language);
    return [...neededBy(needed, language), needed];
  });
}

export function opsOf(spec: SheetSpec, language: Language, dialect: Dialect, taken = NOTHING_TAKEN): Op[] {
  return assemble(spec, { language, dialect, taken });
}

export function figuresOf(spec: SheetSpec, language: Language): Figures {
  return evaluate(layOut(spec, { language, dialect: excelDialect, taken: NOTHING_TAKEN }));
}

/** The key figures of a sheet, from left to right. */
export function headlinesOf(spec: SheetSpec, language: Language): readonly Cell[] {
  const figures = figuresOf(spec, language);
  const table = spec.tables.find(({ headline }) => headline);
  return table?.columns.map(({ key }) => figures.column(table.key, key)[0] ?? null) ?? [];
}

export function only<Name extends OpName>(ops: readonly Op[], name: Name): Extract<Op, { op: Name }>[] {
  return ops.filter((op): op is Extract<Op, { op: Name }> => op.op === name);
}

export function people(count: number, regions: readonly string[]) {
  return Array.from({ length: count }, (_, index) => ({
    region: regions[index % regions.length] ?? '',
    product: `P${index % 3}`,
    person: `Person ${index + 1}`,
    weight: (index % 7) + 1,
    ramp: 1,
    // As large as the sample sales: no achievement is 5,000 %.
    target: 500_000 + index,
  }));
}

/** A template's list fields with so many lines. */
export function rowsOf(template: Template, count: number, language: Language): Readonly<Record<string, unknown>> {
  const log = logRows(template.id, count, language);
  if (log) return log;
  const regions = SAMPLE_REGIONS.map(({ name }) => name[language]);
  return 'people' in template.fields ? { people: people(count, regions) } : {};
}
