import type { Json, Value } from '../../kernel/json.ts';

/** A line of a form: a figure that is not known is left out, since such a line has no blanks. */
export function formLine(line: Readonly<Record<string, Value | undefined>>): Json {
  return Object.fromEntries(
    Object.entries(line).flatMap(([key, value]) => (value == null || value === '' ? [] : [[key, value] as const])),
  );
}
