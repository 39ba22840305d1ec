import type { Language, Text } from '../kernel/text.ts';
import type { Field } from './field.ts';
import { explain } from './problems.ts';
import { type SaidSheet, type StripCell, settle } from './said.ts';
import type { SheetSpec } from './sheetSpec.ts';
import { type Fields, Problems, type Template, type Values, versionOf } from './template.ts';

/** What is the same for every sheet of a template. */
interface Named
  extends Pick<SheetSpec, 'name' | 'prefix' | 'subtitle'>,
    Partial<Pick<SheetSpec, 'orientation' | 'onePage' | 'frozenColumns'>> {}

export function defineTemplate<const F extends Fields>(
  definition: Omit<Template, 'build'> &
    Named & {
      readonly fields: F & { readonly title: Field<string> };
      /** Its strip holds answers, by the fields that say which cell shows them, and cells of its own. */
      readonly sheet: (values: Values<F>, language: Language) => SaidSheet<(keyof F & string) | StripCell> | Problems;
    },
): Template {
  const { sheet, name, prefix, subtitle, orientation = 'landscape', onePage, frozenColumns = 0, ...rest } = definition;
  return {
    ...rest,
    build(given, language) {
      const values = checked(given, rest.fields);
      if (values instanceof Problems) return values;
      const said = sheet(values, language);
      if (said instanceof Problems) return said;
      const strip = said.strip.map(part =>
        typeof part === 'string' ? answered(rest.fields[part], values[part]) : part,
      );
      const title = String(values.title);
      const settled = settle({ ...said, strip }, language);
      const version = versionOf(rest);
      const printed = { orientation, ...(onePage && { onePage }) };
      const top = { title, subtitle: said.subtitle ?? subtitle };
      return { template: rest.id, version, name, prefix, ...top, ...printed, frozenColumns, ...settled };
    },
  };
}

function answered({ cell, choices }: Field, answer: unknown): StripCell {
  if (!cell) throw new RangeError('no cell of the strip shows this field');
  const chosen = choices?.find(({ value }) => value === answer)?.label;
  return { ...cell, value: chosen ?? (typeof answer === 'number' ? answer : String(answer)) };
}

function checked<F extends Fields>(values: Readonly<Record<string, unknown>>, fields: F): Values<F> | Problems {
  const problems: Record<string, Text> = {};
  const read: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(fields)) {
    const result = field.schema.safeParse(values[key]);
    if (result.success) read[key] = result.data;
    else problems[key] = explain(result.error.issues, field);
  }
  // Every field's schema has just vouched for its value.
  return Object.keys(problems).length > 0 ? new Problems(problems) : (read as Values<F>);
}
