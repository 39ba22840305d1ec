import { describe, expect, it } from 'vitest';
import { periodOf } from '../../src/kernel/period.ts';
import { applySet, historyChanges, trackerChanges } from '../../src/month/close/changeSets.ts';
import { close, Ledger } from '../../src/month/figures/history.ts';
import { previewTracker } from '../../src/month/figures/previewTracker.ts';
import { rollOver } from '../../src/month/rollOver/rollOver.ts';
import { loadedLibrary } from '../../src/panel/loadedLibrary.ts';
import { factNames, statusesOf } from '../../src/panel/sheetStatus.ts';
import { placeIn } from '../../src/panel/views/month/monthSheets.ts';
import { rollPlaceIn, rollRequest } from '../../src/panel/views/month/nextMonth/rolling.ts';
import { assemble } from '../../src/plan/assemble.ts';
import { sheetsDialect } from '../../src/plan/dialect.ts';
import { type MonthFigure, readHistory } from '../../src/sheets/history.ts';
import { dashboard } from '../../src/templates/dashboard.ts';
import { funnel } from '../../src/templates/funnel.ts';
import { gallery } from '../../src/templates/gallery.gen.ts';
import { history } from '../../src/templates/history.ts';
import { scorecard } from '../../src/templates/scorecard.ts';
import { tracker } from '../../src/templates/tracker.ts';
import { deal } from '../support/deals.ts';
import { NOTHING_TAKEN, specOf, TODAY } from '../support/planning.ts';
import { sheetsInNode } from '../support/sheetsPort.ts';

const NAMING = { language: 'en', dialect: sheetsDialect, taken: NOTHING_TAKEN } as const;
const people = ['Ann', 'Bob', 'Cy'].map((person, index) => ({
  region: 'N',
  product: 'P',
  person,
  target: 100 * (index + 1),
}));
const TRACKER = specOf(tracker, 'en', { people, samples: false, start: '2026-03-01', end: '2026-03-31' });

/** A tracker and a history; the tracker as today, or as an earlier version inserted it. */
async function opened(below: readonly string[] = []) {
  const { port, played } = await sheetsInNode();
  await port.apply(assemble(TRACKER, { ...NAMING, below }));
  await port.apply(assemble(specOf(history, 'en'), { ...NAMING, below: below.length > 0 ? ['History'] : [] }));
  const { book } = played;
  const sheet = (name: string) => {
    const found = book.workbook.getSheetByName(name);
    if (!found) throw new Error(`There is no sheet ${name}.`);
    return found;
  };
  await book.calculated();
  const headings = sheet('Tracker')
    .getDataRange()
    .getValues()
    .findIndex(line => line.includes('Salesperson'));
  const place = async () => placeIn(port, await port.inspect());
  const firstRowOf = (name: string) => Number(/\$(\d+):/.exec(refOf(name))?.[1]);
  const refOf = (name: string) =>
    book.workbook
      .getDefinedNames()
      .find(each => each.getName() === name)
      ?.getFormulaOrRefString() ?? '';
  return { port, book, sheet, headings, place, firstRowOf, refOf };
}

