import type { Language, Text } from '../kernel/text.ts';
import type { Field, InitialContext } from './field.ts';
import type { SheetSpec } from './sheetSpec.ts';

export type Fields = Readonly<Record<string, Field>>;

export type Values<F extends Fields> = { readonly [Key in keyof F]: F[Key] extends Field<infer Value> ? Value : never };

/** One template: its parameters, and what sheet they make. The same parameters always make the same sheet. */
export interface Template {
  /** Lower case with hyphens; kept in every sheet that was inserted. */
  readonly id: string;
  readonly label: Text;
  /** What else people look for it by (`searchWords`). */
  readonly words: Text;
  /** One sentence: what it is for. */
  readonly summary: Text;
  readonly fields: Fields;
  /** Raised when sheets that were inserted before lack something; 1 where nothing is said. */
  readonly version?: number;
  /** People are paid by it: when the next month begins, it stays with its own. */
  readonly statement?: boolean;
  /** Its form begins with what everybody sold in the closed months. */
  readonly fromHistory?: boolean;
  /** Checks the values of a form and makes the sheet, or says what is wrong, field by field. */
  build(values: Readonly<Record<string, unknown>>, language: Language): SheetSpec | Problems;
}

/** What is wrong with a form's values; the key is the field's. */
export class Problems {
  readonly fields: Readonly<Record<string, Text>>;

  constructor(fields: Readonly<Record<string, Text>>) {
    this.fields = fields;
  }
}

export function versionOf({ version = 1 }: Pick<Template, 'version'>): number {
  return version;
}

/** What a form shows when it is opened. */
export function initialValues(template: Template, context: InitialContext): Record<string, unknown> {
  return Object.fromEntries(Object.entries(template.fields).map(([key, field]) => [key, field.initial(context)]));
}
