import { expect, it } from 'vitest';
import { planSheet } from '../../src/month/change/sheetPlan.ts';
import type { PanelPort } from '../../src/port/port.ts';
import type { Book } from '../../workbench/book/book.ts';
import { deal } from './deals.ts';
import { refreshSet } from './monthRefresh.ts';
import { fillIn, planningOf, rolledOver, seen } from './rollCases.ts';

/** March 2026. */
const MARCH = 24314;

type Sheet = ReturnType<Book['workbook']['getActiveSheet']>;

/** Something of the user's own: what they do, and what can be seen of it. Each stays for those that follow. */
interface Own {
  readonly name: string;
  readonly do: (tracker: Sheet, book: Book) => void;
  readonly look: (tracker: Sheet, book: Book) => unknown;
}

/** People stand in rows 9 to 11: region, product, person, target, actual. */
const OWN: readonly Own[] = [
  {
    name: 'sorted rows',
    do: tracker =>
      tracker.getRange('A9:E11').setValues([
        ['N', '', '王芳', 102, ''],
        ['N', '', 'Ann', 100, ''],
        ['N', '', '-Cy', 101, ''],
      ]),
    look: tracker => tracker.getRange('C9:D11').getValues(),
  },
  {
    name: 'extra columns',
    do: tracker =>
      tracker.getRange('N8:O9').setValues([
        ['Mine', 'Twice'],
        [7, '=N9*2'],
      ]),
    look: tracker => [tracker.getRange('N8:N9').getValues(), tracker.getRange('O9').getFormula()],
  },
  {
    name: 'extra rows',
    do: tracker => tracker.getRange('A15:D15').setValues([['My own', '', '', 5]]),
    look: tracker => tracker.getRange('A15:E15').getValues(),
  },
  {
    name: 'notes',
    do: tracker =>
      tracker
        .getRange('E10')
        .createOrUpdateNote({ note: 'ask her', id: 'own', row: 9, col: 4, width: 200, height: 80 }),
    look: tracker => tracker.getRange('E10').getNote()?.note,
  },
  {
    name: 'formats',
    do: tracker => tracker.getRange('E10').setBackground('#FFEE00'),
    look: tracker => tracker.getRange('E10').getBackground(),
  },
  {
    name: 'formulas in place of figures',
    do: tracker => tracker.getRange('E11').setFormula('=40+2'),
    look: tracker => tracker.getRange('E11').getFormula(),
  },
  {
    name: 'hidden rows',
    do: tracker => tracker.hideRows(9, 1),
    look: tracker => tracker.getSheet().getRowVisible(9),
  },
  {
    name: 'sheets of their own that read the tracker',
    do: (_, book) =>
      book.workbook
        .insertSheet('Own')
        .getRange('A1:A2')
        .setValues([['=SUM(Tracker_Target)'], ['=Tracker_AmberFrom']]),
    look: (_, book) => book.workbook.getSheetByName('Own')?.getRange('A1:A2').getFormulas(),
  },
  {
    name: 'renamed sheets',
    do: tracker => tracker.setName('三月 – mine'),
    look: tracker => tracker.getSheetName(),
  },
  {
    name: 'moved sheets',
    do: (tracker, book) => book.workbook.moveSheet(tracker, book.workbook.getSheets().length - 1),
    // A new sheet may come before or after it; what stands left of it stays there.
    look: (tracker, book) => tracker.getIndex() > (book.workbook.getSheetByName('Own')?.getIndex() ?? 99),
  },
];

/** What is the user's own stays as it is: while figures come in, while the month is rolled over, and when both are taken back. */
export function survivalContract(start: () => Promise<{ readonly port: PanelPort; readonly book: Book }>): void {
  let port: PanelPort;
  let book: Book;
  let tracker: Sheet;
  const done: Own[] = [];
  const own = () => done.map(({ name, look }) => [name, look(tracker, book)]);
  const figures = async (): Promise<unknown> => {
    const { sheets } = Object(await seen(port, book));
    return sheets.filter(({ name }: { name: string }) => name !== 'Monthly history');
  };

  it('begins with a tracker and a history', async () => {
    ({ port, book } = await start());
    await fillIn(port);
    const sheet = { template: 'history', values: { samples: false }, language: 'en', suffix: '', strip: {} } as const;
    const ops = planSheet(sheet, planningOf(port, await port.inspect()));
    if ('en' in ops) throw new Error(ops.en);
    await port.apply(ops);
    const found = book.workbook.getSheetByName('Tracker');
    if (!found) throw new Error('There is no tracker.');
    tracker = found;
  });

  it.each(OWN.map(each => [each.name, each] as const))('%s survive a refresh and a roll over', async (_, each) => {
    each.do(tracker, book);
    done.push(each);
    const [mine, before] = [own(), await figures()];
    const deals = ['Ann', '-Cy'].map((person, index) =>
      deal({ person, region: 'N', amount: 55 + index, month: MARCH }),
    );
    const refresh = await refreshSet(port, { id: 'figures', deals, month: MARCH });
    expect(await port.month.change({ is: 'apply', set: refresh })).toMatchObject({ conflicts: [] });
    expect(own()).toEqual(mine);
    const { Tracker_Person: people, Tracker_Actual: actuals } = await port.month.columns([
      'Tracker_Person',
      'Tracker_Actual',
    ]);
    const row = people?.cells.indexOf('Ann') ?? -1;
    expect([row >= 0, actuals?.cells[row]]).toEqual([true, 55]);
    expect(await port.month.change({ is: 'takeBack' })).toMatchObject({ conflicts: [] });
    expect([own(), await figures()]).toEqual([mine, before]);
    const { set, plans } = await rolledOver(port, `roll with ${each.name}`);
    expect(await port.month.change({ is: 'apply', set, plans })).toMatchObject({ conflicts: [], sheets: 4 });
    expect(own()).toEqual(mine);
    expect(await port.month.change({ is: 'takeBack', plans })).toMatchObject({ conflicts: [] });
    expect([own(), await figures()]).toEqual([mine, before]);
  });
}
