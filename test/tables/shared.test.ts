import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { importFile } from '../../scripts/import.ts';
import type { ImportOutcome } from '../../src/tables/outcome.ts';
import { sharedFolder, withoutShared } from '../support/shared.ts';

const text = z.optional(z.nullable(z.string()));
const number = z.optional(z.number());
const sums = z.optional(z.record(z.string(), z.number()));
const EXPECTED = z.strictObject({
  stage: text,
  person: text,
  amount: text,
  closed: text,
  sum: number,
  won: number,
  lost: number,
  open: number,
  totals: number,
  bad: z.optional(z.union([z.number(), z.string()])),
  months: sums,
  region: sums,
  names: z.optional(z.array(z.string())),
  question: text,
  found: z.optional(z.array(z.string())),
  questions: z.optional(z.array(z.string())),
  questions_stage: number,
  offer: text,
  say: text,
});
type Expected = z.infer<typeof EXPECTED>;

/** What the sentences of a file say, in the words of the outcome. */
const SAID: Readonly<Record<string, RegExp>> = {
  '1 hidden row is read (or left out)': /1 (hidden )?row.*(hidden|read)/i,
  'two sheets with the same headings; one is read': /East.*West/,
  'rows 5-7 named as bad or another table': /row 5/,
};

function check(expected: Expected, outcome: ImportOutcome): void {
  const { columns, sums: found, left, questions, warnings } = outcome;
  const told = [...warnings, ...questions.map(question => question.text)];
  expect(outcome.refused).toBeNull();
  for (const field of ['stage', 'person', 'amount', 'closed'] as const) {
    if (expected[field] !== undefined) expect(columns[field] ?? null, field).toBe(expected[field]);
  }
  if (expected.sum !== undefined) expect(found.all).toBe(expected.sum);
  if (expected.won !== undefined) expect(outcome.deals).toBe(expected.won);
  if (expected.lost !== undefined) expect(left.lost?.count).toBe(expected.lost);
  if (expected.open !== undefined) expect(left.open?.count).toBe(expected.open);
  if (expected.totals !== undefined) expect(outcome.totals).toHaveLength(expected.totals);
  if (typeof expected.bad === 'number') expect(outcome.bad).toHaveLength(expected.bad);
  if (typeof expected.bad === 'string') expect(told.join('\n')).toMatch(SAID[expected.bad] ?? /^$/);
  if (expected.months) expect(found.month).toEqual(expected.months);
  if (expected.region) expect(found.region).toEqual(expected.region);
  if (expected.names) expect(Object.keys(found.person).sort()).toEqual(expected.names);
  if (expected.questions) expect(questions.map(({ about }) => about)).toEqual(expected.questions);
  if (expected.questions_stage !== undefined)
    expect(questions.filter(({ about }) => about === 'stage')).toHaveLength(expected.questions_stage);
  if (expected.found)
    expect(questions.find(({ about }) => about === expected.question)?.values).toEqual(expected.found);
  if (expected.offer) expect(told.join('\n')).toContain('55000');
  if (expected.say) expect(told.join('\n')).toMatch(SAID[expected.say] ?? /^$/);
}

const folder = sharedFolder && join(sharedFolder, 'data', 'import');
const SUFFIX = '.expected.json';
const names = folder
  ? readdirSync(folder).flatMap(name => (name.endsWith(SUFFIX) ? [name.slice(0, -SUFFIX.length)] : []))
  : [];

describe.skipIf(!folder)(`importFile() of small files with what must come out${withoutShared}`, () => {
  it('has them', () => expect(names.length).toBeGreaterThan(20));

  it.each(names)('%s', async name => {
    if (!folder) return;
    const { note, expected } = JSON.parse(readFileSync(join(folder, `${name}${SUFFIX}`), 'utf8'));
    const file = readdirSync(folder).find(other => other.startsWith(`${name}.`) && !other.endsWith(SUFFIX)) ?? '';
    const outcome = await importFile(join(folder, file));
    check(EXPECTED.parse(expected), outcome);
    expect(note).not.toBe('');
  });
});
