import { describe, expect, it } from 'vitest';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import type { Value } from '../../src/kernel/json.ts';
import { type Change, inverse } from '../../src/month/change/changeSet.ts';
import { blocksOf, locate } from '../../src/month/change/locate.ts';
import { newPipeline } from '../../src/month/close/newPipeline.ts';
import { pipelineChanges } from '../../src/month/close/pipelineChanges.ts';
import { previewPipeline } from '../../src/month/figures/previewPipeline.ts';
import type { Deal } from '../../src/month/import/deal.ts';
import {
  type OpportunityLine,
  opportunityOf,
  PIPELINE_COLUMNS,
  type PipelineColumn,
  type PipelineSheet,
} from '../../src/sheets/pipeline.ts';
import { deal } from '../support/deals.ts';

const DAY = serialOfIso('2025-01-05');
const TODAY = serialOfIso('2025-02-01');
const of = (id: string, given: Partial<Deal> = {}): Deal =>
  deal({ id, person: 'Anna', stage: 'Demo', outcome: 'open', amount: 100, month: undefined, ...given });
type Typed = Partial<Record<PipelineColumn, Value>>;
const rowsOf = (...rows: readonly Typed[]): OpportunityLine[] =>
  rows.map((cells, row) => ({ row, cells: opportunityOf(column => cells[column] ?? null), formulas: new Set() }));
const sheetOf = (lines: readonly OpportunityLine[], language: PipelineSheet['language'] = 'en'): PipelineSheet => ({
  prefix: 'Pipeline',
  stages: ['Lead', 'Demo', 'Won'],
  lines,
  language,
});
const preview = (deals: readonly Deal[], ...rows: readonly Typed[]) =>
  previewPipeline({
    sheet: sheetOf(rowsOf(...rows)),
    deals,
    isSample: ({ cells }) => String(cells.Number).startsWith('S-'),
    today: TODAY,
  });
const open: Typed = { State: 'open', Stage: 'Demo', Person: 'Anna', Amount: 100 };

/** The columns of a sheet with those rows, after changes and after what takes them back. */
function written(rows: readonly Typed[], changes: readonly Change[]) {
  const columns = new Map(
    PIPELINE_COLUMNS.map(name => [
      `Pipeline_${name}`,
      Array.from({ length: 20 }, (_, row): Value => rows[row]?.[name] ?? null),
    ]),
  );
  const state = () =>
    Array.from({ length: 20 }, (_, row) =>
      Object.fromEntries(
        PIPELINE_COLUMNS.flatMap(name => {
          const value = columns.get(`Pipeline_${name}`)?.[row] ?? null;
          return value === null ? [] : [[name, value]];
        }),
      ),
    ).filter(line => Object.keys(line).length > 0);
  const set = { id: 'x', title: { en: '', zh: '' }, changes };
  const write = (wanted: typeof set) => {
    const located = locate(wanted, name => columns.get(name));
    expect(located.conflicts).toEqual([]);
    for (const { name, row, values } of blocksOf(located.cells))
      columns.get(name)?.splice(row, values.length, ...values);
  };
  write(set);
  const after = state();
  write(inverse(set));
  return { after, back: state() };
}

