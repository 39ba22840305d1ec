import { describe, expect, it } from 'vitest';
import type { ImportOutcome } from '../../src/tables/outcome.ts';
import { type Export, randomExport } from '../support/exports.ts';
import { outcomeFrom } from '../support/outcome.ts';
import { Random } from '../support/random.ts';

/** GENERATED=50000 tries as many. */
const FILES = Number(process.env.GENERATED ?? 2000);

describe('an export that some system wrote in its own way', () => {
  it(`is read to the cent, or something is asked: ${FILES} files`, async () => {
    let read = 0;
    for (let index = 0; index < FILES; index++) {
      const file = randomExport(new Random(`export ${index}`));
      const outcome = await outcomeFrom(file.bytes);
      expect(lostRows(outcome), described(index, file, outcome)).toBe(0);
      if (isAsked(outcome)) continue;
      expect(differences(file, outcome), described(index, file, outcome)).toEqual([]);
      read++;
    }
    // Most are read without a question.
    expect(read / FILES).toBeGreaterThan(0.6);
  });
});

function isAsked({ questions, bad, refused, totals }: ImportOutcome): boolean {
  return questions.length > 0 || bad.length > 0 || refused !== null || totals.some(({ amount, sum }) => amount !== sum);
}

/** Rows in are deals, bad rows, totals and what is left out. */
function lostRows({ file, deals, bad, totals, left }: ImportOutcome): number {
  if (!file) return 0;
  const out = Object.values(left).reduce((sum, { count }) => sum + count, 0);
  return file.rows - deals - bad.length - totals.length - out;
}

function differences({ cents, byPerson, byMonth }: Export, { sums }: ImportOutcome): string[] {
  const inCents = (sum: number | undefined): bigint => BigInt(Math.round((sum ?? 0) * 100));
  const differing = (name: string, wanted: ReadonlyMap<string, bigint>, found: Readonly<Record<string, number>>) =>
    [...new Set([...wanted.keys(), ...Object.keys(found)])].flatMap(key => {
      const [want, have] = [wanted.get(key) ?? 0n, inCents(found[key])];
      return want === have ? [] : [`${name} ${key}: ${have} instead of ${want}`];
    });
  return [
    ...(inCents(sums.all) === cents ? [] : [`all: ${inCents(sums.all)} instead of ${cents}`]),
    ...differing('person', byPerson, sums.person),
    ...differing('month', byMonth, sums.month),
  ];
}

function described(
  index: number,
  { written, text }: Export,
  { columns, warnings, left, totals, deals, file }: ImportOutcome,
): string {
  const found = JSON.stringify({ file, columns, warnings, left, totals, deals });
  return `export ${index}, ${JSON.stringify(written)}\n${text.slice(0, 1500)}\n${found}`;
}
