import { expect, it } from 'vitest';
import type { Matrix } from '../../src/kernel/cell.ts';
import { inverse } from '../../src/month/change/changeSet.ts';
import type { Outcome } from '../../src/month/change/changeWorkbook.ts';
import { plansFor } from '../../src/month/change/sheetPlan.ts';
import type { PanelPort, PortError } from '../../src/port/port.ts';
import type { Book } from '../../workbench/book/book.ts';
import { fillIn, planningOf, rolledOver, seen } from './rollCases.ts';

/** A host that rolls over, and fails when it is told to. */
export interface Bench {
  readonly port: PanelPort;
  readonly book: Book;
  /** Names of sheets that are protected. */
  protectedSheets(): readonly string[];
  /** Operations that come after the note of what is being written. */
  readonly cutOff: number;
  protect(sheet: string): void;
  free(sheet: string): void;
  /**
   * Runs with one failure, at the operation of this number among those of the host that write; true where it came
   * to that many. With `forGood` nothing works from there on.
   */
  failing(operation: number, run: () => Promise<unknown>, forGood?: boolean): Promise<boolean>;
}

/** An outcome with conflicts says that nothing was written. */
function succeeds(outcome: Promise<Outcome>): Promise<boolean> {
  return outcome.then(
    ({ conflicts }) => conflicts.length === 0,
    () => false,
  );
}

