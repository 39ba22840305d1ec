import { MOST_REMEMBERED } from '../port/port.ts';
import type { FieldInput } from './text/fieldInput.ts';

export type Choices = Readonly<Record<string, FieldInput>>;

/** What the pane keeps in the workbook: what was chosen last in each template's form, the latest first. */
export interface Memory {
  readonly introduced: boolean;
  /** The day on which the first template was inserted, as 2026-11-22; empty before. */
  readonly since: string;
  readonly forms: readonly (readonly [template: string, choices: Choices])[];
}

export const NOTHING_REMEMBERED: Memory = { introduced: false, since: '', forms: [] };

export function withForm(memory: Memory, template: string, choices: Choices, today: string): Memory {
  const others = memory.forms.filter(([other]) => other !== template);
  const since = memory.since || today;
  return { ...memory, since, forms: Object.keys(choices).length === 0 ? others : [[template, choices], ...others] };
}

/** As text; what does not fit is left out, the longest ago first. */
export function written(memory: Memory): string {
  for (let count = memory.forms.length; count >= 0; count--) {
    const text = JSON.stringify({ ...memory, forms: memory.forms.slice(0, count) });
    if (new TextEncoder().encode(text).length <= MOST_REMEMBERED) return text;
  }
  return JSON.stringify(NOTHING_REMEMBERED);
}

/** Anyone may have changed the workbook: what is not as we write it counts as not remembered. */
export function readMemory(text: string | undefined): Memory {
  try {
    const { introduced, since, forms }: { [part in keyof Memory]?: unknown } = Object(JSON.parse(text ?? '{}'));
    return {
      introduced: introduced === true,
      since: typeof since === 'string' && /^\d{4}-\d\d-\d\d$/.test(since) ? since : '',
      forms: Array.isArray(forms) ? forms.flatMap(formIn) : [],
    };
  } catch {
    return NOTHING_REMEMBERED;
  }
}

function formIn(form: unknown): (readonly [string, Choices])[] {
  const [template, choices]: readonly unknown[] = Array.isArray(form) ? form : [];
  if (typeof template !== 'string' || typeof choices !== 'object' || choices === null) return [];
  const drafts = Object.entries(choices).filter((entry): entry is [string, FieldInput] => isDraft(entry[1]));
  return [[template, Object.fromEntries(drafts)]];
}

function isDraft(value: unknown): value is FieldInput {
  if (typeof value === 'string' || typeof value === 'boolean') return true;
  const isRow = (row: unknown) => Array.isArray(row) && row.every(cell => typeof cell === 'string');
  return Array.isArray(value) && value.every(isRow);
}
