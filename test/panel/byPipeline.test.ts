import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serialOfIso } from '../../src/kernel/calendar.ts';
import type { Request } from '../../src/month/change/locate.ts';
import type { Deal } from '../../src/month/import/deal.ts';
import { type MonthSheets, placeIn } from '../../src/panel/views/month/monthSheets.ts';
import { type Deciding, decided, type PreparedDeals, prepare } from '../../src/panel/views/month/planning.ts';
import { withPlans } from '../../src/panel/views/month/sheetPlans.ts';
import { pipeline as template } from '../../src/templates/pipeline.ts';
import { HOSTS, type Played } from '../support/allTemplates.ts';
import { deal } from '../support/deals.ts';
import { opsOf, specOf } from '../support/planning.ts';

const TODAY = '2026-04-02';
const of = (id: string, person: string, amount: number, stage: string, given: Partial<Deal> = {}): Deal =>
  deal({ id, person, amount, stage, outcome: 'open', month: undefined, ...given });
const FILE = [
  of('A-1', 'Ann', 1000, 'Qualified', { customer: '=Harbour', created: serialOfIso('2026-03-01') }),
  of('A-2', 'Ben', 0, 'Proposal'),
  of('A-3', 'Ann', 500.25, 'Proposal', { closed: serialOfIso('2026-05-31') }),
];
const WON = { outcome: 'won', closed: serialOfIso('2026-04-01'), month: 2026 * 12 + 3 } as const;

describe.each(Object.entries(HOSTS))('opportunities from a file in %s', (_, start) => {
  let played: Played;
  beforeAll(async () => {
    played = await start();
  });
  afterAll(() => played.book.dispose());

  const look = async (deals: readonly Deal[]): Promise<[MonthSheets, PreparedDeals]> => {
    await played.book.settled();
    await played.book.calculated();
    const place = await placeIn(played.port, await played.port.inspect());
    const lists = { team: [], products: [] };
    return [place, await prepare({ place, deals, aliases: [], lists, month: 2026 * 12 + 2, today: TODAY }, {})];
  };
  const change = async (request: Request) => {
    const planned = await withPlans(request, played.port, TODAY);
    if ('reason' in planned) throw new Error(planned.reason.en);
    return played.port.month.change(planned);
  };
  const apply = async (deals: readonly Deal[], more: Partial<Deciding> = {}) => {
    const [place, prepared] = await look(deals);
    const { set } = decided({
      ...{ place, prepared, month: 2026 * 12 + 2, closes: [], source: 'file', today: TODAY, language: 'en' },
      ...more,
    });
    return change({ is: 'apply', set });
  };
  const lines = async () => {
    const [{ pipeline }] = await look([]);
    return pipeline?.lines.map(({ cells }) => [cells.Number, cells.Customer, cells.Stage, cells.Amount, cells.State]);
  };

  it('makes a sheet of the open deals where there is none, and takes it back', async () => {
    const [, prepared] = await look(FILE);
    expect([prepared.openDeals, prepared.pipeline]).toEqual([3, undefined]);
    expect(await apply(FILE, { newPipeline: true })).toMatchObject({ conflicts: [], sheets: 1 });
    expect(await lines()).toEqual([
      ['A-1', '=Harbour', 'Qualified', 1000, 'open'],
      ['A-2', null, 'Proposal', null, 'open'],
      ['A-3', null, 'Proposal', 500.25, 'open'],
    ]);
    expect((await look([]))[0].pipeline?.stages).toEqual(['Qualified', 'Proposal', 'Won']);
    expect(await change({ is: 'takeBack' })).toMatchObject({ conflicts: [] });
    expect(await lines()).toBeUndefined();
  });

  it('takes the place of the samples, follows the next file, and is taken back as it was', async () => {
    const { port } = played;
    await port.apply(opsOf(specOf(template, 'zh'), 'zh', port.dialect, await port.inspect()));
    const samples = await lines();
    expect(samples).toHaveLength(15);
    const [, prepared] = await look(FILE);
    expect(prepared.pipeline?.samples).toHaveLength(15);
    expect(prepared.pipeline?.unknown).toEqual(['Qualified', 'Proposal']);
    expect(await apply(FILE)).toMatchObject({ conflicts: [] });
    const before = await lines();
    expect(before?.map(line => line[4])).toEqual(['进行中', '进行中', '进行中']);
    const [, again] = await look(FILE);
    expect(again.pipeline).toMatchObject({ added: [], changed: [], gone: [], same: 3 });
    const next = [
      of('A-1', 'Ann', 900, 'Closed Won', WON),
      of('A-3', 'Ann', 500.25, 'Negotiation'),
      ...Array.from({ length: 260 }, (_, index) => of(`B-${index}`, 'Ben', 10, 'Proposal')),
    ];
    const [, seen] = await look(next);
    expect(seen.pipeline).toMatchObject({ closed: 1, gone: [{ cells: { Number: 'A-2' } }] });
    expect(await apply(next, { removesOpen: true })).toMatchObject({ conflicts: [] });
    const after = await lines();
    expect(after).toHaveLength(262);
    expect(after?.slice(0, 2)).toEqual([
      ['A-1', '=Harbour', 'Qualified', 900, '赢单'],
      ['A-3', null, 'Negotiation', 500.25, '进行中'],
    ]);
    expect(await change({ is: 'takeBack' })).toMatchObject({ conflicts: [] });
    expect(await lines()).toEqual(before);
  });
});