describe('names that begin at headings', () => {
  it('give a row that was put in directly under them to the month: it is read, written, taken back', async () => {
    const { port, book, sheet, headings, place, firstRowOf } = await opened();
    expect(firstRowOf('Tracker_Person')).toBe(headings + 1);
    sheet('Tracker').insertRows(headings + 1, 1);
    sheet('Tracker')
      .getRange(headings + 1, 0, 1, 5)
      .setValues([['S', 'Q', 'Zoe', 50, 7]]);
    await book.calculated();
    const now = await place();
    expect(now.tracker?.unreadable).toEqual([]);
    expect(now.tracker?.rows.map(({ row, person, target }) => [row, person, target])).toEqual([
      [1, 'Zoe', 50],
      [2, 'Ann', 100],
      [3, 'Bob', 200],
      [4, 'Cy', 300],
    ]);
    const rows = now.tracker?.rows ?? [];
    const deals = [
      deal({ person: 'Zoe', amount: 70 }),
      deal({ person: 'Bob', amount: 90 }),
      deal({ person: 'Eve', amount: 5 }),
    ];
    const month = deals[0]?.month ?? 0;
    const preview = previewTracker({
      rows,
      deals,
      month,
      scope: ['person'],
      thresholds: { amberFrom: 0.8, greenAbove: 1 },
    });
    const set = applySet(
      'a',
      'import',
      periodOf(month),
      trackerChanges(preview, 'Tracker', undefined, preview.withoutRow),
    );
    expect(await port.month.change({ is: 'apply', set })).toMatchObject({ conflicts: [] });
    const actuals = () =>
      sheet('Tracker')
        .getRange(headings, 2, 7, 3)
        .getValues()
        .map(([person, , actual]) => [person, actual]);
    expect(actuals().slice(0, 6)).toEqual([
      ['Salesperson', 'Actual to date'],
      ['Zoe', 70],
      ['Ann', null],
      ['Bob', 90],
      ['Cy', null],
      ['Eve', 5],
    ]);
    await port.month.change({ is: 'takeBack' });
    expect(actuals()[1]).toEqual(['Zoe', 7]);
    expect((await place()).tracker?.rows).toHaveLength(4);
    book.dispose();
  });

  it('let the history grow below them, and be corrected', async () => {
    const { port, book, sheet, place, firstRowOf } = await opened();
    const closed = async (actual: number, id: string) => {
      const { history: held } = await place();
      const read = readHistory(held?.cells ?? []);
      expect(read.foreign).toEqual([]);
      const figures = Array.from(
        { length: 300 },
        (_, index): MonthFigure => ({
          period: '2026-03',
          unitType: 'person',
          unit: `P${index}`,
          metric: 'sales',
          target: 1,
          actual: actual + index,
        }),
      );
      const closing = close(read.rows, figures, { source: 'x', closedAt: 46100 });
      const changes = historyChanges(closing, held?.cells ?? [], read, 'History', 'en');
      const set = applySet(id, 'close', '2026-03', changes);
      expect(await port.month.change({ is: 'apply', set })).toMatchObject({ conflicts: [] });
      await book.calculated();
    };
    const before = readHistory((await place()).history?.cells ?? []).rows.length;
    await closed(10, 'a');
    await closed(20, 'b');
    const { rows } = readHistory((await place()).history?.cells ?? []);
    expect(rows).toHaveLength(before + 600);
    // With the first real month the sample rows no longer count.
    expect(rows.filter(({ status }) => status === 'superseded')).toHaveLength(before + 300);
    const values = sheet('Monthly history').getDataRange().getValues();
    expect(firstRowOf('History_Period')).toBe(values.findIndex(line => line.includes('Metric')) + 1);
    book.dispose();
  });

  it('count no heading among the lights', async () => {
    const { port, book } = await opened();
    const inventory = await port.inspect();
    const [standing] = statusesOf(inventory, await port.read(factNames(inventory)));
    expect(standing?.lights).toEqual({ red: 0, amber: 0, green: 0, none: 3, unread: 0, waiting: 0 });
    book.dispose();
  });

  it('leave the first person where the row of headings was deleted', async () => {
    const { book, sheet, headings, place } = await opened();
    sheet('Tracker').activate();
    sheet('Tracker').deleteRows(headings, 1);
    await book.calculated();
    expect((await place()).tracker?.rows.map(({ person }) => person)).toEqual(['Ann', 'Bob', 'Cy']);
    book.dispose();
  });

  it('begin at them in next month’s tracker', async () => {
    const { port, book, place, firstRowOf, sheet } = await opened();
    await port.apply(loadedLibrary.assemble(specOf(scorecard, 'en'), { ...NAMING, taken: await port.inspect() }));
    await rolled(port, await place());
    await book.calculated();
    const values = sheet('Tracker 2026-04').getDataRange().getValues();
    expect(firstRowOf('Tracker2_Person')).toBe(values.findIndex(line => line.includes('Salesperson')) + 1);
    book.dispose();
  });
});

