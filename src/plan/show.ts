import type { Text } from '../kernel/text.ts';
import type { Expression } from './expression.ts';
import type { Field, LineColumn, Share } from './field.ts';
import type { Rule } from './op.ts';
import type { Column, SaidCell, SaidFormat } from './said.ts';

type Type = LineColumn['type'];

/** A column, or a cell of the strip: said once, for the form that asks for it and for the sheet. */
export interface Shown<Key extends string = string, Typed extends Type = Type> extends Column {
  readonly key: Key;
  readonly type: Typed;
  /** People type it as a percentage. */
  readonly share?: Share;
  /** Filled in by the month's roll-over; a form does not ask for it. */
  readonly unasked?: boolean;
  /** Of a cell of the strip. */
  readonly value?: SaidCell;
}

type More = Partial<Omit<Shown, 'key' | 'label' | 'format' | 'type'>> & {
  readonly minimum?: number;
  readonly maximum?: number;
  readonly whole?: boolean;
};

type Kind<Typed extends Type> = ReturnType<typeof shownAs<Typed>>;

function shownAs<Typed extends Type>(type: Typed, format: SaidFormat) {
  function kind<const Key extends string>(
    key: Key,
    label: Text,
    more: More & { readonly optional: true },
  ): Shown<Key, Typed> & { readonly optional: true };
  function kind<const Key extends string>(key: Key, label: Text, more?: More): Shown<Key, Typed>;
  function kind<const Key extends string>(
    key: Key,
    label: Text,
    { minimum, maximum, whole, ...more }: More = {},
  ): Shown<Key, Typed> {
    const bounds = {
      ...(minimum !== undefined && { minimum }),
      ...(maximum !== undefined && { maximum }),
      ...(whole && { whole }),
    };
    const share = format === 'percent';
    return { key, label, type, format, ...(share && { share }), ...(isTyped(more) && ruleOf(type, bounds)), ...more };
  }
  return kind;
}

function isTyped({ formula, spills, spilled, fixed, value }: More): boolean {
  return !formula && !spills && !spilled && !fixed && !(typeof value === 'object' && value !== null && 'is' in value);
}

function ruleOf(type: Type, bounds: Omit<Extract<Rule, { kind: 'number' }>, 'kind'>): Pick<Column, 'rule'> {
  if (type === 'text') return {};
  return { rule: type === 'date' ? { kind: 'date' } : { kind: 'number', ...bounds } };
}

/** What may be typed follows from how it is shown: words, a number within its bounds, a date. */
export const show = {
  text: shownAs('text', 'text'),
  number: shownAs('number', 'number'),
  integer: shownAs('number', 'integer'),
  rank: shownAs('number', 'rank'),
  amount: shownAs('number', 'amount'),
  money: shownAs('number', 'money'),
  cents: shownAs('number', 'cents'),
  percent: shownAs('number', 'percent'),
  points: shownAs('number', 'points'),
  factor: shownAs('number', 'factor'),
  date: shownAs('date', 'date'),
  month: shownAs('date', 'month'),
} as const;

/** A column that is typed in elsewhere, and read here. */
export function readBy({ rule: _, ...column }: Column, formula: Expression): Column {
  return { ...column, formula };
}

/** A field whose answer becomes a cell of the strip, under its own label; `noted` where its hint is the note, too. */
export function inStrip<Value>(
  field: Field<Value>,
  kind: Kind<Type>,
  key: string,
  { label = field.label, noted, ...more }: More & { readonly label?: Text; readonly noted?: boolean } = {},
): Field<Value> {
  const note = noted ? field.hint : undefined;
  const choices = field.choices?.map(choice => choice.label);
  const cell = kind(key, label, { ...(note && { note }), ...(choices && { choices }), ...more });
  return { ...field, cell, ...(cell.share && { share: true }) };
}
