import * as z from 'zod/mini';
import type { Language, Text } from '../kernel/text.ts';
import { isText, type StripCell } from './said.ts';

/** Whether a number is typed as a percentage, 90%, and a bare 90 is none; or as an amount as well. */
export type Share = boolean | 'orAmount';

/** What a form needs to ask for one parameter of a template, and the schema that checks the answer. */
export interface Field<Value = unknown> {
  readonly control: 'text' | 'number' | 'date' | 'choice' | 'toggle' | 'lines';
  readonly label: Text;
  readonly hint?: Text | undefined;
  readonly schema: z.ZodMiniType<Value>;
  readonly initial: (context: InitialContext) => Value;
  readonly choices?: readonly { readonly value: string; readonly label: Text }[] | undefined;
  /** A number that people read as a percentage, as the sheet shows it. */
  readonly share?: Share | undefined;
  /** What each line of a `lines` control holds, in this order. */
  readonly columns?: readonly LineColumn[] | undefined;
  /** Lines that a `lines` control fills in when it is asked to. */
  readonly offers?: readonly Offer[] | undefined;
  /** The cell of the sheet's strip that shows the answer. */
  readonly cell?: StripCell | undefined;
}

export interface Offer {
  readonly label: Text;
  readonly lines: (language: Language) => readonly Readonly<Record<string, unknown>>[];
}

export interface InitialContext {
  readonly language: Language;
  /** The day on which the form is opened, yyyy-mm-dd; the engine itself has no clock. */
  readonly today: string;
  /** The names that the workbook has, where that is known: a sheet that is there is read. */
  readonly names?: readonly string[] | undefined;
  /** The people of the workbook's tracker, where it has one. */
  readonly people?: readonly Member[] | undefined;
  /** What everybody sold in the closed months, for a template that asks for it (`fromHistory`). */
  readonly personMonths?: readonly PersonMonth[] | undefined;
}

/** A person's closed month. */
export interface PersonMonth {
  readonly person: string;
  /** Its first day, yyyy-mm-dd. */
  readonly month: string;
  readonly target: number | undefined;
  readonly sales: number | undefined;
}

/** Somebody who sells, and where. */
export interface Member {
  readonly person: string;
  readonly region: string;
  /** In all of the tracker's rows; undefined where none is typed. */
  readonly target?: number | undefined;
}

export interface LineColumn {
  readonly key: string;
  readonly label: Text;
  /** A date is written yyyy-mm-dd. */
  readonly type: 'text' | 'number' | 'date';
  readonly optional?: boolean;
  /** People read it as a percentage. */
  readonly share?: Share;
  /** Filled in by the month's roll-over; a form does not ask for it. */
  readonly unasked?: boolean;
}

/** The columns that a form asks for. */
export function askedColumns({ columns = [] }: Pick<Field, 'columns'>): readonly LineColumn[] {
  return columns.filter(({ unasked }) => !unasked);
}

type FieldText = Pick<Field, 'label' | 'hint'>;

export function textField(options: FieldText & { initial: Text }): Field<string> {
  return {
    ...options,
    control: 'text',
    schema: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
    initial: ({ language }) => options.initial[language],
  };
}

export function numberField(
  options: FieldText & { initial: number; minimum?: number; maximum?: number; whole?: boolean },
): Field<number> {
  const { minimum = -1e15, maximum = 1e15, whole = false } = options;
  const schema = z.number().check(z.minimum(minimum), z.maximum(maximum));
  return {
    label: options.label,
    hint: options.hint,
    control: 'number',
    schema: whole ? schema.check(z.multipleOf(1)) : schema,
    initial: () => options.initial,
  };
}

/** A day, yyyy-mm-dd. */
export function dateField(options: FieldText & { initial: (today: string) => string }): Field<string> {
  return { ...options, control: 'date', schema: z.iso.date(), initial: ({ today }) => options.initial(today) };
}

export function toggleField(
  options: FieldText & { initial: boolean | ((context: InitialContext) => boolean) },
): Field<boolean> {
  const { initial } = options;
  return {
    ...options,
    control: 'toggle',
    schema: z.boolean(),
    initial: context => (typeof initial === 'boolean' ? initial : initial(context)),
  };
}

export function choiceField<const Value extends string>(
  options: FieldText & { initial: NoInfer<Value>; choices: readonly { value: Value; label: Text }[] },
): Field<Value> {
  const values = options.choices.map(choice => choice.value);
  const schema = z.string().check(z.refine(value => values.some(known => known === value)));
  // The refinement has just proved that the text is one of the values.
  return {
    ...options,
    control: 'choice',
    schema: schema as unknown as z.ZodMiniType<Value>,
    initial: () => options.initial,
  };
}

type LineOf<Columns extends readonly LineColumn[]> = {
  readonly [C in Columns[number] as C['key']]:
    | (C['type'] extends 'number' ? number : string)
    | (C extends { optional: true } ? undefined : never);
};

const CELLS: Readonly<Record<LineColumn['type'], () => z.ZodMiniType>> = {
  text: () => z.string().check(z.trim(), z.minLength(1)),
  number: () => z.number(),
  date: () => z.iso.date(),
};

/** What a form begins with: a text may be said for both languages. */
type SaidLine<Line> = { readonly [Key in keyof Line]: Line[Key] | (Line[Key] extends number ? never : Text) };

/** A short table that is typed or pasted line by line: names with a figure or two. */
export function linesField<const Columns extends readonly LineColumn[]>(
  options: FieldText & {
    /** Columns of a sheet are asked for in the same words. */
    columns: Columns;
    minimum?: number;
    initial?: readonly SaidLine<LineOf<Columns>>[];
    /** What takes the place of the lines above where the workbook says more. */
    known?: (context: InitialContext) => readonly LineOf<Columns>[] | undefined;
    /** By what a button says, the lines that it adds. */
    offers?: readonly { readonly label: Text; readonly lines: readonly SaidLine<LineOf<Columns>>[] }[];
  },
): Field<readonly LineOf<Columns>[]> {
  const { initial = [] } = options;
  const shape: Record<string, z.ZodMiniType> = {};
  for (const { key, type, optional } of options.columns) {
    const cell = CELLS[type]();
    shape[key] = optional ? z.optional(cell) : cell;
  }
  // The object's shape is made from the same columns as the type.
  const schema = z.array(z.object(shape)).check(z.minLength(options.minimum ?? 0)) as unknown as z.ZodMiniType<
    readonly LineOf<Columns>[]
  >;
  return {
    label: options.label,
    hint: options.hint,
    columns: options.columns.map(({ key, label, type, optional, share, unasked }) => ({
      key,
      label,
      type,
      ...(optional && { optional }),
      ...(share && { share }),
      ...(unasked && { unasked }),
    })),
    control: 'lines',
    schema,
    offers: options.offers?.map(({ label, lines }) => ({
      label,
      lines: language => lines.map(line => inLanguage(line, language)),
    })),
    // What is said beside the columns is left out.
    initial: context =>
      options.known?.(context) ?? schema.parse(initial.map(line => inLanguage(line, context.language))),
  };
}

function inLanguage(line: Readonly<Record<string, unknown>>, language: Language): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(line).map(([key, cell]) => [key, isText(cell) ? cell[language] : cell]));
}
