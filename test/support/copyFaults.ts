import { expect, it } from 'vitest';
import { portError } from '../../src/panel/insertion.ts';
import { look, shareCopies, takeOut, type WorkDone } from '../../src/panel/views/share/work.ts';
import { drawn, type FaultBench } from './faultBench.ts';
import { Random } from './random.ts';
import { fillIn, seen } from './rollCases.ts';

/** Sharing by copies: whatever fails, no copy is left that nobody is told of. */
export function copyFaults(start: () => Promise<FaultBench>, runs: number): void {
  it('shareCopies() leaves no copy, or says which and takes it out', async () => {
    const bench = await start();
    const { port, book } = bench;
    await fillIn(port);
    const board = book.workbook.getSheetByName('Board');
    board?.getRange('D1').setFormula(`=${port.dialect.functionName('GROWTH')}(3,2)`);
    const before = await seen(port, book);
    const names = () => book.workbook.getSheets().map(sheet => sheet.getSheetName());
    const originals = names();
    const random = new Random('copies');
    const found = new Set<string>();
    for (let run = 0; run < runs; run++) {
      const shareable = await look(port);
      const sheetIds = shareable.grid.sheets.map(({ sheetId }) => sheetId);
      const schedule = drawn(random, bench.hasTables ? 8 : 250);
      const at = JSON.stringify({ run, schedule });
      const done: WorkDone | string = await bench
        .under(schedule, () => shareCopies(port, shareable, sheetIds))
        .catch((problem: unknown) => portError(problem).reason);
      const more = names().filter(name => !originals.includes(name));
      found.add(typeof done === 'string' ? 'failed' : done.is);
      if (typeof done === 'string') {
        // Nothing could be asked any more: the copies are seen when the pane is opened again.
        expect([at, done === 'unreachable' ? [] : more]).toEqual([at, []]);
      } else if (done.is === 'left' || done.is === 'shared') {
        const still = done.copies.map(({ sheet }) => sheet);
        expect([at, more.filter(name => !still.includes(name))]).toEqual([at, []]);
        const again = await bench.under(drawn(random, 2), () => takeOut(port.book, done.copies));
        expect(['left', 'takenOut']).toContain(again.is);
        if (again.is === 'left') expect(await takeOut(port.book, again.copies)).toEqual({ is: 'takenOut' });
      }
      const { sheets } = await port.book.read();
      await port.book.remove(sheets.filter(({ sheet }) => !originals.includes(sheet)).map(({ sheetId }) => sheetId));
      expect([at, await seen(port, book)]).toEqual([at, before]);
    }
    expect([...found].sort()).toEqual(['failed', 'left', 'shared']);
  }, 120_000);
}
