import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { warehouse } from '../../scripts/warehouse.ts';
import { isText } from '../../src/files/limits.ts';
import { readBytes } from '../../src/files/readFile.ts';
import { close } from '../../src/month/figures/history.ts';
import { monthFigures } from '../../src/month/figures/monthFigures.ts';
import type { Reading } from '../../src/month/import/deal.ts';
import { inspect } from '../../src/month/import/inspect.ts';
import { readRows } from '../../src/month/import/readRows.ts';
import { readingQuestions, settled } from '../../src/month/import/settle.ts';
import type { HistoryRow } from '../../src/sheets/history.ts';
import { matched } from '../../src/tables/matched.ts';
import { prepareTable } from '../../src/tables/prepare.ts';
import { readingTask } from '../../src/tables/task.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'history-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What the pane would read of a file, all answers given that `answers` gives. */
async function readingOf(
  text: string,
  minimumShare: number | undefined,
): Promise<Reading & { readonly asked: string[] }> {
  const table = await readBytes('month.csv', new TextEncoder().encode(text));
  if (isText(table)) throw new Error(table.en);
  const answers = { twice: 'all', sums: 'deals', fillDown: false } as const;
  const prepared = prepareTable(table, 0, answers);
  const matching = matched(prepared.cells);
  const inspection = inspect(prepared.cells, matching, matching.columns, answers);
  const confirmed = { columns: matching.columns, answers, month: 0, minimumShare };
  const read = readRows(readingTask(prepared, matching, inspection, confirmed));
  const asked = [...prepared.questions, ...inspection.questions, ...readingQuestions(read, answers)].map(
    ({ ask }) => ask,
  );
  return { ...settled(read, answers), asked };
}

async function historyOf(text: string, minimumShare?: number): Promise<readonly HistoryRow[]> {
  const reading = await readingOf(text, minimumShare);
  expect(reading.asked).toEqual([]);
  expect(reading.bad).toEqual([]);
  return close([], monthFigures(reading.deals), { source: 'test', closedAt: 0 }).append;
}

/** The CSV that the command writes of the same deals. */
async function summed(text: string, by: string, ...args: string[]): Promise<string> {
  const [deals, out] = [join(folder, 'deals.csv'), join(folder, 'month.csv')];
  await writeFile(deals, text);
  await warehouse(['--run', deals, '--out', out, '--by', by, ...args]);
  return readFile(out, 'utf8');
}

const HEADINGS = 'Salesperson,Manager,Team,Region,Product,Close date,Amount,Amount collected,Quantity,Stage';
const BY = 'person,manager,team,region,product';
const name = (...names: string[]) => fc.constantFrom(...names);
const deal = fc
  .tuple(
    name('Ann', ' ANN', 'Bob', 'Ｂｏｂ', '王芳', '=Eve', "-O'Neil", '', '"Q"'),
    name('Mia', ''),
    name('A', 'B'),
    name('East', 'West'),
    name('Pump', 'Valve', 'VALVE'),
    fc.integer({ min: 0, max: 89 }),
    fc.integer({ min: -300_000, max: 900_000 }),
    fc.integer({ min: 0, max: 110 }),
    fc.integer({ min: 0, max: 9 }),
    name('Closed Won', 'Closed Won', 'Closed Lost', 'Negotiation'),
  )
  .map(([person, manager, team, region, product, day, cents, paid, quantity, stage]) => {
    const date = new Date(Date.UTC(2025, 0, 31 + day)).toISOString().slice(0, 10);
    const quoted = `"${person.replaceAll('"', '""')}"`;
    return [quoted, manager, team, region, product, date, cents / 100, (cents * paid) / 10_000, quantity, stage].join(
      ',',
    );
  });

describe('a month that is closed from what a warehouse sums', () => {
  it('is the month that is closed from its deals, row by row', async () => {
    let rows = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(deal, { minLength: 40, maxLength: 80 }), async lines => {
        const text = [HEADINGS, ...lines].join('\n');
        for (const share of [undefined, 0.3]) {
          const args = share === undefined ? [] : ['--min-share', String(share)];
          const mine = await historyOf(text, share);
          // What counts of a sum was decided where it was summed.
          expect(await historyOf(await summed(text, BY, ...args), 0.9)).toEqual(mine);
          rows += mine.length;
        }
      }),
      { numRuns: 15 },
    );
    expect(rows).toBeGreaterThan(1000);
  });

  const SUMMED = 'month,person,sales,signed,collected,deals,won,lost';

  it('is asked about like any file: counts that are none are bad rows', async () => {
    const reading = await readingOf(
      `${SUMMED}\n2025-03,Ann,5,7,5,1,2,0\n2025-03,Bob,5,7,5,x,2,0\n2025-03,Cid,5,7,5,1,2.5,0\n2025-03,Dan,0,0,0,0,0,-1\n,Eve,5,7,5,1,2,0\n`,
      0.9,
    );
    expect(reading.bad.map(({ row, field }) => [row, field])).toEqual([
      [3, 'credited'],
      [4, 'won'],
      [5, 'lost'],
      [6, 'month'],
    ]);
    expect(reading.deals).toMatchObject([
      { person: 'Ann', amount: 7, counted: 5, summed: { won: 2, lost: 0, credited: 1 } },
    ]);
  });

  it('is no sum where the headings do not say all of it: Won is how a deal ended', async () => {
    const flags = 'Salesperson,Close date,Amount,Won\nAnn,2025-03-01,5,1\nBob,2025-03-01,7,0\n';
    const { deals } = await readingOf(flags, undefined);
    expect(deals.map(({ outcome, summed: sums }) => [outcome, sums])).toEqual([
      ['won', undefined],
      ['open', undefined],
    ]);
  });
});