describe('open deals beside a sheet of opportunities', () => {
  it('adds those that it does not have, in the words of the sheet, and no won or lost one', () => {
    const file = [
      of('A-1', { stage: 'lead', created: DAY, closed: serialOfIso('2025-03-31'), customer: 'Harbour', product: 'P' }),
      of('A-2', { created: DAY, amount: 0 }),
      of('A-3', { outcome: 'won', closed: DAY }),
      of('A-4', { outcome: 'lost', closed: DAY }),
    ];
    const seen = preview(file);
    expect(written([], pipelineChanges(seen, false)).after).toEqual([
      // It has been in the first stage since it was opened; of another one nobody can say.
      {
        Number: 'A-1',
        Customer: 'Harbour',
        Product: 'P',
        Person: 'Anna',
        Opened: DAY,
        Stage: 'Lead',
        Entered: DAY,
        Amount: 100,
        Expected: serialOfIso('2025-03-31'),
        State: 'open',
      },
      // An amount that is not known is blank, not 0.
      { Number: 'A-2', Person: 'Anna', Opened: DAY, Stage: 'Demo', State: 'open' },
    ]);
    expect([seen.open, seen.total, seen.unknown]).toEqual([2, 100, []]);
    const chinese = previewPipeline({ sheet: sheetOf([], 'zh'), deals: file, isSample: () => false });
    expect(chinese.added[0]?.State).toBe('进行中');
  });

  it('changes what the file has otherwise, and keeps what it says nothing of', () => {
    const rows = [
      { ...open, Number: 'A-1', Customer: 'Typed by hand', Stage: 'Lead', Entered: DAY, NextStep: 'Call' },
      { ...open, Number: 'A-2' },
    ];
    const seen = preview([of('a-1', { amount: 250 }), of('A-2')], ...rows);
    expect(seen.changed.map(({ columns }) => columns)).toEqual([['Stage', 'Amount', 'Entered']]);
    expect([seen.same, seen.added.length, seen.gone.length]).toEqual([1, 0, 0]);
    const { after, back } = written(rows, pipelineChanges(seen, false));
    expect(after[0]).toEqual({ ...rows[0], Stage: 'Demo', Amount: 250, Entered: TODAY });
    expect(back).toEqual(rows);
  });

  it('says what was won or lost since, with its day, and leaves its stage and an amount that a lost one does not have', () => {
    const rows = [
      { ...open, Number: 'A-1' },
      { ...open, Number: 'A-2' },
      { ...open, Number: 'A-3', State: '赢单', Closed: DAY },
    ];
    const file = [
      of('A-1', { outcome: 'won', stage: 'Closed Won', amount: 300, closed: DAY }),
      of('A-2', { outcome: 'lost', stage: 'Closed Lost', amount: 0, closed: DAY }),
      of('A-3', { outcome: 'won', closed: DAY }),
    ];
    const seen = preview(file, ...rows);
    expect([seen.closed, seen.changed.length, seen.same]).toEqual([2, 2, 0]);
    expect(written(rows, pipelineChanges(seen, false)).after).toEqual([
      { ...rows[0], State: 'won', Closed: DAY, Amount: 300 },
      { ...rows[1], State: 'lost', Closed: DAY },
      rows[2],
    ]);
  });

  it('leaves alone what is closed on the sheet and open in the file, and says so', () => {
    const rows = [{ ...open, Number: 'A-1', State: 'won', Closed: DAY }];
    const seen = preview([of('A-1', { amount: 5 })], ...rows);
    expect([seen.reopened.length, seen.changed.length, seen.added.length]).toEqual([1, 0, 0]);
  });

  it('asks about open rows that the file does not have, and takes samples out', () => {
    const rows = [
      { ...open, Number: 'A-1' },
      { ...open, Number: 'A-2', State: 'lost' },
      { ...open, Customer: 'No number' },
      { ...open, Number: 'S-1', Contact: 'Invented', Budget: 5 },
      { ...open, Number: 'S-2', Need: 'Invented' },
    ];
    const seen = preview([of('B-1')], ...rows);
    expect(seen.gone.map(({ cells }) => cells.Number)).toEqual(['A-1']);
    const { after, back } = written(rows, pipelineChanges(seen, false));
    expect(after).toEqual([
      ...rows.slice(0, 3),
      { Number: 'B-1', Person: 'Anna', Stage: 'Demo', Amount: 100, State: 'open' },
    ]);
    expect(back).toEqual(rows);
    const taken = written(rows, pipelineChanges(seen, true)).after;
    expect(taken.map(line => line.Number ?? line.Customer)).toEqual(['A-2', 'No number', 'B-1']);
    // A file without an open deal says nothing about those that are.
    expect(preview([of('A-9', { outcome: 'won' })], ...rows)).toMatchObject({ gone: [], samples: [] });
  });

  it('knows a deal without a number by who sells what to whom since when, and no order for an opportunity', () => {
    const rows = [
      { ...open, Customer: 'Harbour', Product: 'P', Opened: DAY },
      { ...open, Customer: 'Quay' },
    ];
    const same = { customer: 'harbour', product: 'P', created: DAY };
    expect(preview([of('', same)], ...rows)).toMatchObject({ same: 1, added: [] });
    // A row that was typed before the deal had its number is that deal.
    expect(preview([of('A-1', same)], ...rows).changed.map(({ columns }) => columns)).toEqual([['Number']]);
    expect(preview([of('', { ...same, outcome: 'won', closed: DAY })], ...rows).closed).toBe(1);
    expect(preview([of('', { customer: 'Quay', outcome: 'won', closed: DAY })], ...rows).closed).toBe(0);
    expect(preview([of('', same), of('', same)], ...rows)).toMatchObject({ same: 1, added: [{ Customer: 'harbour' }] });
  });

  it('names the stages that the sheet does not have, once each', () => {
    const file = [
      of('1', { stage: 'Engaging' }),
      of('2', { stage: 'engaging' }),
      of('3', { stage: 'Elsewhere', outcome: 'won' }),
    ];
    expect(preview(file).unknown).toEqual(['Engaging']);
  });

  it('makes a sheet of them, with the stages of the file', () => {
    const file = [
      of('1', { stage: 'Engaging', created: DAY }),
      of('2', { stage: 'Prospecting' }),
      of('3', { outcome: 'won' }),
    ];
    expect(newPipeline({ deals: file, unit: 'EUR', language: 'en' })).toMatchObject({
      template: 'pipeline',
      values: {
        samples: false,
        unit: 'EUR',
        stages: [{ stage: 'Engaging' }, { stage: 'Prospecting' }, { stage: 'Won', chance: 1 }],
        opportunities: [
          { number: '1', person: 'Anna', opened: '2025-01-05', stage: 'Engaging', amount: 100 },
          { number: '2', person: 'Anna', stage: 'Prospecting', amount: 100 },
        ],
      },
    });
  });
});
