import { expect, it } from 'vitest';
import { unpackKept } from '../../src/grid/kept.ts';
import { keptFormulas, letGo, look, restore, shareInPlace } from '../../src/panel/views/share/work.ts';
import type { FaultBench } from './faultBench.ts';
import { BEFORE, monthOps, monthSet, trimmed } from './monthCases.ts';

/** What happens where something is done twice, at the same moment, or after somebody has typed. */
export function twiceContract(start: () => Promise<FaultBench>): void {
  let bench: FaultBench;
  const held = async () => {
    const columns = await bench.port.month.columns(Object.keys(BEFORE));
    return trimmed(Object.fromEntries(Object.entries(columns).map(([name, { cells }]) => [name, cells])));
  };
  const tracker = () => {
    const sheet = bench.book.workbook.getSheetByName('Tracker sheet');
    if (!sheet) throw new Error('There is no tracker.');
    return sheet;
  };

  it('change() adds nothing to the history where the same set is applied once more, and undo takes back all of it', async () => {
    bench = await start();
    const ops = monthOps(bench.hasTables);
    const second = ops.findLastIndex(({ op }) => op === 'addSheet');
    await bench.port.apply(ops.slice(0, second));
    await bench.port.apply(ops.slice(second));
    const { change } = bench.port.month;
    expect(await change({ is: 'apply', set: monthSet('a') })).toEqual({ conflicts: [], cells: 2 + 4 * 9 });
    const once = await held();
    expect(once.History_UnitName).toHaveLength(5);
    expect(await change({ is: 'apply', set: monthSet('another window') })).toEqual({ conflicts: [], cells: 0 });
    expect(await held()).toEqual(once);
    await change({ is: 'takeBack' });
    expect(await held()).toEqual(trimmed(BEFORE));
  });

  it('change() refuses rows for what has got another figure for the same month since', async () => {
    const { change } = bench.port.month;
    const set = monthSet('late');
    const others = {
      ...set,
      changes: set.changes.flatMap(change =>
        change.kind === 'append'
          ? [{ ...change, rows: change.rows.map(row => row.map(cell => (cell === 1.25 ? 7 : cell))) }]
          : [],
      ),
    };
    expect(await change({ is: 'apply', set: others })).toMatchObject({ conflicts: [] });
    const before = await held();
    const { conflicts } = await change({ is: 'apply', set });
    expect(conflicts.map(({ reason }) => [reason.en, reason.zh])).toEqual([
      [
        'Person 1, Metric: the history has got a row for this month since the preview',
        'Person 1，Metric：预览后历史台账已有该月的行',
      ],
    ]);
    expect(await held()).toEqual(before);
    await change({ is: 'takeBack' });
  });

  it('change() of two panes at the same moment: what is there is of one of them, and the other is told', async () => {
    const set = (id: string, after: number) =>
      ({
        ...monthSet(id),
        changes: [{ kind: 'cells', name: 'Tracker_Actual', keys: [], cells: [{ row: 0, key: [], before: 10, after }] }],
      }) as const;
    const told = await Promise.all(
      [set('one', 11), set('two', 12)].map(each =>
        bench.port.month.change({ is: 'apply', set: each }).then(
          ({ conflicts }) => (conflicts.length > 0 ? 'conflict' : 'written'),
          ({ reason }) => String(reason),
        ),
      ),
    );
    // Both may be told to try again, but never both that it was written.
    expect(told.filter(each => each === 'written').length).toBeLessThanOrEqual(1);
    expect(told.every(each => /^(written|conflict|busy)$/.test(each))).toBe(true);
    const [actual] = (await held()).Tracker_Actual ?? [];
    expect(actual).toBe(told[0] === 'written' ? 11 : told[1] === 'written' ? 12 : 10);
    if (told.includes('written')) await bench.port.month.change({ is: 'takeBack' });
    expect(await held()).toEqual(trimmed(BEFORE));
  });

  it('letGo() ends what is kept of a cell in which somebody has typed, so that the workbook can be shared again', async () => {
    const { port } = bench;
    const growth = port.dialect.functionName('GROWTH');
    tracker().getRange('N3').setFormula(`=${growth}(3,2)`);
    tracker().getRange('N4').setFormula(`=${growth}(5,4)`);
    await shareInPlace(port, await look(port));
    tracker().getRange('N4').setFormula('');
    tracker().getRange('N4').setValue('mine');
    const { grid, kept } = await look(port);
    expect(
      keptFormulas(kept.share ?? [], grid).map(({ row, formula, now, changed }) => [row, formula, now, changed]),
    ).toEqual([
      [2, `=${growth}(3,2)`, '=(3-2)/ABS(2)', false],
      [3, `=${growth}(5,4)`, 'mine', true],
    ]);
    const refused = await restore(port);
    if (refused.is !== 'changed') throw new Error(refused.is);
    expect(await restore(port, refused.cells)).toMatchObject({ is: 'restored', formulas: 1 });
    expect(await letGo(port, refused.cells)).toEqual({ is: 'letGo', formulas: 1 });
    expect(unpackKept(await port.book.kept())).toEqual({});
    expect(tracker().getRange('N4').getValue()).toBe('mine');
    expect(await shareInPlace(port, await look(port))).toMatchObject({ is: 'shared', report: { twins: 1 } });
    expect(await restore(port)).toMatchObject({ is: 'restored', formulas: 1, unlike: [] });
  });
}
