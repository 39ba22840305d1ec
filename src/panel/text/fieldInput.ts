import { askedColumns, type Field, type Share } from '../../plan/field.ts';
import { isBlankRow, type Rows } from './lines.ts';
import { MOST_SHARE, numberIn, percentage } from './number.ts';

/** What a control holds while it is being edited: what was typed, whether or not it makes sense yet. */
export type FieldInput = string | boolean | Rows;

/** What a control shows for a value that its field accepts. */
export function inputOf(field: Field, value: unknown): FieldInput {
  if (field.control === 'toggle') return value === true;
  if (field.control !== 'lines') return shown(value, field.share);
  const lines: readonly unknown[] = Array.isArray(value) ? value : [];
  return lines.map(line =>
    askedColumns(field).map(({ key, share }) => shown(isRecord(line) ? line[key] : undefined, share)),
  );
}

/** What was typed as a value for the field's schema, which then says what is wrong with it. */
export function typedValue(field: Field, draft: FieldInput): unknown {
  if (typeof draft === 'boolean') return draft;
  if (typeof draft === 'string') return field.control === 'number' ? figure(draft, field.share) : draft;
  const columns = askedColumns(field);
  return draft
    .filter(cells => !isBlankRow(cells))
    .map(cells =>
      Object.fromEntries(
        columns.flatMap(({ key, type, optional, share }, index) => {
          const cell = (cells[index] ?? '').trim();
          if (cell === '' && (optional || type === 'number')) return [];
          return [[key, type === 'number' ? figure(cell, share) : cell]];
        }),
      ),
    );
}

/** A text that is no number stays a text, so that the schema can refuse it; nothing typed is nothing. */
function figure(typed: string, share?: Share): unknown {
  if (typed.trim() === '') return undefined;
  const number = numberIn(typed);
  return number === undefined || (share === true && isDoubtful(number, typed)) ? typed : number;
}

/** Over a field that shows 110%, a bare 90 is hardly 9,000%. */
function isDoubtful(number: number, typed: string): boolean {
  return Math.abs(number) > MOST_SHARE && !/[%％]\s*$/.test(typed);
}

function shown(value: unknown, share: Share = false): string {
  if (share !== false && typeof value === 'number') return percentage(value);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