async function rolled(
  port: Awaited<ReturnType<typeof opened>>['port'],
  { tracker: held }: Awaited<ReturnType<typeof placeIn>>,
): Promise<void> {
  if (!held) throw new Error('There is no tracker.');
  const { last } = await rollPlaceIn(port, held, gallery);
  const targets = held.rows.map(({ person, product, region, target }) => ({
    person,
    product,
    region,
    target: target ?? 0,
  }));
  const ledger = new Ledger([]);
  const plan = rollOver({ rows: held.rows, targets, ledger, period: '2026-04', unit: 1 });
  const request = await rollRequest(plan, last, {
    port,
    templates: gallery,
    language: 'en',
    today: TODAY,
    leave: [],
  });
  if ('en' in request) throw new Error(request.en);
  expect(await port.month.change(request)).toMatchObject({ conflicts: [] });
}

describe('names that an earlier version let begin below headings', () => {
  it('are read from their first row', async () => {
    const { book, headings, place, firstRowOf } = await opened(['Tracker']);
    expect(firstRowOf('Tracker_Person')).toBe(headings + 2);
    const { tracker: held, history: ledger } = await place();
    expect(held?.rows.map(({ row, person }) => [row, person])).toEqual([
      [0, 'Ann'],
      [1, 'Bob'],
      [2, 'Cy'],
    ]);
    expect(readHistory(ledger?.cells ?? []).places[0]).toBe(0);
    book.dispose();
  });

  it('are read so by what is inserted now, and by it when the month is rolled over', async () => {
    const { port, book, sheet, headings, place, firstRowOf } = await opened(['Tracker']);
    await port.apply(assemble(specOf(funnel, 'en'), { ...NAMING, below: ['Funnel'] }));
    sheet('Tracker')
      .getRange(headings + 1, 4, 3, 1)
      .setValues([[90], [150], [60]]);
    await port.apply(loadedLibrary.assemble(specOf(dashboard, 'en'), { ...NAMING, taken: await port.inspect() }));
    await book.calculated();
    const board = () => {
      const values = sheet('Dashboard').getDataRange().getValues();
      const top = values.findIndex(([text]) => text === 'Top five');
      const stages = values.findIndex(line => line[0] === 'Stage');
      const label = values.findIndex(line => line.includes('Lights'));
      return {
        people: values.slice(top + 2, top + 5).map(line => [line[1], line[2]]),
        stage: values[stages + 1]?.[0],
        lights: values[label + 1]?.[values[label]?.indexOf('Lights') ?? -1],
      };
    };
    expect(board()).toEqual({
      people: [
        ['Bob', 150],
        ['Ann', 90],
        ['Cy', 60],
      ],
      stage: 'Leads',
      lights: '0 green · 1 amber · 2 red',
    });
    await rolled(port, await place());
    await book.calculated();
    const next = sheet('Tracker 2026-04');
    const at = next
      .getDataRange()
      .getValues()
      .findIndex(line => line.includes('Salesperson'));
    expect(firstRowOf('Tracker2_Person')).toBe(at + 2);
    next.getRange(at + 1, 4, 3, 1).setValues([[500], [20], [30]]);
    await book.calculated();
    expect(board().people).toEqual([
      ['Ann', 500],
      ['Cy', 30],
      ['Bob', 20],
    ]);
    book.dispose();
  });

  it('begin at them from the next month on where nothing else reads them', async () => {
    const { port, book, sheet, place, firstRowOf } = await opened(['Tracker']);
    await rolled(port, await place());
    await book.calculated();
    const values = sheet('Tracker 2026-04').getDataRange().getValues();
    expect(firstRowOf('Tracker2_Person')).toBe(values.findIndex(line => line.includes('Salesperson')) + 1);
    book.dispose();
  });
});
