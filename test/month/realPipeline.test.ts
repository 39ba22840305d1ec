import { describe, expect, it } from 'vitest';
import type { Cell } from '../../src/kernel/cell.ts';
import { newPipeline } from '../../src/month/close/newPipeline.ts';
import { pipelineChanges } from '../../src/month/close/pipelineChanges.ts';
import { previewPipeline } from '../../src/month/figures/previewPipeline.ts';
import type { Deal } from '../../src/month/import/deal.ts';
import type { PipelineSheet } from '../../src/sheets/pipeline.ts';
import { pipeline } from '../../src/templates/pipeline.ts';
import { cellsOf, imported, sharedTable } from '../support/files.ts';
import { figuresOf, headlinesOf, specOf } from '../support/planning.ts';
import { sharedFolder, withoutShared } from '../support/shared.ts';

const [ID, AGENT, STAGE, CLOSE, VALUE] = [0, 1, 4, 6, 7] as const;

describe.skipIf(!sharedFolder)(`the open deals of the CRM export${withoutShared}`, async () => {
  const cells = sharedFolder ? cellsOf(await sharedTable('data/maven_crm_sales_pipeline.csv')) : [];
  const { deals } = imported(cells).reading;
  const lines = cells.slice(1);
  const countBy = (column: number, isCounted: (line: readonly Cell[]) => boolean): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const line of lines.filter(isCounted)) {
      const name = String(line[column]);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return counts;
  };
  const isOpen = (line: readonly Cell[]): boolean => line[STAGE] === 'Engaging' || line[STAGE] === 'Prospecting';
  const empty: PipelineSheet = { prefix: 'Pipeline', stages: ['Prospecting', 'Engaging'], lines: [], language: 'en' };

  it('become a sheet of 2,089 opportunities, by stage and by person as plain counts say', () => {
    const { values } = newPipeline({ deals, language: 'en' });
    const spec = specOf(pipeline, 'en', values);
    const figures = figuresOf(spec, 'en');
    const column = (table: string, key: string) => figures.column(table, key).map(String);
    expect(headlinesOf(spec, 'en')[0]).toBe(2089);
    expect(countBy(STAGE, isOpen)).toEqual(
      new Map([
        ['Engaging', 1589],
        ['Prospecting', 500],
      ]),
    );
    const stages = column('Stages', 'stage').map((stage, row) => [stage, column('Stages', 'open')[row]]);
    expect(stages).toEqual([
      ['Engaging', '1589'],
      ['Prospecting', '500'],
      ['Won', '0'],
    ]);
    const agents = [...countBy(AGENT, isOpen)].sort((a, b) => b[1] - a[1]).slice(0, 12);
    expect(figures.column('Groups', 'count')).toEqual(agents.map(([, count]) => count));
    const named = new Map(column('Groups', 'name').map((name, row) => [name, column('Groups', 'open')[row]]));
    for (const [agent, count] of agents.slice(0, 5)) expect(named.get(agent)).toBe(String(count));
    expect(figures.above('Deals', 'check', 'check')).toBe(0);
  });

  it('are the same again for the same file, and become what a later file says of them', () => {
    const { added } = previewPipeline({ sheet: empty, deals, isSample: () => false });
    expect(added).toHaveLength(2089);
    // As it stood before December: what was closed in it was open.
    const isLater = (day: unknown): boolean => String(day) >= '2017-12-01';
    const later = new Set(lines.filter(line => line[CLOSE] && isLater(line[CLOSE])).map(line => String(line[ID])));
    expect(later.size).toBeGreaterThan(500);
    const before = deals.map(
      (deal): Deal =>
        later.has(deal.id) ? { ...deal, outcome: 'open', stage: 'Engaging', closed: undefined, amount: 0 } : deal,
    );
    const first = previewPipeline({ sheet: empty, deals: before, isSample: () => false });
    const standing = {
      ...empty,
      lines: first.added.map((line, row) => ({ row, cells: line, formulas: new Set<never>() })),
    };
    const again = previewPipeline({ sheet: standing, deals: before, isSample: () => false });
    expect(again).toMatchObject({ added: [], changed: [], gone: [], same: 2089 + later.size });
    expect(pipelineChanges(again, true)).toEqual([]);
    const now = previewPipeline({ sheet: standing, deals, isSample: () => false });
    expect(now).toMatchObject({ added: [], gone: [], same: 2089, closed: later.size });
    const won = now.changed.filter(({ after }) => after.State === 'won');
    const wonLines = lines.filter(line => line[STAGE] === 'Won' && isLater(line[CLOSE]));
    expect(won).toHaveLength(wonLines.length);
    const sum = (values: readonly unknown[]): number => values.reduce<number>((all, value) => all + Number(value), 0);
    expect(sum(won.map(({ after }) => after.Amount))).toBe(sum(wonLines.map(line => line[VALUE])));
  });
});