/** What every host does with a month that is rolled over. */
export function rollOverContract(start: () => Promise<Bench>): void {
  let bench: Bench;
  let before: unknown;
  let after: unknown;
  // A sheet that is made a second time finds its name taken by what the first time left.
  const look = async (): Promise<unknown> => {
    const found = { ...Object(await seen(bench.port, bench.book)), locked: bench.protectedSheets() };
    return JSON.parse(JSON.stringify(found).replaceAll('Tracker 2026-04 2', 'Tracker 2026-04'));
  };
  const sheet = (name: string) => {
    const found = bench.book.workbook.getSheetByName(name);
    if (!found) throw new Error(`There is no sheet ${name}.`);
    return found;
  };
  const again = async (is: 'takeBack' | 'finish' | 'restore', anyway = false) => {
    const { undo, open } = await bench.port.month.kept();
    const set = is === 'restore' && open ? inverse(open) : (open ?? undo);
    const plans = set ? plansFor(set, planningOf(bench.port, await bench.port.inspect())) : {};
    return bench.port.month.change({ is, plans, anyway });
  };
  const roll = async (id = 'roll') => {
    const { set, plans } = await rolledOver(bench.port, id);
    return bench.port.month.change({ is: 'apply', set, plans });
  };

  it('makes the new sheet, repoints what reads the old one, closes and protects it; and takes all that back', async () => {
    bench = await start();
    await fillIn(bench.port);
    before = await look();
    expect(await roll()).toEqual({ conflicts: [], cells: 0, sheets: 4 });
    after = await look();
    const { ours, names } = await bench.port.inspect();
    expect(ours.map(({ prefix, marks }) => [prefix, marks.closed])).toEqual(
      expect.arrayContaining([
        ['Tracker', '2026-03'],
        ['Tracker2', undefined],
        ['Board', undefined],
      ]),
    );
    expect(names).toEqual(expect.arrayContaining(['Tracker_AmberFrom', 'Tracker2_AmberFrom']));
    expect(bench.protectedSheets()).toEqual(['Tracker']);
    const { Tracker2_AmberFrom, Tracker2_Target, Tracker_Target } = await bench.port.read([
      'Tracker2_AmberFrom',
      'Tracker2_Target',
      'Tracker_Target',
    ]);
    // In Google Sheets the names of columns begin at their headings.
    const figures = (cells: Matrix = []) => cells.flat().filter(cell => typeof cell === 'number');
    expect([Tracker2_AmberFrom, figures(Tracker2_Target)]).toEqual([[[0.7]], [110, 111]]);
    expect(figures(Tracker_Target)).toEqual([100, 101, 102]);
    expect(sheet('Board').getRange('A3:B4').getFormulas()).toEqual([
      ['=SUM(Tracker2_Target)', '=Tracker2_TotalTarget+0'],
      ['=COUNT(Tracker2_Actual)', '="Tracker_Actual"&1'],
    ]);
    // Half of this one would have read another month.
    expect(sheet('Board').getRange('B6').getFormula()).toBe('=SUM(Tracker_Target)+SUM(Tracker_Absent)');
    expect(sheet('Board').getRange('A1').getValue()).toBe('Tracker_Actual');
    sheet('Tracker 2026-04').setName('四月');
    expect(await again('takeBack')).toMatchObject({ conflicts: [] });
    expect(await look()).toEqual(before);
    expect(await again('takeBack')).toEqual({ conflicts: [], cells: 0 });
  });

  it('is as before or as after, whichever operation fails, and the outcome says which', async () => {
    let operations = 0;
    for (let done = false; !done; operations++) {
      let succeeded = false;
      done = !(await bench.failing(operations, async () => {
        succeeded = await succeeds(roll());
      }));
      expect([operations, await look()]).toEqual([operations, succeeded ? after : before]);
      expect([operations, (await bench.port.month.kept()).open]).toEqual([operations, undefined]);
      if (succeeded && !done) await again('takeBack');
    }
    expect(operations).toBeGreaterThan(40);
  });

  it('is as before or as after, whichever operation of taking it back fails', async () => {
    let operations = 0;
    for (let done = false; !done; operations++) {
      let succeeded = false;
      done = !(await bench.failing(operations, async () => {
        succeeded = await succeeds(again('takeBack'));
      }));
      expect([operations, await look()]).toEqual([operations, succeeded ? before : after]);
      expect([operations, (await bench.port.month.kept()).open]).toEqual([operations, undefined]);
      if (succeeded && !done) await roll();
    }
    expect(operations).toBeGreaterThan(4);
  });

  it.each(['restore', 'finish'] as const)('can be %s-ed after a cut-off for good, in either direction', async way => {
    await again('takeBack');
    let operation = bench.cutOff;
    for (; ; operation *= 3) {
      let reason: unknown;
      const noting = () => roll().catch((error: PortError) => (reason = error.reason));
      if (!(await bench.failing(operation, noting, true))) break;
      expect([operation, reason]).toEqual([operation, 'cutOff']);
      expect([operation, (await bench.port.month.kept()).open?.id]).toEqual([operation, 'roll']);
      await expect(roll('other')).rejects.toMatchObject({ reason: 'failed' });
      expect([operation, await again(way)]).toMatchObject([operation, { conflicts: [] }]);
      expect([operation, await look()]).toEqual([operation, way === 'finish' ? after : before]);
      if (way === 'finish') await again('takeBack');
    }
    // An operation that is not reached fails nothing: it is rolled over by now, after three that did fail.
    expect(operation).toBeGreaterThanOrEqual(bench.cutOff * 27);
    expect(await look()).toEqual(after);
    expect(await bench.failing(bench.cutOff, () => succeeds(again('takeBack')), true)).toBe(true);
    expect(await again(way)).toMatchObject({ conflicts: [] });
    expect(await look()).toEqual(way === 'finish' ? before : after);
    if (way === 'finish') await roll();
  });

  it('asks before it takes out a sheet in which something was typed', async () => {
    sheet('Tracker 2026-04').getRange('E9').setValue(55);
    const { conflicts } = await again('takeBack');
    expect(conflicts.map(({ canGoOn, reason }) => [canGoOn, reason.en])).toEqual([
      [true, 'Tracker 2026-04 was filled in since (E9): that would be lost'],
    ]);
    expect(sheet('Tracker 2026-04').getRange('E9').getValue()).toBe(55);
    expect(await again('takeBack', true)).toMatchObject({ conflicts: [] });
    expect(await look()).toEqual(before);
    await roll();
  });

  it('says what is in the way: a copy, a protected reader, a closed month that was opened, a name that was taken', async () => {
    const refused = async (outcome: Promise<Outcome>) => (await outcome).conflicts.map(({ reason }) => reason.en);
    bench.protect('Board');
    expect(await refused(again('takeBack'))).toEqual([expect.stringContaining('the sheet Board is protected')]);
    expect(await look()).toMatchObject({ ...Object(after), locked: ['Tracker', 'Board'] });
    bench.free('Board');
    expect(await again('takeBack')).toMatchObject({ conflicts: [] });
    const planned = await rolledOver(bench.port, 'late');
    await bench.port.apply([
      { op: 'addSheet', sheet: 'Mine', rows: 3, columns: 2, tab: '#0F6C6C' },
      { op: 'name', name: 'Tracker2_Unit', area: { row: 0, column: 0, rows: 1, columns: 1 } },
    ]);
    expect(await refused(bench.port.month.change({ is: 'apply', ...planned }))).toEqual([
      expect.stringContaining('have been taken since'),
    ]);
    expect((await bench.port.month.kept()).open).toBeUndefined();
  });

  it('keeps a protection that was there before', async () => {
    bench.protect('Tracker');
    expect(await roll('third')).toMatchObject({ conflicts: [], sheets: 3 });
    expect(await again('takeBack')).toMatchObject({ conflicts: [] });
    expect(bench.protectedSheets()).toEqual(['Tracker']);
  });

  it('rolls on to the month after, from the tracker that the last roll-over made', async () => {
    expect(await roll('fourth')).toMatchObject({ conflicts: [] });
    const made = await rolledOver(bench.port, 'fifth', 2, 'Tracker3');
    expect(await bench.port.month.change({ is: 'apply', ...made })).toMatchObject({ conflicts: [], sheets: 4 });
    const { ours } = await bench.port.inspect();
    const closed = ours
      .filter(({ template }) => template === 'tracker')
      .map(({ prefix, marks }) => [prefix, marks.closed]);
    expect(Object.fromEntries(closed)).toEqual({ Tracker: '2026-03', Tracker3: '2026-03', Tracker4: undefined });
    expect(sheet('Board').getRange('A3').getFormula()).toBe('=SUM(Tracker4_Target)');
    expect(bench.protectedSheets()).toHaveLength(2);
  });
}
