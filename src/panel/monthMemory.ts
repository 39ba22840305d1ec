import * as z from 'zod/mini';
import { type CadenceTask, DEFAULT_CADENCE, type Done } from '../month/calendar/cadence.ts';
import { DEAL_FIELD_KEYS } from '../month/import/dealField.ts';
import type { ImportMemory } from '../month/import/memory.ts';
import type { RosterMember } from '../month/import/roster.ts';
import type { DatedPlan } from '../month/report/plans.ts';
import { MOST_MONTH_REMEMBERED } from '../port/monthPort.ts';
import { WAREHOUSE_NAMES, type WarehouseName } from '../warehouse/dialects.ts';
import { OWN_NAMES, SOURCE_FIELD_KEYS, type SourceField } from '../warehouse/source.ts';

/** What the month's work keeps in the workbook, for everybody who works in it. */
export interface MonthMemory extends ImportMemory {
  /** The lists of the team and of the products: names of files are compared with them. */
  readonly team: readonly RosterMember[];
  readonly products: readonly string[];
  /** The share of a deal that has to be paid for it to count; null where all counts. */
  readonly leastShare: number | null;
  /** The plans by which months were closed. */
  readonly plans: readonly DatedPlan[];
  readonly cadence: readonly CadenceTask[];
  readonly done: readonly Done[];
  /** From which day on duties count as missed: a serial number. */
  readonly since: number | null;
  /** How the warehouse was asked last. */
  readonly warehouse?: WarehouseForm | undefined;
}

/** What is typed about a warehouse: its table, the columns of our fields, stages between commas, a share in percent. */
export interface WarehouseForm {
  readonly engine: WarehouseName;
  readonly table: string;
  readonly columns: Readonly<Partial<Record<SourceField, string>>>;
  readonly won: string;
  readonly lost: string;
  readonly share: string;
}

/** A table whose columns are called as our fields. */
export const OWN_WAREHOUSE: WarehouseForm = {
  engine: 'bigquery',
  table: '',
  columns: OWN_NAMES.columns,
  won: OWN_NAMES.won.join(', '),
  lost: OWN_NAMES.lost.join(', '),
  share: '',
};

export const NO_MONTH_MEMORY: MonthMemory = {
  columns: [],
  answers: {},
  aliases: [],
  team: [],
  products: [],
  leastShare: null,
  plans: [],
  cadence: DEFAULT_CADENCE,
  done: [],
  since: null,
};

/** As text; what does not fit is left out: lists first, since a file brings them again, then what is oldest. */
export function writtenMonth(memory: MonthMemory): string {
  let left: MonthMemory = { ...memory, done: memory.done.slice(-MOST_DONE) };
  for (;;) {
    const text = JSON.stringify(left);
    if (new TextEncoder().encode(text).length <= MOST_MONTH_REMEMBERED) return text;
    left = lessOf(left);
  }
}

/** A year of weeks, months and quarters of some tasks. */
const MOST_DONE = 400;

function lessOf(memory: MonthMemory): MonthMemory {
  const { team, products, columns, aliases, answers } = memory;
  if (team.length > 0 || products.length > 0) return { ...memory, team: [], products: [] };
  if (aliases.length > 50) return { ...memory, aliases: aliases.slice(Math.ceil(aliases.length / 4)) };
  const [oldest, ...columnsLeft] = columns;
  if (oldest) {
    const { [oldest.signature]: _, ...answersLeft } = answers;
    return { ...memory, columns: columnsLeft, answers: answersLeft };
  }
  return NO_MONTH_MEMORY;
}

const words = z.string().check(z.maxLength(20_000));
const fieldKey = z.enum(Object.fromEntries(DEAL_FIELD_KEYS.map(key => [key, key])));
const sourceField = z.enum(Object.fromEntries(SOURCE_FIELD_KEYS.map(key => [key, key])));
const number = z.number();
const label = z.object({ en: words, zh: words });
const outcome = z.enum(['won', 'lost', 'open']);
const cell = z.union([words, number, z.boolean(), z.null()]);
const due = z.union([
  z.object({ on: z.literal('weekday'), weekday: number.check(z.minimum(1), z.maximum(7)), after: z.boolean() }),
  z.object({ on: z.literal('lastDay') }),
  z.object({ on: z.literal('dayAfter'), day: number.check(z.minimum(1), z.maximum(31)) }),
  z.object({ on: z.literal('workingDayAfter'), day: number.check(z.minimum(1), z.maximum(31)) }),
]);

/** By its parts, so that one that was damaged does not take the others with it. */
const PARTS = {
  columns: z.array(z.object({ signature: words, headings: z.partialRecord(fieldKey, words) })),
  answers: z.record(
    z.string(),
    z.object({
      confirmed: z.optional(z.partialRecord(fieldKey, words)),
      product: z.optional(z.boolean()),
      dateOrders: z.optional(z.record(z.string(), z.enum(['dayFirst', 'monthFirst', 'yearFirst']))),
      spaced: z.optional(z.partialRecord(fieldKey, z.boolean())),
      credits: z.optional(z.partialRecord(fieldKey, z.enum(['plus', 'minus']))),
      decimalMarks: z.optional(z.partialRecord(fieldKey, z.enum(['point', 'comma']))),
      stages: z.optional(z.record(z.string(), outcome)),
      kinds: z.optional(z.record(z.string(), z.enum(['count', 'leave']))),
    }),
  ),
  aliases: z.array(z.object({ field: fieldKey, from: words, to: z.union([words, z.null()]) })),
  team: z.array(z.object({ person: words, manager: words, team: words, region: words })),
  products: z.array(words),
  leastShare: z.union([number, z.null()]),
  plans: z.array(
    z.object({
      from: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])$/)),
      tiers: z.array(z.array(cell)),
      mode: cell,
      cap: cell,
      basis: z.optional(z.enum(['achievement', 'amount'])),
      toDate: z.optional(z.literal(true)),
      amberFrom: number,
      greenAbove: number,
      green: z.optional(z.enum(['above', 'from'])),
    }),
  ),
  cadence: z.array(z.object({ id: words, label, every: z.enum(['week', 'month', 'quarter']), due })),
  done: z.array(z.object({ id: words, start: number })),
  since: z.union([number, z.null()]),
  warehouse: z.object({
    engine: z.enum(WAREHOUSE_NAMES),
    table: words,
    columns: z.partialRecord(sourceField, words),
    won: words,
    lost: words,
    share: words,
  }),
};

/** Anyone may have changed the workbook: a part that is not as we write it counts as not remembered. */
export function readMonthMemory(text: string | undefined): MonthMemory {
  let read: unknown;
  try {
    read = JSON.parse(text ?? '{}');
  } catch {
    return NO_MONTH_MEMORY;
  }
  const parts: Readonly<Record<string, unknown>> = Object(read);
  const kept = Object.entries(PARTS).flatMap(([key, schema]) => {
    const result = schema.safeParse(parts[key]);
    return result.success ? [[key, result.data]] : [];
  });
  // Every part's schema has just vouched for it.
  return { ...NO_MONTH_MEMORY, ...(Object.fromEntries(kept) as Partial<MonthMemory>) };
}
